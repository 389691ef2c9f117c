/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-place-view.h"

G_BEGIN_DECLS

#define RG_TYPE_ORDERS_PLACE (rg_orders_place_get_type ())
G_DECLARE_FINAL_TYPE (RgOrdersPlace, rg_orders_place, RG, ORDERS_PLACE, RgPlaceView)

void rg_orders_place_show_customer (RgOrdersPlace *self, gint64 customer_id);

G_END_DECLS
