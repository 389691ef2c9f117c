/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-mapping-row.h"

#include <glib/gi18n-lib.h>

#include "rg-text.h"

/* A column of the file: its heading, some of its cells, and the field it means. The first choice is none. */

#define N_CELLS 3
#define MAX_CELL 24

struct _RgMappingRow
{
  AdwComboRow parent_instance;

  RgImport *import;
  guint column;
};

G_DEFINE_FINAL_TYPE (RgMappingRow, rg_mapping_row, ADW_TYPE_COMBO_ROW)

static char *
dup_cells (RgMappingRow *self)
{
  const RgCsvSurvey *survey = rg_import_get_survey (self->import);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < survey->samples->len && n < N_CELLS; i++)
    {
      g_autofree char *cell = rg_text_clean (rg_csv_row_get (survey->samples->pdata[i], (int) self->column));
      g_autofree char *start = g_utf8_strlen (cell, -1) > MAX_CELL ? g_utf8_substring (cell, 0, MAX_CELL) : NULL;

      if (*cell == '\0')
        continue;
      g_string_append_printf (text, "%s%s%s", n > 0 ? " · " : "", start != NULL ? start : cell,
                              start != NULL ? "…" : "");
      n++;
    }
  if (n == 0)
    g_string_append (text, _ ("Empty"));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * rg_mapping_row_new:
 * @import: an import
 * @column: a column of its file
 * @fields: (transfer none): "Not imported" and the labels of the targets
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
rg_mapping_row_new (RgImport *import, guint column, GListModel *fields)
{
  RgMappingRow *self = g_object_new (RG_TYPE_MAPPING_ROW, "model", fields, NULL);
  const char *heading = rg_import_get_survey (import)->headings[column];
  g_autofree char *cells = NULL;

  g_set_object (&self->import, import);
  self->column = column;
  cells = dup_cells (self);
  g_object_set (self, "title", *heading != '\0' ? heading : _ ("(No heading)"), "subtitle", cells, NULL);
  rg_mapping_row_refresh (self);
  return GTK_WIDGET (self);
}

/** rg_mapping_row_get_column: Returns: its column */
guint
rg_mapping_row_get_column (RgMappingRow *self)
{
  return self->column;
}

/** rg_mapping_row_refresh: Shows what the column means now */
void
rg_mapping_row_refresh (RgMappingRow *self)
{
  int target = rg_csv_mapping_get (rg_import_get_mapping (self->import), self->column);

  adw_combo_row_set_selected (ADW_COMBO_ROW (self), (guint) (target + 1));
}

static void
rg_mapping_row_dispose (GObject *object)
{
  g_clear_object (&RG_MAPPING_ROW (object)->import);
  gtk_widget_dispose_template (GTK_WIDGET (object), RG_TYPE_MAPPING_ROW);

  G_OBJECT_CLASS (rg_mapping_row_parent_class)->dispose (object);
}

static void
rg_mapping_row_init (RgMappingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_mapping_row_class_init (RgMappingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rg_mapping_row_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/app/regulars/Regulars/exchange/rg-mapping-row.ui");
}
