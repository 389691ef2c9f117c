/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-txn-private.h"

#include <glib/gi18n-lib.h>

#include "rg-cancellation.h"
#include "rg-contact.h"
#include "rg-customer-tag.h"
#include "rg-customer.h"
#include "rg-error.h"
#include "rg-id.h"
#include "rg-ledger-entry.h"
#include "rg-note.h"
#include "rg-order.h"
#include "rg-search-index.h"
#include "rg-tag.h"

/* Touched customers are made anew in batches, so that an import of a million needs no more memory than one of ten. */
#define MAX_TOUCHED 512

/**
 * rg_txn_begin:
 * @db: the writer's connection
 * @operation: the name of the operation, such as "note.add"
 * @staff_id: who does it; 0 when nobody is signed in yet
 * @error: where to put what went wrong
 *
 * In a batch (see rg-bulk.h) it neither begins nor commits, and rolling it back rolls back the batch.
 *
 * Returns: (transfer full) (nullable): a transaction; freeing it without committing rolls it back
 */
RgTxn *
rg_txn_begin (RgDb *db, const char *operation, gint64 staff_id, GError **error)
{
  RgTxn *txn;
  gboolean joined = rg_db_in_transaction (db);

  if (!joined && !rg_db_run (db, error, "BEGIN IMMEDIATE", ""))
    return NULL;

  txn = g_new0 (RgTxn, 1);
  txn->joined = joined;
  txn->db = db;
  txn->open = TRUE;
  txn->entry = g_object_new (RG_TYPE_JOURNAL_ENTRY, NULL);
  txn->entry->at = rg_time_now ();
  txn->entry->staff_id = staff_id;
  txn->entry->operation = g_strdup (operation);
  txn->changes = g_array_new (FALSE, TRUE, sizeof (RgChange));
  txn->touched = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return txn;
}

/**
 * rg_txn_free:
 * @txn: (transfer full): a transaction; rolled back unless it was committed
 */
void
rg_txn_free (RgTxn *txn)
{
  if (txn->open && rg_db_in_transaction (txn->db))
    rg_db_run_script (txn->db, "ROLLBACK", NULL);
  g_object_unref (txn->entry);
  g_array_unref (txn->changes);
  g_clear_pointer (&txn->writer, rg_journal_writer_free);
  g_hash_table_unref (txn->touched);
  g_clear_pointer (&txn->bulk, rg_txn_bulk_free);
  g_free (txn);
}

/**
 * rg_txn_get_db:
 * @txn: a transaction
 *
 * Returns: (transfer none): its connection, for reading
 */
RgDb *
rg_txn_get_db (RgTxn *txn)
{
  return txn->db;
}

/**
 * rg_txn_get_time:
 * @txn: a transaction
 *
 * Returns: its one time, microseconds UTC
 */
gint64
rg_txn_get_time (RgTxn *txn)
{
  return txn->entry->at;
}

/**
 * rg_txn_set_time:
 * @txn: a transaction in which nothing was changed yet
 * @time: when it was done, for what is entered later than it happened
 */
void
rg_txn_set_time (RgTxn *txn, gint64 time)
{
  txn->entry->at = time;
}

/**
 * rg_txn_set_customer:
 * @txn: a transaction
 * @customer_id: whose history the entry belongs to
 */
void
rg_txn_set_customer (RgTxn *txn, gint64 customer_id)
{
  txn->entry->customer_id = customer_id;
}

/**
 * rg_txn_set_nobody:
 * @txn: a transaction
 *
 * The entry belongs to no customer's history, whoever it changes. To be called when all is changed.
 */
void
rg_txn_set_nobody (RgTxn *txn)
{
  txn->entry->customer_id = 0;
}

/**
 * rg_txn_set_words:
 * @txn: a transaction
 * @words: what it is about, beyond the operation's own words: "VIP Customer", "20.00 EUR"
 */
void
rg_txn_set_words (RgTxn *txn, const char *words)
{
  g_set_str (&txn->entry->words, words);
}

/**
 * rg_txn_set_reason:
 * @txn: a transaction
 * @reason: why the person did it
 */
void
rg_txn_set_reason (RgTxn *txn, const char *reason)
{
  g_set_str (&txn->entry->reason, reason);
}

/**
 * rg_txn_set_undoes:
 * @txn: a transaction
 * @entry_id: the journal entry it takes back
 */
void
rg_txn_set_undoes (RgTxn *txn, gint64 entry_id)
{
  txn->entry->undoes_id = entry_id;
}

static void
touch (RgTxn *txn, gint64 customer_id, RgSearchParts parts)
{
  if (customer_id != 0 && parts != 0 && !rg_txn_bulk_is_anew (txn))
    {
      parts |= GPOINTER_TO_UINT (g_hash_table_lookup (txn->touched, &customer_id));
      g_hash_table_insert (txn->touched, g_memdup2 (&customer_id, sizeof customer_id), GUINT_TO_POINTER (parts));
    }
}

/**
 * rg_txn_touch:
 * @txn: a transaction
 * @customer_id: a customer whose derived columns, or words in the search index, it changes
 */
void
rg_txn_touch (RgTxn *txn, gint64 customer_id)
{
  touch (txn, customer_id, RG_SEARCH_WORDS);
}

static gint64
get_customer_id (RgRecord *record)
{
  const RgRecordType *type = rg_record_get_record_type (record);
  const RgField *field;

  if (type == &rg_customer_type)
    return rg_record_get_id (record);
  field = rg_record_type_find_field (type, "customer_id");
  return field != NULL ? RG_RECORD_MEMBER (record, field, gint64) : 0;
}

static gboolean
refresh_touched (RgTxn *txn, GError **error)
{
  GHashTableIter iter;
  gpointer customer_id, parts;
  gint64 place;

  if (g_hash_table_size (txn->touched) == 0)
    return TRUE;
  if ((txn->bulk != NULL && !rg_txn_bulk_restore (txn, error))
      || !rg_search_take_places (txn->db, g_hash_table_size (txn->touched), &place, error))
    return FALSE;
  g_hash_table_iter_init (&iter, txn->touched);
  while (g_hash_table_iter_next (&iter, &customer_id, &parts))
    {
      if (!rg_search_refresh (txn->db, *(gint64 *) customer_id, txn->entry->at, &place, GPOINTER_TO_UINT (parts),
                              error))
        return FALSE;
      g_hash_table_iter_remove (&iter);
    }
  return TRUE;
}

/* What is derived of a customer from such a record. A note that never had a reminder tells nothing. */
static RgSearchParts
get_parts (RgRecord *record, const char *action)
{
  const RgRecordType *type = rg_record_get_record_type (record);

  if (type == &rg_note_type)
    return RG_NOTE (record)->reminder_day != 0 || g_str_equal (action, "update") ? RG_SEARCH_DUE : 0;
  if (type == &rg_order_type || type == &rg_ledger_entry_type)
    return RG_SEARCH_OWES;
  if (type == &rg_customer_type || type == &rg_customer_tag_type || type == &rg_contact_type
      || type == &rg_cancellation_type)
    return RG_SEARCH_WORDS;
  return 0;
}

static gboolean
add_change (RgTxn *txn, RgRecord *record, const char *action, const char *data, GError **error)
{
  RgChange change = { rg_record_get_record_type (record), rg_record_get_id (record), get_customer_id (record) };
  RgSearchParts parts = get_parts (record, action);

  if (txn->writer == NULL && (txn->writer = rg_journal_writer_new (txn->db, error)) == NULL)
    return FALSE;
  if (txn->changes->len <= RG_MAX_CHANGES_TOLD)
    g_array_append_val (txn->changes, change);
  if (txn->entry->customer_id == 0)
    txn->entry->customer_id = change.customer_id;
  if (!rg_journal_writer_add (txn->writer, change.type->name, change.id, action, data, error))
    return FALSE;
  if (parts != 0 && (txn->bulk == NULL || !rg_txn_bulk_is_placed (txn, change.type, change.customer_id)))
    touch (txn, change.customer_id, parts);
  return g_hash_table_size (txn->touched) < MAX_TOUCHED || refresh_touched (txn, error);
}

/* The name of a tag is in the search index of every customer who has it. */
static gboolean
touch_tagged (RgTxn *txn, RgRecord *tag, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (RgQuery) query = rg_db_query (txn->db, error, "SELECT customer_id FROM customer_tag WHERE tag_id = ?", "i",
                                           rg_record_get_id (tag));

  if (query == NULL)
    return FALSE;
  while (rg_query_next (query, &local))
    rg_txn_touch (txn, rg_query_int (query, 0));
  return !rg_error_propagate (error, &local);
}

/* Another program at this desk may have made the same id in the same millisecond. */
gboolean
rg_txn_make_id (RgTxn *txn, RgRecord *record, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE id = ?", rg_record_get_record_type (record)->table);
  gint64 taken;

  do
    {
      rg_record_set_id (record, rg_id_new ());
      if (!rg_db_get_int (txn->db, &taken, error, sql, "i", rg_record_get_id (record)))
        return FALSE;
    }
  while (taken);
  return TRUE;
}

/**
 * rg_txn_insert:
 * @txn: a transaction
 * @record: a record; gets an id when it has none
 * @error: where to put what went wrong
 *
 * Returns: whether it was written
 */
gboolean
rg_txn_insert (RgTxn *txn, RgRecord *record, GError **error)
{
  g_autofree char *values = NULL;

  if (!rg_record_check_required (record, error))
    return FALSE;
  rg_txn_derive (record);
  if (txn->bulk != NULL)
    {
      if (!rg_txn_bulk_insert (txn, record, error))
        return FALSE;
    }
  else if ((rg_record_get_id (record) == 0 && !rg_txn_make_id (txn, record, error))
           || !rg_db_insert_row (txn->db, record, error))
    return FALSE;

  values = rg_txn_make_values (record);
  return add_change (txn, record, "insert", values, error);
}

static gboolean
check_fixed (RgRecord *old, RgRecord *record, GError **error)
{
  const RgRecordType *type = rg_record_get_record_type (record);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const RgField *field = &type->fields[i];

      if ((field->flags & RG_FIELD_FIXED) == 0 || (field->flags & RG_FIELD_DERIVED) != 0
          || rg_record_is_field_equal (old, record, field))
        continue;
      /* Translators: the name of a field, such as "Customer number" */
      rg_error_set_invalid (error, field->column, _ ("“%s” can’t be changed afterwards."), _ (field->label));
      return FALSE;
    }
  return TRUE;
}

/**
 * rg_txn_update:
 * @txn: a transaction
 * @record: a record that is on file, with its new values
 * @error: where to put what went wrong
 *
 * Writes and journals only what differs from the file; nothing when nothing does. Derived columns keep their values.
 * %RG_ERROR_INVALID when a fixed field differs.
 *
 * Returns: whether it was written
 */
gboolean
rg_txn_update (RgTxn *txn, RgRecord *record, GError **error)
{
  const RgRecordType *type = rg_record_get_record_type (record);
  g_autoptr (RgRecord) old = NULL;
  g_autofree char *pairs = NULL;

  if (txn->bulk != NULL && !rg_txn_bulk_flush (txn, error))
    return FALSE;
  old = rg_db_load (txn->db, type, rg_record_get_id (record), error);
  if (old == NULL || !rg_record_check_required (record, error))
    return FALSE;
  if (!check_fixed (old, record, error))
    return FALSE;
  pairs = rg_txn_make_pairs (old, record);
  if (pairs == NULL)
    return TRUE;

  rg_txn_keep_derived (old, record);
  rg_txn_derive (record);
  return rg_db_update_row (txn->db, record, error) && (!RG_IS_TAG (record) || touch_tagged (txn, record, error))
         && add_change (txn, record, "update", pairs, error);
}

static gboolean
delete_loaded (RgTxn *txn, RgRecord *record, const char *values, GError **error)
{
  const RgRecordType *type = rg_record_get_record_type (record);
  gint64 id = rg_record_get_id (record);

  return (type != &rg_customer_type || rg_txn_bulk_is_anew (txn) || rg_search_remove (txn->db, id, error))
         && rg_db_delete_row (txn->db, type, id, error) && add_change (txn, record, "delete", values, error);
}

/**
 * rg_txn_delete:
 * @txn: a transaction
 * @record: a record that is on file
 * @error: where to put what went wrong
 *
 * Returns: whether it is gone; the journal keeps its values
 */
gboolean
rg_txn_delete (RgTxn *txn, RgRecord *record, GError **error)
{
  g_autoptr (RgRecord) old = NULL;
  g_autofree char *values = NULL;

  if (txn->bulk != NULL && !rg_txn_bulk_flush (txn, error))
    return FALSE;
  old = rg_db_load (txn->db, rg_record_get_record_type (record), rg_record_get_id (record), error);
  if (old == NULL)
    return FALSE;
  values = rg_txn_make_values (old);
  return delete_loaded (txn, old, values, error);
}

/**
 * rg_txn_delete_as_inserted:
 * @txn: a transaction
 * @type: a record type
 * @id: a record that is on file
 * @values: what the journal kept when it was inserted
 * @same: (out): whether the record still is as it was inserted; else it stays
 * @error: where to put what went wrong
 *
 * Deletes a record nobody changed, which takes less than reading what the journal has of it.
 *
 * Returns: whether it is gone, or not @same
 */
gboolean
rg_txn_delete_as_inserted (
  RgTxn *txn, const RgRecordType *type, gint64 id, const char *values, gboolean *same, GError **error)
{
  g_autoptr (RgRecord) record = NULL;
  g_autofree char *now = NULL;

  *same = FALSE;
  if (txn->bulk != NULL && !rg_txn_bulk_flush (txn, error))
    return FALSE;
  record = rg_db_load (txn->db, type, id, error);
  if (record == NULL)
    return FALSE;
  now = rg_txn_make_values (record);
  *same = g_str_equal (now, values);
  return !*same || delete_loaded (txn, record, values, error);
}

/**
 * rg_txn_commit:
 * @txn: a transaction
 * @entry_id: (out) (optional): its journal entry; 0 when nothing was changed and so nothing written
 * @changes: (out) (optional) (transfer full) (element-type RgChange): what was changed
 * @error: where to put what went wrong; the transaction is rolled back then
 *
 * Returns: whether everything is safely on the disk
 */
gboolean
rg_txn_commit (RgTxn *txn, gint64 *entry_id, GArray **changes, GError **error)
{
  if (txn->writer != NULL
      && (!refresh_touched (txn, error) || !rg_journal_writer_finish (txn->writer, txn->entry, error)))
    return FALSE;
  if (!txn->joined && !rg_db_run_script (txn->db, "COMMIT", error))
    return FALSE;

  txn->open = FALSE;
  if (entry_id != NULL)
    *entry_id = rg_record_get_id (RG_RECORD (txn->entry));
  if (changes != NULL)
    *changes = g_array_ref (txn->changes);
  return TRUE;
}
