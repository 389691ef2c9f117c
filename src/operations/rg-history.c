/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-history.h"

#include <glib/gi18n-lib.h>

#include "rg-future.h"
#include "rg-journal.h"

/* The journal in words: what was done, by whom, what it changed from what to what, and whether it can be
 * undone. */

G_DEFINE_FINAL_TYPE (RgHistoryItem, rg_history_item, G_TYPE_OBJECT)

static void
rg_history_item_finalize (GObject *object)
{
  RgHistoryItem *self = RG_HISTORY_ITEM (object);

  g_free (self->title);
  g_free (self->reason);
  g_free (self->why_not);
  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->values);

  G_OBJECT_CLASS (rg_history_item_parent_class)->finalize (object);
}

static void
rg_history_item_init (RgHistoryItem *self)
{
  self->labels = g_ptr_array_new_with_free_func (g_free);
  self->values = g_ptr_array_new_with_free_func (g_free);
}

static void
rg_history_item_class_init (RgHistoryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rg_history_item_finalize;
}

/* Ids and what is computed say nothing to a person. */
static gboolean
is_told (const RgField *field)
{
  return field != NULL && field->label != NULL && field->kind != RG_KIND_REF && field->kind != RG_KIND_BYTES
         && (field->flags & (RG_FIELD_DERIVED | RG_FIELD_SECRET)) == 0;
}

static void
add_line (RgHistoryItem *self, const RgRecordType *type, const RgField *field, char *value)
{
  g_ptr_array_add (self->labels, g_strdup_printf ("%s: %s", _ (type->label), _ (field->label)));
  g_ptr_array_add (self->values, value);
}

static char *
dup_display (RgRecord *record, const RgField *field, JsonNode *node)
{
  g_autofree char *text = NULL;

  if (!rg_record_field_from_json (record, field, node, NULL))
    return g_strdup ("");
  text = rg_record_dup_field_display (record, field);
  return g_strdup (*text != '\0' ? text : _ ("none"));
}

static void
add_pairs (RgHistoryItem *self, RgDb *db, const RgRecordType *type, gint64 record_id, JsonObject *pairs)
{
  /* The record as it is tells the currency of its amounts. */
  g_autoptr (RgRecord) record = rg_db_load (db, type, record_id, NULL);
  JsonObjectIter iter;
  const char *column;
  JsonNode *node;

  if (record == NULL)
    record = rg_record_new (type);
  json_object_iter_init (&iter, pairs);
  while (json_object_iter_next (&iter, &column, &node))
    {
      const RgField *field = rg_record_type_find_field (type, column);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      if (!is_told (field) || !JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) != 2)
        continue;
      before = dup_display (record, field, json_array_get_element (json_node_get_array (node), 0));
      after = dup_display (record, field, json_array_get_element (json_node_get_array (node), 1));
      add_line (self, type, field, g_strdup_printf ("%s → %s", before, after));
    }
}

static void
add_values (RgHistoryItem *self, const RgRecordType *type, JsonObject *values, gboolean removed)
{
  g_autoptr (RgRecord) record = rg_record_new (type);
  g_autoptr (RgRecord) standard = rg_record_new (type);

  if (!rg_record_from_json (record, values, NULL))
    return;
  for (guint i = 0; i < type->n_fields; i++)
    {
      const RgField *field = &type->fields[i];
      g_autofree char *value = NULL;

      if (!is_told (field) || rg_record_is_field_empty (record, field)
          || rg_record_is_field_equal (record, standard, field))
        continue;
      value = rg_record_dup_field_display (record, field);
      add_line (self, type, field, removed ? g_strdup_printf (_ ("%s → none"), value) : g_steal_pointer (&value));
    }
}

static gboolean
add_changes (RgHistoryItem *self, RgDb *db, GError **error)
{
  g_autoptr (GPtrArray) changes = rg_journal_get_changes (db, self->entry_id, error);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      RgJournalChange *change = changes->pdata[i];
      const RgRecordType *type = rg_record_type_find (change->record);
      g_autoptr (JsonParser) parser = json_parser_new ();
      JsonNode *root;

      if (type == NULL || change->data == NULL || !json_parser_load_from_data (parser, change->data, -1, NULL))
        continue;
      root = json_parser_get_root (parser);
      if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
        continue;
      if (g_str_equal (change->action, "update"))
        add_pairs (self, db, type, change->record_id, json_node_get_object (root));
      else
        add_values (self, type, json_node_get_object (root), g_str_equal (change->action, "delete"));
    }
  return changes != NULL;
}

typedef struct
{
  gint64 customer_id;
  gint64 before;
  guint limit;
  gint64 staff_id;
  RgRole role;
  gboolean read_only;
} Question;

static gboolean
add_why_not (RgHistoryItem *self, RgDb *db, Question *question, GError **error)
{
  g_autoptr (RgAct) act = rg_act_new (&rg_undo, 0);
  g_autoptr (GPtrArray) reasons = rg_reasons_new ();

  act->staff_id = question->staff_id;
  act->role = question->role;
  rg_act_add_id (act, self->entry_id);
  if (question->read_only)
    rg_reasons_add (reasons, _ ("This file is open read-only; nothing in it can be changed."), NULL, NULL);
  else if (question->staff_id == 0)
    rg_reasons_add (reasons, _ ("Nobody is signed in."), NULL, NULL);
  else if (!rg_undo.why_not (act, db, reasons, error))
    return FALSE;
  if (reasons->len > 0)
    self->why_not = rg_reasons_dup_text (reasons);
  return TRUE;
}

static GObject *
read_history (RgDb *db, gpointer data, GError **error)
{
  Question *question = data;
  g_autoptr (GListStore) items = g_list_store_new (RG_TYPE_HISTORY_ITEM);
  g_autoptr (GPtrArray) entries
    = rg_journal_of_customer (db, question->customer_id, question->before, question->limit, error);

  if (entries == NULL)
    return NULL;
  for (guint i = 0; i < entries->len; i++)
    {
      RgJournalEntry *entry = entries->pdata[i];
      const RgOperation *operation = rg_operation_find (entry->operation);
      const char *past = operation != NULL ? _ (operation->past) : entry->operation;
      g_autoptr (RgHistoryItem) item = g_object_new (RG_TYPE_HISTORY_ITEM, NULL);

      item->entry_id = rg_record_get_id (RG_RECORD (entry));
      item->at = entry->at;
      item->staff_id = entry->staff_id;
      item->title = entry->words != NULL ? g_strdup_printf ("%s: %s", past, entry->words) : g_strdup (past);
      item->reason = g_strdup (entry->reason);
      if (!add_changes (item, db, error) || !add_why_not (item, db, question, error))
        return NULL;
      g_list_store_append (items, item);
    }
  return G_OBJECT (g_steal_pointer (&items));
}

/**
 * rg_history_of_customer: (skip)
 * @desk: a desk
 * @customer_id: a customer
 * @before: only entries before this one; 0 for the newest
 * @limit: how many at most
 *
 * Returns: (transfer full): a future for a #GListStore of #RgHistoryItem, newest first
 */
DexFuture *
rg_history_of_customer (RgDesk *desk, gint64 customer_id, gint64 before, guint limit)
{
  RgStaff *staff = rg_desk_get_staff (desk);
  Question *question = g_new0 (Question, 1);

  question->customer_id = customer_id;
  question->before = before;
  question->limit = limit;
  question->staff_id = staff != NULL ? rg_record_get_id (RG_RECORD (staff)) : 0;
  question->role = staff != NULL ? staff->role : RG_ROLE_CUSTOMER_SERVICE;
  question->read_only = rg_store_is_read_only (rg_desk_get_store (desk));
  return rg_desk_read (desk, read_history, question, g_free);
}
