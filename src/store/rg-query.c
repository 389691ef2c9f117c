/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-db-private.h"

/* A running statement: rows, columns and values. */

static void
forget_mended (RgQuery *query)
{
  g_clear_pointer (&query->mended, g_ptr_array_unref);
}

/**
 * rg_query_finalize:
 * @query: (transfer full): a query whose statement is not kept
 */
void
rg_query_finalize (RgQuery *query)
{
  forget_mended (query);
  sqlite3_finalize (query->stmt);
  g_free (query);
}

/**
 * rg_query_next:
 * @query: a query
 * @error: where to put what went wrong
 *
 * Returns: whether there is a row; when not, @error tells the end from a failure
 */
gboolean
rg_query_next (RgQuery *query, GError **error)
{
  forget_mended (query);
  switch (sqlite3_step (query->stmt))
    {
    case SQLITE_ROW:
      return TRUE;
    case SQLITE_DONE:
      return FALSE;
    default:
      rg_db_set_error (query->db, error);
      return FALSE;
    }
}

/**
 * rg_query_reset:
 * @query: a query
 *
 * Makes @query ready to run again with the same or other values.
 */
void
rg_query_reset (RgQuery *query)
{
  forget_mended (query);
  sqlite3_reset (query->stmt);
}

/**
 * rg_query_free:
 * @query: (transfer full): a query; its statement is kept for the next one with the same SQL
 */
void
rg_query_free (RgQuery *query)
{
  forget_mended (query);
  sqlite3_reset (query->stmt);
  sqlite3_clear_bindings (query->stmt);
  if (g_hash_table_contains (query->db->idle, query->sql))
    rg_query_finalize (query);
  else
    g_hash_table_insert (query->db->idle, (gpointer) query->sql, query);
}

/* The getters and binders count from 0; SQLite's parameters count from 1. */

/**
 * rg_query_int:
 * @query: a query on a row
 * @column: from 0
 *
 * Returns: the number there; 0 for NULL
 */
gint64
rg_query_int (RgQuery *query, int column)
{
  return sqlite3_column_int64 (query->stmt, column);
}

/**
 * rg_query_text:
 * @query: a query on a row
 * @column: from 0
 *
 * Returns: (nullable): the text there, valid until the next row; what is not UTF-8 in it is U+FFFD
 */
const char *
rg_query_text (RgQuery *query, int column)
{
  const char *text = (const char *) sqlite3_column_text (query->stmt, column);
  char *mended;

  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return text;
  mended = g_utf8_make_valid (text, -1);
  if (query->mended == NULL)
    query->mended = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (query->mended, mended);
  return mended;
}

/**
 * rg_query_day:
 * @query: a query on a row
 * @column: from 0
 *
 * Returns: the day there; 0 for NULL
 */
RgDay
rg_query_day (RgQuery *query, int column)
{
  const char *text = rg_query_text (query, column);

  return text != NULL ? rg_day_from_iso (text) : 0;
}

/**
 * rg_query_dup_bytes:
 * @query: a query on a row
 * @column: from 0
 *
 * Returns: (transfer full) (nullable): a copy of the blob there
 */
GBytes *
rg_query_dup_bytes (RgQuery *query, int column)
{
  const void *data = sqlite3_column_blob (query->stmt, column);

  return data != NULL ? g_bytes_new (data, sqlite3_column_bytes (query->stmt, column)) : NULL;
}

/**
 * rg_query_get_n_columns:
 * @query: a query
 *
 * Returns: how many columns its rows have
 */
int
rg_query_get_n_columns (RgQuery *query)
{
  return sqlite3_column_count (query->stmt);
}

/**
 * rg_query_bind_int:
 * @query: a query that is not running
 * @index: which value, from 0
 * @value: a number
 */
void
rg_query_bind_int (RgQuery *query, int index, gint64 value)
{
  sqlite3_bind_int64 (query->stmt, index + 1, value);
}

/**
 * rg_query_bind_text:
 * @query: a query that is not running
 * @index: which value, from 0
 * @value: (nullable): text, copied
 */
void
rg_query_bind_text (RgQuery *query, int index, const char *value)
{
  sqlite3_bind_text (query->stmt, index + 1, value, -1, SQLITE_TRANSIENT);
}

/**
 * rg_query_bind_day:
 * @query: a query that is not running
 * @index: which value, from 0
 * @value: a day; 0 for NULL
 */
void
rg_query_bind_day (RgQuery *query, int index, RgDay value)
{
  g_autofree char *iso = value != 0 ? rg_day_to_iso (value) : NULL;

  rg_query_bind_text (query, index, iso);
}

/**
 * rg_query_bind_bytes:
 * @query: a query that is not running
 * @index: which value, from 0
 * @value: (nullable): data, copied
 */
void
rg_query_bind_bytes (RgQuery *query, int index, GBytes *value)
{
  if (value == NULL)
    sqlite3_bind_null (query->stmt, index + 1);
  else
    sqlite3_bind_blob (query->stmt, index + 1, g_bytes_get_data (value, NULL), (int) g_bytes_get_size (value),
                       SQLITE_TRANSIENT);
}
