/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-export-data.h"

#include "rg-customer.h"
#include "rg-error.h"
#include "rg-note.h"
#include "rg-order-line.h"

#define ROWS_PER_PAGE 500

/* Which rows are read. ?1 is a tag; 0 for none. */
static const char *
get_condition (const RgRecordType *type, gint64 tag_id)
{
  if (tag_id == 0)
    return type == &rg_note_type ? "?1 = ?1 AND deleted_at IS NULL" : "?1 = ?1";
  if (type == &rg_customer_type)
    return "id IN (SELECT customer_id FROM customer_tag WHERE tag_id = ?1)";
  if (type == &rg_order_line_type)
    return "order_id IN (SELECT o.id FROM customer_tag c JOIN orders o ON o.customer_id = c.customer_id "
           "WHERE c.tag_id = ?1)";
  if (type == &rg_note_type)
    return "customer_id IN (SELECT customer_id FROM customer_tag WHERE tag_id = ?1) AND deleted_at IS NULL";
  return "customer_id IN (SELECT customer_id FROM customer_tag WHERE tag_id = ?1)";
}

/**
 * rg_export_begin:
 * @db: a connection of its own
 * @type: what is read
 * @tag_id: only what belongs to customers with this tag, where @type belongs to customers; 0 for everybody
 * @count: (out): how many there are
 * @error: where to put what went wrong
 *
 * Until rg_export_end() the connection sees the file as it is now, whatever others write.
 *
 * Returns: whether they could be counted
 */
gboolean
rg_export_begin (RgDb *db, const RgRecordType *type, gint64 tag_id, gint64 *count, GError **error)
{
  g_autofree char *sql
    = g_strdup_printf ("SELECT count (*) FROM %s WHERE %s", type->table, get_condition (type, tag_id));

  return rg_db_run_script (db, "BEGIN", error) && rg_db_get_int (db, count, error, sql, "i", tag_id);
}

/**
 * rg_export_end:
 * @db: a connection
 * @error: where to put what went wrong
 *
 * Returns: whether the reading is over
 */
gboolean
rg_export_end (RgDb *db, GError **error)
{
  return rg_db_run_script (db, "COMMIT", error);
}

/**
 * rg_export_page:
 * @db: a connection
 * @type: what is read
 * @tag_id: as given to rg_export_begin()
 * @after: the id of the last one of the page before, 0 for the first page
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type RgRecord): the next ones by id; empty after the last
 */
GPtrArray *
rg_export_page (RgDb *db, const RgRecordType *type, gint64 tag_id, gint64 after, GError **error)
{
  g_autofree char *tail
    = g_strdup_printf ("WHERE id > ?2 AND %s ORDER BY id LIMIT %d", get_condition (type, tag_id), ROWS_PER_PAGE);

  return rg_db_select (db, type, error, tail, "ii", tag_id, after);
}

/**
 * rg_export_read_name:
 * @db: a connection
 * @type: the name of a record type
 * @id: one of that type
 * @name: (out) (transfer full) (nullable): what people call it: a number or a name; %NULL when there is none
 * @error: where to put what went wrong
 *
 * Returns: whether it could be read
 */
gboolean
rg_export_read_name (RgDb *db, const char *type, gint64 id, char **name, GError **error)
{
  static const char *const queries[][2] = {
    { "customer", "SELECT number FROM customer WHERE id = ?" },
    { "order", "SELECT number FROM orders WHERE id = ?" },
    { "product", "SELECT number FROM product WHERE id = ?" },
    { "staff", "SELECT name FROM staff WHERE id = ?" },
  };
  g_autoptr (GError) local = NULL;

  *name = NULL;
  if (id == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    if (g_str_equal (queries[i][0], type))
      {
        g_autoptr (RgQuery) query = rg_db_query (db, error, queries[i][1], "i", id);

        if (query == NULL)
          return FALSE;
        if (rg_query_next (query, &local))
          *name = g_strdup (rg_query_text (query, 0));
      }
  return !rg_error_propagate (error, &local);
}

/**
 * rg_export_read_tags:
 * @db: a connection
 * @customer_id: a customer
 * @tags: (out) (transfer full): the names of the tags with "; " between them
 * @error: where to put what went wrong
 *
 * Returns: whether they could be read
 */
gboolean
rg_export_read_tags (RgDb *db, gint64 customer_id, char **tags, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (RgQuery) query = rg_db_query (
    db, error,
    "SELECT t.name FROM customer_tag c JOIN tag t ON t.id = c.tag_id WHERE c.customer_id = ? ORDER BY t.name", "i",
    customer_id);

  if (query == NULL)
    return FALSE;
  while (rg_query_next (query, &local))
    g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", rg_query_text (query, 0));
  *tags = g_string_free_and_steal (g_steal_pointer (&text));
  if (!rg_error_propagate (error, &local))
    return TRUE;
  g_clear_pointer (tags, g_free);
  return FALSE;
}
