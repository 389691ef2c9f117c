/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-address.h"
#include "rg-note-dialog.h"
#include "rg-order-dialog.h"
#include "rg-order-operations.h"
#include "rg-orders-view.h"
#include "rg-product-dialog.h"
#include "rg-product.h"
#include "rg-recurring-item.h"
#include "rg-recurring-operations.h"
#include "test-view.h"

/* The orders of a customer, as somebody uses them. */

typedef struct
{
  RgDesk *desk;
  gint64 customer_id;
  RgProduct *box;
  RgProduct *eggs;
} Fixture;

static RgProduct *
new_product (Fixture *self, const char *number, const char *name, gint64 price)
{
  RgProduct *product
    = g_object_new (RG_TYPE_PRODUCT, "number", number, "name", name, "price", price, "currency", "USD", NULL);

  test_insert (self->desk, RG_RECORD (product));
  return product;
}

static void
setup (Fixture *self, gconstpointer data)
{
  g_autoptr (RgAddress) address = NULL;

  rg_time_set_now (rg_time_from_iso ("2026-11-22T09:00:00Z"));
  self->desk = test_desk_new ();
  self->customer_id = test_customer_new (self->desk, "Jordan", "Reyes");
  self->box = new_product (self, "BOX", "Winter vegetable box, large", 3800);
  self->eggs = new_product (self, "EGG", "Pasture-raised eggs, dozen", 750);
  address = g_object_new (RG_TYPE_ADDRESS, "customer-id", self->customer_id, "street", "Mill Lane 4", "city",
                          "Portland", "is-primary", TRUE, "route", "4", "stop", (gint64) 11, NULL);
  test_insert (self->desk, RG_RECORD (address));
}

static void
teardown (Fixture *self, gconstpointer data)
{
  g_object_unref (self->box);
  g_object_unref (self->eggs);
  test_desk_free (self->desk);
  rg_time_set_now (0);
}

static void
add_recurring (Fixture *self, RgProduct *product, gint64 quantity, RgFrequency frequency)
{
  g_autoptr (RgRecurringItem) item
    = g_object_new (RG_TYPE_RECURRING_ITEM, "customer-id", self->customer_id, "product-id",
                    rg_record_get_id (RG_RECORD (product)), "quantity", quantity, "frequency", frequency, NULL);

  test_perform (self->desk, rg_act_new_record (&rg_recurring_add, RG_RECORD (item)));
}

static RgOrder *
create (Fixture *self, RgDay day)
{
  RgAct *act = rg_act_new (&rg_order_create, self->customer_id);
  g_autoptr (RgAct) done = NULL;

  act->day = day;
  act->flag = TRUE;
  done = test_perform_ok (self->desk, act);
  return (RgOrder *) g_object_ref (done->record);
}

static void
settle (TestView *view)
{
  test_view_settle (view);
  test_view_settle (view);
}

static void
close_dialog (TestView *view)
{
  adw_dialog_close (adw_window_get_visible_dialog (ADW_WINDOW (view->window)));
  settle (view);
}

static void
test_create (Fixture *self, gconstpointer data)
{
  TestView *view;
  AdwDialog *dialog;
  GtkWidget *day, *search;

  add_recurring (self, self->box, 2, RG_FREQUENCY_WEEKLY);
  view = test_view_new (self->desk, self->customer_id, RG_TYPE_ORDERS_VIEW);
  g_assert_true (test_sees (view->window, "No Orders Yet"));
  g_assert_true (test_sees (view->window, "2 per order · Weekly"));
  g_assert_true (test_sees (view->window, "$76.00 together"));

  /* Nothing stands in the way: the order is made and open for work. */
  g_signal_emit_by_name (test_find (view->window, ADW_TYPE_SPLIT_BUTTON, NULL), "clicked");
  settle (view);
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (view->window));
  g_assert_true (RG_IS_ORDER_DIALOG (dialog));
  g_assert_true (test_sees (GTK_WIDGET (dialog), "Order #20001"));
  g_assert_true (test_sees (GTK_WIDGET (dialog), "Jordan Reyes"));
  g_assert_true (test_sees (GTK_WIDGET (dialog), "$82.00"));
  g_assert_true (test_sees (GTK_WIDGET (dialog), "Mill Lane 4, Portland"));
  search = test_find (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY, NULL);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (search)), search));
  test_view_shoot (view, "order");

  /* A date that can't be read stays, and keeps the dialog open. */
  day = test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "Delivery date");
  gtk_editable_set_text (GTK_EDITABLE (day), "soonish");
  close_dialog (view);
  g_assert_true (test_sees (view->window, "Discard What Can’t Be Saved?"));
  close_dialog (view);
  g_assert_true (adw_window_get_visible_dialog (ADW_WINDOW (view->window)) == dialog);
  g_assert_true (gtk_widget_has_css_class (day, "error"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (day)), ==, "soonish");
  gtk_editable_set_text (GTK_EDITABLE (day), "2026-12-03");
  close_dialog (view);
  g_assert_null (adw_window_get_visible_dialog (ADW_WINDOW (view->window)));
  g_assert_cmpint (test_query_int (self->desk, "SELECT count (*) FROM orders WHERE delivery_day = '2026-12-03'"), ==,
                   1);

  /* The next one is asked about first. */
  g_signal_emit_by_name (test_find (view->window, ADW_TYPE_SPLIT_BUTTON, NULL), "clicked");
  settle (view);
  g_assert_true (test_sees (view->window, "Create Another Order?"));
  g_assert_true (test_sees (view->window, "Order #20001 for Thu, Dec 3 is still open."));
  test_view_shoot (view, "order-create");
  test_view_free (view);
}

static void
test_lines (Fixture *self, gconstpointer data)
{
  g_autoptr (RgOrder) order = create (self, rg_day_from_iso ("2026-12-03"));
  TestView *view = test_view_new (self->desk, self->customer_id, RG_TYPE_ORDERS_VIEW);
  GtkWidget *dialog;
  GtkWidget *entry;

  gtk_widget_activate_action (view->view, "order.open", "x", rg_record_get_id (RG_RECORD (order)));
  settle (view);
  dialog = GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (view->window)));
  g_assert_true (test_sees (dialog, "No products yet."));

  /* By words of the name, and by its ID as a scanner would. */
  entry = test_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "winter larg");
  settle (view);
  g_assert_true (test_sees (dialog, "Winter vegetable box, large"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "EGG");
  g_signal_emit_by_name (entry, "activate");
  settle (view);
  g_assert_true (test_sees (dialog, "$13.50"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");

  /* A product can be opened where it is named. */
  test_click (dialog, "Open the product Pasture-raised eggs, dozen");
  settle (view);
  g_assert_true (RG_IS_PRODUCT_DIALOG (adw_window_get_visible_dialog (ADW_WINDOW (view->window))));
  g_assert_true (test_sees (view->window, "Edit Product"));
  close_dialog (view);
  g_assert_true (GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (view->window))) == dialog);

  /* Quicker than each can be saved: the last one counts. */
  for (guint quantity = 2; quantity <= 4; quantity++)
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (test_find (dialog, GTK_TYPE_SPIN_BUTTON, NULL)), quantity);
  settle (view);
  g_assert_false (test_sees (dialog, "Somebody else"));
  g_assert_true (test_sees (dialog, "$36.00"));
  entry = test_find (dialog, GTK_TYPE_ENTRY, "Discount in percent");
  gtk_editable_set_text (GTK_EDITABLE (entry), "10");
  g_signal_emit_by_name (entry, "activate");
  settle (view);
  g_assert_true (test_sees (dialog, "$33.00"));

  /* A price that can't be read stays, whatever else is changed, and keeps the dialog open; what was typed and not left
   * yet is saved at the end. */
  entry = test_find (dialog, GTK_TYPE_ENTRY, "Price of one");
  gtk_editable_set_text (GTK_EDITABLE (entry), "seven");
  g_signal_emit_by_name (entry, "activate");
  gtk_editable_set_text (GTK_EDITABLE (test_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL)), "BOX");
  g_signal_emit_by_name (test_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL), "activate");
  settle (view);
  g_assert_true (test_sees (dialog, "$71.00"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "seven");
  close_dialog (view);
  g_assert_true (test_sees (view->window, "Discard What Can’t Be Saved?"));
  close_dialog (view);
  g_assert_true (GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (view->window))) == dialog);
  g_assert_true (test_sees (dialog, "Put the price or discount right"));
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "8.00");
  close_dialog (view);
  settle (view);
  g_assert_null (adw_window_get_visible_dialog (ADW_WINDOW (view->window)));
  g_assert_cmpint (test_query_int (self->desk, "SELECT total FROM orders"), ==, 600 + 4 * 720 + 3800);
  gtk_widget_activate_action (view->view, "order.open", "x", rg_record_get_id (RG_RECORD (order)));
  settle (view);
  dialog = GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (view->window)));

  /* Finalizing wants the date confirmed; the choice goes back, the reason is said. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (test_find (dialog, ADW_TYPE_COMBO_ROW, "Status")),
                              RG_ORDER_STATUS_COMPLETE);
  settle (view);
  g_assert_true (test_sees (dialog, "Confirm the delivery date before the order is finalized."));
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (test_find (dialog, ADW_TYPE_COMBO_ROW, "Status"))), ==,
                    RG_ORDER_STATUS_OPEN);
  adw_switch_row_set_active (ADW_SWITCH_ROW (test_find (dialog, ADW_TYPE_SWITCH_ROW, "Delivery date confirmed")), TRUE);
  settle (view);
  adw_combo_row_set_selected (ADW_COMBO_ROW (test_find (dialog, ADW_TYPE_COMBO_ROW, "Status")),
                              RG_ORDER_STATUS_COMPLETE);
  settle (view);
  g_assert_cmpint (test_query_int (self->desk, "SELECT count (*) FROM orders WHERE status = 'complete'"), ==, 1);
  g_assert_null (test_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL));
  g_assert_true (test_sees (dialog, "Set the order to Open to change its products."));
  test_view_free (view);
}

/* A date in the week of another order is asked about; without consent it goes back. */
static void
test_moved_into_week (Fixture *self, gconstpointer data)
{
  static const char moved[] = "SELECT count (*) FROM orders WHERE delivery_day = '2026-12-04'";
  g_autoptr (RgOrder) first = create (self, rg_day_from_iso ("2026-12-03"));
  g_autoptr (RgOrder) second = create (self, rg_day_from_iso ("2026-12-10"));
  TestView *view = test_view_new (self->desk, self->customer_id, RG_TYPE_ORDERS_VIEW);
  GtkWidget *day;

  gtk_widget_activate_action (view->view, "order.open", "x", rg_record_get_id (RG_RECORD (second)));
  settle (view);
  day = test_find (GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (view->window))), ADW_TYPE_ENTRY_ROW,
                   "Delivery date");
  for (guint consent = 0; consent < 2; consent++)
    {
      gtk_editable_set_text (GTK_EDITABLE (day), "2026-12-04");
      g_signal_emit_by_name (day, "apply");
      settle (view);
      g_assert_true (test_sees (view->window, "There is an order for the same week: #20001"));
      test_click (view->window, consent != 0 ? "Change _Order" : "Cancel");
      settle (view);
      settle (view);
      g_assert_cmpint (test_query_int (self->desk, moved), ==, consent);
    }
  close_dialog (view);
  test_view_free (view);
}

static void
test_list (Fixture *self, gconstpointer data)
{
  static const char noted[] = "SELECT count (*) FROM note WHERE kind = 'activity' AND text = "
                              "'Recurring item removed: Pasture-raised eggs, dozen'";
  TestView *view;

  add_recurring (self, self->box, 2, RG_FREQUENCY_WEEKLY);
  add_recurring (self, self->eggs, 1, RG_FREQUENCY_BIWEEKLY);
  for (guint i = 0; i < 12; i++)
    g_object_unref (create (self, rg_day_from_iso ("2026-09-10") + 7 * i));
  view = test_view_new (self->desk, self->customer_id, RG_TYPE_ORDERS_VIEW);
  g_assert_true (test_sees (view->window, "#20012"));
  g_assert_false (test_sees (view->window, "#20002"));
  test_view_shoot (view, "orders");
  gtk_window_set_default_size (GTK_WINDOW (view->window), 860, 760);
  settle (view);
  test_click (view->window, "Load More");
  settle (view);
  g_assert_true (test_sees (view->window, "#20001"));
  g_assert_null (test_find (view->window, GTK_TYPE_BUTTON, "Load More"));

  /* How many is what is typed first. */
  test_click (view->window, "Edit quantity or frequency of Pasture-raised eggs, dozen");
  settle (view);
  g_assert_true (
    gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (view->window)),
                            test_find (GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (view->window))),
                                       ADW_TYPE_SPIN_ROW, "Quantity per order")));
  close_dialog (view);

  test_click (view->window, "Remove Pasture-raised eggs, dozen");
  settle (view);
  g_assert_true (test_sees (view->window, "will not go into future orders any more"));
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (test_find (view->window, GTK_TYPE_CHECK_BUTTON, "_Add a note about it")), TRUE);
  test_click (view->window, "_Remove");
  for (guint i = 0; i < 20 && test_query_int (self->desk, noted) == 0; i++)
    settle (view);
  g_assert_cmpint (test_query_int (self->desk, noted), ==, 1);
  test_view_free (view);
}

static void
test_cancelled_customer (Fixture *self, gconstpointer data)
{
  g_autoptr (RgCustomer) customer = (RgCustomer *) test_load (self->desk, &rg_customer_type, self->customer_id);
  TestView *view;

  customer->status = RG_CUSTOMER_STATUS_CANCELLED;
  test_update (self->desk, RG_RECORD (customer));
  view = test_view_new (self->desk, self->customer_id, RG_TYPE_ORDERS_VIEW);
  g_signal_emit_by_name (test_find (view->window, ADW_TYPE_SPLIT_BUTTON, NULL), "clicked");
  settle (view);
  g_assert_true (test_sees (view->window, "No Order Can Be Created"));
  test_click (view->window, "_Reactivate Account");
  for (guint i = 0; i < 20 && !RG_IS_ORDER_DIALOG (adw_window_get_visible_dialog (ADW_WINDOW (view->window))); i++)
    settle (view);
  g_assert_true (RG_IS_ORDER_DIALOG (adw_window_get_visible_dialog (ADW_WINDOW (view->window))));
  test_view_free (view);
}

/* While an order is looked at, what the caller says is written down about its customer, as a call. */
static void
test_note (Fixture *self, gconstpointer data)
{
  g_autoptr (RgOrder) order = create (self, 0);
  TestView *view = test_view_new (self->desk, self->customer_id, RG_TYPE_ORDERS_VIEW);
  AdwDialog *dialog;
  GtkWidget *text;

  rg_order_dialog_present (view->view, self->desk, rg_record_get_id (RG_RECORD (order)));
  settle (view);
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (view->window));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "order.add-note", NULL));
  settle (view);
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (view->window));
  g_assert_true (RG_IS_NOTE_DIALOG (dialog));
  rg_form_dialog_save (RG_FORM_DIALOG (dialog));
  settle (view);
  g_assert_true (test_sees (GTK_WIDGET (dialog), "Write what happened before saving the note."));
  test_view_shoot (view, "order-note");
  text = test_find (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "Where is my box?", -1);
  rg_form_dialog_save (RG_FORM_DIALOG (dialog));
  settle (view);
  g_assert_true (RG_IS_ORDER_DIALOG (adw_window_get_visible_dialog (ADW_WINDOW (view->window))));
  g_assert_cmpint (test_query_int (self->desk, "SELECT count (*) FROM note WHERE kind = 'phone' "
                                               "AND text = 'Where is my box?'"),
                   ==, 1);
  close_dialog (view);
  test_view_free (view);
}

int
main (int argc, char *argv[])
{
  test_view_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/orders-view/" name, Fixture, NULL, setup, func, teardown)
  ADD ("create", test_create);
  ADD ("lines", test_lines);
  ADD ("moved-into-week", test_moved_into_week);
  ADD ("list", test_list);
  ADD ("cancelled-customer", test_cancelled_customer);
  ADD ("note", test_note);

  return g_test_run ();
}
