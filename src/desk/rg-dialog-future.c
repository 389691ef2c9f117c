/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-dialog-future.h"

#include <glib/gi18n-lib.h>

#include "rg-error.h"

static void
reject (DexPromise *promise, GError *error)
{
  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
      || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_error_free (error);
      error = g_error_new_literal (RG_ERROR, RG_ERROR_CANCELLED, _ ("Cancelled."));
    }
  dex_promise_reject (promise, error);
}

static void
settle (DexPromise *promise, GFile *file, GError *error)
{
  if (file != NULL)
    dex_promise_resolve_object (promise, file);
  else
    reject (promise, error);
  dex_unref (promise);
}

static void
on_launched (GObject *launcher, GAsyncResult *result, gpointer promise)
{
  GError *error = NULL;

  if (gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (launcher), result, &error))
    dex_promise_resolve_boolean (promise, TRUE);
  else
    reject (promise, error);
  dex_unref (promise);
}

static void
on_opened (GObject *dialog, GAsyncResult *result, gpointer promise)
{
  GError *error = NULL;
  GFile *file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (dialog), result, &error);

  settle (promise, file, error);
}

static void
on_saved (GObject *dialog, GAsyncResult *result, gpointer promise)
{
  GError *error = NULL;
  GFile *file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, &error);

  settle (promise, file, error);
}

typedef struct
{
  DexPromise *promise;
  char *otherwise; /* the answer of who closes it, or whose window is closed */
  guint source;
} Choice;

static void
choose (Choice *choice, const char *response)
{
  if (choice->promise != NULL)
    dex_promise_resolve_string (choice->promise, g_strdup (response));
  dex_clear (&choice->promise);
}

static void
on_response (AdwAlertDialog *dialog, const char *response, Choice *choice)
{
  choose (choice, response);
}

static gboolean
on_gone (gpointer data)
{
  Choice *choice = data;

  choice->source = 0;
  choose (choice, choice->otherwise);
  return G_SOURCE_REMOVE;
}

/* It was closed and the answer comes in a moment, or its window was destroyed around it and none will. */
static void
on_root_changed (GtkWidget *dialog, GParamSpec *pspec, Choice *choice)
{
  if (gtk_widget_get_root (dialog) == NULL && choice->promise != NULL && choice->source == 0)
    choice->source = g_idle_add (on_gone, choice);
}

static void
choice_free (gpointer data, GClosure *closure)
{
  Choice *choice = data;

  g_clear_handle_id (&choice->source, g_source_remove);
  choose (choice, choice->otherwise);
  g_free (choice->otherwise);
  g_free (choice);
}

/**
 * rg_file_dialog_open:
 * @dialog: a file dialog
 * @parent: the window it belongs to
 *
 * Returns: (transfer full): a future for the #GFile to read
 */
DexFuture *
rg_file_dialog_open (GtkFileDialog *dialog, GtkWindow *parent)
{
  DexPromise *promise = dex_promise_new ();

  gtk_file_dialog_open (dialog, parent, NULL, on_opened, dex_ref (promise));
  return DEX_FUTURE (promise);
}

/**
 * rg_file_dialog_save:
 * @dialog: a file dialog
 * @parent: the window it belongs to
 *
 * Returns: (transfer full): a future for the #GFile to write
 */
DexFuture *
rg_file_dialog_save (GtkFileDialog *dialog, GtkWindow *parent)
{
  DexPromise *promise = dex_promise_new ();

  gtk_file_dialog_save (dialog, parent, NULL, on_saved, dex_ref (promise));
  return DEX_FUTURE (promise);
}

/**
 * rg_uri_launch:
 * @uri: a link
 * @parent: a widget of the window it belongs to
 *
 * Returns: (transfer full): a future for a program of the desktop having taken @uri
 */
DexFuture *
rg_uri_launch (const char *uri, GtkWidget *parent)
{
  DexPromise *promise = dex_promise_new ();
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, on_launched, dex_ref (promise));
  return DEX_FUTURE (promise);
}

/**
 * rg_alert_dialog_choose:
 * @dialog: (transfer full): a question
 * @parent: the widget it is about
 *
 * Returns: (transfer full): a future for the name of the answer
 */
DexFuture *
rg_alert_dialog_choose (AdwAlertDialog *dialog, GtkWidget *parent)
{
  Choice *choice = g_new0 (Choice, 1);
  DexPromise *promise = dex_promise_new ();

  choice->promise = dex_ref (promise);
  choice->otherwise = g_strdup (adw_alert_dialog_get_close_response (dialog));
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), choice, choice_free, 0);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
  g_signal_connect (dialog, "notify::root", G_CALLBACK (on_root_changed), choice);
  return DEX_FUTURE (promise);
}
