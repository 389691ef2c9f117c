/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-migrate.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "rg-db-backup.h"
#include "rg-db-private.h"
#include "rg-store-resources.h"

static gboolean
get_versions (RgDb *db, gint64 *application_id, gint64 *version, GError **error)
{
  return rg_db_get_int (db, application_id, error, "PRAGMA application_id", "")
         && rg_db_get_int (db, version, error, "PRAGMA user_version", "");
}

static gboolean
is_empty (RgDb *db, gboolean *empty, GError **error)
{
  gint64 n;

  if (!rg_db_get_int (db, &n, error, "SELECT count(*) FROM sqlite_schema", ""))
    return FALSE;
  *empty = n == 0;
  return TRUE;
}

/* The version comes with the first tables and only grows: another number is damage. */
static gboolean
is_impossible (RgDb *db, gint64 version)
{
  gint64 begun = 0;

  return version < 0
         || (version == 0
             && rg_db_get_int (db, &begun, NULL,
                               "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'journal_entry')", "")
             && begun != 0);
}

/**
 * rg_migrate_check:
 * @db: a connection
 * @error: where to put why the file is not one for this program: %RG_ERROR_NEWER, %RG_ERROR_CORRUPT
 *
 * Returns: whether @db is a Regulars file with the schema of this program
 */
gboolean
rg_migrate_check (RgDb *db, GError **error)
{
  g_autofree char *name = g_path_get_basename (rg_db_get_path (db));
  gint64 application_id, version;

  if (!get_versions (db, &application_id, &version, error))
    return FALSE;
  if (application_id != RG_DB_APPLICATION_ID)
    {
      g_set_error (error, RG_ERROR, RG_ERROR_CORRUPT, _ ("“%s” is not a Regulars file."), name);
      return FALSE;
    }
  if (version > RG_SCHEMA_VERSION)
    {
      g_set_error (error, RG_ERROR, RG_ERROR_NEWER,
                   _ ("“%s” was written by a newer version of Regulars. Update Regulars to open it."), name);
      return FALSE;
    }
  if (is_impossible (db, version))
    {
      rg_db_set_file_error (RG_ERROR_CORRUPT, rg_db_get_path (db), error);
      return FALSE;
    }
  if (version < RG_SCHEMA_VERSION)
    {
      g_set_error (
        error, RG_ERROR, RG_ERROR_CONFLICT,
        _ ("“%s” was written by an older version of Regulars. Open it once for writing to bring it up to date."), name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
run_migration (RgDb *db, int number, GError **error)
{
  g_autofree char *resource = g_strdup_printf ("/app/regulars/Regulars/store/migrations/%03d.sql", number);
  g_autofree char *pragma = g_strdup_printf ("PRAGMA user_version = %d", number);
  g_autoptr (GBytes) script = NULL;

  /* Naming the resource links it in from the static library, and so registers it. */
  rg_store_get_resource ();
  script = g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  return script != NULL && rg_db_run_script (db, g_bytes_get_data (script, NULL), error)
         && rg_db_run_script (db, pragma, error);
}

/**
 * rg_migrate:
 * @db: a connection for writing
 * @backup_path: (out) (transfer full) (nullable) (optional): where the file was backed up before it was changed
 * @error: where to put what went wrong
 *
 * Brings the file to the schema of this program: a new file gets all of it; an older one is backed up beside itself and
 * then changed in one transaction. When that fails the file stays as it was.
 *
 * Returns: whether the file has the schema of this program now
 */
gboolean
rg_migrate (RgDb *db, char **backup_path, GError **error)
{
  g_autofree char *application = g_strdup_printf ("PRAGMA application_id = %d", RG_DB_APPLICATION_ID);
  g_autofree char *backup = NULL;
  gint64 application_id, version;
  gboolean empty;

  if (!get_versions (db, &application_id, &version, error) || !is_empty (db, &empty, error))
    return FALSE;
  if (!empty && (application_id != RG_DB_APPLICATION_ID || is_impossible (db, version) || version >= RG_SCHEMA_VERSION))
    return rg_migrate_check (db, error);

  if (!empty)
    {
      backup = g_strdup_printf ("%s.before-version-%d-%" G_GINT64_FORMAT, rg_db_get_path (db), RG_SCHEMA_VERSION,
                                g_get_real_time () / G_USEC_PER_SEC);
      if (!rg_db_backup (db, backup, error))
        return FALSE;
    }

  if (!rg_db_run_script (db, "BEGIN EXCLUSIVE", error))
    return FALSE;
  /* Another program may have done it while this one waited. */
  if (!get_versions (db, &application_id, &version, error))
    goto failed;
  for (int number = (int) version + 1; number <= RG_SCHEMA_VERSION; number++)
    if (!run_migration (db, number, error))
      goto failed;
  if (!rg_db_run_script (db, application, error) || !rg_migrate_check (db, error)
      || !rg_db_run_script (db, "COMMIT", error))
    goto failed;

  if (backup_path != NULL)
    *backup_path = g_steal_pointer (&backup);
  return TRUE;

failed:
  if (rg_db_in_transaction (db))
    rg_db_run_script (db, "ROLLBACK", NULL);
  return FALSE;
}
