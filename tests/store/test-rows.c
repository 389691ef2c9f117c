/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-file.h"
#include "test-values.h"

#include "rg-error.h"
#include "rg-record-merge.h"
#include "rg-records.h"
#include "rg-txn.h"

/* Every record type in the file: the schema fits the tables of fields, and what is written is read again. */

typedef struct
{
  const char *type;
  gboolean not_null;
} Column;

/* Name → Column, as the schema has it. */
static GHashTable *
read_columns (RgDb *db, const RgRecordType *type)
{
  GHashTable *columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (RgQuery) query
    = rg_db_query (db, NULL, "SELECT name, type, \"notnull\" FROM pragma_table_info (?)", "t", type->table);

  while (rg_query_next (query, NULL))
    {
      Column *column = g_new0 (Column, 1);

      column->type = g_intern_string (rg_query_text (query, 1));
      column->not_null = rg_query_int (query, 2) != 0;
      g_hash_table_insert (columns, g_strdup (rg_query_text (query, 0)), column);
    }
  return columns;
}

static const char *
get_column_type (const RgField *field)
{
  switch (field->kind)
    {
    case RG_KIND_TEXT:
    case RG_KIND_DAY:
    case RG_KIND_ENUM:
      return "TEXT";
    case RG_KIND_BYTES:
      return "BLOB";
    case RG_KIND_REF:
    case RG_KIND_INT:
    case RG_KIND_BOOL:
    case RG_KIND_MONEY:
    case RG_KIND_PERCENT:
    case RG_KIND_TIME:
    default:
      return "INTEGER";
    }
}

/* Whether nothing in a field of this kind is NULL in the file. */
static gboolean
is_nullable (const RgField *field)
{
  return field->kind == RG_KIND_TEXT || field->kind == RG_KIND_DAY || field->kind == RG_KIND_TIME
         || field->kind == RG_KIND_REF || field->kind == RG_KIND_BYTES;
}

static void
test_schema (gconstpointer data)
{
  const RgRecordType *type = data;
  RgDb *db = test_file_new ();
  g_autoptr (GHashTable) columns = read_columns (db, type);

  g_assert_cmpuint (g_hash_table_size (columns), ==, type->n_fields + 1);
  g_assert_true (g_hash_table_contains (columns, "id"));
  for (guint i = 0; i < type->n_fields; i++)
    {
      const RgField *field = &type->fields[i];
      Column *column = g_hash_table_lookup (columns, field->column);

      if (column == NULL)
        g_error ("%s has no column %s", type->table, field->column);
      g_assert_cmpstr (column->type, ==, get_column_type (field));
      if (!is_nullable (field) || (field->flags & RG_FIELD_REQUIRED) != 0)
        {
          if (!column->not_null)
            g_error ("%s.%s should be NOT NULL", type->table, field->column);
        }
      else if (column->not_null && (field->flags & (RG_FIELD_FIXED | RG_FIELD_DERIVED)) == 0)
        g_error ("%s.%s should be required, as it is NOT NULL", type->table, field->column);
      if (field->kind == RG_KIND_REF)
        {
          g_autofree char *sql = g_strdup_printf (
            "SELECT count (*) FROM pragma_foreign_key_list ('%s') WHERE \"from\" = '%s' AND \"table\" = '%s'",
            type->table, field->column, rg_record_type_find (field->refers)->table);

          if (test_file_int (db, sql) != 1 && !g_str_equal (type->name, "picture"))
            g_error ("%s.%s does not refer to %s", type->table, field->column, field->refers);
        }
    }
  test_file_free (db);
}

/* What the schema bounds. */
static void
bound (RgRecord *record, const RgField *field)
{
  static const struct
  {
    const char *column;
    gint64 most;
  } bounds[] = { { "wholesale_discount", 10000 },
                 { "discount", 10000 },
                 { "quantity", G_MAXINT32 },
                 { "unit_price", G_GINT64_CONSTANT (1000000000000) },
                 { "amount", G_MAXINT64 / 4 } };
  gint64 *member = &RG_RECORD_MEMBER (record, field, gint64);

  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    if (g_str_equal (field->column, bounds[i].column))
      *member = CLAMP (*member, 0, bounds[i].most);
}

/* A record that the schema takes: bounded, with everything it needs, and referring to rows that are there. */
static RgRecord *
make (RgDb *db, const RgRecordType *type, TestVariant variant, gboolean with_optional)
{
  RgRecord *record = rg_record_new (type);
  g_autoptr (GHashTable) columns = read_columns (db, type);

  test_fill (record, variant);
  for (guint i = 0; i < type->n_fields; i++)
    {
      const RgField *field = &type->fields[i];
      Column *column = g_hash_table_lookup (columns, field->column);

      if (is_nullable (field) && column->not_null && rg_record_is_field_empty (record, field))
        test_set_field (record, field, TEST_PLAIN);
      if (field->kind == RG_KIND_INT || field->kind == RG_KIND_MONEY || field->kind == RG_KIND_PERCENT)
        bound (record, field);
      if (field->kind == RG_KIND_REF && !g_str_equal (type->name, "picture"))
        {
          const RgRecordType *other = rg_record_type_find (field->refers);

          RG_RECORD_MEMBER (record, field, gint64) = 0;
          if (column->not_null || (with_optional && variant != TEST_EMPTY))
            {
              g_autofree char *sql = g_strdup_printf ("SELECT min (id) FROM %s", other->table);
              gint64 id = test_file_int (db, sql);

              if (id == 0)
                {
                  g_autoptr (RgRecord) referred = make (db, other, TEST_EMPTY, FALSE);

                  test_file_insert (db, referred);
                  id = rg_record_get_id (referred);
                }
              RG_RECORD_MEMBER (record, field, gint64) = id;
            }
        }
    }
  return record;
}

static RgRecord *
load (RgDb *db, RgRecord *record)
{
  g_autoptr (GError) error = NULL;
  RgRecord *loaded = rg_db_load (db, rg_record_get_record_type (record), rg_record_get_id (record), &error);

  g_assert_no_error (error);
  return loaded;
}

static void
test_round_trip (gconstpointer data)
{
  const RgRecordType *type = data;

  for (TestVariant variant = 0; variant < TEST_N_VARIANTS; variant++)
    {
      RgDb *db = test_file_new ();
      g_autoptr (RgRecord) record = make (db, type, variant, TRUE);
      g_autoptr (RgRecord) read = NULL;
      g_autoptr (GError) error = NULL;

      rg_record_set_id (record, 4711);
      rg_db_insert_row (db, record, &error);
      g_assert_no_error (error);
      read = load (db, record);
      test_assert_same (record, read, 0);

      g_clear_object (&read);
      g_clear_object (&record);
      record = make (db, type, variant == TEST_UTF8 ? TEST_EMPTY : variant + 1, TRUE);
      rg_record_set_id (record, 4711);
      if (type == &rg_ledger_entry_type)
        {
          g_assert_false (rg_db_update_row (db, record, &error));
          test_assert_sentence (error, RG_ERROR_CONFLICT);
        }
      else
        {
          rg_db_update_row (db, record, &error);
          g_assert_no_error (error);
          read = load (db, record);
          test_assert_same (record, read, 0);
          rg_db_delete_row (db, type, 4711, &error);
          g_assert_no_error (error);
          g_assert_null (rg_db_load (db, type, 4711, &error));
          test_assert_sentence (error, RG_ERROR_NOT_FOUND);
        }
      test_file_free (db);
    }
}

/* Through a transaction: what the journal then says is enough to make the record again. */
static void
test_journaled (gconstpointer data)
{
  const RgRecordType *type = data;
  RgDb *db = test_file_new ();
  g_autoptr (RgRecord) record = make (db, type, TEST_UTF8, TRUE);
  g_autoptr (RgRecord) again = rg_record_new (type);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;

  test_file_insert (db, record);
  {
    g_autoptr (RgQuery) query
      = rg_db_query (db, NULL, "SELECT data FROM journal_change WHERE record = ? AND record_id = ?", "ti", type->name,
                     rg_record_get_id (record));

    g_assert_true (rg_query_next (query, NULL));
    node = json_from_string (rg_query_text (query, 0), NULL);
  }
  rg_record_from_json (again, json_node_get_object (node), &error);
  g_assert_no_error (error);
  test_assert_same (record, again, RG_FIELD_SECRET | RG_FIELD_DERIVED);
  g_assert_null (json_object_get_member (json_node_get_object (node), "pin_hash"));
  test_file_free (db);
}

/* What is fixed when a record is made can't be changed afterwards, whoever tries; nothing of it is written. */
static void
test_fixed (gconstpointer data)
{
  const RgRecordType *type = data;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const RgField *field = &type->fields[i];
      RgDb *db;
      g_autoptr (RgRecord) record = NULL;
      g_autoptr (RgRecord) changed = NULL;
      g_autoptr (RgRecord) empty = rg_record_new (type);
      g_autoptr (RgRecord) after = NULL;
      g_autoptr (RgTxn) txn = NULL;
      g_autoptr (GError) error = NULL;

      if ((field->flags & RG_FIELD_FIXED) == 0 || (field->flags & (RG_FIELD_DERIVED | RG_FIELD_REQUIRED)) != 0
          || field->kind == RG_KIND_BYTES || g_str_has_prefix (type->name, "journal"))
        continue;
      db = test_file_new ();
      record = make (db, type, TEST_PLAIN, TRUE);
      test_file_insert (db, record);
      changed = rg_record_copy (record);
      rg_record_copy_field (changed, empty, field);
      txn = rg_txn_begin (db, "test.update", 0, &error);
      if (!rg_record_is_field_equal (record, changed, field))
        {
          g_assert_false (rg_txn_update (txn, changed, &error));
          test_assert_sentence (error, RG_ERROR_INVALID);
          g_assert_cmpstr (rg_error_get_field (error), ==, field->column);
          after = rg_db_load (db, type, rg_record_get_id (record), NULL);
          g_assert_true (rg_record_is_field_equal (record, after, field));
        }
      g_clear_pointer (&txn, rg_txn_free);
      test_file_free (db);
    }
}

/* A reference to a row that is not there is refused. */
static void
test_dangling (gconstpointer data)
{
  const RgRecordType *type = data;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const RgField *field = &type->fields[i];
      RgDb *db;
      g_autoptr (RgRecord) record = NULL;
      g_autoptr (GError) error = NULL;

      if (field->kind != RG_KIND_REF || g_str_equal (type->name, "picture"))
        continue;
      db = test_file_new ();
      record = make (db, type, TEST_PLAIN, TRUE);
      RG_RECORD_MEMBER (record, field, gint64) = 99999;
      rg_record_set_id (record, 4711);
      g_assert_false (rg_db_insert_row (db, record, &error));
      test_assert_sentence (error, RG_ERROR_CONFLICT);
      test_file_free (db);
    }
}

/* Before a row is deleted, as an undo does, what refers to it is looked for: with an index, not in whole tables. Only
 * colleagues are so few, and so seldom deleted, that what they did has none. */
static void
test_indexed (gconstpointer data)
{
  const RgRecordType *type = data;
  RgDb *db = test_file_new ();

  for (guint i = 0; i < type->n_fields; i++)
    {
      const RgField *field = &type->fields[i];
      g_autofree char *sql = NULL;

      if (field->kind != RG_KIND_REF || g_str_equal (field->refers, "staff"))
        continue;
      sql = g_strdup_printf ("SELECT count (*) FROM pragma_index_list ('%s') l JOIN pragma_index_info (l.name) c "
                             "WHERE c.seqno = 0 AND c.name = '%s'",
                             type->table, field->column);
      if (test_file_int (db, sql) == 0)
        g_error ("%s.%s has no index", type->table, field->column);
    }
  test_file_free (db);
}

static void
add (const RgRecordType *type, const char *name, GTestDataFunc func)
{
  g_autofree char *path = g_strdup_printf ("/rows/%s/%s", type->name, name);

  g_test_add_data_func (path, type, func);
}

int
main (int argc, char **argv)
{
  guint n_types;
  const RgRecordType *const *types = rg_record_types (&n_types);

  test_init (&argc, &argv);

  for (guint i = 0; i < n_types; i++)
    {
      add (types[i], "schema", test_schema);
      add (types[i], "round-trip", test_round_trip);
      add (types[i], "journaled", test_journaled);
      add (types[i], "dangling", test_dangling);
      add (types[i], "fixed", test_fixed);
      add (types[i], "indexed", test_indexed);
    }

  return g_test_run ();
}
