/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-ledger-dialog.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-confirm-dialog.h"
#include "rg-dialog-narrow.h"
#include "rg-figure-dialog.h"
#include "rg-figure-words.h"
#include "rg-form-mark.h"
#include "rg-future.h"
#include "rg-kept-text.h"
#include "rg-ledger-choices.h"
#include "rg-ledger-operations.h"
#include "rg-money.h"
#include "rg-signature.h"

/* Enters credit, a charge, a payment, a refund or another balance: says what the account is like before and after, asks
 * for a colleague's signature when one is needed and says why. What is refused stays to be mended. */

struct _RgLedgerDialog
{
  AdwDialog parent_instance;

  RgCustomerProfile *profile;
  const RgOperation *operation;
  GPtrArray *orders;    /* of RgOrder, as in the list after its first row */
  GPtrArray *approvers; /* of RgStaff */
  GStrv currencies;
  gint64 order_id; /* to be chosen once the orders are there */
  guint serial;    /* of the newest check */
  RgKeptText *kept;
  GtkEditable *wrong; /* the field to be mended */
  GtkWidget *why;     /* the row below it that says so */

  GtkWidget *enter;
  AdwBanner *restored;
  AdwActionRow *balance;
  AdwActionRow *pending;
  GtkEditable *amount;
  AdwComboRow *currency;
  AdwComboRow *order;
  GtkEditable *reason;
  GtkWidget *reasons;
  GtkLabel *problem;
  GtkLabel *preview;
  AdwPreferencesGroup *signature;
  AdwComboRow *approver;
  GtkEditable *pin;
  AdwSwitchRow *note;
};

G_DEFINE_FINAL_TYPE (RgLedgerDialog, rg_ledger_dialog, ADW_TYPE_DIALOG)

static RgDesk *
get_desk (RgLedgerDialog *self)
{
  return rg_customer_profile_get_desk (self->profile);
}

static gint64
get_customer_id (RgLedgerDialog *self)
{
  return rg_record_get_id (RG_RECORD (rg_customer_profile_get_customer (self->profile)));
}

static RgOrder *
get_order (RgLedgerDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->order);

  return self->orders != NULL && selected > 0 && selected <= self->orders->len ? self->orders->pdata[selected - 1]
                                                                               : NULL;
}

static const char *
get_currency (RgLedgerDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->currency);

  return self->currencies[MIN (selected, g_strv_length (self->currencies) - 1)];
}

/* Says what is wrong: below the field that is to be mended, if it is one's. */
static void
show_problem (RgLedgerDialog *self, GtkEditable *field, const char *text)
{
  if (self->wrong != NULL)
    rg_form_mark_problem (GTK_WIDGET (self->wrong), self->why, NULL, NULL);
  self->wrong = text != NULL ? field : NULL;
  self->why = self->wrong != NULL ? rg_form_mark_problem (GTK_WIDGET (field), NULL, text, NULL) : NULL;
  gtk_label_set_label (self->problem, text != NULL && field == NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL && field == NULL);
}

static void
show_state (RgLedgerDialog *self)
{
  const char *currency = get_currency (self);
  RgFigures *figures = rg_ledger_find_figures (self->profile, currency);
  gint64 balance = figures != NULL ? figures->balance : 0, amount, checked;
  g_autofree char *now = rg_money_format (balance, currency);
  g_autofree char *pending = rg_money_format (figures != NULL ? figures->pending : 0, currency);
  g_autofree char *title = g_strdup_printf (
    self->operation == &rg_ledger_change_balance ? _ ("New balance in %s") : _ ("Amount in %s"), currency);
  RgFigureState state;
  g_autofree char *words = g_strdup_printf ("%s · %s", now, rg_figure_balance_words (balance, &state));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->amount), title);
  adw_action_row_set_subtitle (self->balance, words);
  adw_action_row_set_subtitle (self->pending, pending);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), FALSE);
  if (rg_money_parse (gtk_editable_get_text (self->amount), currency, &amount, NULL)
      && rg_money_add (ABS (balance), ABS (amount), &checked, NULL))
    {
      g_autofree char *after
        = rg_money_format (rg_ledger_balance_after (self->operation, balance, amount, get_order (self)), currency);
      g_autofree char *text = g_strdup_printf (_ ("Balance afterwards: %s"), after);

      gtk_label_set_label (self->preview, text);
      gtk_widget_set_visible (GTK_WIDGET (self->preview), TRUE);
    }
}

static RgAct *
make_act (RgLedgerDialog *self, gboolean is_signed)
{
  RgAct *act = rg_act_new (self->operation, get_customer_id (self));
  RgOrder *order = get_order (self);
  guint approver = adw_combo_row_get_selected (self->approver);

  rg_money_parse (gtk_editable_get_text (self->amount), get_currency (self), &act->amount, NULL);
  act->currency = g_strdup (get_currency (self));
  act->text = g_strdup (gtk_editable_get_text (self->reason));
  if (order != NULL)
    rg_act_add_id (act, rg_record_get_id (RG_RECORD (order)));
  if (is_signed && gtk_widget_get_visible (GTK_WIDGET (self->signature)) && approver < self->approvers->len)
    {
      act->approver_id = rg_record_get_id (self->approvers->pdata[approver]);
      act->pin = g_strdup (gtk_editable_get_text (self->pin));
    }
  return act;
}

static void
show_signature (RgLedgerDialog *self, RgReason *reason)
{
  gboolean can = self->approvers->len > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->signature), reason != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->approver), can);
  gtk_widget_set_visible (GTK_WIDGET (self->pin), can);
  if (reason != NULL)
    {
      g_autofree char *text = g_strdup_printf ("%s %s", reason->text,
                                               can ? reason->remedy : _ ("No other Manager has a PIN to sign with."));

      adw_preferences_group_set_description (self->signature, text);
    }
}

/* What can't be read as an amount is said once the field was left, and until it is mended. */
static gboolean
check_amount (RgLedgerDialog *self)
{
  g_autoptr (GError) error = NULL;
  gint64 amount;

  if (rg_money_parse (gtk_editable_get_text (self->amount), get_currency (self), &amount, &error))
    return TRUE;
  show_problem (self, self->amount, error->message);
  return FALSE;
}

/* Whether it takes a signature is asked of the operation itself while the form is filled in. */
static DexFuture *
check_fiber (gpointer self_pointer, gpointer data)
{
  RgLedgerDialog *self = self_pointer;
  guint serial = ++self->serial;
  g_autoptr (RgAct) act = make_act (self, FALSE);
  RgReason *signature = NULL;

  if (!dex_await (rg_desk_why_not (get_desk (self), act), NULL) || serial != self->serial || self->signature == NULL)
    return NULL;
  for (guint i = 0; i < act->reasons->len; i++)
    if (g_strcmp0 (((RgReason *) act->reasons->pdata[i])->action, RG_SIGNATURE_ACTION) == 0)
      signature = act->reasons->pdata[i];
  show_signature (self, signature);
  return NULL;
}

static void
on_changed (RgLedgerDialog *self)
{
  gboolean was_wrong = self->wrong == self->amount;

  if (self->profile == NULL || self->currencies == NULL)
    return;
  show_problem (self, NULL, NULL);
  if (was_wrong)
    check_amount (self);
  show_state (self);
  rg_future_enter (self, check_fiber, NULL, NULL);
}

static void
on_amount_left (RgLedgerDialog *self)
{
  if (self->wrong == NULL && *gtk_editable_get_text (self->amount) != '\0')
    check_amount (self);
}

/* An order brings its currency and what is due. */
static void
on_order_changed (RgLedgerDialog *self)
{
  RgOrder *order = get_order (self);

  for (guint i = 0; order != NULL && self->currencies[i] != NULL; i++)
    if (g_str_equal (self->currencies[i], order->currency))
      adw_combo_row_set_selected (self->currency, i);
  gtk_widget_set_sensitive (GTK_WIDGET (self->currency), order == NULL);
  if (order != NULL && *gtk_editable_get_text (self->amount) == '\0' && self->operation == &rg_ledger_payment)
    {
      g_autofree char *due = rg_money_format (rg_order_get_due (order), order->currency);

      gtk_editable_set_text (self->amount, due);
      rg_kept_text_take (self->kept, GTK_WIDGET (self->amount));
    }
  on_changed (self);
}

static void
on_reason_clicked (GtkButton *button, RgLedgerDialog *self)
{
  gtk_editable_set_text (self->reason, gtk_button_get_label (button));
  gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}

static void
on_pending_activated (RgLedgerDialog *self)
{
  RgFigures *figures = rg_ledger_find_figures (self->profile, get_currency (self));

  if (figures == NULL)
    figures = rg_customer_profile_get_figures (self->profile);
  rg_figure_dialog_present (GTK_WIDGET (self), self->profile, figures, "pending");
}

static void
show_error (RgLedgerDialog *self, const GError *error)
{
  const char *name = rg_error_get_field (error);
  GtkEditable *field = g_strcmp0 (name, "amount") == 0   ? self->amount
                       : g_strcmp0 (name, "reason") == 0 ? self->reason
                       : g_strcmp0 (name, "pin") == 0    ? self->pin
                                                         : NULL;

  if (field == self->pin)
    gtk_editable_set_text (self->pin, "");
  show_problem (self, field, error->message);
  if (field != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (field));
}

/* Everything in the way is said at once; what wants confirmation is confirmed. */
static gboolean
may_enter (RgLedgerDialog *self, RgAct *act)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!rg_money_parse (gtk_editable_get_text (self->amount), get_currency (self), &act->amount, &error))
    {
      show_problem (self, self->amount, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->amount));
      return FALSE;
    }
  if (!dex_await (rg_desk_why_not (get_desk (self), act), &error))
    {
      show_error (self, error);
      return FALSE;
    }
  text = rg_reasons_dup_text (act->reasons);
  if (rg_reasons_prevent (act->reasons, TRUE))
    {
      show_problem (self, NULL, text);
      return FALSE;
    }
  act->flag = TRUE;
  return act->reasons->len == 0
         || dex_await_boolean (rg_confirm (GTK_WIDGET (self), _ ("Change the Balance?"), text,
                                           _ (self->operation->label), ADW_RESPONSE_SUGGESTED),
                               NULL);
}

static DexFuture *
enter_fiber (gpointer self_pointer, gpointer data)
{
  RgLedgerDialog *self = self_pointer;
  g_autoptr (RgAct) act = make_act (self, TRUE);
  g_autoptr (GError) error = NULL;
  gboolean with_note = adw_switch_row_get_active (self->note);

  gtk_widget_set_sensitive (self->enter, FALSE);
  if (may_enter (self, act) && self->enter != NULL)
    {
      g_autoptr (RgKeptText) kept = g_object_ref (self->kept);

      dex_await (rg_desk_perform (get_desk (self), act), &error);
      if (error == NULL)
        rg_kept_text_forget (kept);
      if (self->enter == NULL)
        return NULL;
      if (error == NULL)
        {
          if (with_note)
            rg_ledger_log_note (GTK_WIDGET (self), get_desk (self), act);
          adw_dialog_close (ADW_DIALOG (self));
          return NULL;
        }
      show_error (self, error);
    }
  if (self->enter != NULL)
    gtk_widget_set_sensitive (self->enter, TRUE);
  return NULL;
}

static void
on_enter_clicked (RgLedgerDialog *self)
{
  rg_future_enter (self, enter_fiber, NULL, NULL);
}

/* What can be paid, or what was paid and can be refunded. */
static DexFuture *
orders_fiber (gpointer self_pointer, gpointer data)
{
  RgLedgerDialog *self = self_pointer;
  gboolean refund = self->operation == &rg_ledger_refund;
  g_autoptr (GPtrArray) orders = rg_ledger_await_orders (get_desk (self), get_customer_id (self), refund, NULL);
  g_autoptr (GListModel) names = NULL;
  guint selected = 0, restored;

  if (orders == NULL || self->order == NULL)
    return NULL;
  for (guint i = 0; i < orders->len; i++)
    if (rg_record_get_id (orders->pdata[i]) == self->order_id)
      selected = i + 1;
  names = rg_ledger_name_orders (orders, refund);
  self->orders = g_steal_pointer (&orders);
  adw_combo_row_set_model (self->order, names);
  restored = adw_combo_row_get_selected (self->order);
  adw_combo_row_set_selected (self->order, selected);
  rg_kept_text_take (self->kept, GTK_WIDGET (self->order));
  if (restored != 0)
    adw_combo_row_set_selected (self->order, restored);
  gtk_widget_set_visible (GTK_WIDGET (self->order), TRUE);
  return NULL;
}

static void
fill_choices (RgLedgerDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GListModel) currencies = NULL;

  self->approvers = rg_ledger_list_approvers (get_desk (self));
  for (guint i = 0; i < self->approvers->len; i++)
    gtk_string_list_append (names, RG_STAFF (self->approvers->pdata[i])->name);
  adw_combo_row_set_model (self->approver, G_LIST_MODEL (names));
  self->currencies = rg_ledger_dup_currencies (self->profile);
  currencies = rg_ledger_name_currencies ((const char *const *) self->currencies);
  adw_combo_row_set_model (self->currency, currencies);
}

static void
on_restored (RgLedgerDialog *self)
{
  adw_banner_set_revealed (self->restored, TRUE);
}

static void
on_start_anew_clicked (RgLedgerDialog *self)
{
  rg_kept_text_discard (self->kept);
  adw_banner_set_revealed (self->restored, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->amount));
}

/* The PIN is never kept. */
static void
begin_keeping (RgLedgerDialog *self)
{
  g_autofree char *key
    = g_strdup_printf ("%s/%" PRId64 "/%" PRId64, self->operation->name, get_customer_id (self), self->order_id);

  self->kept = rg_kept_text_new (get_desk (self), key);
  rg_kept_text_add (self->kept, "amount", GTK_WIDGET (self->amount));
  rg_kept_text_add (self->kept, "currency", GTK_WIDGET (self->currency));
  rg_kept_text_add (self->kept, "order", GTK_WIDGET (self->order));
  rg_kept_text_add (self->kept, "reason", GTK_WIDGET (self->reason));
  g_signal_connect_object (self->kept, "restored", G_CALLBACK (on_restored), self, G_CONNECT_SWAPPED);
  rg_kept_text_begin (self->kept);
}

static void
rg_ledger_dialog_dispose (GObject *object)
{
  RgLedgerDialog *self = RG_LEDGER_DIALOG (object);

  g_clear_object (&self->kept);
  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_LEDGER_DIALOG);
  g_clear_object (&self->profile);
  g_clear_pointer (&self->orders, g_ptr_array_unref);
  g_clear_pointer (&self->approvers, g_ptr_array_unref);
  g_clear_pointer (&self->currencies, g_strfreev);

  G_OBJECT_CLASS (rg_ledger_dialog_parent_class)->dispose (object);
}

static void
rg_ledger_dialog_init (RgLedgerDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_ledger_dialog_class_init (RgLedgerDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_ledger_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/stats/rg-ledger-dialog.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, RgLedgerDialog, name)
  CHILD (enter);
  CHILD (restored);
  CHILD (balance);
  CHILD (pending);
  CHILD (amount);
  CHILD (currency);
  CHILD (order);
  CHILD (reason);
  CHILD (reasons);
  CHILD (problem);
  CHILD (preview);
  CHILD (signature);
  CHILD (approver);
  CHILD (pin);
  CHILD (note);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_amount_left);
  gtk_widget_class_bind_template_callback (widget_class, on_order_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_pending_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_start_anew_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_enter_clicked);
}

/**
 * rg_ledger_dialog_present:
 * @parent: a widget of the window
 * @profile: whose ledger
 * @operation: what is to be entered: one of rg-ledger-operations.h
 * @order_id: the order it is for; 0 to leave that open
 *
 * Lets the person enter it.
 */
void
rg_ledger_dialog_present (GtkWidget *parent, RgCustomerProfile *profile, const RgOperation *operation, gint64 order_id)
{
  RgLedgerDialog *self = g_object_new (RG_TYPE_LEDGER_DIALOG, "title", _ (operation->label), NULL);

  self->profile = g_object_ref (profile);
  self->operation = operation;
  self->order_id = order_id;
  fill_choices (self);
  gtk_button_set_label (GTK_BUTTON (self->enter), _ (operation->label));
  if (operation == &rg_ledger_add_credit)
    rg_dialog_shorten (ADW_DIALOG (self), self->enter, _ ("Add"));
  else if (operation == &rg_ledger_change_balance)
    rg_dialog_shorten (ADW_DIALOG (self), self->enter, _ ("Change"));
  gtk_widget_set_visible (self->reasons, operation == &rg_ledger_add_credit);
  if (operation == &rg_ledger_payment)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reason), _ ("Reason (optional)"));
  begin_keeping (self);
  if (operation == &rg_ledger_payment || operation == &rg_ledger_refund)
    rg_future_enter (self, orders_fiber, NULL, NULL);
  on_changed (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
