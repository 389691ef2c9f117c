/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-sample-file.h"

#include <glib/gstdio.h>

#include "rg-default-file.h"
#include "rg-desk.h"
#include "rg-future.h"
#include "rg-sample.h"

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "regulars", "sample.regulars", NULL);
}

/* What a run that was cut short left behind, with the files SQLite keeps beside it. */
static void
remove_part (const char *part)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (part, suffixes[i], NULL);

      g_remove (path);
    }
}

typedef struct
{
  RgSampleProgress progress;
  gpointer data;
} Telling;

static DexFuture *
ensure_fiber (gpointer self, gpointer data)
{
  Telling *telling = data;
  g_autofree char *path = dup_path ();
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autoptr (RgDesk) desk = NULL;
  g_autoptr (GError) error = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return dex_future_new_for_string (path);
  if (!rg_default_file_make_folder (part, &error))
    return dex_future_new_for_error (g_steal_pointer (&error));
  remove_part (part);
  desk = dex_await_object (rg_desk_open (part, FALSE), &error);
  if (desk == NULL || !dex_await (rg_sample_fill (desk, RG_SAMPLE_CUSTOMERS, telling->progress, telling->data), &error)
      || !dex_await (rg_desk_close (desk), &error))
    return dex_future_new_for_error (g_steal_pointer (&error));
  g_rename (part, path);
  return dex_future_new_for_string (path);
}

/**
 * rg_sample_file_ensure:
 * @progress: (nullable): told how far it is, when this call is the one that begins it
 * @data: for @progress; must live until the future is settled
 *
 * Makes the sample data when it is not there. Asked again meanwhile, it gives the same future.
 *
 * Returns: (transfer full): a future for the path of its file
 */
DexFuture *
rg_sample_file_ensure (RgSampleProgress progress, gpointer data)
{
  static DexFuture *pending;
  Telling telling = { progress, data };

  if (pending != NULL && !dex_future_is_pending (pending))
    dex_clear (&pending);
  if (pending == NULL)
    pending = rg_future_spawn (NULL, ensure_fiber, g_memdup2 (&telling, sizeof telling), g_free);
  return dex_ref (pending);
}
