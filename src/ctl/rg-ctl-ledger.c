/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "rg-ctl-print.h"
#include "rg-figures-data.h"
#include "rg-future.h"
#include "rg-ledger-entry.h"
#include "rg-money.h"

/* Credit and balances. */

static const RgCtlOption money_options[] = {
  { "currency", "CODE", N_ ("In this currency rather than the customer’s own") },
  { "approver", "NAME", N_ ("Who signs; their PIN is asked for, or taken from $REGULARS_APPROVER_PIN") },
  { NULL },
};

static const RgCtlOption order_options[] = {
  { "currency", "CODE", N_ ("In this currency rather than the customer’s own") },
  { "approver", "NAME", N_ ("Who signs; their PIN is asked for, or taken from $REGULARS_APPROVER_PIN") },
  { "order", "ORDER", N_ ("The order that it is for") },
  { NULL },
};

/* The order that the money is for. */
static gboolean
add_order (RgCtl *ctl, RgAct *act, GError **error)
{
  const char *number = rg_ctl_get (ctl, "order");
  g_autoptr (RgRecord) order = number != NULL ? rg_ctl_find_order (ctl, number, error) : NULL;

  if (order != NULL)
    rg_act_add_id (act, rg_record_get_id (order));
  return number == NULL || order != NULL;
}

static gboolean
add_signature (RgCtl *ctl, RgAct *act, GError **error)
{
  const char *name = rg_ctl_get (ctl, "approver");

  if (name == NULL)
    return TRUE;
  act->approver_id = rg_ctl_find_staff (ctl, name, error);
  if (act->approver_id == 0)
    return FALSE;
  act->pin = rg_ctl_ask_pin ("REGULARS_APPROVER_PIN", name);
  return TRUE;
}

static gboolean
change_money (RgCtl *ctl, const RgOperation *operation, RgCustomer *customer, GError **error)
{
  g_autoptr (RgAct) act = rg_act_new (operation, rg_record_get_id (RG_RECORD (customer)));
  const char *currency = rg_ctl_get (ctl, "currency");

  if (currency == NULL)
    currency = customer->currency != NULL ? customer->currency
                                          : rg_settings_get (rg_desk_get_settings (ctl->desk), RG_SETTING_CURRENCY);
  act->currency = g_ascii_strup (currency, -1);
  if (ctl->n_args > 2)
    act->text = rg_ctl_join (ctl, 2);
  if (!rg_money_parse_plain (ctl->args[1], act->currency, &act->amount, error) || !add_signature (ctl, act, error)
      || !add_order (ctl, act, error) || !rg_ctl_perform (ctl, act, error))
    return FALSE;
  rg_ctl_print_done (ctl, act);
  return TRUE;
}

static gboolean
run_credit (RgCtl *ctl, GError **error)
{
  g_autoptr (RgCustomer) customer = rg_ctl_find_customer (ctl, ctl->args[0], error);

  return customer != NULL && change_money (ctl, &rg_ledger_add_credit, customer, error);
}

static gboolean
enter (RgCtl *ctl, const RgOperation *operation, GError **error)
{
  g_autoptr (RgCustomer) customer = rg_ctl_find_customer (ctl, ctl->args[0], error);

  return customer != NULL && change_money (ctl, operation, customer, error);
}

static gboolean
run_payment (RgCtl *ctl, GError **error)
{
  return enter (ctl, &rg_ledger_payment, error);
}

static gboolean
run_charge (RgCtl *ctl, GError **error)
{
  return enter (ctl, &rg_ledger_charge, error);
}

static gboolean
run_refund (RgCtl *ctl, GError **error)
{
  return enter (ctl, &rg_ledger_refund, error);
}

static const RgCtlOption ledger_options[] = {
  { "limit", "N", N_ ("How many at most (100)") },
  { NULL },
};

static void
print_entries (RgCtl *ctl, GPtrArray *entries)
{
  static const char *const headings[] = { N_ ("When"), N_ ("Who"), N_ ("Kind"), N_ ("Amount"), N_ ("Reason"), NULL };
  g_autoptr (RgCtlTable) table = rg_ctl_table_new (headings);
  GTimeZone *zone = rg_settings_get_zone (rg_desk_get_settings (ctl->desk));
  RgDay today = rg_desk_get_today (ctl->desk);

  for (guint i = 0; i < entries->len; i++)
    {
      RgLedgerEntry *entry = entries->pdata[i];
      g_autofree char *when = rg_time_format (entry->created_at, zone, today);
      g_autofree char *who = rg_desk_dup_staff_name (ctl->desk, entry->staff_id);
      g_autofree char *amount = rg_money_format_signed (entry->amount, entry->currency);

      rg_ctl_table_add (table, when, who, rg_words_get_label (&rg_ledger_kind_words, entry->kind), amount,
                        entry->reason, NULL);
    }
  rg_ctl_table_print (table);
  if (entries->len == 0)
    rg_ctl_print ("%s", _ ("Nothing was ever credited or charged."));
}

static gboolean
run_ledger (RgCtl *ctl, GError **error)
{
  g_autoptr (RgCustomer) customer = rg_ctl_find_customer (ctl, ctl->args[0], error);
  g_autoptr (GPtrArray) entries = NULL;
  guint limit;

  if (customer == NULL || !rg_ctl_get_count (ctl, "limit", 100, &limit, error)
      || (entries
          = rg_ctl_read_rows (ctl, &rg_ledger_entry_type, rg_record_get_id (RG_RECORD (customer)), limit, error))
           == NULL)
    return FALSE;
  if (ctl->json)
    rg_ctl_print_json (rg_ctl_records_to_json (entries));
  else
    print_entries (ctl, entries);
  return TRUE;
}

typedef struct
{
  gint64 customer_id;
  GPtrArray *figures;
} Balances;

static GObject *
read_balances (RgDb *db, gpointer data, GError **error)
{
  Balances *balances = data;

  balances->figures = rg_figures_read_balances (db, balances->customer_id, error);
  return NULL;
}

static gboolean
show_balances (RgCtl *ctl, RgCustomer *customer, GError **error)
{
  Balances balances = { rg_record_get_id (RG_RECORD (customer)) };
  g_autoptr (JsonArray) array = NULL;

  if (!rg_future_wait (rg_desk_read (ctl->desk, read_balances, &balances, NULL), error))
    return FALSE;
  array = json_array_new ();
  for (guint i = 0; i < balances.figures->len; i++)
    {
      RgFigures *figures = balances.figures->pdata[i];
      g_autofree char *text = rg_money_format (figures->balance, figures->currency);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "currency", figures->currency);
      json_object_set_int_member (object, "balance", figures->balance);
      json_array_add_object_element (array, object);
      if (!ctl->json)
        rg_ctl_print ("%s", text);
    }
  if (ctl->json)
    rg_ctl_print_array (g_steal_pointer (&array));
  else if (balances.figures->len == 0)
    rg_ctl_print ("%s", _ ("Nothing was ever credited or charged."));
  g_ptr_array_unref (balances.figures);
  return TRUE;
}

static gboolean
run_balance (RgCtl *ctl, GError **error)
{
  g_autoptr (RgCustomer) customer = rg_ctl_find_customer (ctl, ctl->args[0], error);

  if (customer == NULL)
    return FALSE;
  if (ctl->n_args == 1)
    return show_balances (ctl, customer, error);
  if (ctl->n_args == 2)
    {
      rg_ctl_set_usage_error (error, "%s", _ ("Say why the balance is changed."));
      return FALSE;
    }
  return change_money (ctl, &rg_ledger_change_balance, customer, error);
}

static const RgCtlCommand commands[] = {
  { "credit",
    "NUMBER AMOUNT REASON…",
    N_ ("Give a customer credit"),
    3,
    G_MAXUINT,
    RG_CTL_WRITES,
    { RG_AREA_CUSTOMERS, RG_SCOPE_VIEW },
    money_options,
    run_credit },
  { "balance",
    "NUMBER [AMOUNT REASON…]",
    N_ ("Show the balances of a customer, or change one to an amount"),
    1,
    G_MAXUINT,
    RG_CTL_WRITES,
    { RG_AREA_CUSTOMERS, RG_SCOPE_VIEW },
    money_options,
    run_balance },
  { "payment",
    "NUMBER AMOUNT [REASON…]",
    N_ ("Enter a payment of a customer"),
    2,
    G_MAXUINT,
    RG_CTL_WRITES,
    { RG_AREA_CUSTOMERS, RG_SCOPE_VIEW },
    order_options,
    run_payment },
  { "charge",
    "NUMBER AMOUNT REASON…",
    N_ ("Charge a customer"),
    3,
    G_MAXUINT,
    RG_CTL_WRITES,
    { RG_AREA_CUSTOMERS, RG_SCOPE_VIEW },
    money_options,
    run_charge },
  { "refund",
    "NUMBER AMOUNT REASON…",
    N_ ("Pay out of the balance of a customer, or back for an order"),
    3,
    G_MAXUINT,
    RG_CTL_WRITES,
    { RG_AREA_CUSTOMERS, RG_SCOPE_VIEW },
    order_options,
    run_refund },
  { "ledger",
    "NUMBER",
    N_ ("List what was credited, charged and paid"),
    1,
    1,
    RG_CTL_READS,
    { RG_AREA_CUSTOMERS, RG_SCOPE_VIEW },
    ledger_options,
    run_ledger },
};

const RgCtlGroup rg_ctl_ledger_group = { N_ ("Money:"), commands, G_N_ELEMENTS (commands) };
