/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-journal.h"

/* Which entry of the journal is the next to be taken back, or done again. */

/**
 * rg_journal_find_undoable:
 * @db: a connection
 * @entry_id: an entry
 * @tip_id: (out): the newest of the entries that take each other back, beginning with @entry_id: what has to be taken
 *   back so that @entry_id is
 * @undone: (out): whether it is taken back already
 * @error: where to put what went wrong
 *
 * Returns: whether the journal could be read
 */
gboolean
rg_journal_find_undoable (RgDb *db, gint64 entry_id, gint64 *tip_id, gboolean *undone, GError **error)
{
  gint64 next;

  /* Each is newer than the one before. */
  *undone = FALSE;
  for (*tip_id = entry_id;; *tip_id = next)
    {
      if (!rg_db_get_int (db, &next, error, "SELECT id FROM journal_entry WHERE undoes_id = ?1 AND id > ?1", "i",
                          *tip_id))
        return FALSE;
      if (next == 0)
        return TRUE;
      *undone = !*undone;
    }
}

/* The newest entry of @staff_id that stands: was not undone, or was done again since. */
static gboolean
find_undo (RgDb *db, gint64 staff_id, RgJournalFilter filter, gint64 *entry_id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (RgQuery) query = rg_db_query (
    db, error, "SELECT id, operation FROM journal_entry WHERE staff_id = ? AND undoes_id IS NULL ORDER BY id DESC", "i",
    staff_id);

  if (query == NULL)
    return FALSE;
  while (rg_query_next (query, &local))
    {
      gboolean undone;

      if (filter != NULL && !filter (rg_query_text (query, 1)))
        continue;
      if (!rg_journal_find_undoable (db, rg_query_int (query, 0), entry_id, &undone, error))
        return FALSE;
      if (!undone)
        return TRUE;
    }
  *entry_id = 0;
  return !rg_error_propagate (error, &local);
}

/* The newest undo of @staff_id that stands, unless something else was done after it. */
static gboolean
find_redo (RgDb *db, gint64 staff_id, gint64 *entry_id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (RgQuery) query = rg_db_query (
    db, error,
    "SELECT e.id FROM journal_entry e WHERE e.staff_id = ?1 AND e.undoes_id IS NOT NULL "
    "AND NOT EXISTS (SELECT 1 FROM journal_entry u WHERE u.undoes_id = e.id) "
    "AND e.id > coalesce ((SELECT max (id) FROM journal_entry WHERE staff_id = ?1 AND undoes_id IS NULL), 0) "
    "ORDER BY e.id DESC",
    "i", staff_id);

  if (query == NULL)
    return FALSE;
  while (rg_query_next (query, &local))
    {
      gint64 back = rg_query_int (query, 0);
      gboolean is_undo = FALSE;

      *entry_id = back;
      for (;; is_undo = !is_undo)
        {
          gint64 before;

          if (!rg_db_get_int (db, &before, error,
                              "SELECT undoes_id FROM journal_entry WHERE id = ?1 AND undoes_id < ?1", "i", back))
            return FALSE;
          if (before == 0)
            break;
          back = before;
        }
      if (is_undo)
        return TRUE;
    }
  *entry_id = 0;
  return !rg_error_propagate (error, &local);
}

/**
 * rg_journal_last_undoable:
 * @db: a connection
 * @staff_id: whose
 * @redo: whether the newest undo is looked for instead, to take that back
 * @filter: (nullable): which operations can be undone at all; entries of others are passed over
 * @entry_id: (out): the entry to take back; 0 when there is none
 * @error: where to put what went wrong
 *
 * To undo: the newest entry of @staff_id that stands, as it was done or done again. To redo: the newest undo
 * that stands, when nothing else was done since.
 *
 * Returns: whether the journal could be read
 */
gboolean
rg_journal_last_undoable (
  RgDb *db, gint64 staff_id, gboolean redo, RgJournalFilter filter, gint64 *entry_id, GError **error)
{
  return redo ? find_redo (db, staff_id, entry_id, error) : find_undo (db, staff_id, filter, entry_id, error);
}
