/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-input.h"

#include "../exchange/drip-stream.h"
#include "rg-csv-mapping.h"
#include "rg-csv-repair.h"
#include "rg-csv-writer.h"

/* Whatever the bytes are: rows are text within the limits, the same however the stream is cut, and what is
 * well-formed is read again as it was after it has been written. The first byte chooses how. */

static const char separators[] = { '\0', ',', ';', '\t', '|', '^' };
static const char *const encodings[] = { NULL, "UTF-8", "WINDOWS-1252", "UTF-16LE", "UTF-16BE", "SHIFT_JIS" };

static void
hash_row (GChecksum *checksum, const RgCsvRow *row)
{
  g_checksum_update (checksum, (const guchar *) &row->state, sizeof row->state);
  g_checksum_update (checksum, (const guchar *) &row->line, sizeof row->line);
  g_checksum_update (checksum, (const guchar *) &row->last_line, sizeof row->last_line);
  for (guint i = 0; i < row->n_fields; i++)
    g_checksum_update (checksum, (const guchar *) row->fields[i], strlen (row->fields[i]) + 1);
}

static void
check_row (const RgCsvRow *row, guint n_columns, guint64 *last_line)
{
  g_assert (row->n_fields <= RG_CSV_MAX_COLUMNS);
  g_assert (row->fields[row->n_fields] == NULL);
  for (guint i = 0; i < row->n_fields; i++)
    {
      g_assert (g_utf8_validate (row->fields[i], -1, NULL));
      g_assert (strlen (row->fields[i]) <= RG_CSV_MAX_FIELD);
    }
  g_assert ((row->reason != NULL) == (row->state >= RG_CSV_ROW_SHORT));
  g_assert (row->line > *last_line && row->last_line >= row->line);
  *last_line = row->last_line;
  if (row->state == RG_CSV_ROW_OK)
    g_assert (row->n_fields == n_columns);
  if (row->state == RG_CSV_ROW_SHORT)
    g_assert (row->n_fields < n_columns);
  if (row->state == RG_CSV_ROW_LONG)
    g_assert (row->n_fields > n_columns);
}

/* How many rows went to the writer last. */
static guint64 n_written;

/* Reads to the end; well-formed rows go to @writer. */
static char *
read_all (RgCsvReader *reader, RgCsvWriter *writer)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_MD5);
  g_autoptr (RgCsvRow) row = rg_csv_row_new ();
  g_autoptr (GError) error = NULL;
  guint64 last_line = 0;

  if (writer != NULL)
    n_written = 0;
  while (rg_csv_reader_next (reader, row, &error))
    {
      check_row (row, rg_csv_reader_get_n_columns (reader), &last_line);
      hash_row (checksum, row);
      if (writer == NULL || row->state != RG_CSV_ROW_OK)
        continue;
      if (!rg_csv_writer_write_headings (writer, (const char *const *) row->fields, &error))
        g_error ("%s", error->message);
      n_written++;
    }
  g_assert_no_error (error);
  return g_strdup (g_checksum_get_string (checksum));
}

/* The rows of what was written are as well-formed and as many. */
static void
check_written (GOutputStream *stream, RgCsvWriter *writer, char separator)
{
  RgCsvFormat format = { .encoding = "UTF-8", .separator = separator, .no_headings = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GInputStream) written = NULL;
  g_autoptr (RgCsvReader) reader = NULL;
  g_autoptr (RgCsvRow) row = rg_csv_row_new ();
  guint64 n = 0;

  if (!rg_csv_writer_finish (writer, &error) || !g_output_stream_close (stream, NULL, &error))
    g_error ("%s", error->message);
  if (n_written == 0)
    return;
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  written = g_memory_input_stream_new_from_bytes (bytes);
  reader = rg_csv_reader_new (written, &format, NULL, &error);
  g_assert_no_error (error);
  while (rg_csv_reader_next (reader, row, &error))
    {
      g_assert (row->state == RG_CSV_ROW_OK);
      n++;
    }
  g_assert_cmpuint (n, ==, n_written);
}

static void
check_repair (const uint8_t *data, size_t size, const RgCsvFormat *format)
{
  static const RgCsvTarget targets[] = {
    { "name", "Name", RG_CSV_KIND_TEXT, "full name" },
    { "email", "E-mail", RG_CSV_KIND_EMAIL, NULL },
    { "day", "Day", RG_CSV_KIND_DATE, "date" },
  };
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, size, NULL);
  g_autoptr (GInputStream) again = g_memory_input_stream_new_from_data (data, size, NULL);
  g_autoptr (RgCsvReader) reader = rg_csv_reader_new (stream, format, NULL, NULL);
  g_autoptr (RgCsvSurvey) survey = rg_csv_survey_new (reader, NULL);
  g_autoptr (RgCsvMapping) mapping = NULL;
  g_autoptr (RgCsvMapping) same = NULL;
  g_autoptr (RgCsvRow) row = rg_csv_row_new ();
  const char *const *headings = rg_csv_reader_get_headings (reader);
  g_autofree char *json = NULL;
  guint n_lost;

  mapping = rg_csv_mapping_guess (headings, survey->samples, targets, G_N_ELEMENTS (targets));
  json = rg_csv_mapping_to_json (mapping);
  same = rg_csv_mapping_from_json (json, headings, targets, G_N_ELEMENTS (targets), &n_lost, NULL);
  g_assert (n_lost == 0);
  for (guint i = 0; i < survey->n_columns; i++)
    g_assert (rg_csv_mapping_get (mapping, i) == rg_csv_mapping_get (same, i));

  rg_csv_reader_free (g_steal_pointer (&reader));
  reader = rg_csv_reader_new (again, format, NULL, NULL);
  while (rg_csv_reader_next (reader, row, NULL))
    {
      gboolean was_long = row->state == RG_CSV_ROW_LONG;
      gboolean repaired = rg_csv_repair_row (survey, row);

      g_assert (!repaired || (was_long && row->state == RG_CSV_ROW_REPAIRED && row->n_fields == survey->n_columns));
      g_assert (!was_long || repaired || row->state == RG_CSV_ROW_BAD);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  RgCsvFormat format = { 0 };
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GInputStream) base = NULL;
  g_autoptr (DripStream) drip = NULL;
  g_autoptr (RgCsvReader) reader = NULL;
  g_autoptr (RgCsvReader) other = NULL;
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr (RgCsvWriter) writer = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *cut = NULL;
  g_autofree char *encoding = NULL;
  guint step;

  if (size < 1)
    return 0;
  format.separator = separators[data[0] % 8 % G_N_ELEMENTS (separators)];
  format.encoding = encodings[data[0] / 8 % 8 % G_N_ELEMENTS (encodings)];
  format.no_headings = (data[0] & 0x40) != 0;
  step = data[0] & 0x80 ? 1 : 7;
  data++;
  size--;

  stream = g_memory_input_stream_new_from_data (data, size, NULL);
  reader = rg_csv_reader_new (stream, &format, NULL, NULL);
  if (reader == NULL)
    return 0;
  format.separator = rg_csv_reader_get_separator (reader);
  format.encoding = encoding = g_strdup (rg_csv_reader_get_encoding (reader));
  writer = rg_csv_writer_new (output, data[0] % 8, format.separator, NULL);
  whole = read_all (reader, writer);

  base = g_memory_input_stream_new_from_data (data, size, NULL);
  drip = g_object_new (DRIP_TYPE_STREAM, "base-stream", base, NULL);
  drip->step = step;
  other = rg_csv_reader_new (G_INPUT_STREAM (drip), &format, NULL, NULL);
  g_assert (other != NULL);
  cut = read_all (other, NULL);
  g_assert_cmpstr (whole, ==, cut);

  check_written (output, writer, format.separator);
  check_repair (data, size, &format);
  return 0;
}
