/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-error.h"
#include "rg-import-private.h"
#include "rg-money.h"
#include "rg-order-data.h"

/* Rows of orders, without their lines. */

static const RgCsvTarget targets[] = {
  { "number", N_ ("Order number"), RG_CSV_KIND_NUMBER,
    "number|order no|order nr|bestellnummer|bestellnr|auftragsnummer|auftragsnr" },
  { "external_id", N_ ("Imported as"), RG_CSV_KIND_TEXT, "order id|id|external id|key|code" },
  { "customer_number", N_ ("Customer number"), RG_CSV_KIND_NUMBER,
    "customer no|account number|kundennummer|kundennr|kunden nr" },
  { "customer_id", N_ ("Customer, as imported"), RG_CSV_KIND_TEXT,
    "customer id|customer|client id|account id|kunden id|customer number|customer no|kundennummer|kundennr|kunde" },
  { "created_at", N_ ("Order date"), RG_CSV_KIND_DATE,
    "date|created|created at|ordered|placed|bestelldatum|order day" },
  { "delivery_day", N_ ("Delivery date"), RG_CSV_KIND_DATE,
    "required date|delivery day|due date|deliver on|wanted|lieferdatum|delivery" },
  { "shipped", N_ ("Shipped on"), RG_CSV_KIND_DATE, "shipped date|ship date|delivered|delivered on|sent|completed" },
  { "status", N_ ("Status"), RG_CSV_KIND_TEXT, "order status|state" },
  { "kind", N_ ("Delivery or pickup"), RG_CSV_KIND_TEXT, "kind|type|method" },
  { "currency", N_ ("Currency"), RG_CSV_KIND_TEXT, "currency code|wahrung" },
  { "delivery_fee", N_ ("Delivery fee"), RG_CSV_KIND_NUMBER,
    "freight|shipping|shipping cost|shipping fee|versandkosten" },
  { "total", N_ ("Total"), RG_CSV_KIND_NUMBER, "amount|grand total|order total|summe|gesamt" },
  { "payment_status", N_ ("Payment status"), RG_CSV_KIND_TEXT, "payment|paid status" },
  { "payment_type", N_ ("Payment type"), RG_CSV_KIND_TEXT, "payment method|paid by" },
  { "paid", N_ ("Paid"), RG_CSV_KIND_NUMBER, "amount paid|paid amount|bezahlt" },
  { "ship_to", N_ ("Ship to"), RG_CSV_KIND_TEXT, "lieferadresse" },
  { "ship_name", N_ ("Recipient"), RG_CSV_KIND_TEXT, "ship name|ship to name|deliver to|recipient name" },
  { "ship_street", N_ ("Street"), RG_CSV_KIND_TEXT, "ship address|ship street|address|delivery address" },
  { "ship_city", N_ ("City"), RG_CSV_KIND_TEXT, "ship city" },
  { "ship_state", N_ ("State"), RG_CSV_KIND_TEXT, "ship region|ship state|region" },
  { "ship_postcode", N_ ("ZIP code"), RG_CSV_KIND_TEXT, "ship postal code|ship zip|ship postcode|postal code|zip" },
  { "ship_country", N_ ("Country"), RG_CSV_KIND_TEXT, "ship country" },
  { "route", N_ ("Route"), RG_CSV_KIND_TEXT, NULL },
  { "stop", N_ ("Stop"), RG_CSV_KIND_NUMBER, NULL },
  { "tracking", N_ ("Tracking"), RG_CSV_KIND_TEXT, "tracking number|tracking link" },
  { "note", N_ ("Note"), RG_CSV_KIND_TEXT, "notes|comment|comments|remark" },
  { "origin", N_ ("Made for"), RG_CSV_KIND_TEXT, NULL },
  { "delivery_confirmed", N_ ("Delivery date confirmed"), RG_CSV_KIND_TEXT, NULL },
  { "alert", N_ ("Alert"), RG_CSV_KIND_TEXT, NULL },
};

/* The address as it was, as lines: the whole of it, or put together from its parts. */
static void
set_ship_to (RgImportRun *run, RgOrder *order)
{
  static const char *const whole_lines[] = { "ship_name", "ship_street", NULL };
  static const char *const of_city[] = { "ship_postcode", "ship_city", "ship_state", NULL };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) city = g_string_new (NULL);
  const char *country = rg_import_get_named (run, "ship_country");
  int whole = rg_import_find_target (run, "ship_to");

  if (*rg_import_get_named (run, "ship_to") != '\0')
    {
      rg_import_set_field (run, RG_RECORD (order), "ship_to", whole);
      return;
    }
  for (guint i = 0; whole_lines[i] != NULL; i++)
    if (*rg_import_get_named (run, whole_lines[i]) != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", rg_import_get_named (run, whole_lines[i]));
  for (guint i = 0; of_city[i] != NULL; i++)
    if (*rg_import_get_named (run, of_city[i]) != '\0')
      g_string_append_printf (city, "%s%s", city->len > 0 ? " " : "", rg_import_get_named (run, of_city[i]));
  if (city->len > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", city->str);
  if (*country != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", country);
  rg_import_set_text (run, rg_import_find_target (run, "ship_street"), &order->ship_to, text->str);
}

/* What was shipped is complete, and so is what was to be delivered long ago when the file does not tell what was
 * shipped. Where it does not tell of payments, what is complete is paid for, since nobody should be dunned for a file
 * that says nothing; what is not is yet to be paid, as an order made here would be. */
static gboolean
set_states (RgImportRun *run, RgOrder *order)
{
  int shipped = rg_import_find_target (run, "shipped");
  RgOrderStatus before = order->status;
  RgDay day = 0;

  if (!rg_import_read_day (run, shipped, &day))
    return FALSE;
  if (*rg_import_get_named (run, "status") != '\0')
    {
      if (!rg_import_set_field (run, RG_RECORD (order), "status", rg_import_find_target (run, "status")))
        return FALSE;
    }
  else if (day != 0)
    order->status = RG_ORDER_STATUS_COMPLETE;
  else if (!run->on_file)
    order->status = run->column_of[shipped] >= 0 || order->delivery_day > run->today ? RG_ORDER_STATUS_OPEN
                                                                                     : RG_ORDER_STATUS_COMPLETE;
  run->changed |= order->status != before;
  if (*rg_import_get_named (run, "payment_status") != '\0')
    return rg_import_set_field (run, RG_RECORD (order), "payment_status",
                                rg_import_find_target (run, "payment_status"));
  if (order->status == RG_ORDER_STATUS_COMPLETE && order->origin == RG_ORDER_ORIGIN_IMPORT
      && (!run->on_file || before != RG_ORDER_STATUS_COMPLETE))
    order->payment_status = RG_PAYMENT_STATUS_PAID;
  return TRUE;
}

/* How much was paid is only asked where the file says that it is not all or nothing. */
static gboolean
set_totals (RgImportRun *run, RgOrder *order)
{
  int target = rg_import_find_target (run, "total");
  gint64 total = order->subtotal + order->delivery_fee;

  if (!run->on_file && !rg_import_read_money (run, target, order->currency, &total))
    return FALSE;
  order->subtotal = total - order->delivery_fee;
  order->total = total;
  if (order->payment_status == RG_PAYMENT_STATUS_PAID)
    order->paid = order->total;
  else if (!run->on_file && order->payment_status != RG_PAYMENT_STATUS_UNPAID)
    return rg_import_read_money (run, rg_import_find_target (run, "paid"), order->currency, &order->paid);
  return TRUE;
}

static gboolean
set_cells (RgImportRun *run, RgOrder *order)
{
  static const char *const fields[]
    = { "created_at", "delivery_day", "kind", "delivery_fee", "payment_type",       "route",
        "stop",       "tracking",     "note", "alert",        "delivery_confirmed", NULL };

  guint origin;

  if (!rg_import_read_currency (run, rg_import_find_target (run, "currency"), &order->currency))
    return FALSE;
  for (guint i = 0; fields[i] != NULL; i++)
    if (!rg_import_set_field (run, RG_RECORD (order), fields[i], rg_import_find_target (run, fields[i])))
      return FALSE;
  if (order->delivery_fee < 0)
    {
      rg_import_set_reason (run, "%s", _ ("The delivery fee is below zero."));
      return FALSE;
    }
  set_ship_to (run, order);
  /* What others call an origin is something else. */
  if (!run->on_file && rg_words_parse (&rg_order_origin_words, rg_import_get_named (run, "origin"), &origin))
    order->origin = origin;
  return set_states (run, order) && set_totals (run, order);
}

/* The customer; 0 without an error when there is none such. */
static gint64
find_customer (RgImportRun *run, GError **error)
{
  const char *external = rg_import_get_named (run, "customer_id");
  gint64 number = 0;
  gint64 id;

  if (*external == '\0' && *rg_import_get_named (run, "customer_number") == '\0')
    {
      rg_import_set_reason (run, "%s", _ ("There is no customer in this row."));
      return 0;
    }
  if (!rg_import_read_int (run, rg_import_find_target (run, "customer_number"), &number))
    return 0;
  /* A key that is a number may be the customer number as well. */
  if (number == 0 && *external != '\0')
    g_ascii_string_to_signed (external, 10, 1, G_MAXINT64, &number, NULL);
  id = rg_import_find_customer_id (run->db, *external != '\0' ? external : NULL, number, error);
  if (id == 0)
    rg_import_set_reason (run, _ ("There is no customer “%s”. Import the customers first."),
                          *external != '\0' ? external : rg_import_get_named (run, "customer_number"));
  return id;
}

static gboolean
write_new (RgImportRun *run, RgOrder *order, gint64 number, GError **error)
{
  gboolean taken = number == 0;

  if (order->created_at == 0)
    order->created_at = rg_txn_get_time (run->txn);
  if (number != 0 && !rg_import_is_order_number (run->db, number, &taken, error))
    return FALSE;
  order->number = number;
  if (taken && !rg_order_next_number (run->db, &order->number, error))
    return FALSE;
  return rg_txn_insert (run->txn, RG_RECORD (order), error);
}

static int
import_row (RgImportRun *run, GError **error)
{
  const char *external = rg_import_get_named (run, "external_id");
  g_autofree char *key = NULL;
  g_autoptr (GError) local = NULL;
  g_autoptr (RgOrder) order = NULL;
  gint64 number = 0;
  gint64 customer_id;

  if (!rg_import_read_int (run, rg_import_find_target (run, "number"), &number))
    return RG_IMPORT_BAD;
  if (*external == '\0' && number <= 0)
    {
      rg_import_set_reason (run, "%s", _ ("There is no order number in this row."));
      return RG_IMPORT_BAD;
    }
  key = *external != '\0' ? g_strconcat ("x", external, NULL) : g_strdup_printf ("n%" G_GINT64_FORMAT, number);
  if (!rg_import_seen_add (run->seen, key))
    {
      rg_import_set_reason (run, _ ("This order is in the file twice: %s"), key + 1);
      return RG_IMPORT_DUPLICATE;
    }
  customer_id = find_customer (run, &local);
  if (local == NULL && customer_id != 0)
    order = rg_import_find_order (run->db, *external != '\0' ? external : NULL, number, &local);
  if (rg_error_propagate (error, &local))
    return -1;
  if (customer_id == 0)
    return RG_IMPORT_BAD;
  run->on_file = order != NULL;
  if (run->on_file && order->customer_id != customer_id)
    {
      rg_import_set_reason (run, _ ("Order %" PRId64 " is another customer’s."), order->number);
      return RG_IMPORT_BAD;
    }
  if (order == NULL)
    {
      order = g_object_new (RG_TYPE_ORDER, "external-id", external, "origin", RG_ORDER_ORIGIN_IMPORT, NULL);
      order->customer_id = customer_id;
    }
  if (!set_cells (run, order))
    return RG_IMPORT_BAD;
  if (run->txn != NULL && !run->on_file)
    {
      if (number == 0)
        g_ascii_string_to_signed (external, 10, 1, G_MAXINT64, &number, NULL);
      if (!write_new (run, order, number, error))
        return -1;
    }
  else if (run->txn != NULL && run->changed && !rg_txn_update (run->txn, RG_RECORD (order), error))
    return -1;
  return !run->on_file ? RG_IMPORT_NEW : run->changed ? RG_IMPORT_CHANGED : RG_IMPORT_SAME;
}

const RgImportType rg_import_orders = {
  .name = "orders",
  .label = N_ ("Orders"),
  .targets = targets,
  .n_targets = G_N_ELEMENTS (targets),
  .needed = "customer_id|customer_number",
  .needed_words = N_ ("Say which column tells whose order it is."),
  .row = import_row,
};
