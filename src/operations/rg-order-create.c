/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-order-operations.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-address-data.h"
#include "rg-cart-data.h"
#include "rg-customer.h"
#include "rg-error.h"
#include "rg-money.h"
#include "rg-order-data.h"
#include "rg-payment-method-data.h"
#include "rg-payment-method.h"
#include "rg-product.h"
#include "rg-recurring-data.h"
#include "rg-recurring-item.h"

/* Making an order: what speaks against it, and what it begins with. */

/* As many open orders are named one by one. */
#define MAX_NAMED 3

/* What both the reasons and the making of an order look at. */
typedef struct
{
  RgSettings *settings;
  RgCustomer *customer;
  RgDay today;
  RgDay day;
  const char *currency;
  gboolean pickup;
} Plan;

static void
plan_clear (Plan *plan)
{
  g_clear_pointer (&plan->settings, rg_settings_free);
  g_clear_object (&plan->customer);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, plan_clear)

static gboolean
make_plan (Plan *plan, RgAct *act, RgDb *db, GError **error)
{
  plan->settings = rg_settings_read (db, error);
  plan->customer
    = plan->settings != NULL ? (RgCustomer *) rg_db_load (db, &rg_customer_type, act->customer_id, error) : NULL;
  if (plan->customer == NULL)
    return FALSE;
  plan->today = rg_day_today (rg_settings_get_zone (plan->settings));
  plan->day = act->day;
  plan->currency = plan->customer->currency != NULL ? plan->customer->currency
                                                    : rg_settings_get (plan->settings, RG_SETTING_CURRENCY);
  plan->pickup = act->record != NULL && RG_ORDER (act->record)->kind == RG_ORDER_KIND_PICKUP;
  return plan->day != 0 || rg_orders_next_day (db, act->customer_id, plan->today, &plan->day, error);
}

/**
 * rg_order_add_pickup_reason:
 * @settings: the settings
 * @reasons: gets a refusal where customers can't pick up their orders
 */
void
rg_order_add_pickup_reason (RgSettings *settings, GPtrArray *reasons)
{
  if (!rg_settings_get_bool (settings, RG_SETTING_PICKUP))
    rg_reasons_add (reasons, _ ("Pickup orders are switched off."), _ ("They can be switched on in the settings."),
                    "setting.change");
}

static void
add_status_reasons (Plan *plan, GPtrArray *reasons)
{
  if (plan->customer->status == RG_CUSTOMER_STATUS_CANCELLED)
    rg_reasons_add (reasons, _ ("The customer is cancelled."), _ ("Reactivate the account first."),
                    "customer.reactivate");
  else if (plan->customer->status == RG_CUSTOMER_STATUS_INACTIVE)
    rg_reasons_add (reasons, _ ("The customer is inactive."), _ ("Reactivate the account first."),
                    "customer.reactivate");
  if (plan->pickup)
    rg_order_add_pickup_reason (plan->settings, reasons);
}

static char *
dup_day_words (RgOrder *order, RgDay today)
{
  return order->delivery_day != 0 ? rg_day_format_short (order->delivery_day, today) : g_strdup (_ ("no date yet"));
}

/**
 * rg_order_add_week_reasons:
 * @db: a connection
 * @settings: the settings
 * @customer_id: a customer
 * @except: an order that does not count; 0 for none
 * @day: when an order is to be delivered
 * @reasons: gets the customer's orders of the same week: each a warning, or a refusal where only one is allowed
 * @error: where to put what went wrong
 *
 * Returns: whether that could be found out
 */
gboolean
rg_order_add_week_reasons (
  RgDb *db, RgSettings *settings, gint64 customer_id, gint64 except, RgDay day, GPtrArray *reasons, GError **error)
{
  RgDay today = rg_day_today (rg_settings_get_zone (settings));
  RgDay start = rg_day_week_start (day, rg_settings_get_first_weekday (settings));
  g_autoptr (GPtrArray) same_week = rg_orders_between (db, customer_id, start, start + 6, error);

  for (guint i = 0; same_week != NULL && i < same_week->len; i++)
    {
      RgOrder *order = same_week->pdata[i];
      g_autofree char *words = dup_day_words (order, today);
      g_autofree char *text
        /* Translators: the number of an order, its delivery date and its status */
        = g_strdup_printf (_ ("There is an order for the same week: #%" PRId64 " for %s (%s)."), order->number, words,
                           rg_words_get_label (&rg_order_status_words, order->status));

      if (rg_record_get_id (RG_RECORD (order)) == except)
        continue;
      if (rg_settings_get_bool (settings, RG_SETTING_SAME_WEEK_BLOCK))
        rg_reasons_add (reasons, text,
                        _ ("Only one order a week is allowed; choose another delivery date or change that order."),
                        "order.edit");
      else
        rg_reasons_warn (reasons, text, NULL, "order.edit");
    }
  return same_week != NULL;
}

/* An order in the same week, and other orders that are still open. */
static gboolean
add_order_reasons (Plan *plan, RgDb *db, GPtrArray *reasons, GError **error)
{
  gint64 customer_id = rg_record_get_id (RG_RECORD (plan->customer));
  RgDay start = rg_day_week_start (plan->day, rg_settings_get_first_weekday (plan->settings));
  g_autoptr (GPtrArray) open = NULL;

  if (!rg_order_add_week_reasons (db, plan->settings, customer_id, 0, plan->day, reasons, error))
    return FALSE;
  open = rg_orders_open (db, customer_id, MAX_NAMED, error);
  if (open == NULL)
    return FALSE;
  for (guint i = 0; i < open->len; i++)
    {
      RgOrder *order = open->pdata[i];
      g_autofree char *day = dup_day_words (order, plan->today);
      /* Translators: the number of an order and its day */
      g_autofree char *text = g_strdup_printf (_ ("Order #%" PRId64 " for %s is still open."), order->number, day);

      if (order->delivery_day < start || order->delivery_day > start + 6)
        rg_reasons_warn (reasons, text, NULL, "order.edit");
    }
  return TRUE;
}

static gboolean
add_cart_reasons (RgAct *act, RgDb *db, GPtrArray *reasons, GError **error)
{
  gint64 n;

  if (!rg_cart_count_pending (db, act->customer_id, &n, error))
    return FALSE;
  if (n > 0)
    {
      g_autofree char *text
        = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%" PRId64 " product waits in the Future Cart.",
                                        "%" PRId64 " products wait in the Future Cart.", n),
                           n);

      rg_reasons_warn (reasons, text, _ ("The order can be made from there."), "cart.review");
    }
  return TRUE;
}

static gboolean
add_delivery_reasons (Plan *plan, RgDb *db, GPtrArray *reasons, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (RgAddress) address = rg_address_for_delivery (db, rg_record_get_id (RG_RECORD (plan->customer)), &local);

  if (rg_error_propagate (error, &local))
    return FALSE;
  if (address == NULL && !plan->pickup)
    rg_reasons_warn (reasons, _ ("There is no address to deliver to."), _ ("Add one to the account."), "address.add");
  if (plan->day < plan->today)
    {
      g_autofree char *day = rg_day_format (plan->day);
      g_autofree char *text = g_strdup_printf (_ ("The delivery date, %s, is in the past."), day);

      rg_reasons_warn (reasons, text, NULL, NULL);
    }
  return TRUE;
}

/* What recurs and is due by then. */
static GPtrArray *
read_due_items (Plan *plan, RgDb *db, GError **error)
{
  GPtrArray *items = rg_recurring_read (db, rg_record_get_id (RG_RECORD (plan->customer)), 0, error);

  for (guint i = items != NULL ? items->len : 0; i > 0; i--)
    if (!rg_recurring_item_is_due (items->pdata[i - 1], plan->day, rg_settings_get_first_weekday (plan->settings)))
      g_ptr_array_remove_index (items, i - 1);
  return items;
}

static gboolean
is_recreation (RgAct *act)
{
  return act->ids != NULL && act->ids->len > 0;
}

/* Why a product that recurs is left out; NULL when it isn't. */
static char *
dup_left_out (Plan *plan, RgProduct *product)
{
  if (product->retired)
    return g_strdup_printf (_ ("%s recurs, but is no longer sold; it is left out."), product->name);
  if (g_strcmp0 (product->currency, plan->currency) != 0)
    /* Translators: a product and two currencies */
    return g_strdup_printf (_ ("%s recurs, but its price is in %s, not %s; it is left out."), product->name,
                            product->currency, plan->currency);
  return NULL;
}

static gboolean
add_recurring_reasons (Plan *plan, RgDb *db, GPtrArray *reasons, GError **error)
{
  g_autoptr (GPtrArray) items = read_due_items (plan, db, error);

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      g_autoptr (RgProduct) product
        = (RgProduct *) rg_db_load (db, &rg_product_type, RG_RECURRING_ITEM (items->pdata[i])->product_id, error);
      g_autofree char *text = product != NULL ? dup_left_out (plan, product) : NULL;

      if (product == NULL)
        return FALSE;
      if (text != NULL)
        rg_reasons_warn (reasons, text, NULL, NULL);
    }
  return items != NULL;
}

static gboolean
why_not_create (RgAct *act, RgDb *db, GPtrArray *reasons, GError **error)
{
  g_auto (Plan) plan = { NULL };

  if (!make_plan (&plan, act, db, error))
    return FALSE;
  /* What is confirmed is this day. */
  act->day = plan.day;
  add_status_reasons (&plan, reasons);
  if (is_recreation (act))
    {
      g_autoptr (RgOrder) order
        = (RgOrder *) rg_db_load (db, &rg_order_type, g_array_index (act->ids, gint64, 0), error);

      if (order == NULL)
        return FALSE;
      if (order->customer_id != act->customer_id)
        rg_reasons_add (reasons, _ ("That order is another customer’s."), NULL, NULL);
      if (order->status != RG_ORDER_STATUS_CANCELLED)
        rg_reasons_add (reasons, _ ("That order is not cancelled."), NULL, NULL);
    }
  else if (!add_recurring_reasons (&plan, db, reasons, error))
    return FALSE;
  return add_order_reasons (&plan, db, reasons, error) && add_cart_reasons (act, db, reasons, error)
         && add_delivery_reasons (&plan, db, reasons, error);
}

/* Where it goes, by which route, for what fee. */
static gboolean
set_delivery (Plan *plan, RgDb *db, RgOrder *order, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (RgAddress) address = NULL;

  if (plan->pickup)
    return TRUE;
  address = rg_address_for_delivery (db, order->customer_id, &local);
  if (rg_error_propagate (error, &local))
    return FALSE;
  if (address != NULL)
    {
      order->address_id = rg_record_get_id (RG_RECORD (address));
      g_set_str (&order->route, address->route);
      order->stop = address->stop;
    }
  /* The fee is set in the currency of the business; an order in another one starts without. */
  if (g_strcmp0 (plan->currency, rg_settings_get (plan->settings, RG_SETTING_CURRENCY)) == 0)
    order->delivery_fee = rg_settings_get_money (plan->settings, RG_SETTING_DELIVERY_FEE);
  return TRUE;
}

static gboolean
set_payment (RgDb *db, RgOrder *order, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (RgPaymentMethod) method = rg_payment_method_primary (db, order->customer_id, 0, &local);

  if (method != NULL)
    order->payment_type = method->type;
  return !rg_error_propagate (error, &local);
}

static gboolean
insert_due_items (Plan *plan, RgTxn *txn, RgOrder *order, GError **error)
{
  RgDb *db = rg_txn_get_db (txn);
  g_autoptr (GPtrArray) items = read_due_items (plan, db, error);

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      RgRecurringItem *item = items->pdata[i];
      g_autoptr (RgProduct) product = (RgProduct *) rg_db_load (db, &rg_product_type, item->product_id, error);
      g_autofree char *left_out = product != NULL ? dup_left_out (plan, product) : NULL;
      g_autoptr (RgOrderLine) line = g_object_new (RG_TYPE_ORDER_LINE, NULL);

      if (product == NULL)
        return FALSE;
      if (left_out != NULL)
        continue;
      line->product_id = item->product_id;
      line->quantity = item->quantity;
      line->recurring = TRUE;
      item->last_day = order->delivery_day;
      if (!rg_order_line_fill_in (line, db, order, error) || !rg_order_insert_line (txn, order, line, error)
          || !rg_txn_update (txn, RG_RECORD (item), error))
        return FALSE;
    }
  return items != NULL;
}

/* The lines of a cancelled order as they were, at the prices they had. */
static gboolean
insert_copies (RgTxn *txn, RgOrder *order, gint64 from_id, GError **error)
{
  g_autoptr (GPtrArray) lines = rg_order_read_lines (rg_txn_get_db (txn), from_id, error);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      g_autoptr (RgRecord) copy = rg_record_copy (lines->pdata[i]);

      rg_record_set_id (copy, 0);
      RG_ORDER_LINE (copy)->order_id = 0;
      if (!rg_order_insert_line (txn, order, RG_ORDER_LINE (copy), error))
        return FALSE;
    }
  return lines != NULL && rg_order_update_recurring (txn, order, lines, error);
}

static gboolean
insert_given (RgAct *act, RgTxn *txn, RgOrder *order, GError **error)
{
  for (guint i = 0; act->records != NULL && i < act->records->len; i++)
    {
      RgOrderLine *line = act->records->pdata[i];

      if (line->product_id != 0 && line->name == NULL
          && !rg_order_line_fill_in (line, rg_txn_get_db (txn), order, error))
        return FALSE;
      if (!rg_order_insert_line (txn, order, line, error))
        return FALSE;
    }
  return TRUE;
}

/* The alert is for one order only. */
static gboolean
take_alert (Plan *plan, RgTxn *txn, GError **error)
{
  if (!plan->customer->alert_next_order)
    return TRUE;
  plan->customer->alert_next_order = FALSE;
  return rg_txn_update (txn, RG_RECORD (plan->customer), error);
}

static gboolean
create_order (RgAct *act, RgTxn *txn, GError **error)
{
  RgDb *db = rg_txn_get_db (txn);
  g_autoptr (RgOrder) order = g_object_new (RG_TYPE_ORDER, NULL);
  g_autofree char *words = NULL;
  g_auto (Plan) plan = { NULL };

  if (!make_plan (&plan, act, db, error) || !rg_order_next_number (db, &order->number, error))
    return FALSE;
  order->customer_id = act->customer_id;
  order->status = RG_ORDER_STATUS_OPEN;
  order->origin = is_recreation (act) ? RG_ORDER_ORIGIN_RECREATED : RG_ORDER_ORIGIN_MANUAL;
  if (act->record != NULL)
    {
      RgOrder *from = RG_ORDER (act->record);

      order->kind = from->kind;
      /* An order that was not told why it is made is made by hand. */
      if (from->origin != RG_ORDER_ORIGIN_SUBSCRIPTION)
        order->origin = from->origin;
      g_set_str (&order->note, from->note);
      g_set_str (&order->tracking, from->tracking);
    }
  order->created_at = rg_txn_get_time (txn);
  order->delivery_day = plan.day;
  order->currency = g_strdup (plan.currency);
  order->alert = plan.customer->alert_next_order;
  if (!set_delivery (&plan, db, order, error) || !set_payment (db, order, error)
      || !rg_money_add (order->subtotal, order->delivery_fee, &order->total, error))
    return FALSE;

  words = rg_order_dup_words (order);
  rg_txn_set_words (txn, words);
  g_set_object (&act->record, RG_RECORD (order));
  return rg_txn_insert (txn, act->record, error)
         && (is_recreation (act) ? insert_copies (txn, order, g_array_index (act->ids, gint64, 0), error)
                                 : insert_due_items (&plan, txn, order, error))
         && insert_given (act, txn, order, error) && rg_order_update_totals (txn, order, error)
         && take_alert (&plan, txn, error);
}

const RgOperation rg_order_create = {
  .name = "order.create",
  .label = N_ ("Create Order"),
  .past = N_ ("Order created"),
  .right = { RG_AREA_ORDERS, RG_SCOPE_CREATE },
  .why_not = why_not_create,
  .run = create_order,
};
