/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-style.h"

#include "rg-access.h"

/**
 * rg_widget_set_class:
 * @widget: a widget
 * @name: a style class
 * @has: whether @widget has it from now on
 */
void
rg_widget_set_class (gpointer widget, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/**
 * rg_widget_set_wrong:
 * @widget: the widget of what is typed or chosen, or its row
 * @wrong: whether that has to be mended
 *
 * Shows it, also to a screen reader.
 */
void
rg_widget_set_wrong (gpointer widget, gboolean wrong)
{
  GtkAccessible *control = rg_access_get_control (widget);

  rg_widget_set_class (widget, "error", wrong);
  if (wrong)
    gtk_accessible_update_state (control, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  else
    gtk_accessible_reset_state (control, GTK_ACCESSIBLE_STATE_INVALID);
}
