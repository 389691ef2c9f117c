/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-record.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "rg-error.h"
#include "rg-money.h"
#include "rg-percent.h"

/* Records as text and as JSON, for files, the journal and the command line. */

static const char *
get_currency (RgRecord *self)
{
  const RgField *field = rg_record_type_find_field (rg_record_get_record_type (self), "currency");
  const char *code = field != NULL ? RG_RECORD_MEMBER (self, field, char *) : NULL;

  return code != NULL ? code : "XXX";
}

/**
 * rg_record_dup_field_text: (skip)
 * @self: a record
 * @field: a field of its type
 *
 * Returns: (transfer full): its value as files have it: ISO days and times, money as "1234.50", percentages as "12.5%",
 *   words of enumerations, "yes" and "no"; "" for nothing
 */
char *
rg_record_dup_field_text (RgRecord *self, const RgField *field)
{
  if (rg_record_is_field_empty (self, field))
    return g_strdup ("");

  switch (field->kind)
    {
    case RG_KIND_REF:
    case RG_KIND_INT:
      return g_strdup_printf ("%" G_GINT64_FORMAT, RG_RECORD_MEMBER (self, field, gint64));
    case RG_KIND_BOOL:
      return g_strdup (RG_RECORD_MEMBER (self, field, gboolean) ? "yes" : "no");
    case RG_KIND_TEXT:
      return g_strdup (RG_RECORD_MEMBER (self, field, char *));
    case RG_KIND_MONEY:
      return rg_money_format_plain (RG_RECORD_MEMBER (self, field, gint64), get_currency (self));
    case RG_KIND_PERCENT:
      return rg_percent_format_plain (RG_RECORD_MEMBER (self, field, gint64));
    case RG_KIND_TIME:
      return rg_time_to_iso (RG_RECORD_MEMBER (self, field, gint64));
    case RG_KIND_DAY:
      return rg_day_to_iso (RG_RECORD_MEMBER (self, field, RgDay));
    case RG_KIND_ENUM:
      return g_strdup (rg_words_get (field->words, RG_RECORD_MEMBER (self, field, guint)));
    case RG_KIND_BYTES:
      {
        gsize size;
        const void *data = g_bytes_get_data (RG_RECORD_MEMBER (self, field, GBytes *), &size);

        return g_base64_encode (data, size);
      }
    }
  g_assert_not_reached ();
}

/**
 * rg_record_dup_field_display: (skip)
 * @self: a record
 * @field: a field of its type
 *
 * Returns: (transfer full): its value as a person reads it, in the locale; "" for nothing
 */
char *
rg_record_dup_field_display (RgRecord *self, const RgField *field)
{
  if (rg_record_is_field_empty (self, field))
    return g_strdup ("");

  switch (field->kind)
    {
    case RG_KIND_BOOL:
      return g_strdup (RG_RECORD_MEMBER (self, field, gboolean) ? _ ("Yes") : _ ("No"));
    case RG_KIND_MONEY:
      return rg_money_format (RG_RECORD_MEMBER (self, field, gint64), get_currency (self));
    case RG_KIND_PERCENT:
      {
        g_autofree char *percent = rg_percent_format (RG_RECORD_MEMBER (self, field, gint64));

        return g_strdup_printf ("%s %%", percent);
      }
    case RG_KIND_TIME:
      return rg_time_format (RG_RECORD_MEMBER (self, field, gint64), NULL, rg_day_today (NULL));
    case RG_KIND_DAY:
      return rg_day_format (RG_RECORD_MEMBER (self, field, RgDay));
    case RG_KIND_ENUM:
      return g_strdup (rg_words_get_label (field->words, RG_RECORD_MEMBER (self, field, guint)));
    case RG_KIND_REF:
    case RG_KIND_INT:
    case RG_KIND_TEXT:
    case RG_KIND_BYTES:
      return rg_record_dup_field_text (self, field);
    }
  g_assert_not_reached ();
}

static gboolean
parse_int64 (const RgField *field, const char *text, gint64 *value, GError **error)
{
  char *end;

  errno = 0;
  *value = g_ascii_strtoll (text, &end, 10);
  if (errno == 0 && end != text && *end == '\0')
    return TRUE;
  rg_error_set_invalid (error, field->column, _ ("“%s” is not a whole number."), text);
  return FALSE;
}

static gboolean
parse_percent (const RgField *field, const char *text, gint64 *hundredths, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (!rg_percent_parse_plain (text, hundredths, &local))
    rg_error_set_invalid (error, field->column, "%s", local->message);
  return local == NULL;
}

static gboolean
parse_time (const RgField *field, const char *text, gint64 *time, GError **error)
{
  *time = rg_time_from_iso (text);
  if (*time == 0)
    rg_error_set_invalid (error, field->column, _ ("“%s” is not a time such as 2026-11-19T09:41:00Z."), text);
  return *time != 0;
}

/* What is kept as a number; nothing is 0. */
static gboolean
parse_number (RgRecord *self, const RgField *field, const char *text, gint64 *number, GError **error)
{
  *number = 0;
  if (*text == '\0')
    return TRUE;
  if (field->kind == RG_KIND_MONEY)
    return rg_money_parse_plain (text, get_currency (self), number, error);
  if (field->kind == RG_KIND_PERCENT)
    return parse_percent (field, text, number, error);
  if (field->kind == RG_KIND_TIME)
    return parse_time (field, text, number, error);
  return parse_int64 (field, text, number, error);
}

static gboolean
parse_bool (const RgField *field, const char *text, gboolean *value, GError **error)
{
  static const char *const yes[] = { "yes", "true", "1", "y", "on", NULL };
  static const char *const no[] = { "no", "false", "0", "n", "off", NULL };
  g_autofree char *lower = g_utf8_strdown (text, -1);

  if (g_strv_contains (yes, lower) || g_utf8_collate (text, _ ("Yes")) == 0)
    *value = TRUE;
  else if (g_strv_contains (no, lower) || g_utf8_collate (text, _ ("No")) == 0)
    *value = FALSE;
  else
    {
      rg_error_set_invalid (error, field->column, _ ("“%s” is neither yes nor no."), text);
      return FALSE;
    }
  return TRUE;
}

/**
 * rg_record_set_field_text: (skip)
 * @self: a record
 * @field: a field of its type
 * @text: a value as rg_record_dup_field_text() gives it
 * @error: where to put what is wrong with @text
 *
 * Sets @field from text. Its currency must be set before money is. Refuses rather than guesses.
 *
 * Returns: whether @text was understood
 */
gboolean
rg_record_set_field_text (RgRecord *self, const RgField *field, const char *text, GError **error)
{
  const char *name = rg_field_get_property (field);
  gint64 number;

  if (text == NULL)
    text = "";

  switch (field->kind)
    {
    case RG_KIND_REF:
    case RG_KIND_INT:
    case RG_KIND_MONEY:
    case RG_KIND_PERCENT:
    case RG_KIND_TIME:
      if (!parse_number (self, field, text, &number, error))
        return FALSE;
      g_object_set (self, name, number, NULL);
      return TRUE;
    case RG_KIND_BOOL:
      {
        gboolean value = FALSE;

        if (*text != '\0' && !parse_bool (field, text, &value, error))
          return FALSE;
        g_object_set (self, name, value, NULL);
        return TRUE;
      }
    case RG_KIND_TEXT:
      g_object_set (self, name, text, NULL);
      return TRUE;
    case RG_KIND_DAY:
      {
        RgDay day = *text != '\0' ? rg_day_from_iso (text) : 0;

        if (*text != '\0' && day == 0)
          {
            rg_error_set_invalid (error, field->column, _ ("“%s” is not a date such as 2026-11-19."), text);
            return FALSE;
          }
        g_object_set (self, name, day, NULL);
        return TRUE;
      }
    case RG_KIND_ENUM:
      {
        guint value = 0;

        if (*text != '\0' && !rg_words_parse (field->words, text, &value))
          {
            g_autofree char *all = rg_words_dup_list (field->words);

            /* Translators: what was typed, and all it may be, with commas between */
            rg_error_set_invalid (error, field->column, _ ("“%s” is not one of: %s."), text, all);
            return FALSE;
          }
        g_object_set (self, name, value, NULL);
        return TRUE;
      }
    case RG_KIND_BYTES:
      {
        g_autoptr (GBytes) bytes = NULL;

        if (*text != '\0')
          {
            gsize size;
            guchar *data = g_base64_decode (text, &size);

            bytes = g_bytes_new_take (data, size);
          }
        g_object_set (self, name, bytes, NULL);
        return TRUE;
      }
    }
  g_assert_not_reached ();
}

/**
 * rg_record_field_to_json: (skip)
 * @self: a record
 * @field: a field of its type
 *
 * Returns: (transfer full): its value: numbers, money (in minor units), percentages (in hundredths) and times as
 *   numbers, the rest as text, null for nothing
 */
JsonNode *
rg_record_field_to_json (RgRecord *self, const RgField *field)
{
  JsonNode *node = json_node_alloc ();

  if (rg_record_is_field_empty (self, field))
    return json_node_init_null (node);

  switch (field->kind)
    {
    case RG_KIND_REF:
    case RG_KIND_INT:
    case RG_KIND_MONEY:
    case RG_KIND_PERCENT:
    case RG_KIND_TIME:
      return json_node_init_int (node, RG_RECORD_MEMBER (self, field, gint64));
    case RG_KIND_BOOL:
      return json_node_init_boolean (node, RG_RECORD_MEMBER (self, field, gboolean));
    case RG_KIND_TEXT:
    case RG_KIND_DAY:
    case RG_KIND_ENUM:
    case RG_KIND_BYTES:
      {
        g_autofree char *text = rg_record_dup_field_text (self, field);

        return json_node_init_string (node, text);
      }
    }
  g_assert_not_reached ();
}

/**
 * rg_record_field_from_json: (skip)
 * @self: a record
 * @field: a field of its type
 * @node: a value as rg_record_field_to_json() gives it
 * @error: where to put what is wrong with it
 *
 * Returns: whether @node was understood
 */
gboolean
rg_record_field_from_json (RgRecord *self, const RgField *field, JsonNode *node, GError **error)
{
  const char *name = rg_field_get_property (field);
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (JSON_NODE_HOLDS_NULL (node))
    return rg_record_set_field_text (self, field, "", error);

  switch (field->kind)
    {
    case RG_KIND_REF:
    case RG_KIND_INT:
    case RG_KIND_MONEY:
    case RG_KIND_PERCENT:
    case RG_KIND_TIME:
      if (type != G_TYPE_INT64)
        break;
      g_object_set (self, name, json_node_get_int (node), NULL);
      return TRUE;
    case RG_KIND_BOOL:
      if (type != G_TYPE_BOOLEAN)
        break;
      g_object_set (self, name, json_node_get_boolean (node), NULL);
      return TRUE;
    case RG_KIND_TEXT:
    case RG_KIND_DAY:
    case RG_KIND_ENUM:
    case RG_KIND_BYTES:
      if (type != G_TYPE_STRING)
        break;
      return rg_record_set_field_text (self, field, json_node_get_string (node), error);
    }

  rg_error_set_invalid (error, field->column, _ ("The value of “%s” has the wrong form."), field->column);
  return FALSE;
}

/**
 * rg_record_to_json: (skip)
 * @self: a record
 *
 * Returns: (transfer full): an object of its id and its fields by column name; secret and derived ones and those
 *   without a value are left out
 */
JsonNode *
rg_record_to_json (RgRecord *self)
{
  const RgRecordType *type = rg_record_get_record_type (self);
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_alloc ();

  json_object_set_int_member (object, "id", rg_record_get_id (self));
  for (guint i = 0; i < type->n_fields; i++)
    if ((type->fields[i].flags & (RG_FIELD_SECRET | RG_FIELD_DERIVED)) == 0
        && !rg_record_is_field_empty (self, &type->fields[i]))
      json_object_set_member (object, type->fields[i].column, rg_record_field_to_json (self, &type->fields[i]));

  json_node_init_object (node, object);
  json_object_unref (object);
  return node;
}

/**
 * rg_record_from_json: (skip)
 * @self: a record
 * @object: as rg_record_to_json() gives it
 * @error: where to put what is wrong with it
 *
 * Sets the id and those fields that @object has; a member that is no field is an error.
 *
 * Returns: whether all of @object was understood
 */
gboolean
rg_record_from_json (RgRecord *self, JsonObject *object, GError **error)
{
  const RgRecordType *type = rg_record_get_record_type (self);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &node))
    {
      const RgField *field;

      if (g_str_equal (name, "id"))
        {
          if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64
              || json_node_get_int (node) < 0)
            {
              rg_error_set_invalid (error, name, _ ("The value of “%s” has the wrong form."), name);
              return FALSE;
            }
          rg_record_set_id (self, json_node_get_int (node));
          continue;
        }
      field = rg_record_type_find_field (type, name);
      if (field == NULL)
        {
          rg_error_set_invalid (error, name, _ ("There is no field “%s”."), name);
          return FALSE;
        }
      if (!rg_record_field_from_json (self, field, node, error))
        return FALSE;
    }
  return TRUE;
}
