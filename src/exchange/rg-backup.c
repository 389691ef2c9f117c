/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rg-backup.h"

#include <glib/gi18n-lib.h>

#include "rg-lent-file.h"
#include "rg-db-backup.h"
#include "rg-restore.h"

/* Backups are written and put back on a thread with a connection of its own, so that work goes on meanwhile. */

typedef struct
{
  char *from;
  char *to;
  GCancellable *cancellable;
  gboolean restore;
  DexPromise *promise;
} Copy;

static void
copy_free (Copy *copy)
{
  g_free (copy->from);
  g_free (copy->to);
  g_clear_object (&copy->cancellable);
  dex_unref (copy->promise);
  g_free (copy);
}

static gboolean
write_backup (Copy *copy, GError **error)
{
  g_autoptr (RgDb) db = rg_db_open (copy->from, RG_DB_READ_ONLY, error);
  gboolean written;

  if (db == NULL)
    return FALSE;
  rg_db_set_cancellable (db, copy->cancellable);
  written = rg_db_backup (db, copy->to, error);
  rg_db_set_cancellable (db, NULL);
  return written;
}

/* As copy, with the file outside of the sandbox by way of a stage. */
static gboolean
copy_staged (Copy *copy, char **aside, GError **error)
{
  char **lent = copy->restore ? &copy->from : &copy->to;
  g_autofree char *path = g_strdup (*lent);
  char *stage = rg_stage_new (path, error);
  gboolean done;

  if (stage == NULL)
    return FALSE;
  g_free (*lent);
  *lent = stage;
  if (copy->restore)
    done = rg_stage_copy (path, stage, copy->cancellable, error) && rg_restore_file (stage, copy->to, aside, error);
  else
    done = write_backup (copy, error) && rg_stage_copy (stage, path, copy->cancellable, error);
  rg_stage_remove (stage);
  return done;
}

static gpointer
run_copy (gpointer data)
{
  Copy *copy = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = NULL;
  gboolean done;

  if (rg_path_is_lent (copy->restore ? copy->from : copy->to))
    done = copy_staged (copy, &aside, &error);
  else
    done = copy->restore ? rg_restore_file (copy->from, copy->to, &aside, &error) : write_backup (copy, &error);
  if (!done)
    dex_promise_reject (copy->promise, g_steal_pointer (&error));
  else
    dex_promise_resolve_string (copy->promise, g_steal_pointer (&aside));
  copy_free (copy);
  return NULL;
}

static DexFuture *
start (Copy *copy)
{
  DexFuture *future;

  copy->promise = dex_promise_new ();
  future = dex_ref (DEX_FUTURE (copy->promise));
  g_thread_unref (g_thread_new ("regulars-backup", run_copy, copy));
  return future;
}

/**
 * rg_backup_write:
 * @desk: an open desk
 * @path: a file that does not exist
 * @cancellable: (nullable): stops it with %RG_ERROR_CANCELLED
 *
 * Writes a complete, compact copy of the file as it is now. Others may go on working meanwhile.
 *
 * Returns: (transfer full): a future; when it is rejected there is nothing at @path. %RG_ERROR_DENIED without the right
 */
DexFuture *
rg_backup_write (RgDesk *desk, const char *path, GCancellable *cancellable)
{
  Copy *copy;

  if (!rg_desk_has_right (desk, RG_BACKUP_RIGHT))
    {
      g_autofree char *reason = rg_right_dup_reason (RG_BACKUP_RIGHT);

      return dex_future_new_for_error (g_error_new_literal (RG_ERROR, RG_ERROR_DENIED, reason));
    }
  copy = g_new0 (Copy, 1);
  copy->from = g_strdup (rg_store_get_path (rg_desk_get_store (desk)));
  copy->to = g_strdup (path);
  g_set_object (&copy->cancellable, cancellable);
  return start (copy);
}

/**
 * rg_backup_restore:
 * @backup: a backup
 * @path: the file to be put back; not open in any program
 *
 * Checks @backup, and puts a copy of it in the place of @path. The replaced file is kept beside it.
 *
 * Returns: (transfer full): a future for the path of the replaced file, %NULL when there was none; when it is rejected,
 *   @path is as it was
 */
DexFuture *
rg_backup_restore (const char *backup, const char *path)
{
  Copy *copy = g_new0 (Copy, 1);

  copy->from = g_strdup (backup);
  copy->to = g_strdup (path);
  copy->restore = TRUE;
  return start (copy);
}
