/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer-view.h"

G_BEGIN_DECLS

#define RG_TYPE_ORDERS_VIEW (rg_orders_view_get_type ())
G_DECLARE_FINAL_TYPE (RgOrdersView, rg_orders_view, RG, ORDERS_VIEW, RgCustomerView)

G_END_DECLS
