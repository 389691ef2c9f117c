/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-customer-profile.h"
#include "rg-order.h"

G_BEGIN_DECLS

#define RG_TYPE_FIGURE_ORDER_ROW (rg_figure_order_row_get_type ())
G_DECLARE_FINAL_TYPE (RgFigureOrderRow, rg_figure_order_row, RG, FIGURE_ORDER_ROW, AdwActionRow)

/**
 * RgFigureAmount:
 * @RG_FIGURE_AMOUNT_TOTAL: the total
 * @RG_FIGURE_AMOUNT_DUE: what is still to be paid
 * @RG_FIGURE_AMOUNT_PAID: what was paid
 *
 * Which amount of an order counts.
 */
typedef enum
{
  RG_FIGURE_AMOUNT_TOTAL,
  RG_FIGURE_AMOUNT_DUE,
  RG_FIGURE_AMOUNT_PAID,
} RgFigureAmount;

GtkWidget *rg_figure_order_row_new (RgCustomerProfile *profile, RgOrder *order, RgFigureAmount which);

G_END_DECLS
