/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rg-csv-row.h"
#include "rg-csv-source.h"

G_BEGIN_DECLS

/**
 * SECTION:rg-csv-tokens
 *
 * Takes the records of a CSV text apart with libcsv and keeps the limits of rg-csv-reader.h. For
 * rg-csv-reader.c alone.
 */

typedef struct _RgCsvTokens RgCsvTokens;

/**
 * rg_csv_tokens_new:
 * @source: (transfer full): the text
 * @separator: the character between fields, '\0' to find out
 * @error: as rg_csv_source_read()
 *
 * Returns: (transfer full): at the first record, or %NULL with @error set
 */
RgCsvTokens *rg_csv_tokens_new (RgCsvSource *source, char separator, GError **error);

/** rg_csv_tokens_free: @self: (nullable) (transfer full): tokens */
void rg_csv_tokens_free (RgCsvTokens *self);

/** rg_csv_tokens_get_separator: Returns: the character between fields */
char rg_csv_tokens_get_separator (const RgCsvTokens *self);

/** rg_csv_tokens_get_encoding: Returns: the name of the source's encoding */
const char *rg_csv_tokens_get_encoding (const RgCsvTokens *self);

/**
 * rg_csv_tokens_next:
 * @self: tokens
 * @row: filled with the next record: fields, lines, and state and reason if it is %RG_CSV_ROW_BAD, else
 * %RG_CSV_ROW_OK
 * @error: as rg_csv_source_read()
 *
 * Lines without a character are passed over, those with blanks are records of one field.
 *
 * Returns: %TRUE with a record; %FALSE at the end (@error not set) or on failure (@error set)
 */
gboolean rg_csv_tokens_next (RgCsvTokens *self, RgCsvRow *row, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgCsvTokens, rg_csv_tokens_free)

G_END_DECLS
