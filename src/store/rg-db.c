/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-db-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* How often a running statement looks whether it was cancelled, in virtual machine steps: some 0.1 ms. */
#define STEPS_PER_LOOK 2000

/* The pauses in which a statement looks again whether another program still holds the file: short ones first, since
 * most transactions take a few milliseconds. */
#define FEW_WAITS 20
#define SHORT_WAIT_USEC 500
#define LONG_WAIT_USEC 3000

/* How long a statement waits for another program that holds the file. */
static int busy_timeout_msec = 10000;

/* The smallest page there is, and so the smallest file. */
#define LEAST_SIZE 512

enum
{
  DEBUG_SQL = 1 << 0,
  DEBUG_PLAN = 1 << 1,
  DEBUG_TIME = 1 << 2,
};

static guint
get_debug_flags (void)
{
  static const GDebugKey keys[] = { { "sql", DEBUG_SQL }, { "plan", DEBUG_PLAN }, { "time", DEBUG_TIME } };

  return g_parse_debug_string (g_getenv ("RG_DEBUG"), keys, G_N_ELEMENTS (keys));
}

static int
look_whether_cancelled (void *data)
{
  RgDb *db = data;

  return g_cancellable_is_cancelled (db->cancellable);
}

static int
on_statement_done (unsigned kind, void *context, void *p, void *x)
{
  g_message ("%s [%.3f ms]", sqlite3_sql (p), *(sqlite3_int64 *) x / 1e6);
  return 0;
}

/* SQLite's own handler waits ever longer, up to 100 ms: whoever came last gets the file long after it was free. */
static int
wait_for_others (void *data, int n_waited)
{
  RgDb *db = data;
  gint64 now = g_get_monotonic_time ();

  if (n_waited == 0)
    db->waits_since = now;
  if (now - db->waits_since >= db->busy_msec * G_TIME_SPAN_MILLISECOND)
    return 0;
  g_usleep (n_waited < FEW_WAITS ? SHORT_WAIT_USEC : LONG_WAIT_USEC);
  return 1;
}

/* Refuses a file that belongs to another program, or that cannot be written to, before anything in it is touched. */
static gboolean
check_is_ours (RgDb *db, GError **error)
{
  g_autofree char *name = g_path_get_basename (db->path);
  gint64 application_id, n;

  /* In this order: another program may be making the file just now, and does so in one go. */
  if (!rg_db_get_int (db, &n, error, "SELECT count (*) FROM sqlite_schema", "")
      || !rg_db_get_int (db, &application_id, error, "PRAGMA application_id", ""))
    return FALSE;
  if (n > 0 && application_id != RG_DB_APPLICATION_ID)
    {
      g_set_error (error, RG_ERROR, RG_ERROR_CORRUPT, _ ("“%s” is not a Regulars file."), name);
      return FALSE;
    }
  if (sqlite3_db_readonly (db->sqlite, "main") == 1)
    {
      g_set_error (error, RG_ERROR, RG_ERROR_DENIED, _ ("“%s” cannot be changed: the file or its folder is read-only."),
                   name);
      return FALSE;
    }
  return TRUE;
}

/* Settings of a connection; foreign keys only take outside a transaction, so they are read back. */
static gboolean
prepare_connection (RgDb *db, RgDbMode mode, GError **error)
{
  gint64 value = 0;

  sqlite3_extended_result_codes (db->sqlite, 1);
  db->busy_msec = g_atomic_int_get (&busy_timeout_msec);
  sqlite3_busy_handler (db->sqlite, wait_for_others, db);
  sqlite3_progress_handler (db->sqlite, STEPS_PER_LOOK, look_whether_cancelled, db);
  sqlite3_db_config (db->sqlite, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  if (get_debug_flags () & (DEBUG_SQL | DEBUG_TIME))
    sqlite3_trace_v2 (db->sqlite, SQLITE_TRACE_PROFILE, on_statement_done, NULL);

  /* What a writer sorts may be more than fits in memory. */
  if (!rg_db_run_script (db, "PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON;", error)
      || !rg_db_run_script (db, mode == RG_DB_READ_WRITE ? "PRAGMA temp_store = FILE" : "PRAGMA temp_store = MEMORY",
                            error))
    return FALSE;
  if (!rg_db_get_int (db, &value, error, "PRAGMA foreign_keys", ""))
    return FALSE;
  if (value != 1)
    {
      g_set_error (error, RG_ERROR, RG_ERROR_UNAVAILABLE, _ ("This SQLite library does not keep references intact."));
      return FALSE;
    }

  if (mode == RG_DB_READ_WRITE)
    {
      g_autoptr (RgQuery) query = NULL;

      if (!check_is_ours (db, error))
        return FALSE;
      query = rg_db_query (db, error, "PRAGMA journal_mode = WAL", "");

      if (query == NULL || !rg_query_next (query, error))
        return FALSE;
      if (g_strcmp0 (rg_query_text (query, 0), "wal") != 0)
        {
          g_set_error (
            error, RG_ERROR, RG_ERROR_UNAVAILABLE,
            _ ("The folder of this file does not support safe sharing (write-ahead logging). Move the file to a "
               "local disk."));
          return FALSE;
        }
      return rg_db_run_script (db, "PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864;", error);
    }
  return rg_db_run_script (db, "PRAGMA query_only = ON;", error);
}

/* SQLite takes a few bytes for an empty file, and would write over them. */
static gboolean
is_too_small (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 && info.st_size > 0 && info.st_size < LEAST_SIZE;
}

/* Statements are long, and looked up for every row: a few characters tell them apart well enough. */
static guint
hash_sql (gconstpointer key)
{
  const char *sql = key;
  gsize length = strlen (sql), step = length / 32 + 1;
  guint hash = (guint) length;

  for (gsize i = 0; i < length; i += step)
    hash = hash * 33 + (guchar) sql[i];
  return hash;
}

/**
 * rg_db_open:
 * @path: a file; made when it is not there and @mode allows
 * @mode: whether it will be written to
 * @error: where to put why it could not be opened
 *
 * Returns: (transfer full) (nullable): a connection
 */
RgDb *
rg_db_open (const char *path, RgDbMode mode, GError **error)
{
  g_autoptr (RgDb) db = g_new0 (RgDb, 1);
  g_autofree char *name = g_path_get_basename (path);
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI;
  g_autofree char *escaped = g_uri_escape_string (path, "/", TRUE);
  g_autofree char *uri = g_strconcat ("file:", escaped, mode == RG_DB_IMMUTABLE ? "?immutable=1" : "", NULL);

  db->path = g_strdup (path);
  db->idle = g_hash_table_new (hash_sql, g_str_equal);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, RG_ERROR, RG_ERROR_CORRUPT, _ ("“%s” is a folder, not a Regulars file."), name);
      return NULL;
    }
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, RG_ERROR, RG_ERROR_CORRUPT, _ ("“%s” is not a Regulars file."), name);
      return NULL;
    }

  if (is_too_small (path))
    {
      g_set_error (error, RG_ERROR, RG_ERROR_CORRUPT, _ ("“%s” is not a Regulars file."), name);
      return NULL;
    }

  flags |= mode == RG_DB_READ_WRITE ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
  if (sqlite3_open_v2 (uri, &db->sqlite, flags, NULL) != SQLITE_OK)
    {
      rg_db_set_error (db, error);
      return NULL;
    }
  if (!prepare_connection (db, mode, error))
    return NULL;

  return g_steal_pointer (&db);
}

/**
 * rg_db_set_busy_timeout:
 * @msec: how long statements wait for another program that holds the file before they give up with %RG_ERROR_BUSY
 *
 * For connections that are opened from now on; 10 seconds when nobody calls it.
 */
void
rg_db_set_busy_timeout (guint msec)
{
  g_atomic_int_set (&busy_timeout_msec, (int) msec);
}

/**
 * rg_db_get_busy_timeout:
 *
 * Returns: how long a statement waits for another program that holds the file, in milliseconds
 */
guint
rg_db_get_busy_timeout (void)
{
  return (guint) g_atomic_int_get (&busy_timeout_msec);
}

/**
 * rg_db_close:
 * @db: (transfer full): a connection whose queries are all freed
 */
void
rg_db_close (RgDb *db)
{
  GHashTableIter iter;
  gpointer query;

  g_hash_table_iter_init (&iter, db->idle);
  while (g_hash_table_iter_next (&iter, NULL, &query))
    rg_query_finalize (query);
  g_hash_table_unref (db->idle);
  sqlite3_close_v2 (db->sqlite);
  g_clear_object (&db->cancellable);
  g_free (db->path);
  g_free (db);
}

/**
 * rg_db_set_cancellable:
 * @db: a connection
 * @cancellable: (nullable): stops its statements with %RG_ERROR_CANCELLED when triggered
 */
void
rg_db_set_cancellable (RgDb *db, GCancellable *cancellable)
{
  g_set_object (&db->cancellable, cancellable);
}

/**
 * rg_db_get_path:
 * @db: a connection
 *
 * Returns: the file
 */
const char *
rg_db_get_path (RgDb *db)
{
  return db->path;
}

static void
print_plan (RgDb *db, const char *sql)
{
  g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v2 (db->sqlite, explain, -1, &stmt, NULL) == SQLITE_OK)
    while (sqlite3_step (stmt) == SQLITE_ROW)
      g_message ("plan: %s", (const char *) sqlite3_column_text (stmt, 3));
  sqlite3_finalize (stmt);
}

/* A statement for @sql, from the idle ones or new. */
static RgQuery *
prepare (RgDb *db, const char *sql, GError **error)
{
  RgQuery *query = g_hash_table_lookup (db->idle, sql);
  sqlite3_stmt *stmt;

  if (query != NULL)
    {
      g_hash_table_remove (db->idle, sql);
      return query;
    }

  if (sqlite3_prepare_v3 (db->sqlite, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL) != SQLITE_OK)
    {
      rg_db_set_error (db, error);
      return NULL;
    }
  if (get_debug_flags () & DEBUG_PLAN)
    print_plan (db, sql);

  query = g_new0 (RgQuery, 1);
  query->db = db;
  query->stmt = stmt;
  query->sql = sqlite3_sql (stmt);
  return query;
}

static void
bind_all (RgQuery *query, const char *types, va_list args)
{
  for (int i = 0; types[i] != '\0'; i++)
    switch (types[i])
      {
      case 'i':
        rg_query_bind_int (query, i, va_arg (args, gint64));
        break;
      case 't':
        rg_query_bind_text (query, i, va_arg (args, const char *));
        break;
      case 'd':
        rg_query_bind_day (query, i, va_arg (args, RgDay));
        break;
      case 'b':
        rg_query_bind_bytes (query, i, va_arg (args, GBytes *));
        break;
      default:
        g_assert_not_reached ();
      }
}

/**
 * rg_db_query_valist:
 * @db: a connection
 * @error: where to put what went wrong
 * @sql: one statement
 * @types: as for rg_db_query()
 * @args: the values
 *
 * Returns: (transfer full) (nullable): the statement, ready for rg_query_next()
 */
RgQuery *
rg_db_query_valist (RgDb *db, GError **error, const char *sql, const char *types, va_list args)
{
  RgQuery *query = prepare (db, sql, error);

  if (query != NULL)
    bind_all (query, types, args);
  return query;
}

/**
 * rg_db_query:
 * @db: a connection
 * @error: where to put what went wrong
 * @sql: one statement with a question mark for each value
 * @types: the types of the values: 'i' gint64, 't' const char *, 'd' RgDay, 'b' GBytes *
 * @...: the values
 *
 * Returns: (transfer full) (nullable): the statement, ready for rg_query_next()
 */
RgQuery *
rg_db_query (RgDb *db, GError **error, const char *sql, const char *types, ...)
{
  RgQuery *query;
  va_list args;

  va_start (args, types);
  query = rg_db_query_valist (db, error, sql, types, args);
  va_end (args);
  return query;
}

/**
 * rg_db_run:
 * @db: a connection
 * @error: where to put what went wrong
 * @sql: one statement that gives no rows
 * @types: as for rg_db_query()
 * @...: the values
 *
 * Returns: whether it ran
 */
gboolean
rg_db_run (RgDb *db, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (RgQuery) query = NULL;
  g_autoptr (GError) local = NULL;
  va_list args;

  va_start (args, types);
  query = rg_db_query_valist (db, &local, sql, types, args);
  va_end (args);

  if (query != NULL)
    while (rg_query_next (query, &local))
      ;
  return !rg_error_propagate (error, &local);
}

/**
 * rg_db_get_int:
 * @db: a connection
 * @value: (out): the first column of the first row; 0 when there is no row or it is NULL
 * @error: where to put what went wrong
 * @sql: one statement
 * @types: as for rg_db_query()
 * @...: the values
 *
 * Returns: whether it ran
 */
gboolean
rg_db_get_int (RgDb *db, gint64 *value, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (RgQuery) query = NULL;
  g_autoptr (GError) local = NULL;
  va_list args;

  va_start (args, types);
  query = rg_db_query_valist (db, &local, sql, types, args);
  va_end (args);

  *value = query != NULL && rg_query_next (query, &local) ? rg_query_int (query, 0) : 0;
  return !rg_error_propagate (error, &local);
}

/**
 * rg_db_run_script:
 * @db: a connection
 * @script: statements without values
 * @error: where to put what went wrong
 *
 * Returns: whether all of them ran
 */
gboolean
rg_db_run_script (RgDb *db, const char *script, GError **error)
{
  if (sqlite3_exec (db->sqlite, script, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  rg_db_set_error (db, error);
  return FALSE;
}

/**
 * rg_db_in_transaction:
 * @db: a connection
 *
 * Returns: whether a transaction is open on it
 */
gboolean
rg_db_in_transaction (RgDb *db)
{
  return !sqlite3_get_autocommit (db->sqlite);
}
