/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-preferences-dialog.h"
#include "rg-secret-group.h"
#include "rg-setting-row.h"
#include "rg-setting.h"
#include "rg-setup-dialog.h"
#include "rg-staff-operations.h"
#include "test-window.h"

static const char *
get_setting (RgWindow *window, RgSettingId id)
{
  return rg_settings_get (rg_desk_get_settings (rg_window_get_desk (window)), id);
}

typedef struct
{
  RgWindow *window;
  RgSettingId id;
  const char *value;
} Expected;

static gboolean
is_set (gpointer data)
{
  Expected *expected = data;

  return g_strcmp0 (get_setting (expected->window, expected->id), expected->value) == 0;
}

static void
wait_setting (RgWindow *window, RgSettingId id, const char *value)
{
  Expected expected = { window, id, value };

  g_test_message ("waiting for %s = %s", rg_setting_get_info (id)->name, value);
  test_wait_until (is_set, &expected);
}

static void
leave (gpointer row)
{
  g_signal_emit_by_name (test_find (row, GTK_TYPE_ENTRY, NULL), "activate");
}

static gboolean
is_refused (gpointer row)
{
  return gtk_widget_has_css_class (row, "error");
}

/* What somebody else makes of a setting meanwhile does not take away what is being typed, and is told once. */
static void
check_two_at_once (RgWindow *window, gpointer dialog)
{
  GtkWidget *row = test_wait_for (dialog, RG_TYPE_SETTING_TEXT_ROW, "Business name");
  GtkEditable *entry = GTK_EDITABLE (test_find (row, GTK_TYPE_ENTRY, NULL));
  g_autoptr (RgSetting) setting = g_object_new (RG_TYPE_SETTING, "name", "business-name", "value", "Their Farm", NULL);

  test_type (GTK_WIDGET (entry), "Our Farm");
  test_perform (rg_window_get_desk (window), rg_act_new_record (&rg_setting_change, RG_RECORD (setting)));
  wait_setting (window, RG_SETTING_BUSINESS_NAME, "Their Farm");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Our Farm");
  leave (row);
  test_wait_until (is_refused, row);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Their Farm"));
  g_assert_cmpstr (get_setting (window, RG_SETTING_BUSINESS_NAME), ==, "Their Farm");
  leave (row);
  wait_setting (window, RG_SETTING_BUSINESS_NAME, "Our Farm");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
}

static void
test_business (void)
{
  RgWindow *window = test_window_new ();
  gpointer dialog, row;

  test_act (window, "win.preferences");
  dialog = test_wait_dialog (window, RG_TYPE_PREFERENCES_DIALOG);

  /* every setting that people set has a row with its meaning */
  for (guint id = 0; id < RG_N_SETTINGS; id++)
    if (rg_setting_get_info (id)->meaning != NULL)
      test_wait_for (dialog, ADW_TYPE_ACTION_ROW, rg_setting_get_info (id)->label);
  row = test_find (dialog, ADW_TYPE_COMBO_ROW, rg_setting_get_info (RG_SETTING_TIME_ZONE)->label);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "As on this computer");
  test_pictures (window, "preferences");

  row = test_wait_for (dialog, RG_TYPE_SETTING_TEXT_ROW, "Business name");
  test_type (test_find (row, GTK_TYPE_ENTRY, NULL), "  Green   Valley ");
  leave (row);
  wait_setting (window, RG_SETTING_BUSINESS_NAME, "Green Valley");
  test_wait_for (window, GTK_TYPE_LABEL, "Green Valley");

  check_two_at_once (window, dialog);

  /* nonsense stays where it was typed, with the reason beside it */
  row = test_wait_for (dialog, RG_TYPE_SETTING_TEXT_ROW, "Credit without a signature");
  test_type (test_find (row, GTK_TYPE_ENTRY, NULL), "plenty");
  leave (row);
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpstr (adw_action_row_get_subtitle (row), !=, rg_setting_get_info (RG_SETTING_CREDIT_LIMIT)->meaning);
  g_assert_cmpstr (gtk_editable_get_text (test_find (row, GTK_TYPE_EDITABLE, NULL)), ==, "plenty");
  g_assert_cmpstr (get_setting (window, RG_SETTING_CREDIT_LIMIT), ==, "50.00");
  test_pictures (window, "preferences-refused");
  test_type (test_find (row, GTK_TYPE_ENTRY, NULL), "75");
  leave (row);
  wait_setting (window, RG_SETTING_CREDIT_LIMIT, "75.00");
  g_assert_false (gtk_widget_has_css_class (row, "error"));

  row = test_wait_for (dialog, ADW_TYPE_SWITCH_ROW, "Pickup orders");
  adw_switch_row_set_active (row, FALSE);
  wait_setting (window, RG_SETTING_PICKUP, "no");

  /* undone from outside, the row follows */
  test_await (rg_desk_undo_last (rg_window_get_desk (window)));
  wait_setting (window, RG_SETTING_PICKUP, "yes");
  g_assert_true (adw_switch_row_get_active (row));
  test_window_free (window);
}

static void
test_rights (void)
{
  RgWindow *window = test_window_new ();
  g_autofree char *words = NULL;
  gpointer dialog, row;

  test_sign_in_as (rg_window_get_desk (window), RG_ROLE_CUSTOMER_SERVICE);
  test_act (window, "win.preferences");
  dialog = test_wait_dialog (window, RG_TYPE_PREFERENCES_DIALOG);
  row = test_wait_for (dialog, ADW_TYPE_SWITCH_ROW, "Pickup orders");
  g_assert_false (gtk_widget_is_sensitive (row));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (row), "Settings/Edit"));

  /* A screen reader says so, too, of a choice after what is chosen. */
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, gtk_widget_get_tooltip_text (row));
  g_assert_false (gtk_test_accessible_has_relation (row, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY));
  row = test_wait_for (dialog, RG_TYPE_SETTING_TEXT_ROW, "Business name");
  gtk_test_accessible_assert_property (test_find (row, GTK_TYPE_ENTRY, NULL), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       gtk_widget_get_tooltip_text (row));
  row = test_wait_for (dialog, ADW_TYPE_COMBO_ROW, "Time zone");
  words = g_strdup_printf ("As on this computer. %s", gtk_widget_get_tooltip_text (row));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);

  adw_preferences_dialog_set_visible_page_name (dialog, "integrations");
  test_settle (300);
  g_assert_null (test_find (dialog, RG_TYPE_SECRET_GROUP, NULL));
  test_wait_for (dialog, GTK_TYPE_LABEL,
                 "This needs the permission Integrations/Edit. Ask somebody with the role Administrator or above.");
  test_pictures (window, "preferences-denied");
  test_window_free (window);
}

static void
test_integrations (void)
{
  RgWindow *window = test_window_new ();
  gpointer dialog, group;

  test_act (window, "win.preferences");
  dialog = test_wait_dialog (window, RG_TYPE_PREFERENCES_DIALOG);
  adw_preferences_dialog_set_visible_page_name (dialog, "integrations");
  group = test_wait_for (dialog, RG_TYPE_SECRET_GROUP, "Gateway Key");
  test_settle (500);
  test_pictures (window, "preferences-integrations");
  g_assert_nonnull (test_find (group, ADW_TYPE_PASSWORD_ENTRY_ROW, NULL));
  test_window_free (window);
}

/* There is no portal in a test, so nobody can be asked: the switch goes back and says why. */
static void
test_desktop (void)
{
  RgWindow *window = test_window_new ();
  gpointer dialog, row;

  test_act (window, "win.preferences");
  dialog = test_wait_dialog (window, RG_TYPE_PREFERENCES_DIALOG);
  adw_preferences_dialog_set_visible_page_name (dialog, "desktop");
  row = test_wait_for (dialog, ADW_TYPE_SWITCH_ROW, "Customers in the desktop’s search");
  g_assert_false (adw_switch_row_get_active (row));
  row = test_wait_for (dialog, ADW_TYPE_SWITCH_ROW, "Remind me when the window is closed");
  g_assert_false (adw_switch_row_get_active (row));
  adw_switch_row_set_active (row, TRUE);
  test_wait_for (
    dialog, GTK_TYPE_LABEL,
    "This desktop has no way to ask you for it (no background portal). Regulars reminds you while its window "
    "is open.");
  g_assert_false (adw_switch_row_get_active (row));
  g_assert_true (gtk_widget_is_sensitive (row));
  test_pictures (window, "preferences-desktop");
  test_window_free (window);
}

static void
test_set_up (void)
{
  RgWindow *window = test_window_new ();
  AdwDialog *dialog = rg_setup_dialog_new (rg_window_get_desk (window));
  gint64 before, after;

  adw_dialog_present (dialog, GTK_WIDGET (window));
  test_wait_dialog (window, RG_TYPE_SETUP_DIALOG);
  test_pictures (window, "set-up");
  before = test_query_int (rg_window_get_desk (window), "SELECT count (*) FROM journal_entry");
  test_type (test_wait_named (dialog, "name"), "Barber & Sons");
  adw_combo_row_set_selected (test_find_named (dialog, "kind"), RG_BUSINESS_KIND_BOOKINGS);
  test_click (test_wait_named (dialog, "done"));
  test_wait_no_dialog (window);
  wait_setting (window, RG_SETTING_BUSINESS_NAME, "Barber & Sons");
  wait_setting (window, RG_SETTING_BUSINESS_KIND, "bookings");
  wait_setting (window, RG_SETTING_PICKUP, "no");
  wait_setting (window, RG_SETTING_FIRST_WEEKDAY, "7"); /* Sunday, where the tests are */
  after = test_query_int (rg_window_get_desk (window), "SELECT count (*) FROM journal_entry");
  g_assert_cmpint (after, ==, before + 1);
  test_window_free (window);
}

int
main (int argc, char **argv)
{
  test_display_init (&argc, &argv);
  g_test_add_func ("/desk/preferences/business", test_business);
  g_test_add_func ("/desk/preferences/rights", test_rights);
  g_test_add_func ("/desk/preferences/integrations", test_integrations);
  g_test_add_func ("/desk/preferences/desktop", test_desktop);
  g_test_add_func ("/desk/preferences/set-up", test_set_up);
  return g_test_run ();
}
