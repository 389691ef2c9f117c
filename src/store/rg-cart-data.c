/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-cart-data.h"

#include "rg-order-line.h"

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
 * rg_cart_find_recurring:
 * @db: a connection
 * @customer_id: a customer
 * @product_id: a product
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the customer's recurring item of that product; %NULL without @error when there
 * is none
 */
RgRecurringItem *
rg_cart_find_recurring (RgDb *db, gint64 customer_id, gint64 product_id, GError **error)
{
  return (RgRecurringItem *) rg_db_select_one (db, &rg_recurring_item_type, error,
                                               "WHERE customer_id = ? AND product_id = ? ORDER BY id LIMIT 1", "ii",
                                               customer_id, product_id);
}
