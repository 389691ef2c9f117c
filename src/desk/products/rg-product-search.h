/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-desk.h"
#include "rg-product.h"

G_BEGIN_DECLS

#define RG_TYPE_PRODUCT_SEARCH (rg_product_search_get_type ())
G_DECLARE_FINAL_TYPE (RgProductSearch, rg_product_search, RG, PRODUCT_SEARCH, AdwBin)

void rg_product_search_set_desk (RgProductSearch *self, RgDesk *desk);
GtkWidget *rg_product_search_get_entry (RgProductSearch *self);

G_END_DECLS
