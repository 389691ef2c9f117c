/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-popover-focus.h"

/* When a word is picked from a drop-down within a popover, GTK 4.18 gives the focus to what the popover hangs from. */

static gboolean
on_tick (GtkWidget *popover, GdkFrameClock *clock, gpointer chosen)
{
  GtkRoot *root = gtk_widget_get_root (popover);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (gtk_widget_get_mapped (chosen) && (focus == NULL || !gtk_widget_is_ancestor (focus, popover)))
    gtk_widget_grab_focus (chosen);
  return G_SOURCE_REMOVE;
}

/**
 * rg_popover_focus_keep:
 * @chosen: what the keyboard is to go on from; within a popover
 *
 * To be called when something was picked from a drop-down in the popover of @chosen: the keyboard stays in there as
 * long as it is open.
 */
void
rg_popover_focus_keep (GtkWidget *chosen)
{
  GtkWidget *popover = gtk_widget_get_ancestor (chosen, GTK_TYPE_POPOVER);

  if (popover != NULL && gtk_widget_get_mapped (popover))
    gtk_widget_add_tick_callback (popover, on_tick, g_object_ref (chosen), g_object_unref);
}
