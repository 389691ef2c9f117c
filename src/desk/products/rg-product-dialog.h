/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-desk.h"
#include "rg-product.h"

G_BEGIN_DECLS

#define RG_TYPE_PRODUCT_DIALOG (rg_product_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RgProductDialog, rg_product_dialog, RG, PRODUCT_DIALOG, AdwDialog)

void rg_product_dialog_present (GtkWidget *parent, RgDesk *desk, RgProduct *product);
void rg_product_dialog_open (GtkWidget *parent, RgDesk *desk, gint64 product_id);

G_END_DECLS
