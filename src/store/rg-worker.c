/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-worker.h"

#include <glib/gi18n-lib.h>

#include "rg-file-look.h"
#include "rg-migrate.h"
#include "rg-search-index.h"

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
  RgJobFunc run;
  RgWriteFunc write;
  const char *operation;
  gint64 staff_id;
  gpointer data;
  GDestroyNotify destroy;
  DexPromise *promise;
  GCancellable *cancellable;
} Job;

struct _RgWorker
{
  GThread *thread;
  GAsyncQueue *queue;
  char *path;
  RgDb *db;
  RgDbMode mode;
  gboolean unsettled; /* the list of customers may not be in the order of their activity */
  gboolean outdated;  /* the search index was made by other rules than those of now */
  RgCommittedFunc committed;
  gpointer data;
};

/* Between two tries to open a file that another program is making. */
#define OPEN_PAUSE_MSEC 20

/* How long the writer has nothing to do before it tidies up. */
#define IDLE_USEC (300 * 1000)

/* An index of so many customers is made anew while the file is opened, a longer one when there is nothing else to do.
 */
#define FEW_CUSTOMERS 10000

static void
job_free (Job *job)
{
  if (job->destroy != NULL)
    job->destroy (job->data);
  dex_clear (&job->promise);
  g_clear_object (&job->cancellable);
  g_free (job);
}

/* @result and @error are taken. */
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

static void
run_write (RgWorker *self, Job *job)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgTxn) txn = rg_txn_begin (self->db, job->operation, job->staff_id, &error);
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
      self->committed (self->data, changes, entry_id);
      self->unsettled = TRUE;
    }
  dex_promise_resolve_int64 (job->promise, entry_id);
}

/* An index by old rules of folding and sorting finds nearly everything still, so it can wait when it is large. */
static gboolean
look_at_index (RgWorker *self, GError **error)
{
  gint64 many;
  gboolean current;

  if (!rg_search_is_current (self->db, &current, error))
    return FALSE;
  if (current)
    return TRUE;
  if (!rg_db_get_int (self->db, &many, error, "SELECT EXISTS (SELECT 1 FROM customer LIMIT 1 OFFSET ?)", "i",
                      (gint64) FEW_CUSTOMERS))
    return FALSE;
  self->outdated = many != 0;
  return self->outdated || rg_search_bring_up_to_date (self->db, error);
}

static gboolean
try_to_open_db (RgWorker *self, GError **error)
{
  self->db = rg_db_open (self->path, self->mode, error);
  if (self->db == NULL)
    return FALSE;
  if (self->mode != RG_DB_READ_WRITE)
    return rg_migrate_check (self->db, error);
  self->unsettled = TRUE;
  return rg_migrate (self->db, NULL, error) && look_at_index (self, error) && rg_file_look_at_ids (self->db, error);
}

/* While another program makes the file, SQLite says at once that it is busy, without waiting as it does later. */
static gboolean
open_db (RgWorker *self, GError **error)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) local = NULL;

  while (!try_to_open_db (self, &local))
    {
      gint64 waited = g_get_monotonic_time () - start;

      if (!g_error_matches (local, RG_ERROR, RG_ERROR_BUSY)
          || waited >= rg_db_get_busy_timeout () * G_TIME_SPAN_MILLISECOND)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      g_clear_error (&local);
      g_clear_pointer (&self->db, rg_db_close);
      g_usleep (OPEN_PAUSE_MSEC * 1000);
    }
  return TRUE;
}

static void
run_read (RgWorker *self, Job *job)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) result = job->run (self->db, job->data, &error);

  /* It may have come to its end before it looked; the answer is too old all the same. */
  if (error == NULL && g_cancellable_is_cancelled (job->cancellable))
    {
      g_clear_object (&result);
      error = g_error_new (RG_ERROR, RG_ERROR_CANCELLED, _ ("Cancelled."));
    }
  settle (job, g_steal_pointer (&result), g_steal_pointer (&error));
}

static void
run_job (RgWorker *self, Job *job)
{
  rg_db_set_cancellable (self->db, job->cancellable);
  if (g_cancellable_is_cancelled (job->cancellable))
    settle (job, NULL, g_error_new (RG_ERROR, RG_ERROR_CANCELLED, _ ("Cancelled.")));
  else if (job->kind == JOB_WRITE)
    run_write (self, job);
  else
    run_read (self, job);
  rg_db_set_cancellable (self->db, NULL);
}

/* The next job. While there is none the writer puts the list of customers into the order of their activity, and an
 * outdated search index right; what fails is done when the file is opened again. */
static Job *
wait_for_job (RgWorker *self)
{
  while ((self->unsettled || self->outdated) && self->db != NULL)
    {
      Job *job = g_async_queue_timeout_pop (self->queue, IDLE_USEC);

      if (job != NULL)
        return job;
      if (self->unsettled)
        rg_search_settle (self->db, &self->unsettled, NULL);
      else
        {
          rg_search_bring_up_to_date (self->db, NULL);
          self->outdated = FALSE;
        }
    }
  return g_async_queue_pop (self->queue);
}

/* The file is closed. Nobody looks at what would have been read any more; what would have been written is missed. */
static void
refuse (Job *job)
{
  settle (job, NULL,
          g_error_new (RG_ERROR, job->kind == JOB_RUN ? RG_ERROR_CANCELLED : RG_ERROR_UNAVAILABLE,
                       _ ("The file is closed.")));
}

static gpointer
worker_main (gpointer data)
{
  RgWorker *self = data;

  for (;;)
    {
      Job *job = wait_for_job (self);
      gboolean last = job->kind == JOB_CLOSE;
      g_autoptr (GError) error = NULL;

      if (job->kind == JOB_OPEN)
        {
          if (!open_db (self, &error))
            g_clear_pointer (&self->db, rg_db_close);
          settle (job, NULL, g_steal_pointer (&error));
        }
      else if (last)
        {
          if (self->unsettled && self->db != NULL)
            rg_search_settle (self->db, &self->unsettled, NULL);
          g_clear_pointer (&self->db, rg_db_close);
          settle (job, NULL, NULL);
        }
      else if (self->db == NULL)
        refuse (job);
      else
        run_job (self, job);

      job_free (job);
      if (last)
        return NULL;
    }
}

static DexFuture *
push (RgWorker *self, Job *job)
{
  DexFuture *future;

  job->promise = dex_promise_new ();
  future = dex_ref (DEX_FUTURE (job->promise));
  if (self->thread != NULL)
    g_async_queue_push (self->queue, job);
  else
    {
      refuse (job);
      job_free (job);
    }
  return future;
}

static DexFuture *
push_kind (RgWorker *self, JobKind kind)
{
  Job *job = g_new0 (Job, 1);

  job->kind = kind;
  return push (self, job);
}

/**
 * rg_worker_new:
 * @name: the name of the thread
 * @path: a file
 * @mode: how to open it
 * @committed: (nullable): called after each commit
 * @data: for @committed
 *
 * Returns: (transfer full): a worker that waits for jobs
 */
RgWorker *
rg_worker_new (const char *name, const char *path, RgDbMode mode, RgCommittedFunc committed, gpointer data)
{
  RgWorker *self = g_new0 (RgWorker, 1);

  self->path = g_strdup (path);
  self->mode = mode;
  self->committed = committed;
  self->data = data;
  self->queue = g_async_queue_new ();
  self->thread = g_thread_new (name, worker_main, self);
  return self;
}

/** rg_worker_stop: Ends the thread after the jobs that wait; later ones are refused */
void
rg_worker_stop (RgWorker *self)
{
  if (self == NULL || self->thread == NULL)
    return;
  dex_unref (push_kind (self, JOB_CLOSE));
  g_thread_join (g_steal_pointer (&self->thread));
}

/** rg_worker_free: @self: (transfer full) (nullable): a worker; stopped when it still runs */
void
rg_worker_free (RgWorker *self)
{
  if (self == NULL)
    return;
  rg_worker_stop (self);
  g_async_queue_unref (self->queue);
  g_free (self->path);
  g_free (self);
}

/** rg_worker_is_running: Returns: whether it takes jobs */
gboolean
rg_worker_is_running (RgWorker *self)
{
  return self->thread != NULL;
}

/** rg_worker_set_mode: @mode: how the file is opened by the next rg_worker_open(), while no job waits */
void
rg_worker_set_mode (RgWorker *self, RgDbMode mode)
{
  self->mode = mode;
}

/** rg_worker_open: Returns: (transfer full): a future for the file being open */
DexFuture *
rg_worker_open (RgWorker *self)
{
  return push_kind (self, JOB_OPEN);
}

/**
 * rg_worker_run:
 * @self: a worker
 * @cancellable: (nullable): stops the job
 * @func: runs on the thread, outside a transaction
 * @data: for @func
 * @destroy: frees @data, on the thread
 *
 * Returns: (transfer full): a future for what @func returns
 */
DexFuture *
rg_worker_run (RgWorker *self, GCancellable *cancellable, RgJobFunc func, gpointer data, GDestroyNotify destroy)
{
  Job *job = g_new0 (Job, 1);

  job->kind = JOB_RUN;
  job->run = func;
  job->data = data;
  job->destroy = destroy;
  g_set_object (&job->cancellable, cancellable);
  return push (self, job);
}

/**
 * rg_worker_write:
 * @self: a worker
 * @operation: (not nullable): a static string: the operation's name, for the journal
 * @staff_id: who does it
 * @func: runs on the thread in a transaction
 * @data: for @func
 * @destroy: frees @data, on the thread
 *
 * Returns: (transfer full): a future for the id of the journal entry; 0 when nothing was changed
 */
DexFuture *
rg_worker_write (
  RgWorker *self, const char *operation, gint64 staff_id, RgWriteFunc func, gpointer data, GDestroyNotify destroy)
{
  Job *job = g_new0 (Job, 1);

  job->kind = JOB_WRITE;
  job->operation = operation;
  job->staff_id = staff_id;
  job->write = func;
  job->data = data;
  job->destroy = destroy;
  return push (self, job);
}
