/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-check-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-error.h"
#include "rg-records.h"
#include "rg-txn-private.h"

/* Whether what is on file is what the history says was written: a bit that fell over in a name is seen by nothing else.
 */

/* So many differences are told of a kind of record. */
#define MAX_TOLD 20

/* Of so many records of a kind the newest are looked at, so that a file of millions is checked in minutes. */
#define MAX_ROWS 200000

#define BATCH 500

/* {column: value}, or {column: [old, new]} when @pairs. Columns of another schema are passed over. */
static gboolean
apply (RgRecord *record, const char *data, gboolean pairs)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  const RgRecordType *type = rg_record_get_record_type (record);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (!json_parser_load_from_data (parser, data, -1, NULL) || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return FALSE;
  json_object_iter_init (&iter, json_node_get_object (json_parser_get_root (parser)));
  while (json_object_iter_next (&iter, &name, &node))
    {
      const RgField *field = rg_record_type_find_field (type, name);

      if (pairs)
        {
          if (!JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) != 2)
            return FALSE;
          node = json_array_get_element (json_node_get_array (node), 1);
        }
      if (field != NULL && !rg_record_field_from_json (record, field, node, NULL))
        return FALSE;
    }
  return TRUE;
}

/* The record as the history has it; %NULL without an error when the history does not have all of it. */
static RgRecord *
rebuild (RgDb *db, RgRecord *on_file, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (RgRecord) record = NULL;
  g_autoptr (RgQuery) query = rg_db_query (
    db, error, "SELECT action, data FROM journal_change WHERE record_id = ? AND record = ? ORDER BY entry_id, seq",
    "it", rg_record_get_id (on_file), rg_record_get_record_type (on_file)->name);

  if (query == NULL)
    return NULL;
  while (rg_query_next (query, &local))
    {
      const char *action = rg_query_text (query, 0);
      const char *data = rg_query_text (query, 1);

      if (g_strcmp0 (action, "insert") == 0)
        {
          g_clear_object (&record);
          record = rg_record_new (rg_record_get_record_type (on_file));
        }
      else if (g_strcmp0 (action, "update") != 0)
        g_clear_object (&record);
      /* A history that can't be read is told of where its chain is checked. */
      if (record != NULL && (data == NULL || !apply (record, data, g_strcmp0 (action, "update") == 0)))
        g_clear_object (&record);
    }
  return rg_error_propagate (error, &local) ? NULL : g_steal_pointer (&record);
}

/* Most records were never changed: what the history has of them is then what it would have of them now. */
static gboolean
is_as_inserted (RgDb *db, RgRecord *on_file, gboolean *same, GError **error)
{
  g_autofree char *values = rg_txn_make_values (on_file);
  gint64 n = 0;

  if (!rg_db_get_int (db, &n, error,
                      "SELECT count (*) = 1 AND max (data = ?3 AND action = 'insert') FROM journal_change "
                      "WHERE record_id = ?1 AND record = ?2",
                      "itt", rg_record_get_id (on_file), rg_record_get_record_type (on_file)->name, values))
    return FALSE;
  *same = n != 0;
  return TRUE;
}

static gboolean
check_record (RgDb *db, RgRecord *on_file, GPtrArray *findings, GError **error)
{
  const RgRecordType *type = rg_record_get_record_type (on_file);
  g_autoptr (RgRecord) expected = NULL;
  g_autoptr (GError) local = NULL;
  gboolean same = FALSE;

  if (!is_as_inserted (db, on_file, &same, error))
    return FALSE;
  if (same)
    return TRUE;
  expected = rebuild (db, on_file, &local);
  if (rg_error_propagate (error, &local))
    return FALSE;
  for (guint i = 0; expected != NULL && i < type->n_fields; i++)
    {
      const RgField *field = &type->fields[i];
      g_autofree char *now = NULL;
      g_autofree char *then = NULL;
      char *text;

      if ((field->flags & (RG_FIELD_DERIVED | RG_FIELD_SECRET)) != 0
          || rg_record_is_field_equal (on_file, expected, field))
        continue;
      now = rg_record_dup_field_text (on_file, field);
      then = rg_record_dup_field_text (expected, field);
      text = g_strdup_printf (
        /* Translators: a table, a row, a column, what is there, and what the history says */
        _ ("Row %2$" PRId64 " of “%1$s” has “%4$s” in “%3$s”, but the history says “%5$s”."), type->table,
        rg_record_get_id (on_file), field->column, now, then);
      g_ptr_array_add (findings, text);
      break;
    }
  return TRUE;
}

/**
 * rg_check_against_journal: (skip)
 * @db: a connection
 * @findings: (element-type utf8): gets a sentence for each record that is not as the history has it
 * @error: where to put why it could not be found out
 *
 * Returns: whether all could be looked at
 */
gboolean
rg_check_against_journal (RgDb *db, GPtrArray *findings, GError **error)
{
  guint n_types;
  const RgRecordType *const *types = rg_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      guint before = findings->len;
      gint64 last = G_MAXINT64;

      for (guint n = 0; n < MAX_ROWS && findings->len - before < MAX_TOLD; n += BATCH)
        {
          g_autoptr (GPtrArray) rows
            = rg_db_select (db, types[i], error, "WHERE id < ? ORDER BY id DESC LIMIT ?", "ii", last, (gint64) BATCH);

          if (rows == NULL)
            return FALSE;
          if (rows->len == 0)
            break;
          for (guint j = 0; j < rows->len; j++)
            if (!check_record (db, rows->pdata[j], findings, error))
              return FALSE;
          last = rg_record_get_id (rows->pdata[rows->len - 1]);
        }
    }
  return TRUE;
}
