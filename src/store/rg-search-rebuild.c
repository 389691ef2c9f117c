/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-search-rebuild.h"

#include "rg-error.h"
#include "rg-search-index.h"
#include "rg-search-words.h"

/* The whole search index: made in one go, made anew, and looked over. */

/* By which rules the index and the sort keys of the file were made. */
#define VERSION "search/version"

#define ROWS_AT_ONCE 1000

/* How much of the work is filling; the rest is making one segment of it. */
#define FILLING 0.9

/* What is made anew besides the index. */
typedef enum
{
  DERIVE_NOTHING,
  DERIVE_SORT_KEY,
  DERIVE_ALL,
} Derive;

static gboolean
write_version (RgDb *db, GError **error)
{
  g_autofree char *version = rg_search_dup_version ();

  return rg_db_run (db, error, "INSERT OR REPLACE INTO scratch (key, value) VALUES (?, ?)", "tt", VERSION, version);
}

static gboolean
fill_one (RgDb *db, RgQuery *insert, RgCustomer *customer, GHashTable *known, GError **error)
{
  g_autofree char *words = rg_search_dup_words (db, customer, error);
  g_autoptr (GError) local = NULL;

  if (words == NULL)
    return FALSE;
  rg_query_bind_int (insert, 0, customer->place);
  rg_query_bind_text (insert, 1, words);
  rg_query_next (insert, &local);
  rg_query_reset (insert);
  return !rg_error_propagate (error, &local) && rg_search_keep_names (db, customer, known, error);
}

static gboolean
fill_rows (RgDb *db, Derive derive, RgSearchProgress progress, gpointer data, GError **error)
{
  g_autoptr (RgQuery) insert = rg_db_query (db, error, "INSERT INTO customer_search (rowid, words) VALUES (?, ?)", "");
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gint64 last = 0;
  gint64 n_all;
  guint n = 0;

  if (insert == NULL || !rg_db_get_int (db, &n_all, error, "SELECT count (*) FROM customer", ""))
    return FALSE;
  for (;;)
    {
      g_autoptr (GPtrArray) rows = rg_db_select (db, &rg_customer_type, error, "WHERE place > ? ORDER BY place LIMIT ?",
                                                 "ii", last, (gint64) ROWS_AT_ONCE);

      if (rows == NULL)
        return FALSE;
      if (rows->len == 0)
        return TRUE;
      for (guint i = 0; i < rows->len; i++)
        {
          RgCustomer *customer = rows->pdata[i];

          last = customer->place;
          if ((derive != DERIVE_NOTHING && !rg_search_derive (db, customer, derive == DERIVE_ALL, error))
              || !fill_one (db, insert, customer, known, error))
            return FALSE;
        }
      n += rows->len;
      if (progress != NULL)
        progress (FILLING * n / n_all, data);
    }
}

static gboolean
finish (RgDb *db, RgSearchProgress progress, gpointer data, GError **error)
{
  if (!rg_search_end_filling (db, TRUE, error) || !write_version (db, error))
    return FALSE;
  if (progress != NULL)
    progress (1, data);
  return TRUE;
}

/* Numbers the places anew without gaps. Who has none is among the newest. */
static gboolean
number_places (RgDb *db, GError **error)
{
  return rg_db_run (db, error,
                    "UPDATE customer SET place = ? - n FROM (SELECT id AS numbered, row_number () OVER "
                    "(ORDER BY place DESC, active_at, id) - 1 AS n FROM customer) WHERE id = numbered",
                    "i", (gint64) RG_SEARCH_LAST_PLACE);
}

/**
 * rg_search_fill: (skip)
 * @db: a connection in a transaction, to a file whose index is empty
 * @progress: (nullable) (scope call): told how far it is, 0 to 1
 * @data: for @progress
 * @error: where to put what went wrong
 *
 * Makes the whole index in one go, for customers that were loaded in bulk with their derived columns but for the place.
 *
 * Returns: whether it was made
 */
gboolean
rg_search_fill (RgDb *db, RgSearchProgress progress, gpointer data, GError **error)
{
  return number_places (db, error) && rg_search_begin_filling (db, error)
         && fill_rows (db, DERIVE_NOTHING, progress, data, error) && finish (db, progress, data, error);
}

static gboolean
make_anew (RgDb *db, Derive derive, RgSearchProgress progress, gpointer data, GError **error)
{
  return rg_db_run (db, error, "INSERT INTO customer_search (customer_search) VALUES ('delete-all')", "")
         && rg_db_run (db, error, "DELETE FROM name_word", "") && (derive != DERIVE_ALL || number_places (db, error))
         && rg_search_begin_filling (db, error) && fill_rows (db, derive, progress, data, error)
         && finish (db, progress, data, error);
}

/**
 * rg_search_rebuild:
 * @db: a connection in a transaction
 * @error: where to put what went wrong
 *
 * Makes the whole index anew, and the derived columns of customers, to repair them.
 *
 * Returns: whether it was made
 */
gboolean
rg_search_rebuild (RgDb *db, GError **error)
{
  return make_anew (db, DERIVE_ALL, NULL, NULL, error);
}

/**
 * rg_search_is_current:
 * @db: a connection
 * @current: (out): whether the index and the sort keys were made by the rules of this program and its libraries
 * @error: where to put what went wrong
 *
 * Returns: whether that could be found out
 */
gboolean
rg_search_is_current (RgDb *db, gboolean *current, GError **error)
{
  g_autofree char *version = rg_search_dup_version ();
  gint64 same;

  if (!rg_db_get_int (db, &same, error, "SELECT EXISTS (SELECT 1 FROM scratch WHERE key = ? AND value = ?)", "tt",
                      VERSION, version))
    return FALSE;
  *current = same != 0;
  return TRUE;
}

/* Makes the index anew in a transaction of its own, or only when it is by other rules. Others go on reading the old one
 * meanwhile. */
static gboolean
renew (RgDb *db, gboolean always, Derive derive, RgSearchProgress progress, gpointer data, GError **error)
{
  gboolean current, done;

  if (!rg_db_run (db, error, "BEGIN IMMEDIATE", ""))
    return FALSE;
  /* The rows of customers are all over the file. */
  rg_db_run_script (db, "PRAGMA cache_size = -65536", NULL);
  /* Another program may have done it while this one waited. */
  done = rg_search_is_current (db, &current, error)
         && ((current && !always) || make_anew (db, derive, progress, data, error))
         && rg_db_run (db, error, "COMMIT", "");
  if (!done)
    rg_db_run_script (db, "ROLLBACK", NULL);
  rg_db_run_script (db, "PRAGMA cache_size = -2000", NULL);
  return done;
}

/**
 * rg_search_bring_up_to_date:
 * @db: a writer's connection, outside a transaction
 * @error: where to put what went wrong
 *
 * Makes the index anew when it was made by other rules than this program and its libraries have. Others go on reading
 * the old one meanwhile.
 *
 * Returns: whether the index is by the rules now
 */
gboolean
rg_search_bring_up_to_date (RgDb *db, GError **error)
{
  gboolean current;

  return rg_search_is_current (db, &current, error)
         && (current || renew (db, FALSE, DERIVE_SORT_KEY, NULL, NULL, error));
}

/**
 * rg_search_repair: (skip)
 * @db: a writer's connection, outside a transaction
 * @progress: (nullable) (scope call): told how far it is, 0 to 1
 * @data: for @progress
 * @error: where to put what went wrong
 *
 * Makes the index anew, and the derived columns of customers, whatever state they are in. Others go on reading the old
 * ones meanwhile.
 *
 * Returns: whether it was made
 */
gboolean
rg_search_repair (RgDb *db, RgSearchProgress progress, gpointer data, GError **error)
{
  return renew (db, TRUE, DERIVE_ALL, progress, data, error);
}

/* Whether @word leads to the row of the search index at @row. */
static gboolean
has_word (RgDb *db, gint64 row, const char *word, gboolean *found, GError **error)
{
  g_autofree char *match = g_strdup_printf ("\"%s\"", word);
  gint64 n;

  if (!rg_db_get_int (db, &n, error, "SELECT 1 FROM customer_search WHERE customer_search MATCH ? AND rowid = ?", "ti",
                      match, row))
    return FALSE;
  *found = n != 0;
  return TRUE;
}

/**
 * rg_search_find_missing:
 * @db: a connection
 * @customer: a customer as on file
 * @word: (out) (transfer full) (nullable): a word that should lead to @customer and does not; %NULL when all
 * do
 * @error: where to put what went wrong
 *
 * Returns: whether the index could be read
 */
gboolean
rg_search_find_missing (RgDb *db, RgCustomer *customer, char **word, GError **error)
{
  g_autofree char *words = rg_search_dup_words (db, customer, error);
  g_auto (GStrv) parts = words != NULL ? g_strsplit (words, " ", -1) : NULL;

  *word = NULL;
  for (guint i = 0; parts != NULL && parts[i] != NULL && *word == NULL; i++)
    {
      gboolean found;

      if (*parts[i] == '\0')
        continue;
      if (!has_word (db, customer->place, parts[i], &found, error))
        return FALSE;
      if (!found)
        *word = g_strdup (parts[i]);
    }
  return parts != NULL;
}
