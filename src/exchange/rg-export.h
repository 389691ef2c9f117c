/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rg-desk.h"

G_BEGIN_DECLS

/**
 * SECTION:rg-export
 *
 * All customers, products, orders, order lines or notes as CSV or JSON, as they are at one moment. How many
 * there are is counted first; when not exactly as many are written, the export fails. JSON states its count in
 * "count"; that of a CSV file is told by rg_export_run().
 *
 * The headings are the names of the columns, so that rg_import_open() understands the file. In the place of
 * inner ids stand what people say: customer numbers, order numbers, product IDs, names of staff. Secrets and
 * what is computed are left out. With a tag only what belongs to the customers who have it is written. The file appears
 * under its name when it is complete.
 */

/** RgExportKind: what is exported */
typedef enum
{
  RG_EXPORT_CUSTOMERS,
  RG_EXPORT_PRODUCTS,
  RG_EXPORT_ORDERS,
  RG_EXPORT_ORDER_LINES,
  RG_EXPORT_NOTES,
  RG_N_EXPORT_KINDS
} RgExportKind;

/**
 * RgExportFormat:
 * @RG_EXPORT_CSV: as other programs want it
 * @RG_EXPORT_CSV_SPREADSHEET: as spreadsheets want it: with a byte order mark, and nothing that is run as a formula
 * @RG_EXPORT_JSON: one object with "count" and "rows"
 */
typedef enum
{
  RG_EXPORT_CSV,
  RG_EXPORT_CSV_SPREADSHEET,
  RG_EXPORT_JSON,
} RgExportFormat;

#define RG_TYPE_EXPORT (rg_export_get_type ())
G_DECLARE_FINAL_TYPE (RgExport, rg_export, RG, EXPORT, GObject)

/* What taking data out takes. */
#define RG_EXPORT_RIGHT ((RgRight) { RG_AREA_EXCHANGE, RG_SCOPE_VIEW })

const char *rg_export_kind_get_name (RgExportKind kind);
const char *rg_export_kind_get_label (RgExportKind kind);
gboolean rg_export_kind_has_tags (RgExportKind kind);
gboolean rg_export_kind_parse (const char *name, RgExportKind *kind);

RgExport *rg_export_new (RgExportKind kind, RgExportFormat format, GOutputStream *stream);
RgExport *rg_export_new_for_file (RgExportKind kind, RgExportFormat format, GFile *file);
void rg_export_set_tag (RgExport *self, const char *name);
DexFuture *rg_export_run (RgExport *self, RgDesk *desk);
void rg_export_cancel (RgExport *self);
double rg_export_get_progress (RgExport *self);

G_END_DECLS
