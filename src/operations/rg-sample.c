/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-sample.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-bulk.h"
#include "rg-future.h"
#include "rg-import-data.h"
#include "rg-ledger-entry.h"
#include "rg-money.h"
#include "rg-order-data.h"
#include "rg-sample-history.h"

/* As many events are written to the file together. */
#define EVENTS_PER_BATCH 200

/* Everything in an event that is the customer's, and lines of the order that comes first. */
static void
set_owners (RgSampleEvent *event)
{
  RgRecord *first = event->records->pdata[0];

  for (guint i = 0; i < event->records->len; i++)
    {
      RgRecord *record = event->records->pdata[i];
      const RgRecordType *type = rg_record_get_record_type (record);
      const RgField *customer = rg_record_type_find_field (type, "customer_id");
      const RgField *order = rg_record_type_find_field (type, "order_id");

      if (customer != NULL && event->customer != NULL)
        RG_RECORD_MEMBER (record, customer, gint64) = rg_record_get_id (RG_RECORD (event->customer));
      if (order != NULL && RG_IS_ORDER (first))
        RG_RECORD_MEMBER (record, order, gint64) = rg_record_get_id (first);
    }
}

static gboolean
insert_entry (RgTxn *txn, RgSampleEvent *event, RgOrder *order, RgLedgerKind kind, gint64 amount, GError **error)
{
  g_autoptr (RgLedgerEntry) entry = g_object_new (RG_TYPE_LEDGER_ENTRY, NULL);

  entry->customer_id = order->customer_id;
  entry->kind = kind;
  entry->amount = amount;
  entry->currency = g_strdup (order->currency);
  entry->order_id = rg_record_get_id (RG_RECORD (order));
  entry->staff_id = event->staff_id;
  entry->created_at = event->time;
  return rg_txn_insert (txn, RG_RECORD (entry), error);
}

/* An order that is paid is charged and paid in the ledger, so that it leaves the balance as it was. */
static gboolean
deliver_or_pay (RgTxn *txn, RgSampleEvent *event, GError **error)
{
  RgOrder *order = event->records->pdata[0];
  g_autofree char *amount = rg_money_format (order->total, order->currency);

  if (event->step == RG_SAMPLE_DELIVER)
    order->status = RG_ORDER_STATUS_COMPLETE;
  event->words = g_strdup_printf (_ ("Order %" PRId64 ", %s"), order->number, amount);
  if (event->paid)
    {
      order->paid = order->total;
      order->payment_status = RG_PAYMENT_STATUS_PAID;
    }
  if (!rg_txn_update (txn, RG_RECORD (order), error))
    return FALSE;
  return !event->paid
         || (insert_entry (txn, event, order, RG_LEDGER_KIND_CHARGE, -order->total, error)
             && insert_entry (txn, event, order, RG_LEDGER_KIND_PAYMENT, order->total, error));
}

static gboolean
add_records (RgTxn *txn, RgSampleEvent *event, GError **error)
{
  RgRecord *first = event->records->pdata[0];

  if (RG_IS_ORDER (first))
    {
      if (!rg_order_next_number (rg_txn_get_db (txn), &RG_ORDER (first)->number, error))
        return FALSE;
      event->words = g_strdup_printf (_ ("Order %" PRId64), RG_ORDER (first)->number);
    }
  for (guint i = 0; i < event->records->len; i++)
    {
      set_owners (event);
      if (!rg_txn_insert (txn, event->records->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
change_record (RgTxn *txn, RgSampleEvent *event, GError **error)
{
  RgRecord *first = event->records->pdata[0];

  set_owners (event);
  event->change (first, event->time, event->staff_id);
  if (!rg_txn_update (txn, first, error))
    return FALSE;
  for (guint i = 1; i < event->records->len; i++)
    if (!rg_txn_insert (txn, event->records->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
write_event (RgDb *db, RgSampleEvent *event, GError **error)
{
  g_autoptr (RgTxn) txn = rg_txn_begin (db, event->operation, event->staff_id, error);
  gboolean ok;

  if (txn == NULL)
    return FALSE;
  rg_txn_set_time (txn, event->time);
  if (event->customer != NULL)
    rg_txn_set_customer (txn, rg_record_get_id (RG_RECORD (event->customer)));
  if (event->step == RG_SAMPLE_ADD)
    ok = add_records (txn, event, error);
  else
    ok = event->step == RG_SAMPLE_CHANGE ? change_record (txn, event, error) : deliver_or_pay (txn, event, error);
  rg_txn_set_words (txn, event->words);
  rg_txn_set_reason (txn, event->reason);
  return ok && rg_txn_commit (txn, NULL, NULL, error);
}

static gboolean
write_history (RgDb *db, guint n_customers, RgSampleProgress progress, gpointer data, GError **error)
{
  g_autoptr (RgSamplePlan) plan = rg_sample_plan_new (n_customers);
  gboolean more = FALSE;

  for (guint i = 0; i < plan->events->len;)
    {
      guint end = MIN (i + EVENTS_PER_BATCH, plan->events->len);

      if (!rg_db_begin_batch (db, error))
        return FALSE;
      for (; i < end; i++)
        if (!write_event (db, plan->events->pdata[i], error))
          return FALSE;
      if (!rg_db_end_batch (db, error))
        return FALSE;
      if (!rg_search_settle (db, &more, error))
        return FALSE;
      if (progress != NULL)
        progress ((double) i / plan->events->len, data);
    }
  while (more)
    if (!rg_search_settle (db, &more, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_empty (RgDb *db, GError **error)
{
  gboolean nobody;

  if (!rg_import_is_nobody_on_file (db, &nobody, error))
    return FALSE;
  if (!nobody)
    g_set_error (error, RG_ERROR, RG_ERROR_CONFLICT,
                 _ ("There are customers in this file already. Sample data goes into a new file of its own."));
  return nobody;
}

/* Fills a file without customers with the sample business, the same one each time, as it would be today. When that
 * fails, what was written until then stays, so the file is of no use. */
static gboolean
write_all (RgDb *db, guint n_customers, RgSampleProgress progress, gpointer data, GError **error)
{
  gboolean ok;

  if (!check_empty (db, error) || !rg_db_set_durable (db, FALSE, error))
    return FALSE;
  ok = n_customers <= RG_SAMPLE_MAX_HISTORY ? write_history (db, n_customers, progress, data, error)
                                            : rg_sample_write_large (db, n_customers, progress, data, error);
  return rg_db_set_durable (db, TRUE, ok ? error : NULL) && ok;
}

typedef struct
{
  guint n_customers;
  RgSampleProgress progress;
  gpointer data;
} Fill;

typedef struct
{
  RgSampleProgress progress;
  gpointer data;
  double done;
} Report;

static gboolean
report_on_main (gpointer data)
{
  Report *report = data;

  report->progress (report->done, report->data);
  return G_SOURCE_REMOVE;
}

static void
on_progress (double done, gpointer data)
{
  Fill *fill = data;
  Report report = { fill->progress, fill->data, done };

  if (fill->progress != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, report_on_main, g_memdup2 (&report, sizeof report), g_free);
}

static GObject *
write_sample (RgDb *db, gpointer data, GError **error)
{
  Fill *fill = data;

  write_all (db, fill->n_customers, on_progress, fill, error);
  return NULL;
}

static DexFuture *
fill_fiber (gpointer self, gpointer data)
{
  RgStore *store = rg_desk_get_store (self);
  g_autoptr (GError) error = NULL;

  if (!dex_await (rg_store_run_on_writer (store, write_sample, data, NULL), &error))
    return dex_future_new_for_error (g_steal_pointer (&error));
  g_signal_emit_by_name (store, "changed", NULL);
  return NULL;
}

static gboolean
refuse (RgAct *act, RgTxn *txn, GError **error)
{
  g_set_error (error, RG_ERROR, RG_ERROR_CONFLICT, _ ("Sample data goes into a file of its own."));
  return FALSE;
}

const RgOperation rg_sample_made = {
  .name = "sample.fill",
  .label = N_ ("Make Sample Data"),
  .past = N_ ("Sample data made"),
  .right = { RG_AREA_SETTINGS, RG_SCOPE_CREATE },
  .undo = RG_UNDO_NEVER,
  .run = refuse,
};

/**
 * rg_sample_fill: (skip)
 * @desk: a desk whose file has no customers
 * @n_customers: how many
 * @progress: (nullable): told how far it is, on the main thread, until the future is settled
 * @data: for @progress
 *
 * Returns: (transfer full): a future for the sample business being in the file
 */
DexFuture *
rg_sample_fill (RgDesk *desk, guint n_customers, RgSampleProgress progress, gpointer data)
{
  Fill *fill = g_new0 (Fill, 1);

  fill->n_customers = n_customers;
  fill->progress = progress;
  fill->data = data;
  return rg_future_spawn (desk, fill_fiber, fill, g_free);
}
