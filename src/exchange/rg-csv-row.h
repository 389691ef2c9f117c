/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SECTION:rg-csv-row
 *
 * One record of a CSV file: its fields, where it stands in the file, and what is wrong with it. The caller
 * owns rows; a reader fills the same one again and again, so reading a file of any length takes the memory of
 * one row.
 */

/**
 * RgCsvRowState:
 * @RG_CSV_ROW_OK: as many fields as the file has columns
 * @RG_CSV_ROW_EMPTY: every field is empty, as spreadsheets leave below their table (";;;")
 * @RG_CSV_ROW_SHORT: fewer fields than columns
 * @RG_CSV_ROW_LONG: more fields than columns; see rg_csv_repair_row()
 * @RG_CSV_ROW_REPAIRED: had more fields than columns, and now has exactly as many
 * @RG_CSV_ROW_BAD: can't be used; the fields are only what could be read, for showing
 *
 * Only SHORT, LONG, REPAIRED and BAD rows have a reason.
 */
typedef enum
{
  RG_CSV_ROW_OK,
  RG_CSV_ROW_EMPTY,
  RG_CSV_ROW_SHORT,
  RG_CSV_ROW_LONG,
  RG_CSV_ROW_REPAIRED,
  RG_CSV_ROW_BAD,
} RgCsvRowState;

/**
 * RgCsvRow:
 * @fields: (array zero-terminated=1): the fields, UTF-8, as they stand in the file: blanks at their ends are
 * kept
 * @quoted: (array length=n_fields): for each field whether it stood in quotes
 * @n_fields: how many fields there are
 * @number: which record of the file it is, 1 for the first after the headings
 * @line: the line it begins on, 1 for the first of the file
 * @last_line: the line it ends on; larger than @line when a field contains line breaks
 * @state: what is to be thought of it
 * @reason: (nullable): a translated sentence that says what is wrong, or what was repaired
 *
 * All is owned by the row and stays until it is filled anew.
 */
typedef struct
{
  char **fields;
  gboolean *quoted;
  guint n_fields;
  guint64 number;
  guint64 line;
  guint64 last_line;
  RgCsvRowState state;
  char *reason;

  /*< private >*/
  GByteArray *text;
  GArray *offsets;
  GArray *quotes;
  GPtrArray *pointers;
} RgCsvRow;

RgCsvRow *rg_csv_row_new (void);
RgCsvRow *rg_csv_row_copy (const RgCsvRow *row);
void rg_csv_row_free (RgCsvRow *row);
const char *rg_csv_row_get (const RgCsvRow *row, int column);
void rg_csv_row_clear (RgCsvRow *row);
void rg_csv_row_add (RgCsvRow *row, const char *text, gsize length, gboolean quoted);
void rg_csv_row_close (RgCsvRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgCsvRow, rg_csv_row_free)

G_END_DECLS
