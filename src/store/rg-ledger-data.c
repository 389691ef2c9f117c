/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-ledger-data.h"

/**
 * rg_ledger_read_balance:
 * @db: a connection
 * @customer_id: a customer
 * @currency: ISO 4217
 * @balance: (out): the sum of the customer's ledger in @currency; 0 without any entry
 * @error: where to put what went wrong
 *
 * Returns: whether it could be read
 */
gboolean
rg_ledger_read_balance (RgDb *db,
                        gint64 customer_id,
                        const char *currency,
                        gint64 *balance,
                        GError **error)
{
  *balance = 0;
  return rg_db_get_int (db, balance, error, "SELECT amount FROM balance WHERE customer_id = ? AND currency = ?", "it",
                        customer_id, currency);
}

/**
 * rg_ledger_read_refunded:
 * @db: a connection
 * @customer_id: a customer
 * @order_id: an order of the customer
 * @refunded: (out): what was refunded for the order, less what of that was taken back
 * @error: where to put what went wrong
 *
 * Returns: whether it could be read
 */
gboolean
rg_ledger_read_refunded (RgDb *db,
                         gint64 customer_id,
                         gint64 order_id,
                         gint64 *refunded,
                         GError **error)
{
  *refunded = 0;
  return rg_db_get_int (db, refunded, error,
                        "SELECT coalesce (-sum (amount), 0) FROM ledger_entry "
                        "WHERE customer_id = ? AND order_id = ? AND kind = 'refund'",
                        "ii", customer_id, order_id);
}
