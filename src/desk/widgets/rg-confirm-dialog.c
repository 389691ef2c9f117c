/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-confirm-dialog.h"

/* Asks before something is done, with the consequence spelled out. */

struct _RgConfirmDialog
{
  AdwAlertDialog parent_instance;

  DexPromise *answer;
};

G_DEFINE_FINAL_TYPE (RgConfirmDialog, rg_confirm_dialog, ADW_TYPE_ALERT_DIALOG)

static void
answer (RgConfirmDialog *self, gboolean yes)
{
  if (self->answer != NULL)
    dex_promise_resolve_boolean (self->answer, yes);
  dex_clear (&self->answer);
}

static void
rg_confirm_dialog_response (AdwAlertDialog *dialog, const char *response)
{
  answer (RG_CONFIRM_DIALOG (dialog), g_str_equal (response, "go"));
}

static void
rg_confirm_dialog_dispose (GObject *object)
{
  answer (RG_CONFIRM_DIALOG (object), FALSE);
  gtk_widget_dispose_template (GTK_WIDGET (object), RG_TYPE_CONFIRM_DIALOG);

  G_OBJECT_CLASS (rg_confirm_dialog_parent_class)->dispose (object);
}

static void
rg_confirm_dialog_init (RgConfirmDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_confirm_dialog_class_init (RgConfirmDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rg_confirm_dialog_dispose;
  ADW_ALERT_DIALOG_CLASS (klass)->response = rg_confirm_dialog_response;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/app/regulars/Regulars/widgets/rg-confirm-dialog.ui");
}

/**
 * rg_confirm:
 * @parent: a widget of the window
 * @heading: the question
 * @body: what will happen
 * @label: what the button says that goes on
 * @appearance: whether that is suggested or destructive
 *
 * Returns: (transfer full): a future for whether to go on
 */
DexFuture *
rg_confirm (
  GtkWidget *parent, const char *heading, const char *body, const char *label, AdwResponseAppearance appearance)
{
  RgConfirmDialog *self = g_object_new (RG_TYPE_CONFIRM_DIALOG, "heading", heading, "body", body, NULL);
  DexFuture *future;

  adw_alert_dialog_set_response_label (ADW_ALERT_DIALOG (self), "go", label);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (self), "go", appearance);
  self->answer = dex_promise_new ();
  future = dex_ref (DEX_FUTURE (self->answer));
  adw_dialog_present (ADW_DIALOG (self), parent);
  return future;
}
