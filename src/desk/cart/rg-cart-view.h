/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer-view.h"

G_BEGIN_DECLS

#define RG_TYPE_CART_VIEW (rg_cart_view_get_type ())
G_DECLARE_FINAL_TYPE (RgCartView, rg_cart_view, RG, CART_VIEW, RgCustomerView)

guint rg_cart_view_count_pending (RgCustomerProfile *profile);

G_END_DECLS
