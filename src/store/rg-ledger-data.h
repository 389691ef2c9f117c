/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-db-records.h"

G_BEGIN_DECLS

/* What operations on the ledger have to know first. */

/**
 * RgFigureOrders:
 * @RG_FIGURE_ORDERS_UNPAID: what Pending Payments are made of
 * @RG_FIGURE_ORDERS_COMPLETE: what the lifetime value and the average are made of
 * @RG_FIGURE_ORDERS_SCORED: what the payment score is made of
 * @RG_FIGURE_ORDERS_ALL: all
 *
 * Which orders a figure is made of.
 */
typedef enum
{
  RG_FIGURE_ORDERS_UNPAID,
  RG_FIGURE_ORDERS_COMPLETE,
  RG_FIGURE_ORDERS_SCORED,
  RG_FIGURE_ORDERS_ALL,
} RgFigureOrders;

GPtrArray *rg_figure_orders (RgDb *db, gint64 customer_id, const char *currency, RgFigureOrders which, GError **error);

gboolean rg_ledger_read_balance (RgDb *db, gint64 customer_id, const char *currency, gint64 *balance, GError **error);
GHashTable *rg_ledger_read_order_numbers (RgDb *db, gint64 customer_id, GError **error);
gboolean rg_ledger_read_refunded (RgDb *db, gint64 customer_id, gint64 order_id, gint64 *refunded, GError **error);
gboolean rg_ledger_read_unsigned_credit (
  RgDb *db, gint64 customer_id, const char *currency, gint64 since, gint64 *given, GError **error);

G_END_DECLS
