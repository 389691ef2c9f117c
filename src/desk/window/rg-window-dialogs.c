/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-window-dialogs.h"

#include "rg-preferences-dialog.h"
#include "rg-staff-dialog.h"
#include "rg-switch-user-dialog.h"
#include "rg-window-private.h"

/* The actions of the window that open a dialog. */

/* The actions that need nothing but an open file, and the dialog of each. */
static const struct
{
  const char *action;
  AdwDialog *(*make) (RgDesk *desk);
} dialogs[] = {
  { "win.preferences", rg_preferences_dialog_new },
  { "win.switch-user", rg_switch_user_dialog_new },
  { "win.manage-staff", rg_staff_dialog_new },
};

static void
on_dialog (GtkWidget *widget,
           const char *action,
           GVariant *parameter)
{
  RgWindow *self = RG_WINDOW (widget);

  for (guint i = 0; self->desk != NULL && i < G_N_ELEMENTS (dialogs); i++)
    if (g_str_equal (dialogs[i].action, action))
      adw_dialog_present (dialogs[i].make (self->desk), widget);
}

/**
 * rg_window_install_dialog_actions:
 * @klass: the class of the window
 */
void
rg_window_install_dialog_actions (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    gtk_widget_class_install_action (klass, dialogs[i].action, NULL, on_dialog);
}
