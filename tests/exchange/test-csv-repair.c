/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "csv-helpers.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *rows;
} Case;

static const Case cases[] = {
  { "house-number-first", "id,address,city\n1,24, place Kléber,Strasbourg\n",
    "repaired 2 ‹1›‹24, place Kléber›‹Strasbourg›\n" },
  { "house-number-last", "id,address,city\n1,Rua Orós, 92,Sao Paulo\n", "repaired 2 ‹1›‹Rua Orós, 92›‹Sao Paulo›\n" },
  { "first-column", "name,id\nSmith, John,1\n", "repaired 2 ‹Smith, John›‹1›\n" },
  { "last-column", "id,address\n1,Rua Orós, 92\n", "repaired 2 ‹1›‹Rua Orós, 92›\n" },
  { "two-columns", "id,name,address\n1,Smith, John,24, Road\n", "repaired 2 ‹1›‹Smith, John›‹24, Road›\n" },
  { "twice-in-one", "id,note,n\n1,bread, milk, eggs,3\n", "repaired 2 ‹1›‹bread, milk, eggs›‹3›\n" },
  { "two-blanks", "id,address\n1,C/ Araquil,  67\n", "repaired 2 ‹1›‹C/ Araquil,  67›\n" },
  { "semicolon", "id;note\n1;bread; milk\n", "repaired 2 ‹1›‹bread; milk›\n" },
  { "tab", "id\tnote\n1\tbread\tmilk\n", "bad 2 ‹1›‹bread›‹milk›\n" },
  { "quoted-elsewhere", "id,name,address\n1,\"Smith, John\",24, Road\n", "repaired 2 ‹1›‹Smith, John›‹24, Road›\n" },
  { "others-untouched", "id,a\n1,x\n2\n3,\"y, z\"\n\"4\"x,y\n,\n5,u, v\n",
    "ok 2 ‹1›‹x›\nshort 3 ‹2›\nok 4 ‹3›‹y, z›\nbad 5 \nempty 6 ‹›‹›\nrepaired 7 ‹5›‹u, v›\n" },

  { "no-blank", "id,address,city\n1,24,place Kléber,Strasbourg\n", "bad 2 ‹1›‹24›‹place Kléber›‹Strasbourg›\n" },
  { "too-few-blanks", "id,address,city\n1,24, place,Kléber,Strasbourg\n",
    "bad 2 ‹1›‹24›‹ place›‹Kléber›‹Strasbourg›\n" },
  { "too-many-blanks", "id,address,city,zip\n1,24, place, Strasbourg,67000\n",
    "bad 2 ‹1›‹24›‹ place›‹ Strasbourg›‹67000›\n" },
  { "blanks-are-the-habit-headings", "id, address, city\n1, 24,place, Strasbourg\n",
    "bad 2 ‹1›‹ 24›‹place›‹ Strasbourg›\n" },
  { "blanks-are-the-habit-here", "id,address,city\n1,Road, Paris\n1,24, place,Paris\n",
    "ok 2 ‹1›‹Road›‹ Paris›\nbad 3 ‹1›‹24›‹ place›‹Paris›\n" },
  { "the-same-after", "id,address,city\n1,24, place,Paris\n1,Road, Paris\n",
    "bad 2 ‹1›‹24›‹ place›‹Paris›\nok 3 ‹1›‹Road›‹ Paris›\n" },
  { "blanks-are-a-habit-elsewhere", "id,address,city,fax\n1,Road,Paris, 555\n1,24, place,Paris,556\n",
    "ok 2 ‹1›‹Road›‹Paris›‹ 555›\nrepaired 3 ‹1›‹24, place›‹Paris›‹556›\n" },
  { "twice-and-a-habit-two-on", "id,note,n,m\n1,x,2, 3\n1,bread, milk, eggs,3,4\n",
    "ok 2 ‹1›‹x›‹2›‹ 3›\nbad 3 ‹1›‹bread›‹ milk›‹ eggs›‹3›‹4›\n" },
  { "quoted-before", "id,address,city\n1,\"24\", place,Paris\n", "bad 2 ‹1›‹24›‹ place›‹Paris›\n" },
  { "quoted-after", "id,address,city\n1,24,\" place\",Paris\n", "bad 2 ‹1›‹24›‹ place›‹Paris›\n" },
  { "nothing-before", "id,address,city\n1,, place,Paris\n", "bad 2 ‹1›‹›‹ place›‹Paris›\n" },
  { "only-a-blank", "id,address,city\n1,24, ,Paris\n", "bad 2 ‹1›‹24›‹ ›‹Paris›\n" },
};

static RgCsvSurvey *
survey_of (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgCsvReader) reader = csv_reader_over (text, -1, NULL, &error);
  RgCsvSurvey *survey;

  g_assert_no_error (error);
  survey = rg_csv_survey_new (reader, &error);
  g_assert_no_error (error);
  return survey;
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (RgCsvSurvey) survey = survey_of (c->text);
  g_autoptr (RgCsvReader) reader = csv_reader_over (c->text, -1, NULL, NULL);
  g_autofree char *rows = csv_read_all (reader, survey);

  g_assert_cmpstr (rows, ==, c->rows);
}

/* The n-th row of a file, after its repair. */
static RgCsvRow *
repaired_row (const char *text, guint n)
{
  g_autoptr (RgCsvSurvey) survey = survey_of (text);
  g_autoptr (RgCsvReader) reader = csv_reader_over (text, -1, NULL, NULL);
  RgCsvRow *row = rg_csv_row_new ();

  while (n-- > 0)
    g_assert_true (rg_csv_reader_next (reader, row, NULL));
  rg_csv_repair_row (survey, row);
  return row;
}

static void
test_words (void)
{
  g_autoptr (RgCsvRow) fixed = repaired_row ("id,address,city\n1,24, place Kléber,Strasbourg\n", 1);
  g_autoptr (RgCsvRow) unclear = repaired_row ("id,address,city\n1,24,place,Paris\n", 1);
  g_autoptr (RgCsvRow) habit = repaired_row ("id,address,city\n1,Road, Paris\n1,24, place,Paris\n", 2);

  g_assert_cmpstr (fixed->reason, ==,
                   "A separator without quotes was taken for text: “address” is “24, place Kléber”.");
  g_assert_cmpuint (fixed->line, ==, 2);
  g_assert_cmpuint (fixed->number, ==, 1);
  g_assert_cmpstr (unclear->reason, ==,
                   "It has 4 fields where 3 are expected. A field may contain the separator, but which one can’t be "
                   "told.");
  g_assert_cmpstr (habit->reason, ==,
                   "It has 4 fields where 3 are expected. Whether “place” belongs to “address” or is “city” can’t be "
                   "told, since other rows of this file have a blank there as well.");
}

static void
test_survey (void)
{
  g_autoptr (RgCsvSurvey) survey = survey_of ("id;amount;day\n"
                                              "1;1.234,50;03.04.2024\n"
                                              "2;7;31.12.2024\n"
                                              "3;;\n"
                                              ";;\n"
                                              "4\n"
                                              "5;1;2;3\n"
                                              "6;\"1\"x;2\n"
                                              "7; 2;\n");

  g_assert_cmpuint (survey->n_columns, ==, 3);
  g_assert_cmpint (survey->separator, ==, ';');
  g_assert_cmpstr (survey->headings[2], ==, "day");
  g_assert_cmpuint (survey->n_rows, ==, 7);
  g_assert_cmpuint (survey->n_short, ==, 1);
  g_assert_cmpuint (survey->n_long, ==, 1);
  g_assert_cmpuint (survey->n_bad, ==, 1);
  g_assert_cmpuint (survey->columns[0].n_filled, ==, 4);
  g_assert_cmpuint (survey->columns[1].n_filled, ==, 3);
  g_assert_cmpuint (survey->columns[1].n_leaning, ==, 1);
  g_assert_cmpint (rg_csv_number_evidence_get (&survey->columns[1].numbers), ==, RG_CSV_NUMBER_COMMA);
  g_assert_cmpint (rg_csv_date_evidence_get (&survey->columns[2].dates), ==, RG_CSV_DATE_DMY);
  g_assert_cmpuint (survey->samples->len, ==, 4);
  g_assert_cmpstr (rg_csv_row_get (survey->samples->pdata[1], 1), ==, "7");
}

static void
test_survey_keeps_few (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n");
  g_autoptr (RgCsvSurvey) survey = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "%u,x\n", i);
  survey = survey_of (text->str);
  g_assert_cmpuint (survey->n_rows, ==, 1000);
  g_assert_cmpuint (survey->samples->len, ==, RG_CSV_N_SAMPLES);
}

/* A file with the flaw, in the encoding that a desk of the 1990s would have written. */
static void
test_file (void)
{
  static const char *const encodings[] = { "UTF-8", "WINDOWS-1252", "UTF-16LE" };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "data", "shops.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      const char *mark = g_str_has_prefix (encodings[i], "UTF-16") ? "\xff\xfe" : "";
      g_autoptr (GFileIOStream) both = NULL;
      g_autoptr (GFile) file = g_file_new_tmp ("regulars-XXXXXX.csv", &both, &error);
      GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (both));
      g_autofree char *bytes = NULL;
      g_autoptr (RgCsvReader) reader = NULL;
      g_autoptr (RgCsvReader) again = NULL;
      g_autoptr (RgCsvSurvey) survey = NULL;
      g_autofree char *rows = NULL;
      gsize n;

      bytes = g_convert (text, length, encodings[i], "UTF-8", NULL, &n, &error);
      g_assert_no_error (error);
      g_assert_true (g_output_stream_write_all (output, mark, strlen (mark), NULL, NULL, &error));
      g_assert_true (g_output_stream_write_all (output, bytes, n, NULL, NULL, &error));
      g_assert_true (g_io_stream_close (G_IO_STREAM (both), NULL, &error));

      reader = rg_csv_reader_new_for_file (file, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (rg_csv_reader_get_encoding (reader), ==, encodings[i]);
      survey = rg_csv_survey_new (reader, &error);
      g_assert_no_error (error);
      again = rg_csv_reader_new_for_file (file, NULL, NULL, &error);
      rows = csv_read_all (again, survey);
      g_assert_cmpstr (
        rows, ==,
        "repaired 2 ‹ALMA1›‹Alma et fils›‹Élodie Marchand›‹24, place du Marché›‹Colmar›‹68000›‹France›‹+33 3 "
        "89 00 00 01›\n"
        "ok 3 ‹BRUNN›‹Bäckerei Brunn›‹Jürgen Brunn›‹Hauptstraße 7›‹Passau›‹94032›‹Germany›‹+49 851 0000 02›\n"
        "repaired 4 ‹CAFEO›‹Café Órbita›‹Inês Prado›‹Rua das Flores, 92›‹Porto›‹4050-262›‹Portugal›‹+351 22 "
        "000 0003›\n"
        "ok 5 ‹DELIS›‹Deli, Sons & Co.›‹Ruth Okafor›‹12 Mill Lane›‹Leeds›‹LS1 4DY›‹United Kingdom›‹+44 113 "
        "496 0004›\n"
        "repaired 6 ‹ESQUI›‹La Esquina›‹José Luis Vega›‹C/ Mayor, 5›‹Sevilla›‹41001›‹Spain›‹+34 95 000 "
        "0005›\n"
        "repaired 7 ‹FJORD›‹Fjord & Fjell›‹Kari Nilsen›‹Strandgata 1, oppgang B, 3. "
        "etasje›‹Bergen›‹5004›‹Norway›‹+47 55 00 00 06›\n"
        "ok 8 ‹GRUEN›‹Grün›‹Anna Groß›‹Am Markt 3›‹Weimar›‹99423›‹Germany›‹›\n"
        "short 9 ‹HALFW›‹Half a row›‹Nobody›\n"
        "bad 10 ‹IMPOS›‹Impossible›‹Comma Lover›‹1›‹Lane›‹York›‹YO1 7EP›‹United Kingdom›‹+44 1904 496 "
        "008›\n");
      g_file_delete (file, NULL, NULL);
    }
}

/* ---- the public sample that has the flaw, when it is at hand ---- */

typedef struct
{
  const char *name;
  guint n_rows;
  guint n_repaired;
  guint column;        /* one that can be checked in every row … */
  const char *pattern; /* … against this */
} Northwind;

static const Northwind northwind[] = {
  { "customers.csv", 91, 24, 8,
    "^(Argentina|Austria|Belgium|Brazil|Canada|Denmark|Finland|France|Germany|Ireland|Italy|Mexico|Norway|"
    "Poland|Portugal|"
    "Spain|Sweden|Switzerland|UK|USA|Venezuela)$" },
  { "orders.csv", 830, 176, 13,
    "^(Argentina|Austria|Belgium|Brazil|Canada|Denmark|Finland|France|Germany|Ireland|Italy|Mexico|Norway|"
    "Poland|Portugal|"
    "Spain|Sweden|Switzerland|UK|USA|Venezuela)$" },
  { "products.csv", 77, 0, 9, "^[01]$" },
  { "order-details.csv", 2155, 0, 4, "^0(\\.[0-9]+)?$" },
  { "employees.csv", 9, 0, 11, "^(USA|UK)$" },
  { "categories.csv", 8, 0, 3, "^0x" },
  { "shippers.csv", 3, 0, 2, "^\\(503\\)" },
};

static void
test_northwind (gconstpointer data)
{
  const Northwind *expected = data;
  const char *folder = g_getenv ("REGULARS_NORTHWIND");
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RgCsvReader) reader = NULL;
  g_autoptr (RgCsvSurvey) survey = NULL;
  g_autoptr (RgCsvRow) row = rg_csv_row_new ();
  guint n_repaired = 0, n_rows = 0;

  if (folder == NULL)
    {
      g_test_skip ("REGULARS_NORTHWIND does not name a folder");
      return;
    }

  path = g_build_filename (folder, expected->name, NULL);
  file = g_file_new_for_path (path);
  reader = rg_csv_reader_new_for_file (file, NULL, NULL, &error);
  g_assert_no_error (error);
  survey = rg_csv_survey_new (reader, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (survey->n_rows, ==, expected->n_rows);
  g_assert_cmpuint (survey->n_long, ==, expected->n_repaired);
  g_clear_pointer (&reader, rg_csv_reader_free);

  reader = rg_csv_reader_new_for_file (file, NULL, NULL, &error);
  while (rg_csv_reader_next (reader, row, &error))
    {
      n_repaired += rg_csv_repair_row (survey, row);
      if (row->state != RG_CSV_ROW_OK && row->state != RG_CSV_ROW_REPAIRED)
        g_error ("%s, line %" G_GUINT64_FORMAT ": %s", expected->name, row->line, row->reason);
      g_assert_cmpuint (row->n_fields, ==, survey->n_columns);
      if (!g_regex_match_simple (expected->pattern, row->fields[expected->column], 0, 0))
        g_error ("%s, line %" G_GUINT64_FORMAT ": %s", expected->name, row->line, row->fields[expected->column]);
      if (n_rows++ == 6 && g_str_equal (expected->name, "customers.csv"))
        g_assert_cmpstr (row->fields[4], ==, "24, place Kléber");
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, expected->n_rows);
  g_assert_cmpuint (n_repaired, ==, expected->n_repaired);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/csv/repair/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (northwind); i++)
    {
      g_autofree char *path = g_strconcat ("/csv/northwind/", northwind[i].name, NULL);

      g_test_add_data_func (path, &northwind[i], test_northwind);
    }
  g_test_add_func ("/csv/repair/file", test_file);
  g_test_add_func ("/csv/repair/words", test_words);
  g_test_add_func ("/csv/survey/all", test_survey);
  g_test_add_func ("/csv/survey/keeps-few", test_survey_keeps_few);
  return g_test_run ();
}
