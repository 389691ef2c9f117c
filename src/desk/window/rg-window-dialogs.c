/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-window-dialogs.h"

#include <glib/gi18n-lib.h>

#include "rg-help-dialog.h"
#include "rg-palette.h"
#include "rg-preferences-dialog.h"
#include "rg-shortcut-row.h"
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
on_dialog (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgWindow *self = RG_WINDOW (widget);

  for (guint i = 0; self->desk != NULL && i < G_N_ELEMENTS (dialogs); i++)
    if (g_str_equal (dialogs[i].action, action))
      adw_dialog_present (dialogs[i].make (self->desk), widget);
}

static void
on_palette (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (!RG_IS_PALETTE (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (widget))))
    adw_dialog_present (rg_palette_new (RG_WINDOW (widget)), widget);
}

static void
on_shortcuts (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder = NULL;

  g_type_ensure (RG_TYPE_SHORTCUT_ROW);
  builder = gtk_builder_new_from_resource ("/app/regulars/Regulars/window/rg-shortcuts.ui");
  adw_dialog_present (ADW_DIALOG (gtk_builder_get_object (builder, "dialog")), widget);
}

static void
on_help (GtkWidget *widget, const char *action, GVariant *parameter)
{
  rg_help_show (widget);
}

static void
on_about (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_show_about_dialog (widget, "application-name", _ ("Regulars"), "application-icon", RG_APP_ID, "version",
                         RG_VERSION, "developer-name", _ ("The Regulars contributors"), "copyright",
                         _ ("© 2026 The Regulars contributors"), "license-type", GTK_LICENSE_GPL_3_0, "comments",
                         _ ("Everything you know about the people who keep coming back, on one screen."),
                         /* Translators: put your names here, a line each */
                         "translator-credits", _ ("translator-credits"), NULL);
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
  gtk_widget_class_install_action (klass, "win.palette", NULL, on_palette);
  gtk_widget_class_install_action (klass, "win.show-help-overlay", NULL, on_shortcuts);
  gtk_widget_class_install_action (klass, "win.help", NULL, on_help);
  gtk_widget_class_install_action (klass, "win.about", NULL, on_about);
}
