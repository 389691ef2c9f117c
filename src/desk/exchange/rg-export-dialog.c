/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-export-dialog.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-dialog-future.h"
#include "rg-future.h"
#include "rg-report.h"
#include "rg-run-page.h"
#include "rg-tag-data.h"

/* Exporting: what, how and where to; then how many rows were written. */

struct _RgExportDialog
{
  AdwDialog parent_instance;

  RgDesk *desk;
  RgExport *export;

  GtkStack *pages;
  AdwComboRow *kind;
  AdwComboRow *tag;
  AdwComboRow *format;
  GtkWidget *choose;
  GtkWidget *problem_group;
  GtkLabel *problem;
  RgRunPage *run;
  AdwStatusPage *done;
};

G_DEFINE_FINAL_TYPE (RgExportDialog, rg_export_dialog, ADW_TYPE_DIALOG)

static void
show_page (RgExportDialog *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->pages, name);
  adw_dialog_set_can_close (ADW_DIALOG (self), !g_str_equal (name, "run"));
}

static double
get_progress (gpointer export)
{
  return rg_export_get_progress (export);
}

static void
show_done (RgExportDialog *self, gint64 count, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *rows = g_strdup_printf (ngettext ("%'" PRId64 " row, all there is, is in “%s”.",
                                                     "%'" PRId64 " rows, all there are, are in “%s”.", (gulong) count),
                                           count, name);

  adw_status_page_set_description (self->done, rows);
  show_page (self, "done");
}

/* The tag whose customers are chosen; NULL for everybody. */
static const char *
get_tag (RgExportDialog *self)
{
  GtkStringObject *tag = adw_combo_row_get_selected_item (self->tag);

  return gtk_widget_get_sensitive (GTK_WIDGET (self->tag)) && adw_combo_row_get_selected (self->tag) > 0
           ? gtk_string_object_get_string (tag)
           : NULL;
}

static DexFuture *
write_fiber (gpointer data, gpointer file)
{
  RgExportDialog *self = data;
  g_autoptr (GError) error = NULL;
  gint64 count;

  g_clear_object (&self->export);
  self->export
    = rg_export_new_for_file (adw_combo_row_get_selected (self->kind), adw_combo_row_get_selected (self->format), file);
  rg_export_set_tag (self->export, get_tag (self));
  gtk_widget_set_visible (self->problem_group, FALSE);
  rg_run_page_start (self->run, _ ("Exporting"), get_progress, self->export);
  show_page (self, "run");
  count = dex_await_int64 (rg_export_run (self->export, self->desk), &error);
  rg_run_page_stop (self->run);
  if (error == NULL)
    {
      show_done (self, count, file);
      return NULL;
    }
  show_page (self, "choose");
  gtk_label_set_label (self->problem, g_error_matches (error, RG_ERROR, RG_ERROR_CANCELLED)
                                        ? _ ("Stopped; nothing was written.")
                                        : error->message);
  gtk_widget_set_visible (self->problem_group, TRUE);
  return NULL;
}

/**
 * rg_export_dialog_write:
 * @self: a dialog
 * @file: where to
 *
 * As if the person had chosen that file.
 */
void
rg_export_dialog_write (RgExportDialog *self, GFile *file)
{
  rg_future_enter (self, write_fiber, g_object_ref (file), g_object_unref);
}

static DexFuture *
choose_fiber (gpointer data, gpointer unused)
{
  RgExportDialog *self = data;
  g_autoptr (GtkFileDialog) chooser = gtk_file_dialog_new ();
  g_autofree char *name
    = g_strconcat (rg_export_kind_get_name (adw_combo_row_get_selected (self->kind)),
                   adw_combo_row_get_selected (self->format) == RG_EXPORT_JSON ? ".json" : ".csv", NULL);
  g_autoptr (GFile) file = NULL;

  gtk_file_dialog_set_title (chooser, _ ("Export"));
  gtk_file_dialog_set_initial_name (chooser, name);
  file = dex_await_object (rg_file_dialog_save (chooser, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)))), NULL);
  if (file != NULL)
    rg_export_dialog_write (self, file);
  return NULL;
}

static void
on_kind_changed (RgExportDialog *self)
{
  rg_widget_set_why_not (GTK_WIDGET (self->tag), _ ("Everybody’s, or that of the customers with a tag"),
                         rg_export_kind_has_tags (adw_combo_row_get_selected (self->kind))
                           ? NULL
                           : _ ("Products belong to no customer: a tag can’t choose among them."));
}

static GObject *
read_tags (RgDb *db, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) tags = rg_tag_list (db, error);
  GtkStringList *names;

  if (tags == NULL)
    return NULL;
  names = gtk_string_list_new (NULL);
  for (guint i = 0; i < tags->len; i++)
    gtk_string_list_append (names, ((RgTagUse *) tags->pdata[i])->name);
  return G_OBJECT (names);
}

static DexFuture *
tags_fiber (gpointer data, gpointer unused)
{
  RgExportDialog *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) names = dex_await_object (rg_desk_read (self->desk, read_tags, NULL, NULL), &error);
  GtkStringList *choices;

  if (names == NULL)
    return dex_future_new_for_error (g_steal_pointer (&error));
  if (self->tag == NULL)
    return NULL;
  choices = GTK_STRING_LIST (adw_combo_row_get_model (self->tag));
  for (guint i = 0; i < g_list_model_get_n_items (names); i++)
    gtk_string_list_append (choices, gtk_string_list_get_string (GTK_STRING_LIST (names), i));
  return NULL;
}

static void
on_choose_activated (RgExportDialog *self)
{
  rg_future_enter (self, choose_fiber, NULL, NULL);
}

static void
on_cancelled (RgExportDialog *self)
{
  if (self->export != NULL)
    rg_export_cancel (self->export);
}

static void
on_close_clicked (RgExportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/**
 * rg_export_dialog_new:
 * @desk: what to export from
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
rg_export_dialog_new (RgDesk *desk)
{
  RgExportDialog *self = g_object_new (RG_TYPE_EXPORT_DIALOG, NULL);
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) tags = gtk_string_list_new (NULL);
  g_autofree char *why_not = rg_desk_has_right (desk, RG_EXPORT_RIGHT) ? NULL : rg_right_dup_reason (RG_EXPORT_RIGHT);

  g_set_object (&self->desk, desk);
  for (guint i = 0; i < RG_N_EXPORT_KINDS; i++)
    gtk_string_list_append (kinds, rg_export_kind_get_label (i));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kinds));
  gtk_string_list_append (tags, _ ("All customers"));
  adw_combo_row_set_model (self->tag, G_LIST_MODEL (tags));
  rg_future_enter (self, tags_fiber, NULL, NULL);
  rg_widget_set_why_not (self->choose, NULL, why_not);
  return ADW_DIALOG (self);
}

static void
rg_export_dialog_dispose (GObject *object)
{
  RgExportDialog *self = RG_EXPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_EXPORT_DIALOG);
  g_clear_object (&self->export);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (rg_export_dialog_parent_class)->dispose (object);
}

static void
rg_export_dialog_init (RgExportDialog *self)
{
  g_type_ensure (RG_TYPE_RUN_PAGE);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_export_dialog_class_init (RgExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_export_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/exchange/rg-export-dialog.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, RgExportDialog, name)
  BIND (pages);
  BIND (kind);
  BIND (tag);
  BIND (format);
  BIND (choose);
  BIND (problem_group);
  BIND (problem);
  BIND (run);
  BIND (done);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_choose_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_cancelled);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
}
