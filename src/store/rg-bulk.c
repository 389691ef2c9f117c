/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-bulk.h"

#include "rg-journal.h"

/* As many rows are written to the file together. */
#define ROWS_PER_BATCH 200000

struct _RgBulk
{
  RgDb *db;
  GHashTable *inserts; /* RgRecordType → RgQuery */
  GPtrArray *indexes;  /* of the statements that make them */
  guint n_rows;        /* in the batch */
};

/**
 * rg_db_set_durable:
 * @db: a writer's connection, outside a transaction
 * @durable: whether a commit is on the disk when it returns, as it is from the start; when turned on again,
 * all that was written until then is brought there
 * @error: where to put what went wrong
 *
 * For filling a new file, which is thrown away if the machine fails in the middle.
 *
 * Returns: whether it is so
 */
gboolean
rg_db_set_durable (RgDb *db, gboolean durable, GError **error)
{
  return rg_db_run_script (
    db, durable ? "PRAGMA synchronous = FULL; PRAGMA wal_checkpoint;" : "PRAGMA synchronous = OFF;", error);
}

/**
 * rg_db_begin_batch:
 * @db: a writer's connection, outside a transaction
 * @error: where to put what went wrong
 *
 * Until rg_db_end_batch() all transactions are written to the file together.
 *
 * Returns: whether the batch is begun
 */
gboolean
rg_db_begin_batch (RgDb *db, GError **error)
{
  return rg_db_run_script (db, "BEGIN IMMEDIATE", error);
}

/**
 * rg_db_end_batch:
 * @db: a connection with a batch
 * @error: where to put what went wrong
 *
 * Returns: whether the batch is written
 */
gboolean
rg_db_end_batch (RgDb *db, GError **error)
{
  return rg_db_run_script (db, "COMMIT", error);
}

static gboolean
drop_indexes (RgBulk *self, GError **error)
{
  g_autoptr (GPtrArray) drops = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local = NULL;
  g_autoptr (RgQuery) query = rg_db_query (self->db, error,
                                           "SELECT sql, 'DROP INDEX ' || name FROM sqlite_schema WHERE type = 'index' "
                                           "AND sql IS NOT NULL AND tbl_name NOT LIKE 'journal%'",
                                           "");

  if (query == NULL)
    return FALSE;
  while (rg_query_next (query, &local))
    {
      g_ptr_array_add (self->indexes, g_strdup (rg_query_text (query, 0)));
      g_ptr_array_add (drops, g_strdup (rg_query_text (query, 1)));
    }
  g_clear_pointer (&query, rg_query_free);
  for (guint i = 0; i < drops->len && local == NULL; i++)
    rg_db_run_script (self->db, drops->pdata[i], &local);
  return !rg_error_propagate (error, &local);
}

/**
 * rg_bulk_begin:
 * @db: a writer's connection, outside a transaction, to a file without business facts
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): a load
 */
RgBulk *
rg_bulk_begin (RgDb *db, GError **error)
{
  g_autoptr (RgBulk) self = g_new0 (RgBulk, 1);

  self->db = db;
  self->inserts = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) rg_query_free);
  self->indexes = g_ptr_array_new_with_free_func (g_free);
  if (!rg_db_run_script (db,
                         "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -131072; "
                         "PRAGMA application_id = 0; BEGIN IMMEDIATE",
                         error)
      || !drop_indexes (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * rg_bulk_insert:
 * @self: a load
 * @record: a record with an id and its derived columns, which refers to records that are loaded too
 * @error: where to put what went wrong
 *
 * Returns: whether it was taken
 */
gboolean
rg_bulk_insert (RgBulk *self, RgRecord *record, GError **error)
{
  const RgRecordType *type = rg_record_get_record_type (record);
  RgQuery *insert = g_hash_table_lookup (self->inserts, type);

  if (insert == NULL)
    {
      insert = rg_db_prepare_insert (self->db, type, error);
      if (insert == NULL)
        return FALSE;
      g_hash_table_insert (self->inserts, (gpointer) type, insert);
    }
  if (!rg_db_insert_prepared (insert, record, error))
    return FALSE;
  if (++self->n_rows < ROWS_PER_BATCH)
    return TRUE;
  self->n_rows = 0;
  return rg_db_run_script (self->db, "COMMIT; BEGIN IMMEDIATE", error);
}

typedef struct
{
  RgSearchProgress progress;
  gpointer data;
} Finish;

/* Filling the search index is the second half. */
static void
on_fill_progress (double done, gpointer data)
{
  Finish *finish = data;

  if (finish->progress != NULL)
    finish->progress (0.5 + done / 2, finish->data);
}

static gboolean
write_journal (RgBulk *self, const char *operation, const char *words, GError **error)
{
  g_autoptr (RgJournalWriter) writer = rg_journal_writer_new (self->db, error);
  g_autoptr (RgJournalEntry) entry = g_object_new (RG_TYPE_JOURNAL_ENTRY, NULL);

  entry->at = rg_time_now ();
  entry->operation = g_strdup (operation);
  entry->words = g_strdup (words);
  return writer != NULL && rg_journal_writer_finish (writer, entry, error);
}

/**
 * rg_bulk_finish: (skip)
 * @self: a load
 * @operation: what the journal calls it
 * @words: what the journal says it was about
 * @progress: (nullable) (scope call): told how far it is, 0 to 1
 * @data: for @progress
 * @error: where to put what went wrong
 *
 * Makes the indexes and the search index, and one journal entry that stands for all that was loaded.
 *
 * Returns: whether all of it is in the file and on the disk
 */
gboolean
rg_bulk_finish (
  RgBulk *self, const char *operation, const char *words, RgSearchProgress progress, gpointer data, GError **error)
{
  g_autofree char *identify = g_strdup_printf ("PRAGMA application_id = %d", RG_DB_APPLICATION_ID);
  Finish finish = { progress, data };

  g_hash_table_remove_all (self->inserts);
  if (!rg_db_run_script (self->db, "COMMIT", error))
    return FALSE;
  for (guint i = 0; i < self->indexes->len; i++)
    {
      if (!rg_db_run_script (self->db, self->indexes->pdata[i], error))
        return FALSE;
      if (progress != NULL)
        progress (0.5 * (i + 1) / self->indexes->len, data);
    }
  return rg_db_run_script (self->db, "BEGIN IMMEDIATE", error)
         && rg_search_fill (self->db, on_fill_progress, &finish, error) && write_journal (self, operation, words, error)
         && rg_db_run_script (self->db, "COMMIT", error) && rg_db_run_script (self->db, identify, error)
         && rg_db_run_script (self->db,
                              "PRAGMA cache_size = -2000; PRAGMA foreign_keys = ON; "
                              "PRAGMA synchronous = FULL; PRAGMA wal_checkpoint (TRUNCATE)",
                              error);
}

/**
 * rg_bulk_free:
 * @self: (transfer full): a load; one that was not finished leaves a file of no use
 */
void
rg_bulk_free (RgBulk *self)
{
  g_hash_table_unref (self->inserts);
  g_ptr_array_unref (self->indexes);
  if (rg_db_in_transaction (self->db))
    rg_db_run_script (self->db, "ROLLBACK", NULL);
  g_free (self);
}
