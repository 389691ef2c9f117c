/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-store.h"

#include "rg-future.h"

/* What a window keeps in the file for itself: drafts of what is being typed, open tabs. No business facts, so it goes
 * past the journal. */

typedef struct
{
  char *key;
  char *value;
  gboolean first; /* what is there already stays */
} Scratch;

static void
scratch_free (gpointer data)
{
  Scratch *scratch = data;

  g_free (scratch->key);
  g_free (scratch->value);
  g_free (scratch);
}

static GObject *
write_scratch (RgDb *db, gpointer data, GError **error)
{
  Scratch *scratch = data;

  if (scratch->first)
    rg_db_run (db, error, "INSERT INTO scratch (key, value) VALUES (?, ?) ON CONFLICT (key) DO NOTHING", "tt",
               scratch->key, scratch->value);
  else if (scratch->value != NULL)
    rg_db_run (db, error,
               "INSERT INTO scratch (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
               "tt", scratch->key, scratch->value);
  else
    rg_db_run (db, error, "DELETE FROM scratch WHERE key = ?", "t", scratch->key);
  return NULL;
}

/**
 * rg_store_keep:
 * @self: a store
 * @key: what it is: "draft/note/12"
 * @value: (nullable): text; %NULL to forget it
 *
 * Keeps what the window wants to find again, such as what is being typed. No business facts: it is not in the journal.
 *
 * Returns: (transfer full): a future for its being on the disk
 */
DexFuture *
rg_store_keep (RgStore *self, const char *key, const char *value)
{
  Scratch *scratch = g_new0 (Scratch, 1);

  scratch->key = g_strdup (key);
  scratch->value = g_strdup (value);
  return rg_store_run_on_writer (self, write_scratch, scratch, scratch_free);
}

/**
 * rg_store_keep_first:
 * @self: a store
 * @key: as for rg_store_keep()
 * @value: text
 *
 * Keeps @value unless something is kept there already. Of several that ask at the same time one comes first.
 *
 * Returns: (transfer full): a future for its being on the disk
 */
DexFuture *
rg_store_keep_first (RgStore *self, const char *key, const char *value)
{
  Scratch *scratch;

  g_return_val_if_fail (value != NULL, NULL);

  scratch = g_new0 (Scratch, 1);
  scratch->key = g_strdup (key);
  scratch->value = g_strdup (value);
  scratch->first = TRUE;
  return rg_store_run_on_writer (self, write_scratch, scratch, scratch_free);
}

static GObject *
read_scratch (RgDb *db, gpointer data, GError **error)
{
  Scratch *scratch = data;
  g_autoptr (RgQuery) query = rg_db_query (db, error, "SELECT value FROM scratch WHERE key = ?", "t", scratch->key);

  if (query != NULL && rg_query_next (query, error))
    scratch->value = g_strdup (rg_query_text (query, 0));
  return NULL;
}

static DexFuture *
recall_fiber (gpointer self_pointer, gpointer data)
{
  Scratch *scratch = data;
  g_autoptr (GError) error = NULL;

  if (!dex_await (rg_store_read (self_pointer, read_scratch, scratch, NULL), &error))
    return dex_future_new_for_error (g_steal_pointer (&error));
  return dex_future_new_for_string (scratch->value != NULL ? scratch->value : "");
}

/**
 * rg_store_recall:
 * @self: a store
 * @key: as for rg_store_keep()
 *
 * Returns: (transfer full): a future for the text that was kept; "" when there is none
 */
DexFuture *
rg_store_recall (RgStore *self, const char *key)
{
  Scratch *scratch = g_new0 (Scratch, 1);

  scratch->key = g_strdup (key);
  return rg_future_spawn (self, recall_fiber, scratch, scratch_free);
}
