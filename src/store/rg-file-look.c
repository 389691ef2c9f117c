/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-file-look.h"

#include "rg-id.h"

/* What is looked at once when a file is opened, for a computer whose clock is wrong. */

/**
 * rg_file_look_newest_time:
 * @db: a connection
 * @time: (out): when the last entry of the journal was made; 0 when there is none
 * @error: where to put what went wrong
 *
 * Returns: whether it could be read
 */
gboolean
rg_file_look_newest_time (RgDb *db, gint64 *time, GError **error)
{
  return rg_db_get_int (db, time, error, "SELECT at FROM journal_entry ORDER BY id DESC LIMIT 1", "");
}

/**
 * rg_file_look_at_ids:
 * @db: a connection
 * @error: where to put what went wrong
 *
 * Lets ids go on after the newest on file, so that what is added when the clock was set back still comes after what was
 * there.
 *
 * Returns: whether they could be read
 */
gboolean
rg_file_look_at_ids (RgDb *db, GError **error)
{
  static const char *const queries[]
    = { "SELECT max (id) FROM customer",   "SELECT max (id) FROM note",         "SELECT max (id) FROM orders",
        "SELECT max (id) FROM order_line", "SELECT max (id) FROM ledger_entry", "SELECT max (id) FROM cancellation" };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      gint64 id = 0;

      if (!rg_db_get_int (db, &id, error, queries[i], ""))
        return FALSE;
      rg_id_observe (id);
    }
  return TRUE;
}
