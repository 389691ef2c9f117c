/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-input.h"

#include <string.h>

#include "rg-csv-mapping.h"
#include "rg-records.h"

/* Records and mappings of columns from JSON, and fields from text: understood or refused in words, and what is
 * understood is the same when it is written and read again. The first byte chooses what is read. */

static void
check_text (const RgRecordType *type, const char *text)
{
  g_autoptr (RgRecord) record = rg_record_new (type);
  g_autoptr (RgRecord) same = rg_record_new (type);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const RgField *field = &type->fields[i];
      g_autoptr (GError) error = NULL;
      g_autofree char *written = NULL;
      g_autofree char *shown = NULL;
      gboolean understood = rg_record_set_field_text (record, field, text, &error);

      fuzz_check_error (understood, error);
      if (!understood)
        continue;
      written = rg_record_dup_field_text (record, field);
      shown = rg_record_dup_field_display (record, field);
      g_assert (g_utf8_validate (shown, -1, NULL));
      if (field->kind == RG_KIND_MONEY)
        continue; /* the other record has no currency */
      g_assert (rg_record_set_field_text (same, field, written, NULL));
      if (field->kind != RG_KIND_TIME && field->kind != RG_KIND_BYTES) /* whole seconds; no bytes are nothing */
        g_assert (rg_record_is_field_equal (record, same, field));
    }
}

static void
check_record (const RgRecordType *type, JsonObject *object)
{
  g_autoptr (RgRecord) record = rg_record_new (type);
  g_autoptr (RgRecord) same = rg_record_new (type);
  g_autoptr (JsonNode) written = NULL;
  g_autoptr (JsonNode) again = NULL;
  g_autoptr (GError) error = NULL;
  gboolean understood = rg_record_from_json (record, object, &error);

  fuzz_check_error (understood, error);
  for (guint i = 0; i < type->n_fields; i++)
    {
      g_autofree char *shown = rg_record_dup_field_display (record, &type->fields[i]);

      g_assert (g_utf8_validate (shown, -1, NULL));
    }
  if (!understood)
    return;
  written = rg_record_to_json (record);
  if (!rg_record_from_json (same, json_node_get_object (written), &error))
    g_error ("%s", error->message);
  again = rg_record_to_json (same);
  g_assert (json_node_equal (written, again));
}

static void
check_mapping (const char *json)
{
  static const char *const headings[] = { "Name", "E-mail", "Name", "Day", NULL };
  static const RgCsvTarget targets[] = {
    { "name", "Name", RG_CSV_KIND_TEXT, "full name" },
    { "email", "E-mail", RG_CSV_KIND_EMAIL, NULL },
    { "day", "Day", RG_CSV_KIND_DATE, "date" },
  };
  guint n_lost;
  g_autoptr (GError) error = NULL;
  g_autoptr (RgCsvMapping) mapping
    = rg_csv_mapping_from_json (json, headings, targets, G_N_ELEMENTS (targets), &n_lost, &error);
  g_autoptr (RgCsvMapping) same = NULL;
  g_autofree char *written = NULL;

  fuzz_check_error (mapping != NULL, error);
  if (mapping == NULL)
    return;
  written = rg_csv_mapping_to_json (mapping);
  same = rg_csv_mapping_from_json (written, headings, targets, G_N_ELEMENTS (targets), &n_lost, NULL);
  g_assert (same != NULL && n_lost == 0);
  for (guint i = 0; i < g_strv_length ((GStrv) headings); i++)
    g_assert (rg_csv_mapping_get (mapping, i) == rg_csv_mapping_get (same, i));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  FuzzInput input = { data, size };
  guint n_types;
  const RgRecordType *const *types = rg_record_types (&n_types);
  guint choice = fuzz_take_below (&input, n_types + 1);
  g_autofree char *text = fuzz_take_rest (&input);
  g_autoptr (JsonParser) parser = NULL;
  JsonNode *root;

  if (choice == n_types)
    {
      check_mapping (text);
      return 0;
    }
  if (g_utf8_validate (text, -1, NULL))
    check_text (types[choice], text);
  parser = json_parser_new ();
  if (!json_parser_load_from_data (parser, text, -1, NULL))
    return 0;
  root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    check_record (types[choice], json_node_get_object (root));
  return 0;
}
