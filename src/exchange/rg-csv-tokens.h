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

RgCsvTokens *rg_csv_tokens_new (RgCsvSource *source, char separator, GError **error);
void rg_csv_tokens_free (RgCsvTokens *self);
char rg_csv_tokens_get_separator (const RgCsvTokens *self);
const char *rg_csv_tokens_get_encoding (const RgCsvTokens *self);
gboolean rg_csv_tokens_next (RgCsvTokens *self, RgCsvRow *row, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgCsvTokens, rg_csv_tokens_free)

G_END_DECLS
