/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-default-file.h"
#include "rg-sample-file.h"
#include "rg-sample.h"
#include "rg-setup-dialog.h"
#include "rg-switch-user-dialog.h"
#include "test-window.h"

static gboolean
is_sample_open (gpointer window)
{
  RgDesk *desk = rg_window_get_desk (window);

  return desk != NULL && rg_settings_get_bool (rg_desk_get_settings (desk), RG_SETTING_SAMPLE);
}

static gboolean
is_own_open (gpointer window)
{
  RgDesk *desk = rg_window_get_desk (window);

  return desk != NULL && !rg_settings_get_bool (rg_desk_get_settings (desk), RG_SETTING_SAMPLE);
}

/* From the welcome page to the sample data, and from their banner to a business of one's own. */
static void
test_begin (void)
{
  RgWindow *window = test_window_new_welcome ();
  g_autofree char *own = rg_default_file_dup_path ();

  rg_window_show_welcome (window);
  test_pictures (window, "welcome");
  test_click (test_wait_for (window, GTK_TYPE_BUTTON, "Explore with Sample Data"));
  test_wait_for (window, GTK_TYPE_PROGRESS_BAR, NULL);
  test_wait_until (is_sample_open, window);
  test_wait_for (window, ADW_TYPE_BANNER, "This is sample data");
  test_settle (500);
  test_pictures (window, "sample");
  g_assert_cmpint (test_query_int (rg_window_get_desk (window), "SELECT count (*) FROM customer"), ==,
                   RG_SAMPLE_CUSTOMERS);
  g_assert_false (g_file_test (own, G_FILE_TEST_EXISTS));

  test_click (test_wait_for (window, GTK_TYPE_BUTTON, "_Start Your Own"));
  test_wait_until (is_own_open, window);
  test_wait_dialog (window, RG_TYPE_SETUP_DIALOG);
  g_assert_cmpstr (test_desk_get_path (rg_window_get_desk (window)), ==, own);
  g_assert_cmpint (test_query_int (rg_window_get_desk (window), "SELECT count (*) FROM customer"), ==, 0);
  test_window_free (window);
}

/* When everybody has a PIN, nobody is signed in at first and the window asks who is there. */
static void
test_locked (void)
{
  RgWindow *window = test_window_new ();
  RgDesk *desk = rg_window_get_desk (window);
  g_autofree char *path = g_strdup (test_desk_get_path (desk));
  g_autoptr (RgAct) act = rg_act_new_record (&rg_staff_set_pin, RG_RECORD (rg_desk_get_staff (desk)));

  act->pin = g_strdup ("2580");
  test_await (rg_desk_perform (desk, act));
  test_await (rg_window_open_file (window, path, FALSE));
  test_wait_dialog (window, RG_TYPE_SWITCH_USER_DIALOG);
  g_assert_null (rg_desk_get_staff (rg_window_get_desk (window)));
  test_wait_for (window, GTK_TYPE_LABEL, "Nobody signed in");
  test_window_free (window);
}

int
main (int argc, char **argv)
{
  g_autofree char *data = NULL;
  int result;

  /* Files that the window opens by itself are this test's own. */
  data = test_dir_new ();
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_unsetenv ("REGULARS_FILE");
  test_display_init (&argc, &argv);
  g_test_add_func ("/desk/welcome/begin", test_begin);
  g_test_add_func ("/desk/welcome/locked", test_locked);
  result = g_test_run ();
  test_dir_remove (data);
  return result;
}
