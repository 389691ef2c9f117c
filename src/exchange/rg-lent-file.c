/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-lent-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "rg-error.h"

/**
 * rg_path_is_lent:
 * @path: a file
 *
 * Returns: whether the document portal lends it
 */
gboolean
rg_path_is_lent (const char *path)
{
  g_autofree char *documents = g_build_filename (g_get_user_runtime_dir (), "doc", "", NULL);

  return g_str_has_prefix (path, documents) || g_str_has_prefix (path, "/run/flatpak/doc/");
}

/**
 * rg_stage_new:
 * @path: a file that is lent
 * @error: where to put what went wrong: %RG_ERROR_UNAVAILABLE
 *
 * Returns: (transfer full): where a copy of it can be; rg_stage_remove() when done
 */
char *
rg_stage_new (const char *path, GError **error)
{
  g_autofree char *template = g_build_filename (g_get_user_cache_dir (), "regulars-XXXXXX", NULL);
  g_autofree char *name = g_path_get_basename (path);

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  if (g_mkdtemp (template) != NULL)
    return g_build_filename (template, name, NULL);
  g_set_error (error, RG_ERROR, RG_ERROR_UNAVAILABLE, _ ("“%s” can’t be copied: there is no room for it."), name);
  return NULL;
}

/**
 * rg_stage_remove:
 * @stage: of rg_stage_new()
 *
 * Removes the copy, if there is one, and its folder.
 */
void
rg_stage_remove (const char *stage)
{
  g_autofree char *folder = g_path_get_dirname (stage);

  g_remove (stage);
  g_rmdir (folder);
}

/**
 * rg_stage_copy:
 * @from: a stage or a file that is lent
 * @to: the other; must not exist
 * @cancellable: (nullable): stops it with %RG_ERROR_CANCELLED
 * @error: where to put what went wrong
 *
 * Returns: whether all of it was copied; when not, there is nothing at @to
 */
gboolean
rg_stage_copy (const char *from, const char *to, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) trouble = NULL;

  if (g_file_copy (source, target, G_FILE_COPY_TARGET_DEFAULT_PERMS, cancellable, NULL, NULL, &trouble))
    return TRUE;
  if (g_error_matches (trouble, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_autofree char *name = g_path_get_basename (to);

      g_set_error (error, RG_ERROR, RG_ERROR_CONFLICT, _ ("“%s” is already there; a backup never replaces a file."),
                   name);
      return FALSE;
    }
  g_remove (to);
  g_set_error_literal (error, RG_ERROR, (int) rg_error_code_of (trouble), trouble->message);
  return FALSE;
}
