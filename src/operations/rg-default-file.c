/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-default-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "rg-error.h"

/**
 * rg_default_file_dup_path:
 *
 * Which file is meant when none is named, by the window and on the command line: the one that the environment variable
 * REGULARS_FILE names, else desk.regulars in the folder regulars of the user's data folder.
 *
 * Returns: (transfer full) (type filename): a path; there may be no such file yet, nor its folder
 */
char *
rg_default_file_dup_path (void)
{
  const char *named = g_getenv ("REGULARS_FILE");

  if (named != NULL && *named != '\0')
    return g_canonicalize_filename (named, NULL);
  return g_build_filename (g_get_user_data_dir (), "regulars", "desk.regulars", NULL);
}

/**
 * rg_default_file_make_folder:
 * @path: (type filename): where a file is to be made
 * @error: where to put why not
 *
 * Makes the folder it is to be in, which only the person at the computer may look into, when there is none yet.
 *
 * Returns: whether there is that folder
 */
gboolean
rg_default_file_make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int saved;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  saved = errno;
  /* Translators: the second %s says why */
  g_set_error (error, RG_ERROR, RG_ERROR_UNAVAILABLE, _ ("The folder “%s” can’t be made: %s."), folder,
               g_strerror (saved));
  return FALSE;
}
