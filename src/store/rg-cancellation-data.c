/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-cancellation-data.h"

/* What the journal knows of the times in which a customer was cancelled. */

static RgCustomerStatus
get_status (RgQuery *query, int column)
{
  const char *word = rg_query_text (query, column);
  guint status = RG_CUSTOMER_STATUS_ACTIVE;

  if (word != NULL)
    rg_words_parse (&rg_customer_status_words, word, &status);
  return status;
}

/**
 * rg_cancellation_find_spell:
 * @db: a connection
 * @customer_id: a customer who is cancelled
 * @since: (out): since when, as an instant; 0 when the journal does not tell
 * @before: (out): the status before that
 * @error: where to put what went wrong
 *
 * A change of status that was undone counts as not made.
 *
 * Returns: whether the journal could be read
 */
gboolean
rg_cancellation_find_spell (RgDb *db, gint64 customer_id, gint64 *since, RgCustomerStatus *before, GError **error)
{
  gint64 entry_id = G_MAXINT64;

  *since = 0;
  *before = RG_CUSTOMER_STATUS_ACTIVE;
  for (;;)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (RgQuery) query = rg_db_query (
        db, error,
        "SELECT e.undoes_id, e.at, (SELECT f.data ->> '$.status[0]' FROM journal_change f WHERE f.entry_id = e.id "
        "AND f.record_id = c.record_id AND f.data ->> '$.status[0]' IS NOT NULL ORDER BY f.seq LIMIT 1), "
        "c.data ->> '$.status[1]', e.id FROM journal_change c JOIN journal_entry e ON e.id = c.entry_id "
        "WHERE c.record_id = ? AND c.record = 'customer' AND c.action = 'update' "
        "AND c.data ->> '$.status[1]' IS NOT NULL AND c.entry_id < ? ORDER BY c.entry_id DESC, c.seq DESC LIMIT 1",
        "ii", customer_id, entry_id);

      if (query == NULL)
        return FALSE;
      if (!rg_query_next (query, &local))
        {
          return !rg_error_propagate (error, &local);
        }
      if (get_status (query, 2) == get_status (query, 3))
        {
          entry_id = rg_query_int (query, 4); /* all is as before */
          continue;
        }
      entry_id = rg_query_int (query, 0);
      if (entry_id != 0)
        continue; /* all is as before what it undid */
      if (get_status (query, 3) == RG_CUSTOMER_STATUS_CANCELLED)
        {
          *since = rg_query_int (query, 1);
          *before = get_status (query, 2);
        }
      return TRUE;
    }
}

/**
 * rg_cancellation_count_since:
 * @db: a connection
 * @customer_id: a customer
 * @since: an instant
 * @n: (out): how many of the customer's cancellations were made then or later
 * @error: where to put what went wrong
 *
 * Returns: whether it is known
 */
gboolean
rg_cancellation_count_since (RgDb *db, gint64 customer_id, gint64 since, gint64 *n, GError **error)
{
  return rg_db_get_int (db, n, error, "SELECT count (*) FROM cancellation WHERE customer_id = ? AND created_at >= ?",
                        "ii", customer_id, since);
}
