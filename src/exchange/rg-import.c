/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rg-import.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-error.h"
#include "rg-future.h"
#include "rg-import-private.h"

struct _RgImport
{
  RgProposal parent_instance;

  char *path;
  RgImportKind kind;
  RgCsvSurvey *survey;
  RgCsvMapping *mapping;
  RgCsvNumberNotation numbers; /* chosen by the person; else what each column proves */
  RgCsvDateOrder dates;
  RgImportReport report;
  GCancellable *cancellable;
  gint n_done; /* rows; atomic */
};

G_DEFINE_FINAL_TYPE (RgImport, rg_import, RG_TYPE_PROPOSAL)

static const RgImportType *const types[RG_N_IMPORT_KINDS] = {
  [RG_IMPORT_CUSTOMERS] = &rg_import_customers,
  [RG_IMPORT_PRODUCTS] = &rg_import_products,
  [RG_IMPORT_ORDERS] = &rg_import_orders,
  [RG_IMPORT_ORDER_LINES] = &rg_import_order_lines,
};

static void
flaw_free (gpointer data)
{
  RgImportFlaw *flaw = data;

  g_free (flaw->reason);
  g_free (flaw);
}

static void
report_reset (RgImport *self)
{
  guint n_targets = types[self->kind]->n_targets;

  g_free (self->report.conflicts);
  g_clear_pointer (&self->report.flaws, g_ptr_array_unref);
  self->report = (RgImportReport) { .n_targets = n_targets };
  self->report.conflicts = g_new0 (guint64, n_targets);
  self->report.flaws = g_ptr_array_new_with_free_func (flaw_free);
}

static void
add_flaw (RgImport *self, const RgCsvRow *row, RgImportVerdict verdict, gboolean repaired, const char *reason)
{
  RgImportFlaw *flaw;

  if (self->report.flaws->len >= RG_IMPORT_MAX_FLAWS)
    return;
  flaw = g_new0 (RgImportFlaw, 1);
  flaw->line = row->line;
  flaw->verdict = verdict;
  flaw->repaired = repaired;
  flaw->reason = g_strdup (reason != NULL ? reason : "");
  g_ptr_array_add (self->report.flaws, flaw);
}

static void
rg_import_finalize (GObject *object)
{
  RgImport *self = RG_IMPORT (object);

  g_free (self->path);
  g_clear_pointer (&self->mapping, rg_csv_mapping_free);
  g_clear_pointer (&self->survey, rg_csv_survey_free);
  g_free (self->report.conflicts);
  g_clear_pointer (&self->report.flaws, g_ptr_array_unref);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (rg_import_parent_class)->finalize (object);
}

static char *
rg_import_dup_words (RgProposal *proposal)
{
  RgImport *self = RG_IMPORT (proposal);
  g_autofree char *name = g_path_get_basename (self->path);

  /* Translators: a kind of rows, a file, a number of rows: "Customers from people.csv: 91 new, 0 changed" */
  return g_strdup_printf (_ ("%s from %s: %" PRIu64 " new, %" PRIu64 " changed"), rg_import_kind_get_label (self->kind),
                          name, self->report.counts[RG_IMPORT_NEW], self->report.counts[RG_IMPORT_CHANGED]);
}

/* A mapping without what makes a row a row is no use. */
static gboolean
check_mapping (RgImport *self, GError **error)
{
  g_auto (GStrv) needed = g_strsplit (types[self->kind]->needed, "|", -1);

  for (guint i = 0; needed[i] != NULL; i++)
    if (rg_csv_mapping_find (self->mapping, needed[i]) >= 0)
      return TRUE;
  g_set_error_literal (error, RG_ERROR, RG_ERROR_INVALID, _ (types[self->kind]->needed_words));
  return FALSE;
}

static void
run_clear (RgImportRun *run)
{
  if (run->type->clear != NULL)
    run->type->clear (run);
  g_clear_pointer (&run->row, rg_csv_row_free);
  g_clear_pointer (&run->settings, rg_settings_free);
  g_clear_pointer (&run->seen, rg_import_seen_free);
  g_clear_pointer (&run->target_of, g_hash_table_unref);
  g_free (run->column_of);
  g_free (run->field_of);
  g_free (run->numbers);
  g_free (run->dates);
  g_free (run->reason);
}

static gboolean
run_prepare (RgImport *self, RgImportRun *run, GError **error)
{
  guint n = run->type->n_targets;

  run->settings = rg_settings_read (run->db, error);
  if (run->settings == NULL || !rg_import_is_nobody_on_file (run->db, &run->none_on_file, error))
    return FALSE;
  run->zone = rg_settings_get_zone (run->settings);
  run->today = rg_day_today (run->zone);
  run->row = rg_csv_row_new ();
  run->seen = rg_import_seen_new (self->survey->n_rows);
  run->target_of = g_hash_table_new (g_str_hash, g_str_equal);
  run->column_of = g_new (int, n);
  run->field_of = g_new0 (const RgField *, n);
  run->numbers = g_new0 (RgCsvNumberNotation, n);
  run->dates = g_new0 (RgCsvDateOrder, n);
  run->conflicts = self->report.conflicts;
  for (guint i = 0; i < n; i++)
    {
      int column = rg_csv_mapping_find (self->mapping, run->type->targets[i].name);

      g_hash_table_insert (run->target_of, (gpointer) run->type->targets[i].name, GUINT_TO_POINTER (i + 1));
      run->column_of[i] = column;
      if (column < 0)
        continue;
      run->numbers[i] = self->numbers != RG_CSV_NUMBER_UNKNOWN
                          ? self->numbers
                          : rg_csv_number_evidence_get (&self->survey->columns[column].numbers);
      run->dates[i] = self->dates != RG_CSV_DATE_UNKNOWN
                        ? self->dates
                        : rg_csv_date_evidence_get (&self->survey->columns[column].dates);
    }
  return TRUE;
}

static gboolean
take_row (RgImport *self, RgImportRun *run, GError **error)
{
  RgCsvRow *row = run->row;
  int verdict = RG_IMPORT_BAD;

  if (row->state == RG_CSV_ROW_EMPTY)
    return TRUE;
  g_clear_pointer (&run->reason, g_free);
  run->on_file = FALSE;
  run->changed = FALSE;
  rg_csv_repair_row (self->survey, row);
  if (row->state != RG_CSV_ROW_BAD && row->state != RG_CSV_ROW_LONG)
    verdict = run->type->row (run, error);
  if (verdict < 0)
    return FALSE;

  self->report.n_rows++;
  self->report.counts[verdict]++;
  if (verdict == RG_IMPORT_BAD || verdict == RG_IMPORT_DUPLICATE)
    add_flaw (self, row, verdict, FALSE, run->reason != NULL ? run->reason : row->reason);
  else if (row->state == RG_CSV_ROW_REPAIRED || row->state == RG_CSV_ROW_SHORT)
    {
      self->report.n_repaired += row->state == RG_CSV_ROW_REPAIRED;
      add_flaw (self, row, verdict, TRUE, row->reason);
    }
  g_atomic_int_inc (&self->n_done);
  return TRUE;
}

/* One pass over the file: a dry run when there is no transaction. */
static gboolean
walk (RgImport *self, RgDb *db, RgTxn *txn, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (RgCsvReader) reader = NULL;
  RgImportRun run = { .type = types[self->kind], .db = db, .txn = txn };
  GError *local = NULL;
  gboolean ok;

  report_reset (self);
  g_atomic_int_set (&self->n_done, 0);
  if (!check_mapping (self, error))
    return FALSE;
  reader = rg_csv_reader_new_for_file (file, NULL, self->cancellable, error);
  if (reader == NULL)
    return FALSE;
  ok = run_prepare (self, &run, &local);
  while (ok && rg_csv_reader_next (reader, run.row, &local))
    ok = take_row (self, &run, &local);
  if (ok && local == NULL && run.type->finish != NULL)
    run.type->finish (&run, &local);
  self->report.n_similar = run.n_similar;
  run_clear (&run);
  return !rg_error_propagate (error, &local);
}

static gboolean
rg_import_write (RgProposal *proposal, RgTxn *txn, GError **error)
{
  RgImport *self = RG_IMPORT (proposal);

  return rg_txn_begin_bulk (txn, self->survey->n_rows, 0, error) && walk (self, rg_txn_get_db (txn), txn, error)
         && rg_txn_end_bulk (txn, error);
}

static void
rg_import_init (RgImport *self)
{
  self->cancellable = g_cancellable_new ();
}

static void
rg_import_class_init (RgImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rg_import_finalize;
  RG_PROPOSAL_CLASS (klass)->write = rg_import_write;
  RG_PROPOSAL_CLASS (klass)->dup_words = rg_import_dup_words;
}

/** rg_import_kind_get_name: Returns: its name on the command line and in saved mappings: "customers" */
const char *
rg_import_kind_get_name (RgImportKind kind)
{
  return types[kind]->name;
}

/** rg_import_kind_get_label: Returns: what to call it, translated */
const char *
rg_import_kind_get_label (RgImportKind kind)
{
  return _ (types[kind]->label);
}

/** rg_import_kind_parse: @kind: (out): which it is. Returns: whether @name is one */
gboolean
rg_import_kind_parse (const char *name, RgImportKind *kind)
{
  for (guint i = 0; i < RG_N_IMPORT_KINDS; i++)
    if (g_str_equal (types[i]->name, name))
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

/** rg_import_kind_get_targets: @n_targets: (out): how many. Returns: what a column may mean */
const RgCsvTarget *
rg_import_kind_get_targets (RgImportKind kind, guint *n_targets)
{
  *n_targets = types[kind]->n_targets;
  return types[kind]->targets;
}

typedef struct
{
  RgImport *import;
  DexPromise *promise;
} Opening;

/* Reading a large file through takes a while, and needs no connection. */
static gpointer
survey_file (gpointer data)
{
  Opening *opening = data;
  RgImport *self = opening->import;
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgCsvReader) reader = rg_csv_reader_new_for_file (file, NULL, self->cancellable, &error);

  if (reader != NULL)
    self->survey = rg_csv_survey_new (reader, &error);
  if (self->survey != NULL && rg_csv_headings_check ((const char *const *) self->survey->headings, &error))
    {
      rg_import_guess_mapping (self);
      dex_promise_resolve_object (opening->promise, g_object_ref (self));
    }
  else
    dex_promise_reject (opening->promise, g_steal_pointer (&error));
  dex_unref (opening->promise);
  g_object_unref (opening->import);
  g_free (opening);
  return NULL;
}

/**
 * rg_import_open:
 * @path: a CSV file
 * @kind: what its rows are
 * @cancellable: (nullable): gives up
 *
 * Returns: (transfer full): a future for an #RgImport that has looked at the whole file and guessed the mapping
 */
DexFuture *
rg_import_open (const char *path, RgImportKind kind, GCancellable *cancellable)
{
  RgImport *self = g_object_new (RG_TYPE_IMPORT, NULL);
  Opening *opening = g_new0 (Opening, 1);
  DexFuture *future;

  self->path = g_strdup (path);
  self->kind = kind;
  if (cancellable != NULL)
    g_set_object (&self->cancellable, cancellable);
  report_reset (self);
  opening->import = self;
  opening->promise = dex_promise_new ();
  future = dex_ref (DEX_FUTURE (opening->promise));
  g_thread_unref (g_thread_new ("regulars-import", survey_file, opening));
  return future;
}

/* What was cancelled before may be tried again. */
static void
renew_cancellable (RgImport *self)
{
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
}

static GObject *
check_job (RgDb *db, gpointer data, GError **error)
{
  walk (data, db, NULL, error);
  return NULL;
}

/**
 * rg_import_check:
 * @self: an import
 * @desk: where it would go
 *
 * The dry run: finds out what every row would do and changes nothing.
 *
 * Returns: (transfer full): a future for rg_import_get_report() being filled
 */
DexFuture *
rg_import_check (RgImport *self, RgDesk *desk)
{
  renew_cancellable (self);
  return rg_desk_read (desk, check_job, g_object_ref (self), g_object_unref);
}

/**
 * rg_import_accept:
 * @self: an import
 * @desk: where it goes
 *
 * Writes all rows that are not bad or duplicates, as one entry of the journal.
 *
 * Returns: (transfer full): a future for the #RgAct that did it
 */
DexFuture *
rg_import_accept (RgImport *self, RgDesk *desk)
{
  g_autoptr (RgAct) act = rg_proposal_accept (RG_PROPOSAL (self));

  renew_cancellable (self);
  return rg_desk_perform (desk, act);
}

/** rg_import_cancel: @self: an import that is being checked or written: it ends with %RG_ERROR_CANCELLED, and
 * nothing is written */
void
rg_import_cancel (RgImport *self)
{
  g_cancellable_cancel (self->cancellable);
}

/** rg_import_get_kind: Returns: what its rows are */
RgImportKind
rg_import_get_kind (RgImport *self)
{
  return self->kind;
}

/** rg_import_get_mapping: Returns: (transfer none): which column means what; may be changed between runs */
RgCsvMapping *
rg_import_get_mapping (RgImport *self)
{
  return self->mapping;
}

/** rg_import_guess_mapping: Guesses the mapping anew */
void
rg_import_guess_mapping (RgImport *self)
{
  g_clear_pointer (&self->mapping, rg_csv_mapping_free);
  self->mapping = rg_csv_mapping_guess ((const char *const *) self->survey->headings, self->survey->samples,
                                        types[self->kind]->targets, types[self->kind]->n_targets);
}

/**
 * rg_import_use_mapping:
 * @self: an import
 * @json: a saved mapping
 * @n_lost: (out) (optional): how many of its columns this file lacks
 * @error: what is wrong with @json
 *
 * Returns: whether it is used now
 */
gboolean
rg_import_use_mapping (RgImport *self, const char *json, guint *n_lost, GError **error)
{
  RgCsvMapping *mapping
    = rg_csv_mapping_from_json (json, (const char *const *) self->survey->headings, types[self->kind]->targets,
                                types[self->kind]->n_targets, n_lost, error);

  if (mapping == NULL)
    return FALSE;
  rg_csv_mapping_free (self->mapping);
  self->mapping = mapping;
  return TRUE;
}

/** rg_import_set_notation: How the file writes numbers and dates, where a person knows better than the columns
 * tell; UNKNOWN to go by the columns */
void
rg_import_set_notation (RgImport *self, RgCsvNumberNotation numbers, RgCsvDateOrder dates)
{
  self->numbers = numbers;
  self->dates = dates;
}

/** rg_import_get_survey: Returns: (transfer none): what the file is like, with samples */
const RgCsvSurvey *
rg_import_get_survey (RgImport *self)
{
  return self->survey;
}

/** rg_import_get_report: Returns: (transfer none): what the last run found; not to be read while one is running */
const RgImportReport *
rg_import_get_report (RgImport *self)
{
  return &self->report;
}

/** rg_import_get_progress: Returns: how far the run is, 0 to 1; may be asked at any time */
double
rg_import_get_progress (RgImport *self)
{
  guint64 n = self->survey->n_rows;

  return n > 0 ? MIN (1.0, g_atomic_int_get (&self->n_done) / (double) n) : 1.0;
}

/** rg_import_report_dup_text: Returns: (transfer full): the counts in words */
char *
rg_import_report_dup_text (const RgImportReport *report)
{
  const guint64 *counts = report->counts;
  g_autofree char *text = g_strdup_printf (
    ngettext ("%u row: %u new, %u changed, %u the same, %u duplicate, %u bad",
              "%u rows: %u new, %u changed, %u the same, %u duplicate, %u bad", (gulong) report->n_rows),
    (guint) report->n_rows, (guint) counts[RG_IMPORT_NEW], (guint) counts[RG_IMPORT_CHANGED],
    (guint) counts[RG_IMPORT_SAME], (guint) counts[RG_IMPORT_DUPLICATE], (guint) counts[RG_IMPORT_BAD]);
  g_autofree char *similar = NULL;

  if (report->n_similar == 0)
    return g_steal_pointer (&text);
  similar = g_strdup_printf (ngettext ("%u of the new may be on file already: same email, phone, or name and ZIP code",
                                       "%u of the new may be on file already: same email, phone, or name and ZIP code",
                                       (gulong) report->n_similar),
                             (guint) report->n_similar);
  /* Translators: the counts of an import, and how many of the new rows may not be new */
  return g_strdup_printf (_ ("%s; %s"), text, similar);
}
