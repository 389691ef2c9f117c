/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-db-backup.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "rg-db-private.h"

/* What can't be written is the backup, not the file it is of. */
static void
set_backup_error (const char *path, const GError *why, GError **error)
{
  if (g_error_matches (why, RG_ERROR, RG_ERROR_FULL) || g_error_matches (why, RG_ERROR, RG_ERROR_UNAVAILABLE))
    rg_db_set_file_error (why->code, path, error);
  else
    g_propagate_error (error, g_error_copy (why));
}

/**
 * rg_db_backup:
 * @db: a connection
 * @path: a file that does not exist
 * @error: where to put what went wrong
 *
 * Writes a complete, compact copy of the file as it is now. Others may go on writing meanwhile.
 *
 * Returns: whether it was written; when not, there is nothing at @path
 */
gboolean
rg_db_backup (RgDb *db, const char *path, GError **error)
{
  g_autoptr (GError) local = NULL;
  gint64 query_only;
  gboolean written;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = g_path_get_basename (path);

      g_set_error (error, RG_ERROR, RG_ERROR_CONFLICT, _ ("“%s” is already there; a backup never replaces a file."),
                   name);
      return FALSE;
    }
  if (!rg_db_get_int (db, &query_only, error, "PRAGMA query_only", "")
      || (query_only != 0 && !rg_db_run_script (db, "PRAGMA query_only = OFF", error)))
    return FALSE;
  written = rg_db_run (db, &local, "VACUUM INTO ?", "t", path);
  if (query_only != 0)
    rg_db_run_script (db, "PRAGMA query_only = ON", NULL);
  if (written)
    return TRUE;
  g_remove (path);
  set_backup_error (path, local, error);
  return FALSE;
}
