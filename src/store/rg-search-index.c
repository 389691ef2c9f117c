/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-search-index.h"

#include "rg-phone.h"
#include "rg-text.h"

/* Each customer has one row in customer_search. Its rowid is the customer's active_at, so the newest activity
 * comes first without sorting. Its words are the folded words of names, business, e-mail and tags, the
 * telephone numbers in the forms of rg-phone.h, the customer number, and facets: what lists filter by, as
 * words nobody can type because they begin with a private-use character. A filter, a tag and what was typed
 * are thus one and the same kind of question. */

#define FACET "\xEE\x80\x80" /* U+E000, a token character for the unicode61 tokenizer */

/**
 * rg_search_add_facet:
 * @words: words of the index, or a question for it
 * @kind: one letter: by what lists filter
 * @word: its value
 *
 * Adds a facet and a blank.
 */
void
rg_search_add_facet (GString *words, const char *kind, const char *word)
{
  g_string_append (words, FACET);
  g_string_append (words, kind);
  for (; *word != '\0'; word++)
    if (g_ascii_isalnum (*word))
      g_string_append_c (words, *word);
  g_string_append_c (words, ' ');
}

static void
add_facet_id (GString *words, const char *kind, gint64 id)
{
  g_string_append_printf (words, FACET "%s%" G_GINT64_FORMAT " ", kind, id);
}

static void
add_text (GString *words, const char *text)
{
  if (text != NULL)
    {
      g_autofree char *folded = rg_text_fold (text);

      g_string_append (words, folded);
      g_string_append_c (words, ' ');
    }
}

static void
add_phone (GString *words, const char *phone)
{
  g_auto (GStrv) tokens = phone != NULL ? rg_phone_index_tokens (phone) : NULL;

  for (guint i = 0; tokens != NULL && tokens[i] != NULL; i++)
    g_string_append_printf (words, "%s ", tokens[i]);
}

/* As many words of names are remembered while very many customers come in. */
#define MAX_KNOWN 50000

/* The words of a name, kept to offer near matches. Those in @known are kept already. */
static gboolean
keep_name_words (RgDb *db, const char *text, GHashTable *known, GError **error)
{
  g_autofree char *folded = text != NULL ? rg_text_fold (text) : NULL;
  g_auto (GStrv) words = folded != NULL ? rg_text_words (folded) : NULL;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      if (known != NULL && g_hash_table_contains (known, words[i]))
        continue;
      if (!rg_db_run (db, error, "INSERT OR IGNORE INTO name_word (word) VALUES (?)", "t", words[i]))
        return FALSE;
      if (known != NULL && g_hash_table_size (known) < MAX_KNOWN)
        g_hash_table_add (known, g_strdup (words[i]));
    }
  return TRUE;
}

/* What is in the customer's own record. */
static void
add_own_words (GString *words, RgCustomer *customer)
{
  add_text (words, customer->first_name);
  add_text (words, customer->last_name);
  add_text (words, customer->business_name);
  add_text (words, customer->legal_name);
  add_text (words, customer->email);
  add_phone (words, customer->phone);
  add_phone (words, customer->work_phone);
  add_phone (words, customer->fax);
  g_string_append_printf (words, "%" G_GINT64_FORMAT " ", customer->number);
  add_text (words, customer->external_id);

  rg_search_add_facet (words, "s", rg_words_get (&rg_customer_status_words, customer->status));
  rg_search_add_facet (words, "y", rg_words_get (&rg_customer_type_words, customer->type));
  rg_search_add_facet (words, "u", rg_words_get (&rg_user_type_words, customer->user_type));
  rg_search_add_facet (words, "a", rg_words_get (&rg_account_type_words, customer->account_type));
  rg_search_add_facet (words, "g", rg_words_get (&rg_segment_words, customer->segment));
  if (customer->owes)
    rg_search_add_facet (words, "o", "wes");
  if (customer->incomplete)
    rg_search_add_facet (words, "i", "ncomplete");
}

static char *
make_words (RgDb *db, RgCustomer *customer, GError **error)
{
  g_autoptr (GString) words = g_string_sized_new (256);
  g_autoptr (GError) local = NULL;
  gint64 id = rg_record_get_id (RG_RECORD (customer));

  add_own_words (words, customer);
  {
    g_autoptr (RgQuery) tags = rg_db_query (
      db, error, "SELECT t.id, t.name FROM customer_tag c JOIN tag t ON t.id = c.tag_id WHERE c.customer_id = ?", "i",
      id);

    if (tags == NULL)
      return NULL;
    while (rg_query_next (tags, &local))
      {
        add_facet_id (words, "t", rg_query_int (tags, 0));
        add_text (words, rg_query_text (tags, 1));
      }
  }
  if (local == NULL && customer->status == RG_CUSTOMER_STATUS_CANCELLED)
    {
      g_autoptr (RgQuery) reason = rg_db_query (
        db, error, "SELECT reason FROM cancellation WHERE customer_id = ? ORDER BY day DESC, id DESC LIMIT 1", "i", id);

      if (reason == NULL)
        return NULL;
      if (rg_query_next (reason, &local))
        rg_search_add_facet (words, "c", rg_query_text (reason, 0));
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* Newest activity comes first, and no two customers have the same time. */
static gboolean
make_active_at (RgDb *db, gint64 wanted, gint64 *active_at, GError **error)
{
  gint64 taken;

  *active_at = wanted;
  if (!rg_db_get_int (db, &taken, error, "SELECT 1 FROM customer WHERE active_at = ?", "i", wanted))
    return FALSE;
  return !taken || rg_db_get_int (db, active_at, error, "SELECT max (active_at) + 1 FROM customer", "");
}

/* Owing, and the earliest open reminder. */
static gboolean
derive_state (RgDb *db, gint64 customer_id, gboolean *owes, RgDay *due_day, GError **error)
{
  g_autoptr (RgQuery) query
    = rg_db_query (db, error,
                   "SELECT min (reminder_day) FROM note WHERE customer_id = ? AND reminder_day IS NOT NULL "
                   "AND deleted_at IS NULL AND (recur_weekly = 1 OR done_at IS NULL)",
                   "i", customer_id);
  gint64 any;

  if (query == NULL || !rg_query_next (query, error))
    return FALSE;
  *due_day = rg_query_day (query, 0);
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

static gboolean
write_row (RgDb *db, RgCustomer *customer, gint64 active_at, GError **error)
{
  g_autoptr (GBytes) sort_key = rg_search_make_sort_key (customer);
  g_autofree char *words = NULL;

  if (customer->active_at != 0
      && !rg_db_run (db, error, "DELETE FROM customer_search WHERE rowid = ?", "i", customer->active_at))
    return FALSE;
  if (customer->active_at != active_at && !make_active_at (db, active_at, &customer->active_at, error))
    return FALSE;
  if (!rg_db_run (db, error, "UPDATE customer SET active_at = ?, sort_key = ?, owes = ?, due_day = ? WHERE id = ?",
                  "ibidi", customer->active_at, sort_key, (gint64) customer->owes, customer->due_day,
                  rg_record_get_id (RG_RECORD (customer))))
    return FALSE;

  words = make_words (db, customer, error);
  return words != NULL
         && rg_db_run (db, error, "INSERT INTO customer_search (rowid, words) VALUES (?, ?)", "it", customer->active_at,
                       words)
         && keep_name_words (db, customer->first_name, NULL, error)
         && keep_name_words (db, customer->last_name, NULL, error)
         && keep_name_words (db, customer->business_name, NULL, error);
}

/**
 * rg_search_insert_new:
 * @db: a connection in a transaction
 * @customer: a customer who has just been inserted with derived columns, without tags or anything else of theirs
 * @known_words: words of names that are kept already; more are added, but not without limit
 * @error: where to put what went wrong
 *
 * For very many new customers: makes the row of the search index without reading the customer back.
 *
 * Returns: whether it was written
 */
gboolean
rg_search_insert_new (RgDb *db, RgCustomer *customer, GHashTable *known_words, GError **error)
{
  g_autoptr (GString) words = g_string_sized_new (256);

  add_own_words (words, customer);
  return rg_db_run (db, error, "INSERT INTO customer_search (rowid, words) VALUES (?, ?)", "it", customer->active_at,
                    words->str)
         && keep_name_words (db, customer->first_name, known_words, error)
         && keep_name_words (db, customer->last_name, known_words, error)
         && keep_name_words (db, customer->business_name, known_words, error);
}

/**
 * rg_search_refresh:
 * @db: a connection in a transaction
 * @customer_id: a customer
 * @active_at: when the customer was last active
 * @words: whether what the customer is found by may have changed
 * @error: where to put what went wrong
 *
 * Makes the derived columns of a customer anew, and the row in the search index where it has to be. A
 * customer who is only active again, such as by a new note, keeps the place in the list until
 * rg_search_settle(): moving a row of the index costs several times what writing a note does.
 *
 * Returns: whether they were written; a customer that is gone is no error
 */
gboolean
rg_search_refresh (RgDb *db, gint64 customer_id, gint64 active_at, gboolean words, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (RgCustomer) customer
    = (RgCustomer *) rg_db_select_one (db, &rg_customer_type, &local, "WHERE id = ?", "i", customer_id);
  RgDay due_day;
  gboolean owes;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (customer == NULL)
    return TRUE;
  if (!derive_state (db, customer_id, &owes, &due_day, error))
    return FALSE;

  if (words || customer->active_at == 0 || customer->owes != owes)
    {
      customer->owes = owes;
      customer->due_day = due_day;
      return write_row (db, customer, active_at, error);
    }
  return customer->due_day == due_day
         || rg_db_run (db, error, "UPDATE customer SET due_day = ? WHERE id = ?", "di", due_day, customer_id);
}

/* Up to which journal entry everybody has the place that is due. */
#define SETTLED "search/settled"

/* As many entries are settled in one transaction. */
#define SETTLED_AT_ONCE 200

static gboolean
settle_entries (RgDb *db, gint64 *through, gboolean *more, GError **error)
{
  g_autoptr (GHashTable) last = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GError) local = NULL;
  g_autoptr (RgQuery) entries
    = rg_db_query (db, error, "SELECT id, customer_id, at FROM journal_entry WHERE id > ? ORDER BY id LIMIT ?", "ii",
                   *through, (gint64) SETTLED_AT_ONCE);
  GHashTableIter iter;
  gpointer id, at;
  guint n = 0;

  if (entries == NULL)
    return FALSE;
  for (; rg_query_next (entries, &local); n++)
    {
      gint64 customer_id = rg_query_int (entries, 1), time = rg_query_int (entries, 2);

      *through = rg_query_int (entries, 0);
      if (customer_id != 0)
        g_hash_table_insert (last, g_memdup2 (&customer_id, sizeof customer_id), g_memdup2 (&time, sizeof time));
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  *more = n == SETTLED_AT_ONCE;

  g_hash_table_iter_init (&iter, last);
  while (g_hash_table_iter_next (&iter, &id, &at))
    {
      gint64 active_at;

      if (!rg_db_get_int (db, &active_at, error, "SELECT active_at FROM customer WHERE id = ?", "i", *(gint64 *) id)
          || (active_at < *(gint64 *) at && !rg_search_refresh (db, *(gint64 *) id, *(gint64 *) at, TRUE, error)))
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
  gint64 settled, through;

  *more = FALSE;
  if (!rg_db_run (db, error, "BEGIN IMMEDIATE", ""))
    return FALSE;
  if (rg_db_get_int (db, &settled, error, "SELECT CAST (value AS INTEGER) FROM scratch WHERE key = ?", "t", SETTLED))
    {
      through = settled;
      if (settle_entries (db, &through, more, error)
          && (through == settled
              || rg_db_run (db, error, "INSERT OR REPLACE INTO scratch (key, value) VALUES (?1, CAST (?2 AS TEXT))",
                            "ti", SETTLED, through))
          && rg_db_run (db, error, "COMMIT", ""))
        return TRUE;
    }
  rg_db_run_script (db, "ROLLBACK", NULL);
  *more = FALSE;
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
  return rg_db_run (db, error,
                    "DELETE FROM customer_search WHERE rowid = (SELECT active_at FROM customer WHERE id = ?)", "i",
                    customer_id);
}

/**
 * rg_search_rebuild:
 * @db: a connection in a transaction
 * @error: where to put what went wrong
 *
 * Makes the whole index anew: after the collation of the system changed, or to repair it.
 *
 * Returns: whether it was made
 */
gboolean
rg_search_rebuild (RgDb *db, GError **error)
{
  g_autoptr (RgQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  if (!rg_db_run (db, error, "INSERT INTO customer_search (customer_search) VALUES ('delete-all')", ""))
    return FALSE;
  query = rg_db_query (db, error, "SELECT id, active_at FROM customer ORDER BY active_at", "");
  if (query == NULL)
    return FALSE;
  while (rg_query_next (query, &local))
    if (!rg_search_refresh (db, rg_query_int (query, 0), rg_query_int (query, 1), TRUE, error))
      return FALSE;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return TRUE;
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
  g_autofree char *words = make_words (db, customer, error);
  g_auto (GStrv) parts = words != NULL ? g_strsplit (words, " ", -1) : NULL;

  *word = NULL;
  for (guint i = 0; parts != NULL && parts[i] != NULL && *word == NULL; i++)
    {
      gboolean is_facet = g_str_has_prefix (parts[i], FACET);
      g_auto (GStrv) pieces = is_facet ? g_strsplit (parts[i], " ", -1) : rg_text_words (parts[i]);

      for (guint j = 0; pieces[j] != NULL && *word == NULL; j++)
        {
          gboolean found;

          if (!has_word (db, customer->active_at, pieces[j], &found, error))
            return FALSE;
          if (!found)
            *word = g_strdup (is_facet ? pieces[j] + strlen (FACET) : pieces[j]);
        }
    }
  return parts != NULL;
}

/* What the index is made with for as long as a fill lasts: as much as fits in memory before a segment is
 * written, no merging in between, one segment in the end. */
static gboolean
set_filling (RgDb *db, gboolean filling, GError **error)
{
  return rg_db_run_script (
    db,
    filling ? "INSERT INTO customer_search (customer_search, rank) VALUES ('automerge', 0), ('crisismerge', "
              "1999), ('hashsize', 67108864)"
            : "INSERT INTO customer_search (customer_search, rank) VALUES ('automerge', 4), ('crisismerge', "
              "16), ('hashsize', 1048576);"
              "INSERT INTO customer_search (customer_search) VALUES ('optimize')",
    error);
}

static gboolean
fill_rows (RgDb *db, RgSearchProgress progress, gpointer data, GError **error)
{
  g_autoptr (RgQuery) insert = rg_db_query (db, error, "INSERT INTO customer_search (rowid, words) VALUES (?, ?)", "");
  gint64 last = G_MININT64;
  gint64 n_all;
  guint n = 0;

  if (insert == NULL || !rg_db_get_int (db, &n_all, error, "SELECT count (*) FROM customer", ""))
    return FALSE;
  for (;;)
    {
      g_autoptr (GPtrArray) rows
        = rg_db_select (db, &rg_customer_type, error, "WHERE active_at > ? ORDER BY active_at LIMIT 1000", "i", last);

      if (rows == NULL)
        return FALSE;
      if (rows->len == 0)
        return TRUE;
      for (guint i = 0; i < rows->len; i++)
        {
          RgCustomer *customer = rows->pdata[i];
          g_autofree char *words = make_words (db, customer, error);
          g_autoptr (GError) local = NULL;

          if (words == NULL)
            return FALSE;
          last = customer->active_at;
          rg_query_bind_int (insert, 0, last);
          rg_query_bind_text (insert, 1, words);
          rg_query_next (insert, &local);
          rg_query_reset (insert);
          if (local != NULL)
            {
              g_propagate_error (error, g_steal_pointer (&local));
              return FALSE;
            }
          if (!keep_name_words (db, customer->first_name, NULL, error)
              || !keep_name_words (db, customer->last_name, NULL, error)
              || !keep_name_words (db, customer->business_name, NULL, error))
            return FALSE;
        }
      n += rows->len;
      if (progress != NULL)
        progress ((double) n / n_all, data);
    }
}

/**
 * rg_search_fill: (skip)
 * @db: a connection in a transaction, to a file whose index is empty
 * @progress: (nullable) (scope call): told how far it is, 0 to 1
 * @data: for @progress
 * @error: where to put what went wrong
 *
 * Makes the whole index in one go, for customers that were loaded in bulk with their derived columns.
 *
 * Returns: whether it was made
 */
gboolean
rg_search_fill (RgDb *db, RgSearchProgress progress, gpointer data, GError **error)
{
  return set_filling (db, TRUE, error) && fill_rows (db, progress, data, error) && set_filling (db, FALSE, error);
}

/**
 * rg_search_make_sort_key:
 * @customer: a customer
 *
 * Returns: (transfer full): what lists sort by name with
 */
GBytes *
rg_search_make_sort_key (RgCustomer *customer)
{
  g_autofree char *name = g_strjoin (" ", customer->last_name != NULL ? customer->last_name : "",
                                     customer->first_name != NULL ? customer->first_name : "",
                                     customer->business_name != NULL ? customer->business_name : "", NULL);

  return rg_text_sort_key (g_strstrip (name));
}
