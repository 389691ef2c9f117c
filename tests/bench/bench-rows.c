/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <locale.h>

#include "rg-csv-writer.h"
#include "rg-sample-people.h"
#include "rg-search-words.h"

/* bench-rows CUSTOMERS ROWS READY: writes customers of the sample business as two CSV files. ROWS is what an import
 * gets. READY has besides what the import makes of each row and bare SQLite cannot: the words of the search index, the
 * sort key, the id, the place in the list. */

#define FIRST_NUMBER 100001
#define FIRST_ID G_GINT64_CONSTANT (1000000000000)

typedef struct
{
  GOutputStream *stream;
  RgCsvWriter *writer;
} File;

static void
file_open (File *file, const char *path, const char *const *headings)
{
  g_autoptr (GFile) gfile = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  file->stream = G_OUTPUT_STREAM (g_file_replace (gfile, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error));
  g_assert_no_error (error);
  file->writer = rg_csv_writer_new (file->stream, RG_CSV_WRITER_NONE, ',', NULL);
  g_assert_true (rg_csv_writer_write_headings (file->writer, headings, NULL));
}

static void
file_close (File *file)
{
  g_assert_true (rg_csv_writer_finish (file->writer, NULL) && g_output_stream_close (file->stream, NULL, NULL));
  rg_csv_writer_free (file->writer);
  g_object_unref (file->stream);
}

static void
add_int (File *file, gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  rg_csv_writer_add_plain (file->writer, text);
}

static void
add_hex (File *file, GBytes *bytes)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i < size; i++)
    g_string_append_printf (text, "%02x", data[i]);
  rg_csv_writer_add_plain (file->writer, text->str);
}

static void
add_person (File *file, RgCustomer *customer)
{
  add_int (file, customer->number);
  rg_csv_writer_add_text (file->writer, customer->first_name);
  rg_csv_writer_add_text (file->writer, customer->last_name);
  rg_csv_writer_add_text (file->writer, customer->business_name);
  rg_csv_writer_add_text (file->writer, customer->email);
  rg_csv_writer_add_text (file->writer, customer->phone);
}

int
main (int argc, char **argv)
{
  static const char *const rows_headings[]
    = { "number", "first_name", "last_name", "business_name", "email", "phone", NULL };
  static const char *const ready_headings[] = { "number", "first_name", "last_name", "business_name", "email", "phone",
                                                "type",   "id",         "place",     "sort_key",      "words", NULL };
  g_autoptr (RgCustomer) customer = g_object_new (RG_TYPE_CUSTOMER, NULL);
  g_autoptr (RgAddress) address = g_object_new (RG_TYPE_ADDRESS, NULL);
  File rows, ready;
  guint64 n;

  setlocale (LC_ALL, "");
  if (argc != 4)
    return 2;
  n = g_ascii_strtoull (argv[1], NULL, 10);
  file_open (&rows, argv[2], rows_headings);
  file_open (&ready, argv[3], ready_headings);
  for (guint64 i = 0; i < n; i++)
    {
      RgSampleRandom random = { i };
      g_autoptr (GBytes) sort_key = NULL;
      g_autofree char *words = NULL;

      rg_sample_make_person (&random, (guint) i, TRUE, customer, address);
      customer->number = FIRST_NUMBER + (gint64) i;
      customer->incomplete = TRUE;
      add_person (&rows, customer);
      g_assert_true (rg_csv_writer_end_row (rows.writer, NULL));

      sort_key = rg_search_make_sort_key (customer);
      words = rg_search_dup_words (NULL, customer, NULL);
      add_person (&ready, customer);
      rg_csv_writer_add_plain (ready.writer, customer->type == RG_CUSTOMER_TYPE_BUSINESS ? "business" : "individual");
      add_int (&ready, FIRST_ID + (gint64) i);
      add_int (&ready, 1 + (gint64) i);
      add_hex (&ready, sort_key);
      rg_csv_writer_add_plain (ready.writer, words);
      g_assert_true (rg_csv_writer_end_row (ready.writer, NULL));
    }
  file_close (&rows);
  file_close (&ready);
  return 0;
}
