/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-write-error.h"

#include <glib/gi18n-lib.h>

#include "rg-error.h"

/**
 * rg_write_error:
 * @error: (transfer full): why a file could not be written
 *
 * Returns: (transfer full): the same in the terms of the person, where it is a message of the library below
 */
GError *
rg_write_error (GError *error)
{
  GError *ours;

  if (error->domain == RG_ERROR)
    return error;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    ours
      = g_error_new (RG_ERROR, RG_ERROR_FULL,
                     _ ("There is no room left on the disk, so the file can’t be written. Make room and try again."));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ours = g_error_new (RG_ERROR, RG_ERROR_CANCELLED, _ ("Cancelled."));
  else
    ours = g_error_new (RG_ERROR, (int) rg_error_code_of (error), _ ("The file can’t be written: %s."), error->message);
  g_error_free (error);
  return ours;
}

/**
 * rg_write_check_target:
 * @file: what is to be replaced, if it is there
 * @error: where to put why it may not
 *
 * Whoever picks the file of a desk, perhaps the open one, would lose it.
 *
 * Returns: whether it may be replaced
 */
gboolean
rg_write_check_target (GFile *file, GError **error)
{
  static const char magic[] = "SQLite format 3";
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autofree char *name = g_file_get_basename (file);
  char begin[sizeof magic];
  gsize length;

  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), begin, sizeof begin, &length, NULL, NULL)
      || length < sizeof begin || memcmp (begin, magic, sizeof begin) != 0)
    return TRUE;
  g_set_error (error, RG_ERROR, RG_ERROR_CONFLICT,
               _ ("“%s” is a database, which an export never replaces. Choose another name."), name);
  return FALSE;
}
