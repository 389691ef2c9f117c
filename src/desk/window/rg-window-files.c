/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-window-files.h"

#include <glib/gi18n-lib.h>

#include "rg-backup.h"
#include "rg-default-file.h"
#include "rg-dialog-future.h"
#include "rg-future.h"
#include "rg-lent-file.h"
#include "rg-sample-file.h"
#include "rg-setup-dialog.h"
#include "rg-window-private.h"

/* The actions that open, begin or get back a file. */

static gboolean
on_pulse (gpointer data)
{
  RgWindow *self = data;

  if (gtk_progress_bar_get_fraction (self->welcome_progress) == 0)
    gtk_progress_bar_pulse (self->welcome_progress);
  return G_SOURCE_CONTINUE;
}

static void
on_sample_progress (double done, gpointer data)
{
  gtk_progress_bar_set_fraction (RG_WINDOW (data)->welcome_progress, done);
}

/* Shows the welcome page with what is being done instead of its buttons. */
static void
set_working (RgWindow *self, gboolean working)
{
  gtk_widget_set_sensitive (self->welcome_buttons, !working);
  gtk_widget_set_visible (GTK_WIDGET (self->welcome_progress), working);
  gtk_progress_bar_set_fraction (self->welcome_progress, 0);
}

static DexFuture *
sample_fiber (gpointer data, gpointer unused)
{
  RgWindow *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  guint pulse = g_timeout_add (100, on_pulse, self);

  set_working (self, TRUE);
  path = dex_await_string (rg_sample_file_ensure (on_sample_progress, self), &error);
  g_source_remove (pulse);
  set_working (self, FALSE);
  if (path == NULL)
    rg_window_report (self, error);
  else
    dex_await (rg_window_open_file (self, path, FALSE), NULL);
  return NULL;
}

static void
on_open_sample (GtkWidget *widget, const char *action, GVariant *parameter)
{
  /* Kept alive to its end: the progress is told to this window. */
  rg_future_disown (rg_future_spawn (widget, sample_fiber, NULL, NULL), "sample");
}

typedef enum
{
  THEN_NOTHING,
  THEN_IMPORT,
} Then;

static void
on_set_up (RgWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.import", NULL);
}

/* What is imported is in the currency of the business, so that is asked first. */
static void
set_up (RgWindow *self, Then then)
{
  AdwDialog *dialog = rg_setup_dialog_new (self->desk);

  if (then == THEN_IMPORT)
    g_signal_connect_object (dialog, "closed", G_CALLBACK (on_set_up), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static DexFuture *
start_fiber (gpointer data, gpointer then)
{
  RgWindow *self = data;
  g_autofree char *path = rg_default_file_dup_path ();
  gboolean is_new = !g_file_test (path, G_FILE_TEST_EXISTS);
  g_autoptr (GError) error = NULL;

  if (!rg_default_file_make_folder (path, &error))
    {
      rg_window_report (self, error);
      return NULL;
    }
  if (!dex_await (rg_window_open_file (self, path, FALSE), NULL))
    return NULL;
  if (is_new)
    set_up (self, GPOINTER_TO_INT (then));
  else if (GPOINTER_TO_INT (then) == THEN_IMPORT)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.import", NULL);
  return NULL;
}

static void
on_start (GtkWidget *widget, const char *action, GVariant *parameter)
{
  Then then = g_str_equal (action, "win.start-import") ? THEN_IMPORT : THEN_NOTHING;

  rg_future_enter (widget, start_fiber, GINT_TO_POINTER (then), NULL);
}

static GtkFileDialog *
make_file_dialog (const char *title, const char *accept)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) own = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (own, _ ("Regulars files"));
  gtk_file_filter_add_suffix (own, "regulars");
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, own);
  g_list_store_append (filters, all);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_accept_label (dialog, accept);
  return dialog;
}

static void
report (RgWindow *self, const GError *error)
{
  if (error != NULL && !g_error_matches (error, RG_ERROR, RG_ERROR_CANCELLED))
    rg_window_report (self, error);
}

static char *
await_path (RgWindow *self, DexFuture *chosen)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = dex_await_object (chosen, &error);
  char *path;

  report (self, error);
  if (file == NULL)
    return NULL;
  path = g_file_get_path (file);
  if (path == NULL)
    rg_window_tell (self, _ ("Choose a file on this computer."));
  return path;
}

static DexFuture *
open_file_fiber (gpointer data, gpointer unused)
{
  RgWindow *self = data;
  g_autoptr (GtkFileDialog) dialog = make_file_dialog (_ ("Open File"), _ ("_Open"));
  g_autofree char *path = await_path (self, rg_file_dialog_open (dialog, GTK_WINDOW (self)));

  if (path != NULL && rg_path_is_lent (path))
    rg_window_tell (self, _ ("A file outside can only be read from here. Take it in with Restore a Backup."));
  else if (path != NULL)
    dex_await (rg_window_open_file (self, path, FALSE), NULL);
  return NULL;
}

/* A backup never overwrites anything: it becomes a file beside the one that is open or could not be opened.
 */
static char *
dup_restored_path (RgWindow *self)
{
  g_autofree char *own = self->path != NULL ? g_strdup (self->path) : rg_default_file_dup_path ();
  g_autofree char *stem
    = g_str_has_suffix (own, ".regulars") ? g_strndup (own, strlen (own) - strlen (".regulars")) : g_strdup (own);

  if (!g_file_test (own, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&own);
  for (guint i = 1;; i++)
    {
      g_autofree char *number = i > 1 ? g_strdup_printf (" %u", i) : g_strdup ("");
      g_autofree char *path = g_strconcat (stem, " restored", number, ".regulars", NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

static DexFuture *
restore_fiber (gpointer data, gpointer unused)
{
  RgWindow *self = data;
  g_autoptr (GtkFileDialog) dialog = make_file_dialog (_ ("Restore a Backup"), _ ("_Restore"));
  g_autofree char *backup = await_path (self, rg_file_dialog_open (dialog, GTK_WINDOW (self)));
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (backup == NULL)
    return NULL;
  path = dup_restored_path (self);
  if (!dex_await (rg_backup_restore (backup, path), &error))
    {
      report (self, error);
      return NULL;
    }
  if (!dex_await (rg_window_open_file (self, path, FALSE), NULL))
    return NULL;
  name = g_path_get_basename (path);
  text = g_strdup_printf (_ ("The backup is open as “%s”"), name);
  rg_window_tell (self, text);
  return NULL;
}

static void
on_open_file (GtkWidget *widget, const char *action, GVariant *parameter)
{
  rg_future_enter (widget, g_str_equal (action, "win.restore") ? restore_fiber : open_file_fiber, NULL, NULL);
}

/**
 * rg_window_install_file_actions:
 * @klass: the class of the window
 */
void
rg_window_install_file_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.open-sample", NULL, on_open_sample);
  gtk_widget_class_install_action (klass, "win.start-empty", NULL, on_start);
  gtk_widget_class_install_action (klass, "win.start-import", NULL, on_start);
  gtk_widget_class_install_action (klass, "win.open-file", NULL, on_open_file);
  gtk_widget_class_install_action (klass, "win.restore", NULL, on_open_file);
}
