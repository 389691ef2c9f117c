/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-cart-item.h"
#include "rg-cart-view.h"
#include "rg-confirm-dialog.h"
#include "rg-ledger-dialog.h"
#include "rg-ledger-operations.h"
#include "rg-note-dialog.h"
#include "rg-note-operations.h"
#include "rg-order-dialog.h"
#include "rg-product.h"
#include "rg-reminder-row.h"
#include "rg-staff-operations.h"
#include "rg-switch-user-dialog.h"
#include "test-window.h"

/* What is done in passing, wherever one is: a note, a look into the Future Cart, a reminder ticked off, leaving. */

typedef struct
{
  RgWindow *window;
  RgDesk *desk;
  gint64 jordan;
} Fixture;

static void
setup (Fixture *self, gconstpointer data)
{
  self->window = test_window_new ();
  self->desk = rg_window_get_desk (self->window);
  self->jordan = test_customer_new (self->desk, "Jordan", "Reyes");
}

static void
teardown (Fixture *self, gconstpointer data)
{
  if (self->window != NULL)
    test_window_free (self->window);
}

static void
add_to_cart (Fixture *self, RgCartStatus status)
{
  g_autofree char *number = g_strdup_printf ("P%d", (int) test_query_int (self->desk, "SELECT count (*) FROM product"));
  g_autoptr (RgProduct) product
    = g_object_new (RG_TYPE_PRODUCT, "number", number, "name", "Eggs", "price", (gint64) 750, "currency", "USD", NULL);
  g_autoptr (RgCartItem) item = NULL;

  test_insert (self->desk, RG_RECORD (product));
  item = g_object_new (RG_TYPE_CART_ITEM, "customer-id", self->jordan, "product-id",
                       rg_record_get_id (RG_RECORD (product)), "quantity", (gint64) 1, "price-added", (gint64) 750,
                       "currency", "USD", "status", status, "added-at", rg_time_now (), NULL);
  test_insert (self->desk, RG_RECORD (item));
}

/* The button in the orders counts what waits, and leads there. */
static void
test_cart_button (Fixture *self, gconstpointer data)
{
  GtkWidget *button;

  add_to_cart (self, RG_CART_STATUS_PENDING);
  add_to_cart (self, RG_CART_STATUS_PENDING);
  add_to_cart (self, RG_CART_STATUS_ADDED);
  test_await (rg_window_open_customer (self->window, self->jordan, FALSE));
  test_act (self->window, "win.show-view(2)");
  button = test_wait_for (self->window, GTK_TYPE_BUTTON, "2 products wait in the Future Cart");
  g_assert_nonnull (test_find (button, GTK_TYPE_LABEL, "2"));
  test_pictures (self->window, "orders-cart-button");
  test_click (button);
  test_wait_for (self->window, RG_TYPE_CART_VIEW, NULL);
}

/* Opens Add Credit, once the figures are there. */
static AdwDialog *
open_credit (Fixture *self)
{
  test_await (rg_window_open_customer (self->window, self->jordan, FALSE));
  test_act (self->window, "win.show-view(5)");
  test_wait_for (self->window, GTK_TYPE_LABEL, "Even");
  test_click (test_wait_for (self->window, GTK_TYPE_BUTTON, "Add Credit"));
  return test_wait_dialog (self->window, RG_TYPE_LEDGER_DIALOG);
}

/* A call is noted down from a dialog of the customer, and the dialog is there as it was afterwards. */
static void
test_note_in_dialog (Fixture *self, gconstpointer data)
{
  static const char noted[]
    = "SELECT count (*) FROM note WHERE kind = 'phone' AND text = 'Asks about the credit' AND customer_id = (SELECT id "
      "FROM customer WHERE first_name = 'Jordan')";
  AdwDialog *credit, *note;
  GtkTextView *text;

  credit = open_credit (self);
  test_type (test_wait_for (credit, ADW_TYPE_ENTRY_ROW, "Reason"), "Half a reason");
  test_act (self->window, "win.add-note");
  note = test_wait_dialog (self->window, RG_TYPE_NOTE_DIALOG);
  text = test_wait_for (note, GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (text), "Asks about the credit", -1);
  test_settle (50);
  test_click (test_wait_for (note, GTK_TYPE_BUTTON, "_Save Note"));
  test_wait_dialog (self->window, RG_TYPE_LEDGER_DIALOG);
  g_assert_cmpint (test_query_int (self->desk, noted), ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (test_wait_for (credit, ADW_TYPE_ENTRY_ROW, "Reason")), ==, "Half a reason");
  adw_dialog_force_close (credit);
  test_wait_no_dialog (self->window);
}

static gboolean
is_checked (gpointer window)
{
  GtkWidget *row = test_find (window, RG_TYPE_REMINDER_ROW, NULL);
  GtkCheckButton *check = row != NULL ? test_find (row, GTK_TYPE_CHECK_BUTTON, NULL) : NULL;

  return check != NULL && gtk_check_button_get_active (check);
}

static gboolean
is_unchecked (gpointer window)
{
  return !is_checked (window);
}

/* A reminder that was completed stays in the list for the day, ticked, and can be taken up again. */
static void
test_reminder_stays (Fixture *self, gconstpointer weekly)
{
  g_autoptr (RgNote) note
    = g_object_new (RG_TYPE_NOTE, "customer-id", self->jordan, "text", "Call back", "reminder-day",
                    rg_desk_get_today (self->desk) + 1, "recur-weekly", GPOINTER_TO_INT (weekly), NULL);
  GtkWidget *row;

  test_perform (self->desk, rg_act_new_record (&rg_note_add, RG_RECORD (note)));
  test_act (self->window, "win.show-place::reminders");
  adw_toggle_group_set_active_name (test_wait_for (self->window, ADW_TYPE_TOGGLE_GROUP, NULL), "week");
  row = test_wait_for (self->window, RG_TYPE_REMINDER_ROW, NULL);
  gtk_widget_grab_focus (test_find (row, GTK_TYPE_CHECK_BUTTON, NULL));
  gtk_check_button_set_active (test_find (row, GTK_TYPE_CHECK_BUTTON, NULL), TRUE);
  test_wait_until (is_checked, self->window);
  test_settle (300);
  g_assert_true (is_checked (self->window));
  g_assert_cmpint (test_query_int (self->desk, "SELECT count (*) FROM note WHERE done_at IS NOT NULL"), ==, 1);
  test_picture (self->window, weekly ? "reminders-done-weekly" : "reminders-done");
  row = test_find (self->window, RG_TYPE_REMINDER_ROW, NULL);
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (self->window)));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->window)), row)
                 || gtk_window_get_focus (GTK_WINDOW (self->window)) == row);
  gtk_check_button_set_active (test_find (row, GTK_TYPE_CHECK_BUTTON, NULL), FALSE);
  test_wait_until (is_unchecked, self->window);
  test_settle (300);
  g_assert_cmpint (test_query_int (self->desk, "SELECT count (*) FROM note WHERE done_at IS NULL"), ==, 1);
}

/* Quitting with a dialog open closes both; what was typed a moment before is back with the dialog. */
static void
test_quit (Fixture *self, gconstpointer data)
{
  g_autoptr (RgDesk) desk = g_object_ref (self->desk);
  g_autofree char *path = g_strdup (test_desk_get_path (desk));
  AdwDialog *credit;

  credit = open_credit (self);
  gtk_editable_set_text (test_wait_for (credit, ADW_TYPE_ENTRY_ROW, "Reason"), "Damaged tomatoes");
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  rg_window_quit (self->window);
  test_settle (300);
  g_assert_null (self->window);
  test_await (rg_desk_close (desk));

  self->window = test_window_open (path);
  self->desk = rg_window_get_desk (self->window);
  credit = open_credit (self);
  g_assert_cmpstr (gtk_editable_get_text (test_wait_for (credit, ADW_TYPE_ENTRY_ROW, "Reason")), ==,
                   "Damaged tomatoes");
  adw_dialog_force_close (credit);
  test_wait_no_dialog (self->window);
}

static gboolean
is_closed (gpointer self)
{
  return ((Fixture *) self)->window == NULL;
}

static AdwDialog *
open_order (Fixture *self)
{
  g_autoptr (RgOrder) order
    = g_object_new (RG_TYPE_ORDER, "number", (gint64) 7001, "customer-id", self->jordan, "status", RG_ORDER_STATUS_OPEN,
                    "currency", "USD", "created-at", (gint64) 1, NULL);
  AdwDialog *dialog;

  test_insert (self->desk, RG_RECORD (order));
  rg_order_dialog_present (GTK_WIDGET (self->window), self->desk, rg_record_get_id (RG_RECORD (order)));
  dialog = test_wait_dialog (self->window, RG_TYPE_ORDER_DIALOG);
  test_wait_for (dialog, GTK_TYPE_LABEL, "Order #7001");
  return dialog;
}

/* An order that is half edited is saved as the program ends; what can't be saved is given up by one answer, or kept. */
static void
test_quit_order (Fixture *self, gconstpointer data)
{
  g_autoptr (RgDesk) desk = g_object_ref (self->desk);
  AdwDialog *dialog = open_order (self), *question;
  GtkEditable *stop = test_wait_for (dialog, ADW_TYPE_ENTRY_ROW, "Stop");

  gtk_editable_set_text (test_wait_for (dialog, ADW_TYPE_ENTRY_ROW, "Order note"), "Ring twice");
  gtk_editable_set_text (stop, "third");
  rg_window_quit (self->window);
  question = test_wait_dialog (self->window, RG_TYPE_CONFIRM_DIALOG);
  test_wait_for (question, GTK_TYPE_LABEL, "Discard What Can’t Be Saved?");
  rg_window_quit (self->window);
  g_assert_true (test_wait_dialog (self->window, RG_TYPE_CONFIRM_DIALOG) == question);
  adw_dialog_close (question);
  g_assert_true (test_wait_dialog (self->window, RG_TYPE_ORDER_DIALOG) == dialog);
  test_settle (300);
  g_assert_cmpstr (gtk_editable_get_text (stop), ==, "third");

  /* Staying is staying: the program does not end when the dialog closes later on. */
  gtk_editable_set_text (stop, "2");
  adw_dialog_close (dialog);
  test_wait_no_dialog (self->window);
  test_settle (300);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM orders WHERE note = 'Ring twice' AND stop = 2"), ==, 1);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (self->window)));

  rg_order_dialog_present (GTK_WIDGET (self->window), self->desk, test_query_int (desk, "SELECT id FROM orders"));
  dialog = test_wait_dialog (self->window, RG_TYPE_ORDER_DIALOG);
  stop = test_wait_for (dialog, ADW_TYPE_ENTRY_ROW, "Stop");
  test_wait_for (dialog, GTK_TYPE_LABEL, "Order #7001");
  gtk_editable_set_text (stop, "3");
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  rg_window_quit (self->window);
  test_wait_until (is_closed, self);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM orders WHERE note = 'Ring twice' AND stop = 3"), ==, 1);
  test_await (rg_desk_close (desk));
}

/* Locking goes the same way: what is half edited is saved by whoever typed it, and what can't be is asked about before
 * nobody is signed in any more. */
static void
test_lock_order (Fixture *self, gconstpointer data)
{
  RgStaff *staff = rg_desk_get_staff (self->desk);
  RgAct *pin = rg_act_new_record (&rg_staff_set_pin, RG_RECORD (staff));
  AdwDialog *dialog;
  GtkEditable *stop;

  pin->pin = g_strdup ("271828");
  test_perform (self->desk, pin);
  dialog = open_order (self);
  stop = test_wait_for (dialog, ADW_TYPE_ENTRY_ROW, "Stop");
  gtk_editable_set_text (test_wait_for (dialog, ADW_TYPE_ENTRY_ROW, "Order note"), "Ring twice");
  gtk_editable_set_text (stop, "third");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.lock", NULL);
  adw_dialog_close (test_wait_dialog (self->window, RG_TYPE_CONFIRM_DIALOG));
  g_assert_true (test_wait_dialog (self->window, RG_TYPE_ORDER_DIALOG) == dialog);
  test_settle (300);
  g_assert_false (rg_desk_is_locked (self->desk));

  gtk_editable_set_text (stop, "3");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.lock", NULL);
  test_wait_dialog (self->window, RG_TYPE_SWITCH_USER_DIALOG);
  g_assert_true (rg_desk_is_locked (self->desk));
  test_wait_for (self->window, GTK_TYPE_LABEL, "Nobody Is Signed In");
  g_assert_cmpint (test_query_int (self->desk, "SELECT count (*) FROM orders WHERE note = 'Ring twice' AND stop = 3"),
                   ==, 1);
}

int
main (int argc, char **argv)
{
  test_display_init (&argc, &argv);
#define ADD(path, data, func) g_test_add ("/desk/customer-page/" path, Fixture, data, setup, func, teardown)
  ADD ("cart-button", NULL, test_cart_button);
  ADD ("note-in-dialog", NULL, test_note_in_dialog);
  ADD ("reminder-stays", GINT_TO_POINTER (FALSE), test_reminder_stays);
  ADD ("reminder-stays/weekly", GINT_TO_POINTER (TRUE), test_reminder_stays);
  ADD ("quit", NULL, test_quit);
  ADD ("quit-order", NULL, test_quit_order);
  ADD ("lock-order", NULL, test_lock_order);
  return g_test_run ();
}
