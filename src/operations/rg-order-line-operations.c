/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-order-operations.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-customer.h"
#include "rg-error.h"
#include "rg-money.h"
#include "rg-order-data.h"
#include "rg-product.h"
#include "rg-recurring-data.h"
#include "rg-recurring-item.h"
#include "rg-text.h"

/* What the store takes at most. */
#define MAX_QUANTITY G_MAXINT32
#define MAX_PRICE G_GINT64_CONSTANT (1000000000000)

/**
 * rg_order_dup_words:
 * @order: an order
 *
 * Returns: (transfer full): how people name it: "#20877"
 */
char *
rg_order_dup_words (RgOrder *order)
{
  return g_strdup_printf ("#%" G_GINT64_FORMAT, order->number);
}

/**
 * rg_order_line_check:
 * @line: an order line
 * @error: where to put what is wrong with it
 *
 * Returns: whether it may be in an order
 */
gboolean
rg_order_line_check (RgOrderLine *line, GError **error)
{
  if (rg_text_is_blank (line->name))
    rg_error_set_invalid (error, "name", _ ("Name the product."));
  else if (line->quantity < 1)
    rg_error_set_invalid (error, "quantity", _ ("The quantity has to be at least 1. Remove the product instead."));
  else if (line->quantity > MAX_QUANTITY)
    rg_error_set_invalid (error, "quantity", _ ("The quantity is too large."));
  else if (line->unit_price > MAX_PRICE || line->unit_price < -MAX_PRICE)
    rg_error_set_invalid (error, "unit_price", _ ("The price is too large."));
  else if (line->discount < 0 || line->discount > 10000)
    rg_error_set_invalid (error, "discount", _ ("The discount has to be between 0 %% and 100 %%."));
  else
    return TRUE;
  return FALSE;
}

/**
 * rg_order_line_fill_in:
 * @line: an order line with a product; its name, price and currency are set
 * @db: a connection
 * @order: the order
 * @error: where to put what went wrong
 *
 * The price is the one this customer pays for the product.
 *
 * Returns: whether the product may go into the order
 */
gboolean
rg_order_line_fill_in (RgOrderLine *line, RgDb *db, RgOrder *order, GError **error)
{
  g_autoptr (RgProduct) product = (RgProduct *) rg_db_load (db, &rg_product_type, line->product_id, error);
  g_autoptr (RgCustomer) customer
    = product != NULL ? (RgCustomer *) rg_db_load (db, &rg_customer_type, order->customer_id, error) : NULL;

  if (customer == NULL)
    return FALSE;
  if (product->retired)
    {
      rg_error_set_invalid (error, "product_id", _ ("%s is no longer sold."), product->name);
      return FALSE;
    }
  if (g_strcmp0 (product->currency, order->currency) != 0)
    {
      /* Translators: a product's name, its currency, the currency of the order */
      rg_error_set_invalid (error, "product_id", _ ("The price of %s is in %s, but this order is in %s."),
                            product->name, product->currency, order->currency);
      return FALSE;
    }
  g_set_str (&line->name, product->name);
  g_set_str (&line->currency, product->currency);
  line->unit_price = rg_customer_price (customer, product->price);
  line->quantity = MAX (line->quantity, 1);
  return TRUE;
}

/**
 * rg_order_insert_line:
 * @txn: a transaction
 * @order: the order, on file
 * @line: a new line, filled in
 * @error: where to put what went wrong
 *
 * Puts the line last. The totals are for rg_order_update_totals().
 *
 * Returns: whether it was written
 */
gboolean
rg_order_insert_line (RgTxn *txn, RgOrder *order, RgOrderLine *line, GError **error)
{
  line->order_id = rg_record_get_id (RG_RECORD (order));
  g_set_str (&line->currency, order->currency);
  return rg_order_line_check (line, error)
         && rg_order_next_position (rg_txn_get_db (txn), line->order_id, &line->position, error)
         && rg_txn_insert (txn, RG_RECORD (line), error);
}

/**
 * rg_order_update_totals:
 * @txn: a transaction
 * @order: an order that is on file; its totals are set from its lines and its fee, and it is written
 * @error: where to put what went wrong
 *
 * What was paid stays; whether that is all is said anew when the total changes.
 *
 * Returns: whether it was written
 */
gboolean
rg_order_update_totals (RgTxn *txn, RgOrder *order, GError **error)
{
  g_autoptr (GPtrArray) lines = rg_order_read_lines (rg_txn_get_db (txn), rg_record_get_id (RG_RECORD (order)), error);
  gint64 total = order->total;

  if (lines == NULL || !rg_order_lines_sum (lines, &order->subtotal, error)
      || !rg_money_add (order->subtotal, order->delivery_fee, &order->total, error))
    return FALSE;
  if (order->total != total && order->paid > 0 && order->payment_status != RG_PAYMENT_STATUS_REFUNDED)
    order->payment_status = order->paid >= order->total ? RG_PAYMENT_STATUS_PAID : RG_PAYMENT_STATUS_PART_PAID;
  return rg_txn_update (txn, RG_RECORD (order), error);
}

/**
 * rg_order_update_recurring:
 * @txn: a transaction
 * @order: an order that was moved or cancelled, as it is on file now
 * @lines: (element-type RgOrderLine): its lines, or those it had
 * @error: where to put what went wrong
 *
 * Says of the customer's recurring items in @lines anew when they were delivered last.
 *
 * Returns: whether that worked
 */
gboolean
rg_order_update_recurring (RgTxn *txn, RgOrder *order, GPtrArray *lines, GError **error)
{
  RgDb *db = rg_txn_get_db (txn);

  for (guint i = 0; i < lines->len; i++)
    {
      RgOrderLine *line = lines->pdata[i];
      g_autoptr (GPtrArray) items = NULL;

      if (!line->recurring)
        continue;
      items = rg_recurring_read (db, order->customer_id, line->product_id, error);
      if (items == NULL)
        return FALSE;
      for (guint j = 0; j < items->len; j++)
        {
          RgRecurringItem *item = items->pdata[j];

          if (!rg_recurring_last_day (db, order->customer_id, line->product_id, &item->last_day, error)
              || !rg_txn_update (txn, RG_RECORD (item), error))
            return FALSE;
        }
    }
  return TRUE;
}

/* The lines of an order change only while it is still to be packed. */
static gboolean
why_not_line (RgAct *act, RgDb *db, GPtrArray *reasons, GError **error)
{
  g_autoptr (RgOrder) order = (RgOrder *) rg_db_load (db, &rg_order_type, RG_ORDER_LINE (act->record)->order_id, error);

  if (order == NULL)
    return FALSE;
  if (!rg_order_is_open (order))
    {
      g_autofree char *text
        /* Translators: the number of an order and its status */
        = g_strdup_printf (_ ("Order #%" PRId64 " is set to %s; its products can’t change any more."), order->number,
                           rg_words_get_label (&rg_order_status_words, order->status));

      rg_reasons_add (reasons, text, _ ("Set it to Open first."), "order.edit");
    }
  return TRUE;
}

static void
set_words (RgTxn *txn, RgOrder *order, RgOrderLine *line)
{
  g_autofree char *words = g_strdup_printf ("#%" G_GINT64_FORMAT ": %s", order->number, line->name);

  rg_txn_set_words (txn, words);
  rg_txn_set_customer (txn, order->customer_id);
}

static RgOrder *
load_order (RgTxn *txn, RgOrderLine *line, GError **error)
{
  return (RgOrder *) rg_db_load (rg_txn_get_db (txn), &rg_order_type, line->order_id, error);
}

static gboolean
add_line (RgAct *act, RgTxn *txn, GError **error)
{
  RgOrderLine *line = RG_ORDER_LINE (act->record);
  RgDb *db = rg_txn_get_db (txn);
  g_autoptr (RgOrder) order = load_order (txn, line, error);

  if (order == NULL)
    return FALSE;
  if (line->product_id != 0 && line->name == NULL)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (RgOrderLine) same = rg_order_find_line (db, line->order_id, line->product_id, &local);

      if (rg_error_propagate (error, &local))
        return FALSE;
      if (same != NULL)
        {
          same->quantity += MAX (line->quantity, 1);
          g_set_object (&act->record, RG_RECORD (same));
          set_words (txn, order, same);
          return rg_order_line_check (same, error) && rg_txn_update (txn, act->record, error)
                 && rg_order_update_totals (txn, order, error);
        }
      if (!rg_order_line_fill_in (line, db, order, error))
        return FALSE;
    }
  if (!rg_order_insert_line (txn, order, line, error))
    return FALSE;
  set_words (txn, order, line);
  return rg_order_update_totals (txn, order, error);
}

static gboolean
edit_line (RgAct *act, RgTxn *txn, GError **error)
{
  RgOrderLine *line = RG_ORDER_LINE (act->record);
  g_autoptr (RgOrderLine) old = (RgOrderLine *) rg_act_merge (act, rg_txn_get_db (txn), error);
  g_autoptr (RgOrder) order = old != NULL ? load_order (txn, old, error) : NULL;

  if (order == NULL || !rg_order_line_check (line, error))
    return FALSE;
  g_set_str (&old->name, line->name);
  old->quantity = line->quantity;
  old->unit_price = line->unit_price;
  old->discount = line->discount;
  g_set_object (&act->record, RG_RECORD (old));
  set_words (txn, order, old);
  return rg_txn_update (txn, act->record, error) && rg_order_update_totals (txn, order, error);
}

static gboolean
remove_line (RgAct *act, RgTxn *txn, GError **error)
{
  g_autoptr (RgOrderLine) line
    = (RgOrderLine *) rg_db_load (rg_txn_get_db (txn), &rg_order_line_type, rg_record_get_id (act->record), error);
  g_autoptr (RgOrder) order = line != NULL ? load_order (txn, line, error) : NULL;
  g_autoptr (GPtrArray) removed = g_ptr_array_new ();

  if (order == NULL)
    return FALSE;
  set_words (txn, order, line);
  g_ptr_array_add (removed, line);
  return rg_txn_delete (txn, RG_RECORD (line), error) && rg_order_update_totals (txn, order, error)
         && rg_order_update_recurring (txn, order, removed, error);
}

const RgOperation rg_order_add_line = {
  .name = "order.add-line",
  .label = N_ ("Add Product to Order"),
  .past = N_ ("Product added to the order"),
  .right = { RG_AREA_ORDERS, RG_SCOPE_EDIT },
  .why_not = why_not_line,
  .run = add_line,
};

const RgOperation rg_order_edit_line = {
  .name = "order.edit-line",
  .label = N_ ("Change Product of Order"),
  .past = N_ ("Order changed"),
  .right = { RG_AREA_ORDERS, RG_SCOPE_EDIT },
  .why_not = why_not_line,
  .run = edit_line,
};

const RgOperation rg_order_remove_line = {
  .name = "order.remove-line",
  .label = N_ ("Remove Product from Order"),
  .past = N_ ("Product removed from the order"),
  .right = { RG_AREA_ORDERS, RG_SCOPE_EDIT },
  .why_not = why_not_line,
  .run = remove_line,
};
