/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-history-dialog.h"
#include "rg-setting.h"
#include "test-window.h"

static gboolean
undo_is_named (gpointer window)
{
  const char *tooltip = gtk_widget_get_tooltip_text (test_find_named (window, "undo_button"));

  return g_str_has_prefix (tooltip, "Undo: Setting changed");
}

static gboolean
undo_is_over (gpointer window)
{
  return !gtk_widget_is_sensitive (test_find_named (window, "undo_button"));
}

static void
test_undo_named (void)
{
  RgWindow *window = test_window_new ();
  g_autoptr (RgSetting) setting
    = g_object_new (RG_TYPE_SETTING, "name", "business-name", "value", "Green Valley", NULL);

  test_wait_until (undo_is_over, window);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (test_find_named (window, "undo_button")), ==,
                   "There is nothing to undo");
  test_perform (rg_window_get_desk (window), rg_act_new_record (&rg_setting_change, RG_RECORD (setting)));
  test_wait_until (undo_is_named, window);
  test_click (test_find_named (window, "undo_button"));
  test_wait_until (undo_is_over, window);
  test_window_free (window);
}

static gboolean
says_who_may (gpointer window)
{
  return g_strcmp0 (gtk_widget_get_tooltip_text (test_find_named (window, "undo_button")),
                    "This needs the permission Settings/Edit. Ask somebody with the role Manager or above.")
         == 0;
}

/* Whoever was given another role meanwhile can't take back what that role may not do, and sees so before. */
static void
test_undo_denied (void)
{
  RgWindow *window = test_window_new ();
  RgDesk *desk = rg_window_get_desk (window);
  const gint64 own_id = rg_record_get_id (RG_RECORD (rg_desk_get_staff (desk)));
  const gint64 ben_id = test_sign_in_as (desk, RG_ROLE_MANAGER);
  g_autoptr (RgStaff) ben = NULL;
  g_autoptr (RgSetting) setting
    = g_object_new (RG_TYPE_SETTING, "name", "business-name", "value", "Green Valley", NULL);

  test_perform (desk, rg_act_new_record (&rg_setting_change, RG_RECORD (setting)));
  test_wait_until (undo_is_named, window);
  test_sign_in (desk, own_id);
  ben = (RgStaff *) test_load (desk, &rg_staff_type, ben_id);
  ben->role = RG_ROLE_CUSTOMER_SERVICE;
  test_perform (desk, rg_act_new_record (&rg_staff_edit, RG_RECORD (ben)));
  test_sign_in (desk, ben_id);
  test_wait_until (says_who_may, window);
  g_assert_true (undo_is_over (window));

  ben->role = RG_ROLE_MANAGER;
  test_sign_in (desk, own_id);
  test_perform (desk, rg_act_new_record (&rg_staff_edit, RG_RECORD (ben)));
  test_sign_in (desk, ben_id);
  test_wait_until (undo_is_named, window);
  g_assert_false (undo_is_over (window));
  test_window_free (window);
}

static gboolean
says_read_only (gpointer window)
{
  return g_strcmp0 (gtk_widget_get_tooltip_text (test_find_named (window, "undo_button")),
                    "This file is open read-only; nothing in it can be changed.")
         == 0;
}

/* What could be taken back cannot in a file that is open read-only, and the button says so. */
static void
test_undo_read_only (void)
{
  RgWindow *window = test_window_new ();
  g_autoptr (RgSetting) setting
    = g_object_new (RG_TYPE_SETTING, "name", "business-name", "value", "Green Valley", NULL);

  test_perform (rg_window_get_desk (window), rg_act_new_record (&rg_setting_change, RG_RECORD (setting)));
  test_wait_until (undo_is_named, window);
  test_act (window, "win.open-read-only");
  test_wait_until (says_read_only, window);
  g_assert_true (undo_is_over (window));
  test_window_free (window);
}

static void
test_history (void)
{
  RgWindow *window = test_window_new ();
  RgDesk *desk = rg_window_get_desk (window);
  g_autoptr (RgCustomer) changed = NULL;
  gint64 id = test_customer_new (desk, "Jordan", "Reyes");
  AdwDialog *dialog;
  gpointer row;

  changed = (RgCustomer *) test_load (desk, &rg_customer_type, id);
  g_set_str (&changed->email, "reyes@example.org");
  changed->wholesale_discount = 1250;
  test_perform (desk, rg_act_new_record (&rg_customer_edit, RG_RECORD (changed)));
  test_await (rg_window_open_customer (window, id, FALSE));
  gtk_widget_activate_action (GTK_WIDGET (rg_window_get_page (window)), "page.show-log", NULL);
  dialog = test_wait_dialog (window, RG_TYPE_HISTORY_DIALOG);
  row = test_wait_for (dialog, RG_TYPE_HISTORY_ROW, NULL);
  adw_expander_row_set_expanded (row, TRUE);
  test_wait_for (row, GTK_TYPE_LABEL, "none → reyes@example.org");
  test_wait_for (row, GTK_TYPE_LABEL, "0 % → 12.5 %");
  test_pictures (window, "history");

  /* taken back from here, and then it says that it was */
  row = test_wait_for (dialog, RG_TYPE_HISTORY_ROW, NULL);
  test_click (test_wait_named (row, "undo"));
  test_wait_for (dialog, GTK_TYPE_BUTTON, "It was undone already.");
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM customer WHERE email IS NULL"), ==, 1);
  test_window_free (window);
}

int
main (int argc, char **argv)
{
  test_display_init (&argc, &argv);
  g_test_add_func ("/desk/undo/named", test_undo_named);
  g_test_add_func ("/desk/undo/denied", test_undo_denied);
  g_test_add_func ("/desk/undo/read-only", test_undo_read_only);
  g_test_add_func ("/desk/history/undo", test_history);
  return g_test_run ();
}
