/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rg-import-data.h"
#include "rg-import-seen.h"
#include "rg-import.h"
#include "rg-settings.h"

G_BEGIN_DECLS

/* What the kinds of import share. */

typedef struct _RgImportRun RgImportRun;

/**
 * RgImportType:
 * @name: on the command line and in saved mappings: "customers"
 * @label: as shown, marked for translation
 * @targets: what a column may mean
 * @n_targets: how many
 * @needed: alternatives of targets, one of which a mapping must have, '|' between them
 * @needed_words: says so, marked for translation
 * @row: what becomes of a row; writes it when there is a transaction; -1 with @error set when reading or
 *   writing fails
 * @finish: (nullable): after the last row
 * @clear: (nullable): frees @data of the run
 */
typedef struct
{
  const char *name;
  const char *label;
  const RgCsvTarget *targets;
  guint n_targets;
  const char *needed;
  const char *needed_words;
  int (*row) (RgImportRun *run, GError **error);
  gboolean (*finish) (RgImportRun *run, GError **error);
  void (*clear) (RgImportRun *run);
} RgImportType;

extern const RgImportType rg_import_customers;
extern const RgImportType rg_import_products;
extern const RgImportType rg_import_orders;
extern const RgImportType rg_import_order_lines;

/**
 * RgImportRun:
 * @txn: (nullable): %NULL in a dry run
 * @column_of: (array length=n_targets): the column that means each target, -1 for none
 * @none_on_file: there was nobody on file when the pass began
 * @keys: which kinds of keys those had who came in with an e-mail address in this pass
 * @highest_number: the highest customer number that came in in this pass
 * @reason: (nullable): why the row is bad, or whatever there is to say about it
 * @on_file: the row is about a record that is on file; different values are conflicts
 * @changed: a field was set to another value
 * @conflicts: as in #RgImportReport
 * @data: of the kind
 *
 * One pass over a file.
 */
struct _RgImportRun
{
  const RgImportType *type;
  RgDb *db;
  RgTxn *txn;
  RgSettings *settings;
  GTimeZone *zone;
  RgDay today;
  RgCsvRow *row;
  GHashTable *target_of; /* name → index and 1 */
  int *column_of;
  const RgField **field_of; /* as far as they were looked up */
  RgCsvNumberNotation *numbers;
  RgCsvDateOrder *dates;
  char *reason;
  gboolean none_on_file;
  guint keys;
  gint64 highest_number;
  gboolean on_file;
  gboolean changed;
  guint64 *conflicts;
  guint64 n_similar;
  RgImportSeen *seen;
  gpointer data;
};

int rg_import_find_target (RgImportRun *run, const char *name);
const char *rg_import_get_text (RgImportRun *run, int target);
const char *rg_import_get_named (RgImportRun *run, const char *name);
void rg_import_set_reason (RgImportRun *run, const char *format, ...) G_GNUC_PRINTF (2, 3);
gboolean rg_import_read_int (RgImportRun *run, int target, gint64 *value);
gboolean rg_import_read_money (RgImportRun *run, int target, const char *currency, gint64 *amount);
gboolean rg_import_read_day (RgImportRun *run, int target, RgDay *day);
gboolean rg_import_set_text (RgImportRun *run, int target, char **member, const char *text);
gboolean rg_import_set_field (RgImportRun *run, RgRecord *record, const char *column, int target);
gboolean rg_import_read_currency (RgImportRun *run, int target, char **currency);

G_END_DECLS
