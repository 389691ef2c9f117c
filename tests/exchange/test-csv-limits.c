/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "csv-helpers.h"
#include "rg-error.h"

/* Rows that are too long or too wide are told as such, cost no memory, and leave the rows after them as they are. */

typedef struct
{
  const char *name;
  const char *before;
  const char *repeated;
  guint times;
  const char *after;
  const char *rows; /* what follows, without the row itself */
  const char *words;
} Limit;

#define MIB (1024 * 1024)

static const Limit limits[] = {
  { "plain-field-10mb", "a,b\n1,", "0123456789", MIB, "\n2,3\n", "ok 3 ‹2›‹3›\n", "Field 2 is longer than 1 MiB*" },
  { "first-field-10mb", "a,b\n", "0123456789", MIB, ",1\n2,3\n", "ok 3 ‹2›‹3›\n", "Field 1 is longer than 1 MiB*" },
  { "quoted-field-10mb", "a,b\n1,\"", "0,\"\"\n56789", MIB, "\"\n2,3\n", "ok 1048579 ‹2›‹3›\n",
    "Field 2 is longer than 1 MiB. Perhaps the quote opened on line 2*" },
  { "quotes-10mb", "a,b\n1,\"", "\"\"", 5 * MIB, "\"\n2,3\n", "ok 3 ‹2›‹3›\n", "Field 2 is longer*" },
  { "quotes-10mb-odd", "a,b\n1x,\"", "\"\"", 5 * MIB, "\"\n2,3\n", "ok 3 ‹2›‹3›\n", "Field 2 is longer*" },
  { "blanks-10mb", "a,b\n1,", " ", 10 * MIB, "\"x\"\n2,3\n", "ok 3 ‹2›‹3›\n", "Field 2 is longer*" },
  { "field-over-by-one", "a,b\n1,", "x", MIB + 1, "\n2,3\n", "ok 3 ‹2›‹3›\n", "Field 2 is longer*" },
  { "columns-million", "a,b\n", "1,", MIB, "1\n2,3\n", "ok 3 ‹2›‹3›\n", "It has more than 1024 fields." },
  { "columns-million-quoted", "a,b\n", "\"1\n\",", MIB, "1\n2,3\n", "ok 1048579 ‹2›‹3›\n", "It has more than 1024*" },
  { "columns-over-by-one", "a,b\n", "1,", 1024, "1\n2,3\n", "ok 3 ‹2›‹3›\n", "It has more than 1024*" },
  { "columns-over-by-an-empty-one", "a,b\n", "1,", 1024, "\n2,3\n", "ok 3 ‹2›‹3›\n", "It has more than 1024*" },
  { "columns-just", "a,b\n", "1,", 1023, "1\n2,3\n", "ok 3 ‹2›‹3›\n", "It has 1024 fields where 2 are expected." },
  { "record-never-ends", "a,b\n", "\"", 10 * MIB + 1, "\n2,3\n", "", "Field 1 is longer*" },
};

/* The most memory that the program has used so far. */
static gsize
peak_memory (void)
{
  g_autofree char *status = NULL;
  const char *peak;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) || (peak = strstr (status, "VmHWM:")) == NULL)
    return 0;
  return g_ascii_strtoull (peak + 6, NULL, 10) * 1024;
}

static void
test_limit (gconstpointer data)
{
  const Limit *limit = data;
  g_autoptr (GString) text = g_string_sized_new (11 * MIB);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgCsvReader) reader = NULL;
  g_autoptr (RgCsvRow) row = rg_csv_row_new ();
  g_autofree char *rows = NULL;
  G_GNUC_UNUSED gsize before;

  g_string_append (text, limit->before);
  for (guint i = 0; i < limit->times; i++)
    g_string_append (text, limit->repeated);
  g_string_append (text, limit->after);

  before = peak_memory ();
  reader = csv_reader_over (text->str, text->len, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (rg_csv_reader_next (reader, row, &error));
  g_assert_cmpstr (csv_state (row->state), ==, g_str_has_prefix (limit->name, "columns-just") ? "long" : "bad");
  g_assert_cmpuint (row->line, ==, 2);
  if (!g_pattern_match_simple (limit->words, row->reason))
    g_error ("“%s” is not “%s”", row->reason, limit->words);
#ifndef __SANITIZE_ADDRESS__
  g_assert_cmpuint (peak_memory () - before, <, 6 * MIB);
#endif

  /* The rest is as if nothing had been. */
  rg_csv_row_clear (row);
  {
    g_autoptr (GString) rest = g_string_new (NULL);

    while (rg_csv_reader_next (reader, row, &error))
      {
        g_autofree char *fields = csv_join ((const char *const *) row->fields);

        g_string_append_printf (rest, "%s %" G_GUINT64_FORMAT " %s\n", csv_state (row->state), row->line, fields);
      }
    g_assert_no_error (error);
    g_assert_cmpstr (rest->str, ==, limit->rows);
  }
}

static void
test_field_just_fits (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n1,");
  g_autoptr (GError) error = NULL;
  g_autoptr (RgCsvReader) reader = NULL;
  g_autoptr (RgCsvRow) row = rg_csv_row_new ();

  for (guint i = 0; i < RG_CSV_MAX_FIELD; i++)
    g_string_append_c (text, 'x');
  g_string_append (text, "\n");
  reader = csv_reader_over (text->str, text->len, NULL, &error);
  g_assert_true (rg_csv_reader_next (reader, row, &error));
  g_assert_cmpint (row->state, ==, RG_CSV_ROW_OK);
  g_assert_cmpuint (strlen (row->fields[1]), ==, RG_CSV_MAX_FIELD);
}

static void
test_record_too_long (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (RgCsvReader) reader = NULL;
  g_autoptr (RgCsvRow) row = rg_csv_row_new ();

  for (guint field = 0; field < 12; field++)
    {
      for (guint i = 0; i < 900 * 1024; i++)
        g_string_append_c (text, 'x');
      g_string_append_c (text, ',');
    }
  g_string_append (text, "\n2,3\n");
  reader = csv_reader_over (text->str, text->len, NULL, &error);
  g_assert_true (rg_csv_reader_next (reader, row, &error));
  g_assert_cmpint (row->state, ==, RG_CSV_ROW_BAD);
  g_assert_cmpstr (row->reason, ==, "It is longer than 8 MiB.");
  g_assert_true (rg_csv_reader_next (reader, row, &error));
  g_assert_cmpint (row->state, ==, RG_CSV_ROW_OK);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autofree char *path = g_strconcat ("/csv/reader/limit/", limits[i].name, NULL);

      g_test_add_data_func (path, &limits[i], test_limit);
    }
  g_test_add_func ("/csv/reader/limit/field-just-fits", test_field_just_fits);
  g_test_add_func ("/csv/reader/limit/record-too-long", test_record_too_long);
  return g_test_run ();
}
