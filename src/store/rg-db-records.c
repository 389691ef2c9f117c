/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-db-records.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* The SQL texts of a type, built once. */
typedef struct
{
  char *select; /* "SELECT id, … FROM table " */
  char *insert;
  char *update;
  char *remove;
} TypeSql;

static const TypeSql *
get_sql (const RgRecordType *type)
{
  static GMutex lock;
  static GHashTable *all; /* RgRecordType → TypeSql */
  TypeSql *sql;

  g_mutex_lock (&lock);
  if (all == NULL)
    all = g_hash_table_new (NULL, NULL);
  sql = g_hash_table_lookup (all, type);
  if (sql == NULL)
    {
      g_autoptr (GString) qualified = g_string_new (NULL);
      g_autoptr (GString) columns = g_string_new (NULL);
      g_autoptr (GString) marks = g_string_new (NULL);
      g_autoptr (GString) sets = g_string_new (NULL);

      for (guint i = 0; i < type->n_fields; i++)
        {
          g_string_append_printf (qualified, ", %s.%s", type->table, type->fields[i].column);
          g_string_append_printf (columns, ", %s", type->fields[i].column);
          g_string_append (marks, ", ?");
          g_string_append_printf (sets, "%s%s = ?", i > 0 ? ", " : "", type->fields[i].column);
        }
      sql = g_new0 (TypeSql, 1);
      sql->select = g_strdup_printf ("SELECT %s.id%s FROM %s ", type->table, qualified->str, type->table);
      sql->insert = g_strdup_printf ("INSERT INTO %s (id%s) VALUES (?%s)", type->table, columns->str, marks->str);
      sql->update = g_strdup_printf ("UPDATE %s SET %s WHERE id = ?", type->table, sets->str);
      sql->remove = g_strdup_printf ("DELETE FROM %s WHERE id = ?", type->table);
      g_hash_table_insert (all, (gpointer) type, sql);
    }
  g_mutex_unlock (&lock);

  return sql;
}

static void
read_field (RgRecord *record, const RgField *field, RgQuery *query, int column)
{
  switch (field->kind)
    {
    case RG_KIND_REF:
    case RG_KIND_INT:
    case RG_KIND_MONEY:
    case RG_KIND_PERCENT:
    case RG_KIND_TIME:
      RG_RECORD_MEMBER (record, field, gint64) = rg_query_int (query, column);
      break;
    case RG_KIND_BOOL:
      RG_RECORD_MEMBER (record, field, gboolean) = rg_query_int (query, column) != 0;
      break;
    case RG_KIND_TEXT:
      g_set_str (&RG_RECORD_MEMBER (record, field, char *), rg_query_text (query, column));
      break;
    case RG_KIND_DAY:
      RG_RECORD_MEMBER (record, field, RgDay) = rg_query_day (query, column);
      break;
    case RG_KIND_ENUM:
      {
        const char *word = rg_query_text (query, column);
        guint value = 0;

        if (word != NULL)
          rg_words_find (field->words, word, &value);
        RG_RECORD_MEMBER (record, field, guint) = value;
      }
      break;
    case RG_KIND_BYTES:
      RG_RECORD_MEMBER (record, field, GBytes *) = rg_query_dup_bytes (query, column);
      break;
    }
}

static void
bind_field (RgRecord *record, const RgField *field, RgQuery *query, int index)
{
  gint64 number;

  switch (field->kind)
    {
    case RG_KIND_REF:
    case RG_KIND_TIME:
      number = RG_RECORD_MEMBER (record, field, gint64);
      if (number == 0)
        rg_query_bind_text (query, index, NULL);
      else
        rg_query_bind_int (query, index, number);
      break;
    case RG_KIND_INT:
    case RG_KIND_MONEY:
    case RG_KIND_PERCENT:
      rg_query_bind_int (query, index, RG_RECORD_MEMBER (record, field, gint64));
      break;
    case RG_KIND_BOOL:
      rg_query_bind_int (query, index, RG_RECORD_MEMBER (record, field, gboolean) ? 1 : 0);
      break;
    case RG_KIND_TEXT:
      {
        const char *text = RG_RECORD_MEMBER (record, field, char *);

        rg_query_bind_text (query, index, text != NULL && *text != '\0' ? text : NULL);
      }
      break;
    case RG_KIND_DAY:
      rg_query_bind_day (query, index, RG_RECORD_MEMBER (record, field, RgDay));
      break;
    case RG_KIND_ENUM:
      rg_query_bind_text (query, index, rg_words_get (field->words, RG_RECORD_MEMBER (record, field, guint)));
      break;
    case RG_KIND_BYTES:
      rg_query_bind_bytes (query, index, RG_RECORD_MEMBER (record, field, GBytes *));
      break;
    }
}

static RgRecord *
read_record (const RgRecordType *type, RgQuery *query)
{
  RgRecord *record = rg_record_new (type);

  rg_record_set_id (record, rg_query_int (query, 0));
  for (guint i = 0; i < type->n_fields; i++)
    read_field (record, &type->fields[i], query, i + 1);
  return record;
}

static GPtrArray *
select_valist (RgDb *db, const RgRecordType *type, GError **error, const char *tail, const char *types, va_list args)
{
  g_autofree char *sql = g_strconcat (get_sql (type)->select, tail, NULL);
  g_autoptr (RgQuery) query = rg_db_query_valist (db, error, sql, types, args);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) local = NULL;

  if (query == NULL)
    return NULL;
  while (rg_query_next (query, &local))
    g_ptr_array_add (records, read_record (type, query));
  return rg_error_propagate (error, &local) ? NULL : g_steal_pointer (&records);
}

/**
 * rg_db_select:
 * @db: a connection
 * @type: a record type
 * @error: where to put what went wrong
 * @tail: what follows "SELECT … FROM table": joins, conditions, order
 * @types: as for rg_db_query()
 * @...: the values
 *
 * Returns: (transfer full) (nullable) (element-type RgRecord): the records
 */
GPtrArray *
rg_db_select (RgDb *db, const RgRecordType *type, GError **error, const char *tail, const char *types, ...)
{
  GPtrArray *records;
  va_list args;

  va_start (args, types);
  records = select_valist (db, type, error, tail, types, args);
  va_end (args);
  return records;
}

/**
 * rg_db_select_one:
 * @db: a connection
 * @type: a record type
 * @error: where to put what went wrong; an empty result is no error
 * @tail: as for rg_db_select()
 * @types: as for rg_db_select()
 * @...: the values
 *
 * Returns: (transfer full) (nullable): the first record
 */
RgRecord *
rg_db_select_one (RgDb *db, const RgRecordType *type, GError **error, const char *tail, const char *types, ...)
{
  g_autoptr (GPtrArray) records = NULL;
  va_list args;

  va_start (args, types);
  records = select_valist (db, type, error, tail, types, args);
  va_end (args);
  return records != NULL && records->len > 0 ? g_object_ref (records->pdata[0]) : NULL;
}

/**
 * rg_db_load:
 * @db: a connection
 * @type: a record type
 * @id: an id
 * @error: where to put what went wrong; %RG_ERROR_NOT_FOUND when there is none
 *
 * Returns: (transfer full) (nullable): the record
 */
RgRecord *
rg_db_load (RgDb *db, const RgRecordType *type, gint64 id, GError **error)
{
  g_autoptr (GError) local = NULL;
  RgRecord *record = rg_db_select_one (db, type, &local, "WHERE id = ?", "i", id);

  if (!rg_error_propagate (error, &local) && record == NULL)
    /* Translators: %s is a kind of record, such as "Note" */
    g_set_error (error, RG_ERROR, RG_ERROR_NOT_FOUND, _ ("%s %" PRId64 " is not on file."), _ (type->label), id);
  return record;
}

/**
 * rg_db_prepare_insert:
 * @db: a connection
 * @type: a record type
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): what rg_db_insert_prepared() inserts records of @type with
 */
RgQuery *
rg_db_prepare_insert (RgDb *db, const RgRecordType *type, GError **error)
{
  return rg_db_query (db, error, get_sql (type)->insert, "");
}

/**
 * rg_db_insert_prepared:
 * @query: from rg_db_prepare_insert() for the record's type
 * @record: a record with its id
 * @error: where to put what went wrong
 *
 * Returns: whether it was written
 */
gboolean
rg_db_insert_prepared (RgQuery *query, RgRecord *record, GError **error)
{
  const RgRecordType *type = rg_record_get_record_type (record);
  g_autoptr (GError) local = NULL;

  rg_query_bind_int (query, 0, rg_record_get_id (record));
  for (guint i = 0; i < type->n_fields; i++)
    bind_field (record, &type->fields[i], query, i + 1);
  rg_query_next (query, &local);
  rg_query_reset (query);
  return !rg_error_propagate (error, &local);
}

/**
 * rg_db_insert_row:
 * @db: a connection in a transaction
 * @record: a record with its id
 * @error: where to put what went wrong
 *
 * Returns: whether it was written
 */
gboolean
rg_db_insert_row (RgDb *db, RgRecord *record, GError **error)
{
  g_autoptr (RgQuery) query = rg_db_prepare_insert (db, rg_record_get_record_type (record), error);

  return query != NULL && rg_db_insert_prepared (query, record, error);
}

/**
 * rg_db_update_row:
 * @db: a connection in a transaction
 * @record: a record that is on file
 * @error: where to put what went wrong
 *
 * Returns: whether it was written
 */
gboolean
rg_db_update_row (RgDb *db, RgRecord *record, GError **error)
{
  const RgRecordType *type = rg_record_get_record_type (record);
  g_autoptr (RgQuery) query = rg_db_query (db, error, get_sql (type)->update, "");
  g_autoptr (GError) local = NULL;

  if (query == NULL)
    return FALSE;
  for (guint i = 0; i < type->n_fields; i++)
    bind_field (record, &type->fields[i], query, i);
  rg_query_bind_int (query, type->n_fields, rg_record_get_id (record));
  rg_query_next (query, &local);
  return !rg_error_propagate (error, &local);
}

/**
 * rg_db_delete_row:
 * @db: a connection in a transaction
 * @type: a record type
 * @id: an id
 * @error: where to put what went wrong
 *
 * Returns: whether it is gone
 */
gboolean
rg_db_delete_row (RgDb *db, const RgRecordType *type, gint64 id, GError **error)
{
  return rg_db_run (db, error, get_sql (type)->remove, "i", id);
}
