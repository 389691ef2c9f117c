/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-order.h"

G_BEGIN_DECLS

#define RG_TYPE_ORDER_LIST_ROW (rg_order_list_row_get_type ())
G_DECLARE_FINAL_TYPE (RgOrderListRow, rg_order_list_row, RG, ORDER_LIST_ROW, AdwBin)

G_END_DECLS
