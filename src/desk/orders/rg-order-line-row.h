/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-desk.h"
#include "rg-order-line.h"

G_BEGIN_DECLS

#define RG_TYPE_ORDER_LINE_ROW (rg_order_line_row_get_type ())
G_DECLARE_FINAL_TYPE (RgOrderLineRow, rg_order_line_row, RG, ORDER_LINE_ROW, GtkListBoxRow)

GtkWidget *rg_order_line_row_new (RgDesk *desk, RgOrderLine *line);
void rg_order_line_row_update (RgOrderLineRow *self, const char *why_not);
gboolean rg_order_line_row_take_act (RgOrderLineRow *self, RgAct **act);

G_END_DECLS
