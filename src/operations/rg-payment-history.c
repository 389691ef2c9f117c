/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-payment-history.h"

#include "rg-day.h"
#include "rg-ledger-entry.h"
#include "rg-order.h"

/* Every payment of a customer once. The ledger has the payments and refunds that were entered at the desk. It knows
 * nothing of orders that were paid when they were imported, since these do not change the balance: of an order, what
 * the ledger did not charge was paid before. */

/* What the ledger charged for each order as it was paid, less what of that was taken back, by the ids of the orders. */
static GHashTable *
sum_charges (GListModel *ledger)
{
  GHashTable *charges = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < g_list_model_get_n_items (ledger); i++)
    {
      g_autoptr (RgLedgerEntry) entry = g_list_model_get_item (ledger, i);
      gint64 *sum;

      if (entry->kind != RG_LEDGER_KIND_CHARGE || entry->order_id == 0)
        continue;
      sum = g_hash_table_lookup (charges, &entry->order_id);
      if (sum == NULL)
        {
          sum = g_new0 (gint64, 1);
          g_hash_table_insert (charges, g_memdup2 (&entry->order_id, sizeof entry->order_id), sum);
        }
      *sum -= entry->amount;
    }
  return charges;
}

static gint64
get_paid_before (RgOrder *order, GHashTable *charges)
{
  gint64 id = rg_record_get_id (RG_RECORD (order));
  gint64 *charged = g_hash_table_lookup (charges, &id);

  return order->paid - (charged != NULL ? *charged : 0);
}

static RgDay
get_day (gpointer row)
{
  if (RG_IS_LEDGER_ENTRY (row))
    return rg_day_of_time (RG_LEDGER_ENTRY (row)->created_at, NULL);
  return RG_ORDER (row)->delivery_day != 0 ? RG_ORDER (row)->delivery_day
                                           : rg_day_of_time (RG_ORDER (row)->created_at, NULL);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  RgDay one = get_day (*(gpointer *) a), other = get_day (*(gpointer *) b);

  return one > other ? -1 : one < other;
}

/**
 * rg_payment_history_make:
 * @ledger: (element-type RgLedgerEntry): all that the ledger has of a customer
 * @orders: (element-type RgOrder): all orders of the customer in @currency
 * @currency: ISO 4217
 *
 * Returns: (transfer full) (element-type RgRecord): what the customer paid or got back in @currency, newest first:
 *   entries of the ledger, and copies of orders that have as paid what was paid when they were imported
 */
GPtrArray *
rg_payment_history_make (GListModel *ledger, GPtrArray *orders, const char *currency)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) charges = sum_charges (ledger);

  for (guint i = 0; i < g_list_model_get_n_items (ledger); i++)
    {
      g_autoptr (RgLedgerEntry) entry = g_list_model_get_item (ledger, i);

      if (g_str_equal (entry->currency, currency) && rg_ledger_entry_is_payment (entry))
        g_ptr_array_add (rows, g_steal_pointer (&entry));
    }
  for (guint i = 0; i < orders->len; i++)
    {
      gint64 paid = get_paid_before (orders->pdata[i], charges);
      RgRecord *order;

      if (paid <= 0)
        continue;
      order = rg_record_copy (orders->pdata[i]);
      RG_ORDER (order)->paid = paid;
      g_ptr_array_add (rows, order);
    }
  g_ptr_array_sort (rows, compare_days);
  return rows;
}
