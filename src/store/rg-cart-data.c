/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-cart-data.h"

/**
 * rg_cart_find_open_order:
 * @db: a connection
 * @customer_id: a customer
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the newest of the customer's orders that is new, open or pending; %NULL without
 *   @error when there is none
 */
RgOrder *
rg_cart_find_open_order (RgDb *db, gint64 customer_id, GError **error)
{
  return (RgOrder *) rg_db_select_one (
    db, &rg_order_type, error,
    "WHERE customer_id = ? AND status IN ('new', 'open', 'pending') ORDER BY id DESC LIMIT 1", "i", customer_id);
}

/**
 * rg_cart_count_pending:
 * @db: a connection
 * @customer_id: a customer
 * @count: (out): how many items of the Future Cart are in no order yet
 * @error: where to put what went wrong
 *
 * Returns: whether they could be counted
 */
gboolean
rg_cart_count_pending (RgDb *db, gint64 customer_id, gint64 *count, GError **error)
{
  return rg_db_get_int (
    db, count, error, "SELECT count (*) FROM cart_item WHERE customer_id = ? AND status = 'pending'", "i", customer_id);
}
