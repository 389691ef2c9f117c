/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-cart-item.h"
#include "rg-customer-profile.h"

G_BEGIN_DECLS

#define RG_TYPE_CART_ROW (rg_cart_row_get_type ())
G_DECLARE_FINAL_TYPE (RgCartRow, rg_cart_row, RG, CART_ROW, GtkListBoxRow)

GtkWidget *rg_cart_row_new (RgCustomerProfile *profile, RgCartItem *item);
RgCartItem *rg_cart_row_get_item (RgCartRow *self);
gboolean rg_cart_row_is_selected (RgCartRow *self);
void rg_cart_row_set_selected (RgCartRow *self, gboolean selected);
gboolean rg_cart_row_update (RgCartRow *self);

G_END_DECLS
