/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-file-warning.h"

#include <glib/gi18n-lib.h>

#include "rg-file-look.h"
#include "rg-future.h"

/* What is dangerous or odd about a file that opened all the same. */

/* Clocks of two computers differ by this and more without harm. */
#define TOLERANCE (5 * G_TIME_SPAN_MINUTE)

static GObject *
read_time (RgDb *db, gpointer data, GError **error)
{
  rg_file_look_newest_time (db, data, error);
  return NULL;
}

/* Whether the file is on another computer. The write-ahead log needs memory that all who write share, and locks that
 * work, which network file systems don't promise. RG_DEBUG=share takes every file for one. */
static gboolean
is_remote (const char *path)
{
  static const GDebugKey keys[] = { { "share", 1 } };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = NULL;

  if (g_parse_debug_string (g_getenv ("RG_DEBUG"), keys, G_N_ELEMENTS (keys)) != 0)
    return TRUE;
  info = g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE, NULL, NULL);
  return info != NULL && g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE);
}

static DexFuture *
read_fiber (gpointer desk, gpointer unused)
{
  RgStore *store = rg_desk_get_store (desk);
  g_autoptr (GError) error = NULL;
  gint64 newest = 0, now = rg_time_now ();

  if (is_remote (rg_store_get_path (store)))
    return dex_future_new_for_string (
      _ ("This file is on another computer. Two who write at once can damage it: keep it "
         "on a disk of this computer, and share backups."));
  if (!dex_await (rg_desk_read (desk, read_time, &newest, NULL), &error))
    return dex_future_new_for_error (g_steal_pointer (&error));
  if (newest > now + TOLERANCE)
    {
      g_autofree char *then
        = rg_time_format (newest, rg_settings_get_zone (rg_desk_get_settings (desk)), rg_desk_get_today (desk));
      g_autofree char *text = g_strdup_printf (
        _ ("The clock of this computer is wrong, or was: this file was last changed on %s. Check the "
           "date; what you do now still comes after what was done then."),
        then);

      return dex_future_new_for_string (text);
    }
  return dex_future_new_for_string ("");
}

/**
 * rg_file_warning_read:
 * @desk: an open file
 *
 * Returns: (transfer full): a future for a sentence that the person should read; "" when all is well
 */
DexFuture *
rg_file_warning_read (RgDesk *desk)
{
  return rg_future_spawn (desk, read_fiber, NULL, NULL);
}
