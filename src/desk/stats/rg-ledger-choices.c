/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-ledger-choices.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-currency.h"
#include "rg-future.h"
#include "rg-ledger-operations.h"
#include "rg-money.h"
#include "rg-note-log.h"
#include "rg-report.h"

static void
add_currency (GStrvBuilder *builder, GHashTable *known, const char *currency)
{
  if (g_hash_table_add (known, g_strdup (currency)))
    g_strv_builder_add (builder, currency);
}

/**
 * rg_ledger_dup_currencies:
 * @profile: a customer
 *
 * Returns: (transfer full): the customer's own currency first, then those there is something in, then usual ones, then
 *   all others
 */
GStrv
rg_ledger_dup_currencies (RgCustomerProfile *profile)
{
  static const char *const usual[] = { "USD", "EUR", "GBP", "CHF", "CAD", "AUD", "SEK", "JPY" };
  RgSettings *settings = rg_desk_get_settings (rg_customer_profile_get_desk (profile));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GListModel) all = NULL;

  g_object_get (profile, "all-figures", &all, NULL);
  add_currency (builder, known, rg_customer_profile_get_figures (profile)->currency);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (RgFigures) figures = g_list_model_get_item (all, i);

      add_currency (builder, known, figures->currency);
    }
  add_currency (builder, known, rg_settings_get (settings, RG_SETTING_CURRENCY));
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    add_currency (builder, known, usual[i]);
  for (const char *const *code = rg_currency_list (); *code != NULL; code++)
    add_currency (builder, known, *code);
  return g_strv_builder_end (builder);
}

/**
 * rg_ledger_name_currencies:
 * @currencies: codes
 *
 * Returns: (transfer full): each with its name, by which it is found as well
 */
GListModel *
rg_ledger_name_currencies (const char *const *currencies)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (; *currencies != NULL; currencies++)
    {
      g_autofree char *name = rg_currency_dup_name (*currencies);

      gtk_string_list_take (names, g_strdup_printf ("%s · %s", *currencies, name));
    }
  return G_LIST_MODEL (names);
}

/**
 * rg_ledger_list_approvers:
 * @desk: a desk
 *
 * Returns: (transfer full) (element-type RgStaff): who can sign for what whoever is signed in does
 */
GPtrArray *
rg_ledger_list_approvers (RgDesk *desk)
{
  GListModel *staff = rg_desk_get_staff_list (desk);
  RgStaff *me = rg_desk_get_staff (desk);
  GPtrArray *approvers = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (staff); i++)
    {
      g_autoptr (RgStaff) other = g_list_model_get_item (staff, i);

      if (!other->left && other->role >= RG_ROLE_MANAGER && other->pin_hash != NULL
          && (me == NULL || rg_record_get_id (RG_RECORD (me)) != rg_record_get_id (RG_RECORD (other))))
        g_ptr_array_add (approvers, g_steal_pointer (&other));
    }
  return approvers;
}

typedef struct
{
  gint64 customer_id;
  const char *currency;
  RgFigureOrders which;
  GPtrArray *orders;
} Reading;

static GObject *
read_orders (RgDb *db, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->orders = rg_figure_orders (db, reading->customer_id, reading->currency, reading->which, error);
  return NULL;
}

/**
 * rg_ledger_await_figure_orders:
 * @desk: a desk
 * @customer_id: a customer
 * @currency: (nullable): ISO 4217; %NULL for every one
 * @which: which orders
 * @error: where to put what went wrong
 *
 * For a fiber.
 *
 * Returns: (transfer full) (nullable) (element-type RgOrder): the orders that make up a figure
 */
GPtrArray *
rg_ledger_await_figure_orders (
  RgDesk *desk, gint64 customer_id, const char *currency, RgFigureOrders which, GError **error)
{
  Reading reading = { customer_id, currency, which, NULL };

  if (!dex_await (rg_desk_read (desk, read_orders, &reading, NULL), error))
    g_clear_pointer (&reading.orders, g_ptr_array_unref);
  return reading.orders;
}

/**
 * rg_ledger_await_orders:
 * @desk: a desk
 * @customer_id: a customer
 * @refund: whether money is given back
 * @error: where to put what went wrong
 *
 * For a fiber.
 *
 * Returns: (transfer full) (nullable) (element-type RgOrder): what can be paid, or what was paid and can be refunded,
 *   in every currency
 */
GPtrArray *
rg_ledger_await_orders (RgDesk *desk, gint64 customer_id, gboolean refund, GError **error)
{
  g_autoptr (GPtrArray) orders = rg_ledger_await_figure_orders (
    desk, customer_id, NULL, refund ? RG_FIGURE_ORDERS_ALL : RG_FIGURE_ORDERS_UNPAID, error);
  GPtrArray *some;

  if (orders == NULL || !refund)
    return g_steal_pointer (&orders);
  some = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < orders->len; i++)
    {
      RgOrder *order = orders->pdata[i];

      if (order->paid > 0 && order->payment_status != RG_PAYMENT_STATUS_REFUNDED)
        g_ptr_array_add (some, g_object_ref (order));
    }
  return some;
}

/**
 * rg_ledger_name_orders:
 * @orders: (element-type RgOrder): what can be paid or refunded
 * @refund: whether money is given back
 *
 * Returns: (transfer full): what each is called with its amount, after a first choice that is none of them
 */
GListModel *
rg_ledger_name_orders (GPtrArray *orders, gboolean refund)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, refund ? _ ("None: pay out credit") : _ ("None: raise the balance"));
  for (guint i = 0; i < orders->len; i++)
    {
      RgOrder *order = orders->pdata[i];
      g_autofree char *amount = rg_money_format (refund ? order->paid : rg_order_get_due (order), order->currency);
      g_autofree char *name = g_strdup_printf (_ ("Order %" PRId64 ", %s"), order->number, amount);

      gtk_string_list_append (names, name);
    }
  return G_LIST_MODEL (names);
}

/**
 * rg_ledger_find_figures:
 * @profile: a customer
 * @currency: ISO 4217
 *
 * Returns: (transfer none) (nullable): the figures in that currency; %NULL when there is nothing in it yet
 */
RgFigures *
rg_ledger_find_figures (RgCustomerProfile *profile, const char *currency)
{
  g_autoptr (GListModel) all = NULL;

  g_object_get (profile, "all-figures", &all, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (RgFigures) figures = g_list_model_get_item (all, i);

      if (g_str_equal (figures->currency, currency))
        return figures;
    }
  return NULL;
}

/**
 * rg_ledger_balance_after:
 * @operation: what is to be entered
 * @balance: the balance before, minor units
 * @amount: what was typed
 * @order: (nullable): the order it is for
 *
 * Returns: the balance afterwards; the sum of both sizes must fit
 */
gint64
rg_ledger_balance_after (const RgOperation *operation, gint64 balance, gint64 amount, RgOrder *order)
{
  if (operation == &rg_ledger_change_balance)
    return amount;
  if (operation == &rg_ledger_charge)
    return balance - amount;
  if (operation == &rg_ledger_refund)
    return order != NULL ? balance : balance - amount;
  if (order != NULL)
    return balance + MAX (amount - rg_order_get_due (order), 0);
  return balance + amount;
}

/**
 * rg_ledger_prepare_button:
 * @button: what leads to @operation
 * @desk: the desk
 * @operation: one on the ledger
 *
 * Says on the button what comes of it, or why it can't be done.
 */
void
rg_ledger_prepare_button (GtkWidget *button, RgDesk *desk, const RgOperation *operation)
{
  const struct
  {
    const RgOperation *operation;
    const char *tooltip;
  } all[] = {
    { &rg_ledger_add_credit, _ ("Adds to the balance") },
    { &rg_ledger_change_balance, _ ("Sets the balance to an amount, whatever it is now") },
    { &rg_ledger_payment, _ ("Money that came in, for an order or for the balance") },
    { &rg_ledger_charge, _ ("Takes from the balance") },
    { &rg_ledger_refund, _ ("Money that is given back, for an order or out of the balance") },
  };
  g_autofree char *why_not = rg_desk_dup_why_not (desk, operation);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].operation == operation)
      rg_widget_set_why_not (button, all[i].tooltip, why_not);
}

/**
 * rg_ledger_log_note:
 * @widget: a widget of the window
 * @desk: the desk
 * @act: what was entered
 *
 * Writes it into the notes of the customer as well.
 */
void
rg_ledger_log_note (GtkWidget *widget, RgDesk *desk, RgAct *act)
{
  g_autofree char *amount = rg_money_format (act->amount, act->currency);
  g_autofree char *about = act->text != NULL ? g_strdup_printf ("%s. %s", amount, act->text) : g_strdup (amount);

  rg_note_log (widget, desk, act->customer_id, _ (act->operation->past), about);
}
