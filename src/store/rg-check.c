/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-check.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-check-private.h"
#include "rg-journal.h"
#include "rg-money.h"
#include "rg-records.h"
#include "rg-search.h"

/* A kind of mistake is told so many times; the rest is counted. */
#define MAX_TOLD 20

/* Of so many customers the words of the search index are looked up one by one. */
#define SAMPLE 200

/* Runs @sql, each of whose rows is a mistake, and tells the first ones in words. */
static gboolean
check_rows (RgDb *db, GPtrArray *findings, GError **error, char *(*describe) (RgQuery *query), const char *sql)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (RgQuery) query = rg_db_query (db, error, sql, "");
  guint n = 0;

  if (query == NULL)
    return FALSE;
  while (rg_query_next (query, &local))
    if (++n <= MAX_TOLD)
      g_ptr_array_add (findings, describe (query));
  if (rg_error_propagate (error, &local))
    return FALSE;
  if (n > MAX_TOLD)
    g_ptr_array_add (
      findings,
      g_strdup_printf (ngettext ("And %u more like that.", "And %u more like that.", n - MAX_TOLD), n - MAX_TOLD));
  return TRUE;
}

static char *
describe_integrity (RgQuery *query)
{
  /* Translators: %s is what SQLite says */
  return g_strdup_printf (_ ("The file is damaged: %s."), rg_query_text (query, 0));
}

static char *
describe_reference (RgQuery *query)
{
  /* Translators: the %s are names of tables, the number is that of a row */
  return g_strdup_printf (_ ("Row %2$" PRId64 " of “%1$s” refers to a row of “%3$s” that is not there."),
                          rg_query_text (query, 0), rg_query_int (query, 1), rg_query_text (query, 2));
}

static char *
describe_balance (RgQuery *query)
{
  g_autofree char *kept = rg_money_format (rg_query_int (query, 2), rg_query_text (query, 1));
  g_autofree char *sum = rg_money_format (rg_query_int (query, 3), rg_query_text (query, 1));

  return g_strdup_printf (_ ("The balance of customer %" PRId64 " is kept as %s, but the ledger adds up to %s."),
                          rg_query_int (query, 0), kept, sum);
}

static gboolean
check_balances (RgDb *db, GPtrArray *findings, GError **error)
{
  return check_rows (
    db, findings, error, describe_balance,
    "SELECT coalesce (c.number, x.customer_id), x.currency, sum (x.kept), sum (x.entries) FROM ("
    "SELECT customer_id, currency, amount AS kept, 0 AS entries FROM balance UNION ALL "
    "SELECT customer_id, currency, 0, sum (amount) FROM ledger_entry GROUP BY customer_id, currency) x "
    "LEFT JOIN customer c ON c.id = x.customer_id GROUP BY x.customer_id, x.currency "
    "HAVING sum (x.kept) <> sum (x.entries)");
}

static void
check_order (RgOrder *order, gint64 subtotal, GPtrArray *findings)
{
  g_autofree char *expected = NULL;
  g_autofree char *kept = NULL;

  if (order->subtotal != subtotal)
    {
      expected = rg_money_format (subtotal, order->currency);
      kept = rg_money_format (order->subtotal, order->currency);
      g_ptr_array_add (findings, g_strdup_printf (_ ("The lines of order %" PRId64 " add up to %s, but it says %s."),
                                                  order->number, expected, kept));
    }
  else if (order->total != subtotal + order->delivery_fee)
    {
      expected = rg_money_format (subtotal + order->delivery_fee, order->currency);
      kept = rg_money_format (order->total, order->currency);
      g_ptr_array_add (findings, g_strdup_printf (_ ("The total of order %" PRId64 " should be %s, but it is %s."),
                                                  order->number, expected, kept));
    }
}

/* Orders in batches, each with its lines. An order without lines may have come with a total alone. */
static gboolean
check_orders (RgDb *db, GPtrArray *findings, GError **error)
{
  guint before = findings->len;
  gint64 last = 0;

  while (findings->len - before < MAX_TOLD)
    {
      g_autoptr (GPtrArray) orders
        = rg_db_select (db, &rg_order_type, error, "WHERE id > ? ORDER BY id LIMIT 500", "i", last);

      if (orders == NULL)
        return FALSE;
      if (orders->len == 0)
        break;
      for (guint i = 0; i < orders->len; i++)
        {
          gint64 subtotal = 0;
          g_autoptr (GPtrArray) lines = NULL;

          last = rg_record_get_id (orders->pdata[i]);
          lines = rg_db_select (db, &rg_order_line_type, error, "WHERE order_id = ?", "i", last);
          if (lines == NULL || !rg_order_lines_sum (lines, &subtotal, error))
            return FALSE;
          if (lines->len > 0)
            check_order (orders->pdata[i], subtotal, findings);
        }
    }
  return TRUE;
}

static gboolean
check_journal (RgDb *db, GPtrArray *findings, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (rg_journal_verify (db, NULL, &local))
    return TRUE;
  if (!g_error_matches (local, RG_ERROR, RG_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  g_ptr_array_add (findings, g_strdup (local->message));
  return TRUE;
}

static char *
describe_unindexed (RgQuery *query)
{
  return g_strdup_printf (_ ("Customer %" PRId64 " can’t be found by searching. Make the search index anew."),
                          rg_query_int (query, 0));
}

static char *
describe_derived (RgQuery *query)
{
  return g_strdup_printf (_ ("What lists show of customer %" PRId64 " (owing, reminders) is out of date. "
                             "Make the search index anew."),
                          rg_query_int (query, 0));
}

/* Every customer has a row in the index and there are no others; of some the words are looked up one by one.
 */
static gboolean
check_search (RgDb *db, GPtrArray *findings, GError **error)
{
  gint64 customers, rows;
  g_autoptr (GPtrArray) sample = NULL;

  if (!check_rows (
        db, findings, error, describe_unindexed,
        "SELECT number FROM customer c WHERE NOT EXISTS (SELECT 1 FROM customer_search WHERE rowid = c.place) "
        "OR (SELECT count (*) FROM customer WHERE place = c.place) <> 1")
      || !check_rows (
        db, findings, error, describe_derived,
        "SELECT number FROM customer c WHERE owes <> (EXISTS (SELECT 1 FROM balance WHERE customer_id = c.id "
        "AND amount < 0) OR EXISTS (SELECT 1 FROM orders WHERE customer_id = c.id "
        "AND payment_status IN ('unpaid', 'part-paid') AND status <> 'cancelled' AND total > paid)) "
        "OR due_day IS NOT (SELECT min (reminder_day) FROM note WHERE customer_id = c.id "
        "AND reminder_day IS NOT NULL AND deleted_at IS NULL AND (recur_weekly = 1 OR done_at IS NULL))")
      || !rg_db_get_int (db, &customers, error, "SELECT count (*) FROM customer", "")
      || !rg_db_get_int (db, &rows, error, "SELECT count (*) FROM customer_search", ""))
    return FALSE;
  if (rows > customers)
    g_ptr_array_add (findings,
                     g_strdup (_ ("The search finds customers who are not on file. Make the search index anew.")));

  sample = rg_db_select (db, &rg_customer_type, error,
                         "WHERE id IN (SELECT id FROM customer ORDER BY random () LIMIT ?)", "i", (gint64) SAMPLE);
  if (sample == NULL)
    return FALSE;
  for (guint i = 0; i < sample->len; i++)
    {
      g_autofree char *missing = NULL;
      RgCustomer *customer = sample->pdata[i];

      if (!rg_search_find_missing (db, customer, &missing, error))
        return FALSE;
      if (missing != NULL)
        /* Translators: the number of a customer and a word */
        g_ptr_array_add (findings, g_strdup_printf (_ ("The search does not find customer %" PRId64 " by “%s”. "
                                                       "Make the search index anew."),
                                                    customer->number, missing));
    }
  return TRUE;
}

static char *
describe_value (RgQuery *query)
{
  /* Translators: the name of a table, the number of a row, the name of a column, what is in it */
  return g_strdup_printf (_ ("Row %2$" PRId64 " of “%1$s” has “%4$s” in “%3$s”, which means nothing."),
                          rg_query_text (query, 1), rg_query_int (query, 0), rg_query_text (query, 2),
                          rg_query_text (query, 3));
}

/* Words of enumerations and days that this program would not have written. */
static gboolean
check_values (RgDb *db, GPtrArray *findings, GError **error)
{
  guint n_types;
  const RgRecordType *const *types = rg_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    for (guint j = 0; j < types[i]->n_fields; j++)
      {
        const RgField *field = &types[i]->fields[j];
        g_autoptr (GString) sql = g_string_new (NULL);

        g_string_append_printf (sql, "SELECT id, '%s', '%s', %s FROM %s WHERE ", types[i]->table, field->column,
                                field->column, types[i]->table);
        if (field->kind == RG_KIND_DAY)
          g_string_append_printf (sql, "date (%s) IS NOT %s", field->column, field->column);
        else if (field->kind == RG_KIND_ENUM)
          {
            g_string_append_printf (sql, "%s NOT IN (", field->column);
            for (guint k = 0; k < field->words->n_words; k++)
              g_string_append_printf (sql, "%s'%s'", k > 0 ? ", " : "", rg_words_get (field->words, k));
            g_string_append_c (sql, ')');
          }
        else
          continue;
        if (!check_rows (db, findings, error, describe_value, sql->str))
          return FALSE;
      }
  return TRUE;
}

/* SQLite checks a full-text index against what the connection remembers of it, which another connection may have
 * changed: a query brings that up to date. It holds for as long as the transaction lasts. */
static gboolean
refresh_index (RgDb *db, GError **error)
{
  gint64 unused;

  return rg_db_get_int (db, &unused, error, "SELECT count (*) FROM customer_search WHERE customer_search MATCH '\"a\"'",
                        "");
}

static gboolean
check_all (RgDb *db, GPtrArray *findings, GError **error)
{
  return refresh_index (db, error)
         && check_rows (db, findings, error, describe_integrity,
                        "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'")
         && check_rows (db, findings, error, describe_reference,
                        "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check")
         && check_balances (db, findings, error) && check_orders (db, findings, error)
         && check_journal (db, findings, error) && check_search (db, findings, error)
         && check_values (db, findings, error) && rg_check_against_journal (db, findings, error);
}

/**
 * rg_check_file:
 * @db: a connection
 * @findings: (element-type utf8): gets a sentence for the person for everything that is wrong
 * @error: where to put why the file could not be checked to the end
 *
 * Checks that the file is whole: its pages, its references, that balances equal the sums of the ledger and
 * totals of orders those of their lines, that the history was not changed from outside, that searching finds
 * everybody, that every value means something, and is what the history says was written. Reads all of the file.
 *
 * Returns: whether everything could be checked; the file is in order when there are no findings besides
 */
gboolean
rg_check_file (RgDb *db, GPtrArray *findings, GError **error)
{
  gboolean own = !rg_db_in_transaction (db);
  gboolean checked;

  if (own && !rg_db_run_script (db, "BEGIN", error))
    return FALSE;
  checked = check_all (db, findings, error);
  if (own)
    rg_db_run_script (db, "ROLLBACK", NULL);
  return checked;
}
