/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-address.h"
#include "rg-customer.h"
#include "rg-db-records.h"
#include "rg-order-line.h"
#include "rg-order.h"

G_BEGIN_DECLS

/* Questions about orders: those of one customer, and those of the whole file. */

#define RG_TYPE_ORDER_ROW (rg_order_row_get_type ())
G_DECLARE_FINAL_TYPE (RgOrderRow, rg_order_row, RG, ORDER_ROW, GObject)

/* An order with whose it is, and with its lines where they were asked for. */
struct _RgOrderRow
{
  GObject parent_instance;

  RgOrder *order;
  RgCustomer *customer;
  RgAddress *address; /* where it goes; NULL when that is not on file */
  GPtrArray *lines;   /* of RgOrderLine, by position; NULL in a list */
};

/**
 * RgOrderFilter:
 * @customer_id: whose; 0 for everybody's
 * @statuses: a bit (1 << RgOrderStatus) for each status wanted; 0 for all
 * @from: delivered on this day or later; 0 for any
 * @to: delivered on this day or earlier; 0 for any
 * @number: only the order of that number; 0 for any
 * @customers: (nullable): whose, as rg_orders_find_customers() found them; %NULL for everybody's
 * @before: only orders with a smaller id, for the next page; 0 for the first one
 * @limit: how many at most
 *
 * Which orders.
 */
typedef struct
{
  gint64 customer_id;
  guint statuses;
  RgDay from;
  RgDay to;
  gint64 number;
  const char *customers;
  gint64 before;
  guint limit;
} RgOrderFilter;

RgOrderRow *rg_order_row_read (RgDb *db, gint64 order_id, GError **error);
GPtrArray *rg_orders_read (RgDb *db, const RgOrderFilter *filter, GError **error);
gboolean rg_orders_count (RgDb *db, const RgOrderFilter *filter, gint64 at_most, gint64 *count, GError **error);
char *rg_orders_find_customers (RgDb *db, const char *text, guint at_most, gboolean *more, GError **error);
GPtrArray *rg_order_read_lines (RgDb *db, gint64 order_id, GError **error);
gboolean rg_order_next_position (RgDb *db, gint64 order_id, gint64 *position, GError **error);
GPtrArray *rg_orders_open (RgDb *db, gint64 customer_id, guint limit, GError **error);
GPtrArray *rg_orders_between (RgDb *db, gint64 customer_id, RgDay from, RgDay to, GError **error);
gboolean rg_orders_next_day (RgDb *db, gint64 customer_id, RgDay today, RgDay *day, GError **error);
RgOrderLine *rg_order_find_line (RgDb *db, gint64 order_id, gint64 product_id, GError **error);
gboolean rg_order_next_number (RgDb *db, gint64 *number, GError **error);

G_END_DECLS
