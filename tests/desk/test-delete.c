/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer-page.h"
#include "test-window.h"

/* Deleting a customer in the window: the number is typed first, the tab goes, and Undo brings all back. */

static gboolean
is_enabled (gpointer dialog)
{
  return adw_alert_dialog_get_response_enabled (dialog, "delete");
}

static gboolean
has_no_tab (gpointer window)
{
  return test_find (window, RG_TYPE_CUSTOMER_PAGE, NULL) == NULL;
}

static gboolean
is_on_file (gpointer desk)
{
  return test_query_int (desk, "SELECT count (*) FROM customer") == 1;
}

static void
test_delete (void)
{
  RgWindow *window = test_window_new ();
  RgDesk *desk = rg_window_get_desk (window);
  gint64 jordan = test_customer_new (desk, "Jordan", "Reyes");
  g_autoptr (RgCustomer) customer = (RgCustomer *) test_load (desk, &rg_customer_type, jordan);
  g_autofree char *number = g_strdup_printf (" #%" G_GINT64_FORMAT, customer->number);
  AdwDialog *dialog;
  gpointer entry;

  test_await (rg_window_open_customer (window, jordan, FALSE));
  gtk_widget_activate_action (test_wait_for (window, RG_TYPE_CUSTOMER_PAGE, NULL), "page.delete", NULL);
  dialog = test_wait_dialog (window, ADW_TYPE_ALERT_DIALOG);
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==, "Delete Jordan Reyes?");
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), "0 orders, 0 notes"));
  test_wait_for (dialog, GTK_TYPE_BUTTON, "_Back Up First…");
  test_pictures (window, "delete-customer");

  g_assert_false (is_enabled (dialog));
  entry = test_wait_for (dialog, ADW_TYPE_ENTRY_ROW, "Customer number, to confirm");
  gtk_editable_set_text (entry, "5");
  g_assert_false (is_enabled (dialog));
  gtk_editable_set_text (entry, number);
  test_wait_until (is_enabled, dialog);
  test_click (test_wait_for (dialog, GTK_TYPE_BUTTON, "_Delete Customer"));

  test_wait_for (window, GTK_TYPE_LABEL, "Customer deleted");
  test_wait_until (has_no_tab, window);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM customer"), ==, 0);
  test_click (test_find_named (window, "undo_button"));
  test_wait_until (is_on_file, desk);
  test_window_free (window);
}

/* Below an Administrator it is not offered. */
static void
test_not_offered (void)
{
  RgWindow *window = test_window_new ();
  RgDesk *desk = rg_window_get_desk (window);
  gint64 jordan = test_customer_new (desk, "Jordan", "Reyes");

  test_sign_in_as (desk, RG_ROLE_MANAGER);
  test_await (rg_window_open_customer (window, jordan, FALSE));
  gtk_widget_activate_action (test_wait_for (window, RG_TYPE_CUSTOMER_PAGE, NULL), "page.delete", NULL);
  test_settle (300);
  test_wait_no_dialog (window);
  test_window_free (window);
}

int
main (int argc, char **argv)
{
  test_display_init (&argc, &argv);
  g_test_add_func ("/desk/delete/asked", test_delete);
  g_test_add_func ("/desk/delete/not-offered", test_not_offered);
  return g_test_run ();
}
