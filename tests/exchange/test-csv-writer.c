/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-csv-writer.h"

#include <string.h>

#include "csv-helpers.h"
#include "rg-error.h"

typedef struct
{
  const char *name;
  const char *fields[5];
  RgCsvWriterFlags flags;
  char separator;
  const char *text;
} Case;

static const Case cases[] = {
  { "plain", { "a", "b", "é" }, 0, ',', "a,b,é\n" },
  { "crlf", { "a", "b" }, RG_CSV_WRITER_CRLF, ',', "a,b\r\n" },
  { "mark",
    { "a", "b" },
    RG_CSV_WRITER_BOM,
    ',',
    "\xef\xbb\xbf"
    "a,b\n" },
  { "semicolon", { "a,b", "c;d" }, 0, ';', "a,b;\"c;d\"\n" },
  { "tab", { "a b", "c\td" }, 0, '\t', "a b\t\"c\td\"\n" },
  { "quotes", { "say \"hi\"", "\"" }, 0, ',', "\"say \"\"hi\"\"\",\"\"\"\"\n" },
  { "line-breaks", { "a\nb", "c\r\nd", "e\r" }, 0, ',', "\"a\nb\",\"c\r\nd\",\"e\r\"\n" },
  { "blanks", { " a", "b ", "c d", " ", "\te" }, 0, ',', "\" a\",\"b \",c d,\" \",\"\te\"\n" },
  { "empty", { "", "", "" }, 0, ',', ",,\n" },
  { "empty-alone", { "" }, 0, ',', "\"\"\n" },
  { "no-cells", { NULL }, 0, ',', "\"\"\n" },
  { "marks",
    { "sep=;", "Sep=", "\xef\xbb\xbfx", "separate" },
    0,
    ',',
    "\"sep=;\",\"Sep=\",\"\xef\xbb\xbfx\",separate\n" },
  { "formulas-as-they-are", { "=1+1", "+44 20", "-5", "@x" }, 0, ',', "=1+1,+44 20,-5,@x\n" },
  { "formulas-guarded",
    { "=1+1", "+44 20", "-5", "@x", "a=b" },
    RG_CSV_WRITER_GUARD,
    ',',
    "'=1+1,'+44 20,'-5,'@x,a=b\n" },
  { "formulas-quoted",
    { "=HYPERLINK(\"x\",\"y\")", "\t=1", "\r=1" },
    RG_CSV_WRITER_GUARD,
    ',',
    "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\",\"'\t=1\",\"'\r=1\"\n" },
  { "guarded-already", { "'=1", "''=1", "'tis", "'" }, RG_CSV_WRITER_GUARD, ',', "''=1,'''=1,'tis,'\n" },
};

static char *
contents (GOutputStream *stream)
{
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);

  return g_strndup (g_memory_output_stream_get_data (memory), g_memory_output_stream_get_data_size (memory));
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (RgCsvWriter) writer = rg_csv_writer_new (stream, c->flags, c->separator, NULL);
  const char *fields[6] = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  memcpy (fields, c->fields, sizeof c->fields);
  g_assert_true (rg_csv_writer_write_headings (writer, fields, &error));
  g_assert_true (rg_csv_writer_finish (writer, &error));
  text = contents (stream);
  g_assert_cmpstr (text, ==, c->text);
}

/* What was written is read again as it was, whatever the options. */
static void
test_round_trip (void)
{
  static const char *const headings[] = { "a", "b", NULL };
  static const char *const odd[]
    = { "",   " ", "\"", "\"\"", ",",   ";",      "\n",   "\r",   "\r\n",       "'",    "'=1", "''''-",       "=x",
        "-1", "+", "@",  "\t",   " a ", "a\"b\n", "é€😀", "sep=", "a;b,c|d\te", "NULL", "0x0", "\xef\xbb\xbf" };
  static const char separators[] = { ',', ';', '\t', '|' };

  for (guint flags = 0; flags < 8; flags++)
    for (guint s = 0; s < G_N_ELEMENTS (separators); s++)
      {
        RgCsvFormat format = { .separator = separators[s] };
        g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
        g_autoptr (RgCsvWriter) writer = rg_csv_writer_new (stream, flags, separators[s], NULL);
        g_autoptr (GError) error = NULL;
        g_autofree char *text = NULL;
        g_autoptr (RgCsvReader) reader = NULL;
        g_autoptr (RgCsvRow) row = rg_csv_row_new ();

        g_assert_true (rg_csv_writer_write_headings (writer, headings, &error));
        for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
          {
            rg_csv_writer_add_text (writer, odd[i]);
            rg_csv_writer_add_plain (writer, "-12.50");
            g_assert_true (rg_csv_writer_end_row (writer, &error));
          }
        g_assert_true (rg_csv_writer_finish (writer, &error));

        text = contents (stream);
        reader = csv_reader_over (text, -1, &format, &error);
        g_assert_no_error (error);
        for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
          {
            const char *field;

            g_assert_true (rg_csv_reader_next (reader, row, &error));
            g_assert_cmpstr (row->reason, ==, NULL);
            field = row->fields[0];
            g_assert_cmpstr (flags & RG_CSV_WRITER_GUARD ? rg_csv_unguard (field) : field, ==, odd[i]);
            g_assert_cmpstr (row->fields[1], ==, "-12.50");
          }
        g_assert_false (rg_csv_reader_next (reader, row, &error));
      }
}

static void
test_invalid_text (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (RgCsvWriter) writer = rg_csv_writer_new (stream, 0, ',', NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  rg_csv_writer_add_text (writer, "good");
  rg_csv_writer_add_text (writer, "bad\xff");
  g_assert_false (rg_csv_writer_end_row (writer, &error));
  g_assert_error (error, RG_ERROR, RG_ERROR_INVALID);
  g_clear_error (&error);

  rg_csv_writer_add_text (writer, NULL);
  rg_csv_writer_add_text (writer, "x");
  g_assert_true (rg_csv_writer_end_row (writer, &error));
  g_assert_true (rg_csv_writer_finish (writer, &error));
  text = contents (stream);
  g_assert_cmpstr (text, ==, ",x\n");
}

/* /dev/full takes nothing. */
static void
test_full_disk (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/full");
  g_autoptr (GFileIOStream) both = NULL;
  g_autoptr (RgCsvWriter) writer = NULL;
  g_autoptr (GError) error = NULL;
  static const char *const fields[] = { "a", NULL };

  if (!g_file_query_exists (file, NULL) || (both = g_file_open_readwrite (file, NULL, NULL)) == NULL)
    {
      g_test_skip ("There is no /dev/full");
      return;
    }
  writer = rg_csv_writer_new (g_io_stream_get_output_stream (G_IO_STREAM (both)), 0, ',', NULL);
  while (rg_csv_writer_write_headings (writer, fields, &error))
    ;
  g_assert_error (error, RG_ERROR, RG_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, "no room left on the disk"));
  g_clear_error (&error);

  /* And says so again. */
  g_assert_false (rg_csv_writer_write_headings (writer, fields, &error));
  g_assert_error (error, RG_ERROR, RG_ERROR_FULL);
  g_clear_error (&error);
  g_assert_false (rg_csv_writer_finish (writer, &error));
  g_assert_error (error, RG_ERROR, RG_ERROR_FULL);
}

static void
test_cancelled (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (RgCsvWriter) writer = rg_csv_writer_new (stream, 0, ',', cancellable);
  g_autoptr (GError) error = NULL;
  static const char *const fields[] = { "a", NULL };

  g_assert_true (rg_csv_writer_write_headings (writer, fields, &error));
  g_cancellable_cancel (cancellable);
  g_assert_false (rg_csv_writer_finish (writer, &error));
  g_assert_error (error, RG_ERROR, RG_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/csv/writer/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/csv/writer/round-trip", test_round_trip);
  g_test_add_func ("/csv/writer/invalid-text", test_invalid_text);
  g_test_add_func ("/csv/writer/full-disk", test_full_disk);
  g_test_add_func ("/csv/writer/cancelled", test_cancelled);
  return g_test_run ();
}
