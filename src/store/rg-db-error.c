/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-db-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

/* What SQLite refuses, as sentences for a person. */

/* SQLite's code for the last call. A quota or a limit on the size of files is as much a full disk as a full disk is. */
static int
get_code (RgDb *db)
{
  int code = sqlite3_extended_errcode (db->sqlite) & 0xff;
  int system = db->sqlite != NULL ? sqlite3_system_errno (db->sqlite) : 0;

  if (code == SQLITE_IOERR && (system == ENOSPC || system == EDQUOT || system == EFBIG))
    return SQLITE_FULL;
  return code;
}

/* What the schema does not allow. The rules come first, so this is for what slips past them. */
static void
set_constraint_error (RgDb *db, GError **error)
{
  const char *details = sqlite3_errmsg (db->sqlite);

  switch (sqlite3_extended_errcode (db->sqlite))
    {
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      g_set_error (error, RG_ERROR, RG_ERROR_CONFLICT,
                   _ ("Something it belongs to is not on file, or something on file still belongs to it."));
      break;
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
      g_set_error (error, RG_ERROR, RG_ERROR_CONFLICT, _ ("That is on file already (%s)."), details);
      break;
    default:
      g_set_error (error, RG_ERROR, RG_ERROR_CONFLICT, _ ("That does not fit what is on file: %s."), details);
      break;
    }
}

/* What @code means for the file at @path, where it is one that more than one place can find. */
void
rg_db_set_file_error (RgError code, const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  switch (code)
    {
    case RG_ERROR_FULL:
      g_set_error (
        error, RG_ERROR, code,
        _ ("There is no room left on the disk that holds “%s”. Nothing was changed; make room and try again."), name);
      break;
    case RG_ERROR_CORRUPT:
      g_set_error (error, RG_ERROR, code,
                   _ ("“%s” is damaged. Restore the newest backup, or open the file read-only to save what is there."),
                   name);
      break;
    default:
      g_set_error (
        error, RG_ERROR, RG_ERROR_UNAVAILABLE,
        _ ("“%s” cannot be opened. Check that it is there, and that you may read and change it and its folder."), name);
      break;
    }
}

/* What went wrong in the last call, as a sentence. */
void
rg_db_set_error (RgDb *db, GError **error)
{
  g_autofree char *name = g_path_get_basename (db->path);

  switch (get_code (db))
    {
    case SQLITE_INTERRUPT:
      g_set_error (error, RG_ERROR, RG_ERROR_CANCELLED, _ ("Cancelled."));
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, RG_ERROR, RG_ERROR_BUSY,
                   _ ("Another program is holding “%s”. Close it there, or try again in a moment."), name);
      break;
    case SQLITE_FULL:
      rg_db_set_file_error (RG_ERROR_FULL, db->path, error);
      break;
    case SQLITE_CORRUPT:
      rg_db_set_file_error (RG_ERROR_CORRUPT, db->path, error);
      break;
    case SQLITE_NOTADB:
      g_set_error (error, RG_ERROR, RG_ERROR_CORRUPT, _ ("“%s” is not a Regulars file."), name);
      break;
    case SQLITE_READONLY:
      g_set_error (error, RG_ERROR, RG_ERROR_DENIED, _ ("“%s” cannot be changed: the file or its folder is read-only."),
                   name);
      break;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      rg_db_set_file_error (RG_ERROR_UNAVAILABLE, db->path, error);
      break;
    case SQLITE_CONSTRAINT:
      set_constraint_error (db, error);
      break;
    default:
      /* Translators: the name of a file, and what SQLite says */
      g_set_error (error, RG_ERROR, RG_ERROR_UNAVAILABLE, _ ("“%s” could not be read or written: %s."), name,
                   sqlite3_errmsg (db->sqlite));
      break;
    }
}
