/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-csv-mapping-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "rg-error.h"

#define FORMAT_VERSION 1

/**
 * rg_csv_mapping_new:
 * @headings: the file's headings, %NULL-terminated
 * @targets: (array length=n_targets): the fields, kept by reference
 * @n_targets: how many
 *
 * Returns: (transfer full): a mapping in which no column means anything
 */
RgCsvMapping *
rg_csv_mapping_new (const char *const *headings, const RgCsvTarget *targets, guint n_targets)
{
  RgCsvMapping *self = g_new0 (RgCsvMapping, 1);
  guint n = g_strv_length ((char **) headings);

  self->texts = g_strdupv ((char **) headings);
  self->headings = g_ptr_array_new_with_free_func ((GDestroyNotify) rg_csv_name_free);
  self->target_of = g_new (int, n);
  self->targets = targets;
  self->n_targets = n_targets;
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (self->headings, rg_csv_name_new (headings[i], 0, 0));
      self->target_of[i] = RG_CSV_NO_TARGET;
    }
  return self;
}

/**
 * rg_csv_mapping_free:
 * @self: (nullable) (transfer full): a mapping
 */
void
rg_csv_mapping_free (RgCsvMapping *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->headings);
  g_strfreev (self->texts);
  g_free (self->target_of);
  g_free (self);
}

/**
 * rg_csv_mapping_is_free:
 *
 * Returns: whether no column has @target
 */
gboolean
rg_csv_mapping_is_free (const RgCsvMapping *self, guint target)
{
  for (guint i = 0; i < self->headings->len; i++)
    if (self->target_of[i] == (int) target)
      return FALSE;
  return TRUE;
}

/* ---- reading and changing ---- */

/**
 * rg_csv_mapping_get:
 * @heading: a column, from 0
 *
 * Returns: the index of its target, -1 for none
 */
int
rg_csv_mapping_get (const RgCsvMapping *self, guint heading)
{
  g_return_val_if_fail (heading < self->headings->len, RG_CSV_NO_TARGET);

  return self->target_of[heading];
}

static int
find_target (const RgCsvMapping *self, const char *name)
{
  for (guint i = 0; i < self->n_targets; i++)
    if (strcmp (self->targets[i].name, name) == 0)
      return i;
  return RG_CSV_NO_TARGET;
}

/**
 * rg_csv_mapping_find:
 * @target: a target's name
 *
 * Returns: the column that means it, -1 for none
 */
int
rg_csv_mapping_find (const RgCsvMapping *self, const char *target)
{
  int index = find_target (self, target);

  for (guint i = 0; index != RG_CSV_NO_TARGET && i < self->headings->len; i++)
    if (self->target_of[i] == index)
      return i;
  return RG_CSV_NO_TARGET;
}

/**
 * rg_csv_mapping_set:
 * @self: a mapping
 * @heading: a column, from 0
 * @target: the index of a target, -1 for none
 *
 * No target is used twice: a column that had @target until now loses it.
 *
 * Returns: the column that lost it, -1 if none did
 */
int
rg_csv_mapping_set (RgCsvMapping *self, guint heading, int target)
{
  int loser = RG_CSV_NO_TARGET;

  g_return_val_if_fail (heading < self->headings->len, RG_CSV_NO_TARGET);
  g_return_val_if_fail (target >= RG_CSV_NO_TARGET && target < (int) self->n_targets, RG_CSV_NO_TARGET);

  for (guint i = 0; target != RG_CSV_NO_TARGET && i < self->headings->len; i++)
    if (i != heading && self->target_of[i] == target)
      {
        self->target_of[i] = RG_CSV_NO_TARGET;
        loser = i;
      }
  self->target_of[heading] = target;
  return loser;
}

/* ---- keeping ---- */

/**
 * rg_csv_mapping_to_json:
 * @self: a mapping
 *
 * {"version":1,"columns":[{"heading":"companyName","field":"business"},{"heading":"fax","field":null}]}
 *
 * Returns: (transfer full): JSON on one line
 */
char *
rg_csv_mapping_to_json (const RgCsvMapping *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, FORMAT_VERSION);
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->headings->len; i++)
    {
      g_autofree char *heading = g_utf8_make_valid (self->texts[i], -1);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "heading");
      json_builder_add_string_value (builder, heading);
      json_builder_set_member_name (builder, "field");
      if (self->target_of[i] == RG_CSV_NO_TARGET)
        json_builder_add_null_value (builder);
      else
        json_builder_add_string_value (builder, self->targets[self->target_of[i]].name);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static const char *
get_string (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/* The columns of a stored mapping, once it is known to be one. */
static JsonArray *
check_json (JsonNode *root, GError **error)
{
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *version = object != NULL ? json_object_get_member (object, "version") : NULL;
  JsonNode *columns = object != NULL ? json_object_get_member (object, "columns") : NULL;
  JsonArray *array;

  if (version != NULL && json_node_get_value_type (version) == G_TYPE_INT64
      && json_node_get_int (version) > FORMAT_VERSION)
    {
      g_set_error_literal (error, RG_ERROR, RG_ERROR_NEWER,
                           _ ("These saved columns were written by a newer version of Regulars."));
      return NULL;
    }
  if (version == NULL || json_node_get_value_type (version) != G_TYPE_INT64 || columns == NULL
      || !JSON_NODE_HOLDS_ARRAY (columns))
    goto invalid;

  array = json_node_get_array (columns);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      JsonNode *field;

      if (!JSON_NODE_HOLDS_OBJECT (element) || get_string (json_node_get_object (element), "heading") == NULL)
        goto invalid;
      field = json_object_get_member (json_node_get_object (element), "field");
      if (field != NULL && !JSON_NODE_HOLDS_NULL (field) && json_node_get_value_type (field) != G_TYPE_STRING)
        goto invalid;
    }
  return array;

invalid:
  g_set_error_literal (error, RG_ERROR, RG_ERROR_INVALID, _ ("These are no saved columns of an import."));
  return NULL;
}

/* Gives the stored columns to headings in order, so that the second "Name" is the second "Name". */
static guint
apply_json (RgCsvMapping *self, JsonArray *columns)
{
  g_autofree gboolean *taken = g_new0 (gboolean, self->headings->len);
  guint n_lost = 0;

  for (guint i = 0; i < json_array_get_length (columns); i++)
    {
      JsonObject *column = json_array_get_object_element (columns, i);
      const char *field = get_string (column, "field");
      RgCsvName *name = rg_csv_name_new (get_string (column, "heading"), 0, 0);
      int target = field != NULL ? find_target (self, field) : RG_CSV_NO_TARGET;
      guint heading = 0;

      while (
        heading < self->headings->len
        && (taken[heading] || strcmp (((RgCsvName *) self->headings->pdata[heading])->compact, name->compact) != 0))
        heading++;
      if (heading < self->headings->len)
        taken[heading] = TRUE;
      if (target != RG_CSV_NO_TARGET && heading < self->headings->len && rg_csv_mapping_is_free (self, target))
        self->target_of[heading] = target;
      else
        n_lost += field != NULL;
      rg_csv_name_free (name);
    }
  return n_lost;
}

/**
 * rg_csv_mapping_from_json:
 * @json: what rg_csv_mapping_to_json() made, perhaps for a file with other columns in another order
 * @headings: as for rg_csv_mapping_new()
 * @targets: as for rg_csv_mapping_new()
 * @n_targets: how many
 * @n_lost: (out) (optional): how many of the stored columns with a field have no place here: the file has no
 * such heading (compared as by rg_csv_mapping_guess(); the second "Name" is the second "Name"), or there is
 * no such field
 * @error: %RG_ERROR_INVALID when @json is none of ours, %RG_ERROR_NEWER when it is of a newer version
 *
 * Returns: (transfer full): a mapping for @headings, or %NULL with @error set
 */
RgCsvMapping *
rg_csv_mapping_from_json (const char *json,
                          const char *const *headings,
                          const RgCsvTarget *targets,
                          guint n_targets,
                          guint *n_lost,
                          GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (RgCsvMapping) self = NULL;
  JsonArray *columns;
  guint lost;

  g_return_val_if_fail (json != NULL, NULL);

  if (!json_parser_load_from_data (parser, json, -1, NULL))
    {
      g_set_error_literal (error, RG_ERROR, RG_ERROR_INVALID, _ ("These are no saved columns of an import."));
      return NULL;
    }
  columns = check_json (json_parser_get_root (parser), error);
  if (columns == NULL)
    return NULL;

  self = rg_csv_mapping_new (headings, targets, n_targets);
  lost = apply_json (self, columns);
  if (n_lost != NULL)
    *n_lost = lost;
  return g_steal_pointer (&self);
}
