/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-file.h"

#include "rg-migrate.h"

/**
 * test_file_open:
 * @path: a file; made when it is not there
 *
 * Returns: (transfer full): a connection for writing, with the schema up to date
 */
RgDb *
test_file_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  RgDb *db = rg_db_open (path, RG_DB_READ_WRITE, &error);

  g_assert_no_error (error);
  rg_migrate (db, NULL, &error);
  g_assert_no_error (error);
  return db;
}

/**
 * test_file_new:
 *
 * Returns: (transfer full): a connection to a new file in a folder of its own; free with test_file_free()
 */
RgDb *
test_file_new (void)
{
  g_autofree char *dir = test_dir_new ();
  g_autofree char *path = g_build_filename (dir, "test.regulars", NULL);

  return test_file_open (path);
}

/**
 * test_file_free:
 * @db: (transfer full): a connection; its folder is removed
 */
void
test_file_free (RgDb *db)
{
  g_autofree char *dir = g_path_get_dirname (rg_db_get_path (db));

  rg_db_close (db);
  test_dir_remove (dir);
}

/**
 * test_file_insert:
 * @db: a connection
 * @record: what to write, in a transaction of its own
 *
 * Returns: its journal entry
 */
gint64
test_file_insert (RgDb *db, RgRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgTxn) txn = rg_txn_begin (db, "test.insert", 0, &error);
  gint64 entry_id = 0;

  g_assert_no_error (error);
  rg_txn_insert (txn, record, &error);
  g_assert_no_error (error);
  rg_txn_commit (txn, &entry_id, NULL, &error);
  g_assert_no_error (error);
  return entry_id;
}

/**
 * test_file_int:
 * @db: a connection
 * @sql: a query for one number
 *
 * Returns: the number
 */
gint64
test_file_int (RgDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  rg_db_get_int (db, &value, &error, sql, "");
  g_assert_no_error (error);
  return value;
}

/**
 * test_file_run:
 * @db: a connection
 * @script: statements that must run
 */
void
test_file_run (RgDb *db, const char *script)
{
  g_autoptr (GError) error = NULL;

  rg_db_run_script (db, script, &error);
  g_assert_no_error (error);
}

/**
 * test_assert_sentence:
 * @error: what went wrong
 * @code: the #RgError it must be, in a sentence a person can read
 */
void
test_assert_sentence (const GError *error, int code)
{
  g_assert_error (error, RG_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strstr (error->message, "SQLITE"));
  g_assert_null (strstr (error->message, "(null)"));
}
