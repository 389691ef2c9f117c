/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-store.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "rg-future.h"
#include "rg-journal.h"
#include "rg-migrate.h"
#include "rg-search-index.h"

/* One file, two threads: the writer owns the connection that writes, the reader one that cannot. Jobs go in by a queue
 * each and come back as futures on the main thread. */

typedef enum
{
  JOB_OPEN,
  JOB_RUN,
  JOB_WRITE,
  JOB_CLOSE,
} JobKind;

typedef struct
{
  JobKind kind;
  const char *lane; /* a newer job in the same lane cancels this one */
  RgJobFunc run;
  RgWriteFunc write;
  const char *operation;
  gint64 staff_id;
  gpointer data;
  GDestroyNotify destroy;
  DexPromise *promise;
  GCancellable *cancellable;
} Job;

typedef struct
{
  GThread *thread;
  GAsyncQueue *queue;
  RgDb *db;
  RgDbMode mode;
  gboolean unsettled; /* the list of customers may not be in the order of their activity */
  RgStore *store;     /* unowned: the store joins the thread */
} Worker;

struct _RgStore
{
  GObject parent_instance;

  char *path;
  gboolean read_only;
  Worker writer;
  Worker reader;
  GHashTable *lanes; /* lane → GCancellable of its newest job */
  GFileMonitor *monitor;
  GWeakRef *self_ref;  /* for what the writer's thread posts */
  gint64 newest_entry; /* of the journal, as far as told */
  guint look_source;
  gboolean looking;
};

G_DEFINE_FINAL_TYPE (RgStore, rg_store, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What another program wrote is looked for this long after the file stirred. */
#define LOOK_DELAY_MSEC 100

/* Between two tries to open a file that another program is making. */
#define OPEN_PAUSE_MSEC 20

/* How long the writer has nothing to do before it tidies up. */
#define IDLE_USEC (300 * 1000)

static void
job_free (Job *job)
{
  if (job->destroy != NULL)
    job->destroy (job->data);
  dex_clear (&job->promise);
  g_clear_object (&job->cancellable);
  g_free (job);
}

static void
settle (Job *job, GObject *result, GError *error)
{
  if (error != NULL)
    dex_promise_reject (job->promise, error);
  else if (result != NULL)
    dex_promise_resolve_object (job->promise, result);
  else
    dex_promise_resolve_boolean (job->promise, TRUE);
}

typedef struct
{
  GWeakRef *store;
  GArray *changes;
  gint64 entry_id;
} Notice;

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
}

static void
notice_free (gpointer data)
{
  Notice *notice = data;

  g_atomic_rc_box_release_full (notice->store, weak_ref_free);
  g_clear_pointer (&notice->changes, g_array_unref);
  g_free (notice);
}

static void look_soon (RgStore *self);

static gboolean
on_main_changed (gpointer data)
{
  Notice *notice = data;
  g_autoptr (RgStore) self = g_weak_ref_get (notice->store);

  if (self != NULL)
    {
      /* When there are entries of others in between, these are still to be told. */
      if (notice->entry_id == self->newest_entry + 1)
        self->newest_entry = notice->entry_id;
      else if (notice->entry_id > self->newest_entry)
        look_soon (self);
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0, notice->changes);
    }
  return G_SOURCE_REMOVE;
}

static void
tell_main (RgStore *self, GArray *changes, gint64 entry_id)
{
  Notice *notice = g_new0 (Notice, 1);

  notice->store = g_atomic_rc_box_acquire (self->self_ref);
  notice->changes = changes->len <= 1000 ? g_array_ref (changes) : NULL;
  notice->entry_id = entry_id;
  /* Not g_main_context_invoke(): that runs it here and now when nobody is running the main context just then. */
  g_idle_add_full (G_PRIORITY_DEFAULT, on_main_changed, notice, notice_free);
}

static void
run_write (Worker *worker, Job *job)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgTxn) txn = rg_txn_begin (worker->db, job->operation, job->staff_id, &error);
  g_autoptr (GArray) changes = NULL;
  gint64 entry_id = 0;

  if (txn == NULL || !job->write (txn, job->data, &error) || !rg_txn_commit (txn, &entry_id, &changes, &error))
    {
      if (error == NULL)
        error = g_error_new (RG_ERROR, RG_ERROR_CANCELLED, _ ("Cancelled."));
      dex_promise_reject (job->promise, g_steal_pointer (&error));
      return;
    }
  if (entry_id != 0)
    {
      tell_main (worker->store, changes, entry_id);
      worker->unsettled = TRUE;
    }
  dex_promise_resolve_int64 (job->promise, entry_id);
}

static gboolean
try_to_open_db (Worker *worker, GError **error)
{
  RgStore *store = worker->store;

  worker->db = rg_db_open (store->path, worker->mode, error);
  if (worker->db == NULL)
    return FALSE;
  worker->unsettled = worker->mode == RG_DB_READ_WRITE;
  return worker->mode == RG_DB_READ_WRITE ? rg_migrate (worker->db, NULL, error) : rg_migrate_check (worker->db, error);
}

/* While another program makes the file, SQLite says at once that it is busy, without waiting as it does later. */
static gboolean
open_db (Worker *worker, GError **error)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) local = NULL;

  while (!try_to_open_db (worker, &local))
    {
      gint64 waited = g_get_monotonic_time () - start;

      if (!g_error_matches (local, RG_ERROR, RG_ERROR_BUSY)
          || waited >= rg_db_get_busy_timeout () * G_TIME_SPAN_MILLISECOND)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      g_clear_error (&local);
      g_clear_pointer (&worker->db, rg_db_close);
      g_usleep (OPEN_PAUSE_MSEC * 1000);
    }
  return TRUE;
}

static void
run_job (Worker *worker, Job *job)
{
  g_autoptr (GError) error = NULL;

  rg_db_set_cancellable (worker->db, job->cancellable);
  if (g_cancellable_is_cancelled (job->cancellable))
    error = g_error_new (RG_ERROR, RG_ERROR_CANCELLED, _ ("Cancelled."));
  else if (job->kind == JOB_WRITE)
    {
      run_write (worker, job);
      rg_db_set_cancellable (worker->db, NULL);
      return;
    }
  else
    {
      g_autoptr (GObject) found = job->run (worker->db, job->data, &error);
      GObject *result = NULL;

      rg_db_set_cancellable (worker->db, NULL);
      /* It may have come to its end before it looked; the answer is too old all the same. */
      if (error == NULL && g_cancellable_is_cancelled (job->cancellable))
        error = g_error_new (RG_ERROR, RG_ERROR_CANCELLED, _ ("Cancelled."));
      else
        result = g_steal_pointer (&found);
      settle (job, result, g_steal_pointer (&error));
      return;
    }
  rg_db_set_cancellable (worker->db, NULL);
  settle (job, NULL, g_steal_pointer (&error));
}

/* The next job. While there is none the writer puts the list of customers into the order of their activity; what fails
 * is done when the file is opened again. */
static Job *
wait_for_job (Worker *worker)
{
  while (worker->unsettled && worker->db != NULL)
    {
      Job *job = g_async_queue_timeout_pop (worker->queue, IDLE_USEC);

      if (job != NULL)
        return job;
      rg_search_settle (worker->db, &worker->unsettled, NULL);
    }
  return g_async_queue_pop (worker->queue);
}

static gpointer
worker_main (gpointer data)
{
  Worker *worker = data;

  for (;;)
    {
      Job *job = wait_for_job (worker);
      gboolean last = job->kind == JOB_CLOSE;
      g_autoptr (GError) error = NULL;

      if (job->kind == JOB_OPEN)
        {
          if (!open_db (worker, &error))
            g_clear_pointer (&worker->db, rg_db_close);
          settle (job, NULL, g_steal_pointer (&error));
        }
      else if (last)
        {
          if (worker->unsettled && worker->db != NULL)
            rg_search_settle (worker->db, &worker->unsettled, NULL);
          g_clear_pointer (&worker->db, rg_db_close);
          settle (job, NULL, NULL);
        }
      else if (worker->db == NULL)
        settle (job, NULL, g_error_new (RG_ERROR, RG_ERROR_UNAVAILABLE, _ ("The file is closed.")));
      else
        run_job (worker, job);

      job_free (job);
      if (last)
        return NULL;
    }
}

static DexFuture *
push (Worker *worker, Job *job)
{
  DexFuture *future;

  job->promise = dex_promise_new ();
  future = dex_ref (DEX_FUTURE (job->promise));
  if (worker->thread != NULL)
    g_async_queue_push (worker->queue, job);
  else
    {
      settle (job, NULL, g_error_new (RG_ERROR, RG_ERROR_UNAVAILABLE, _ ("The file is closed.")));
      job_free (job);
    }
  return future;
}

static DexFuture *
push_kind (Worker *worker, JobKind kind)
{
  Job *job = g_new0 (Job, 1);

  job->kind = kind;
  return push (worker, job);
}

static void
worker_start (Worker *worker, RgStore *store, const char *name, RgDbMode mode)
{
  worker->store = store;
  worker->mode = mode;
  worker->queue = g_async_queue_new ();
  worker->thread = g_thread_new (name, worker_main, worker);
}

static void
worker_stop (Worker *worker)
{
  if (worker->thread == NULL)
    return;
  dex_unref (push_kind (worker, JOB_CLOSE));
  g_thread_join (g_steal_pointer (&worker->thread));
  g_clear_pointer (&worker->queue, g_async_queue_unref);
}

static DexFuture *look_for_changes (gpointer data, gpointer unused);

static gboolean
on_look_timeout (gpointer data)
{
  RgStore *self = data;

  self->look_source = 0;
  rg_future_enter (self, look_for_changes, NULL, NULL);
  return G_SOURCE_REMOVE;
}

static void
look_soon (RgStore *self)
{
  if (self->look_source == 0)
    self->look_source = g_timeout_add (LOOK_DELAY_MSEC, on_look_timeout, self);
}

typedef struct
{
  gint64 since;
  gint64 newest;
  GArray *changes;
} Look;

static GObject *
read_changes (RgDb *db, gpointer data, GError **error)
{
  Look *look = data;

  rg_journal_changes_since (db, look->since, &look->newest, &look->changes, error);
  return NULL;
}

/* Tells of what another program wrote; what this one wrote was told already. */
static DexFuture *
look_for_changes (gpointer data, gpointer unused)
{
  RgStore *self = data;
  Look look = { self->newest_entry };
  g_autoptr (GError) error = NULL;

  if (self->looking || self->reader.thread == NULL)
    return NULL;
  self->looking = TRUE;
  if (!dex_await (rg_store_read (self, read_changes, &look, NULL), &error))
    {
      self->looking = FALSE;
      return dex_future_new_for_error (g_steal_pointer (&error));
    }
  self->looking = FALSE;
  if (look.newest > self->newest_entry)
    {
      self->newest_entry = look.newest;
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0, look.changes);
    }
  g_clear_pointer (&look.changes, g_array_unref);
  return NULL;
}

static void
on_monitor_changed (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, gpointer data)
{
  look_soon (data);
}

/* Other programs' commits show in the write-ahead log beside the file. */
static void
watch_file (RgStore *self)
{
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (wal);

  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect (self->monitor, "changed", G_CALLBACK (on_monitor_changed), self);
}

static void
rg_store_finalize (GObject *object)
{
  RgStore *self = RG_STORE (object);

  g_clear_handle_id (&self->look_source, g_source_remove);
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
  worker_stop (&self->reader);
  worker_stop (&self->writer);
  g_clear_pointer (&self->lanes, g_hash_table_unref);
  g_atomic_rc_box_release_full (self->self_ref, weak_ref_free);
  g_free (self->path);

  G_OBJECT_CLASS (rg_store_parent_class)->finalize (object);
}

static void
rg_store_init (RgStore *self)
{
  self->lanes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->self_ref = g_atomic_rc_box_new0 (GWeakRef);
  g_weak_ref_init (self->self_ref, self);
}

static void
rg_store_class_init (RgStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rg_store_finalize;

  /**
   * RgStore::changed:
   * @self: the store
   * @changes: (element-type RgChange) (nullable): what was changed; %NULL for "everything may have"
   *
   * Emitted on the main thread after every commit, of this program or another one.
   */
  signals[SIGNAL_CHANGED]
    = g_signal_new ("changed", RG_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ARRAY);
}

static GObject *
read_newest_entry (RgDb *db, gpointer data, GError **error)
{
  rg_db_get_int (db, data, error, "SELECT max (id) FROM journal_entry", "");
  return NULL;
}

/* Whether there is something in the log beside the file that has to be read with it. */
static gboolean
has_log (RgStore *self)
{
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  GStatBuf info;

  return g_stat (wal, &info) == 0 && info.st_size > 0;
}

static DexFuture *
open_fiber (gpointer self_pointer, gpointer data)
{
  RgStore *self = self_pointer;
  g_autoptr (GError) error = NULL;

  if (!self->read_only && !dex_await (push_kind (&self->writer, JOB_OPEN), &error))
    return dex_future_new_for_error (g_steal_pointer (&error));
  if (!dex_await (push_kind (&self->reader, JOB_OPEN), &error))
    {
      /* A file on a read-only medium has no room for the shared memory that readers need. */
      if (!self->read_only || has_log (self)
          || !(g_error_matches (error, RG_ERROR, RG_ERROR_UNAVAILABLE)
               || g_error_matches (error, RG_ERROR, RG_ERROR_DENIED)))
        return dex_future_new_for_error (g_steal_pointer (&error));
      g_clear_error (&error);
      self->reader.mode = RG_DB_IMMUTABLE;
      if (!dex_await (push_kind (&self->reader, JOB_OPEN), &error))
        return dex_future_new_for_error (g_steal_pointer (&error));
    }
  if (!dex_await (rg_store_read (self, read_newest_entry, &self->newest_entry, NULL), &error))
    return dex_future_new_for_error (g_steal_pointer (&error));
  watch_file (self);
  return dex_future_new_take_object (g_object_ref (self));
}

/**
 * rg_store_open:
 * @path: a file; made when it is not there, unless @read_only
 * @read_only: whether nothing may be written to it
 *
 * Opens a file on threads of its own, after bringing its schema up to date.
 *
 * Returns: (transfer full): a future for the #RgStore
 */
DexFuture *
rg_store_open (const char *path, gboolean read_only)
{
  g_autoptr (RgStore) self = g_object_new (RG_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  self->read_only = read_only;
  if (!read_only)
    worker_start (&self->writer, self, "regulars-writer", RG_DB_READ_WRITE);
  worker_start (&self->reader, self, "regulars-reader", RG_DB_READ_ONLY);
  return rg_future_spawn (self, open_fiber, NULL, NULL);
}

static DexFuture *
close_fiber (gpointer self_pointer, gpointer data)
{
  RgStore *self = self_pointer;

  g_clear_object (&self->monitor);
  worker_stop (&self->reader);
  worker_stop (&self->writer);
  return NULL;
}

/**
 * rg_store_close:
 * @self: a store
 *
 * Ends its threads after the jobs that wait. Anything asked of it later is refused.
 *
 * Returns: (transfer full): a future for the end of it
 */
DexFuture *
rg_store_close (RgStore *self)
{
  return rg_future_spawn (self, close_fiber, NULL, NULL);
}

/**
 * rg_store_get_path:
 * @self: a store
 *
 * Returns: the file
 */
const char *
rg_store_get_path (RgStore *self)
{
  return self->path;
}

/**
 * rg_store_is_read_only:
 * @self: a store
 *
 * Returns: whether nothing can be written
 */
gboolean
rg_store_is_read_only (RgStore *self)
{
  return self->read_only;
}

static Job *
make_run_job (RgJobFunc func, gpointer data, GDestroyNotify destroy)
{
  Job *job = g_new0 (Job, 1);

  job->kind = JOB_RUN;
  job->run = func;
  job->data = data;
  job->destroy = destroy;
  return job;
}

/**
 * rg_store_read:
 * @self: a store
 * @func: runs on the reader's thread
 * @data: for @func
 * @destroy: frees @data, on the reader's thread
 *
 * Returns: (transfer full): a future for what @func returns
 */
DexFuture *
rg_store_read (RgStore *self, RgJobFunc func, gpointer data, GDestroyNotify destroy)
{
  return push (&self->reader, make_run_job (func, data, destroy));
}

/**
 * rg_store_read_newest:
 * @self: a store
 * @lane: (not nullable): a static string; a job still waiting or running in the same lane is cancelled
 * @func: runs on the reader's thread
 * @data: for @func
 * @destroy: frees @data, on the reader's thread
 *
 * For what is asked again before the answer has come: each keystroke of a search.
 *
 * Returns: (transfer full): a future for what @func returns; rejected with %RG_ERROR_CANCELLED when a newer one came
 */
DexFuture *
rg_store_read_newest (RgStore *self, const char *lane, RgJobFunc func, gpointer data, GDestroyNotify destroy)
{
  Job *job = make_run_job (func, data, destroy);
  GCancellable *older = g_hash_table_lookup (self->lanes, lane);

  if (older != NULL)
    g_cancellable_cancel (older);
  job->lane = lane;
  job->cancellable = g_cancellable_new ();
  g_hash_table_replace (self->lanes, (gpointer) lane, g_object_ref (job->cancellable));
  return push (&self->reader, job);
}

/**
 * rg_store_write:
 * @self: a store
 * @operation: (not nullable): a static string: the operation's name, for the journal
 * @staff_id: who does it
 * @func: runs on the writer's thread in a transaction
 * @data: for @func
 * @destroy: frees @data, on the writer's thread
 *
 * Returns: (transfer full): a future for the id of the journal entry; 0 when nothing was changed
 */
DexFuture *
rg_store_write (
  RgStore *self, const char *operation, gint64 staff_id, RgWriteFunc func, gpointer data, GDestroyNotify destroy)
{
  Job *job = g_new0 (Job, 1);

  job->kind = JOB_WRITE;
  job->operation = operation;
  job->staff_id = staff_id;
  job->write = func;
  job->data = data;
  job->destroy = destroy;
  if (self->read_only)
    {
      DexFuture *future = dex_future_new_for_error (
        g_error_new (RG_ERROR, RG_ERROR_DENIED, _ ("This file is open read-only; nothing in it can be changed.")));

      job_free (job);
      return future;
    }
  return push (&self->writer, job);
}

/**
 * rg_store_run_on_writer:
 * @self: a store
 * @func: runs on the writer's thread, outside a transaction
 * @data: for @func
 * @destroy: frees @data, on the writer's thread
 *
 * For what is no operation: backup, checks, bulk loads that make their own transaction.
 *
 * Returns: (transfer full): a future for what @func returns
 */
DexFuture *
rg_store_run_on_writer (RgStore *self, RgJobFunc func, gpointer data, GDestroyNotify destroy)
{
  Worker *worker = self->read_only ? &self->reader : &self->writer;

  return push (worker, make_run_job (func, data, destroy));
}
