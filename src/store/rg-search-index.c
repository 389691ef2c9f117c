/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-search-index.h"

#include "rg-error.h"

/* Each customer has one row in customer_search; rg-search-words.c has what is in it. Its rowid is the customer's place
 * in the list by activity, so that the newest come first without sorting. Whoever is active gets the place before the
 * first one.
 *
 * The index keeps lists of rows as the steps from each to the next. Steps are small, one byte as a rule, because places
 * are counted; times would make steps of five bytes. And the newest is the lowest because FTS5 goes up a list in half
 * the time that it takes to go down. */

/**
 * rg_search_take_places:
 * @db: a connection in a transaction
 * @n: how many customers get a place
 * @first: (out): the first of @n places before that of anybody; the others follow on it
 * @error: where to put what went wrong
 *
 * FTS5 collects rows in memory as long as they come in rising order. So who writes many takes places for all of them
 * and gives the first one first.
 *
 * Returns: whether there are places
 */
gboolean
rg_search_take_places (RgDb *db, gint64 n, gint64 *first, GError **error)
{
  return rg_db_get_int (db, first, error, "SELECT coalesce ((SELECT min (place) FROM customer WHERE place > 0), ?) - ?",
                        "ii", (gint64) RG_SEARCH_LAST_PLACE + 1, n);
}

static gboolean
derive_due_day (RgDb *db, gint64 customer_id, RgDay *due_day, GError **error)
{
  g_autoptr (RgQuery) query
    = rg_db_query (db, error,
                   "SELECT min (reminder_day) FROM note WHERE customer_id = ? AND reminder_day IS NOT NULL "
                   "AND deleted_at IS NULL AND (recur_weekly = 1 OR done_at IS NULL)",
                   "i", customer_id);

  if (query == NULL || !rg_query_next (query, error))
    return FALSE;
  *due_day = rg_query_day (query, 0);
  return TRUE;
}

static gboolean
derive_owes (RgDb *db, gint64 customer_id, gboolean *owes, GError **error)
{
  gint64 any;

  if (!rg_db_get_int (db, &any, error,
                      "SELECT EXISTS (SELECT 1 FROM balance WHERE customer_id = ?1 AND amount < 0) "
                      "OR EXISTS (SELECT 1 FROM orders WHERE customer_id = ?1 AND payment_status IN "
                      "('unpaid', 'part-paid') "
                      "AND status <> 'cancelled' AND total > paid)",
                      "i", customer_id))
    return FALSE;
  *owes = any != 0;
  return TRUE;
}

/**
 * rg_search_derive:
 * @db: a connection in a transaction
 * @customer: a customer as on file
 * @state: whether what the customer owes and is reminded of may be wrong too, not the sort key alone
 * @error: where to put what went wrong
 *
 * Puts the derived columns right that do not tell of activity, in @customer and on file.
 *
 * Returns: whether they are right now
 */
gboolean
rg_search_derive (RgDb *db, RgCustomer *customer, gboolean state, GError **error)
{
  g_autoptr (GBytes) sort_key = rg_search_make_sort_key (customer);
  RgDay due_day = customer->due_day;
  gboolean owes = customer->owes;

  if (state
      && (!derive_due_day (db, rg_record_get_id (RG_RECORD (customer)), &due_day, error)
          || !derive_owes (db, rg_record_get_id (RG_RECORD (customer)), &owes, error)))
    return FALSE;
  if (!customer->owes == !owes && customer->due_day == due_day && customer->sort_key != NULL
      && g_bytes_equal (customer->sort_key, sort_key))
    return TRUE;
  customer->owes = owes;
  customer->due_day = due_day;
  g_clear_pointer (&customer->sort_key, g_bytes_unref);
  customer->sort_key = g_bytes_ref (sort_key);
  return rg_db_run (db, error, "UPDATE customer SET sort_key = ?, owes = ?, due_day = ? WHERE id = ?", "bidi", sort_key,
                    (gint64) owes, due_day, rg_record_get_id (RG_RECORD (customer)));
}

static gboolean
write_row (RgDb *db, RgCustomer *customer, GError **error)
{
  g_autoptr (GBytes) sort_key = rg_search_make_sort_key (customer);
  g_autofree char *words = NULL;

  if (!rg_db_run (db, error,
                  "UPDATE customer SET active_at = ?, place = ?, sort_key = ?, owes = ?, due_day = ? WHERE id = ?",
                  "iibidi", customer->active_at, customer->place, sort_key, (gint64) customer->owes, customer->due_day,
                  rg_record_get_id (RG_RECORD (customer))))
    return FALSE;

  words = rg_search_dup_words (db, customer, error);
  return words != NULL
         && rg_db_run (db, error, "INSERT INTO customer_search (rowid, words) VALUES (?, ?)", "it", customer->place,
                       words)
         && rg_search_keep_names (db, customer, NULL, error);
}

/**
 * rg_search_insert_new:
 * @db: a connection in a transaction
 * @customer: a customer who has just been inserted with derived columns, and has nothing else but addresses and tags
 * @tagged: whether there are tags
 * @known_words: words of names that are kept already; more are added, but not without limit
 * @error: where to put what went wrong
 *
 * For very many new customers: makes the row of the search index without reading the customer back.
 *
 * Returns: whether it was written
 */
gboolean
rg_search_insert_new (RgDb *db, RgCustomer *customer, gboolean tagged, GHashTable *known_words, GError **error)
{
  g_autofree char *words = rg_search_dup_words (tagged ? db : NULL, customer, error);

  return words != NULL
         && rg_db_run (db, error, "INSERT INTO customer_search (rowid, words) VALUES (?, ?)", "it", customer->place,
                       words)
         && rg_search_keep_names (db, customer, known_words, error);
}

/**
 * rg_search_refresh:
 * @db: a connection in a transaction
 * @customer_id: a customer
 * @active_at: when the customer was last active
 * @place: (inout): the place that is due; the one after it when it was taken
 * @parts: what may have changed
 * @error: where to put what went wrong
 *
 * Makes the derived columns of a customer anew, and the row in the search index where it has to be. A
 * customer who is only active again, such as by a new note, keeps the place in the list until
 * rg_search_settle(): moving a row of the index costs several times what writing a note does.
 *
 * Returns: whether they were written; a customer that is gone is no error
 */
gboolean
rg_search_refresh (RgDb *db, gint64 customer_id, gint64 active_at, gint64 *place, RgSearchParts parts, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (RgCustomer) customer
    = (RgCustomer *) rg_db_select_one (db, &rg_customer_type, &local, "WHERE id = ?", "i", customer_id);
  RgDay due_day;
  gboolean owes;

  if (rg_error_propagate (error, &local))
    return FALSE;
  if (customer == NULL)
    return TRUE;
  due_day = customer->due_day;
  owes = customer->owes;
  if (((parts & (RG_SEARCH_DUE | RG_SEARCH_WORDS)) != 0 && !derive_due_day (db, customer_id, &due_day, error))
      || ((parts & (RG_SEARCH_OWES | RG_SEARCH_WORDS)) != 0 && !derive_owes (db, customer_id, &owes, error)))
    return FALSE;

  if ((parts & RG_SEARCH_WORDS) != 0 || customer->place == 0 || customer->owes != owes)
    {
      if (customer->place != 0
          && !rg_db_run (db, error, "DELETE FROM customer_search WHERE rowid = ?", "i", customer->place))
        return FALSE;
      customer->active_at = active_at;
      customer->place = (*place)++;
      customer->owes = owes;
      customer->due_day = due_day;
      return write_row (db, customer, error);
    }
  return customer->due_day == due_day
         || rg_db_run (db, error, "UPDATE customer SET due_day = ? WHERE id = ?", "di", due_day, customer_id);
}

/* Up to which journal entry everybody has the place that is due. */
#define SETTLED "search/settled"

/* As many entries are settled in one transaction. */
#define SETTLED_AT_ONCE 200

typedef struct
{
  gint64 customer_id;
  gint64 at;
} Activity;

/* The last activity of each customer in the journal after @from up to @through, newest first, of those who do not have
 * that place yet. */
static GArray *
read_activities (RgDb *db, gint64 from, gint64 through, GError **error)
{
  g_autoptr (GArray) activities = g_array_new (FALSE, FALSE, sizeof (Activity));
  g_autoptr (GError) local = NULL;
  g_autoptr (RgQuery) query = rg_db_query (
    db, error,
    "SELECT c.id, max (e.at) AS latest FROM journal_entry e CROSS JOIN customer c ON c.id = e.customer_id "
    "WHERE e.id > ? AND e.id <= ? GROUP BY c.id HAVING c.active_at < latest ORDER BY latest DESC",
    "ii", from, through);

  if (query == NULL)
    return NULL;
  while (rg_query_next (query, &local))
    {
      Activity activity = { rg_query_int (query, 0), rg_query_int (query, 1) };

      g_array_append_val (activities, activity);
    }
  if (rg_error_propagate (error, &local))
    return NULL;
  return g_steal_pointer (&activities);
}

static gboolean
settle_entries (RgDb *db, gint64 from, gint64 through, GError **error)
{
  g_autoptr (GArray) activities = read_activities (db, from, through, error);
  gint64 place;

  if (activities == NULL || !rg_search_take_places (db, activities->len, &place, error))
    return FALSE;
  for (guint i = 0; i < activities->len; i++)
    {
      Activity *activity = &g_array_index (activities, Activity, i);

      if (!rg_search_refresh (db, activity->customer_id, activity->at, &place, RG_SEARCH_WORDS, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * rg_search_settle:
 * @db: a writer's connection, outside a transaction
 * @more: (out): whether there is more to settle
 * @error: where to put what went wrong
 *
 * Gives those who were active since the last time their place among the newest, a few at a time: for when the
 * writer has nothing else to do. What was not settled when the program ended is settled by the next one.
 *
 * Returns: whether it was done
 */
gboolean
rg_search_settle (RgDb *db, gboolean *more, GError **error)
{
  gint64 settled, through, newest;

  *more = FALSE;
  if (!rg_db_run (db, error, "BEGIN IMMEDIATE", ""))
    return FALSE;
  if (rg_db_get_int (db, &settled, error, "SELECT CAST (value AS INTEGER) FROM scratch WHERE key = ?", "t", SETTLED)
      && rg_db_get_int (db, &newest, error, "SELECT max (id) FROM journal_entry", "")
      && rg_db_get_int (db, &through, error,
                        "SELECT max (id) FROM (SELECT id FROM journal_entry WHERE id > ? ORDER BY id LIMIT ?)", "ii",
                        settled, (gint64) SETTLED_AT_ONCE)
      && (through == 0
          || (settle_entries (db, settled, through, error)
              && rg_db_run (db, error, "INSERT OR REPLACE INTO scratch (key, value) VALUES (?1, CAST (?2 AS TEXT))",
                            "ti", SETTLED, through)))
      && rg_db_run (db, error, "COMMIT", ""))
    {
      *more = through != 0 && newest > through;
      return TRUE;
    }
  rg_db_run_script (db, "ROLLBACK", NULL);
  return FALSE;
}

/**
 * rg_search_remove:
 * @db: a connection in a transaction
 * @customer_id: a customer who is about to be deleted
 * @error: where to put what went wrong
 *
 * Returns: whether the row in the search index is gone
 */
gboolean
rg_search_remove (RgDb *db, gint64 customer_id, GError **error)
{
  return rg_db_run (db, error, "DELETE FROM customer_search WHERE rowid = (SELECT place FROM customer WHERE id = ?)",
                    "i", customer_id);
}

/**
 * rg_search_begin_filling:
 * @db: a connection in a transaction
 * @error: where to put what went wrong
 *
 * For very many new rows: the index collects as much in memory as is useful before it writes a segment, and merges none
 * in between.
 *
 * Returns: whether that is set
 */
gboolean
rg_search_begin_filling (RgDb *db, GError **error)
{
  return rg_db_run_script (db,
                           "INSERT INTO customer_search (customer_search, rank) VALUES ('automerge', 16), "
                           "('crisismerge', 64)",
                           error);
}

/**
 * rg_search_end_filling:
 * @db: a connection in a transaction
 * @whole: whether all of the index was filled, and is to become one segment
 * @error: where to put what went wrong
 *
 * Ends what rg_search_begin_filling() began.
 *
 * Returns: whether it is done
 */
gboolean
rg_search_end_filling (RgDb *db, gboolean whole, GError **error)
{
  return rg_db_run_script (db,
                           "INSERT INTO customer_search (customer_search, rank) VALUES ('automerge', 4), "
                           "('crisismerge', 16)",
                           error)
         && (!whole || rg_db_run (db, error, "INSERT INTO customer_search (customer_search) VALUES ('optimize')", ""));
}
