/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rg-csv-row.h"

G_BEGIN_DECLS

/**
 * SECTION:rg-csv-reader
 *
 * Reads CSV files as they come (RFC 4180 and what is not so well made), a record at a time, in memory that
 * does not grow with the file. The fields are taken apart by libcsv; limits, line numbers and recovery are in
 * here.
 *
 * - Records end with LF, CR or CRLF; lines with nothing but blanks are passed over.
 * - A field in quotes may contain separators, line breaks and doubled quotes. Blanks around the quotes are
 * not part of it. In a field without quotes, quotes and blanks are ordinary characters.
 * - Text after a closing quote ("Bob" Smith) is an error of that record; reading goes on with the next line.
 * A quote that is never closed is an error of the record that it begins in, which then reaches to the end of
 * the file.
 * - A record that breaks a limit, or contains NUL or bytes that are not text, is handed out as
 * %RG_CSV_ROW_BAD with words. Nothing of the sort ends the reading; only failing to read the stream does.
 * - Excel's first line "sep=;" is understood.
 *
 * All calls block on the stream: use them on a thread that may wait, one thread at a time.
 */

/** RG_CSV_MAX_COLUMNS: the most fields a record may have */
#define RG_CSV_MAX_COLUMNS 1024
/** RG_CSV_MAX_FIELD: the longest a field may be, in bytes as UTF-8, as it stands in the file with its quotes
 */
#define RG_CSV_MAX_FIELD (1024 * 1024)
/** RG_CSV_MAX_RECORD: how much of a record may come before its last field, in bytes as UTF-8 */
#define RG_CSV_MAX_RECORD (8 * 1024 * 1024)

/**
 * RgCsvFormat:
 * @encoding: (nullable): an encoding known to g_iconv(), such as "WINDOWS-1252"; %NULL to guess
 * @separator: ',' ';' '\t' '|' or another ASCII character; 0 to guess
 * @no_headings: the first record is data; columns are then called "Column 1" and so on
 *
 * How a file is to be read. A zeroed struct means: find out.
 */
typedef struct
{
  const char *encoding;
  char separator;
  gboolean no_headings;
} RgCsvFormat;

typedef struct _RgCsvReader RgCsvReader;

RgCsvReader *
rg_csv_reader_new (GInputStream *stream, const RgCsvFormat *format, GCancellable *cancellable, GError **error);
RgCsvReader *
rg_csv_reader_new_for_file (GFile *file, const RgCsvFormat *format, GCancellable *cancellable, GError **error);
void rg_csv_reader_free (RgCsvReader *self);
gboolean rg_csv_reader_next (RgCsvReader *self, RgCsvRow *row, GError **error);
const char *rg_csv_reader_get_encoding (const RgCsvReader *self);
char rg_csv_reader_get_separator (const RgCsvReader *self);
const char *const *rg_csv_reader_get_headings (const RgCsvReader *self);
guint rg_csv_reader_get_n_columns (const RgCsvReader *self);
gboolean rg_csv_reader_headings_lean (const RgCsvReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgCsvReader, rg_csv_reader_free)

G_END_DECLS
