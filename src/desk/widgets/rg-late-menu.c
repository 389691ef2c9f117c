/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-late-menu.h"

static void
make_menu (GtkMenuButton *button, gpointer menu)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, menu);
}

/**
 * rg_menu_button_set_late_menu:
 * @button: a button
 * @menu: its menu
 *
 * As gtk_menu_button_set_menu_model(), but the lines of the menu are made when it is first opened. On X11 each of them
 * asks the display server where the pointer is, and waits for the answer.
 */
void
rg_menu_button_set_late_menu (GtkMenuButton *button, GMenuModel *menu)
{
  gtk_menu_button_set_create_popup_func (button, make_menu, g_object_ref (menu), g_object_unref);
}
