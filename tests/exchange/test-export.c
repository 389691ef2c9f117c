/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "rg-backup.h"
#include "rg-customer.h"
#include "rg-export.h"
#include "rg-import.h"
#include "rg-lent-file.h"
#include "rg-note-operations.h"
#include "rg-staff.h"
#include "rg-tag-operations.h"
#include "test-desk.h"

/* Exports are whole or not there; backups come back. */

typedef struct
{
  RgDesk *desk;
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Ada", "=HYPERLINK(1)", "Zoë \"Z\"", "Line\nbreak" };

  fixture->desk = test_desk_new ();
  fixture->folder = test_dir_new ();
  fixture->path = g_build_filename (fixture->folder, "out", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    test_customer_new (fixture->desk, names[i], "Lovelace");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_desk_free (fixture->desk);
  test_dir_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gint64
run_tagged (Fixture *fixture, RgExportKind kind, RgExportFormat format, const char *tag)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (RgExport) export = rg_export_new_for_file (kind, format, file);
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  rg_export_set_tag (export, tag);
  rg_future_wait_value (rg_export_run (export, fixture->desk), &value, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (rg_export_get_progress (export), ==, 1);
  return g_value_get_int64 (&value);
}

static gint64
run (Fixture *fixture, RgExportKind kind, RgExportFormat format)
{
  return run_tagged (fixture, kind, format, NULL);
}

static void
test_json (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root;
  JsonArray *rows;

  g_assert_cmpint (run (fixture, RG_EXPORT_CUSTOMERS, RG_EXPORT_JSON), ==, 4);
  g_assert_true (json_parser_load_from_file (parser, fixture->path, NULL));
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpint (json_object_get_int_member (root, "count"), ==, 4);
  rows = json_object_get_array_member (root, "rows");
  g_assert_cmpint (json_array_get_length (rows), ==, 4);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (rows, 3), "first_name"), ==,
                   "Line\nbreak");
}

static void
add_note (RgDesk *desk, gint64 customer_id, const char *text)
{
  g_autoptr (RgNote) note = g_object_new (RG_TYPE_NOTE, "customer-id", customer_id, "text", text, NULL);

  test_perform (desk, rg_act_new_record (&rg_note_add, RG_RECORD (note)));
}

/* A tag chooses the customers of a campaign, and what belongs to them; the file says that it is not everything. */
static void
test_tag (Fixture *fixture, gconstpointer data)
{
  gint64 mai = test_customer_new (fixture->desk, "Mai", "Tran");
  gint64 oskar = test_customer_new (fixture->desk, "Oskar", "Lindqvist");
  RgAct *act = rg_act_new (&rg_tag_add, mai);
  g_autoptr (RgExport) unknown = NULL;
  g_autoptr (RgExport) products = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autofree char *text = NULL, *words = NULL;

  act->text = g_strdup ("Promo: \"Summer\"");
  test_perform (fixture->desk, act);
  add_note (fixture->desk, mai, "Likes rye");
  add_note (fixture->desk, oskar, "Likes wheat");
  g_assert_cmpint (run_tagged (fixture, RG_EXPORT_CUSTOMERS, RG_EXPORT_CSV, "promo: \"summer\""), ==, 1);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Tran"));
  g_assert_null (strstr (text, "Lindqvist"));
  g_clear_pointer (&text, g_free);
  g_assert_cmpint (run_tagged (fixture, RG_EXPORT_NOTES, RG_EXPORT_JSON, "Promo: \"Summer\""), ==, 1);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Likes rye"));
  g_assert_nonnull (strstr (text, "\"tag\":\"Promo: \\\"Summer\\\"\",\"count\":1"));
  g_assert_cmpint (run_tagged (fixture, RG_EXPORT_ORDERS, RG_EXPORT_CSV, "Promo: \"Summer\""), ==, 0);
  g_assert_cmpint (run_tagged (fixture, RG_EXPORT_ORDER_LINES, RG_EXPORT_CSV, "Promo: \"Summer\""), ==, 0);

  unknown = rg_export_new_for_file (RG_EXPORT_CUSTOMERS, RG_EXPORT_CSV, file);
  rg_export_set_tag (unknown, "VIP");
  words = test_await_fails (rg_export_run (unknown, fixture->desk), RG_ERROR_INVALID);
  g_assert_cmpstr (words, ==, "There is no tag “VIP”.");
  products = rg_export_new_for_file (RG_EXPORT_PRODUCTS, RG_EXPORT_CSV, file);
  rg_export_set_tag (products, "VIP");
  g_free (words);
  words = test_await_fails (rg_export_run (products, fixture->desk), RG_ERROR_INVALID);
}

/* What went out comes in again as the same. */
static void
test_round (Fixture *fixture, gconstpointer format)
{
  g_autoptr (RgImport) import = NULL;

  g_assert_cmpint (run (fixture, RG_EXPORT_CUSTOMERS, GPOINTER_TO_INT (format)), ==, 4);
  import = test_await_object (rg_import_open (fixture->path, RG_IMPORT_CUSTOMERS, NULL));
  test_await (rg_import_check (import, fixture->desk));
  g_assert_cmpuint (rg_import_get_report (import)->counts[RG_IMPORT_SAME], ==, 4);
}

static void
test_spreadsheet (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  run (fixture, RG_EXPORT_CUSTOMERS, RG_EXPORT_CSV_SPREADSHEET);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "\xEF\xBB\xBF"));
  g_assert_nonnull (strstr (text, ",'=HYPERLINK"));
}

static void
test_all_kinds (Fixture *fixture, gconstpointer data)
{
  for (int kind = 0; kind < RG_N_EXPORT_KINDS; kind++)
    for (int format = RG_EXPORT_CSV; format <= RG_EXPORT_JSON; format++)
      g_assert_cmpint (run (fixture, kind, format), ==, kind == RG_EXPORT_CUSTOMERS ? 4 : 0);
}

/* Without the right, and where there is no such folder, what was there before stays. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nonexistent/folder/out.csv");
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (RgExport) lost = rg_export_new_for_file (RG_EXPORT_CUSTOMERS, RG_EXPORT_CSV, nowhere);
  g_autoptr (RgExport) cancelled = rg_export_new_for_file (RG_EXPORT_CUSTOMERS, RG_EXPORT_CSV, file);
  g_autoptr (RgExport) denied = rg_export_new_for_file (RG_EXPORT_CUSTOMERS, RG_EXPORT_CSV, file);
  g_autofree char *text = NULL;

  g_free (test_await_fails (rg_export_run (lost, fixture->desk), RG_ERROR_NOT_FOUND));
  g_assert_true (g_file_set_contents (fixture->path, "before", -1, NULL));
  rg_export_cancel (cancelled);
  g_free (test_await_fails (rg_export_run (cancelled, fixture->desk), RG_ERROR_CANCELLED));
  test_sign_in_as (fixture->desk, RG_ROLE_CUSTOMER_SERVICE);
  g_free (test_await_fails (rg_export_run (denied, fixture->desk), RG_ERROR_DENIED));
  g_free (test_await_fails (rg_backup_write (fixture->desk, fixture->path, NULL), RG_ERROR_DENIED));
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "before");
}

static void
test_backup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *restored = g_build_filename (fixture->folder, "restored", NULL);
  g_autofree char *letter = g_build_filename (fixture->folder, "letter", NULL);
  RgDesk *desk;

  test_await (rg_backup_write (fixture->desk, fixture->path, NULL));
  g_free (test_await_fails (rg_backup_write (fixture->desk, fixture->path, NULL), RG_ERROR_CONFLICT));
  test_customer_new (fixture->desk, "After", "Backup");

  test_await (rg_backup_restore (fixture->path, restored));
  desk = test_desk_open (restored);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM customer"), ==, 4);
  test_check_file (desk);

  /* Not under the hands of somebody who has it open, and not with something that is no backup. */
  g_free (test_await_fails (rg_backup_restore (fixture->path, restored), RG_ERROR_BUSY));
  g_assert_true (g_file_set_contents (letter, "Dear customer", -1, NULL));
  g_free (test_await_fails (rg_backup_restore (letter, restored), RG_ERROR_CORRUPT));
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM customer"), ==, 4);
  test_desk_free (desk);
}

/* In a sandbox the file is one that the document portal lends. */
static void
test_backup_lent (Fixture *fixture, gconstpointer data)
{
  g_autofree char *lent = g_build_filename (g_get_user_runtime_dir (), "doc", "regulars-test", NULL);
  g_autofree char *backup = g_build_filename (lent, "backup.regulars", NULL);
  g_autofree char *restored = g_build_filename (fixture->folder, "restored", NULL);
  RgDesk *desk;

  if (g_mkdir_with_parents (lent, 0700) != 0)
    {
      g_test_skip ("there is a portal at work");
      return;
    }
  g_assert_true (rg_path_is_lent (backup));
  g_assert_false (rg_path_is_lent (fixture->path));
  test_await (rg_backup_write (fixture->desk, backup, NULL));
  g_free (test_await_fails (rg_backup_write (fixture->desk, backup, NULL), RG_ERROR_CONFLICT));
  test_await (rg_backup_restore (backup, restored));
  desk = test_desk_open (restored);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM customer"), ==, 4);
  test_desk_free (desk);
  g_assert_cmpint (g_remove (backup), ==, 0);
  g_assert_cmpint (g_rmdir (lent), ==, 0);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);
#define ADD(name, func, data) g_test_add ("/export/" name, Fixture, data, set_up, func, tear_down)
  ADD ("tag", test_tag, NULL);
  ADD ("json", test_json, NULL);
  ADD ("round-csv", test_round, GINT_TO_POINTER (RG_EXPORT_CSV));
  ADD ("round-spreadsheet", test_round, GINT_TO_POINTER (RG_EXPORT_CSV_SPREADSHEET));
  ADD ("spreadsheet", test_spreadsheet, NULL);
  ADD ("all-kinds", test_all_kinds, NULL);
  ADD ("refused", test_refused, NULL);
  ADD ("backup", test_backup, NULL);
  ADD ("backup/lent", test_backup_lent, NULL);
  return g_test_run ();
}
