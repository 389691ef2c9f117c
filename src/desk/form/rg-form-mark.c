/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-form-mark.h"

#include <glib/gi18n-lib.h>

#include "rg-access.h"
#include "rg-problem-row.h"
#include "rg-style.h"

/**
 * rg_form_mark_problem:
 * @widget: the widget of a field
 * @problem: (nullable): the row below it that says what is wrong so far
 * @text: (nullable): what is wrong now; %NULL for nothing
 * @otherwise: (nullable): its accessible description when nothing is wrong
 *
 * Returns: (transfer none) (nullable): the row below that says so
 */
GtkWidget *
rg_form_mark_problem (GtkWidget *widget, GtkWidget *problem, const char *text, const char *otherwise)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);
  GtkWidget *list = row != NULL ? gtk_widget_get_parent (row) : NULL;

  if (problem != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (gtk_widget_get_parent (problem)), problem);
  rg_access_describe (widget, text != NULL ? text : otherwise);
  rg_widget_set_wrong (widget, text != NULL);
  if (text == NULL || !GTK_IS_LIST_BOX (list))
    return NULL;
  problem = rg_problem_row_new (text);
  gtk_list_box_insert (GTK_LIST_BOX (list), problem, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);
  return problem;
}

/**
 * rg_form_mark_title:
 * @widget: the row of a field, whose plain title is its data "form-title"
 * @required: whether it must be filled in
 */
void
rg_form_mark_title (GtkWidget *widget, gboolean required)
{
  const char *title = g_object_get_data (G_OBJECT (widget), "form-title");
  g_autofree char *marked = NULL;

  if (title == NULL)
    return;
  /* Translators: the name of a field that must be filled in */
  marked = required ? g_strdup_printf (_ ("%s *"), title) : g_strdup (title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), marked);
  gtk_accessible_update_property (rg_access_get_control (widget), GTK_ACCESSIBLE_PROPERTY_REQUIRED, required, -1);
}

/**
 * rg_form_mark_locked:
 * @widget: the widget of a field
 * @reason: (nullable): why it can't be changed; %NULL when it can
 *
 * Text can still be read and copied.
 */
void
rg_form_mark_locked (GtkWidget *widget, const char *reason)
{
  if (GTK_IS_EDITABLE (widget) && !ADW_IS_SPIN_ROW (widget))
    gtk_editable_set_editable (GTK_EDITABLE (widget), reason == NULL);
  else if (GTK_IS_TEXT_VIEW (widget))
    gtk_text_view_set_editable (GTK_TEXT_VIEW (widget), reason == NULL);
  else
    gtk_widget_set_sensitive (widget, reason == NULL);
  gtk_widget_set_tooltip_text (widget, reason);
  rg_access_describe (widget, reason);
}
