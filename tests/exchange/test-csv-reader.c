/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "csv-helpers.h"
#include "drip-stream.h"
#include "rg-error.h"

/* Rows as csv_read_all() writes them; headings as csv_join() does. */
typedef struct
{
  const char *name;
  const char *text;
  gsize length; /* 0: up to the NUL */
  const char *headings;
  const char *rows;
  char separator;
  const char *encoding; /* NULL: UTF-8 */
} Case;

#define BYTES(text) text, sizeof (text) - 1

static const Case cases[] = {
  { "plain", "a,b\n1,2\n3,4\n", 0, "‹a›‹b›", "ok 2 ‹1›‹2›\nok 3 ‹3›‹4›\n", ',' },
  { "no-last-line-break", "a,b\n1,2", 0, "‹a›‹b›", "ok 2 ‹1›‹2›\n", ',' },
  { "crlf", "a,b\r\n1,2\r\n3,4\r\n", 0, "‹a›‹b›", "ok 2 ‹1›‹2›\nok 3 ‹3›‹4›\n", ',' },
  { "cr", "a,b\r1,2\r3,4", 0, "‹a›‹b›", "ok 2 ‹1›‹2›\nok 3 ‹3›‹4›\n", ',' },
  { "mixed-line-breaks", "a,b\r\n1,2\n3,4\r5,6", 0, "‹a›‹b›", "ok 2 ‹1›‹2›\nok 3 ‹3›‹4›\nok 4 ‹5›‹6›\n", ',' },
  { "mixed-line-breaks-one-column", "a\rb\nc\r\nd\n\re", 0, "‹a›", "ok 2 ‹b›\nok 3 ‹c›\nok 4 ‹d›\nok 6 ‹e›\n", ',' },
  { "headings-only", "a,b\n", 0, "‹a›‹b›", "", ',' },
  { "headings-only-no-break", "a,b", 0, "‹a›‹b›", "", ',' },
  { "headings-trimmed", " a ,\" b \"\n1,2\n", 0, "‹a›‹b›", "ok 2 ‹1›‹2›\n", ',' },
  { "blank-lines", "\n\na,b\n\n1,2\n   \n\r\n3,4\n\n", 0, "‹a›‹b›", "ok 5 ‹1›‹2›\nok 8 ‹3›‹4›\n", ',' },
  { "one-column", "name\nAda\n\n\"\"\nGrace\n", 0, "‹name›", "ok 2 ‹Ada›\nempty 4 ‹›\nok 5 ‹Grace›\n", ',' },
  { "empty-fields", "a,b,c\n,,\n1,,\n,,3\n", 0, "‹a›‹b›‹c›", "empty 2 ‹›‹›‹›\nok 3 ‹1›‹›‹›\nok 4 ‹›‹›‹3›\n", ',' },
  { "short", "a,b,c\n1\n1,2\n1,2,3\n", 0, "‹a›‹b›‹c›", "short 2 ‹1›\nshort 3 ‹1›‹2›\nok 4 ‹1›‹2›‹3›\n", ',' },
  { "long", "a,b\n1,2,3\n1,2\n", 0, "‹a›‹b›", "long 2 ‹1›‹2›‹3›\nok 3 ‹1›‹2›\n", ',' },
  { "long-with-nothing", "a,b\n1,2,,\n1,,,4\n", 0, "‹a›‹b›", "ok 2 ‹1›‹2›\nlong 3 ‹1›‹›‹›‹4›\n", ',' },
  { "quotes", "a,b\n\"1\",\"2,3\"\n", 0, "‹a›‹b›", "ok 2 ‹1›‹2,3›\n", ',' },
  { "quotes-doubled", "a,b\n\"say \"\"hi\"\"\",\"\"\"\"\n", 0, "‹a›‹b›", "ok 2 ‹say \"hi\"›‹\"›\n", ',' },
  { "quotes-with-blanks-around", "a,b\n \"1, 2\" , \t\"3\"\n", 0, "‹a›‹b›", "ok 2 ‹1, 2›‹3›\n", ',' },
  { "quotes-keep-blanks", "a,b\n\" 1 \",\t2 \n", 0, "‹a›‹b›", "ok 2 ‹ 1 ›‹\t2 ›\n", ',' },
  { "quote-in-plain-field", "a,b\n5\" pipe,x\"y\"z\n", 0, "‹a›‹b›", "ok 2 ‹5\" pipe›‹x\"y\"z›\n", ',' },
  { "line-breaks-in-field", "a,b\n\"1\n2\r\n3\r4\",x\ny,z\n", 0, "‹a›‹b›", "ok 2-5 ‹1\n2\r\n3\r4›‹x›\nok 6 ‹y›‹z›\n",
    ',' },
  { "only-quoted-line-breaks", "a,b\n\"\n\n\",\n1,2\n", 0, "‹a›‹b›", "ok 2-4 ‹\n\n›‹›\nok 5 ‹1›‹2›\n", ',' },
  { "text-after-quote", "a,b\n\"Bob\" Smith,1\n3,4\n", 0, "‹a›‹b›", "bad 2 \nok 3 ‹3›‹4›\n", ',' },
  { "text-after-quote-second", "a,b\nx,\"y\"z\n3,4\n", 0, "‹a›‹b›", "bad 2 ‹x›\nok 3 ‹3›‹4›\n", ',' },
  { "quote-not-closed-meets-next", "a,b\n\"Bob,1\n\"Eve\",2\n3,4\n", 0, "‹a›‹b›", "bad 2-3 \nok 4 ‹3›‹4›\n", ',' },
  { "quote-not-closed", "a,b\n1,2\n3,\"4\n5,6\n", 0, "‹a›‹b›", "ok 2 ‹1›‹2›\nbad 3-4 ‹3›\n", ',' },
  { "quote-not-closed-at-once", "a,b\n1,\"", 0, "‹a›‹b›", "bad 2 ‹1›\n", ',' },
  { "quote-last", "a,b\n1,\"2\"", 0, "‹a›‹b›", "ok 2 ‹1›‹2›\n", ',' },
  { "separator-last", "a,b\n1,", 0, "‹a›‹b›", "ok 2 ‹1›‹›\n", ',' },
  { "nul", BYTES ("a,b\n1\0002,x\n3,4\n"), "‹a›‹b›", "bad 2 ‹1›‹x›\nok 3 ‹3›‹4›\n", ',' },
  { "nul-alone", BYTES ("a,b\n\0\n3,4\n"), "‹a›‹b›", "bad 2 ‹›\nok 3 ‹3›‹4›\n", ',' },

  { "semicolon", "a;b\n1,5;2\n", 0, "‹a›‹b›", "ok 2 ‹1,5›‹2›\n", ';' },
  { "semicolon-commas-in-headings", "Name, Vorname;Ort;PLZ\nA, B;C;D\nE, F;G;H\n", 0, "‹Name, Vorname›‹Ort›‹PLZ›",
    "ok 2 ‹A, B›‹C›‹D›\nok 3 ‹E, F›‹G›‹H›\n", ';' },
  { "tab", "a\tb\n1, 2\t\n \t4\n", 0, "‹a›‹b›", "ok 2 ‹1, 2›‹›\nok 3 ‹ ›‹4›\n", '\t' },
  { "tab-quotes", "a\tb\n\"1\t2\"\t \"3\" \n", 0, "‹a›‹b›", "ok 2 ‹1\t2›‹3›\n", '\t' },
  { "pipe", "a|b|c\n1|2|3\n", 0, "‹a›‹b›‹c›", "ok 2 ‹1›‹2›‹3›\n", '|' },
  { "separators-in-quotes", "\"a;b;c;d\",\"e\"\n\"1;2\",3\n", 0, "‹a;b;c;d›‹e›", "ok 2 ‹1;2›‹3›\n", ',' },
  { "mark-of-excel", "sep=;\r\na;b\r\n1,2;3\r\n", 0, "‹a›‹b›", "ok 3 ‹1,2›‹3›\n", ';' },
  { "mark-of-excel-odd", "sep=^\na^b\n1,2^3\n", 0, "‹a›‹b›", "ok 3 ‹1,2›‹3›\n", '^' },

  { "utf8", "a,b\nCafé,日本\n", 0, "‹a›‹b›", "ok 2 ‹Café›‹日本›\n", ',' },
  { "utf8-mark",
    "\xef\xbb\xbf"
    "a,b\n1,é\n",
    0, "‹a›‹b›", "ok 2 ‹1›‹é›\n", ',' },
  { "utf8-mark-and-quotes", "\xef\xbb\xbf\"a\",b\n1,é\n", 0, "‹a›‹b›", "ok 2 ‹1›‹é›\n", ',' },
  { "utf16le",
    BYTES ("\xff\xfe"
           "a\0,\0b\0\n\0\xe9\0,\0\x3d\xd8\x00\xde\n\0"),
    "‹a›‹b›", "ok 2 ‹é›‹😀›\n", ',', "UTF-16LE" },
  { "utf16be",
    BYTES ("\xfe\xff"
           "\0a\0;\0b\0\n\0\xe9\0;\xd8\x3d\xde\x00\0\r\0\n"),
    "‹a›‹b›", "ok 2 ‹é›‹😀›\n", ';', "UTF-16BE" },
  { "utf16le-broken",
    BYTES ("\xff\xfe"
           "a\0,\0b\0\n\0\x3d\xd8,\0x\0\n\0"
           "1\0,\0002\0\n\0"),
    "‹a›‹b›", "bad 2 ‹?›‹x›\nok 3 ‹1›‹2›\n", ',', "UTF-16LE" },
  { "utf16le-cut",
    BYTES ("\xff\xfe"
           "a\0,\0b\0\n\0x\0,\0y"),
    "‹a›‹b›", "bad 2 ‹x›‹?›\n", ',', "UTF-16LE" },
  { "windows-1252", "a,b\nCaf\xe9,\x80 5\n", 0, "‹a›‹b›", "ok 2 ‹Café›‹€ 5›\n", ',', "WINDOWS-1252" },
  { "windows-1252-last-byte", "a,b\n1,Caf\xe9", 0, "‹a›‹b›", "ok 2 ‹1›‹Café›\n", ',', "WINDOWS-1252" },
  { "windows-1252-hole", "a,b\n\xe9,\x81\n1,2\n", 0, "‹a›‹b›", "bad 2 ‹é›‹?›\nok 3 ‹1›‹2›\n", ',', "WINDOWS-1252" },
  { "utf8-damaged", "a,b\né,ü\nè,\xff\n1,2\n", 0, "‹a›‹b›", "ok 2 ‹é›‹ü›\nbad 3 ‹è›‹?›\nok 4 ‹1›‹2›\n", ',' },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  gsize length = c->length > 0 ? c->length : strlen (c->text);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgCsvReader) reader = csv_reader_over (c->text, length, NULL, &error);
  g_autofree char *headings = NULL;
  g_autofree char *rows = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (rg_csv_reader_get_encoding (reader), ==, c->encoding != NULL ? c->encoding : "UTF-8");
  g_assert_cmpint (rg_csv_reader_get_separator (reader), ==, c->separator);
  headings = csv_join (rg_csv_reader_get_headings (reader));
  g_assert_cmpstr (headings, ==, c->headings);
  rows = csv_read_all (reader, NULL);
  g_assert_cmpstr (rows, ==, c->rows);
}

/* The same cases, a byte at a time, give the same. */
static void
test_drip (gconstpointer data)
{
  const Case *c = data;
  gsize length = c->length > 0 ? c->length : strlen (c->text);
  g_autoptr (GInputStream) base = g_memory_input_stream_new_from_data (c->text, length, NULL);
  g_autoptr (DripStream) drip = g_object_new (DRIP_TYPE_STREAM, "base-stream", base, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgCsvReader) reader = NULL;
  g_autofree char *rows = NULL;

  drip->step = 1;
  reader = rg_csv_reader_new (G_INPUT_STREAM (drip), NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rg_csv_reader_get_encoding (reader), ==, c->encoding != NULL ? c->encoding : "UTF-8");
  rows = csv_read_all (reader, NULL);
  g_assert_cmpstr (rows, ==, c->rows);
}

/* Every record at every place relative to the ends of the reader's and the source's buffers gives the same.
 */
static void
test_boundaries (void)
{
  static const char record[] = "é,\"say \"\"hi\"\", \r\n you\" ,  \"b\"\r\n";
  g_autoptr (GError) error = NULL;

  for (guint shift = 0; shift < 40; shift++)
    {
      g_autoptr (GString) text = g_string_new ("a,b,c\n");
      g_autoptr (RgCsvReader) reader = NULL;
      g_autoptr (RgCsvRow) row = rg_csv_row_new ();
      guint64 line = 3;

      for (guint i = 0; i < shift; i++)
        g_string_append_c (text, 'x');
      g_string_append (text, ",,\n");
      while (text->len < 200 * 1024)
        g_string_append (text, record);
      reader = csv_reader_over (text->str, text->len, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (rg_csv_reader_next (reader, row, &error));
      while (rg_csv_reader_next (reader, row, &error))
        {
          g_assert_cmpstr (row->reason, ==, NULL);
          g_assert_cmpuint (row->n_fields, ==, 3);
          g_assert_cmpstr (row->fields[0], ==, "é");
          g_assert_cmpstr (row->fields[1], ==, "say \"hi\", \r\n you");
          g_assert_cmpstr (row->fields[2], ==, "b");
          g_assert_cmpuint (row->line, ==, line);
          g_assert_cmpuint (row->last_line, ==, line + 1);
          line += 2;
        }
      g_assert_no_error (error);
    }
}

/* ---- what makes a file unusable ---- */

typedef struct
{
  const char *name;
  const char *text;
  gsize length;
  RgCsvFormat format;
  const char *words;
} Refusal;

static const Refusal refusals[] = {
  { "empty", "", 0, { 0 }, "The file is empty." },
  { "only-mark", BYTES ("\xef\xbb\xbf"), { 0 }, "The file is empty." },
  { "only-blank-lines", BYTES ("\n \n\r\n"), { 0 }, "The file is empty." },
  { "spreadsheet", BYTES ("PK\3\4rest"), { 0 }, "This is a spreadsheet or an archive, not CSV. *" },
  { "old-spreadsheet", BYTES ("\xd0\xcf\x11\xe0rest"), { 0 }, "This is a spreadsheet, not CSV. *" },
  { "database", BYTES ("SQLite format 3\0"), { 0 }, "This is a database, not CSV." },
  { "compressed", BYTES ("\x1f\x8b\x08"), { 0 }, "This file is compressed. *" },
  { "nul-in-headings", BYTES ("a,\0b\n1,2\n"), { 0 }, "The first line can’t be read. Field 2 contains a NUL byte*" },
  { "utf16-without-mark", BYTES ("a\0,\0b\0\n\0"), { 0 }, "The first line can’t be read. *Perhaps the encoding*" },
  { "headings-not-closed", BYTES ("a,\"b\n1,2\n"), { 0 }, "The first line can’t be read. *never closed*" },
  { "unknown-encoding", BYTES ("a,b\n"), { .encoding = "KLINGON" }, "The encoding “KLINGON” is not known*" },
};

static void
test_refusal (gconstpointer data)
{
  const Refusal *refusal = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RgCsvReader) reader = csv_reader_over (refusal->text, refusal->length, &refusal->format, &error);

  g_assert_null (reader);
  g_assert_error (error, RG_ERROR, RG_ERROR_INVALID);
  if (!g_pattern_match_simple (refusal->words, error->message))
    g_error ("“%s” is not “%s”", error->message, refusal->words);
}

static void
test_forced (void)
{
  RgCsvFormat format = { .encoding = "ISO-8859-5", .separator = ';' };
  g_autoptr (GError) error = NULL;
  g_autoptr (RgCsvReader) reader = csv_reader_over ("a,b;c\n\xbf,1;2\n", -1, &format, &error);
  g_autofree char *rows = csv_read_all (reader, NULL);

  g_assert_cmpstr (rg_csv_reader_get_encoding (reader), ==, "ISO-8859-5");
  g_assert_cmpstr (rows, ==, "ok 2 ‹П,1›‹2›\n");
}

static void
test_forced_against_mark (void)
{
  RgCsvFormat format = { .encoding = "UTF-16" };
  g_autoptr (GError) error = NULL;
  g_autoptr (RgCsvReader) reader = csv_reader_over (BYTES ("\xfe\xff\0a\0,\0b\0\n"), &format, &error);
  g_autofree char *headings = csv_join (rg_csv_reader_get_headings (reader));

  g_assert_cmpstr (rg_csv_reader_get_encoding (reader), ==, "UTF-16BE");
  g_assert_cmpstr (headings, ==, "‹a›‹b›");
}

static void
test_no_headings (void)
{
  RgCsvFormat format = { .no_headings = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (RgCsvReader) reader = csv_reader_over ("1, 2\n,\n3\n", -1, &format, &error);
  g_autofree char *headings = csv_join (rg_csv_reader_get_headings (reader));
  g_autofree char *rows = csv_read_all (reader, NULL);

  g_assert_cmpstr (headings, ==, "‹Column 1›‹Column 2›");
  g_assert_cmpstr (rows, ==, "ok 1 ‹1›‹ 2›\nempty 2 ‹›‹›\nshort 3 ‹3›\n");
}

/* The one byte that is not ASCII comes after the first block: found when the stream can be rewound. */
static void
test_late_encoding (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (RgCsvReader) reader = NULL;
  g_autoptr (RgCsvRow) row = rg_csv_row_new ();
  g_autoptr (GInputStream) base = NULL;
  g_autoptr (DripStream) drip = NULL;
  RgCsvRowState last = RG_CSV_ROW_BAD;

  for (guint i = 0; i < 50000; i++)
    g_string_append (text, "1,2\n");
  g_string_append (text, "1,Caf\xe9\n");

  reader = csv_reader_over (text->str, text->len, NULL, &error);
  g_assert_cmpstr (rg_csv_reader_get_encoding (reader), ==, "WINDOWS-1252");
  while (rg_csv_reader_next (reader, row, &error))
    last = row->state;
  g_assert_cmpint (last, ==, RG_CSV_ROW_OK);
  g_clear_pointer (&reader, rg_csv_reader_free);

  /* Otherwise that row is bad. */
  base = g_memory_input_stream_new_from_data (text->str, text->len, NULL);
  drip = g_object_new (DRIP_TYPE_STREAM, "base-stream", base, NULL);
  drip->step = 1000;
  reader = rg_csv_reader_new (G_INPUT_STREAM (drip), NULL, NULL, &error);
  g_assert_cmpstr (rg_csv_reader_get_encoding (reader), ==, "UTF-8");
  while (rg_csv_reader_next (reader, row, &error))
    last = row->state;
  g_assert_no_error (error);
  g_assert_cmpint (last, ==, RG_CSV_ROW_BAD);
}

/* A stream that is at another place than its beginning is read from there. */
static void
test_from_the_middle (void)
{
  static const char text[] = "ignore\na,b\n1,2\n";
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgCsvReader) reader = NULL;
  g_autofree char *rows = NULL;

  g_input_stream_skip (stream, 7, NULL, NULL);
  reader = rg_csv_reader_new (stream, NULL, NULL, &error);
  rows = csv_read_all (reader, NULL);
  g_assert_cmpstr (rows, ==, "ok 2 ‹1›‹2›\n");
}

static void
test_cancelled (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n");
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RgCsvReader) reader = NULL;
  g_autoptr (RgCsvRow) row = rg_csv_row_new ();

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "1,2\n");
  stream = g_memory_input_stream_new_from_data (text->str, text->len, NULL);
  reader = rg_csv_reader_new (stream, NULL, cancellable, &error);
  g_assert_true (rg_csv_reader_next (reader, row, &error));
  g_cancellable_cancel (cancellable);
  while (rg_csv_reader_next (reader, row, &error))
    ;
  g_assert_error (error, RG_ERROR, RG_ERROR_CANCELLED);
}

static void
test_no_file (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/customers.csv");
  g_autoptr (GError) error = NULL;

  g_assert_null (rg_csv_reader_new_for_file (file, NULL, NULL, &error));
  g_assert_error (error, RG_ERROR, RG_ERROR_NOT_FOUND);
}

static void
test_row_copy (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgCsvReader) reader = csv_reader_over ("a,b\n1,\"2\",3\n", -1, NULL, &error);
  g_autoptr (RgCsvRow) row = rg_csv_row_new ();
  g_autoptr (RgCsvRow) copy = NULL;

  g_assert_true (rg_csv_reader_next (reader, row, &error));
  copy = rg_csv_row_copy (row);
  g_assert_false (rg_csv_reader_next (reader, row, &error));
  g_assert_cmpuint (row->n_fields, ==, 0);
  g_assert_cmpstr (rg_csv_row_get (row, 0), ==, "");

  g_assert_cmpint (copy->state, ==, RG_CSV_ROW_LONG);
  g_assert_cmpstr (copy->reason, ==, "It has 3 fields where 2 are expected.");
  g_assert_cmpstr (rg_csv_row_get (copy, 2), ==, "3");
  g_assert_cmpstr (rg_csv_row_get (copy, 3), ==, "");
  g_assert_cmpstr (rg_csv_row_get (copy, -1), ==, "");
  g_assert_true (copy->quoted[1]);
  g_assert_false (copy->quoted[2]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/csv/reader/", cases[i].name, NULL);
      g_autofree char *drip = g_strconcat ("/csv/reader/drip/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
      g_test_add_data_func (drip, &cases[i], test_drip);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/csv/reader/refuses/", refusals[i].name, NULL);

      g_test_add_data_func (path, &refusals[i], test_refusal);
    }
  g_test_add_func ("/csv/reader/boundaries", test_boundaries);
  g_test_add_func ("/csv/reader/forced", test_forced);
  g_test_add_func ("/csv/reader/forced-against-mark", test_forced_against_mark);
  g_test_add_func ("/csv/reader/no-headings", test_no_headings);
  g_test_add_func ("/csv/reader/late-encoding", test_late_encoding);
  g_test_add_func ("/csv/reader/from-the-middle", test_from_the_middle);
  g_test_add_func ("/csv/reader/cancelled", test_cancelled);
  g_test_add_func ("/csv/reader/no-file", test_no_file);
  g_test_add_func ("/csv/reader/row-copy", test_row_copy);
  return g_test_run ();
}
