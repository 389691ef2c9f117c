/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-store.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "rg-future.h"
#include "rg-journal.h"
#include "rg-worker.h"

/* One file, two threads: the writer owns the connection that writes, the reader one that cannot. */

struct _RgStore
{
  GObject parent_instance;

  char *path;
  gboolean read_only;
  RgWorker *writer; /* NULL when read-only */
  RgWorker *reader;
  GHashTable *lanes; /* lane → GCancellable of its newest job */
  GFileMonitor *monitor;
  GWeakRef *self_ref;  /* for what the writer's thread posts */
  gint64 newest_entry; /* of the journal, as far as told */
  guint look_source;   /* until what another program wrote is looked for; 0 when nothing stirred */
  DexFuture *look;     /* the last look; NULL before the first */
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

/* On the writer's thread. */
static void
on_committed (gpointer data, GArray *changes, gint64 entry_id)
{
  RgStore *self = data;
  Notice *notice = g_new0 (Notice, 1);

  notice->store = g_atomic_rc_box_acquire (self->self_ref);
  notice->changes = changes->len <= RG_MAX_CHANGES_TOLD ? g_array_ref (changes) : NULL;
  notice->entry_id = entry_id;
  /* Not g_main_context_invoke(): that runs it here and now when nobody is running the main context just then. */
  g_idle_add_full (G_PRIORITY_DEFAULT, on_main_changed, notice, notice_free);
}

static DexFuture *look_for_changes (gpointer data, gpointer unused);

static gboolean
on_look_timeout (gpointer data)
{
  RgStore *self = data;

  if (self->look != NULL && dex_future_is_pending (self->look))
    return G_SOURCE_CONTINUE;
  self->look_source = 0;
  dex_clear (&self->look);
  self->look = rg_future_spawn (self, look_for_changes, NULL, NULL);
  rg_future_disown (dex_ref (self->look), "look for changes");
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

  if (!rg_worker_is_running (self->reader))
    return NULL;
  if (!dex_await (rg_store_read (self, read_changes, &look, NULL), &error))
    return dex_future_new_for_error (g_steal_pointer (&error));
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
  dex_clear (&self->look);
  g_clear_pointer (&self->reader, rg_worker_free);
  g_clear_pointer (&self->writer, rg_worker_free);
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

  if (!self->read_only && !dex_await (rg_worker_open (self->writer), &error))
    return dex_future_new_for_error (g_steal_pointer (&error));
  if (!dex_await (rg_worker_open (self->reader), &error))
    {
      /* A file on a read-only medium, or on a full one, has no room for the shared memory that readers need. */
      if (!self->read_only || has_log (self)
          || !(g_error_matches (error, RG_ERROR, RG_ERROR_UNAVAILABLE)
               || g_error_matches (error, RG_ERROR, RG_ERROR_DENIED)
               || g_error_matches (error, RG_ERROR, RG_ERROR_FULL)))
        return dex_future_new_for_error (g_steal_pointer (&error));
      g_clear_error (&error);
      rg_worker_set_mode (self->reader, RG_DB_IMMUTABLE);
      if (!dex_await (rg_worker_open (self->reader), &error))
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
    self->writer = rg_worker_new ("regulars-writer", path, RG_DB_READ_WRITE, on_committed, self);
  self->reader = rg_worker_new ("regulars-reader", path, RG_DB_READ_ONLY, NULL, NULL);
  return rg_future_spawn (self, open_fiber, NULL, NULL);
}

static DexFuture *
close_fiber (gpointer self_pointer, gpointer data)
{
  RgStore *self = self_pointer;

  g_clear_object (&self->monitor);
  g_clear_handle_id (&self->look_source, g_source_remove);
  rg_worker_stop (self->reader);
  rg_worker_stop (self->writer);
  if (self->look != NULL)
    dex_await (dex_ref (self->look), NULL);
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
  return rg_worker_run (self->reader, NULL, func, data, destroy);
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
  GCancellable *older = g_hash_table_lookup (self->lanes, lane);
  GCancellable *cancellable = g_cancellable_new ();

  if (older != NULL)
    g_cancellable_cancel (older);
  g_hash_table_replace (self->lanes, (gpointer) lane, cancellable);
  return rg_worker_run (self->reader, cancellable, func, data, destroy);
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
  if (!self->read_only)
    return rg_worker_write (self->writer, operation, staff_id, func, data, destroy);
  if (destroy != NULL)
    destroy (data);
  return dex_future_new_for_error (
    g_error_new (RG_ERROR, RG_ERROR_DENIED, _ ("This file is open read-only; nothing in it can be changed.")));
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
  return rg_worker_run (self->read_only ? self->reader : self->writer, NULL, func, data, destroy);
}
