/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-undo.h"

#include <glib/gi18n-lib.h>

#include "rg-cancellation-operations.h"
#include "rg-error.h"
#include "rg-journal.h"
#include "rg-ledger-operations.h"
#include "rg-staff-operations.h"

/* Taking an entry back is reading its changes from the last to the first and reversing each. A change whose
 * values are not what the entry left there any more is a conflict: undo never overwrites what was done since.
 */

/* So many changes are read at once. */
#define CHANGES_AT_ONCE 500

/* With so many changes the indexes are better made in the end. */
#define MANY_CHANGES 2000

/* What somebody may not delete they may still take back so soon after having made it. */
#define GRACE (10 * 60 * G_USEC_PER_SEC)

static void
set_conflict (const RgRecordType *type, GError **error)
{
  /* Translators: %s is a kind of record, such as "Note" */
  g_set_error (error, RG_ERROR, RG_ERROR_CONFLICT, _ ("This can’t be undone any more: %s was changed since."),
               _ (type->label));
}

static void
set_unreadable (GError **error)
{
  g_set_error (error, RG_ERROR, RG_ERROR_CORRUPT,
               _ ("The journal of this file is damaged here, so this can’t be undone."));
}

static JsonObject *
parse (RgJournalChange *change, JsonParser *parser, GError **error)
{
  const char *data = change->data != NULL ? change->data : "";
  JsonNode *root = json_parser_load_from_data (parser, data, -1, NULL) ? json_parser_get_root (parser) : NULL;

  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    return json_node_get_object (root);
  set_unreadable (error);
  return NULL;
}

/* Sets the fields that an update changed from one side of its pairs, after checking that they are as the
 * other side. */
static gboolean
swap_values (RgRecord *record, JsonObject *pairs, GError **error)
{
  const RgRecordType *type = rg_record_get_record_type (record);
  JsonObjectIter iter;
  const char *column;
  JsonNode *node;

  json_object_iter_init (&iter, pairs);
  while (json_object_iter_next (&iter, &column, &node))
    {
      const RgField *field = rg_record_type_find_field (type, column);
      JsonArray *pair = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
      g_autoptr (JsonNode) now = NULL;

      if (field == NULL)
        continue;
      if (pair == NULL || json_array_get_length (pair) != 2)
        {
          set_unreadable (error);
          return FALSE;
        }
      now = rg_record_field_to_json (record, field);
      if (!json_node_equal (now, json_array_get_element (pair, 1)))
        {
          set_conflict (type, error);
          return FALSE;
        }
      if (!rg_record_field_from_json (record, field, json_array_get_element (pair, 0), error))
        return FALSE;
    }
  return TRUE;
}

/* Whether a record still is as it was inserted. */
static gboolean
is_as_inserted (RgRecord *record, JsonObject *values)
{
  const RgRecordType *type = rg_record_get_record_type (record);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const RgField *field = &type->fields[i];
      g_autoptr (JsonNode) now = NULL;
      JsonNode *then;

      if ((field->flags & (RG_FIELD_DERIVED | RG_FIELD_SECRET)) != 0)
        continue;
      then = json_object_get_member (values, field->column);
      now = rg_record_field_to_json (record, field);
      if (then == NULL ? !rg_record_is_field_nought (record, field) : !json_node_equal (now, then))
        return FALSE;
    }
  return TRUE;
}

/* Money is never edited: an entry of the ledger is countered by its opposite. */
static gboolean
counter_entry (RgAct *act, RgTxn *txn, RgLedgerEntry *entry, GError **error)
{
  g_autoptr (RgLedgerEntry) counter = NULL;

  /* What it took a signature to do, it takes who may sign to undo. */
  if (entry->approved_by_id != 0 && act->role < RG_ROLE_MANAGER)
    {
      g_set_error (error, RG_ERROR, RG_ERROR_DENIED, _ ("A Manager signed for this. A Manager can undo it."));
      return FALSE;
    }
  counter = (RgLedgerEntry *) rg_record_copy (RG_RECORD (entry));
  rg_record_set_id (RG_RECORD (counter), 0);
  counter->amount = -entry->amount;
  counter->counters_id = rg_record_get_id (RG_RECORD (entry));
  counter->staff_id = act->staff_id;
  counter->approved_by_id = 0;
  counter->created_at = rg_txn_get_time (txn);
  g_free (counter->reason);
  counter->reason = entry->reason != NULL ? g_strdup_printf (_ ("Undone: %s"), entry->reason) : g_strdup (_ ("Undone"));
  return rg_ledger_check_counter (act, rg_txn_get_db (txn), counter, error)
         && rg_txn_insert (txn, RG_RECORD (counter), error);
}

/* @local: (transfer full): why a record could not be deleted */
static void
set_delete_error (GError *local, GError **error)
{
  if (g_error_matches (local, RG_ERROR, RG_ERROR_CONFLICT))
    {
      g_error_free (local);
      g_set_error (error, RG_ERROR, RG_ERROR_CONFLICT,
                   _ ("This can’t be undone any more: something else on file depends on it."));
    }
  else
    g_propagate_error (error, local);
}

static gboolean
reverse_insert (
  RgAct *act, RgTxn *txn, const RgRecordType *type, RgJournalChange *change, JsonObject *values, GError **error)
{
  g_autoptr (RgRecord) record = rg_db_load (rg_txn_get_db (txn), type, change->record_id, error);
  g_autoptr (GError) local = NULL;

  if (record == NULL)
    return FALSE;
  if (type == &rg_ledger_entry_type)
    return counter_entry (act, txn, RG_LEDGER_ENTRY (record), error);
  if (!is_as_inserted (record, values))
    {
      set_conflict (type, error);
      return FALSE;
    }
  if (type == &rg_staff_type && !rg_staff_check_undo (act, txn, RG_STAFF (record), NULL, error))
    return FALSE;
  if (rg_txn_delete (txn, record, &local))
    return TRUE;
  set_delete_error (g_steal_pointer (&local), error);
  return FALSE;
}

/* Something that nobody changed since it was inserted, and that has no rules of its own about going, is deleted without
 * reading its values. */
static gboolean
reverse_simple_insert (RgTxn *txn, const RgRecordType *type, RgJournalChange *change, gboolean *done, GError **error)
{
  g_autoptr (GError) local = NULL;

  *done = FALSE;
  if (!g_str_equal (change->action, "insert") || type == &rg_ledger_entry_type || type == &rg_staff_type)
    return TRUE;
  if (rg_txn_delete_as_inserted (txn, type, change->record_id, change->data, done, &local))
    return TRUE;
  set_delete_error (g_steal_pointer (&local), error);
  return FALSE;
}

static gboolean
reverse_change (RgAct *act, RgTxn *txn, RgJournalChange *change, GError **error)
{
  const RgRecordType *type = rg_record_type_find (change->record);
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (RgRecord) old = NULL;
  g_autoptr (RgRecord) record = NULL;
  JsonObject *data;
  gboolean done;

  if (type == NULL)
    {
      g_set_error (error, RG_ERROR, RG_ERROR_CONFLICT, _ ("This version can’t undo it: it does not know “%s”."),
                   change->record);
      return FALSE;
    }
  if (!reverse_simple_insert (txn, type, change, &done, error))
    return FALSE;
  if (done)
    return TRUE;
  parser = json_parser_new ();
  data = parse (change, parser, error);
  if (data == NULL)
    return FALSE;
  if (g_str_equal (change->action, "insert"))
    return reverse_insert (act, txn, type, change, data, error);
  if (g_str_equal (change->action, "delete"))
    {
      record = rg_record_new (type);
      if (!rg_record_from_json (record, data, error))
        return FALSE;
      rg_record_set_id (record, change->record_id);
      if (type == &rg_staff_type && !rg_staff_check_undo (act, txn, NULL, RG_STAFF (record), error))
        return FALSE;
      return rg_txn_insert (txn, record, error);
    }
  old = rg_db_load (rg_txn_get_db (txn), type, change->record_id, error);
  record = old != NULL ? rg_record_copy (old) : NULL;
  return record != NULL && swap_values (record, data, error)
         && (type != &rg_staff_type || rg_staff_check_undo (act, txn, RG_STAFF (old), RG_STAFF (record), error))
         && rg_txn_update (txn, record, error);
}

/* What an undo of an undo of … brings back or takes away in the end, and whether @entry_id took it away. */
static RgJournalEntry *
find_original (RgDb *db, gint64 entry_id, gboolean *is_undo, GError **error)
{
  for (*is_undo = FALSE;; *is_undo = !*is_undo)
    {
      g_autoptr (RgJournalEntry) entry = rg_journal_get (db, entry_id, error);

      /* What it takes back is older */
      if (entry == NULL || entry->undoes_id == 0 || entry->undoes_id >= entry_id)
        return g_steal_pointer (&entry);
      entry_id = entry->undoes_id;
    }
}

/* Taking back something new deletes it: who may not delete it can do so only for a while. */
static gboolean
is_too_late (RgAct *act, const RgOperation *operation, RgJournalEntry *original)
{
  RgRight remove = { operation->right.area, RG_SCOPE_DELETE };

  return operation->right.scope == RG_SCOPE_CREATE && rg_right_get_role (remove) <= RG_ROLE_SYSTEM_ADMINISTRATOR
         && !rg_role_has_right (act->role, remove) && rg_time_now () - original->at > GRACE;
}

/**
 * rg_undo_can_ever:
 * @name: the name of an operation, as the journal has it
 *
 * Returns: whether its entries can be undone at all, now or at another time
 */
gboolean
rg_undo_can_ever (const char *name)
{
  const RgOperation *operation = rg_operation_find (name);

  return operation != NULL && operation->undo != RG_UNDO_NEVER;
}

static void
add_undo_reasons (RgAct *act, RgJournalEntry *original, RgJournalEntry *tip, gboolean is_undo, GPtrArray *reasons)
{
  const RgOperation *operation = rg_operation_find (original->operation);

  if (!rg_undo_can_ever (original->operation))
    rg_reasons_add (reasons, _ ("This can’t be undone."), NULL, NULL);
  else if (!rg_role_has_right (act->role, operation->right))
    {
      g_autofree char *reason = rg_right_dup_reason (operation->right);

      rg_reasons_add (reasons, reason, NULL, NULL);
    }
  else if ((original->staff_id != act->staff_id || tip->staff_id != act->staff_id) && act->role < RG_ROLE_MANAGER)
    rg_reasons_add (reasons, _ ("Somebody else did this."), _ ("A Manager can undo it."), NULL);
  else if (!is_undo && is_too_late (act, operation, original))
    {
      g_autofree char *reason = rg_right_dup_reason ((RgRight) { operation->right.area, RG_SCOPE_DELETE });

      rg_reasons_add (reasons, _ ("This was done too long ago to be taken back by who did it."), reason, NULL);
    }
}

static gboolean
why_not_undo (RgAct *act, RgDb *db, GPtrArray *reasons, GError **error)
{
  g_autoptr (RgJournalEntry) original = NULL;
  g_autoptr (RgJournalEntry) tip = NULL;
  gint64 id, tip_id;
  gboolean undone, is_undo;

  if (act->ids == NULL || act->ids->len == 0)
    {
      rg_error_set_invalid (error, "id", _ ("Say what is to be undone."));
      return FALSE;
    }
  id = g_array_index (act->ids, gint64, 0);
  if (!rg_journal_find_undoable (db, id, &tip_id, &undone, error) || (tip = rg_journal_get (db, tip_id, error)) == NULL
      || (original = find_original (db, tip_id, &is_undo, error)) == NULL)
    return FALSE;
  if (undone)
    rg_reasons_add (reasons, _ ("It was undone already."), NULL, NULL);
  add_undo_reasons (act, original, tip, is_undo, reasons);
  return TRUE;
}

static gboolean
reverse_all (RgAct *act, RgTxn *txn, gint64 entry_id, GError **error)
{
  gint64 before = G_MAXINT64;

  for (;;)
    {
      g_autoptr (GPtrArray) changes
        = rg_journal_get_changes_back (rg_txn_get_db (txn), entry_id, before, CHANGES_AT_ONCE, error);

      if (changes == NULL)
        return FALSE;
      if (changes->len == 0)
        return TRUE;
      for (guint i = 0; i < changes->len; i++)
        {
          if (!reverse_change (act, txn, changes->pdata[i], error))
            return FALSE;
          before = RG_JOURNAL_CHANGE (changes->pdata[i])->seq;
        }
    }
}

static gboolean
run_undo (RgAct *act, RgTxn *txn, GError **error)
{
  RgDb *db = rg_txn_get_db (txn);
  g_autoptr (RgJournalEntry) entry = NULL;
  g_autoptr (RgJournalEntry) original = NULL;
  const RgOperation *operation;
  RgCancelled cancelled = { 0 };
  gint64 id, n_changes, n_customers;
  gboolean undone, is_undo;

  if (!rg_journal_find_undoable (db, g_array_index (act->ids, gint64, 0), &id, &undone, error)
      || (entry = rg_journal_get (db, id, error)) == NULL
      || (original = find_original (db, id, &is_undo, error)) == NULL
      || !rg_journal_count_changes (db, id, &n_changes, &n_customers, error))
    return FALSE;
  operation = rg_operation_find (original->operation);
  rg_txn_set_undoes (txn, id);
  rg_txn_set_customer (txn, entry->customer_id);
  if (original->words != NULL)
    {
      g_autofree char *words = g_strdup_printf ("%s: %s", _ (operation->label), original->words);

      rg_txn_set_words (txn, words);
    }
  else
    rg_txn_set_words (txn, _ (operation->label));
  if ((operation == &rg_cancellation_add || operation == &rg_cancellation_remove)
      && !rg_cancelled_read (db, entry->customer_id, &cancelled, error))
    return FALSE;
  if (n_changes < MANY_CHANGES)
    return reverse_all (act, txn, id, error) && rg_cancelled_settle (txn, &cancelled, error);
  return rg_txn_begin_bulk (txn, (guint64) n_changes, (guint64) n_customers, error) && reverse_all (act, txn, id, error)
         && rg_txn_end_bulk (txn, error);
}

const RgOperation rg_undo = {
  .name = "undo",
  .label = N_ ("Undo"),
  .past = N_ ("Undone"),
  .right = { RG_AREA_CUSTOMERS, RG_SCOPE_VIEW },
  .why_not = why_not_undo,
  .run = run_undo,
};
