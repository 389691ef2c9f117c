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

/**
 * rg_csv_writer_new:
 * @stream: where to write, kept until the writer is freed; it is not closed
 * @flags: options
 * @separator: an ASCII character such as ',' or ';', no quote and no line break
 * @cancellable: (nullable): ends later calls with %RG_ERROR_CANCELLED
 *
 * Returns: (transfer full): a writer
 */
RgCsvWriter *
rg_csv_writer_new (GOutputStream *stream, RgCsvWriterFlags flags, char separator, GCancellable *cancellable);

/**
 * rg_csv_writer_free:
 * @self: (nullable) (transfer full): a writer
 *
 * What has not been flushed by rg_csv_writer_finish() is lost.
 */
void rg_csv_writer_free (RgCsvWriter *self);

/** rg_csv_writer_add_text: @text: (nullable): valid UTF-8 that somebody wrote; guarded if so asked; %NULL is
 * "" */
void rg_csv_writer_add_text (RgCsvWriter *self, const char *text);

/** rg_csv_writer_add_plain: @text: (nullable): a number, date or word of our own, never guarded: "-12.50" */
void rg_csv_writer_add_plain (RgCsvWriter *self, const char *text);

/**
 * rg_csv_writer_end_row:
 * @self: a writer
 * @error: %RG_ERROR_INVALID when a cell was not valid UTF-8: the row is then left out and writing may go on;
 *   %RG_ERROR_FULL, %RG_ERROR_CANCELLED or %RG_ERROR_UNAVAILABLE when the stream fails
 *
 * Returns: whether the row is written
 */
gboolean rg_csv_writer_end_row (RgCsvWriter *self, GError **error);

/**
 * rg_csv_writer_write_headings:
 * @self: a writer
 * @headings: (array zero-terminated=1): the headings
 *
 * Returns: as rg_csv_writer_end_row()
 */
gboolean rg_csv_writer_write_headings (RgCsvWriter *self, const char *const *headings, GError **error);

/**
 * rg_csv_writer_finish:
 * @self: a writer
 * @error: as rg_csv_writer_end_row()
 *
 * Writes out and flushes everything. The stream is left open. Returns: whether all of it is written
 */
gboolean rg_csv_writer_finish (RgCsvWriter *self, GError **error);

/**
 * rg_csv_unguard:
 * @text: a text cell that was read
 *
 * The opposite of %RG_CSV_WRITER_GUARD. Returns: (transfer none): @text without the apostrophe, if it has one
 */
const char *rg_csv_unguard (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgCsvWriter, rg_csv_writer_free)

G_END_DECLS
