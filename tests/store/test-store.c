/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-file.h"

#include "rg-customer-data.h"
#include "rg-customer.h"
#include "rg-journal.h"
#include "rg-note.h"
#include "rg-store.h"

/* The store's threads: what is asked comes back, what is asked again cancels, and what one writes another
 * hears. */

typedef struct
{
  RgStore *store;
  char *dir;
  char *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->dir = test_dir_new ();
  self->path = g_build_filename (self->dir, "test.regulars", NULL);
  self->store = test_await_object (rg_store_open (self->path, FALSE));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  test_await (rg_store_close (self->store));
  g_object_unref (self->store);
  test_dir_remove (self->dir);
  g_free (self->dir);
  g_free (self->path);
}

static gboolean
write_customer (RgTxn *txn, gpointer data, GError **error)
{
  g_autoptr (RgCustomer) customer = g_object_new (RG_TYPE_CUSTOMER, "first-name", "Mai", NULL);

  return rg_customer_next_number (rg_txn_get_db (txn), &customer->number, error)
         && rg_txn_insert (txn, RG_RECORD (customer), error);
}

static DexFuture *
write_one (RgStore *store)
{
  return rg_store_write (store, "test.insert", 0, write_customer, NULL, NULL);
}

static GObject *
count_customers (RgDb *db, gpointer data, GError **error)
{
  rg_db_get_int (db, data, error, "SELECT count (*) FROM customer", "");
  return NULL;
}

static gint64
count (RgStore *store)
{
  gint64 n = -1;

  test_await (rg_store_read (store, count_customers, &n, NULL));
  return n;
}

/* A query of many minutes; says when it has begun. */
static GObject *
read_for_long (RgDb *db, gpointer data, GError **error)
{
  gint64 n;

  g_atomic_int_inc ((int *) data);
  rg_db_get_int (db, &n, error,
                 "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 100000000000) "
                 "SELECT sum (x) FROM c",
                 "");
  return NULL;
}

/* One that does not look whether it was cancelled. */
static GObject *
read_deaf (RgDb *db, gpointer data, GError **error)
{
  g_atomic_int_inc ((int *) data);
  g_usleep (100000);
  return g_object_new (RG_TYPE_NOTE, NULL);
}

static GObject *
read_nothing (RgDb *db, gpointer data, GError **error)
{
  return NULL;
}

/* Each keystroke cancels the search for the one before, wherever that has got to; the rest goes on. */
static void
test_lanes (Fixture *self, gconstpointer data)
{
  int n_begun = 0;
  DexFuture *running = rg_store_read_newest (self->store, "search", read_for_long, &n_begun, NULL);
  DexFuture *waiting, *newest, *other;
  gint64 began = g_get_monotonic_time ();

  while (g_atomic_int_get (&n_begun) == 0)
    g_usleep (1000);
  other = rg_store_read_newest (self->store, "other", read_nothing, NULL, NULL);
  waiting = rg_store_read_newest (self->store, "search", read_for_long, &n_begun, NULL);
  newest = rg_store_read_newest (self->store, "search", read_nothing, NULL, NULL);
  g_free (test_await_fails (running, RG_ERROR_CANCELLED));
  g_free (test_await_fails (waiting, RG_ERROR_CANCELLED));
  test_await (other);
  test_await (newest);
  g_assert_cmpint (n_begun, ==, 1);
  g_assert_cmpint (g_get_monotonic_time () - began, <, 2 * G_USEC_PER_SEC);
  g_assert_cmpint (count (self->store), ==, 0);
}

/* What comes to its end all the same is too old to be shown. */
static void
test_stale (Fixture *self, gconstpointer data)
{
  int n_begun = 0;
  DexFuture *stale = rg_store_read_newest (self->store, "search", read_deaf, &n_begun, NULL);

  while (g_atomic_int_get (&n_begun) == 0)
    g_usleep (1000);
  test_await (rg_store_read_newest (self->store, "search", read_nothing, NULL, NULL));
  g_free (test_await_fails (stale, RG_ERROR_CANCELLED));
}

typedef struct
{
  RgStore *store;
  guint n_signals;
  guint n_customers;
  GThread *thread;
} Listener;

static void
on_changed (RgStore *store, GArray *changes, gpointer data)
{
  Listener *listener = data;

  g_assert_true (g_thread_self () == listener->thread);
  listener->n_signals++;
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    if (g_array_index (changes, RgChange, i).type == &rg_customer_type)
      listener->n_customers++;
}

static void
listen (Listener *listener, RgStore *store)
{
  listener->store = store;
  listener->thread = g_thread_self ();
  g_signal_connect (store, "changed", G_CALLBACK (on_changed), listener);
}

/* Runs the main context until @listener has heard of so many customers, or five seconds. */
static void
wait_for (Listener *listener, guint n_customers)
{
  gint64 until = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;

  while (listener->n_customers < n_customers && g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_cmpuint (listener->n_customers, >=, n_customers);
}

static void
test_changed (Fixture *self, gconstpointer data)
{
  Listener listener = { NULL };

  listen (&listener, self->store);
  test_await (write_one (self->store));
  wait_for (&listener, 1);
  g_assert_cmpuint (listener.n_signals, ==, 1);
}

/* Two programs with the same file open: each hears of what the other wrote, and reads it. */
static void
test_two (Fixture *self, gconstpointer data)
{
  g_autoptr (RgStore) other = test_await_object (rg_store_open (self->path, FALSE));
  g_autoptr (RgStore) reader = test_await_object (rg_store_open (self->path, TRUE));
  Listener one = { NULL }, two = { NULL }, three = { NULL };

  listen (&one, self->store);
  listen (&two, other);
  listen (&three, reader);
  test_await (write_one (self->store));
  wait_for (&two, 1);
  wait_for (&three, 1);
  test_await (write_one (other));
  wait_for (&one, 2);
  wait_for (&three, 2);
  g_assert_cmpint (count (self->store), ==, 2);
  g_assert_cmpint (count (other), ==, 2);
  g_assert_cmpint (count (reader), ==, 2);

  /* In turns, one on the heels of the other. */
  for (guint i = 0; i < 20; i++)
    {
      DexFuture *a = write_one (self->store);
      DexFuture *b = write_one (other);

      test_await (a);
      test_await (b);
    }
  wait_for (&one, 42);
  wait_for (&two, 42);
  wait_for (&three, 42);
  g_assert_cmpint (count (reader), ==, 42);
  test_await (rg_store_close (other));
  test_await (rg_store_close (reader));
}

static void
test_read_only (Fixture *self, gconstpointer data)
{
  g_autoptr (RgStore) reader = test_await_object (rg_store_open (self->path, TRUE));

  g_free (test_await_fails (write_one (reader), RG_ERROR_DENIED));
  g_assert_cmpint (count (reader), ==, 0);
  test_await (rg_store_close (reader));
}

static void
test_closed (Fixture *self, gconstpointer data)
{
  g_autoptr (RgStore) other = test_await_object (rg_store_open (self->path, FALSE));
  DexFuture *last = write_one (other);
  gint64 n = 0;

  /* What was asked before closing is still done. */
  test_await (rg_store_close (other));
  test_await (last);
  g_assert_cmpint (count (self->store), ==, 1);
  g_free (test_await_fails (write_one (other), RG_ERROR_UNAVAILABLE));
  g_free (test_await_fails (rg_store_read (other, count_customers, &n, NULL), RG_ERROR_CANCELLED));
  test_await (rg_store_close (other));
}

static GObject *
read_scratch (RgDb *db, gpointer data, GError **error)
{
  g_autoptr (RgQuery) query = rg_db_query (db, error, "SELECT value FROM scratch WHERE key = 'draft/note/1'", "");

  if (query != NULL && rg_query_next (query, error))
    *(char **) data = g_strdup (rg_query_text (query, 0));
  return NULL;
}

/* What is being typed survives, and is no part of the history. */
static void
test_keep (Fixture *self, gconstpointer data)
{
  g_autofree char *kept = NULL;

  test_await (rg_store_keep (self->store, "draft/note/1", "Ca"));
  test_await (rg_store_keep (self->store, "draft/note/1", "Called “ß”"));
  test_await (rg_store_close (self->store));
  g_object_unref (self->store);
  self->store = test_await_object (rg_store_open (self->path, FALSE));
  test_await (rg_store_read (self->store, read_scratch, &kept, NULL));
  g_assert_cmpstr (kept, ==, "Called “ß”");
  test_await (rg_store_keep (self->store, "draft/note/1", NULL));
  g_clear_pointer (&kept, g_free);
  test_await (rg_store_read (self->store, read_scratch, &kept, NULL));
  g_assert_null (kept);

  /* The first one stays until it is forgotten. */
  test_await (rg_store_keep_first (self->store, "draft/note/1", "first"));
  test_await (rg_store_keep_first (self->store, "draft/note/1", "second"));
  test_await (rg_store_read (self->store, read_scratch, &kept, NULL));
  g_assert_cmpstr (kept, ==, "first");
}

static gboolean
write_badly (RgTxn *txn, gpointer data, GError **error)
{
  if (!write_customer (txn, data, error))
    return FALSE;
  g_set_error (error, RG_ERROR, RG_ERROR_INVALID, "That is refused.");
  return FALSE;
}

/* A refused write leaves nothing, tells nobody, and the next one goes through. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  Listener listener = { NULL };

  listen (&listener, self->store);
  g_free (test_await_fails (rg_store_write (self->store, "test.insert", 0, write_badly, NULL, NULL), RG_ERROR_INVALID));
  g_assert_cmpint (count (self->store), ==, 0);
  test_await (write_one (self->store));
  wait_for (&listener, 1);
  g_assert_cmpuint (listener.n_signals, ==, 1);
  g_assert_cmpint (count (self->store), ==, 1);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

/* The word by which the search index finds Mai, and what is said of its making. */
static GObject *
spoil_index (RgDb *db, gpointer data, GError **error)
{
  rg_db_run_script (db,
                    "BEGIN; INSERT INTO customer_search (customer_search) VALUES ('delete-all');"
                    "INSERT INTO customer_search (rowid, words) SELECT place, 'other' FROM customer;"
                    "UPDATE customer SET sort_key = x'00';"
                    "UPDATE scratch SET value = 'words-1 fold-0 sort-0' WHERE key = 'search/version'; COMMIT",
                    error);
  return NULL;
}

static GObject *
count_found (RgDb *db, gpointer data, GError **error)
{
  rg_db_get_int (db, data, error,
                 "SELECT count (*) FROM customer WHERE sort_key <> x'00' AND place IN "
                 "(SELECT rowid FROM customer_search WHERE customer_search MATCH '\"mai\"')",
                 "");
  return NULL;
}

/* A file whose words were folded, and whose names were sorted, by other rules: they are made anew when it is opened. */
static void
test_other_rules (Fixture *self, gconstpointer data)
{
  gint64 found = 0;

  test_await (write_one (self->store));
  test_await (rg_store_run_on_writer (self->store, spoil_index, NULL, NULL));
  test_await (rg_store_read (self->store, count_found, &found, NULL));
  g_assert_cmpint (found, ==, 0);

  test_await (rg_store_close (self->store));
  g_object_unref (self->store);
  self->store = test_await_object (rg_store_open (self->path, FALSE));
  test_await (rg_store_read (self->store, count_found, &found, NULL));
  g_assert_cmpint (found, ==, 1);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);

  ADD ("/store/other-rules", test_other_rules);
  ADD ("/store/lanes", test_lanes);
  ADD ("/store/stale", test_stale);
  ADD ("/store/changed", test_changed);
  ADD ("/store/two", test_two);
  ADD ("/store/read-only", test_read_only);
  ADD ("/store/closed", test_closed);
  ADD ("/store/keep", test_keep);
  ADD ("/store/refused", test_refused);

  return g_test_run ();
}
