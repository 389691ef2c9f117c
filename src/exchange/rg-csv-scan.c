/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-csv-scan.h"

#define MAX_RECORDS 100

/* How well a separator explains the first records: how many have as many separators as the first, and how
 * many that is. 0 if the first has none. */
static guint
rate (char separator, const char *text, gsize length, gboolean complete, guint *n_first)
{
  RgCsvScan state = RG_CSV_SCAN_RECORD;
  guint n_records = 0, n_alike = 0, n = 0;

  *n_first = 0;
  for (gsize i = 0; i <= length && n_records < MAX_RECORDS; i++)
    {
      RgCsvScan before = state;

      if (i == length)
        {
          if (!complete && n_records > 0)
            break;
          state = RG_CSV_SCAN_RECORD;
        }
      else
        {
          state = rg_csv_scan (state, text[i], separator);
          if (state == RG_CSV_SCAN_FIELD && text[i] == separator)
            n++;
        }
      if (state != RG_CSV_SCAN_RECORD || before == RG_CSV_SCAN_RECORD)
        continue;

      if (n_records++ == 0)
        *n_first = n;
      n_alike += n == *n_first;
      n = 0;
    }
  return *n_first > 0 ? n_alike : 0;
}

/**
 * rg_csv_scan_guess_separator:
 * @text: the beginning of a file, as UTF-8
 * @length: its length in bytes
 * @complete: whether that is all of the file
 *
 * Returns: one of , ; tab and |
 */
char
rg_csv_scan_guess_separator (const char *text, gsize length, gboolean complete)
{
  static const char candidates[] = { ',', ';', '\t', '|' };
  char best = ',';
  guint best_rating = 0, best_first = 0;

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint n_first;
      guint rating = rate (candidates[i], text, length, complete, &n_first);

      if (rating > best_rating || (rating == best_rating && n_first > best_first))
        {
          best = candidates[i];
          best_rating = rating;
          best_first = n_first;
        }
    }
  return best;
}
