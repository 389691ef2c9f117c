/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-ledger-operations.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-currency.h"
#include "rg-customer.h"
#include "rg-error.h"
#include "rg-ledger-data.h"
#include "rg-ledger-entry.h"
#include "rg-money.h"
#include "rg-order.h"
#include "rg-settings.h"
#include "rg-signature.h"
#include "rg-text.h"

/* Without a currency the customer's own is meant, or else that of the business. */
static gboolean
fill_currency (RgAct *act, RgDb *db, RgSettings *settings, GError **error)
{
  g_autoptr (RgCustomer) customer = (RgCustomer *) rg_db_load (db, &rg_customer_type, act->customer_id, error);

  if (customer == NULL)
    return FALSE;
  if (act->currency == NULL)
    act->currency
      = g_strdup (customer->currency != NULL ? customer->currency : rg_settings_get (settings, RG_SETTING_CURRENCY));
  if (rg_currency_is_known (act->currency))
    return TRUE;
  rg_error_set_invalid (error, "currency", _ ("“%s” is not a currency; use a code such as EUR."), act->currency);
  return FALSE;
}

/* Why credit takes a signature; *@why_sign is NULL when it takes none. The limit is for a customer and a day of the
 * business, so that a larger amount can't be given in parts. */
static gboolean
check_credit_limit (RgDb *db,
                    RgSettings *settings,
                    gint64 customer_id,
                    const char *currency,
                    gint64 amount,
                    char **why_sign,
                    GError **error)
{
  const char *own = rg_settings_get (settings, RG_SETTING_CURRENCY);
  GTimeZone *zone = rg_settings_get_zone (settings);
  gint64 limit = rg_settings_get_money (settings, RG_SETTING_CREDIT_LIMIT), given;
  g_autofree char *text = rg_money_format (limit, own);
  g_autofree char *before = NULL;

  *why_sign = NULL;
  if (!g_str_equal (currency, own))
    {
      *why_sign = g_strdup_printf (_ ("Credit in another currency than %s needs a signature."), own);
      return TRUE;
    }
  if (!rg_ledger_read_unsigned_credit (db, customer_id, own, rg_day_start (rg_day_today (zone), zone), &given, error))
    return FALSE;
  if (amount <= limit - MAX (given, 0))
    return TRUE;
  before = rg_money_format (given, own);
  if (given > 0)
    *why_sign
      /* Translators: two amounts of money, the limit and what the customer got today */
      = g_strdup_printf (_ ("Credit above %s a day needs a signature; %s was given today already."), text, before);
  else
    *why_sign = g_strdup_printf (_ ("Credit above %s a day needs a signature."), text);
  return TRUE;
}

/* Why it takes a signature; *@why_sign is NULL when it takes none. */
static gboolean
find_why_sign (RgAct *act, RgDb *db, RgSettings *settings, char **why_sign, GError **error)
{
  *why_sign = NULL;
  if (act->operation == &rg_ledger_add_credit)
    return act->role >= RG_ROLE_MANAGER
           || check_credit_limit (db, settings, act->customer_id, act->currency, act->amount, why_sign, error);
  if (!rg_role_has_right (act->role, (RgRight) { RG_AREA_PAYMENTS, RG_SCOPE_CREATE }))
    /* Translators: %s is an action, such as "Change Balance" */
    *why_sign = g_strdup_printf (_ ("“%s” needs a signature."), _ (act->operation->label));
  return TRUE;
}

/**
 * rg_ledger_check_counter:
 * @act: an undo
 * @db: a connection
 * @counter: the entry that is to counter another one
 * @error: where to put why not
 *
 * Taking back that credit was taken back gives it again, and the limit is the same.
 *
 * Returns: whether whoever does @act may enter @counter
 */
gboolean
rg_ledger_check_counter (RgAct *act, RgDb *db, RgLedgerEntry *counter, GError **error)
{
  g_autoptr (RgSettings) settings = NULL;
  g_autofree char *why_sign = NULL;

  if (act->role >= RG_ROLE_MANAGER || counter->kind != RG_LEDGER_KIND_CREDIT || counter->amount <= 0
      || counter->order_id != 0)
    return TRUE;
  settings = rg_settings_read (db, error);
  if (settings == NULL
      || !check_credit_limit (db, settings, counter->customer_id, counter->currency, counter->amount, &why_sign, error))
    return FALSE;
  if (why_sign == NULL)
    return TRUE;
  g_set_error (error, RG_ERROR, RG_ERROR_DENIED, "%s %s", why_sign, _ ("A Manager can undo it."));
  return FALSE;
}

static RgSettings *
prepare (RgAct *act, RgDb *db, char **why_sign, GError **error)
{
  g_autoptr (RgSettings) settings = rg_settings_read (db, error);

  if (settings == NULL || !fill_currency (act, db, settings, error)
      || !find_why_sign (act, db, settings, why_sign, error))
    return NULL;
  return g_steal_pointer (&settings);
}

static gint64
get_order_id (RgAct *act)
{
  return act->ids != NULL && act->ids->len > 0 ? g_array_index (act->ids, gint64, 0) : 0;
}

static RgOrder *
load_order (RgAct *act, RgDb *db, GError **error)
{
  g_autoptr (RgOrder) order = (RgOrder *) rg_db_load (db, &rg_order_type, get_order_id (act), error);

  if (order == NULL)
    return NULL;
  if (order->customer_id != act->customer_id)
    {
      g_set_error (error, RG_ERROR, RG_ERROR_INVALID, _ ("Order %" PRId64 " is another customer’s."), order->number);
      return NULL;
    }
  return g_steal_pointer (&order);
}

static gboolean
add_order_reasons (RgAct *act, RgDb *db, GPtrArray *reasons, GError **error)
{
  g_autoptr (RgOrder) order = load_order (act, db, error);
  gboolean refund = act->operation == &rg_ledger_refund;
  g_autofree char *text = NULL;

  if (order == NULL)
    return FALSE;
  if (order->payment_status == RG_PAYMENT_STATUS_REFUNDED)
    text = g_strdup_printf (_ ("Order %" PRId64 " is refunded already."), order->number);
  else if (refund && order->paid <= 0)
    text = g_strdup_printf (_ ("Nothing was paid for order %" PRId64 "."), order->number);
  else if (!refund && order->status == RG_ORDER_STATUS_CANCELLED)
    text = g_strdup_printf (_ ("Order %" PRId64 " is cancelled."), order->number);
  else if (!refund && rg_order_get_due (order) == 0)
    text = g_strdup_printf (_ ("Order %" PRId64 " is paid already."), order->number);
  else if (!g_str_equal (order->currency, act->currency))
    /* Translators: the number of an order and its currency */
    text = g_strdup_printf (_ ("Order %" PRId64 " is in %s."), order->number, order->currency);
  if (text != NULL)
    rg_reasons_add (reasons, text, NULL, NULL);
  return TRUE;
}

static gboolean
why_not (RgAct *act, RgDb *db, GPtrArray *reasons, GError **error)
{
  g_autofree char *why_sign = NULL;
  g_autoptr (RgSettings) settings = prepare (act, db, &why_sign, error);

  if (settings == NULL || (why_sign != NULL && !rg_signature_add_reasons (act, db, why_sign, reasons, error)))
    return FALSE;
  return get_order_id (act) == 0 || add_order_reasons (act, db, reasons, error);
}

static gboolean
why_not_change_balance (RgAct *act, RgDb *db, GPtrArray *reasons, GError **error)
{
  g_autofree char *before = NULL, *after = NULL, *text = NULL;
  gint64 balance;

  if (!why_not (act, db, reasons, error)
      || !rg_ledger_read_balance (db, act->customer_id, act->currency, &balance, error))
    return FALSE;
  before = rg_money_format (balance, act->currency);
  after = rg_money_format (act->amount, act->currency);
  if (balance == act->amount)
    {
      text = g_strdup_printf (_ ("The balance is %s already."), before);
      rg_reasons_add (reasons, text, NULL, NULL);
      return TRUE;
    }
  text = g_strdup_printf (_ ("The balance is %s.\nAfterwards it is %s."), before, after);
  rg_reasons_warn (reasons, text, NULL, NULL);
  return TRUE;
}

static gboolean
check_amount (RgAct *act, GError **error)
{
  if (act->amount > 0)
    return TRUE;
  rg_error_set_invalid (error, "amount", _ ("The amount must be more than zero."));
  return FALSE;
}

static gboolean
check_reason (RgAct *act, GError **error)
{
  rg_text_clean_in_place (&act->text);
  if (act->text != NULL)
    return TRUE;
  rg_error_set_invalid (error, "reason", _ ("Give a reason: it stays in the ledger."));
  return FALSE;
}

/* Checks the signature where one is needed, and tells whose it is. */
static gboolean
sign (RgAct *act, RgTxn *txn, GError **error)
{
  RgDb *db = rg_txn_get_db (txn);
  g_autofree char *why_sign = NULL;
  g_autoptr (RgSettings) settings = prepare (act, db, &why_sign, error);

  if (settings == NULL)
    return FALSE;
  if (why_sign == NULL)
    act->approver_id = 0;
  return why_sign == NULL || rg_signature_verify (act, db, error);
}

static gboolean
insert_entry (RgAct *act, RgTxn *txn, RgLedgerKind kind, gint64 amount, GError **error)
{
  g_autoptr (RgLedgerEntry) entry = (RgLedgerEntry *) rg_record_new (&rg_ledger_entry_type);
  gint64 balance, sum;

  if (!rg_ledger_read_balance (rg_txn_get_db (txn), act->customer_id, act->currency, &balance, error))
    return FALSE;
  if (!rg_money_add (balance, amount, &sum, NULL))
    {
      rg_error_set_invalid (error, "amount", _ ("The amount is too large."));
      return FALSE;
    }
  entry->customer_id = act->customer_id;
  entry->kind = kind;
  entry->amount = amount;
  entry->currency = g_strdup (act->currency);
  entry->reason = g_strdup (act->text);
  entry->order_id = get_order_id (act);
  entry->staff_id = act->staff_id;
  entry->approved_by_id = act->approver_id;
  entry->created_at = rg_txn_get_time (txn);
  g_set_object (&act->record, RG_RECORD (entry));
  return rg_txn_insert (txn, RG_RECORD (entry), error);
}

static void
set_words (RgAct *act, RgTxn *txn, RgOrder *order)
{
  g_autofree char *amount = rg_money_format (act->amount, act->currency);
  g_autofree char *words = NULL;

  if (order != NULL)
    /* Translators: the number of an order and an amount of money */
    words = g_strdup_printf (_ ("Order %" PRId64 ", %s"), order->number, amount);
  rg_txn_set_words (txn, words != NULL ? words : amount);
  rg_txn_set_reason (txn, act->text);
}

static gboolean
add_credit (RgAct *act, RgTxn *txn, GError **error)
{
  if (!check_amount (act, error) || !check_reason (act, error) || !sign (act, txn, error))
    return FALSE;
  set_words (act, txn, NULL);
  return insert_entry (act, txn, RG_LEDGER_KIND_CREDIT, act->amount, error);
}

static gboolean
change_balance (RgAct *act, RgTxn *txn, GError **error)
{
  gint64 balance, difference;

  if (!check_reason (act, error) || !sign (act, txn, error)
      || !rg_ledger_read_balance (rg_txn_get_db (txn), act->customer_id, act->currency, &balance, error))
    return FALSE;
  if (act->amount == G_MININT64 || !rg_money_add (act->amount, -balance, &difference, NULL))
    {
      rg_error_set_invalid (error, "amount", _ ("The amount is too large."));
      return FALSE;
    }
  set_words (act, txn, NULL);
  return insert_entry (act, txn, RG_LEDGER_KIND_ADJUSTMENT, difference, error);
}

static gboolean
charge (RgAct *act, RgTxn *txn, GError **error)
{
  if (!check_amount (act, error) || !check_reason (act, error) || !sign (act, txn, error))
    return FALSE;
  set_words (act, txn, NULL);
  return insert_entry (act, txn, RG_LEDGER_KIND_CHARGE, -act->amount, error);
}

/* What the payment covers of the order is charged, so that only what is left of it raises the balance. */
static gboolean
pay_order (RgAct *act, RgTxn *txn, RgOrder *order, GError **error)
{
  gint64 covered = MIN (act->amount, rg_order_get_due (order));

  order->paid += covered;
  order->payment_status = order->paid >= order->total ? RG_PAYMENT_STATUS_PAID : RG_PAYMENT_STATUS_PART_PAID;
  return rg_txn_update (txn, RG_RECORD (order), error)
         && insert_entry (act, txn, RG_LEDGER_KIND_CHARGE, -covered, error);
}

static gboolean
payment (RgAct *act, RgTxn *txn, GError **error)
{
  g_autoptr (RgOrder) order = NULL;

  if (!check_amount (act, error) || !sign (act, txn, error))
    return FALSE;
  check_reason (act, NULL);
  if (get_order_id (act) != 0)
    {
      order = load_order (act, rg_txn_get_db (txn), error);
      if (order == NULL || !pay_order (act, txn, order, error))
        return FALSE;
    }
  set_words (act, txn, order);
  return insert_entry (act, txn, RG_LEDGER_KIND_PAYMENT, act->amount, error);
}

/* The order's charge is given back as credit and paid out. An order that is refunded whole is no revenue any more; one
 * that is refunded in part stays paid. */
static gboolean
refund_order (RgAct *act, RgTxn *txn, RgOrder *order, GError **error)
{
  gint64 refunded, left;

  if (!rg_ledger_read_refunded (rg_txn_get_db (txn), act->customer_id, get_order_id (act), &refunded, error))
    return FALSE;
  left = order->paid - refunded;
  if (act->amount > left)
    {
      g_autofree char *text = rg_money_format (left, act->currency);

      /* Translators: an amount and the number of an order */
      rg_error_set_invalid (error, "amount", _ ("Only %s of order %" PRId64 " is left to refund."), text,
                            order->number);
      return FALSE;
    }
  if (act->amount == left)
    order->payment_status = RG_PAYMENT_STATUS_REFUNDED;
  return rg_txn_update (txn, RG_RECORD (order), error)
         && insert_entry (act, txn, RG_LEDGER_KIND_CREDIT, act->amount, error);
}

/* Without an order only credit can be paid out. */
static gboolean
check_covered (RgAct *act, RgTxn *txn, GError **error)
{
  g_autofree char *text = NULL;
  gint64 balance;

  if (!rg_ledger_read_balance (rg_txn_get_db (txn), act->customer_id, act->currency, &balance, error))
    return FALSE;
  if (act->amount <= balance)
    return TRUE;
  text = rg_money_format (balance, act->currency);
  rg_error_set_invalid (
    error, "amount", _ ("This would pay out credit, and the balance is %s. Choose the order it is for, or add credit."),
    text);
  return FALSE;
}

static gboolean
refund (RgAct *act, RgTxn *txn, GError **error)
{
  g_autoptr (RgOrder) order = NULL;

  if (!check_amount (act, error) || !check_reason (act, error) || !sign (act, txn, error))
    return FALSE;
  if (get_order_id (act) != 0)
    {
      order = load_order (act, rg_txn_get_db (txn), error);
      if (order == NULL || !refund_order (act, txn, order, error))
        return FALSE;
    }
  else if (!check_covered (act, txn, error))
    return FALSE;
  set_words (act, txn, order);
  return insert_entry (act, txn, RG_LEDGER_KIND_REFUND, -act->amount, error);
}

const RgOperation rg_ledger_add_credit = {
  .name = "ledger.add-credit",
  .label = N_ ("Add Credit"),
  .past = N_ ("Credit added"),
  .right = { RG_AREA_CREDIT, RG_SCOPE_CREATE },
  .undo = RG_UNDO_COUNTER,
  .why_not = why_not,
  .run = add_credit,
};

const RgOperation rg_ledger_change_balance = {
  .name = "ledger.change-balance",
  .label = N_ ("Change Balance"),
  .past = N_ ("Balance changed"),
  .right = { RG_AREA_CREDIT, RG_SCOPE_EDIT },
  .undo = RG_UNDO_COUNTER,
  .why_not = why_not_change_balance,
  .run = change_balance,
};

const RgOperation rg_ledger_charge = {
  .name = "ledger.charge",
  .label = N_ ("Charge"),
  .past = N_ ("Charged"),
  .right = { RG_AREA_PAYMENTS, RG_SCOPE_VIEW },
  .undo = RG_UNDO_COUNTER,
  .why_not = why_not,
  .run = charge,
};

const RgOperation rg_ledger_payment = {
  .name = "ledger.payment",
  .label = N_ ("Payment"),
  .past = N_ ("Payment entered"),
  .right = { RG_AREA_PAYMENTS, RG_SCOPE_VIEW },
  .undo = RG_UNDO_COUNTER,
  .why_not = why_not,
  .run = payment,
};

const RgOperation rg_ledger_refund = {
  .name = "ledger.refund",
  .label = N_ ("Refund"),
  .past = N_ ("Refunded"),
  .right = { RG_AREA_PAYMENTS, RG_SCOPE_VIEW },
  .undo = RG_UNDO_COUNTER,
  .why_not = why_not,
  .run = refund,
};
