/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-restore.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "rg-db-backup.h"
#include "rg-migrate.h"

/* Putting a backup in the place of a file. Whatever goes wrong, either the old file or the whole backup is there. */

static const char *const companions[] = { "-wal", "-shm" };

/* Whether the backup is a whole file of a version that this program can open. */
static gboolean
check_backup (RgDb *db, const char *name, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (RgQuery) query = NULL;

  if (!rg_migrate_check (db, &local) && !g_error_matches (local, RG_ERROR, RG_ERROR_CONFLICT))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  query = rg_db_query (db, error, "PRAGMA quick_check (1)", "");
  if (query == NULL || !rg_query_next (query, error))
    return FALSE;
  if (g_strcmp0 (rg_query_text (query, 0), "ok") == 0)
    return TRUE;
  /* Translators: the name of a file, and what SQLite says */
  g_set_error (error, RG_ERROR, RG_ERROR_CORRUPT, _ ("The backup “%s” is damaged: %s. Nothing was replaced."), name,
               rg_query_text (query, 0));
  return FALSE;
}

/* Takes the file out of shared use, which fails while another program has it open. A damaged one can't be asked. */
static gboolean
take_out_of_use (const char *path, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (RgDb) db = rg_db_open (path, RG_DB_READ_WRITE, &local);

  if (db != NULL && rg_db_run_script (db, "PRAGMA journal_mode = DELETE", &local))
    return TRUE;
  if (!g_error_matches (local, RG_ERROR, RG_ERROR_BUSY))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
move (const char *from, const char *to, GError **error)
{
  int saved;

  if (g_rename (from, to) == 0)
    return TRUE;
  saved = errno;
  /* Translators: two names of files, and why not */
  g_set_error (error, RG_ERROR, RG_ERROR_UNAVAILABLE, _ ("“%s” can’t be moved to “%s”: %s."), from, to,
               g_strerror (saved));
  return FALSE;
}

static char *
dup_aside (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *when = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  g_autofree char *aside = g_strdup_printf ("%s.replaced-%s", path, when);

  for (int i = 2; g_file_test (aside, G_FILE_TEST_EXISTS); i++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s.replaced-%s-%d", path, when, i);
    }
  return g_steal_pointer (&aside);
}

/* A damaged file keeps its write-ahead log: what is not in the file yet may be in there. One that is left of a file
 * that is gone must not be taken for that of the new one. */
static gboolean
put_aside (const char *path, const char *aside, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !move (path, aside, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *from = g_strconcat (path, companions[i], NULL);
      g_autofree char *to = g_strconcat (aside, companions[i], NULL);

      if (g_file_test (from, G_FILE_TEST_EXISTS) && !move (from, to, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * rg_restore_file:
 * @backup: a backup
 * @path: the file to be put back; need not be there; not open in any program
 * @aside: (out) (transfer full) (nullable): where the replaced file is now; %NULL when there was none
 * @error: where to put what went wrong: %RG_ERROR_CORRUPT or %RG_ERROR_NEWER when @backup is none that can be opened,
 *   %RG_ERROR_BUSY when another program has @path open
 *
 * Returns: whether @path is a copy of @backup now; when not, @path is as it was
 */
gboolean
rg_restore_file (const char *backup, const char *path, char **aside, GError **error)
{
  g_autofree char *name = g_path_get_basename (backup);
  g_autofree char *copy = g_strconcat (path, ".restoring", NULL);
  g_autofree char *old = NULL;
  g_autoptr (RgDb) db = NULL;
  gboolean there;

  *aside = NULL;
  if (!g_file_test (backup, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, RG_ERROR, RG_ERROR_UNAVAILABLE, _ ("There is no file “%s”."), backup);
      return FALSE;
    }
  db = rg_db_open (backup, RG_DB_READ_ONLY, error);
  if (db == NULL || !check_backup (db, name, error))
    return FALSE;
  g_remove (copy);
  if (!rg_db_backup (db, copy, error))
    return FALSE;
  there = g_file_test (path, G_FILE_TEST_EXISTS);
  old = dup_aside (path);
  if ((there && !take_out_of_use (path, error)) || !put_aside (path, old, error))
    {
      g_remove (copy);
      return FALSE;
    }
  if (!move (copy, path, error))
    {
      if (there)
        move (old, path, NULL);
      g_remove (copy);
      return FALSE;
    }
  if (there)
    *aside = g_steal_pointer (&old);
  return TRUE;
}
