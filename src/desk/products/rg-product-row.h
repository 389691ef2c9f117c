/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-desk.h"
#include "rg-product.h"

G_BEGIN_DECLS

#define RG_TYPE_PRODUCT_ROW (rg_product_row_get_type ())
G_DECLARE_FINAL_TYPE (RgProductRow, rg_product_row, RG, PRODUCT_ROW, AdwActionRow)

GtkWidget *rg_product_row_new (RgDesk *desk, RgProduct *product);
RgProduct *rg_product_row_get_product (RgProductRow *self);

G_END_DECLS
