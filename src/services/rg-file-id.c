/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-file-id.h"

#include "rg-future.h"

#define KEY "file/id"

static DexFuture *
ensure_fiber (gpointer store, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = dex_await_string (rg_store_recall (store, KEY), &error);

  if (id == NULL)
    return dex_future_new_for_error (g_steal_pointer (&error));
  if (*id != '\0')
    return dex_future_new_for_string (id);
  /* Others may be asking at this moment: all of them get the id that came first */
  g_free (id);
  id = g_uuid_string_random ();
  if (!dex_await (rg_store_keep_first (store, KEY, id), &error))
    return dex_future_new_for_error (g_steal_pointer (&error));
  return rg_store_recall (store, KEY);
}

/**
 * rg_file_id_ensure:
 * @store: an open file
 *
 * What the credentials that belong to a file are kept under in the keyring. It stays with the file wherever
 * it is moved.
 *
 * Returns: (transfer full): a future for the id of the file, made when it has none
 */
DexFuture *
rg_file_id_ensure (RgStore *store)
{
  return rg_future_spawn (store, ensure_fiber, NULL, NULL);
}
