/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rg-csv-mapping.h"
#include "rg-csv-repair.h"
#include "rg-desk.h"

G_BEGIN_DECLS

/**
 * SECTION:rg-import
 *
 * A file of customers, products, orders or order lines as a proposal: which column means what is guessed and
 * can be changed, a dry run tells what every row would do, and nothing is written before it is accepted. Then
 * all of it is one entry of the journal, which one undo takes back.
 *
 * Rows are matched with what is on file by the key they had where they come from, by number, or by e-mail
 * address. What the file leaves empty stays as it is on file.
 */

/** RgImportKind: what the rows of a file are */
typedef enum
{
  RG_IMPORT_CUSTOMERS,
  RG_IMPORT_PRODUCTS,
  RG_IMPORT_ORDERS,
  RG_IMPORT_ORDER_LINES,
  RG_N_IMPORT_KINDS
} RgImportKind;

/**
 * RgImportVerdict:
 * @RG_IMPORT_NEW: is added
 * @RG_IMPORT_CHANGED: is on file and would change
 * @RG_IMPORT_SAME: is on file just so
 * @RG_IMPORT_DUPLICATE: stands in the file twice; the first one counts
 * @RG_IMPORT_BAD: can't be used
 *
 * What becomes of a row.
 */
typedef enum
{
  RG_IMPORT_NEW,
  RG_IMPORT_CHANGED,
  RG_IMPORT_SAME,
  RG_IMPORT_DUPLICATE,
  RG_IMPORT_BAD,
  RG_N_IMPORT_VERDICTS
} RgImportVerdict;

/** RG_IMPORT_MAX_FLAWS: as many rows are told with their reason; the others are only counted */
#define RG_IMPORT_MAX_FLAWS 1000

/** RgImportFlaw: a row that is bad, a duplicate or was repaired. @line: where it begins in the file */
typedef struct
{
  guint64 line;
  RgImportVerdict verdict;
  gboolean repaired;
  char *reason;
} RgImportFlaw;

/**
 * RgImportReport:
 * @counts: how many rows there are of each verdict
 * @n_rows: all rows
 * @n_repaired: rows that were put right
 * @n_similar: new customers who may be on file under another key: with the same e-mail address or telephone number, or
 *   the same name and postcode; counted by rg_import_check()
 * @conflicts: (array length=n_targets): for each target, in how many rows it differs from what is on file
 * @flaws: (element-type RgImportFlaw): the first flaws
 */
typedef struct
{
  guint64 counts[RG_N_IMPORT_VERDICTS];
  guint64 n_rows;
  guint64 n_repaired;
  guint64 n_similar;
  guint64 *conflicts;
  guint n_targets;
  GPtrArray *flaws;
} RgImportReport;

#define RG_TYPE_IMPORT (rg_import_get_type ())
G_DECLARE_FINAL_TYPE (RgImport, rg_import, RG, IMPORT, RgProposal)

const char *rg_import_kind_get_name (RgImportKind kind);
const char *rg_import_kind_get_label (RgImportKind kind);
gboolean rg_import_kind_parse (const char *name, RgImportKind *kind);
const RgCsvTarget *rg_import_kind_get_targets (RgImportKind kind, guint *n_targets);

DexFuture *rg_import_open (const char *path, RgImportKind kind, GCancellable *cancellable);
DexFuture *rg_import_check (RgImport *self, RgDesk *desk);
DexFuture *rg_import_accept (RgImport *self, RgDesk *desk);
void rg_import_cancel (RgImport *self);

RgImportKind rg_import_get_kind (RgImport *self);
RgCsvMapping *rg_import_get_mapping (RgImport *self);
void rg_import_guess_mapping (RgImport *self);
gboolean rg_import_use_mapping (RgImport *self, const char *json, guint *n_lost, GError **error);
void rg_import_set_notation (RgImport *self, RgCsvNumberNotation numbers, RgCsvDateOrder dates);
const RgCsvSurvey *rg_import_get_survey (RgImport *self);
const RgImportReport *rg_import_get_report (RgImport *self);
double rg_import_get_progress (RgImport *self);
char *rg_import_report_dup_text (const RgImportReport *report);

G_END_DECLS
