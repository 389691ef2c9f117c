/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-problem-row.h"

/* What is wrong with a field, in the row below it. */

struct _RgProblemRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (RgProblemRow, rg_problem_row, GTK_TYPE_LIST_BOX_ROW)

/* A list gives up when the row after the focused one can't be focused: the keyboard goes on to the row behind this. */
static gboolean
rg_problem_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean is_back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP;
  GtkWidget *row = widget;

  do
    row = is_back ? gtk_widget_get_prev_sibling (row) : gtk_widget_get_next_sibling (row);
  while (row != NULL && !gtk_widget_child_focus (row, direction));
  return row != NULL;
}

static void
rg_problem_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RG_TYPE_PROBLEM_ROW);

  G_OBJECT_CLASS (rg_problem_row_parent_class)->dispose (object);
}

static void
rg_problem_row_init (RgProblemRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_problem_row_class_init (RgProblemRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_problem_row_dispose;
  widget_class->focus = rg_problem_row_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/form/rg-problem-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RgProblemRow, label);
}

/**
 * rg_problem_row_new:
 * @text: what is wrong
 *
 * Returns: (transfer floating): a row that says so
 */
GtkWidget *
rg_problem_row_new (const char *text)
{
  RgProblemRow *self = g_object_new (RG_TYPE_PROBLEM_ROW, NULL);

  gtk_label_set_label (self->label, text);
  return GTK_WIDGET (self);
}
