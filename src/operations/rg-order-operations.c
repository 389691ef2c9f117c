/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-order-operations.h"

#include <glib/gi18n-lib.h>

#include "rg-error.h"
#include "rg-money.h"
#include "rg-order-data.h"
#include "rg-record-merge.h"

static RgOrder *
load_order (RgAct *act, RgDb *db, GError **error)
{
  return (RgOrder *) rg_db_load (db, &rg_order_type, rg_record_get_id (act->record), error);
}

static gboolean
is_final (RgOrderStatus status)
{
  return status == RG_ORDER_STATUS_CLOSED || status == RG_ORDER_STATUS_COMPLETE;
}

/* Writes the order with its totals; what recurs is told when the order came, went or moved. */
static gboolean
write_order (RgAct *act, RgTxn *txn, RgOrder *order, gboolean moved, GError **error)
{
  g_autofree char *words = rg_order_dup_words (order);
  g_autoptr (GPtrArray) lines = NULL;

  rg_txn_set_words (txn, words);
  g_set_object (&act->record, RG_RECORD (order));
  if (!rg_order_update_totals (txn, order, error))
    return FALSE;
  if (!moved)
    return TRUE;
  lines = rg_order_read_lines (rg_txn_get_db (txn), rg_record_get_id (RG_RECORD (order)), error);
  return lines != NULL && rg_order_update_recurring (txn, order, lines, error);
}

/* Takes over what people may change. A date that is moved is to be confirmed anew. */
static void
take_over (RgOrder *order, RgOrder *from)
{
  gboolean moved = order->delivery_day != from->delivery_day;

  order->delivery_confirmed
    = from->delivery_confirmed && from->delivery_day != 0 && !(moved && order->delivery_confirmed);
  order->delivery_day = from->delivery_day;
  order->status = from->status;
  order->kind = from->kind;
  order->origin = from->origin;
  order->stop = from->stop;
  order->address_id = from->address_id;
  order->delivery_fee = from->delivery_fee;
  order->payment_type = from->payment_type;
  order->alert = from->alert;
  g_set_str (&order->route, from->route);
  g_set_str (&order->tracking, from->tracking);
  g_set_str (&order->note, from->note);
}

static gboolean
check_order (RgOrder *order, RgOrderStatus was, GError **error)
{
  if (order->status == RG_ORDER_STATUS_CANCELLED && was != RG_ORDER_STATUS_CANCELLED)
    rg_error_set_invalid (error, "status", _ ("Cancel the order instead, so that what was paid is thought of."));
  else if (is_final (order->status) && !is_final (was) && !order->delivery_confirmed)
    rg_error_set_invalid (error, "delivery_confirmed",
                          order->delivery_day == 0
                            ? _ ("Set the delivery date and confirm it before the order is finalized.")
                            : _ ("Confirm the delivery date before the order is finalized."));
  else if (order->delivery_fee < 0 || order->delivery_fee > RG_ORDER_MAX_TOTAL)
    rg_error_set_invalid (error, "delivery_fee", _ ("The delivery fee can’t be negative or that large."));
  else if (order->stop < 0 || order->stop > G_MAXINT32)
    rg_error_set_invalid (error, "stop", _ ("The stop is a number from 1 on."));
  else
    return TRUE;
  return FALSE;
}

/* Made a pickup where there are none, moved into a week that has an order already, or brought back into it. */
static gboolean
why_not_edit (RgAct *act, RgDb *db, GPtrArray *reasons, GError **error)
{
  g_autoptr (RgOrder) after = (RgOrder *) rg_record_copy (act->record);
  g_autoptr (RgOrder) order = load_order (act, db, error);
  g_autoptr (RgSettings) settings = order != NULL ? rg_settings_read (db, error) : NULL;
  int weekday;

  if (settings == NULL)
    return FALSE;
  /* A conflict is told when it is done. */
  rg_record_merge (RG_RECORD (after), act->base, RG_RECORD (order), NULL);
  if (after->kind == RG_ORDER_KIND_PICKUP && order->kind != RG_ORDER_KIND_PICKUP)
    rg_order_add_pickup_reason (settings, reasons);
  weekday = rg_settings_get_first_weekday (settings);
  if (after->delivery_day == 0 || after->status == RG_ORDER_STATUS_CANCELLED
      || (order->status != RG_ORDER_STATUS_CANCELLED && order->delivery_day != 0
          && rg_day_week_start (order->delivery_day, weekday) == rg_day_week_start (after->delivery_day, weekday)))
    return TRUE;
  return rg_order_add_week_reasons (db, settings, order->customer_id, rg_record_get_id (act->record),
                                    after->delivery_day, reasons, error);
}

static gboolean
edit_order (RgAct *act, RgTxn *txn, GError **error)
{
  g_autoptr (RgOrder) order = (RgOrder *) rg_act_merge (act, rg_txn_get_db (txn), error);
  RgOrderStatus was;
  RgDay day;

  if (order == NULL)
    return FALSE;
  was = order->status;
  day = order->delivery_day;
  take_over (order, RG_ORDER (act->record));
  return check_order (order, was, error)
         && write_order (act, txn, order,
                         day != order->delivery_day
                           || (was == RG_ORDER_STATUS_CANCELLED && order->status != RG_ORDER_STATUS_CANCELLED),
                         error);
}

static gboolean
confirm_delivery (RgAct *act, RgTxn *txn, GError **error)
{
  g_autoptr (RgOrder) order = load_order (act, rg_txn_get_db (txn), error);
  gboolean moved;

  if (order == NULL)
    return FALSE;
  moved = act->day != 0 && act->day != order->delivery_day;
  if (moved)
    order->delivery_day = act->day;
  if (order->delivery_day == 0)
    {
      rg_error_set_invalid (error, "delivery_day", _ ("Set the delivery date before it is confirmed."));
      return FALSE;
    }
  order->delivery_confirmed = TRUE;
  return write_order (act, txn, order, moved, error);
}

static gboolean
why_not_cancel (RgAct *act, RgDb *db, GPtrArray *reasons, GError **error)
{
  g_autoptr (RgOrder) order = load_order (act, db, error);

  if (order == NULL)
    return FALSE;
  if (order->status == RG_ORDER_STATUS_CANCELLED)
    rg_reasons_add (reasons, _ ("The order is cancelled already."), NULL, NULL);
  if (order->paid > 0 && order->payment_status != RG_PAYMENT_STATUS_REFUNDED)
    {
      g_autofree char *paid = rg_money_format (order->paid, order->currency);
      g_autofree char *text = g_strdup_printf (_ ("%s was paid for this order."), paid);

      rg_reasons_warn (reasons, text, _ ("Cancelling does not give it back; refund or credit it."), NULL);
    }
  return TRUE;
}

static gboolean
cancel_order (RgAct *act, RgTxn *txn, GError **error)
{
  g_autoptr (RgOrder) order = load_order (act, rg_txn_get_db (txn), error);

  if (order == NULL)
    return FALSE;
  order->status = RG_ORDER_STATUS_CANCELLED;
  if (act->text != NULL)
    rg_txn_set_reason (txn, act->text);
  return write_order (act, txn, order, TRUE, error);
}

const RgOperation rg_order_edit = {
  .name = "order.edit",
  .label = N_ ("Edit Order"),
  .past = N_ ("Order changed"),
  .right = { RG_AREA_ORDERS, RG_SCOPE_EDIT },
  .why_not = why_not_edit,
  .run = edit_order,
};

const RgOperation rg_order_confirm_delivery = {
  .name = "order.confirm-delivery",
  .label = N_ ("Confirm Delivery Date"),
  .past = N_ ("Delivery date confirmed"),
  .right = { RG_AREA_ORDERS, RG_SCOPE_EDIT },
  .run = confirm_delivery,
};

const RgOperation rg_order_cancel = {
  .name = "order.cancel",
  .label = N_ ("Cancel Order"),
  .past = N_ ("Order cancelled"),
  .right = { RG_AREA_ORDERS, RG_SCOPE_EDIT },
  .why_not = why_not_cancel,
  .run = cancel_order,
};
