/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SECTION:rg-csv-scan
 *
 * Where fields and records of CSV end, without keeping any of it: to guess the separator, and to pass over
 * records that are too large to be read. For rg-csv-reader.c alone.
 */

/**
 * RgCsvScan:
 * @RG_CSV_SCAN_RECORD: before the first field of a record
 * @RG_CSV_SCAN_FIELD: before another field, or in the blanks before its text
 * @RG_CSV_SCAN_PLAIN: in a field without quotes
 * @RG_CSV_SCAN_QUOTED: in a field with quotes
 * @RG_CSV_SCAN_AFTER: after a quote in a field with quotes, which closes it unless another follows
 */
typedef enum
{
  RG_CSV_SCAN_RECORD,
  RG_CSV_SCAN_FIELD,
  RG_CSV_SCAN_PLAIN,
  RG_CSV_SCAN_QUOTED,
  RG_CSV_SCAN_AFTER,
} RgCsvScan;

/** rg_csv_scan: Returns: the state after @c. A record has ended when it is %RG_CSV_SCAN_RECORD and was not
 * before */
static inline RgCsvScan
rg_csv_scan (RgCsvScan state, char c, char separator)
{
  if (state == RG_CSV_SCAN_QUOTED)
    return c == '"' ? RG_CSV_SCAN_AFTER : RG_CSV_SCAN_QUOTED;
  if (c == '\n' || c == '\r')
    return RG_CSV_SCAN_RECORD;
  if (c == separator)
    return RG_CSV_SCAN_FIELD;

  switch (state)
    {
    case RG_CSV_SCAN_RECORD:
    case RG_CSV_SCAN_FIELD:
      if (c == '"')
        return RG_CSV_SCAN_QUOTED;
      /* A record of nothing but blanks is none. */
      return c == ' ' || c == '\t' ? state : RG_CSV_SCAN_PLAIN;
    case RG_CSV_SCAN_AFTER:
      if (c == '"')
        return RG_CSV_SCAN_QUOTED;
      return c == ' ' || c == '\t' ? RG_CSV_SCAN_AFTER : RG_CSV_SCAN_PLAIN;
    case RG_CSV_SCAN_PLAIN:
    case RG_CSV_SCAN_QUOTED:
    default:
      return RG_CSV_SCAN_PLAIN;
    }
}

char rg_csv_scan_guess_separator (const char *text, gsize length, gboolean complete);

G_END_DECLS
