/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-exchange-actions.h"

#include <glib/gi18n-lib.h>

#include "rg-backup.h"
#include "rg-dialog-future.h"
#include "rg-export-dialog.h"
#include "rg-future.h"
#include "rg-import-dialog.h"
#include "rg-window-private.h"

/* The actions of the window that take data in and out. */

static void
on_import (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgWindow *self = RG_WINDOW (widget);

  if (self->desk != NULL)
    adw_dialog_present (rg_import_dialog_new (self->desk), widget);
}

static void
on_export (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgWindow *self = RG_WINDOW (widget);

  if (self->desk != NULL)
    adw_dialog_present (rg_export_dialog_new (self->desk), widget);
}

/* A name that is free, so that backups lie beside each other by their day and minute. */
static char *
dup_backup_name (RgWindow *self)
{
  g_autofree char *name = g_path_get_basename (self->path);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *when = g_date_time_format (now, "%Y-%m-%d-%H%M");
  char *dot = strrchr (name, '.');

  if (dot != NULL)
    *dot = '\0';
  return g_strdup_printf ("%s-%s.regulars", name, when);
}

static DexFuture *
backup_fiber (gpointer data, gpointer unused)
{
  RgWindow *self = data;
  g_autoptr (GtkFileDialog) chooser = gtk_file_dialog_new ();
  g_autofree char *name = dup_backup_name (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *text = NULL;

  gtk_file_dialog_set_title (chooser, _ ("Back Up"));
  gtk_file_dialog_set_initial_name (chooser, name);
  file = dex_await_object (rg_file_dialog_save (chooser, GTK_WINDOW (self)), NULL);
  if (file == NULL || g_file_peek_path (file) == NULL || self->desk == NULL)
    return NULL;
  if (!dex_await (rg_backup_write (self->desk, g_file_peek_path (file), NULL), &error))
    {
      rg_window_report (self, error);
      return NULL;
    }
  g_free (name);
  name = g_file_get_basename (file);
  text = g_strdup_printf (_ ("“%s” is a complete copy"), name);
  rg_window_tell (self, text);
  return NULL;
}

static void
on_backup (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgWindow *self = RG_WINDOW (widget);

  if (self->desk != NULL)
    rg_future_enter (self, backup_fiber, NULL, NULL);
}

/**
 * rg_window_install_exchange_actions:
 * @klass: the class of the window
 */
void
rg_window_install_exchange_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.import", NULL, on_import);
  gtk_widget_class_install_action (klass, "win.export", NULL, on_export);
  gtk_widget_class_install_action (klass, "win.backup", NULL, on_backup);
}
