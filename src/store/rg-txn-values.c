/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-txn-private.h"

#include "rg-product.h"
#include "rg-record-merge.h"
#include "rg-tag.h"
#include "rg-text.h"

/* What the journal keeps of a record, as the text of a JSON object: {column: value} of an insert or delete without what
 * is none, nought or no, {column: [old, new]} of an update. Derived columns are not kept, and secrets are not either.
 */

static gboolean
is_kept (const RgField *field)
{
  return (field->flags & (RG_FIELD_DERIVED | RG_FIELD_SECRET)) == 0;
}

static void
append_text (GString *text, const char *value)
{
  const char *from = value;

  g_string_append_c (text, '"');
  for (; *value != '\0'; value++)
    {
      guchar c = (guchar) *value;

      if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f)
        continue;
      g_string_append_len (text, from, value - from);
      from = value + 1;
      if (c == '"' || c == '\\')
        g_string_append_printf (text, "\\%c", c);
      else
        g_string_append_printf (text, "\\u%04x", c);
    }
  g_string_append_len (text, from, value - from);
  g_string_append_c (text, '"');
}

static void
append_int (GString *text, gint64 value)
{
  char digits[24];

  g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, value);
  g_string_append (text, digits);
}

/* As rg_record_field_to_json() has it. */
static void
append_value (GString *text, RgRecord *record, const RgField *field)
{
  g_autofree char *value = NULL;

  switch (field->kind)
    {
    case RG_KIND_INT:
    case RG_KIND_MONEY:
    case RG_KIND_PERCENT:
      append_int (text, RG_RECORD_MEMBER (record, field, gint64));
      return;
    case RG_KIND_BOOL:
      g_string_append (text, RG_RECORD_MEMBER (record, field, gboolean) ? "true" : "false");
      return;
    case RG_KIND_ENUM:
      append_text (text, rg_words_get (field->words, RG_RECORD_MEMBER (record, field, guint)));
      return;
    case RG_KIND_REF:
    case RG_KIND_TIME:
    case RG_KIND_TEXT:
    case RG_KIND_DAY:
    case RG_KIND_BYTES:
      break;
    }
  if (rg_record_is_field_empty (record, field))
    g_string_append (text, "null");
  else if (field->kind == RG_KIND_TEXT)
    append_text (text, RG_RECORD_MEMBER (record, field, char *));
  else if (field->kind == RG_KIND_DAY || field->kind == RG_KIND_BYTES)
    {
      value = rg_record_dup_field_text (record, field);
      append_text (text, value);
    }
  else
    append_int (text, RG_RECORD_MEMBER (record, field, gint64));
}

static void
append_name (GString *text, const RgField *field)
{
  g_string_append (text, text->len > 1 ? ",\"" : "\"");
  g_string_append (text, field->column);
  g_string_append (text, "\":");
}

/**
 * rg_txn_make_values:
 * @record: a record
 *
 * Returns: (transfer full): what the journal keeps of an insert or delete of @record
 */
char *
rg_txn_make_values (RgRecord *record)
{
  const RgRecordType *type = rg_record_get_record_type (record);
  g_autoptr (GString) text = g_string_sized_new (512);

  g_string_append_c (text, '{');
  for (guint i = 0; i < type->n_fields; i++)
    if (is_kept (&type->fields[i]) && !rg_record_is_field_nought (record, &type->fields[i]))
      {
        append_name (text, &type->fields[i]);
        append_value (text, record, &type->fields[i]);
      }
  g_string_append_c (text, '}');
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * rg_txn_make_pairs:
 * @old: a record as on file
 * @record: the same with its new values
 *
 * Returns: (transfer full) (nullable): what the journal keeps of the update; %NULL when nothing differs
 */
char *
rg_txn_make_pairs (RgRecord *old, RgRecord *record)
{
  const RgRecordType *type = rg_record_get_record_type (record);
  g_autoptr (GString) text = g_string_new ("{");
  gboolean any = FALSE;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const RgField *field = &type->fields[i];

      if ((field->flags & RG_FIELD_DERIVED) != 0 || rg_record_is_field_equal (old, record, field))
        continue;
      any = TRUE;
      if (!is_kept (field))
        continue;
      append_name (text, field);
      g_string_append_c (text, '[');
      append_value (text, old, field);
      g_string_append_c (text, ',');
      append_value (text, record, field);
      g_string_append_c (text, ']');
    }
  g_string_append_c (text, '}');
  return any ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

/**
 * rg_txn_keep_derived:
 * @old: a record as on file
 * @record: the same with its new values; gets the derived columns of @old
 */
void
rg_txn_keep_derived (RgRecord *old, RgRecord *record)
{
  const RgRecordType *type = rg_record_get_record_type (record);

  for (guint i = 0; i < type->n_fields; i++)
    if ((type->fields[i].flags & RG_FIELD_DERIVED) != 0)
      rg_record_copy_field (record, old, &type->fields[i]);
}

/**
 * rg_txn_derive:
 * @record: a record that is about to be written
 *
 * Makes the derived columns that belong to the record alone.
 */
void
rg_txn_derive (RgRecord *record)
{
  if (RG_IS_TAG (record))
    {
      g_autofree char *folded = rg_text_fold (RG_TAG (record)->name);

      g_set_str (&RG_TAG (record)->folded, folded);
    }
  if (RG_IS_PRODUCT (record))
    {
      RgProduct *product = RG_PRODUCT (record);
      g_autofree char *text
        = g_strjoin (" ", product->name, product->category != NULL ? product->category : "", product->number, NULL);
      g_autofree char *folded = rg_text_fold (text);
      g_auto (GStrv) words = rg_text_words (folded);

      g_free (product->folded);
      product->folded = g_strjoinv (" ", words);
    }
}
