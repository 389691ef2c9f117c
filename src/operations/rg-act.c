/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-act.h"

#include <sodium.h>

#include "rg-record-merge.h"

G_DEFINE_FINAL_TYPE (RgAct, rg_act, G_TYPE_OBJECT)

static void
rg_act_finalize (GObject *object)
{
  RgAct *self = RG_ACT (object);

  g_clear_object (&self->record);
  g_clear_object (&self->base);
  g_clear_object (&self->proposal);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->reasons, g_ptr_array_unref);
  g_free (self->currency);
  g_free (self->text);
  if (self->pin != NULL)
    sodium_memzero (self->pin, strlen (self->pin));
  g_free (self->pin);

  G_OBJECT_CLASS (rg_act_parent_class)->finalize (object);
}

static void
rg_act_init (RgAct *self)
{
}

static void
rg_act_class_init (RgActClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rg_act_finalize;
}

/**
 * rg_act_new:
 * @operation: what is to be done
 * @customer_id: with whom; 0 for nobody
 *
 * Returns: (transfer full): an act to fill in
 */
RgAct *
rg_act_new (const RgOperation *operation, gint64 customer_id)
{
  RgAct *self = g_object_new (RG_TYPE_ACT, NULL);

  self->operation = operation;
  self->customer_id = customer_id;
  return self;
}

/**
 * rg_act_new_record:
 * @operation: what is to be done
 * @record: with what; copied, so that what the operation sets does not show before it is on file
 *
 * Returns: (transfer full): an act for the customer that @record belongs to
 */
RgAct *
rg_act_new_record (const RgOperation *operation, RgRecord *record)
{
  const RgField *field = rg_record_type_find_field (rg_record_get_record_type (record), "customer_id");
  RgAct *self = rg_act_new (operation, field != NULL ? RG_RECORD_MEMBER (record, field, gint64) : 0);

  self->record = rg_record_copy (record);
  return self;
}

/**
 * rg_act_new_edit:
 * @operation: what changes a record
 * @record: the record with its new values; copied
 * @base: the record as it was shown to who changed it; copied
 *
 * Returns: (transfer full): an act that changes only what differs from @base, and is refused with %RG_ERROR_CONFLICT
 *   when somebody else changed the same
 */
RgAct *
rg_act_new_edit (const RgOperation *operation, RgRecord *record, RgRecord *base)
{
  RgAct *self = rg_act_new_record (operation, record);

  self->base = rg_record_copy (base);
  return self;
}

/**
 * rg_act_merge:
 * @self: an act with a record that is on file, with its new values
 * @db: a connection
 * @error: where to put why not
 *
 * Every operation that edits begins with it, so that of two who edit the same record neither undoes what the other did:
 * see rg_record_merge(). After a conflict the record of the act has what both changed, with this person's word where
 * they differ, and its base is what is on file: who was told may do the same again.
 *
 * Returns: (transfer full) (nullable): the record as it is on file
 */
RgRecord *
rg_act_merge (RgAct *self, RgDb *db, GError **error)
{
  g_autoptr (RgRecord) file
    = rg_db_load (db, rg_record_get_record_type (self->record), rg_record_get_id (self->record), error);
  g_autoptr (GError) local = NULL;

  if (file == NULL)
    return NULL;
  if (rg_record_merge (self->record, self->base, file, &local))
    return g_steal_pointer (&file);
  g_propagate_error (error, g_steal_pointer (&local));
  g_set_object (&self->base, file);
  return NULL;
}

/**
 * rg_act_add_id:
 * @self: an act
 * @id: one more record it is about
 */
void
rg_act_add_id (RgAct *self, gint64 id)
{
  if (self->ids == NULL)
    self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (self->ids, id);
}

/**
 * rg_act_add_record:
 * @self: an act
 * @record: (transfer full): one more record that goes with it
 */
void
rg_act_add_record (RgAct *self, RgRecord *record)
{
  if (self->records == NULL)
    self->records = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->records, record);
}

static void
reason_free (gpointer data)
{
  RgReason *reason = data;

  g_free (reason->text);
  g_free (reason->remedy);
  g_free (reason->action);
  g_free (reason);
}

/**
 * rg_reasons_new:
 *
 * Returns: (transfer full) (element-type RgReason): an empty list of reasons why not
 */
GPtrArray *
rg_reasons_new (void)
{
  return g_ptr_array_new_with_free_func (reason_free);
}

static void
add_reason (GPtrArray *reasons, const char *text, const char *remedy, const char *action, gboolean warning)
{
  RgReason *reason = g_new0 (RgReason, 1);

  reason->text = g_strdup (text);
  reason->remedy = g_strdup (remedy);
  reason->action = g_strdup (action);
  reason->warning = warning;
  g_ptr_array_add (reasons, reason);
}

/**
 * rg_reasons_add:
 * @reasons: a list
 * @text: why not, a translated sentence
 * @remedy: (nullable): what would let it
 * @action: (nullable): the name of an operation that does so
 */
void
rg_reasons_add (GPtrArray *reasons, const char *text, const char *remedy, const char *action)
{
  add_reason (reasons, text, remedy, action, FALSE);
}

/**
 * rg_reasons_warn:
 * @reasons: a list
 * @text: what to think of first, a translated sentence
 * @remedy: (nullable): what else could be done
 * @action: (nullable): the name of an operation that does so
 *
 * As rg_reasons_add(), for what may be done all the same once it is confirmed.
 */
void
rg_reasons_warn (GPtrArray *reasons, const char *text, const char *remedy, const char *action)
{
  add_reason (reasons, text, remedy, action, TRUE);
}

/**
 * rg_reasons_dup_text:
 * @reasons: a list
 *
 * Returns: (transfer full): all of it, a line each
 */
char *
rg_reasons_dup_text (GPtrArray *reasons)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < reasons->len; i++)
    {
      RgReason *reason = reasons->pdata[i];

      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, reason->text);
      if (reason->remedy != NULL)
        g_string_append_printf (text, " %s", reason->remedy);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * rg_reasons_prevent:
 * @reasons: a list
 * @confirmed: whether the person went on in spite of the warnings
 *
 * Returns: whether any of them stands in the way
 */
gboolean
rg_reasons_prevent (GPtrArray *reasons, gboolean confirmed)
{
  for (guint i = 0; i < reasons->len; i++)
    if (!((RgReason *) reasons->pdata[i])->warning || !confirmed)
      return TRUE;
  return FALSE;
}
