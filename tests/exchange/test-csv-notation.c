/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-csv-notation.h"

typedef struct
{
  const char *samples; /* | between them */
  int expected;
} Case;

#define UNKNOWN RG_CSV_NUMBER_UNKNOWN
#define POINT RG_CSV_NUMBER_POINT
#define COMMA RG_CSV_NUMBER_COMMA

static const Case numbers[] = {
  { "", UNKNOWN },
  { "1|25|300", UNKNOWN },
  { "1.5", POINT },
  { "1,5", COMMA },
  { "1,234", UNKNOWN },
  { "1.234", UNKNOWN },
  { "1.234|2.345|999.000", UNKNOWN },
  { "1,234|5,50", COMMA },
  { "1,234|5.50", POINT },
  { "1,234.50", POINT },
  { "1.234,50", COMMA },
  { "1,234,567", POINT },
  { "1.234.567", COMMA },
  { "12,34,567.00", POINT },
  { "0,123", COMMA },
  { "0.123", POINT },
  { ".125", POINT },
  { "1234,567", COMMA },
  { "1.2345", POINT },
  { "1.5|1,5", UNKNOWN },
  { "1.234,50|1,234.50", UNKNOWN },
  { "€ 12,50", COMMA },
  { "12.50 USD", POINT },
  { "EUR -12,50", COMMA },
  { "(12,50)", COMMA },
  { "−12,50 €", COMMA },
  { "19,5 %", COMMA },
  { "1 234,50", COMMA },
  { "1 234,50", COMMA },
  { "1'234.50", POINT },
  { "1’234.50", POINT },
  /* No numbers: they say nothing. */
  { "n/a|NULL|-|1.5", POINT },
  { "24.12.2024|1,5", COMMA },
  { "192.168.1.1", UNKNOWN },
  { "1,23,4", UNKNOWN },
  { "1.", UNKNOWN },
  { "0.123.456", UNKNOWN },
  { "Room 1.5", UNKNOWN },
  { "1.5e3", UNKNOWN },
};

static const Case dates[] = {
  { "", RG_CSV_DATE_UNKNOWN },
  { "2024-03-04", RG_CSV_DATE_ISO },
  { "2024/03/04|2024/12/31", RG_CSV_DATE_ISO },
  { "1996-07-04 00:00:00.000", RG_CSV_DATE_ISO },
  { "2024-03-04T10:00:00Z", RG_CSV_DATE_ISO },
  { "20240304", RG_CSV_DATE_ISO },
  { "03/04/2024", RG_CSV_DATE_UNKNOWN },
  { "03.04.2024", RG_CSV_DATE_UNKNOWN },
  { "3/4/2024|12/12/2024|1/2/2023", RG_CSV_DATE_UNKNOWN },
  { "13/04/2024", RG_CSV_DATE_DMY },
  { "03/04/2024|31/12/2024", RG_CSV_DATE_DMY },
  { "31.12.2024", RG_CSV_DATE_DMY },
  { "31. 12. 2024", RG_CSV_DATE_DMY },
  { "31-12-2024 23:59", RG_CSV_DATE_DMY },
  { "04/13/2024", RG_CSV_DATE_MDY },
  { "03/04/2024|12/31/2024", RG_CSV_DATE_MDY },
  { "13/04/2024|04/13/2024", RG_CSV_DATE_UNKNOWN },
  { "2024-03-04|13/04/2024", RG_CSV_DATE_UNKNOWN },
  { "2024-31-12", RG_CSV_DATE_UNKNOWN },
  { "2024-03-04|2024-31-12", RG_CSV_DATE_UNKNOWN },
  /* Two digits for the year may stand first. */
  { "31/12/99", RG_CSV_DATE_DMY },
  { "12/31/99", RG_CSV_DATE_MDY },
  { "13/04/05", RG_CSV_DATE_UNKNOWN },
  { "13/04/05|13/04/99", RG_CSV_DATE_DMY },
  { "99-12-31", RG_CSV_DATE_UNKNOWN },
  /* No dates: they say nothing. */
  { "NULL|0000-00-00|soon|13/04/2024", RG_CSV_DATE_DMY },
  { "32/01/2024|13/13/2024", RG_CSV_DATE_UNKNOWN },
  { "1.2.3.4", RG_CSV_DATE_UNKNOWN },
  { "13/04", RG_CSV_DATE_UNKNOWN },
  { "13/04-2024", RG_CSV_DATE_UNKNOWN },
  { "13/04/2024x", RG_CSV_DATE_UNKNOWN },
  { "12345678", RG_CSV_DATE_UNKNOWN },
};

/* What the cells of one column prove. */
static RgCsvNumberNotation
guess_number_notation (const char *const *samples)
{
  RgCsvNumberEvidence evidence = { 0 };

  for (; *samples != NULL; samples++)
    rg_csv_number_evidence_add (&evidence, *samples);
  return rg_csv_number_evidence_get (&evidence);
}

static RgCsvDateOrder
guess_date_order (const char *const *samples)
{
  RgCsvDateEvidence evidence = { 0 };

  for (; *samples != NULL; samples++)
    rg_csv_date_evidence_add (&evidence, *samples);
  return rg_csv_date_evidence_get (&evidence);
}

static void
test_number (gconstpointer data)
{
  const Case *c = data;
  g_auto (GStrv) samples = g_strsplit (c->samples, "|", -1);

  g_assert_cmpint (guess_number_notation ((const char *const *) samples), ==, c->expected);
}

static void
test_date (gconstpointer data)
{
  const Case *c = data;
  g_auto (GStrv) samples = g_strsplit (c->samples, "|", -1);

  g_assert_cmpint (guess_date_order ((const char *const *) samples), ==, c->expected);
}

/* Whatever the order of the samples, they prove the same. */
static void
test_order (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_auto (GStrv) samples = g_strsplit (numbers[i].samples, "|", -1);
      guint n = g_strv_length (samples);

      for (guint j = 0; j < n / 2; j++)
        {
          char *other = samples[j];

          samples[j] = samples[n - 1 - j];
          samples[n - 1 - j] = other;
        }
      g_assert_cmpint (guess_number_notation ((const char *const *) samples), ==, numbers[i].expected);
    }
}

static void
test_long_text (void)
{
  g_autofree char *text = g_strnfill (100000, '1');
  const char *samples[] = { text, "1,5", NULL };

  g_assert_cmpint (guess_number_notation (samples), ==, COMMA);
  g_assert_cmpint (guess_date_order (samples), ==, RG_CSV_DATE_UNKNOWN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/csv/notation/number/%02u", i);

      g_test_add_data_func (path, &numbers[i], test_number);
    }
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *path = g_strdup_printf ("/csv/notation/date/%02u", i);

      g_test_add_data_func (path, &dates[i], test_date);
    }
  g_test_add_func ("/csv/notation/order", test_order);
  g_test_add_func ("/csv/notation/long-text", test_long_text);
  return g_test_run ();
}
