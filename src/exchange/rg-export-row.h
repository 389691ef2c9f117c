/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-csv-writer.h"
#include "rg-db-records.h"

G_BEGIN_DECLS

/* A record as a row of a file, with what people say in the place of inner ids; for rg-export.c alone. */

gboolean rg_export_write_headings (const RgRecordType *type, RgCsvWriter *csv, GError **error);
gboolean rg_export_write_csv_row (RgDb *db, RgRecord *record, RgCsvWriter *csv, GError **error);
char *rg_export_dup_json_row (RgDb *db, RgRecord *record, GError **error);

G_END_DECLS
