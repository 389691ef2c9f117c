/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-values.h"

/* 2026-11-19T09:41:07Z, and the last second of the year 9999 */
#define PLAIN_TIME G_GINT64_CONSTANT (1795081267000000)
#define LAST_TIME G_GINT64_CONSTANT (253402300799000000)

#define MANY_SCRIPTS                                                                                                   \
  "Zoë “O’Brien” Łukasz ß İı 陳大文 محمد नमस्ते 👩‍👩‍👧 e\u0301 "             \
  "\t%s';--\\\"\r\nx"

static gint64
get_number (const RgField *field, TestVariant variant)
{
  switch (variant)
    {
    case TEST_MOST:
      return field->kind == RG_KIND_TIME ? LAST_TIME : G_MAXINT64;
    case TEST_PLAIN:
    case TEST_UTF8:
      return field->kind == RG_KIND_TIME ? PLAIN_TIME : field->kind == RG_KIND_REF ? 77 : -1234567;
    case TEST_EMPTY:
    default:
      return 0;
    }
}

static char *
dup_text (const RgField *field, TestVariant variant)
{
  if (g_str_equal (field->column, "currency") && variant != TEST_EMPTY)
    return g_strdup (variant == TEST_PLAIN ? "KWD" : "EUR");
  switch (variant)
    {
    case TEST_PLAIN:
      return g_strdup_printf ("The %s", field->column);
    case TEST_MOST:
      return g_strnfill (100000, 'x');
    case TEST_UTF8:
      return g_strdup (MANY_SCRIPTS);
    case TEST_EMPTY:
    default:
      return NULL;
    }
}

/**
 * test_dup_property_name:
 * @field: a field
 *
 * Returns: (transfer full): the name of its property
 */
char *
test_dup_property_name (const RgField *field)
{
  return g_strdelimit (g_strdup (field->column), "_", '-');
}

/**
 * test_set_field:
 * @record: a record
 * @field: a field of it
 * @variant: what to set it to
 */
void
test_set_field (RgRecord *record, const RgField *field, TestVariant variant)
{
  g_autofree char *name = test_dup_property_name (field);
  gboolean some = variant != TEST_EMPTY;

  switch (field->kind)
    {
    case RG_KIND_REF:
    case RG_KIND_INT:
    case RG_KIND_MONEY:
    case RG_KIND_PERCENT:
    case RG_KIND_TIME:
      g_object_set (record, name, get_number (field, variant), NULL);
      break;
    case RG_KIND_BOOL:
      g_object_set (record, name, some, NULL);
      break;
    case RG_KIND_TEXT:
      {
        g_autofree char *text = dup_text (field, variant);

        g_object_set (record, name, text, NULL);
      }
      break;
    case RG_KIND_DAY:
      g_object_set (record, name,
                    !some                  ? 0
                    : variant == TEST_MOST ? rg_day_from_ymd (9999, 12, 31)
                                           : rg_day_from_ymd (2028, 2, 29),
                    NULL);
      break;
    case RG_KIND_ENUM:
      g_object_set (record, name, !some ? 0 : variant == TEST_MOST ? (int) field->words->n_words - 1 : 1, NULL);
      break;
    case RG_KIND_BYTES:
      {
        static const char data[] = "\0\x01\xff\xfe bytes \0";
        g_autoptr (GBytes) bytes = some ? g_bytes_new (data, variant == TEST_MOST ? 1 : sizeof data) : NULL;

        g_object_set (record, name, bytes, NULL);
      }
      break;
    }
}

/**
 * test_fill:
 * @record: a record
 * @variant: what to fill all its fields with
 */
void
test_fill (RgRecord *record, TestVariant variant)
{
  const RgRecordType *type = rg_record_get_record_type (record);

  for (guint i = 0; i < type->n_fields; i++)
    test_set_field (record, &type->fields[i], variant);
}

/**
 * test_assert_same:
 * @a: a record
 * @b: another of its type
 * @besides: fields with any of these flags may differ
 */
void
test_assert_same (RgRecord *a, RgRecord *b, RgFieldFlags besides)
{
  const RgRecordType *type = rg_record_get_record_type (a);

  for (guint i = 0; i < type->n_fields; i++)
    if ((type->fields[i].flags & besides) == 0 && !rg_record_is_field_equal (a, b, &type->fields[i]))
      {
        g_autofree char *one = rg_record_dup_field_text (a, &type->fields[i]);
        g_autofree char *other = rg_record_dup_field_text (b, &type->fields[i]);

        g_error ("%s.%s: “%s” is not “%s”", type->name, type->fields[i].column, one, other);
      }
}
