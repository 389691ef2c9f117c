/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-search.h"

#include <string.h>

#include "rg-search-index.h"
#include "rg-search-match.h"
#include "rg-text.h"

/* A birthday in the week that begins on day ?3; ?7 is the leap day if that counts. */
#define BIRTHDAYS                                                                                                      \
  "substr (date_of_birth, 6) IN (substr (date (?3), 6), substr (date (?3, '+1 day'), 6), substr (date (?3, "           \
  "'+2 day'), 6), "                                                                                                    \
  "substr (date (?3, '+3 day'), 6), substr (date (?3, '+4 day'), 6), substr (date (?3, '+5 day'), 6), "                \
  "substr (date (?3, '+6 day'), 6), ?7)"

/* The conditions besides the full-text question; all values are bound by number. */
static const char *
get_day_condition (RgCustomerFilter *filter)
{
  if (filter->due_by != 0 && filter->birthday_from != 0)
    return "due_day <= ?2 AND " BIRTHDAYS;
  if (filter->due_by != 0)
    return "due_day <= ?2";
  if (filter->birthday_from != 0)
    return BIRTHDAYS;
  return NULL;
}

/* Who was born on a leap day celebrates a day early in other years; %NULL when that is not in the week that
 * is asked for. */
static const char *
get_leap_day (RgCustomerFilter *filter)
{
  for (guint i = 0; filter->birthday_from != 0 && i < 7; i++)
    {
      int y, m, d;

      if (rg_day_split (filter->birthday_from + i, &y, &m, &d) && m == 2 && d == 28 && rg_day_from_ymd (y, 2, 29) == 0)
        return "02-29";
    }
  return NULL;
}

static char *
make_where (RgCustomerFilter *filter, const char *match)
{
  g_autoptr (GString) where = g_string_new ("WHERE 1");
  const char *days = get_day_condition (filter);

  if (match != NULL)
    g_string_append (where, " AND active_at IN (SELECT rowid FROM customer_search WHERE customer_search MATCH ?1)");
  else if (!filter->any_status)
    g_string_append (where, " AND status = ?4");
  if (days != NULL)
    g_string_append_printf (where, " AND %s", days);
  return g_string_free_and_steal (g_steal_pointer (&where));
}

static const char *
get_order (RgCustomerFilter *filter)
{
  if (filter->due_by != 0)
    return "due_day, id";
  if (filter->birthday_from != 0)
    return "substr (date_of_birth, 6) < substr (?3, 6), substr (date_of_birth, 6), id"; /* over the turn of
                                                                                           the year */
  switch (filter->sort)
    {
    case RG_CUSTOMER_SORT_NAME:
      return "sort_key, id";
    case RG_CUSTOMER_SORT_NUMBER:
      return "number";
    case RG_CUSTOMER_SORT_ACTIVITY:
    default:
      return "active_at DESC";
    }
}

/* The customer whose number or e-mail is exactly what was typed: comes above all others. 0 when there is
 * none. */
static gboolean
find_exact (RgDb *db, RgCustomerFilter *filter, const char *match, gint64 *active_at, GError **error)
{
  g_autofree char *text = filter->text != NULL ? g_strstrip (g_strdup (filter->text)) : NULL;
  gint64 number = 0;

  *active_at = 0;
  if (text == NULL || match == NULL)
    return TRUE;
  if (strchr (text, '@') != NULL)
    return rg_db_get_int (
      db, active_at, error,
      "SELECT active_at FROM customer c WHERE lower (email) = lower (?2) AND email IS NOT NULL AND EXISTS "
      "(SELECT 1 FROM customer_search WHERE customer_search MATCH ?1 AND rowid = c.active_at) "
      "ORDER BY +active_at DESC LIMIT 1",
      "tt", match, text);
  if (g_ascii_string_to_signed (text[0] == '#' ? text + 1 : text, 10, 1, G_MAXINT64, &number, NULL))
    return rg_db_get_int (db, active_at, error,
                          "SELECT active_at FROM customer c WHERE number = ?2 AND EXISTS "
                          "(SELECT 1 FROM customer_search WHERE customer_search MATCH ?1 AND rowid = c.active_at)",
                          "ti", match, number);
  return TRUE;
}

/**
 * rg_search_page:
 * @db: a connection
 * @filter: which customers, in which order
 * @before: for newest activity first: only those with an active_at below this; 0 for the first
 * @offset: how many to pass over after that
 * @limit: how many at most
 * @error: where to put what went wrong
 *
 * Going on from the last row (@before) costs the same anywhere in the list; jumping (@offset) costs some 20
 * ns a row.
 *
 * Returns: (transfer full) (nullable) (element-type RgCustomer): the customers
 */
GPtrArray *
rg_search_page (RgDb *db, RgCustomerFilter *filter, gint64 before, guint offset, guint limit, GError **error)
{
  g_autofree char *match = rg_search_make_match (db, filter);
  const char *status = rg_words_get (&rg_customer_status_words, filter->status);
  gboolean by_activity = filter->sort == RG_CUSTOMER_SORT_ACTIVITY && get_day_condition (filter) == NULL;
  gint64 exact;

  if (before == 0)
    before = G_MAXINT64;
  if (!find_exact (db, filter, match, &exact, error))
    return NULL;

  if (by_activity && match != NULL)
    {
      g_autoptr (GPtrArray) rows = NULL;
      gboolean with_exact = exact != 0 && before == G_MAXINT64 && offset == 0;

      /* The exact one is the first row, wherever its activity would put it. */
      if (exact != 0 && before == exact)
        before = G_MAXINT64;
      else if (exact != 0 && before == G_MAXINT64 && offset > 0)
        offset--;
      rows = rg_db_select (db, &rg_customer_type, error,
                           "WHERE active_at IN (SELECT rowid FROM customer_search WHERE customer_search MATCH ? "
                           "AND rowid < ? AND rowid <> ? ORDER BY rowid DESC LIMIT ? OFFSET ?) ORDER BY active_at DESC",
                           "tiiii", match, before, exact, (gint64) limit, (gint64) offset);
      if (rows != NULL && with_exact)
        {
          RgRecord *first = rg_db_select_one (db, &rg_customer_type, NULL, "WHERE active_at = ?", "i", exact);

          if (first != NULL)
            g_ptr_array_insert (rows, 0, first);
          if (rows->len > limit)
            g_ptr_array_set_size (rows, limit);
        }
      return g_steal_pointer (&rows);
    }
  if (by_activity)
    return rg_db_select (db, &rg_customer_type, error,
                         filter->any_status
                           ? "WHERE active_at < ?1 ORDER BY active_at DESC LIMIT ?2 OFFSET ?3"
                           : "WHERE status = ?4 AND active_at < ?1 ORDER BY active_at DESC LIMIT ?2 OFFSET ?3",
                         filter->any_status ? "iii" : "iiit", before, (gint64) limit, (gint64) offset, status);

  {
    g_autofree char *where = make_where (filter, match);
    g_autofree char *tail = g_strdup_printf ("%s ORDER BY %s LIMIT ?5 OFFSET ?6", where, get_order (filter));

    return rg_db_select (db, &rg_customer_type, error, tail, "tddtiit", match, filter->due_by, filter->birthday_from,
                         status, (gint64) limit, (gint64) offset, get_leap_day (filter));
  }
}

/**
 * rg_search_count:
 * @db: a connection
 * @filter: which customers
 * @limit: where to stop counting; 0 to count all
 * @count: (out): how many there are, at most @limit
 * @error: where to put what went wrong
 *
 * Returns: whether they could be counted
 */
gboolean
rg_search_count (RgDb *db, RgCustomerFilter *filter, guint limit, guint *count, GError **error)
{
  g_autofree char *match = rg_search_make_match (db, filter);
  gint64 most = limit > 0 ? (gint64) limit : -1;
  gint64 found = 0;
  gboolean ok;

  if (match != NULL && get_day_condition (filter) == NULL)
    ok = rg_db_get_int (db, &found, error,
                        "SELECT count (*) FROM (SELECT 1 FROM customer_search WHERE customer_search MATCH ? LIMIT ?)",
                        "ti", match, most);
  else
    {
      g_autofree char *where = make_where (filter, match);
      g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM (SELECT 1 FROM customer %s LIMIT ?5)", where);

      ok = rg_db_get_int (db, &found, error, sql, "tddtiit", match, filter->due_by, filter->birthday_from,
                          rg_words_get (&rg_customer_status_words, filter->status), most, (gint64) 0,
                          get_leap_day (filter));
    }
  *count = (guint) found;
  return ok;
}

/**
 * rg_search_belongs:
 * @db: a connection
 * @filter: which customers
 * @customer: a customer as on file
 * @belongs: (out): whether @customer is among them
 * @error: where to put what went wrong
 *
 * Returns: whether that could be found out
 */
gboolean
rg_search_belongs (RgDb *db, RgCustomerFilter *filter, RgCustomer *customer, gboolean *belongs, GError **error)
{
  g_autofree char *match = rg_search_make_match (db, filter);
  const char *days = get_day_condition (filter);
  gint64 found = 1;

  if (match == NULL && days == NULL)
    found = filter->any_status || customer->status == filter->status;
  else
    {
      g_autofree char *sql = g_strdup_printf (
        "SELECT 1 FROM customer WHERE active_at = ?5%s%s%s",
        match != NULL ? " AND EXISTS (SELECT 1 FROM customer_search WHERE customer_search MATCH ?1 AND rowid = ?5)"
        : !filter->any_status ? " AND status = ?4"
                              : "",
        days != NULL ? " AND " : "", days != NULL ? days : "");

      if (!rg_db_get_int (db, &found, error, sql, "tddtiit", match, filter->due_by, filter->birthday_from,
                          rg_words_get (&rg_customer_status_words, filter->status), customer->active_at, (gint64) 0,
                          get_leap_day (filter)))
        return FALSE;
    }
  *belongs = found != 0;
  return TRUE;
}

typedef struct
{
  char *word;
  int distance;
} NearWord;

static int
compare_near (gconstpointer a, gconstpointer b)
{
  return ((const NearWord *) a)->distance - ((const NearWord *) b)->distance;
}

static void
near_clear (gpointer data)
{
  g_free (((NearWord *) data)->word);
}

/**
 * rg_search_near_words:
 * @db: a connection
 * @text: what was typed and found nothing
 * @error: where to put what went wrong
 *
 * Words of names on file that are spelt nearly like one in @text, or contain it.
 *
 * Returns: (transfer full) (nullable): up to six, nearest first
 */
char **
rg_search_near_words (RgDb *db, const char *text, GError **error)
{
  g_autofree char *folded = rg_text_fold (text);
  g_auto (GStrv) typed = rg_text_words (folded);
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (NearWord));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GError) local = NULL;
  g_autoptr (RgQuery) query = rg_db_query (db, error, "SELECT word FROM name_word", "");

  g_array_set_clear_func (near, near_clear);
  if (query == NULL)
    return NULL;
  while (rg_query_next (query, &local))
    {
      const char *word = rg_query_text (query, 0);

      for (guint i = 0; typed[i] != NULL; i++)
        {
          int most = strlen (typed[i]) < 5 ? 1 : 2;
          int distance = rg_text_distance (typed[i], word, most);

          if (distance > most && strlen (typed[i]) >= 3 && strstr (word, typed[i]) != NULL)
            distance = most;
          if (distance > 0 && distance <= most)
            {
              NearWord found = { g_strdup (word), distance };

              g_array_append_val (near, found);
            }
        }
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  g_array_sort (near, compare_near);
  for (guint i = 0; i < MIN (near->len, 6); i++)
    g_strv_builder_add (builder, g_array_index (near, NearWord, i).word);
  return g_strv_builder_end (builder);
}
