/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "rg-future.h"
#include "rg-history-dialog.h"
#include "rg-report.h"

/* One entry of the history: what, when, by whom; unfolded, what it changed; a button that takes it back. */

struct _RgHistoryRow
{
  AdwExpanderRow parent_instance;

  RgDesk *desk;
  gint64 entry_id;

  GtkWidget *undo;
};

G_DEFINE_FINAL_TYPE (RgHistoryRow, rg_history_row, ADW_TYPE_EXPANDER_ROW)

static void
on_undo_clicked (RgHistoryRow *self)
{
  RgAct *act = rg_act_new (&rg_undo, 0);

  rg_act_add_id (act, self->entry_id);
  rg_widget_perform (GTK_WIDGET (self), self->desk, act);
}

static void
rg_history_row_dispose (GObject *object)
{
  RgHistoryRow *self = RG_HISTORY_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_HISTORY_ROW);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (rg_history_row_parent_class)->dispose (object);
}

static void
rg_history_row_init (RgHistoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_history_row_class_init (RgHistoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_history_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/history/rg-history-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RgHistoryRow, undo);
  gtk_widget_class_bind_template_callback (widget_class, on_undo_clicked);
}

/**
 * rg_history_row_new:
 * @desk: the desk
 * @item: an entry
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
rg_history_row_new (RgDesk *desk, RgHistoryItem *item)
{
  RgHistoryRow *self = g_object_new (RG_TYPE_HISTORY_ROW, NULL);
  g_autofree char *time
    = rg_time_format (item->at, rg_settings_get_zone (rg_desk_get_settings (desk)), rg_desk_get_today (desk));
  g_autofree char *by = rg_desk_dup_staff_name (desk, item->staff_id);
  const char *more[] = { by, item->reason };
  g_autoptr (GString) about = g_string_new (time);
  g_autofree char *spoken = NULL;

  self->desk = g_object_ref (desk);
  self->entry_id = item->entry_id;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), item->title);
  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    if (more[i] != NULL && *more[i] != '\0')
      g_string_append_printf (about, " · %s", more[i]);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), about->str);
  spoken = g_strjoin (", ", item->title, about->str, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), item->labels->len > 0);
  rg_widget_set_why_not (self->undo, _ ("Undo this"), item->why_not);
  for (guint i = 0; i < item->labels->len; i++)
    {
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", item->labels->pdata[i], "subtitle",
                                     item->values->pdata[i], "use-markup", FALSE, "subtitle-selectable", TRUE, NULL);

      gtk_widget_add_css_class (row, "property");
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
    }
  return GTK_WIDGET (self);
}
