/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-values.h"

#include <locale.h>

#include "rg-error.h"
#include "rg-records.h"

/* What every record type must do, asked of each of them. */

static void
on_notify (GObject *object, GParamSpec *spec, gpointer data)
{
  (*(guint *) data)++;
}

static void
test_notify (gconstpointer data)
{
  const RgRecordType *type = data;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const RgField *field = &type->fields[i];
      g_autofree char *name = test_dup_property_name (field);
      g_autofree char *signal = g_strconcat ("notify::", name, NULL);
      g_autoptr (RgRecord) record = rg_record_new (type);
      guint n_own = 0, n_all = 0;

      g_signal_connect (record, signal, G_CALLBACK (on_notify), &n_own);
      g_signal_connect (record, "notify", G_CALLBACK (on_notify), &n_all);

      test_set_field (record, field, TEST_EMPTY);
      g_assert_cmpuint (n_all, ==, 0);
      test_set_field (record, field, TEST_PLAIN);
      test_set_field (record, field, TEST_PLAIN);
      g_assert_cmpuint (n_own, ==, 1);
      if (field->kind != RG_KIND_BOOL && (field->kind != RG_KIND_ENUM || field->words->n_words > 2))
        {
          test_set_field (record, field, TEST_MOST);
          g_assert_cmpuint (n_own, ==, 2);
        }
      n_own = 0;
      test_set_field (record, field, TEST_EMPTY);
      test_set_field (record, field, TEST_EMPTY);
      g_assert_cmpuint (n_own, ==, 1);
      g_assert_true (field->kind == RG_KIND_INT || field->kind == RG_KIND_MONEY || field->kind == RG_KIND_PERCENT
                     || field->kind == RG_KIND_BOOL || field->kind == RG_KIND_ENUM
                     || rg_record_is_field_empty (record, field));
    }
}

static void
test_text (gconstpointer data)
{
  const RgRecordType *type = data;

  for (TestVariant variant = 0; variant < TEST_N_VARIANTS; variant++)
    {
      g_autoptr (RgRecord) record = rg_record_new (type);
      g_autoptr (RgRecord) read = rg_record_new (type);
      const RgField *currency = rg_record_type_find_field (type, "currency");

      test_fill (record, variant);
      if (currency != NULL)
        test_set_field (read, currency, variant);
      for (guint i = 0; i < type->n_fields; i++)
        {
          g_autoptr (GError) error = NULL;
          g_autofree char *text = rg_record_dup_field_text (record, &type->fields[i]);
          g_autofree char *display = rg_record_dup_field_display (record, &type->fields[i]);

          g_assert_true (g_utf8_validate (display, -1, NULL));
          /* An amount without a currency means nothing. */
          if (type->fields[i].kind == RG_KIND_MONEY && variant == TEST_EMPTY)
            continue;
          rg_record_set_field_text (read, &type->fields[i], text, &error);
          g_assert_no_error (error);
        }
      test_assert_same (record, read, 0);
    }
}

static void
test_json (gconstpointer data)
{
  const RgRecordType *type = data;

  for (TestVariant variant = 0; variant < TEST_N_VARIANTS; variant++)
    {
      g_autoptr (RgRecord) record = rg_record_new (type);
      g_autoptr (RgRecord) read = rg_record_new (type);
      g_autoptr (JsonNode) node = NULL;
      g_autoptr (JsonNode) parsed = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      test_fill (record, variant);
      rg_record_set_id (record, G_MAXINT64 - 1);
      node = rg_record_to_json (record);
      text = json_to_string (node, FALSE);
      parsed = json_from_string (text, &error);
      g_assert_no_error (error);
      rg_record_from_json (read, json_node_get_object (parsed), &error);
      g_assert_no_error (error);
      g_assert_cmpint (rg_record_get_id (read), ==, G_MAXINT64 - 1);
      test_assert_same (record, read, RG_FIELD_SECRET | RG_FIELD_DERIVED);
      for (guint i = 0; i < type->n_fields; i++)
        if ((type->fields[i].flags & (RG_FIELD_SECRET | RG_FIELD_DERIVED)) != 0)
          g_assert_false (json_object_has_member (json_node_get_object (node), type->fields[i].column));
    }
}

static void
test_json_refused (gconstpointer data)
{
  static const char *const wrong[] = { "[1]", "{\"a\": 1}", "true", "1.5", "\"no such value\"", "12" };
  const RgRecordType *type = data;

  for (guint i = 0; i < type->n_fields; i++)
    for (guint j = 0; j < G_N_ELEMENTS (wrong); j++)
      {
        g_autoptr (RgRecord) record = rg_record_new (type);
        g_autoptr (JsonNode) node = json_from_string (wrong[j], NULL);
        g_autoptr (GError) error = NULL;

        if (rg_record_field_from_json (record, &type->fields[i], node, &error))
          continue;
        g_assert_error (error, RG_ERROR, RG_ERROR_INVALID);
        g_assert_cmpstr (rg_error_get_field (error), ==, type->fields[i].column);
      }
  {
    static const char *const objects[]
      = { "{\"no_such_field\": 1}", "{\"id\": \"x\"}", "{\"id\": -1}", "{\"id\": {}}" };

    for (guint j = 0; j < G_N_ELEMENTS (objects); j++)
      {
        g_autoptr (RgRecord) record = rg_record_new (type);
        g_autoptr (JsonNode) node = json_from_string (objects[j], NULL);
        g_autoptr (GError) error = NULL;

        g_assert_false (rg_record_from_json (record, json_node_get_object (node), &error));
        g_assert_error (error, RG_ERROR, RG_ERROR_INVALID);
      }
  }
}

/* Text that means nothing is refused with its field, and the record stays as it is. */
static void
test_text_refused (gconstpointer data)
{
  static const char *const wrong[] = { "?", "12x", "99999999999999999999", "2026-02-30", "2026-13-01T00:00:00Z" };
  const RgRecordType *type = data;

  for (guint i = 0; i < type->n_fields; i++)
    for (guint j = 0; j < G_N_ELEMENTS (wrong); j++)
      {
        const RgField *field = &type->fields[i];
        g_autoptr (RgRecord) record = rg_record_new (type);
        g_autoptr (RgRecord) before = NULL;
        g_autoptr (GError) error = NULL;

        if (field->kind == RG_KIND_TEXT || field->kind == RG_KIND_BYTES)
          continue;
        test_fill (record, TEST_PLAIN);
        before = rg_record_copy (record);
        g_assert_false (rg_record_set_field_text (record, field, wrong[j], &error));
        g_assert_error (error, RG_ERROR, RG_ERROR_INVALID);
        test_assert_same (record, before, 0);
      }
}

static void
test_assign (gconstpointer data)
{
  const RgRecordType *type = data;
  g_autoptr (RgRecord) full = rg_record_new (type);
  g_autoptr (RgRecord) record = rg_record_new (type);
  g_autoptr (RgRecord) copy = NULL;
  guint n = 0;

  test_fill (full, TEST_UTF8);
  rg_record_set_id (full, 42);
  copy = rg_record_copy (full);
  g_assert_cmpint (rg_record_get_id (copy), ==, 42);
  g_assert_true (rg_record_get_record_type (copy) == type);
  test_assert_same (full, copy, 0);

  g_signal_connect (record, "notify", G_CALLBACK (on_notify), &n);
  g_assert_true (rg_record_assign (record, full));
  g_assert_cmpuint (n, ==, type->n_fields + 1);
  test_assert_same (full, record, 0);
  g_assert_false (rg_record_assign (record, full));
  g_assert_cmpuint (n, ==, type->n_fields + 1);

  /* A copy is independent. */
  test_fill (copy, TEST_EMPTY);
  test_assert_same (full, record, 0);
}

static void
test_required (gconstpointer data)
{
  const RgRecordType *type = data;
  g_autoptr (RgRecord) record = rg_record_new (type);
  g_autoptr (GError) none = NULL;

  test_fill (record, TEST_PLAIN);
  rg_record_check_required (record, &none);
  g_assert_no_error (none);
  for (guint i = 0; i < type->n_fields; i++)
    {
      const RgField *field = &type->fields[i];
      g_autoptr (GError) error = NULL;

      if ((field->flags & RG_FIELD_REQUIRED) == 0)
        continue;
      test_set_field (record, field, TEST_EMPTY);
      g_assert_false (rg_record_check_required (record, &error));
      g_assert_error (error, RG_ERROR, RG_ERROR_INVALID);
      g_assert_cmpstr (rg_error_get_field (error), ==, field->column);
      g_assert_nonnull (strstr (error->message, field->label));
      test_set_field (record, field, TEST_PLAIN);
    }
}

static void
test_table (gconstpointer data)
{
  const RgRecordType *type = data;

  g_assert_true (rg_record_type_find (type->name) == type);
  g_assert_cmpstr (type->label, !=, "");
  for (guint i = 0; i < type->n_fields; i++)
    {
      const RgField *field = &type->fields[i];
      g_autofree char *name = test_dup_property_name (field);

      g_assert_true (rg_record_type_find_field (type, field->column) == field);
      g_assert_true (rg_record_type_find_field (type, name) == field);
      g_assert_true (field->label != NULL && *field->label != '\0');
      if (field->kind == RG_KIND_REF)
        g_assert_nonnull (rg_record_type_find (field->refers));
      if (field->kind == RG_KIND_ENUM)
        {
          g_autoptr (GEnumClass) enumeration = g_type_class_ref (field->words->get_type ());

          g_assert_cmpuint (enumeration->n_values, ==, field->words->n_words);
          for (guint j = 0; j < field->words->n_words; j++)
            {
              guint value;

              g_assert_true (rg_words_parse (field->words, rg_words_get (field->words, j), &value) && value == j);
              g_assert_true (rg_words_parse (field->words, rg_words_get_label (field->words, j), &value) && value == j);
            }
        }
    }
  g_assert_null (rg_record_type_find_field (type, "no_such"));
}

static void
add (const RgRecordType *type, const char *name, GTestDataFunc func)
{
  g_autofree char *path = g_strdup_printf ("/records/%s/%s", type->name, name);

  g_test_add_data_func (path, type, func);
}

int
main (int argc, char **argv)
{
  guint n_types;
  const RgRecordType *const *types = rg_record_types (&n_types);

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < n_types; i++)
    {
      add (types[i], "table", test_table);
      add (types[i], "notify", test_notify);
      add (types[i], "text", test_text);
      add (types[i], "text-refused", test_text_refused);
      add (types[i], "json", test_json);
      add (types[i], "json-refused", test_json_refused);
      add (types[i], "assign", test_assign);
      add (types[i], "required", test_required);
    }

  return g_test_run ();
}
