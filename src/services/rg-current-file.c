/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-current-file.h"

#include "rg-default-file.h"

/**
 * rg_current_file_dup_path:
 * @settings: (nullable): the settings of the program
 *
 * Which file is opened when none is named: the one the environment variable REGULARS_FILE names, the one that was open
 * last, the one that is made for who starts without any.
 *
 * Returns: (transfer full) (nullable) (type filename): a path; %NULL when there is no such file yet
 */
char *
rg_current_file_dup_path (GSettings *settings)
{
  g_autofree char *own = rg_default_file_dup_path ();
  g_autofree char *last = settings != NULL ? g_settings_get_string (settings, "last-file") : g_strdup ("");

  if (g_getenv ("REGULARS_FILE") != NULL)
    return g_steal_pointer (&own);
  if (*last != '\0' && g_file_test (last, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&last);
  return g_file_test (own, G_FILE_TEST_EXISTS) ? g_steal_pointer (&own) : NULL;
}
