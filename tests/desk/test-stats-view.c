/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-figure-order-row.h"
#include "rg-ledger-operations.h"
#include "rg-order.h"
#include "rg-payment-method.h"
#include "rg-pin.h"
#include "rg-problem-row.h"
#include "rg-stats-view.h"
#include "test-view.h"

/* The Stats view and its dialogs, as somebody at the desk uses them. */

#define PIN "2580"

typedef struct
{
  RgDesk *desk;
  gint64 customer_id;
  TestView *view;
} Fixture;

static void
add_order_in (Fixture *self, gint64 number, RgOrderStatus status, gint64 total, gint64 paid, const char *currency)
{
  g_autoptr (RgOrder) order
    = g_object_new (RG_TYPE_ORDER, "number", number, "customer-id", self->customer_id, "status", status, "currency",
                    currency, "subtotal", total, "total", total, "paid", paid, "payment-status",
                    paid == total ? RG_PAYMENT_STATUS_PAID : RG_PAYMENT_STATUS_UNPAID, "created-at", (gint64) 1,
                    "delivery-day", (guint) (739900 + number), NULL);

  test_insert (self->desk, RG_RECORD (order));
}

static void
add_order (Fixture *self, gint64 number, RgOrderStatus status, gint64 total, gint64 paid)
{
  add_order_in (self, number, status, total, paid, "USD");
}

static void
setup (Fixture *self, gconstpointer data)
{
  g_autoptr (RgStaff) manager = g_object_new (RG_TYPE_STAFF, "name", "Nadia Okafor", "role", RG_ROLE_MANAGER, NULL);

  self->desk = test_desk_new ();
  self->customer_id = test_customer_new (self->desk, "Jordan", "Reyes");
  manager->pin_hash = rg_pin_hash_with_cost (PIN, 1, 8192, NULL);
  test_insert (self->desk, RG_RECORD (manager));
  add_order (self, 1, RG_ORDER_STATUS_COMPLETE, 12840, 12840);
  add_order (self, 8, RG_ORDER_STATUS_COMPLETE, 14375, 14375);
  add_order (self, 15, RG_ORDER_STATUS_COMPLETE, 8420, 0);
  add_order (self, 16, RG_ORDER_STATUS_CANCELLED, 9600, 0);
}

static void
show (Fixture *self)
{
  self->view = test_view_new (self->desk, self->customer_id, RG_TYPE_STATS_VIEW);
}

static void
teardown (Fixture *self, gconstpointer data)
{
  test_view_free (self->view);
  test_desk_free (self->desk);
}

static GtkEditable *
get_row (Fixture *self, const char *title)
{
  return GTK_EDITABLE (test_find (self->view->window, ADW_TYPE_ENTRY_ROW, title));
}

static GtkWidget *
get_dialog (Fixture *self)
{
  return GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (self->view->window)));
}

static void
explain (Fixture *self, const char *figure)
{
  g_assert_true (gtk_widget_activate_action (self->view->view, "stats.explain", "s", figure));
  test_view_settle (self->view);
}

static gint64
get_balance (Fixture *self)
{
  return test_query_int (self->desk, "SELECT coalesce (sum (amount), 0) FROM balance WHERE currency = 'USD'");
}

static void
test_figures (Fixture *self, gconstpointer data)
{
  show (self);
  g_assert_true (test_sees (self->view->window, "$84.20"));
  g_assert_true (test_sees (self->view->window, "Small balance due"));
  g_assert_true (test_sees (self->view->window, "$356.35"));
  g_assert_true (test_sees (self->view->window, "3 complete"));
  g_assert_true (test_sees (self->view->window, "$118.78"));
  g_assert_true (test_sees (self->view->window, "Payment problems"));
  g_assert_true (test_sees (self->view->window, "No Transactions Yet"));

  explain (self, "pending");
  g_assert_true (test_sees (get_dialog (self), "Order 15"));
  g_assert_false (test_sees (get_dialog (self), "Order 16"));

  /* What was paid when it came is in the history, though the ledger knows nothing of it. */
  test_view_settle (self->view);
  g_assert_true (test_sees (get_dialog (self), "paid when it was imported"));
  g_assert_nonnull (test_find (get_dialog (self), RG_TYPE_FIGURE_ORDER_ROW, "Order 8"));
  g_assert_true (test_sees (get_dialog (self), "$143.75"));
  test_view_shoot (self->view, "stats-pending");
  adw_dialog_force_close (ADW_DIALOG (get_dialog (self)));
  explain (self, "lifetime");
  g_assert_true (test_sees (get_dialog (self), "Order 8"));
  g_assert_true (test_sees (get_dialog (self), "Cancelled and refunded orders don’t count"));
  adw_dialog_force_close (ADW_DIALOG (get_dialog (self)));
  explain (self, "score");
  g_assert_true (test_sees (get_dialog (self), "66 of 100"));
}

static void
test_add_credit (Fixture *self, gconstpointer data)
{
  show (self);
  test_click (self->view->window, "Add Credit");
  test_view_settle (self->view);
  gtk_editable_set_text (get_row (self, "Amount in USD"), "20,0,0");
  gtk_editable_set_text (get_row (self, "Reason"), "Damaged tomatoes");
  test_view_settle (self->view);
  test_click (get_dialog (self), "Add Credit");
  test_view_settle (self->view);

  /* Refused: the text stays and the field is marked. */
  g_assert_cmpstr (gtk_editable_get_text (get_row (self, "Amount in USD")), ==, "20,0,0");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (get_row (self, "Amount in USD")), "error"));
  gtk_editable_set_text (get_row (self, "Amount in USD"), "20.00");
  test_view_settle (self->view);
  g_assert_true (test_sees (get_dialog (self), "Balance afterwards: $20.00"));
  test_view_shoot (self->view, "stats-credit");
  test_click (get_dialog (self), "Add Credit");
  test_view_settle (self->view);
  test_view_settle (self->view);
  g_assert_null (get_dialog (self));
  g_assert_cmpint (get_balance (self), ==, 2000);
  g_assert_true (test_sees (self->view->window, "+$20.00"));
  g_assert_true (test_sees (self->view->window, "Credit · Damaged tomatoes"));
}

/* An amount that can't be read is said when the field is left, and until it is mended; nothing is, of one not yet
 * typed. */
static void
test_amount_left (Fixture *self, gconstpointer data)
{
  GtkWidget *amount, *reason;

  show (self);
  test_click (self->view->window, "Add Credit");
  test_view_settle (self->view);
  amount = GTK_WIDGET (get_row (self, "Amount in USD"));
  reason = GTK_WIDGET (get_row (self, "Reason"));
  gtk_widget_grab_focus (reason);
  g_assert_false (gtk_widget_has_css_class (amount, "error"));

  gtk_widget_grab_focus (amount);
  gtk_editable_set_text (GTK_EDITABLE (amount), "20 dollars and more");
  g_assert_false (gtk_widget_has_css_class (amount, "error"));
  gtk_widget_grab_focus (reason);
  g_assert_true (gtk_widget_has_css_class (amount, "error"));
  g_assert_nonnull (test_find (get_dialog (self), RG_TYPE_PROBLEM_ROW, NULL));
  g_assert_true (gtk_widget_get_focus_child (reason) != NULL);

  /* What is said in between does not keep Tab from going there and back. */
  gtk_widget_grab_focus (amount);
  gtk_widget_child_focus (self->view->window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_has_focus (test_find (get_dialog (self), ADW_TYPE_COMBO_ROW, "Currency")));
  gtk_widget_child_focus (self->view->window, GTK_DIR_TAB_BACKWARD);
  g_assert_nonnull (gtk_widget_get_focus_child (amount));
  gtk_editable_set_text (GTK_EDITABLE (reason), "Damaged tomatoes");
  g_assert_true (gtk_widget_has_css_class (amount, "error"));
  gtk_editable_set_text (GTK_EDITABLE (amount), "20");
  g_assert_false (gtk_widget_has_css_class (amount, "error"));
  g_assert_null (test_find (get_dialog (self), RG_TYPE_PROBLEM_ROW, NULL));
}

static void
open_credit (Fixture *self, const char *amount, const char *reason)
{
  test_click (self->view->window, "Add Credit");
  test_view_settle (self->view);
  g_assert_cmpstr (gtk_editable_get_text (get_row (self, "Amount in USD")), ==, amount);
  g_assert_cmpstr (gtk_editable_get_text (get_row (self, "Reason")), ==, reason);
}

static void
type_credit (Fixture *self, const char *amount, const char *reason)
{
  gtk_editable_set_text (get_row (self, "Amount in USD"), amount);
  gtk_editable_set_text (get_row (self, "Reason"), reason);
  test_view_settle (self->view);
}

static void
close_dialog (Fixture *self)
{
  adw_dialog_close (ADW_DIALOG (get_dialog (self)));
  test_view_settle (self->view);
  test_view_settle (self->view);
  g_assert_null (get_dialog (self));
}

/* Escape loses nothing: what was typed is back the next time, until it is given up or entered. */
static void
test_kept (Fixture *self, gconstpointer data)
{
  show (self);
  open_credit (self, "", "");
  type_credit (self, "12.50", "Damaged tomatoes");
  close_dialog (self);
  open_credit (self, "12.50", "Damaged tomatoes");
  g_assert_true (test_sees (get_dialog (self), "What you typed before is back"));
  test_click (get_dialog (self), "Start Anew");
  g_assert_cmpstr (gtk_editable_get_text (get_row (self, "Amount in USD")), ==, "");
  close_dialog (self);
  open_credit (self, "", "");
  type_credit (self, "12.50", "Damaged tomatoes");
  test_click (get_dialog (self), "Add Credit");
  test_view_settle (self->view);
  test_view_settle (self->view);
  g_assert_null (get_dialog (self));
  g_assert_cmpint (get_balance (self), ==, 1250);
  open_credit (self, "", "");
}

static void
test_signature (Fixture *self, gconstpointer data)
{
  test_sign_in_as (self->desk, RG_ROLE_CUSTOMER_SERVICE);
  show (self);
  test_click (self->view->window, "Add Credit");
  test_view_settle (self->view);
  gtk_editable_set_text (get_row (self, "Reason"), "Promotional credit");
  gtk_editable_set_text (get_row (self, "Amount in USD"), "50.00");
  test_view_settle (self->view);
  g_assert_false (test_sees (get_dialog (self), "Signature"));
  gtk_editable_set_text (get_row (self, "Amount in USD"), "50.01");
  test_view_settle (self->view);
  g_assert_true (test_sees (get_dialog (self), "Credit above $50.00 a day needs a signature."));
  gtk_editable_set_text (get_row (self, "PIN"), "1357");
  test_click (get_dialog (self), "Add Credit");
  test_view_settle (self->view);
  test_view_settle (self->view);
  g_assert_true (test_sees (get_dialog (self), "not the PIN of Nadia Okafor"));
  test_view_shoot (self->view, "stats-signature");
  gtk_editable_set_text (get_row (self, "PIN"), PIN);
  test_click (get_dialog (self), "Add Credit");
  test_view_settle (self->view);
  test_view_settle (self->view);
  g_assert_cmpint (get_balance (self), ==, 5001);
  g_assert_true (test_sees (self->view->window, "approved by Nadia Okafor"));
}

static void
test_change_balance (Fixture *self, gconstpointer data)
{
  RgAct *act = rg_act_new (&rg_ledger_add_credit, self->customer_id);

  act->amount = 6000;
  act->text = g_strdup ("Start");
  test_perform (self->desk, act);
  show (self);
  test_click (self->view->window, "Change Balance");
  test_view_settle (self->view);
  gtk_editable_set_text (get_row (self, "New balance in USD"), "-25");
  gtk_editable_set_text (get_row (self, "Reason"), "Correction");
  adw_switch_row_set_active (ADW_SWITCH_ROW (test_find (get_dialog (self), ADW_TYPE_SWITCH_ROW, NULL)), TRUE);
  test_view_settle (self->view);
  test_click (get_dialog (self), "Change Balance");
  test_view_settle (self->view);
  g_assert_cmpint (get_balance (self), ==, 6000);
  g_assert_true (test_sees (self->view->window, "The balance is $60.00.\nAfterwards it is −$25.00."));
  test_view_shoot (self->view, "stats-confirm");
  test_click (get_dialog (self), "Change Balance");
  test_view_settle (self->view);
  test_view_settle (self->view);
  g_assert_cmpint (get_balance (self), ==, -2500);
  g_assert_true (test_sees (self->view->window, "Owes money"));
  g_assert_cmpint (test_query_int (self->desk, "SELECT count (*) FROM note WHERE text LIKE '%Correction%'"), ==, 1);
}

/* The explanation of the balance leads to what changes it. */
static void
test_change_balance_from_figure (Fixture *self, gconstpointer data)
{
  show (self);
  explain (self, "balance");
  g_assert_true (test_sees (get_dialog (self), "Add Credit"));
  test_click (get_dialog (self), "Change Balance");
  test_view_settle (self->view);
  test_view_settle (self->view);
  g_assert_nonnull (get_row (self, "New balance in USD"));
}

static void
test_pay_order (Fixture *self, gconstpointer data)
{
  show (self);
  explain (self, "pending");
  test_click (get_dialog (self), "Payment");
  test_view_settle (self->view);
  test_view_settle (self->view);
  g_assert_cmpstr (gtk_editable_get_text (get_row (self, "Amount in USD")), ==, "$84.20");
  test_view_shoot (self->view, "stats-payment");
  test_click (get_dialog (self), "Payment");
  test_view_settle (self->view);
  test_view_settle (self->view);
  g_assert_cmpint (test_query_int (self->desk, "SELECT paid FROM orders WHERE number = 15"), ==, 8420);
  g_assert_cmpint (get_balance (self), ==, 0);
  g_assert_true (test_sees (self->view->window, "Nothing due"));
  g_assert_true (test_sees (self->view->window, "Payment · Order 15"));

  /* What was paid is in the history, without the charge that goes with it. */
  explain (self, "pending");
  g_assert_true (test_sees (get_dialog (self), "No order is unpaid."));
  g_assert_true (test_sees (get_dialog (self), "Payment · Order 15"));
  g_assert_true (test_sees (get_dialog (self), "+$84.20"));
  g_assert_false (test_sees (get_dialog (self), "Charge"));
  test_view_settle (self->view);
  g_assert_nonnull (test_find (get_dialog (self), RG_TYPE_FIGURE_ORDER_ROW, "Order 8"));
  g_assert_null (test_find (get_dialog (self), RG_TYPE_FIGURE_ORDER_ROW, "Order 15"));
  test_view_shoot (self->view, "stats-payment-history");
}

/* An order in other money is paid in it; it counts among the orders and is the last purchase. */
static void
test_pay_order_in_other_money (Fixture *self, gconstpointer data)
{
  AdwComboRow *order;

  add_order_in (self, 22, RG_ORDER_STATUS_COMPLETE, 5000, 0, "EUR");
  show (self);
  explain (self, "orders");
  g_assert_true (test_sees (get_dialog (self), "All orders, whatever their status: 5."));
  g_assert_true (test_sees (get_dialog (self), "Order 22"));
  adw_dialog_force_close (ADW_DIALOG (get_dialog (self)));
  explain (self, "last-purchase");
  g_assert_true (test_sees (get_dialog (self), "Order 22"));
  adw_dialog_force_close (ADW_DIALOG (get_dialog (self)));
  test_view_settle (self->view);

  g_assert_true (gtk_widget_activate_action (self->view->view, "stats.enter", "s", "ledger.payment"));
  test_view_settle (self->view);
  test_view_settle (self->view);
  order = ADW_COMBO_ROW (test_find (get_dialog (self), ADW_TYPE_COMBO_ROW, "For Order"));
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (order)), ==, 3);
  adw_combo_row_set_selected (order, 2);
  test_view_settle (self->view);
  g_assert_cmpstr (gtk_editable_get_text (get_row (self, "Amount in EUR")), ==, "€50.00");
  test_click (get_dialog (self), "Payment");
  test_view_settle (self->view);
  test_view_settle (self->view);
  g_assert_cmpint (test_query_int (self->desk, "SELECT paid FROM orders WHERE number = 22"), ==, 5000);
  g_assert_cmpint (get_balance (self), ==, 0);
}

static void
test_currencies (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const RgOperation *operation;
    gint64 amount;
    const char *reason;
    const char *currency;
  } entries[] = {
    { &rg_ledger_add_credit, 5000, "Promotional credit", "EUR" },
    { &rg_ledger_add_credit, 2000, "Service credit", "USD" },
    { &rg_ledger_charge, 700, "Broken crate", "USD" },
    { &rg_ledger_refund, 1000, "Paid out in cash", "EUR" },
  };
  g_autoptr (RgPaymentMethod) method
    = g_object_new (RG_TYPE_PAYMENT_METHOD, "customer-id", self->customer_id, "type", RG_PAYMENT_TYPE_CARD, "label",
                    "Visa •4242", "is-primary", TRUE, NULL);

  test_insert (self->desk, RG_RECORD (method));
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      RgAct *act = rg_act_new (entries[i].operation, self->customer_id);

      act->amount = entries[i].amount;
      act->text = g_strdup (entries[i].reason);
      act->currency = g_strdup (entries[i].currency);
      test_perform (self->desk, act);
    }
  show (self);
  g_assert_true (test_sees (self->view->window, "Balances"));
  g_assert_true (test_sees (self->view->window, "+€40.00"));
  g_assert_true (test_sees (self->view->window, "−$7.00"));
  g_assert_true (test_sees (self->view->window, "Visa •4242"));
  test_view_shoot (self->view, "stats");
}

static gboolean
has_keyboard (Fixture *self, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->view->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* Money that nobody here has used yet can be chosen, after what is used, and has its own decimals. */
static void
test_new_currency (Fixture *self, gconstpointer data)
{
  AdwComboRow *currency;
  GListModel *names;
  guint i = 0;

  show (self);
  g_assert_true (gtk_widget_activate_action (self->view->view, "stats.enter", "s", "ledger.add-credit"));
  test_view_settle (self->view);
  currency = ADW_COMBO_ROW (test_find (get_dialog (self), ADW_TYPE_COMBO_ROW, "Currency"));
  names = adw_combo_row_get_model (currency);
  g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (names), 0), ==, "USD · US Dollar");
  while (i < g_list_model_get_n_items (names)
         && strcmp (gtk_string_list_get_string (GTK_STRING_LIST (names), i), "KWD · Kuwaiti Dinar") != 0)
    i++;
  adw_combo_row_set_selected (currency, i);
  gtk_editable_set_text (get_row (self, "Amount in KWD"), "1.2345");
  gtk_editable_set_text (get_row (self, "Reason"), "Promotional credit");
  test_click (get_dialog (self), "Add Credit");
  test_view_settle (self->view);
  g_assert_nonnull (test_find (get_dialog (self), RG_TYPE_PROBLEM_ROW, NULL));
  gtk_editable_set_text (get_row (self, "Amount in KWD"), "1.234");
  test_click (get_dialog (self), "Add Credit");
  test_view_settle (self->view);
  test_view_settle (self->view);
  g_assert_cmpint (test_query_int (self->desk, "SELECT amount FROM balance WHERE currency = 'KWD'"), ==, 1234);
}

static void
test_payment_info (Fixture *self, gconstpointer data)
{
  show (self);
  explain (self, "method");
  test_click (get_dialog (self), "Add");
  test_view_settle (self->view);
  gtk_editable_set_text (get_row (self, "Payment Profile ID"), "4242 4242 4242 4242");
  test_click (get_dialog (self), "Save");
  test_view_settle (self->view);
  g_assert_true (test_sees (get_dialog (self), "card numbers are not kept here"));
  g_assert_nonnull (test_find (get_dialog (self), RG_TYPE_PROBLEM_ROW, NULL));
  g_assert_true (has_keyboard (self, GTK_WIDGET (get_row (self, "Payment Profile ID"))));
  test_view_shoot (self->view, "stats-payment-info");
  gtk_editable_set_text (get_row (self, "Payment Profile ID"), "cus_NffrFeUfNV2Hib");
  test_click (get_dialog (self), "Save");
  test_view_settle (self->view);
  test_view_settle (self->view);
  g_assert_true (test_sees (get_dialog (self), "cus_NffrFeUfNV2Hib"));
  g_assert_true (test_sees (get_dialog (self), "Primary"));
  g_assert_null (test_find (get_dialog (self), RG_TYPE_PROBLEM_ROW, NULL));
  g_assert_true (has_keyboard (self, test_find (get_dialog (self), GTK_TYPE_BUTTON, "Add")));

  /* Removed again, with the keyboard on what goes. */
  gtk_widget_grab_focus (test_find (get_dialog (self), GTK_TYPE_BUTTON, "Remove this payment method"));
  g_signal_emit_by_name (test_find (get_dialog (self), GTK_TYPE_BUTTON, "Remove this payment method"), "clicked");
  test_view_settle (self->view);
  g_assert_false (test_sees (get_dialog (self), "cus_NffrFeUfNV2Hib"));
  g_assert_true (has_keyboard (self, test_find (get_dialog (self), GTK_TYPE_BUTTON, "Add")));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, setup, func, teardown)

int
main (int argc, char *argv[])
{
  test_view_init (&argc, &argv);

  ADD ("/stats-view/figures", test_figures);
  ADD ("/stats-view/add-credit", test_add_credit);
  ADD ("/stats-view/amount-left", test_amount_left);
  ADD ("/stats-view/kept", test_kept);
  ADD ("/stats-view/signature", test_signature);
  ADD ("/stats-view/change-balance", test_change_balance);
  ADD ("/stats-view/change-balance-from-figure", test_change_balance_from_figure);
  ADD ("/stats-view/pay-order", test_pay_order);
  ADD ("/stats-view/pay-order-in-other-money", test_pay_order_in_other_money);
  ADD ("/stats-view/currencies", test_currencies);
  ADD ("/stats-view/new-currency", test_new_currency);
  ADD ("/stats-view/payment-info", test_payment_info);

  return g_test_run ();
}
