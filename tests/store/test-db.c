/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-file.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "rg-check.h"
#include "rg-customer.h"
#include "rg-migrate.h"

/* What becomes of files that are not as they should be, and of disks and colleagues that are in the way. */

/* Opens as the store does: schema and all. */
static gboolean
open_file (const char *path, RgDbMode mode, GError **error)
{
  g_autoptr (RgDb) db = rg_db_open (path, mode, error);

  return db != NULL && (mode == RG_DB_READ_WRITE ? rg_migrate (db, NULL, error) : rg_migrate_check (db, error));
}

static void
assert_refused (const char *path, RgDbMode mode, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (path);

  g_assert_false (open_file (path, mode, &error));
  test_assert_sentence (error, code);
  g_assert_nonnull (strstr (error->message, name));
}

/* A complete file of one customer, with nothing left in the log beside it. */
static char *
make_file (void)
{
  RgDb *db = test_file_new ();
  g_autoptr (RgCustomer) customer
    = g_object_new (RG_TYPE_CUSTOMER, "number", G_GINT64_CONSTANT (1), "first-name", "Mai", NULL);
  char *path = g_strdup (rg_db_get_path (db));

  test_file_insert (db, RG_RECORD (customer));
  rg_db_close (db);
  return path;
}

static void
remove_file (const char *path)
{
  g_autofree char *dir = g_path_get_dirname (path);

  g_chmod (dir, 0700);
  test_dir_remove (dir);
}

static void
test_not_ours (void)
{
  g_autofree char *dir = test_dir_new ();
  g_autofree char *text = g_build_filename (dir, "letter.txt", NULL);
  g_autofree char *other = g_build_filename (dir, "other.db", NULL);
  g_autofree char *fifo = g_build_filename (dir, "pipe", NULL);
  g_autofree char *missing = g_build_filename (dir, "missing.regulars", NULL);
  g_autofree char *nowhere = g_build_filename (dir, "no", "such", "folder", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize size, size_after;
  sqlite3 *sqlite;

  g_assert_true (
    g_file_set_contents (text,
                         "Dear Sir or Madam,\nthis is no database, but it is longer than its header would be: "
                         "one hundred bytes.\n",
                         -1, NULL));
  g_assert_cmpint (sqlite3_open (other, &sqlite), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (sqlite, "PRAGMA application_id = 7; CREATE TABLE t (x)", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (sqlite);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_true (g_file_get_contents (other, &before, &size, NULL));

  for (RgDbMode mode = RG_DB_READ_WRITE; mode <= RG_DB_READ_ONLY; mode++)
    {
      assert_refused (dir, mode, RG_ERROR_CORRUPT);
      assert_refused (text, mode, RG_ERROR_CORRUPT);
      assert_refused (other, mode, RG_ERROR_CORRUPT);
      assert_refused (fifo, mode, RG_ERROR_CORRUPT);
      assert_refused (nowhere, mode, RG_ERROR_UNAVAILABLE);
    }
  assert_refused (missing, RG_DB_READ_ONLY, RG_ERROR_UNAVAILABLE);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));

  /* Looking at another program's file leaves it as it was. */
  g_assert_true (g_file_get_contents (other, &after, &size_after, NULL));
  g_assert_cmpmem (before, size, after, size_after);
  test_dir_remove (dir);
}

static void
test_newer (void)
{
  g_autofree char *path = make_file ();
  RgDb *db = test_file_open (path);

  test_file_run (db, "PRAGMA user_version = 9999");
  rg_db_close (db);
  assert_refused (path, RG_DB_READ_WRITE, RG_ERROR_NEWER);
  assert_refused (path, RG_DB_READ_ONLY, RG_ERROR_NEWER);
  remove_file (path);
}

static void
test_truncated (void)
{
  g_autofree char *path = make_file ();
  g_autofree char *whole = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &whole, &size, NULL));
  for (guint eighths = 1; eighths < 8; eighths++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (RgDb) db = NULL;

      g_assert_true (g_file_set_contents (path, whole, size * eighths / 8, NULL));
      db = rg_db_open (path, RG_DB_READ_ONLY, &error);
      if (db == NULL || !rg_check_file (db, findings, &error))
        test_assert_sentence (error, RG_ERROR_CORRUPT);
      else
        g_assert_cmpuint (findings->len, >, 0);
    }
  g_assert_true (g_file_set_contents (path, whole, 60, NULL));
  assert_refused (path, RG_DB_READ_WRITE, RG_ERROR_CORRUPT);
  remove_file (path);
}

/* Whichever bit of the header is wrong: refused in a sentence, or opened with nothing lost. */
static void
test_bit_flips (void)
{
  g_autofree char *path = make_file ();
  g_autofree char *whole = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &whole, &size, NULL));
  for (guint byte = 0; byte < 100; byte++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RgDb) db = NULL;
      gint64 n = 0;

      whole[byte] ^= 1 << (byte % 8);
      g_assert_true (g_file_set_contents (path, whole, size, NULL));
      whole[byte] ^= 1 << (byte % 8);
      db = rg_db_open (path, RG_DB_READ_ONLY, &error);
      if (db != NULL && rg_migrate_check (db, &error)
          && rg_db_get_int (db, &n, &error, "SELECT count (*) FROM customer", ""))
        g_assert_cmpint (n, ==, 1);
      else if (error->code == RG_ERROR_NEWER || error->code == RG_ERROR_CONFLICT || error->code == RG_ERROR_UNAVAILABLE)
        test_assert_sentence (error, error->code);
      else
        test_assert_sentence (error, RG_ERROR_CORRUPT);
      if (byte < 16)
        g_assert_error (error, RG_ERROR, RG_ERROR_CORRUPT);
    }
  remove_file (path);
}

static void
test_read_only (void)
{
  static const char *const beside[] = { "-wal", "-shm" };
  g_autofree char *path = make_file ();
  g_autofree char *dir = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("root may write everywhere");
      remove_file (path);
      return;
    }
  g_chmod (path, 0400);
  assert_refused (path, RG_DB_READ_WRITE, RG_ERROR_DENIED);
  g_assert_true (open_file (path, RG_DB_READ_ONLY, &error));
  g_chmod (path, 0000);
  assert_refused (path, RG_DB_READ_WRITE, RG_ERROR_UNAVAILABLE);
  assert_refused (path, RG_DB_READ_ONLY, RG_ERROR_UNAVAILABLE);

  g_chmod (path, 0600);
  /* What the log beside the file needs cannot be made in such a folder. */
  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    {
      g_autofree char *name = g_strconcat (path, beside[i], NULL);

      g_remove (name);
    }
  g_chmod (dir, 0500);
  g_assert_false (open_file (path, RG_DB_READ_WRITE, &error));
  g_assert_true (g_error_matches (error, RG_ERROR, RG_ERROR_DENIED)
                 || g_error_matches (error, RG_ERROR, RG_ERROR_UNAVAILABLE));
  test_assert_sentence (error, error->code);
  g_clear_error (&error);

  /* On a read-only medium the store reads all the same. */
  {
    g_autoptr (RgDesk) desk = test_await_object (rg_desk_open (path, TRUE));

    g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM customer"), ==, 1);
    test_await (rg_desk_close (desk));
  }
  remove_file (path);
}

static void
test_busy (void)
{
  g_autofree char *path = make_file ();
  RgDb *holder = test_file_open (path);
  g_autoptr (RgDb) other = NULL;
  g_autoptr (RgTxn) txn = NULL;
  g_autoptr (GError) error = NULL;
  gint64 began;

  test_file_run (holder, "BEGIN EXCLUSIVE");
  rg_db_set_busy_timeout (50);
  other = rg_db_open (path, RG_DB_READ_WRITE, &error);
  rg_db_set_busy_timeout (10000);
  g_assert_no_error (error);
  /* Reading goes on meanwhile; writing waits, then says why. */
  g_assert_cmpint (test_file_int (other, "SELECT count (*) FROM customer"), ==, 1);
  began = g_get_monotonic_time ();
  txn = rg_txn_begin (other, "test.write", 0, &error);
  g_assert_null (txn);
  test_assert_sentence (error, RG_ERROR_BUSY);
  g_assert_cmpint (g_get_monotonic_time () - began, <, 2 * G_USEC_PER_SEC);
  g_clear_error (&error);

  test_file_run (holder, "COMMIT");
  txn = rg_txn_begin (other, "test.write", 0, &error);
  g_assert_no_error (error);
  g_clear_pointer (&txn, rg_txn_free);
  g_clear_pointer (&other, rg_db_close);
  test_file_free (holder);
}

typedef struct
{
  RgDb *db;
  gint64 usec;
  gint64 released_at;
} Hold;

static gpointer
hold (gpointer data)
{
  Hold *self = data;

  g_usleep (self->usec);
  self->released_at = g_get_monotonic_time ();
  test_file_run (self->db, "COMMIT");
  return NULL;
}

/* Whoever waits for the file gets it soon after it is free, however long the wait was. */
static void
test_wait_is_short (void)
{
  g_autofree char *path = make_file ();
  RgDb *holder = test_file_open (path);
  RgDb *other = test_file_open (path);
  gint64 shortest = G_MAXINT64;

  for (int i = 0; i < 6 && shortest > 20 * G_TIME_SPAN_MILLISECOND; i++)
    {
      Hold self = { holder, 335 * G_TIME_SPAN_MILLISECOND };
      g_autoptr (GError) error = NULL;
      g_autoptr (RgTxn) txn = NULL;
      g_autoptr (GThread) thread = NULL;
      gint64 got_at;

      test_file_run (holder, "BEGIN EXCLUSIVE");
      thread = g_thread_new ("holder", hold, &self);
      txn = rg_txn_begin (other, "test.write", 0, &error);
      got_at = g_get_monotonic_time ();
      g_assert_no_error (error);
      g_thread_join (g_steal_pointer (&thread));
      shortest = MIN (shortest, got_at - self.released_at);
    }
  g_assert_cmpint (shortest, <, 50 * G_TIME_SPAN_MILLISECOND);
  test_file_free (other);
  rg_db_close (holder);
}

/* What is left of a file, or never was one, is not written over. */
static void
test_scrap (void)
{
  g_autofree char *dir = test_dir_new ();
  g_autofree char *path = g_build_filename (dir, "scrap.regulars", NULL);
  static const char scrap[] = "SQLite format 3";

  for (gsize size = 1; size < sizeof scrap; size++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *now = NULL;
      gsize size_now;

      g_assert_true (g_file_set_contents (path, scrap, (gssize) size, NULL));
      g_assert_null (rg_db_open (path, RG_DB_READ_WRITE, &error));
      test_assert_sentence (error, RG_ERROR_CORRUPT);
      g_assert_true (g_file_get_contents (path, &now, &size_now, NULL));
      g_assert_cmpmem (now, size_now, scrap, size);
    }
  test_dir_remove (dir);
}

/* Writes customers until it fails; what was committed before stays, what failed leaves nothing. */
static void
write_until_full (RgDb *db, gint64 *committed)
{
  g_autofree char *long_text = g_strnfill (20000, 'x');

  for (*committed = 0; *committed < 1000; (*committed)++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RgTxn) txn = rg_txn_begin (db, "test.insert", 0, &error);
      g_autoptr (RgCustomer) customer = g_object_new (RG_TYPE_CUSTOMER, "number", *committed + 2, "first-name",
                                                      "Jordan", "private-instructions", long_text, NULL);

      if (txn != NULL && rg_txn_insert (txn, RG_RECORD (customer), &error) && rg_txn_commit (txn, NULL, NULL, &error))
        continue;
      test_assert_sentence (error, RG_ERROR_FULL);
      return;
    }
  g_assert_not_reached ();
}

static void
assert_whole (RgDb *db, gint64 committed)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (test_file_int (db, "SELECT count (*) FROM customer"), ==, committed + 1);
  g_assert_true (rg_check_file (db, findings, &error));
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (const char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_full (void)
{
  g_autofree char *path = make_file ();
  RgDb *db = test_file_open (path);
  gint64 committed;

  test_file_int (db, "PRAGMA max_page_count = 150");
  write_until_full (db, &committed);
  assert_whole (db, committed);
  /* With room again it goes on. */
  test_file_int (db, "PRAGMA max_page_count = 1073741823");
  {
    g_autoptr (RgCustomer) customer
      = g_object_new (RG_TYPE_CUSTOMER, "number", G_GINT64_CONSTANT (9999), "first-name", "Mai", NULL);

    test_file_insert (db, RG_RECORD (customer));
  }
  assert_whole (db, committed + 1);
  test_file_free (db);
}

/* The log beside the file cannot grow: as with a full disk or a used-up quota. */
static void
test_no_room (void)
{
  g_autofree char *path = make_file ();
  RgDb *db = test_file_open (path);
  struct rlimit old, limit;
  gint64 committed;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  limit = old;
  limit.rlim_cur = 1500000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  write_until_full (db, &committed);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  assert_whole (db, committed);
  test_file_free (db);
}

static void
test_cancel (void)
{
  RgDb *db = test_file_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 n;
  const char *sql = "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 100000000) "
                    "SELECT sum (x) FROM c";

  rg_db_set_cancellable (db, cancellable);
  g_cancellable_cancel (cancellable);
  g_assert_false (rg_db_get_int (db, &n, &error, sql, ""));
  test_assert_sentence (error, RG_ERROR_CANCELLED);
  rg_db_set_cancellable (db, NULL);
  g_assert_cmpint (test_file_int (db, "SELECT 1"), ==, 1);
  test_file_free (db);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);

  g_test_add_func ("/db/not-ours", test_not_ours);
  g_test_add_func ("/db/newer", test_newer);
  g_test_add_func ("/db/truncated", test_truncated);
  g_test_add_func ("/db/bit-flips", test_bit_flips);
  g_test_add_func ("/db/read-only", test_read_only);
  g_test_add_func ("/db/busy", test_busy);
  g_test_add_func ("/db/wait-is-short", test_wait_is_short);
  g_test_add_func ("/db/scrap", test_scrap);
  g_test_add_func ("/db/full", test_full);
  g_test_add_func ("/db/no-room", test_no_room);
  g_test_add_func ("/db/cancel", test_cancel);

  return g_test_run ();
}
