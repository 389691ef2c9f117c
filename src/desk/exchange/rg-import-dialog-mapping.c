/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "rg-import-data.h"
#include "rg-import-dialog-private.h"
#include "rg-import-mapping.h"
#include "rg-mapping-row.h"
#include "rg-report.h"

/* The page of the import that asks what the columns of the file mean. */

static void
refresh_rows (RgImportDialog *self)
{
  self->filling = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    rg_mapping_row_refresh (self->rows->pdata[i]);
  self->filling = FALSE;
}

/* A field goes to one column: the one that had it shows that it has none now. */
static void
on_row_selected (RgMappingRow *row, GParamSpec *pspec, RgImportDialog *self)
{
  if (self->filling)
    return;
  rg_csv_mapping_set (rg_import_get_mapping (self->import), rg_mapping_row_get_column (row),
                      (int) adw_combo_row_get_selected (ADW_COMBO_ROW (row)) - 1);
  refresh_rows (self);
  rg_import_dialog_show_problem (self, NULL);
}

static GListModel *
make_fields (RgImportKind kind)
{
  guint n_targets;
  const RgCsvTarget *targets = rg_import_kind_get_targets (kind, &n_targets);
  GtkStringList *fields = gtk_string_list_new (NULL);

  gtk_string_list_append (fields, _ ("Not imported"));
  for (guint i = 0; i < n_targets; i++)
    gtk_string_list_append (fields, _ (targets[i].label));
  return G_LIST_MODEL (fields);
}

/**
 * rg_import_dialog_show_mapping: (skip)
 * @self: a dialog with a file
 *
 * Shows a row for each column of the file, with what it is taken for.
 */
void
rg_import_dialog_show_mapping (RgImportDialog *self)
{
  const RgCsvSurvey *survey = rg_import_get_survey (self->import);
  g_autoptr (GListModel) fields = make_fields (rg_import_get_kind (self->import));
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *rows
    = g_strdup_printf (ngettext ("%u row", "%u rows", (gulong) survey->n_rows), (guint) survey->n_rows);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->columns, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  self->filling = TRUE;
  for (guint i = 0; i < survey->n_columns; i++)
    {
      GtkWidget *row = rg_mapping_row_new (self->import, i, fields);

      g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_row_selected), self, 0);
      adw_preferences_group_add (self->columns, row);
      g_ptr_array_add (self->rows, row);
    }
  self->filling = FALSE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->summary), name);
  adw_action_row_set_subtitle (self->summary, rows);
  rg_import_dialog_show_problem (self, NULL);
  rg_import_dialog_show_page (self, "mapping");
}

typedef struct
{
  const char *kind;
  GPtrArray *mappings;
} Question;

static GObject *
read_mappings (RgDb *db, gpointer data, GError **error)
{
  Question *question = data;

  question->mappings = rg_import_list_mappings (db, question->kind, error);
  return NULL;
}

/**
 * rg_import_dialog_await_mappings: (skip)
 * @self: a dialog with a file
 * @error: where to put what went wrong
 *
 * For a fiber. Offers what was saved before.
 *
 * Returns: whether that could be read
 */
gboolean
rg_import_dialog_await_mappings (RgImportDialog *self, GError **error)
{
  Question question = { rg_import_kind_get_name (rg_import_get_kind (self->import)), NULL };
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (!dex_await (rg_desk_read (self->desk, read_mappings, &question, NULL), error))
    return FALSE;
  g_clear_pointer (&self->mappings, g_ptr_array_unref);
  self->mappings = question.mappings;
  gtk_string_list_append (names, _ ("Guessed from the headings"));
  for (guint i = 0; i < self->mappings->len; i++)
    gtk_string_list_append (names, RG_IMPORT_MAPPING (self->mappings->pdata[i])->name);
  self->filling = TRUE;
  adw_combo_row_set_model (self->saved, G_LIST_MODEL (names));
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->saved), self->mappings->len > 0);
  return TRUE;
}

static void
on_saved_selected (RgImportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->saved);
  g_autoptr (GError) error = NULL;

  if (self->filling || self->import == NULL || self->mappings == NULL)
    return;
  if (selected == 0)
    rg_import_guess_mapping (self->import);
  else if (selected <= self->mappings->len)
    rg_import_use_mapping (self->import, RG_IMPORT_MAPPING (self->mappings->pdata[selected - 1])->mapping, NULL,
                           &error);
  refresh_rows (self);
  rg_import_dialog_show_problem (self, error != NULL ? error->message : NULL);
}

static void
on_notation_selected (RgImportDialog *self)
{
  static const RgCsvNumberNotation numbers[] = { RG_CSV_NUMBER_UNKNOWN, RG_CSV_NUMBER_POINT, RG_CSV_NUMBER_COMMA };
  static const RgCsvDateOrder dates[] = { RG_CSV_DATE_UNKNOWN, RG_CSV_DATE_DMY, RG_CSV_DATE_MDY };
  guint number = adw_combo_row_get_selected (self->numbers);
  guint date = adw_combo_row_get_selected (self->dates);

  if (self->import != NULL)
    rg_import_set_notation (self->import, numbers[MIN (number, 2)], dates[MIN (date, 2)]);
}

static void
on_save_mapping (RgImportDialog *self)
{
  g_autofree char *json = rg_csv_mapping_to_json (rg_import_get_mapping (self->import));
  g_autoptr (RgImportMapping) mapping
    = g_object_new (RG_TYPE_IMPORT_MAPPING, "name", gtk_editable_get_text (self->save_name), "kind",
                    rg_import_kind_get_name (rg_import_get_kind (self->import)), "mapping", json, NULL);
  g_autoptr (RgAct) act = rg_act_new_record (&rg_mapping_save, RG_RECORD (mapping));

  rg_widget_perform (GTK_WIDGET (self), self->desk, act);
}

/**
 * rg_import_dialog_bind_mapping: (skip)
 * @klass: the class of the dialog
 */
void
rg_import_dialog_bind_mapping (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, on_saved_selected);
  gtk_widget_class_bind_template_callback (klass, on_notation_selected);
  gtk_widget_class_bind_template_callback (klass, on_save_mapping);
}
