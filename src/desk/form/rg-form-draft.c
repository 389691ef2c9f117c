/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-form-draft.h"

static gboolean
is_typed (const RgField *field)
{
  return (field->flags & (RG_FIELD_DERIVED | RG_FIELD_FIXED | RG_FIELD_SECRET)) == 0;
}

/**
 * rg_form_draft_write:
 * @draft: as typed
 * @base: as on file
 *
 * Returns: (transfer full) (nullable): the values that differ, as JSON; %NULL when none does
 */
char *
rg_form_draft_write (RgRecord *draft, RgRecord *base)
{
  const RgRecordType *type = rg_record_get_record_type (draft);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonObject) object = json_object_new ();

  for (guint i = 0; i < type->n_fields; i++)
    if (is_typed (&type->fields[i]) && !rg_record_is_field_equal (draft, base, &type->fields[i]))
      json_object_set_member (object, type->fields[i].column, rg_record_field_to_json (draft, &type->fields[i]));
  if (json_object_get_size (object) == 0)
    return NULL;
  json_node_set_object (node, object);
  return json_to_string (node, FALSE);
}

/**
 * rg_form_draft_read:
 * @text: what rg_form_draft_write() made, maybe long ago
 * @draft: where to put it
 * @base: as on file
 *
 * Fields in which something was typed meanwhile stay as they are; what makes no sense any more is left out.
 */
void
rg_form_draft_read (const char *text, RgRecord *draft, RgRecord *base)
{
  const RgRecordType *type = rg_record_get_record_type (draft);
  g_autoptr (JsonNode) node = json_from_string (text, NULL);
  JsonObjectIter iter;
  const char *column;
  JsonNode *value;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &column, &value))
    {
      const RgField *field = rg_record_type_find_field (type, column);

      if (field != NULL && is_typed (field) && rg_record_is_field_equal (draft, base, field))
        rg_record_field_from_json (draft, field, value, NULL);
    }
}
