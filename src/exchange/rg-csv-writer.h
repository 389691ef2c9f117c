/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SECTION:rg-csv-writer
 *
 * Writes CSV as RFC 4180 has it, in UTF-8. Fields are quoted when they must be: when they contain the
 * separator, a quote or a line break, or begin or end with a blank; and an empty field that is alone in its
 * row, since that row would be a blank line.
 *
 * Cells are added one after the other, rg_csv_writer_end_row() ends a row. Failures of the stream are kept
 * and reported by the call that met them and by every one after it.
 *
 * All calls may block on the stream: use them on a thread that may wait, one thread at a time.
 */

/**
 * RgCsvWriterFlags:
 * @RG_CSV_WRITER_NONE: lines end with LF, no byte order mark, text as it is
 * @RG_CSV_WRITER_CRLF: lines end with CRLF, as RFC 4180 wants it
 * @RG_CSV_WRITER_BOM: begin with a byte order mark, without which Excel takes UTF-8 for Windows-1252
 * @RG_CSV_WRITER_GUARD: protect against formulas. Spreadsheets run what begins with = + - or @ as a formula,
 * also in a CSV file, and a customer may call himself =HYPERLINK(…). Text cells that begin with one of these,
 * with a tab or a carriage return get an apostrophe in front, which spreadsheets take for "this is text".
 * Programs other than spreadsheets see the apostrophe, telephone numbers ("'+44 20 …") too, hence an option:
 * on for files that people open, off for exchange. A text that has such an apostrophe already gets another,
 * so rg_csv_unguard() restores every text exactly.
 */
typedef enum
{
  RG_CSV_WRITER_NONE = 0,
  RG_CSV_WRITER_CRLF = 1 << 0,
  RG_CSV_WRITER_BOM = 1 << 1,
  RG_CSV_WRITER_GUARD = 1 << 2,
} RgCsvWriterFlags;

typedef struct _RgCsvWriter RgCsvWriter;

RgCsvWriter *
rg_csv_writer_new (GOutputStream *stream, RgCsvWriterFlags flags, char separator, GCancellable *cancellable);
void rg_csv_writer_free (RgCsvWriter *self);
void rg_csv_writer_add_text (RgCsvWriter *self, const char *text);
void rg_csv_writer_add_plain (RgCsvWriter *self, const char *text);
gboolean rg_csv_writer_end_row (RgCsvWriter *self, GError **error);
gboolean rg_csv_writer_write_headings (RgCsvWriter *self, const char *const *headings, GError **error);
gboolean rg_csv_writer_finish (RgCsvWriter *self, GError **error);
const char *rg_csv_unguard (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgCsvWriter, rg_csv_writer_free)

G_END_DECLS
