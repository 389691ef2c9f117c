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

/**
 * rg_csv_reader_new:
 * @stream: what to read, kept until the reader is freed
 * @format: (nullable): what is known about it already
 * @cancellable: (nullable): ends this call and later ones with %RG_ERROR_CANCELLED
 * @error: %RG_ERROR_INVALID when there are no usable headings (an empty file, a spreadsheet that isn't CSV,
 * too many columns) or @format names an unknown encoding; %RG_ERROR_UNAVAILABLE when the stream can't be read
 *
 * Finds out encoding and separator, and reads the headings.
 *
 * The encoding is that of the byte order mark, if there is one (UTF-8, UTF-16 of either order). Otherwise, a
 * stream that can be rewound is read through once: it is UTF-8 if all of it is valid, or if at least as many
 * characters outside ASCII are valid UTF-8 as bytes are not (a damaged UTF-8 file: the rows with such bytes
 * will be bad); else it is Windows-1252. Of a stream that can't be rewound the first 64 KiB decide.
 *
 * The separator is the one that gives most of the first records as many fields as the first, quotes
 * respected.
 *
 * Returns: (transfer full): a reader, or %NULL with @error set
 */
RgCsvReader *
rg_csv_reader_new (GInputStream *stream, const RgCsvFormat *format, GCancellable *cancellable, GError **error);

/**
 * rg_csv_reader_new_for_file:
 *
 * As rg_csv_reader_new(), with %RG_ERROR_NOT_FOUND when there is no such file.
 *
 * Returns: (transfer full): a reader, or %NULL with @error set
 */
RgCsvReader *
rg_csv_reader_new_for_file (GFile *file, const RgCsvFormat *format, GCancellable *cancellable, GError **error);

/** rg_csv_reader_free: @self: (nullable) (transfer full): a reader */
void rg_csv_reader_free (RgCsvReader *self);

/**
 * rg_csv_reader_next:
 * @self: a reader
 * @row: filled with the next record
 * @error: %RG_ERROR_UNAVAILABLE or %RG_ERROR_CANCELLED when the stream can't be read on
 *
 * Empty fields at the end of a row that is too long are dropped, since nothing is lost by it.
 *
 * Returns: %TRUE with a row; %FALSE at the end (@error not set) or on failure (@error set)
 */
gboolean rg_csv_reader_next (RgCsvReader *self, RgCsvRow *row, GError **error);

/** rg_csv_reader_get_encoding: Returns: "UTF-8", "UTF-16LE", "UTF-16BE", "WINDOWS-1252", or what was asked
 * for */
const char *rg_csv_reader_get_encoding (const RgCsvReader *self);

/** rg_csv_reader_get_separator: Returns: the character between fields; ',' when there is only one column */
char rg_csv_reader_get_separator (const RgCsvReader *self);

/** rg_csv_reader_get_headings: Returns: (transfer none): the headings, blanks at their ends cut,
 * %NULL-terminated */
const char *const *rg_csv_reader_get_headings (const RgCsvReader *self);

/** rg_csv_reader_get_n_columns: Returns: how many headings there are, at least 1 */
guint rg_csv_reader_get_n_columns (const RgCsvReader *self);

/** rg_csv_reader_headings_lean: Returns: whether an unquoted heading after the first begins with a blank */
gboolean rg_csv_reader_headings_lean (const RgCsvReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgCsvReader, rg_csv_reader_free)

G_END_DECLS
