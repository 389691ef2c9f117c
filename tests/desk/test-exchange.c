/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "rg-confirm-dialog.h"
#include "rg-export-dialog.h"
#include "rg-tag-operations.h"
#include "rg-import-dialog-private.h"
#include "rg-mapping-row.h"
#include "test-window.h"

/* Importing and exporting from the window: nothing is written before it is accepted, and one click takes it back. */

static gint64
count_customers (RgWindow *window)
{
  return test_query_int (rg_window_get_desk (window), "SELECT count (*) FROM customer");
}

static void
test_import (void)
{
  RgWindow *window = test_window_new ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "data", "customers.csv", NULL);
  gint64 before = count_customers (window);
  AdwDialog *dialog;
  GtkWidget *row;

  test_act (window, "win.import");
  dialog = test_wait_dialog (window, RG_TYPE_IMPORT_DIALOG);
  test_picture (window, "import-file");
  rg_import_dialog_open_file (RG_IMPORT_DIALOG (dialog), path, RG_IMPORT_CUSTOMERS);
  row = test_wait_for (dialog, RG_TYPE_MAPPING_ROW, "companyName");
  g_assert_cmpstr (gtk_string_object_get_string (adw_combo_row_get_selected_item (ADW_COMBO_ROW (row))), ==,
                   "Business name");
  test_pictures (window, "import-mapping");

  /* The field of one column is taken by another. */
  adw_combo_row_set_selected (test_find (dialog, RG_TYPE_MAPPING_ROW, "fax"),
                              adw_combo_row_get_selected (test_find (dialog, RG_TYPE_MAPPING_ROW, "phone")));
  g_assert_cmpuint (adw_combo_row_get_selected (test_find (dialog, RG_TYPE_MAPPING_ROW, "phone")), ==, 0);

  test_settle (300);
  test_click (test_wait_named (dialog, "next"));
  test_wait_for (dialog, GTK_TYPE_BUTTON, "_Import 3 Rows");
  test_settle (300);
  test_pictures (window, "import-check");
  g_assert_cmpint (count_customers (window), ==, before);
  test_click (test_wait_named (dialog, "next"));
  test_wait_for (dialog, GTK_TYPE_BUTTON, "_Undo Import");
  test_settle (300);
  test_picture (window, "import-done");
  g_assert_cmpint (count_customers (window), ==, before + 3);
  test_click (test_wait_named (dialog, "undo"));
  test_wait_for (dialog, GTK_TYPE_WIDGET, "Undone");
  g_assert_cmpint (count_customers (window), ==, before);
  adw_dialog_force_close (dialog);
  test_wait_no_dialog (window);
  test_window_free (window);
}

static gboolean
has_tag (gpointer row)
{
  return g_list_model_get_n_items (adw_combo_row_get_model (row)) == 2;
}

/* Everybody, or those with a tag alone. */
static void
test_export (void)
{
  RgWindow *window = test_window_new ();
  g_autofree char *folder = test_dir_new ();
  g_autofree char *path = g_build_filename (folder, "out.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;
  AdwDialog *dialog;
  AdwComboRow *tag;
  RgAct *act = rg_act_new (&rg_tag_add, test_customer_new (rg_window_get_desk (window), "Ada", "Lovelace"));

  act->text = g_strdup ("VIP Customer");
  test_perform (rg_window_get_desk (window), act);
  test_customer_new (rg_window_get_desk (window), "Grace", "Hopper");
  test_act (window, "win.export");
  dialog = test_wait_dialog (window, RG_TYPE_EXPORT_DIALOG);
  tag = test_wait_for (dialog, ADW_TYPE_COMBO_ROW, "Whose");
  test_wait_until (has_tag, tag);
  adw_combo_row_set_selected (tag, 1);
  test_pictures (window, "export");
  rg_export_dialog_write (RG_EXPORT_DIALOG (dialog), file);
  test_wait_for (dialog, GTK_TYPE_WIDGET, "Exported");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Lovelace"));
  g_assert_null (strstr (text, "Hopper"));
  test_picture (window, "export-done");
  adw_dialog_close (dialog);
  test_wait_no_dialog (window);
  test_window_free (window);
  test_dir_remove (folder);
}

static void
on_stopped (RgRunPage *page, gboolean *stopped)
{
  *stopped = TRUE;
}

/* Quitting while something runs asks once; the answer stops it, closes its dialog and ends the program. */
static void
test_quit (void)
{
  RgWindow *window = test_window_new ();
  g_autoptr (RgDesk) desk = g_object_ref (rg_window_get_desk (window));
  AdwDialog *dialog, *question;
  RgRunPage *page;
  gboolean stopped = FALSE;

  test_act (window, "win.import");
  dialog = test_wait_dialog (window, RG_TYPE_IMPORT_DIALOG);
  rg_import_dialog_show_page (RG_IMPORT_DIALOG (dialog), "run");
  page = test_wait_for (dialog, RG_TYPE_RUN_PAGE, NULL);
  g_signal_connect (page, "cancelled", G_CALLBACK (on_stopped), &stopped);
  rg_run_page_start (page, "Importing", NULL, NULL);

  rg_window_quit (window);
  question = test_wait_dialog (window, RG_TYPE_CONFIRM_DIALOG);
  adw_dialog_close (question);
  g_assert_true (test_wait_dialog (window, RG_TYPE_IMPORT_DIALOG) == dialog);
  test_settle (300);
  g_assert_false (stopped);

  rg_window_quit (window);
  question = test_wait_dialog (window, RG_TYPE_CONFIRM_DIALOG);
  test_click (test_wait_for (question, GTK_TYPE_BUTTON, "_Stop"));
  test_settle (600);
  g_assert_true (stopped);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  rg_run_page_stop (page);
  rg_import_dialog_show_page (RG_IMPORT_DIALOG (dialog), "file");
  test_settle (1000);
  g_assert_null (window);
  test_await (rg_desk_close (desk));
}

int
main (int argc, char **argv)
{
  test_display_init (&argc, &argv);
  g_test_add_func ("/exchange/import", test_import);
  g_test_add_func ("/exchange/quit", test_quit);
  g_test_add_func ("/exchange/export", test_export);
  return g_test_run ();
}
