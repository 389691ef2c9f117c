/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-note.h"
#include "rg-order-dialog.h"
#include "rg-order.h"
#include "rg-product-dialog.h"
#include "rg-product.h"
#include "test-window.h"

/* Two desks on one file: what the window does when somebody else changes what it shows, and is being edited there. */

typedef struct
{
  RgWindow *window;
  RgDesk *desk;
  RgDesk *other;
  gint64 customer_id;
} Fixture;

static void
setup (Fixture *self, gconstpointer data)
{
  self->window = test_window_new ();
  self->desk = rg_window_get_desk (self->window);
  self->other = test_desk_open (test_desk_get_path (self->desk));
  test_sign_in (self->other, rg_record_get_id (RG_RECORD (rg_desk_get_staff (self->desk))));
  self->customer_id = test_customer_new (self->desk, "Jordan", "Reyes");
}

static void
teardown (Fixture *self, gconstpointer data)
{
  test_desk_free (self->other);
  test_window_free (self->window);
}

static void
assert_text (gpointer root, const char *name, const char *text)
{
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (test_wait_named (root, name))), ==, text);
}

static void
type (gpointer root, const char *name, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (test_wait_named (root, name)), text);
}

/* The other desk gives a text field of the record another value, whatever it is now. */
static void
change (Fixture *self, const RgOperation *operation, RgRecord *record, const char *property, const char *value)
{
  g_autoptr (RgRecord) base = test_load (self->other, rg_record_get_record_type (record), rg_record_get_id (record));
  g_autoptr (RgRecord) now = rg_record_copy (base);

  g_object_set (now, property, value, NULL);
  test_perform (self->other, rg_act_new_edit (operation, now, base));
}

static RgRecord *
new_order (Fixture *self, gint64 paid)
{
  RgRecord *order
    = g_object_new (RG_TYPE_ORDER, "customer-id", self->customer_id, "number", (gint64) 7, "currency", "USD", "status",
                    RG_ORDER_STATUS_OPEN, "paid", paid, "created-at", (gint64) 1, "route", "1", NULL);

  test_insert (self->desk, order);
  return order;
}

static void
test_order (Fixture *self, gconstpointer data)
{
  g_autoptr (RgRecord) order = new_order (self, 0);
  g_autoptr (RgRecord) now = NULL;
  AdwDialog *dialog;

  rg_order_dialog_present (GTK_WIDGET (self->window), self->desk, rg_record_get_id (order));
  dialog = test_wait_dialog (self->window, RG_TYPE_ORDER_DIALOG);
  test_wait_for (dialog, GTK_TYPE_LABEL, "Order #7");
  type (dialog, "route", "4");

  /* What is being typed stays; the rest follows the file. */
  change (self, &rg_order_edit, order, "route", "5");
  change (self, &rg_order_edit, order, "note", "No onions");
  test_wait_for (dialog, ADW_TYPE_ENTRY_ROW, "No onions");
  assert_text (dialog, "route", "4");

  /* Not over the other's word without being told of it. */
  adw_dialog_close (dialog);
  test_wait_for (dialog, GTK_TYPE_LABEL, "Somebody else changed “Route” to “5” meanwhile. Look at it and save again.");
  now = test_load (self->desk, &rg_order_type, rg_record_get_id (order));
  g_assert_cmpstr (RG_ORDER (now)->route, ==, "5");
  assert_text (dialog, "route", "4");
  adw_dialog_close (dialog);
  test_wait_no_dialog (self->window);
  g_clear_object (&now);
  now = test_load (self->desk, &rg_order_type, rg_record_get_id (order));
  g_assert_cmpstr (RG_ORDER (now)->route, ==, "4");
  g_assert_cmpstr (RG_ORDER (now)->note, ==, "No onions");
}

static void
test_product (Fixture *self, gconstpointer data)
{
  g_autoptr (RgProduct) product = g_object_new (RG_TYPE_PRODUCT, "number", "BOX", "name", "Winter box", "price",
                                                (gint64) 3800, "currency", "USD", NULL);
  g_autoptr (RgProduct) now = NULL;
  AdwDialog *dialog;

  test_insert (self->desk, RG_RECORD (product));
  rg_product_dialog_present (GTK_WIDGET (self->window), self->desk, product);
  dialog = test_wait_dialog (self->window, RG_TYPE_PRODUCT_DIALOG);
  type (dialog, "name", "Spring box");
  change (self, &rg_product_edit, RG_RECORD (product), "name", "Summer box");
  change (self, &rg_product_edit, RG_RECORD (product), "unit", "box");

  test_click (test_wait_named (dialog, "save"));
  test_wait_for (dialog, GTK_TYPE_LABEL,
                 "Somebody else changed “Name” to “Summer box” meanwhile. Look at it and save again.");
  assert_text (dialog, "name", "Spring box");
  assert_text (dialog, "unit", "box");
  test_click (test_wait_named (dialog, "save"));
  test_wait_no_dialog (self->window);
  now = (RgProduct *) test_load (self->desk, &rg_product_type, rg_record_get_id (RG_RECORD (product)));
  g_assert_cmpstr (now->name, ==, "Spring box");
  g_assert_cmpstr (now->unit, ==, "box");
}

static gboolean
is_open (gpointer row)
{
  return adw_combo_row_get_selected (row) == RG_ORDER_STATUS_OPEN;
}

/* There is one way to cancel an order, whichever control is used: it asks, and says what was paid. */
static void
test_cancel (Fixture *self, gconstpointer data)
{
  g_autoptr (RgRecord) order = new_order (self, 3800);
  AdwDialog *dialog, *question;
  AdwComboRow *status;

  rg_order_dialog_present (GTK_WIDGET (self->window), self->desk, rg_record_get_id (order));
  dialog = test_wait_dialog (self->window, RG_TYPE_ORDER_DIALOG);
  test_wait_for (dialog, GTK_TYPE_LABEL, "Order #7");
  status = test_wait_named (dialog, "status");
  adw_combo_row_set_selected (status, RG_ORDER_STATUS_CANCELLED);
  question = test_wait_dialog (self->window, ADW_TYPE_ALERT_DIALOG);
  g_assert_nonnull (
    strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (question)), "$38.00 was paid for this order."));
  adw_dialog_close (question);
  test_wait_until (is_open, status);
  g_assert_cmpint (test_query_int (self->desk, "SELECT count (*) FROM orders WHERE status = 'cancelled'"), ==, 0);

  adw_combo_row_set_selected (status, RG_ORDER_STATUS_CANCELLED);
  question = test_wait_dialog (self->window, ADW_TYPE_ALERT_DIALOG);
  test_click (test_wait_for (question, GTK_TYPE_BUTTON, "_Cancel Order"));
  test_wait_for (dialog, GTK_TYPE_LABEL, "Order cancelled");
  g_assert_cmpint (test_query_int (self->desk, "SELECT count (*) FROM orders WHERE status = 'cancelled'"), ==, 1);
  adw_dialog_close (dialog);
  test_wait_no_dialog (self->window);
}

int
main (int argc, char **argv)
{
  test_display_init (&argc, &argv);
  g_test_add ("/desk/two-desks/order", Fixture, NULL, setup, test_order, teardown);
  g_test_add ("/desk/two-desks/product", Fixture, NULL, setup, test_product, teardown);
  g_test_add ("/desk/two-desks/cancel", Fixture, NULL, setup, test_cancel, teardown);
  return g_test_run ();
}
