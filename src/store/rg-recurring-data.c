/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-recurring-data.h"

/**
 * rg_recurring_read:
 * @db: a connection
 * @customer_id: a customer
 * @product_id: a product; 0 for all
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type RgRecurringItem): what recurs for the customer, oldest first
 */
GPtrArray *
rg_recurring_read (RgDb *db, gint64 customer_id, gint64 product_id, GError **error)
{
  return rg_db_select (db, &rg_recurring_item_type, error,
                       "WHERE customer_id = ?1 AND (?2 = 0 OR product_id = ?2) ORDER BY id", "ii", customer_id,
                       product_id);
}

/**
 * rg_recurring_find:
 * @db: a connection
 * @customer_id: a customer
 * @product_id: a product
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the customer's recurring item of that product; %NULL, without an error, when
 *   there is none
 */
RgRecurringItem *
rg_recurring_find (RgDb *db, gint64 customer_id, gint64 product_id, GError **error)
{
  return (RgRecurringItem *) rg_db_select_one (db, &rg_recurring_item_type, error,
                                               "WHERE customer_id = ? AND product_id = ? ORDER BY id LIMIT 1", "ii",
                                               customer_id, product_id);
}

/**
 * rg_recurring_last_day:
 * @db: a connection
 * @customer_id: a customer
 * @product_id: a product
 * @day: (out): the last day for which the product was put into an order because it recurs; 0 for never
 * @error: where to put what went wrong
 *
 * Returns: whether it could be found
 */
gboolean
rg_recurring_last_day (RgDb *db, gint64 customer_id, gint64 product_id, RgDay *day, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (RgQuery) query
    = rg_db_query (db, error,
                   "SELECT max (delivery_day) FROM orders WHERE customer_id = ? AND status <> 'cancelled' AND EXISTS "
                   "(SELECT 1 FROM order_line WHERE order_id = orders.id AND product_id = ? AND recurring = 1)",
                   "ii", customer_id, product_id);

  if (query == NULL)
    return FALSE;
  *day = rg_query_next (query, &local) ? rg_query_day (query, 0) : 0;
  return !rg_error_propagate (error, &local);
}
