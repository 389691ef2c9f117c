/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-search.h"

#include <string.h>

#include "rg-search-index.h"
#include "rg-search-match.h"

/* The lists of customers, and what a search finds. A search goes in these steps:
 *
 * 1. Whenever a customer changes, all that leads to the customer is made into words (rg-search-words.c), and into words
 *    for pairs of them (rg-search-pairs.c), and written into one row of the full-text index (rg-search-index.c). Rows
 *    are numbered by place: whoever was active last has the lowest.
 * 2. What was typed and what else a list filters by become one question for that index (rg-search-match.c).
 * 3. The index answers with places, lowest first. So a page is the first rows of the answer, and FTS5 stops there; the
 *    next page is asked for as what comes after the last place. The customers are read by their places.
 * 4. Who has exactly the number or the e-mail that was typed is put before all others.
 * 5. They are counted from the last row of the page on, not from the first again, and up to a limit.
 * 6. Then it is told why each was found (rg-search-explain.c), or which words are near when nobody was
 *    (rg-search-near.c).
 *
 * Lists by name, by number and by day have no such order: for them the places that the index answers are one condition
 * among others on the table of customers. */

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
    g_string_append (where, " AND place IN (SELECT rowid FROM customer_search WHERE customer_search MATCH ?1)");
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
      return "place";
    }
}

/* The place of the customer whose number or e-mail is exactly what was typed; 0 when there is none. */
static gboolean
find_exact (RgDb *db, RgCustomerFilter *filter, const char *match, gint64 *place, GError **error)
{
  g_autofree char *text = filter->text != NULL ? g_strstrip (g_strdup (filter->text)) : NULL;
  gint64 number = 0;

  *place = 0;
  if (text == NULL || match == NULL)
    return TRUE;
  if (strchr (text, '@') != NULL)
    return rg_db_get_int (
      db, place, error,
      "SELECT place FROM customer c WHERE lower (email) = lower (?2) AND email IS NOT NULL AND EXISTS "
      "(SELECT 1 FROM customer_search WHERE customer_search MATCH ?1 AND rowid = c.place) "
      "ORDER BY +place LIMIT 1",
      "tt", match, text);
  if (g_ascii_string_to_signed (text[0] == '#' ? text + 1 : text, 10, 1, G_MAXINT64, &number, NULL))
    return rg_db_get_int (db, place, error,
                          "SELECT place FROM customer c WHERE number = ?2 AND EXISTS "
                          "(SELECT 1 FROM customer_search WHERE customer_search MATCH ?1 AND rowid = c.place)",
                          "ti", match, number);
  return TRUE;
}

/* The order that the index has, so that the first rows are found without the others. */
static gboolean
is_by_activity (RgCustomerFilter *filter)
{
  return filter->sort == RG_CUSTOMER_SORT_ACTIVITY && get_day_condition (filter) == NULL;
}

/* A page of those whom @match finds, by activity. The customer at @exact is the first row, wherever its activity would
 * put it. */
static GPtrArray *
read_found (RgDb *db, const char *match, gint64 exact, gint64 after, guint offset, guint limit, GError **error)
{
  gboolean with_exact = exact != 0 && after == 0 && offset == 0;
  g_autoptr (GPtrArray) rows = NULL;

  if (exact != 0 && after == exact)
    after = 0;
  else if (exact != 0 && after == 0 && offset > 0)
    offset--;
  rows = rg_db_select (db, &rg_customer_type, error,
                       "WHERE place IN (SELECT rowid FROM customer_search WHERE customer_search MATCH ? "
                       "AND rowid > ? AND rowid <> ? ORDER BY rowid LIMIT ? OFFSET ?) ORDER BY place",
                       "tiiii", match, after, exact, (gint64) limit, (gint64) offset);
  if (rows != NULL && with_exact)
    {
      RgRecord *first = rg_db_select_one (db, &rg_customer_type, NULL, "WHERE place = ?", "i", exact);

      if (first != NULL)
        g_ptr_array_insert (rows, 0, first);
      if (rows->len > limit)
        g_ptr_array_set_size (rows, limit);
    }
  return g_steal_pointer (&rows);
}

static GPtrArray *
read_page (RgDb *db,
           RgCustomerFilter *filter,
           const char *match,
           gint64 exact,
           gint64 after,
           guint offset,
           guint limit,
           GError **error)
{
  const char *status = rg_words_get (&rg_customer_status_words, filter->status);
  g_autofree char *where = NULL;
  g_autofree char *tail = NULL;

  if (is_by_activity (filter) && match != NULL)
    return read_found (db, match, exact, after, offset, limit, error);
  if (is_by_activity (filter))
    return rg_db_select (db, &rg_customer_type, error,
                         filter->any_status ? "WHERE place > ?1 ORDER BY place LIMIT ?2 OFFSET ?3"
                                            : "WHERE status = ?4 AND place > ?1 ORDER BY place LIMIT ?2 OFFSET ?3",
                         filter->any_status ? "iii" : "iiit", after, (gint64) limit, (gint64) offset, status);
  where = make_where (filter, match);
  tail = g_strdup_printf ("%s ORDER BY %s LIMIT ?5 OFFSET ?6", where, get_order (filter));
  return rg_db_select (db, &rg_customer_type, error, tail, "tddtiit", match, filter->due_by, filter->birthday_from,
                       status, (gint64) limit, (gint64) offset, get_leap_day (filter));
}

/**
 * rg_search_page:
 * @db: a connection
 * @filter: which customers, in which order
 * @after: for newest activity first: only those whose place comes after this; 0 for the first
 * @offset: how many to pass over after that
 * @limit: how many at most
 * @error: where to put what went wrong
 *
 * Going on from the last row (@after) costs the same anywhere in the list; jumping (@offset) costs some 20
 * ns a row.
 *
 * Returns: (transfer full) (nullable) (element-type RgCustomer): the customers
 */
GPtrArray *
rg_search_page (RgDb *db, RgCustomerFilter *filter, gint64 after, guint offset, guint limit, GError **error)
{
  g_autofree char *match = rg_search_make_match (db, filter);
  gint64 exact;

  if (!find_exact (db, filter, match, &exact, error))
    return NULL;
  return read_page (db, filter, match, exact, after, offset, limit, error);
}

/* How many @match finds after a place, without the one at @exact; @most of them at most, all if that is -1. */
static gboolean
count_found (RgDb *db, const char *match, gint64 exact, gint64 after, gint64 most, guint *count, GError **error)
{
  gint64 found;

  if (!rg_db_get_int (db, &found, error,
                      "SELECT count (*) FROM (SELECT 1 FROM customer_search WHERE customer_search MATCH ? "
                      "AND rowid > ? AND rowid <> ? LIMIT ?)",
                      "tiii", match, after, exact, most))
    return FALSE;
  *count = (guint) found;
  return TRUE;
}

static gboolean
count_all (RgDb *db, RgCustomerFilter *filter, const char *match, guint limit, guint *count, GError **error)
{
  gint64 most = limit > 0 ? (gint64) limit : -1;
  g_autofree char *where = NULL;
  g_autofree char *sql = NULL;
  gint64 found;

  if (match != NULL && get_day_condition (filter) == NULL)
    return count_found (db, match, 0, 0, most, count, error);
  where = make_where (filter, match);
  sql = g_strdup_printf ("SELECT count (*) FROM (SELECT 1 FROM customer %s LIMIT ?5)", where);
  if (!rg_db_get_int (db, &found, error, sql, "tddtiit", match, filter->due_by, filter->birthday_from,
                      rg_words_get (&rg_customer_status_words, filter->status), most, (gint64) 0,
                      get_leap_day (filter)))
    return FALSE;
  *count = (guint) found;
  return TRUE;
}

/**
 * rg_search_first_page:
 * @db: a connection
 * @filter: which customers, in which order
 * @n_rows: how many to read at most
 * @limit: where to stop counting
 * @count: (out): how many there are, at most @limit
 * @error: where to put what went wrong
 *
 * Reads the first rows and counts on from the last of them.
 *
 * Returns: (transfer full) (nullable) (element-type RgCustomer): the customers
 */
GPtrArray *
rg_search_first_page (RgDb *db, RgCustomerFilter *filter, guint n_rows, guint limit, guint *count, GError **error)
{
  g_autofree char *match = rg_search_make_match (db, filter);
  g_autoptr (GPtrArray) rows = NULL;
  gint64 exact, last;

  if (!find_exact (db, filter, match, &exact, error)
      || (rows = read_page (db, filter, match, exact, 0, 0, n_rows, error)) == NULL)
    return NULL;
  *count = rows->len;
  if (rows->len < n_rows)
    return g_steal_pointer (&rows);
  if (!is_by_activity (filter) || match == NULL)
    return count_all (db, filter, match, limit, count, error) ? g_steal_pointer (&rows) : NULL;

  /* Who is exact stands before all others, wherever the place is. */
  last = exact != 0 && rows->len == 1 ? 0 : RG_CUSTOMER (rows->pdata[rows->len - 1])->place;
  if (!count_found (db, match, exact, last, limit - rows->len, count, error))
    return NULL;
  *count += rows->len;
  return g_steal_pointer (&rows);
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

  return count_all (db, filter, match, limit, count, error);
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
        "SELECT 1 FROM customer WHERE place = ?5%s%s%s",
        match != NULL ? " AND EXISTS (SELECT 1 FROM customer_search WHERE customer_search MATCH ?1 AND rowid = ?5)"
        : !filter->any_status ? " AND status = ?4"
                              : "",
        days != NULL ? " AND " : "", days != NULL ? days : "");

      if (!rg_db_get_int (db, &found, error, sql, "tddtiit", match, filter->due_by, filter->birthday_from,
                          rg_words_get (&rg_customer_status_words, filter->status), customer->place, (gint64) 0,
                          get_leap_day (filter)))
        return FALSE;
    }
  *belongs = found != 0;
  return TRUE;
}
