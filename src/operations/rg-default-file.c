/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-default-file.h"

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
