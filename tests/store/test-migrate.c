/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-file.h"

#include <glib/gstdio.h>

#include "rg-check.h"
#include "rg-db-backup.h"
#include "rg-migrate.h"
#include "rg-search.h"

/* Files of older schemas are brought up to date, after a backup; when that fails they stay as they were. */

/* A file as an older version left it: the schema of its migrations, the rows of a fixture, and the version it
 * says. */
static char *
make_old (const char *script, int version)
{
  g_autofree char *dir = test_dir_new ();
  char *path = g_build_filename (dir, "old.regulars", NULL);
  g_autofree char *pragmas
    = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;", RG_DB_APPLICATION_ID, version);
  g_autoptr (GError) error = NULL;
  RgDb *db = rg_db_open (path, RG_DB_READ_WRITE, &error);

  g_assert_no_error (error);
  test_file_run (db, "BEGIN; PRAGMA defer_foreign_keys = ON;");
  for (int number = 1; number <= version; number++)
    {
      g_autofree char *migration = g_strdup_printf ("/app/regulars/Regulars/store/migrations/%03d.sql", number);
      g_autoptr (GBytes) schema = g_resources_lookup_data (migration, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      test_file_run (db, g_bytes_get_data (schema, NULL));
    }
  test_file_run (db, script);
  test_file_run (db, pragmas);
  test_file_run (db, "COMMIT");
  rg_db_close (db);
  return path;
}

static char *
read_fixture (int version)
{
  g_autofree char *name = g_strdup_printf ("schema-%03d.sql", version);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "store", "fixtures", name, NULL);
  g_autoptr (GError) error = NULL;
  char *script;

  g_file_get_contents (path, &script, NULL, &error);
  g_assert_no_error (error);
  return script;
}

/* How many files beside @path are backups of it; the last one's path. */
static guint
count_backups (const char *path, char **backup)
{
  g_autofree char *dir = g_path_get_dirname (path);
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (entries)) != NULL)
    if (strstr (name, ".before-version-") != NULL)
      {
        n++;
        if (backup != NULL)
          *backup = g_build_filename (dir, name, NULL);
      }
  return n;
}

/* The schema as it is, all in one text. */
static char *
dup_schema (RgDb *db)
{
  g_autoptr (GString) schema = g_string_new (NULL);
  g_autoptr (RgQuery) query
    = rg_db_query (db, NULL, "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name", "");

  while (rg_query_next (query, NULL))
    g_string_append_printf (schema, "%s %s %s\n", rg_query_text (query, 0), rg_query_text (query, 1),
                            rg_query_text (query, 2));
  return g_string_free_and_steal (g_steal_pointer (&schema));
}

/* Each released schema: the same as a new file's after the upgrade, with what was in it. */
static void
test_upgrade (gconstpointer data)
{
  int version = GPOINTER_TO_INT (data);
  g_autofree char *script = read_fixture (version);
  g_autofree char *path = make_old (script, version);
  RgDb *db = test_file_open (path);
  RgDb *new = test_file_new ();
  g_autofree char *schema = dup_schema (db);
  g_autofree char *expected = dup_schema (new);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  g_assert_cmpstr (schema, ==, expected);
  g_assert_cmpint (test_file_int (db, "PRAGMA user_version"), ==, RG_SCHEMA_VERSION);
  g_assert_cmpint (test_file_int (db, "SELECT count (*) FROM customer"), ==, 2);
  g_assert_cmpint (test_file_int (db, "SELECT count (*) FROM note"), ==, 2);
  g_assert_cmpint (test_file_int (db, "SELECT sum (amount) FROM balance"), ==, 1500);
  /* A fixture has no search index. */
  test_file_run (db, "BEGIN");
  g_assert_true (rg_search_rebuild (db, NULL));
  test_file_run (db, "COMMIT");
  g_assert_true (rg_check_file (db, findings, NULL));
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (const char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_cmpuint (count_backups (path, NULL), ==, version < RG_SCHEMA_VERSION ? 1 : 0);
  test_file_free (new);
  test_file_free (db);
}

/* A file from before the first schema: brought up to date with its backup beside it. */
static void
test_backup (void)
{
  g_autofree char *path = make_old ("CREATE TABLE before (x); INSERT INTO before VALUES (42);", 0);
  RgDb *db = test_file_open (path);
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RgDb) old = NULL;

  g_assert_cmpint (test_file_int (db, "PRAGMA user_version"), ==, RG_SCHEMA_VERSION);
  g_assert_cmpint (test_file_int (db, "SELECT x FROM before"), ==, 42);
  g_assert_cmpuint (count_backups (path, &backup), ==, 1);
  old = rg_db_open (backup, RG_DB_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (test_file_int (old, "SELECT x FROM before"), ==, 42);
  g_assert_cmpint (test_file_int (old, "PRAGMA user_version"), ==, 0);
  g_assert_cmpint (test_file_int (old, "SELECT count (*) FROM sqlite_schema"), ==, 1);

  /* A backup never replaces a file, and one that cannot be written leaves nothing. */
  g_assert_false (rg_db_backup (db, backup, &error));
  test_assert_sentence (error, RG_ERROR_CONFLICT);
  g_clear_error (&error);
  {
    g_autofree char *nowhere = g_build_filename (path, "no", "such", NULL);

    g_assert_false (rg_db_backup (db, nowhere, &error));
    g_assert_true (error->domain == RG_ERROR);
    g_assert_false (g_file_test (nowhere, G_FILE_TEST_EXISTS));
  }
  test_file_free (db);
}

/* A migration that goes wrong in its middle (a table of that name is there already): nothing is changed. */
static void
test_failed (void)
{
  g_autofree char *path = make_old ("CREATE TABLE balance (x); INSERT INTO balance VALUES (42);", 0);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;
  gsize size, size_after;
  RgDb *db;

  g_assert_true (g_file_get_contents (path, &before, &size, NULL));
  db = rg_db_open (path, RG_DB_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_false (rg_migrate (db, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == RG_ERROR);
  g_assert_cmpint (test_file_int (db, "SELECT x FROM balance"), ==, 42);
  g_assert_cmpint (test_file_int (db, "SELECT count (*) FROM sqlite_schema"), ==, 1);
  rg_db_close (db);

  g_assert_true (g_file_get_contents (path, &after, &size_after, NULL));
  g_assert_cmpmem (before, size, after, size_after);
  g_assert_cmpuint (count_backups (path, &backup), ==, 1);
  /* The backup opens like the file it is of. */
  db = rg_db_open (backup, RG_DB_READ_ONLY, NULL);
  g_assert_cmpint (test_file_int (db, "SELECT x FROM balance"), ==, 42);
  test_file_free (db);
}

/* Only in a program that overlays the migration with one that fails: a new file is then not half made. */
static void
test_failed_new_subprocess (void)
{
  g_autofree char *dir = test_dir_new ();
  g_autofree char *path = g_build_filename (dir, "new.regulars", NULL);
  g_autoptr (GError) error = NULL;
  RgDb *db = rg_db_open (path, RG_DB_READ_WRITE, &error);

  g_assert_no_error (error);
  g_assert_false (rg_migrate (db, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (test_file_int (db, "SELECT count (*) FROM sqlite_schema"), ==, 0);
  g_assert_cmpint (test_file_int (db, "PRAGMA user_version"), ==, 0);
  g_assert_cmpint (test_file_int (db, "PRAGMA application_id"), ==, 0);
  g_assert_cmpuint (count_backups (path, NULL), ==, 0);
  test_file_free (db);
}

static void
test_failed_new (void)
{
  g_autofree char *dir = test_dir_new ();
  g_autofree char *path = g_build_filename (dir, "001.sql", NULL);
  g_autofree char *overlay = g_strdup_printf ("/app/regulars/Regulars/store/migrations=%s", dir);
  g_auto (GStrv) environment = g_get_environ ();

  g_assert_true (g_file_set_contents (path, "CREATE TABLE staff (id); CREATE TABLE staff (id);", -1, NULL));
  environment = g_environ_setenv (environment, "G_RESOURCE_OVERLAYS", overlay, TRUE);
  g_test_trap_subprocess_with_envp ("/migrate/failed-new/subprocess", (const char *const *) environment, 0,
                                    G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  test_dir_remove (dir);
}

/* The store refuses to read what has yet to be upgraded, and says what to do. */
static void
test_older_read_only (void)
{
  g_autofree char *path = make_old ("CREATE TABLE before (x);", 0);
  g_autofree char *dir = g_path_get_dirname (path);
  g_autofree char *words = test_await_fails (rg_store_open (path, TRUE), RG_ERROR_CONFLICT);

  g_assert_nonnull (strstr (words, "older"));
  test_dir_remove (dir);
}

static void
set_version (const char *path, int version)
{
  g_autofree char *pragma = g_strdup_printf ("PRAGMA user_version = %d", version);
  RgDb *db = rg_db_open (path, RG_DB_READ_WRITE, NULL);

  test_file_run (db, pragma);
  rg_db_close (db);
}

/* A version that no program ever wrote: the file is damaged, and stays as it is. */
static void
test_impossible_version (void)
{
  g_autofree char *path = make_old ("PRAGMA user_version;", RG_SCHEMA_VERSION);
  g_autofree char *dir = g_path_get_dirname (path);

  set_version (path, -2);
  for (int i = 0; i < 4; i++)
    {
      gboolean read_only = i % 2 == 1;
      g_autofree char *words = test_await_fails (rg_store_open (path, read_only), RG_ERROR_CORRUPT);

      g_assert_nonnull (strstr (words, "damaged"));
      if (i == 1)
        set_version (path, 0);
    }
  g_assert_cmpuint (count_backups (path, NULL), ==, 0);
  test_dir_remove (dir);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);

  for (int version = 1; version <= RG_SCHEMA_VERSION; version++)
    {
      g_autofree char *name = g_strdup_printf ("/migrate/upgrade-%d", version);

      g_test_add_data_func (name, GINT_TO_POINTER (version), test_upgrade);
    }
  g_test_add_func ("/migrate/backup", test_backup);
  g_test_add_func ("/migrate/failed", test_failed);
  g_test_add_func ("/migrate/failed-new", test_failed_new);
  g_test_add_func ("/migrate/failed-new/subprocess", test_failed_new_subprocess);
  g_test_add_func ("/migrate/impossible-version", test_impossible_version);
  g_test_add_func ("/migrate/older-read-only", test_older_read_only);

  return g_test_run ();
}
