/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-customer-profile.h"
#include "rg-order.h"

G_BEGIN_DECLS

#define RG_TYPE_FIGURE_ORDER_ROW (rg_figure_order_row_get_type ())
G_DECLARE_FINAL_TYPE (RgFigureOrderRow, rg_figure_order_row, RG, FIGURE_ORDER_ROW, AdwActionRow)

GtkWidget *rg_figure_order_row_new (RgCustomerProfile *profile, RgOrder *order, gboolean due);

G_END_DECLS
