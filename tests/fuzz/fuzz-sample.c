/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-sample.h"

#include "rg-note.h"
#include "rg-sample.h"
#include "test-desk.h"

#define CUSTOMERS 3

/* A column of the file, and how to set it in one row: its value is parameter 1, the row (from 0) parameter 2. */
typedef struct
{
  char *set;
  char *copy; /* the value of another row, parameter 1 */
} Column;

static GPtrArray *columns;

static void
must (gboolean done, const GError *error)
{
  if (!done)
    g_error ("%s", error->message);
}

/**
 * fuzz_sample_make:
 * @dir: a folder
 *
 * Returns: (transfer full): the path of a new file in @dir: some customers with a history, and an undo in the journal
 */
char *
fuzz_sample_make (const char *dir)
{
  char *path = g_build_filename (dir, "fuzz.regulars", NULL);
  g_autoptr (RgNote) note = NULL;
  RgDesk *desk;

  dex_init ();
  rg_time_set_now (G_GINT64_CONSTANT (1795000000000000));
  desk = test_desk_open (path);
  test_await (rg_sample_fill (desk, CUSTOMERS, NULL, NULL));
  note
    = g_object_new (RG_TYPE_NOTE, "customer-id", test_customer_new (desk, "Jordan", "Reyes"), "text", "a note", NULL);
  test_perform (desk, rg_act_new_record (&rg_note_add, RG_RECORD (note)));
  test_await (rg_desk_undo_last (desk));
  test_await (rg_desk_close (desk));
  g_object_unref (desk);
  return path;
}

static void
add_columns (RgDb *db, const char *table)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (RgQuery) keys
    = rg_db_query (db, &error, "SELECT name FROM pragma_table_info (?) WHERE pk > 0 ORDER BY pk", "t", table);
  g_autoptr (RgQuery) names = rg_db_query (db, &error, "SELECT name FROM pragma_table_info (?)", "t", table);

  g_assert_no_error (error);
  while (rg_query_next (keys, &error))
    g_string_append_printf (key, "%s%s", key->len > 0 ? ", " : "", rg_query_text (keys, 0));
  while (rg_query_next (names, &error))
    {
      const char *name = rg_query_text (names, 0);
      Column *column = g_new (Column, 1);

      column->set = g_strdup_printf ("UPDATE %s SET %s = ?1 WHERE (%s) IN (SELECT %s FROM %s ORDER BY %s LIMIT 1 "
                                     "OFFSET ?2 %% (SELECT count (*) FROM %s))",
                                     table, name, key->str, key->str, table, key->str, table);
      column->copy = g_strdup_printf (
        "UPDATE %s SET %s = (SELECT %s FROM %s ORDER BY %s LIMIT 1 OFFSET ?1 %% (SELECT count (*) FROM %s)) "
        "WHERE (%s) IN (SELECT %s FROM %s ORDER BY %s LIMIT 1 OFFSET ?2 %% (SELECT count (*) FROM %s))",
        table, name, name, table, key->str, table, key->str, key->str, table, key->str, table);
      g_ptr_array_add (columns, column);
    }
  g_assert_no_error (error);
}

/* Whatever forbids wrong values goes, and the columns are read. */
static void
prepare (RgDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) script = g_string_new ("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF;"
                                             "PRAGMA synchronous = OFF;");
  g_autoptr (RgQuery) triggers = rg_db_query (db, &error, "SELECT name FROM sqlite_schema WHERE type = 'trigger'", "");
  g_autoptr (RgQuery) tables = NULL;

  g_assert_no_error (error);
  while (rg_query_next (triggers, &error))
    g_string_append_printf (script, "DROP TRIGGER %s;", rg_query_text (triggers, 0));
  g_clear_pointer (&triggers, rg_query_free);
  must (rg_db_run_script (db, script->str, &error), error);

  columns = g_ptr_array_new ();
  tables = rg_db_query (db, &error,
                        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' "
                        "AND name NOT LIKE 'customer_search%' ORDER BY name",
                        "");
  g_assert_no_error (error);
  while (rg_query_next (tables, &error))
    add_columns (db, rg_query_text (tables, 0));
  g_assert_no_error (error);
}

/**
 * fuzz_sample_open:
 *
 * Returns: (transfer none): a connection to such a file, in a transaction, for fuzz_sample_change() and
 *   fuzz_sample_reset(); the same each time
 */
RgDb *
fuzz_sample_open (void)
{
  static RgDb *db;

  if (db == NULL)
    {
      g_autofree char *dir = test_dir_new ();
      g_autofree char *path = fuzz_sample_make (dir);
      g_autoptr (GError) error = NULL;

      db = rg_db_open (path, RG_DB_READ_WRITE, &error);
      must (db != NULL, error);
      prepare (db);
      test_dir_remove (dir); /* it lives on while it is open */
    }
  fuzz_sample_reset (db);
  return db;
}

/**
 * fuzz_sample_change:
 * @db: of fuzz_sample_open()
 * @input: what is changed, and into what
 *
 * Sets one column of one row to anything that the file can hold.
 */
void
fuzz_sample_change (RgDb *db, FuzzInput *input)
{
  Column *column = columns->pdata[fuzz_take_below (input, columns->len) % columns->len];
  gint64 row = fuzz_take_below (input, 256);

  switch (fuzz_take_below (input, 4))
    {
    case 0:
      rg_db_run (db, NULL, column->copy, "ii", (gint64) fuzz_take_below (input, 256), row);
      break;
    case 1:
      rg_db_run (db, NULL, column->set, "ii", fuzz_take_int (input), row);
      break;
    case 2:
      {
        g_autofree char *text = fuzz_take_text (input);

        rg_db_run (db, NULL, column->set, "ti", text, row);
        break;
      }
    default:
      {
        g_autoptr (GBytes) bytes = fuzz_take_bytes (input);

        rg_db_run (db, NULL, column->set, "bi", g_bytes_get_size (bytes) > 0 ? bytes : NULL, row);
        break;
      }
    }
}

/** fuzz_sample_reset: @db: of fuzz_sample_open(); is as it was made, and in a transaction */
void
fuzz_sample_reset (RgDb *db)
{
  g_autoptr (GError) error = NULL;

  if (rg_db_in_transaction (db))
    must (rg_db_run_script (db, "ROLLBACK", &error), error);
  must (rg_db_run_script (db, "BEGIN", &error), error);
}

/** fuzz_sample_newest: @table: a table with ids. Returns: the greatest id in @table */
gint64
fuzz_sample_newest (RgDb *db, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT max (id) FROM %s", table);
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  must (rg_db_get_int (db, &id, &error, sql, ""), error);
  return id;
}
