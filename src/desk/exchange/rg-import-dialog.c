/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-import-dialog-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-dialog-future.h"
#include "rg-future.h"
#include "rg-import-mapping.h"
#include "rg-report.h"

/* Importing, page by page: the file, what its columns mean, what would happen, doing it, and the way back. */

G_DEFINE_FINAL_TYPE (RgImportDialog, rg_import_dialog, ADW_TYPE_DIALOG)

/**
 * rg_import_dialog_show_page: (skip)
 * @self: a dialog
 * @name: a page
 */
void
rg_import_dialog_show_page (RgImportDialog *self, const char *name)
{
  gboolean mapping = g_str_equal (name, "mapping");
  gboolean check = g_str_equal (name, "check");

  gtk_stack_set_visible_child_name (self->pages, name);
  gtk_widget_set_visible (self->back, mapping || check);
  gtk_action_bar_set_revealed (self->actions, mapping || check);
  adw_dialog_set_can_close (ADW_DIALOG (self), !g_str_equal (name, "run"));
  if (mapping)
    gtk_button_set_label (self->next, _ ("_See What Would Happen"));
  if (g_str_equal (name, "done"))
    gtk_widget_grab_focus (self->close);
}

/**
 * rg_import_dialog_show_problem: (skip)
 * @self: a dialog
 * @text: (nullable): what is wrong
 */
void
rg_import_dialog_show_problem (RgImportDialog *self, const char *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (self->problem_group, text != NULL);
  gtk_label_set_label (self->mapping_problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->mapping_problem), text != NULL);
  if (text != NULL)
    rg_widget_announce (GTK_WIDGET (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static DexFuture *
open_fiber (gpointer data, gpointer kind)
{
  RgImportDialog *self = data;
  g_autoptr (GError) error = NULL;
  RgImport *import;

  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  rg_run_page_start (self->run, _ ("Looking at the File"), NULL, NULL);
  rg_import_dialog_show_page (self, "run");
  import = dex_await_object (rg_import_open (self->path, GPOINTER_TO_INT (kind), self->opening), &error);
  rg_run_page_stop (self->run);
  rg_import_dialog_show_page (self, "file");
  if (import != NULL)
    {
      g_clear_object (&self->import);
      self->import = import;
      if (rg_import_dialog_await_mappings (self, &error))
        rg_import_dialog_show_mapping (self);
    }
  if (error != NULL && !g_error_matches (error, RG_ERROR, RG_ERROR_CANCELLED))
    rg_import_dialog_show_problem (self, error->message);
  return NULL;
}

/**
 * rg_import_dialog_open_file:
 * @self: a dialog
 * @path: a CSV file
 * @kind: what its rows are
 *
 * As if the person had chosen these.
 */
void
rg_import_dialog_open_file (RgImportDialog *self, const char *path, RgImportKind kind)
{
  g_set_str (&self->path, path);
  rg_import_dialog_show_problem (self, NULL);
  rg_future_enter (self, open_fiber, GINT_TO_POINTER (kind), NULL);
}

static DexFuture *
choose_fiber (gpointer data, gpointer unused)
{
  RgImportDialog *self = data;
  g_autoptr (GtkFileDialog) chooser = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GFile) file = NULL;

  gtk_file_filter_set_name (filter, _ ("CSV files"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "tsv");
  gtk_file_filter_add_suffix (filter, "txt");
  gtk_file_dialog_set_title (chooser, _ ("Import"));
  gtk_file_dialog_set_default_filter (chooser, filter);
  file = dex_await_object (rg_file_dialog_open (chooser, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)))), NULL);
  if (file != NULL && g_file_peek_path (file) != NULL)
    rg_import_dialog_open_file (self, g_file_peek_path (file), adw_combo_row_get_selected (self->kind));
  return NULL;
}

static void
on_choose_activated (RgImportDialog *self)
{
  rg_future_enter (self, choose_fiber, NULL, NULL);
}

static void
show_count (AdwActionRow *row, guint64 count)
{
  g_autofree char *text = g_strdup_printf ("%'" G_GUINT64_FORMAT, count);

  adw_action_row_set_subtitle (row, text);
}

static void
show_flaws (RgImportDialog *self, const RgImportReport *report)
{
  g_autoptr (GtkStringList) texts = gtk_string_list_new (NULL);
  g_autoptr (GtkSelectionModel) selection = NULL;

  for (guint i = 0; i < report->flaws->len; i++)
    {
      RgImportFlaw *flaw = report->flaws->pdata[i];
      g_autofree char *text = g_strdup_printf (_ ("Line %" PRIu64 ": %s"), flaw->line, flaw->reason);

      gtk_string_list_append (texts, text);
    }
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (texts))));
  gtk_list_view_set_model (self->flaws, selection);
  gtk_widget_set_visible (self->flaws_group, report->flaws->len > 0);
}

static void
show_conflicts (RgImportDialog *self, const RgImportReport *report)
{
  guint n_targets;
  const RgCsvTarget *targets = rg_import_kind_get_targets (rg_import_get_kind (self->import), &n_targets);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < report->n_targets; i++)
    if (report->conflicts[i] > 0)
      g_string_append_printf (text, "%s%s: %" G_GUINT64_FORMAT, text->len > 0 ? ", " : "", _ (targets[i].label),
                              report->conflicts[i]);
  adw_action_row_set_subtitle (self->conflicts, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->conflicts), text->len > 0);
}

static void
show_report (RgImportDialog *self)
{
  const RgImportReport *report = rg_import_get_report (self->import);
  guint64 n = report->counts[RG_IMPORT_NEW] + report->counts[RG_IMPORT_CHANGED];
  g_autofree char *label = g_strdup_printf (ngettext ("_Import %u Row", "_Import %u Rows", (gulong) n), (guint) n);
  g_autofree char *why_not = rg_desk_dup_why_not (self->desk, &rg_import_run);

  show_count (self->n_new, report->counts[RG_IMPORT_NEW]);
  show_count (self->n_changed, report->counts[RG_IMPORT_CHANGED]);
  show_count (self->n_same, report->counts[RG_IMPORT_SAME]);
  show_count (self->n_duplicate, report->counts[RG_IMPORT_DUPLICATE]);
  show_count (self->n_bad, report->counts[RG_IMPORT_BAD]);
  show_conflicts (self, report);
  show_flaws (self, report);
  rg_import_dialog_show_page (self, "check");
  gtk_button_set_label (self->next, label);
  if (why_not == NULL && n == 0)
    why_not = g_strdup (_ ("There is nothing new in this file."));
  rg_widget_set_why_not (GTK_WIDGET (self->next), NULL, why_not);
}

static double
get_progress (gpointer import)
{
  return rg_import_get_progress (import);
}

static DexFuture *
check_fiber (gpointer data, gpointer unused)
{
  RgImportDialog *self = data;
  g_autoptr (GError) error = NULL;
  gboolean ok;

  rg_run_page_start (self->run, _ ("Seeing What Would Happen"), get_progress, self->import);
  rg_import_dialog_show_page (self, "run");
  ok = dex_await (rg_import_check (self->import, self->desk), &error);
  rg_run_page_stop (self->run);
  if (ok)
    show_report (self);
  else
    {
      rg_import_dialog_show_page (self, "mapping");
      rg_import_dialog_show_problem (self,
                                     g_error_matches (error, RG_ERROR, RG_ERROR_CANCELLED) ? NULL : error->message);
    }
  return NULL;
}

static DexFuture *
accept_fiber (gpointer data, gpointer unused)
{
  RgImportDialog *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RgAct) act = NULL;
  g_autofree char *text = NULL;

  rg_run_page_start (self->run, _ ("Importing"), get_progress, self->import);
  rg_import_dialog_show_page (self, "run");
  act = dex_await_object (rg_import_accept (self->import, self->desk), &error);
  rg_run_page_stop (self->run);
  if (act == NULL)
    {
      rg_import_dialog_show_page (self, "mapping");
      rg_import_dialog_show_problem (self, g_error_matches (error, RG_ERROR, RG_ERROR_CANCELLED)
                                             ? _ ("Stopped; nothing was written.")
                                             : error->message);
      return NULL;
    }
  self->entry_id = act->entry_id;
  text = rg_import_report_dup_text (rg_import_get_report (self->import));
  adw_status_page_set_description (self->done, text);
  gtk_widget_set_visible (self->undo, self->entry_id != 0);
  rg_import_dialog_show_page (self, "done");
  return NULL;
}

static void
on_next_clicked (RgImportDialog *self)
{
  gboolean check = g_str_equal (gtk_stack_get_visible_child_name (self->pages), "check");

  rg_future_enter (self, check ? accept_fiber : check_fiber, NULL, NULL);
}

static void
on_back_clicked (RgImportDialog *self)
{
  gboolean check = g_str_equal (gtk_stack_get_visible_child_name (self->pages), "check");

  rg_widget_set_why_not (GTK_WIDGET (self->next), NULL, NULL);
  rg_import_dialog_show_page (self, check ? "mapping" : "file");
}

static void
on_cancelled (RgImportDialog *self)
{
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  if (self->import != NULL)
    rg_import_cancel (self->import);
}

static DexFuture *
undo_fiber (gpointer data, gpointer unused)
{
  RgImportDialog *self = data;
  g_autoptr (GError) error = NULL;

  rg_run_page_start (self->run, _ ("Taking It Back"), NULL, NULL);
  rg_import_dialog_show_page (self, "run");
  if (dex_await (rg_desk_undo (self->desk, self->entry_id), &error))
    {
      adw_status_page_set_title (self->done, _ ("Undone"));
      adw_status_page_set_description (self->done, _ ("Everything is as it was before the import."));
      gtk_widget_set_visible (self->undo, FALSE);
    }
  else
    adw_status_page_set_description (self->done, error->message);
  rg_run_page_stop (self->run);
  rg_import_dialog_show_page (self, "done");
  return NULL;
}

static void
on_undo_clicked (RgImportDialog *self)
{
  rg_future_enter (self, undo_fiber, NULL, NULL);
}

static void
on_close_clicked (RgImportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/**
 * rg_import_dialog_new:
 * @desk: where the rows go
 *
 * Returns: (transfer floating): a dialog that asks for a file first
 */
AdwDialog *
rg_import_dialog_new (RgDesk *desk)
{
  RgImportDialog *self = g_object_new (RG_TYPE_IMPORT_DIALOG, NULL);
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autofree char *why_not = rg_desk_dup_why_not (desk, &rg_import_run);

  g_set_object (&self->desk, desk);
  for (guint i = 0; i < RG_N_IMPORT_KINDS; i++)
    gtk_string_list_append (kinds, rg_import_kind_get_label (i));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kinds));
  rg_widget_set_why_not (self->choose, NULL, why_not);
  return ADW_DIALOG (self);
}

static void
rg_import_dialog_dispose (GObject *object)
{
  RgImportDialog *self = RG_IMPORT_DIALOG (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_IMPORT_DIALOG);
  g_clear_pointer (&self->mappings, g_ptr_array_unref);
  g_clear_object (&self->opening);
  g_clear_object (&self->import);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (rg_import_dialog_parent_class)->dispose (object);
}

static void
rg_import_dialog_init (RgImportDialog *self)
{
  self->rows = g_ptr_array_new ();
  g_type_ensure (RG_TYPE_RUN_PAGE);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_import_dialog_class_init (RgImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_import_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/exchange/rg-import-dialog.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, RgImportDialog, name)
  BIND (pages);
  BIND (back);
  BIND (kind);
  BIND (choose);
  BIND (problem_group);
  BIND (problem);
  BIND (mapping_problem);
  BIND (summary);
  BIND (saved);
  BIND (numbers);
  BIND (dates);
  BIND (columns);
  BIND (save_name);
  BIND (n_new);
  BIND (n_changed);
  BIND (n_same);
  BIND (n_duplicate);
  BIND (n_bad);
  BIND (conflicts);
  BIND (flaws_group);
  BIND (flaws);
  BIND (run);
  BIND (done);
  BIND (close);
  BIND (undo);
  BIND (actions);
  BIND (next);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_activated);
  rg_import_dialog_bind_mapping (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_cancelled);
  gtk_widget_class_bind_template_callback (widget_class, on_undo_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
}
