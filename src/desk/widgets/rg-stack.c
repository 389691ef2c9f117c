/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-stack.h"

/**
 * rg_stack_show:
 * @stack: a stack
 * @name: the name of one of its pages
 *
 * As gtk_stack_set_visible_child_name(), but for pages that are not visible until they are first shown. Of pages that
 * are, the toolkit looks up the style of every widget when the window opens, also of those behind another one.
 */
void
rg_stack_show (GtkStack *stack, const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (stack, name);

  gtk_widget_set_visible (page, TRUE);
  gtk_stack_set_visible_child (stack, page);
}
