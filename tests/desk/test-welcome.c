/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "rg-default-file.h"
#include "rg-colleague-row.h"
#include "rg-future.h"
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

/* In the dialog that is open, or the one behind the button. */
static void
sign_in (RgWindow *window, const char *pin)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  if (dialog == NULL)
    test_click (test_wait_for (window, GTK_TYPE_BUTTON, "_Sign In"));
  dialog = test_wait_dialog (window, RG_TYPE_SWITCH_USER_DIALOG);
  test_click (test_wait_for (dialog, RG_TYPE_COLLEAGUE_ROW, NULL));
  test_type (test_wait_named (dialog, "pin"), pin);
  test_click (test_wait_named (dialog, "sign_in"));
  test_wait_no_dialog (window);
}

/* When everybody has a PIN, nobody is signed in at first and the window asks who is there. */
static void
test_locked (void)
{
  RgWindow *window = test_window_new ();
  RgDesk *desk = rg_window_get_desk (window);
  g_autofree char *path = g_strdup (test_desk_get_path (desk));
  g_autoptr (RgAct) act = rg_act_new_record (&rg_staff_set_pin, RG_RECORD (rg_desk_get_staff (desk)));
  AdwDialog *dialog;

  act->pin = g_strdup ("2580");
  test_await (rg_desk_perform (desk, act));
  test_await (rg_window_open_file (window, path, FALSE));
  dialog = test_wait_dialog (window, RG_TYPE_SWITCH_USER_DIALOG);
  desk = rg_window_get_desk (window);
  g_assert_null (rg_desk_get_staff (desk));

  /* Without an answer nothing of the file is shown, and nothing can be asked for. */
  adw_dialog_close (dialog);
  test_wait_no_dialog (window);
  test_wait_for (window, ADW_TYPE_STATUS_PAGE, "Nobody Is Signed In");
  test_pictures (window, "locked");
  g_assert_null (test_find (window, GTK_TYPE_SEARCH_ENTRY, NULL));
  g_assert_true (gtk_widget_is_sensitive (test_wait_for (window, GTK_TYPE_BUTTON, "_Open File…")));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.palette", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-customer", NULL);
  test_settle (200);
  test_wait_no_dialog (window);

  sign_in (window, "2580");
  test_wait_for (window, GTK_TYPE_SEARCH_ENTRY, NULL);
  test_act (window, "win.lock");
  test_wait_gone (window, GTK_TYPE_SEARCH_ENTRY, NULL);
  sign_in (window, "2580");
  test_wait_for (window, GTK_TYPE_SEARCH_ENTRY, NULL);
  test_window_free (window);
}

/* ---- files that can't be opened; choosing one is walked through in the journeys ---- */

static char *
make_file (const char *name)
{
  g_autofree char *dir = test_dir_new ();
  g_autofree char *path = g_build_filename (dir, name, NULL);
  g_autoptr (RgDesk) desk = test_desk_open (path);

  test_await (rg_desk_close (desk));
  return g_steal_pointer (&path);
}

typedef struct
{
  RgWindow *window;
  const char *path;
} Opened;

static gboolean
is_open (gpointer data)
{
  Opened *opened = data;
  RgDesk *desk = rg_window_get_desk (opened->window);

  return desk != NULL && g_str_equal (test_desk_get_path (desk), opened->path);
}

static void
wait_open (RgWindow *window, const char *path)
{
  Opened opened = { window, path };

  g_test_message ("waiting for %s", path);
  test_wait_until (is_open, &opened);
  test_wait_for (window, GTK_TYPE_SEARCH_ENTRY, NULL);
}

/* Opens what can't be opened; the page says why. */
static void
fail_to_open (RgWindow *window, const char *path)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (rg_future_wait (rg_window_open_file (window, path, FALSE), &error));
  g_assert_nonnull (test_wait_for (window, ADW_TYPE_STATUS_PAGE, "The File Cannot Be Opened"));
  g_assert_cmpstr (adw_status_page_get_description (test_find (window, ADW_TYPE_STATUS_PAGE, NULL)), ==,
                   error->message);
}

/* A file that is not there can't be read; what helps is the folder. */
static void
test_no_folder (void)
{
  RgWindow *window = test_window_new_welcome ();
  g_autofree char *dir = test_dir_new ();
  g_autofree char *folder = g_build_filename (dir, "away", NULL);
  g_autofree char *path = g_build_filename (folder, "desk.regulars", NULL);

  fail_to_open (window, path);
  g_assert_null (test_find (window, GTK_TYPE_BUTTON, "Open Read-Only"));
  g_assert_null (test_find (window, GTK_TYPE_BUTTON, "Restore a Backup…"));
  g_assert_true (gtk_widget_has_css_class (test_find (window, GTK_TYPE_BUTTON, "Try Again"), "suggested-action"));
  test_pictures (window, "trouble");

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  test_click (test_wait_for (window, GTK_TYPE_BUTTON, "Try Again"));
  wait_open (window, path);
  test_window_free (window);
  test_dir_remove (dir);
}

/* What is damaged is got back from a backup; what was tried in vain is not offered again. */
static void
test_damaged (void)
{
  RgWindow *window = test_window_new_welcome ();
  g_autofree char *dir = test_dir_new ();
  g_autofree char *path = g_build_filename (dir, "desk.regulars", NULL);
  g_autofree char *garbage = g_strnfill (8192, 'x');

  g_assert_true (g_file_set_contents (path, garbage, -1, NULL));
  fail_to_open (window, path);
  g_assert_null (test_find (window, GTK_TYPE_BUTTON, "Try Again"));
  g_assert_true (
    gtk_widget_has_css_class (test_find (window, GTK_TYPE_BUTTON, "Restore a Backup…"), "suggested-action"));
  test_click (test_wait_for (window, GTK_TYPE_BUTTON, "Open Read-Only"));
  test_wait_gone (window, GTK_TYPE_BUTTON, "Open Read-Only");
  g_assert_true (gtk_widget_is_sensitive (test_wait_for (window, GTK_TYPE_BUTTON, "Open Another File…")));
  g_assert_null (test_find (window, GTK_TYPE_BUTTON, "Open Read-Only"));
  test_window_free (window);
  test_dir_remove (dir);
}

/* A file that can't be written to can be read. */
static void
test_read_only (void)
{
  RgWindow *window = test_window_new_welcome ();
  g_autofree char *path = make_file ("desk.regulars");
  g_autofree char *dir = g_path_get_dirname (path);

  g_chmod (path, 0400);
  g_chmod (dir, 0500);
  if (g_access (path, W_OK) == 0)
    {
      g_test_skip ("This user may write anything");
      test_window_free (window);
      return;
    }
  fail_to_open (window, path);
  test_click (test_wait_for (window, GTK_TYPE_BUTTON, "Open Read-Only"));
  wait_open (window, path);
  test_wait_for (window, ADW_TYPE_BANNER, "This file is open read-only; nothing in it can be changed.");
  g_chmod (dir, 0700);
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
  g_test_add_func ("/desk/trouble/no-folder", test_no_folder);
  g_test_add_func ("/desk/trouble/damaged", test_damaged);
  g_test_add_func ("/desk/trouble/read-only", test_read_only);
  result = g_test_run ();
  test_dir_remove (data);
  return result;
}
