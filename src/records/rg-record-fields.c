/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-record.h"

#include <glib/gi18n-lib.h>

#include "rg-error.h"

/* Fields one by one: comparing them, what is empty, what is required; and the words of enumerations. */

/**
 * rg_record_is_field_equal: (skip)
 * @self: a record
 * @other: another of the same type
 * @field: a field of that type
 *
 * Returns: whether both have the same value in @field
 */
gboolean
rg_record_is_field_equal (RgRecord *self, RgRecord *other, const RgField *field)
{
  switch (field->kind)
    {
    case RG_KIND_REF:
    case RG_KIND_INT:
    case RG_KIND_MONEY:
    case RG_KIND_PERCENT:
    case RG_KIND_TIME:
      return RG_RECORD_MEMBER (self, field, gint64) == RG_RECORD_MEMBER (other, field, gint64);
    case RG_KIND_BOOL:
      return !RG_RECORD_MEMBER (self, field, gboolean) == !RG_RECORD_MEMBER (other, field, gboolean);
    case RG_KIND_DAY:
    case RG_KIND_ENUM:
      return RG_RECORD_MEMBER (self, field, gint) == RG_RECORD_MEMBER (other, field, gint);
    case RG_KIND_TEXT:
      {
        const char *a = RG_RECORD_MEMBER (self, field, char *);
        const char *b = RG_RECORD_MEMBER (other, field, char *);

        return g_strcmp0 (a != NULL ? a : "", b != NULL ? b : "") == 0;
      }
    case RG_KIND_BYTES:
      {
        GBytes *a = RG_RECORD_MEMBER (self, field, GBytes *);
        GBytes *b = RG_RECORD_MEMBER (other, field, GBytes *);

        return a == b || (a != NULL && b != NULL && g_bytes_equal (a, b));
      }
    }
  g_assert_not_reached ();
}

/**
 * rg_record_is_field_empty: (skip)
 * @self: a record
 * @field: a field of its type
 *
 * Returns: whether @field holds nothing; numbers, money, enumerations and yes or no always hold something
 */
gboolean
rg_record_is_field_empty (RgRecord *self, const RgField *field)
{
  switch (field->kind)
    {
    case RG_KIND_TEXT:
      {
        const char *text = RG_RECORD_MEMBER (self, field, char *);

        return text == NULL || *text == '\0';
      }
    case RG_KIND_REF:
    case RG_KIND_TIME:
      return RG_RECORD_MEMBER (self, field, gint64) == 0;
    case RG_KIND_DAY:
      return RG_RECORD_MEMBER (self, field, RgDay) == 0;
    case RG_KIND_BYTES:
      return RG_RECORD_MEMBER (self, field, GBytes *) == NULL;
    case RG_KIND_INT:
    case RG_KIND_BOOL:
    case RG_KIND_MONEY:
    case RG_KIND_PERCENT:
    case RG_KIND_ENUM:
      return FALSE;
    }
  g_assert_not_reached ();
}

/**
 * rg_record_is_field_nought: (skip)
 * @self: a record
 * @field: a field of its type
 *
 * Returns: whether @field holds nothing, 0 or no; an enumeration always holds something
 */
gboolean
rg_record_is_field_nought (RgRecord *self, const RgField *field)
{
  switch (field->kind)
    {
    case RG_KIND_INT:
    case RG_KIND_MONEY:
    case RG_KIND_PERCENT:
      return RG_RECORD_MEMBER (self, field, gint64) == 0;
    case RG_KIND_BOOL:
      return !RG_RECORD_MEMBER (self, field, gboolean);
    case RG_KIND_TEXT:
    case RG_KIND_REF:
    case RG_KIND_TIME:
    case RG_KIND_DAY:
    case RG_KIND_BYTES:
    case RG_KIND_ENUM:
    default:
      return rg_record_is_field_empty (self, field);
    }
}

/**
 * rg_record_check_required: (skip)
 * @self: a record
 * @error: where to put the first failure, with its field
 *
 * Returns: whether every required field holds something
 */
gboolean
rg_record_check_required (RgRecord *self, GError **error)
{
  const RgRecordType *type = rg_record_get_record_type (self);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const RgField *field = &type->fields[i];

      if ((field->flags & RG_FIELD_REQUIRED) == 0 || !rg_record_is_field_empty (self, field))
        continue;
      /* Translators: %s is the name of a field, such as "Last name" */
      rg_error_set_invalid (error, field->column, _ ("%s is required."), _ (field->label));
      return FALSE;
    }
  return TRUE;
}

/**
 * rg_field_get_property: (skip)
 * @field: a field
 *
 * Returns: the name of its property: that of the column with dashes
 */
const char *
rg_field_get_property (const RgField *field)
{
  g_autofree char *name = g_strdelimit (g_strdup (field->column), "_", '-');

  return g_intern_string (name);
}

/**
 * rg_record_type_find_field: (skip)
 * @type: a record type
 * @column: the name of a column, or of a property
 *
 * Returns: (nullable): the field of that name
 */
const RgField *
rg_record_type_find_field (const RgRecordType *type, const char *column)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      const char *a = type->fields[i].column;
      const char *b = column;

      while (*a != '\0' && (*a == *b || (*a == '_' && *b == '-')))
        a++, b++;
      if (*a == '\0' && *b == '\0')
        return &type->fields[i];
    }
  return NULL;
}

/**
 * rg_words_register: (skip)
 * @words: the words of an enumeration
 * @type_name: (not nullable): its name in C, a static string
 *
 * For RG_DEFINE_WORDS() alone.
 *
 * Returns: its new #GType
 */
GType
rg_words_register (const RgWords *words, const char *type_name)
{
  GEnumValue *values = g_new0 (GEnumValue, words->n_words + 1);

  for (guint i = 0; i < words->n_words; i++)
    values[i] = (GEnumValue) { (gint) i, words->words[i].name, words->words[i].word };
  return g_enum_register_static (type_name, values);
}

/**
 * rg_words_get: (skip)
 * @words: the words of an enumeration
 * @value: one of its values
 *
 * Returns: the word that stands for @value in files
 */
const char *
rg_words_get (const RgWords *words, guint value)
{
  return words->words[value < words->n_words ? value : 0].word;
}

/**
 * rg_words_find: (skip)
 * @words: the words of an enumeration
 * @word: a word as in files
 * @value: (out): its value
 *
 * Returns: whether @word is exactly one of them
 */
gboolean
rg_words_find (const RgWords *words, const char *word, guint *value)
{
  for (guint i = 0; i < words->n_words; i++)
    if (g_str_equal (words->words[i].word, word))
      {
        *value = i;
        return TRUE;
      }
  return FALSE;
}

/* The label without the context of RG_LABEL_OF(). */
static const char *
get_plain_label (const char *label)
{
  const char *mark = strchr (label, '\004');

  return mark != NULL ? mark + 1 : label;
}

/**
 * rg_words_get_label: (skip)
 * @words: the words of an enumeration
 * @value: one of its values
 *
 * Returns: what a person reads for @value, translated
 */
const char *
rg_words_get_label (const RgWords *words, guint value)
{
  const char *label = words->words[value < words->n_words ? value : 0].label;

  return g_dpgettext (GETTEXT_PACKAGE, label, (gsize) (get_plain_label (label) - label));
}

/**
 * rg_words_dup_list: (skip)
 * @words: the words of an enumeration
 *
 * Returns: (transfer full): all of them as stored, with commas between: "new, open, pending"
 */
char *
rg_words_dup_list (const RgWords *words)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < words->n_words; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", words->words[i].word);
  return g_string_free_and_steal (list);
}

/**
 * rg_words_parse: (skip)
 * @words: the words of an enumeration
 * @text: what somebody typed: a word as in files, or a label, in any case
 * @value: (out): its value
 *
 * Returns: whether @text is one of them
 */
gboolean
rg_words_parse (const RgWords *words, const char *text, guint *value)
{
  for (guint i = 0; i < words->n_words; i++)
    if (g_ascii_strcasecmp (words->words[i].word, text) == 0
        || g_ascii_strcasecmp (get_plain_label (words->words[i].label), text) == 0
        || g_strcmp0 (rg_words_get_label (words, i), text) == 0)
      {
        *value = i;
        return TRUE;
      }
  return FALSE;
}
