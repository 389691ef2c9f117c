/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "rg-staff-operations.h"
#include "rg-undo.h"
#include "rg-window-private.h"

/* What the window tells: what was done, with a way back, and what went wrong. */

static void
on_undo_clicked (AdwToast *toast, RgWindow *self)
{
  gint64 entry_id = GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (toast), "entry"));

  rg_window_undo_entry (self, entry_id);
}

/**
 * rg_window_tell_performed:
 * @desk: the desk
 * @act: what was done
 * @self: a window
 *
 * Every operation that succeeded is told, with a way back where there is one.
 */
void
rg_window_tell_performed (RgDesk *desk, RgAct *act, RgWindow *self)
{
  AdwToast *toast;

  if (act->entry_id == 0 || act->operation == &rg_staff_begin)
    return;
  toast = adw_toast_new (_ (act->operation->past));
  adw_toast_set_use_markup (toast, FALSE);
  if (act->operation->undo != RG_UNDO_NEVER && act->operation != &rg_undo)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      g_object_set_data (G_OBJECT (toast), "entry", GSIZE_TO_POINTER (act->entry_id));
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_undo_clicked), self, 0);
    }
  if (self->last_toast != NULL)
    adw_toast_dismiss (self->last_toast);
  g_set_weak_pointer (&self->last_toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * rg_window_tell:
 * @self: a window
 * @text: what to say
 */
void
rg_window_tell (RgWindow *self, const char *text)
{
  rg_window_tell_with_button (self, text, NULL);
}

/**
 * rg_window_tell_with_button:
 * @self: a window
 * @text: what to say
 * @button: (nullable): what its button says, with a mnemonic
 *
 * Returns: (transfer none): the toast, to hear of its button
 */
AdwToast *
rg_window_tell_with_button (RgWindow *self, const char *text, const char *button)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, button);
  adw_toast_overlay_add_toast (self->toasts, toast);
  return toast;
}

/* Copies what went wrong, for whoever looks after this computer. */
static void
on_copy_details (AdwAlertDialog *dialog, const char *response, RgWindow *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          g_object_get_data (G_OBJECT (dialog), "details"));
}

static void
on_details_clicked (AdwToast *toast, RgWindow *self)
{
  const char *text = g_object_get_data (G_OBJECT (toast), "details");
  AdwDialog *dialog = adw_alert_dialog_new (_ ("This Could Not Be Done"), text);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "copy", _ ("_Copy"), "close", _ ("_Close"), NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "close");
  g_object_set_data_full (G_OBJECT (dialog), "details", g_strdup (text), g_free);
  g_signal_connect_object (dialog, "response::copy", G_CALLBACK (on_copy_details), self, 0);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/**
 * rg_window_report:
 * @self: a window
 * @error: what went wrong
 *
 * Shows @error as a toast; what is too long for one has Details.
 */
void
rg_window_report (RgWindow *self, const GError *error)
{
  AdwToast *toast = adw_toast_new (error->message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  if (strlen (error->message) > 60)
    {
      adw_toast_set_button_label (toast, _ ("_Details"));
      g_object_set_data_full (G_OBJECT (toast), "details", g_strdup (error->message), g_free);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_details_clicked), self, 0);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}
