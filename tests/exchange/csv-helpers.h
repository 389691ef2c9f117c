/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rg-csv-repair.h"

/* For the tests: readers over bytes in memory, and rows as one string that can be compared. */

/** csv_reader_over: Returns: a reader over @text, which must stay */
static inline RgCsvReader *
csv_reader_over (const char *text, gssize length, const RgCsvFormat *format, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, length, NULL);

  return rg_csv_reader_new (stream, format, NULL, error);
}

/** csv_join: Returns: the fields with ‹› around each */
static inline char *
csv_join (const char *const *fields)
{
  GString *text = g_string_new (NULL);

  for (; *fields != NULL; fields++)
    g_string_append_printf (text, "‹%s›", *fields);
  return g_string_free (text, FALSE);
}

static inline const char *
csv_state (RgCsvRowState state)
{
  static const char *const names[] = { "ok", "empty", "short", "long", "repaired", "bad" };

  return names[state];
}

/** csv_read_all: Returns: all rows, one a line: state, lines and fields: "ok 2 ‹a›‹b›", "bad 3-4 ‹a›" */
static inline char *
csv_read_all (RgCsvReader *reader, const RgCsvSurvey *survey)
{
  g_autoptr (RgCsvRow) row = rg_csv_row_new ();
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);
  guint64 number = 0;

  while (rg_csv_reader_next (reader, row, &error))
    {
      g_autofree char *fields = NULL;

      g_assert_cmpuint (row->number, ==, ++number);
      if (survey != NULL)
        rg_csv_repair_row (survey, row);
      fields = csv_join ((const char *const *) row->fields);
      g_assert_true (g_utf8_validate (fields, -1, NULL));
      g_assert_cmpuint (g_strv_length (row->fields), ==, row->n_fields);
      g_assert_cmpint (row->reason != NULL, ==, row->state >= RG_CSV_ROW_SHORT);
      g_string_append_printf (text, "%s %" G_GUINT64_FORMAT, csv_state (row->state), row->line);
      if (row->last_line != row->line)
        g_string_append_printf (text, "-%" G_GUINT64_FORMAT, row->last_line);
      g_string_append_printf (text, " %s\n", fields);
    }
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}
