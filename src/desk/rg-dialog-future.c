/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-dialog-future.h"

#include <glib/gi18n-lib.h>

#include "rg-error.h"

static void
settle (DexPromise *promise, GFile *file, GError *error)
{
  if (file != NULL)
    dex_promise_resolve_object (promise, file);
  else if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
           || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    {
      g_error_free (error);
      dex_promise_reject (promise, g_error_new_literal (RG_ERROR, RG_ERROR_CANCELLED, _ ("Cancelled.")));
    }
  else
    dex_promise_reject (promise, error);
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

static void
on_chosen (GObject *dialog, GAsyncResult *result, gpointer promise)
{
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (dialog), result);

  dex_promise_resolve_string (promise, g_strdup (response));
  dex_unref (promise);
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
 * rg_alert_dialog_choose:
 * @dialog: (transfer full): a question
 * @parent: the widget it is about
 *
 * Returns: (transfer full): a future for the name of the answer
 */
DexFuture *
rg_alert_dialog_choose (AdwAlertDialog *dialog, GtkWidget *parent)
{
  DexPromise *promise = dex_promise_new ();

  adw_alert_dialog_choose (dialog, parent, NULL, on_chosen, dex_ref (promise));
  return DEX_FUTURE (promise);
}
