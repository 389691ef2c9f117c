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
rg_ledger_read_balance (RgDb *db, gint64 customer_id, const char *currency, gint64 *balance, GError **error)
{
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
rg_ledger_read_refunded (RgDb *db, gint64 customer_id, gint64 order_id, gint64 *refunded, GError **error)
{
  return rg_db_get_int (db, refunded, error,
                        "SELECT coalesce (-sum (amount), 0) FROM ledger_entry "
                        "WHERE customer_id = ? AND order_id = ? AND kind = 'refund'",
                        "ii", customer_id, order_id);
}

/**
 * rg_ledger_read_unsigned_credit:
 * @db: a connection
 * @customer_id: a customer
 * @currency: ISO 4217
 * @since: an instant
 * @given: (out): the credit that Customer Service gave since then without a signature, less what of that was taken back
 * @error: where to put what went wrong
 *
 * Returns: whether it could be read
 */
gboolean
rg_ledger_read_unsigned_credit (
  RgDb *db, gint64 customer_id, const char *currency, gint64 since, gint64 *given, GError **error)
{
  return rg_db_get_int (db, given, error,
                        "SELECT coalesce (sum (l.amount), 0) FROM ledger_entry l JOIN staff s ON s.id = l.staff_id "
                        "WHERE l.customer_id = ?1 AND l.currency = ?2 AND l.created_at >= ?3 AND l.kind = 'credit' "
                        "AND l.order_id IS NULL AND l.approved_by_id IS NULL AND s.role = 'customer-service' "
                        "AND (l.amount > 0 OR EXISTS (SELECT 1 FROM ledger_entry o "
                        "WHERE o.id = l.counters_id AND o.created_at >= ?3))",
                        "iti", customer_id, currency, since);
}

/**
 * rg_ledger_read_order_numbers:
 * @db: a connection
 * @customer_id: a customer
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the numbers of the orders that the customer's ledger speaks of, by their ids;
 * keys and values are pointers to #gint64
 */
GHashTable *
rg_ledger_read_order_numbers (RgDb *db, gint64 customer_id, GError **error)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GError) local = NULL;
  g_autoptr (RgQuery) query
    = rg_db_query (db, error,
                   "SELECT DISTINCT o.id, o.number FROM ledger_entry l JOIN orders o ON o.id = l.order_id "
                   "WHERE l.customer_id = ?",
                   "i", customer_id);

  if (query == NULL)
    return NULL;
  while (rg_query_next (query, &local))
    {
      gint64 id = rg_query_int (query, 0), number = rg_query_int (query, 1);

      g_hash_table_insert (numbers, g_memdup2 (&id, sizeof id), g_memdup2 (&number, sizeof number));
    }
  return rg_error_propagate (error, &local) ? NULL : g_steal_pointer (&numbers);
}
