/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-bulk.h"
#include "rg-cancellation.h"
#include "rg-customer-tag.h"
#include "rg-id.h"
#include "rg-ledger-entry.h"
#include "rg-order-line.h"
#include "rg-payment-method.h"
#include "rg-sample-history.h"
#include "rg-sample-shop.h"
#include "rg-sample.h"
#include "rg-txn.h"

/* The sample business grown large: each customer has ten orders and five notes. They come in rounds, the
 * first order of everybody, then the second of everybody …, so that what belongs to one customer lies apart
 * in the file, as it would after years. All of it follows from the customer's place in the sequence, so
 * memory does not grow with what is written. */

#define ORDERS_EACH 10
#define NOTES_EACH 5
#define ROUNDS (1 + ORDERS_EACH + NOTES_EACH)
#define DAYS_OPEN 1340

typedef struct
{
  RgBulk *bulk;
  RgSamplePlan *plan; /* for the business itself */
  guint n;
  gint64 *customer_ids;
  gint64 *address_ids;
  RgSampleProgress progress;
  gpointer data;

  /* one of each, filled anew for every row */
  RgCustomer *customer;
  RgAddress *address;
  RgPaymentMethod *method;
  RgCustomerTag *tag;
  RgCancellation *cancellation;
  RgLedgerEntry *entry;
  RgOrder *order;
  RgOrderLine *line;
  RgNote *note;
} Load;

static void
load_clear (Load *load)
{
  g_clear_pointer (&load->bulk, rg_bulk_free);
  g_clear_pointer (&load->plan, rg_sample_plan_free);
  g_free (load->customer_ids);
  g_free (load->address_ids);
  g_clear_object (&load->customer);
  g_clear_object (&load->address);
  g_clear_object (&load->method);
  g_clear_object (&load->tag);
  g_clear_object (&load->cancellation);
  g_clear_object (&load->entry);
  g_clear_object (&load->order);
  g_clear_object (&load->line);
  g_clear_object (&load->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Load, load_clear)

static RgSampleRandom
get_random (guint i, guint round)
{
  RgSampleRandom random = { ((guint64) i << 8 | round) * G_GUINT64_CONSTANT (0x2545f4914f6cdd1d) };

  return random;
}

/* What is derived from orders, notes and the ledger is known beforehand. */

static gboolean
has_unpaid (guint i)
{
  return i % 17 == 3;
}

static gint64
get_balance (guint i)
{
  return i % 20 == 0 ? (i % 100 == 60 ? -2500 : 1500) : 0;
}

static RgDay
get_due_day (Load *load, guint i)
{
  return i % 25 == 7 ? load->plan->today - 2 + (i / 25) % 90 : 0;
}

static gboolean
is_cancelled (guint i)
{
  return i % 19 == 11;
}

static gint64
get_registered (Load *load, guint i)
{
  gint64 span = (gint64) (DAYS_OPEN - 2) * G_TIME_SPAN_DAY;

  return load->plan->now - DAYS_OPEN * G_TIME_SPAN_DAY + span / load->n * i;
}

/* When a customer did something for the last time: anywhere between registration and now. */
static gint64
get_active (Load *load, guint i)
{
  RgSampleRandom random = get_random (i, 255);
  gint64 registered = get_registered (load, i);

  return registered + (load->plan->now - registered) / 4096 * rg_sample_below (&random, 4096);
}

static gboolean
insert (Load *load, gpointer record, GError **error)
{
  rg_record_set_id (record, rg_id_new ());
  return rg_bulk_insert (load->bulk, record, error);
}

static gboolean
insert_customer (Load *load, guint i, GError **error)
{
  RgCustomer *customer = load->customer;
  RgSampleRandom random = get_random (i, 0);

  rg_sample_make_person (&random, i, TRUE, customer, load->address);
  customer->number = 100001 + i;
  customer->registered_at = get_registered (load, i);
  customer->active_at = get_active (load, i);
  customer->status = is_cancelled (i) ? RG_CUSTOMER_STATUS_CANCELLED : RG_CUSTOMER_STATUS_ACTIVE;
  customer->date_of_birth = rg_day_from_ymd (1948 + rg_sample_below (&random, 58), 1 + rg_sample_below (&random, 12),
                                             1 + rg_sample_below (&random, 28));
  customer->owes = has_unpaid (i) || get_balance (i) < 0;
  customer->due_day = get_due_day (load, i);
  customer->no_plastic = rg_sample_below (&random, 10) == 0;
  g_clear_pointer (&customer->sort_key, g_bytes_unref);
  customer->sort_key = rg_search_make_sort_key (customer);
  if (!insert (load, customer, error))
    return FALSE;
  load->customer_ids[i] = rg_record_get_id (RG_RECORD (customer));

  load->address->customer_id = load->customer_ids[i];
  load->method->customer_id = load->customer_ids[i];
  load->method->type = customer->type == RG_CUSTOMER_TYPE_BUSINESS ? RG_PAYMENT_TYPE_INVOICE : RG_PAYMENT_TYPE_CARD;
  if (!insert (load, load->address, error) || !insert (load, load->method, error))
    return FALSE;
  load->address_ids[i] = rg_record_get_id (RG_RECORD (load->address));

  if (rg_sample_below (&random, 3) == 0)
    {
      guint which = rg_sample_rank (&random, load->plan->tags->len);

      load->tag->customer_id = load->customer_ids[i];
      load->tag->tag_id = rg_record_get_id (load->plan->tags->pdata[which]);
      load->tag->added_at = customer->registered_at;
      if (!insert (load, load->tag, error))
        return FALSE;
    }
  if (is_cancelled (i))
    {
      load->cancellation->customer_id = load->customer_ids[i];
      load->cancellation->day = rg_day_of_time (customer->active_at, NULL);
      load->cancellation->reason = i % 8;
      load->cancellation->created_at = customer->active_at;
      if (!insert (load, load->cancellation, error))
        return FALSE;
    }
  if (get_balance (i) != 0)
    {
      load->entry->customer_id = load->customer_ids[i];
      load->entry->kind = get_balance (i) < 0 ? RG_LEDGER_KIND_CHARGE : RG_LEDGER_KIND_CREDIT;
      load->entry->amount = get_balance (i);
      load->entry->created_at = customer->active_at;
      if (!insert (load, load->entry, error))
        return FALSE;
    }
  return TRUE;
}

static void
set_line (Load *load, RgSampleRandom *random, guint position)
{
  RgOrderLine *line = load->line;
  guint boxes = 9;
  guint which
    = position == 1 ? rg_sample_rank (random, boxes) : boxes + rg_sample_below (random, rg_sample_n_products - boxes);
  RgProduct *product = load->plan->products->pdata[which];

  line->product_id = rg_record_get_id (RG_RECORD (product));
  line->position = position;
  g_set_str (&line->name, product->name);
  line->quantity = 1 + rg_sample_below (random, 2);
  line->unit_price = product->price;
}

static gboolean
insert_order (Load *load, guint i, guint round, GError **error)
{
  RgOrder *order = load->order;
  RgSampleRandom random = get_random (i, 1 + round), again;
  gint64 registered = get_registered (load, i);
  guint n_lines = 1 + rg_sample_below (&random, 2);
  gboolean newest = round == ORDERS_EACH - 1;

  order->created_at = registered + (get_active (load, i) - registered) / ORDERS_EACH * (round + 1);
  order->number = 20001 + (gint64) round * load->n + i;
  order->customer_id = load->customer_ids[i];
  order->address_id = load->address_ids[i];
  order->delivery_day = rg_day_from_ymd (1970, 1, 1) + order->created_at / G_TIME_SPAN_DAY + 3;
  order->status = !newest && rg_sample_below (&random, 20) == 0 ? RG_ORDER_STATUS_CANCELLED
                  : order->delivery_day > load->plan->today     ? RG_ORDER_STATUS_OPEN
                                                                : RG_ORDER_STATUS_COMPLETE;
  order->delivery_fee = 600;
  order->payment_type = RG_PAYMENT_TYPE_CARD;
  order->subtotal = 0;
  again = random;
  for (guint k = 1; k <= n_lines; k++)
    {
      set_line (load, &again, k);
      order->subtotal += rg_order_line_get_total (load->line);
    }
  order->total = order->subtotal + order->delivery_fee;
  order->payment_status = newest && has_unpaid (i) ? RG_PAYMENT_STATUS_UNPAID : RG_PAYMENT_STATUS_PAID;
  order->paid = order->payment_status == RG_PAYMENT_STATUS_PAID ? order->total : 0;
  if (!insert (load, order, error))
    return FALSE;

  load->line->order_id = rg_record_get_id (RG_RECORD (order));
  for (guint k = 1; k <= n_lines; k++)
    {
      set_line (load, &random, k);
      if (!insert (load, load->line, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_note (Load *load, guint i, guint round, GError **error)
{
  RgNote *note = load->note;
  RgSampleRandom random = get_random (i, 1 + ORDERS_EACH + round);
  const RgSampleNote *sample = &rg_sample_notes[rg_sample_rank (&random, rg_sample_n_notes)];
  gint64 registered = get_registered (load, i);

  note->customer_id = load->customer_ids[i];
  note->kind = sample->kind;
  g_set_str (&note->text, sample->text);
  note->created_at = registered + (get_active (load, i) - registered) / NOTES_EACH * (round + 1);
  note->staff_id = rg_record_get_id (load->plan->staff->pdata[rg_sample_rank (&random, load->plan->staff->len)]);
  note->reminder_day = round == NOTES_EACH - 1 ? get_due_day (load, i) : 0;
  return insert (load, note, error);
}

/* Rows are the first half of the work. */
static gboolean
insert_all (Load *load, GError **error)
{
  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < load->n; i++)
      {
        gboolean ok = round == 0             ? insert_customer (load, i, error)
                      : round <= ORDERS_EACH ? insert_order (load, i, round - 1, error)
                                             : insert_note (load, i, round - 1 - ORDERS_EACH, error);

        if (!ok)
          return FALSE;
        if (load->progress != NULL && i % 10000 == 0)
          load->progress (0.5 * (round + (double) i / load->n) / ROUNDS, load->data);
      }
  return TRUE;
}

static gboolean
insert_business (Load *load, GError **error)
{
  for (guint i = 0; i < load->plan->events->len; i++)
    {
      RgSampleEvent *event = load->plan->events->pdata[i];

      rg_txn_derive (event->records->pdata[0]);
      if (rg_record_get_id (event->records->pdata[0]) == 0)
        rg_record_set_id (event->records->pdata[0], rg_id_new ());
      if (!rg_bulk_insert (load->bulk, event->records->pdata[0], error))
        return FALSE;
    }
  return TRUE;
}

static void
on_finish (double done, gpointer data)
{
  Load *load = data;

  if (load->progress != NULL)
    load->progress (0.5 + done / 2, load->data);
}

/**
 * rg_sample_write_large: (skip)
 * @db: a writer's connection, outside a transaction, to a file without customers
 * @n_customers: how many
 * @progress: (nullable) (scope call): told how far it is, on the same thread
 * @data: for @progress
 * @error: where to put what went wrong; what was written until then stays, so the file is of no use
 *
 * Fills a file with a sample business of very many customers.
 *
 * Returns: whether it is all there
 */
gboolean
rg_sample_write_large (RgDb *db, guint n_customers, RgSampleProgress progress, gpointer data, GError **error)
{
  g_auto (Load) load = { rg_bulk_begin (db, error), NULL, n_customers };
  g_autofree char *words = g_strdup_printf ("%u", n_customers);

  if (load.bulk == NULL)
    return FALSE;
  load.plan = rg_sample_plan_new (0);
  load.customer_ids = g_new (gint64, n_customers);
  load.address_ids = g_new (gint64, n_customers);
  load.progress = progress;
  load.data = data;
  load.customer = g_object_new (RG_TYPE_CUSTOMER, NULL);
  load.address = g_object_new (RG_TYPE_ADDRESS, NULL);
  load.method = g_object_new (RG_TYPE_PAYMENT_METHOD, "label", "Visa •4242", "is-primary", TRUE, NULL);
  load.tag = g_object_new (RG_TYPE_CUSTOMER_TAG, NULL);
  load.cancellation = g_object_new (RG_TYPE_CANCELLATION, NULL);
  load.entry = g_object_new (RG_TYPE_LEDGER_ENTRY, "currency", "USD", "reason", "Crates", NULL);
  load.order = g_object_new (RG_TYPE_ORDER, "currency", "USD", "route", "4", "stop", G_GINT64_CONSTANT (11), NULL);
  load.line = g_object_new (RG_TYPE_ORDER_LINE, "currency", "USD", NULL);
  load.note = g_object_new (RG_TYPE_NOTE, NULL);
  return insert_business (&load, error) && insert_all (&load, error)
         && rg_bulk_finish (load.bulk, rg_sample_made.name, words, on_finish, &load, error);
}
