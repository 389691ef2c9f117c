/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-cancellation-dialog.h"

#include <glib/gi18n-lib.h>

#include "rg-cancellation-operations.h"
#include "rg-error.h"

/* That a customer ends, when and why. */

struct _RgCancellationDialog
{
  RgFormDialog parent_instance;

  AdwComboRow *reason;
  GtkWidget *other;
  GtkWidget *consequence;
};

G_DEFINE_FINAL_TYPE (RgCancellationDialog, rg_cancellation_dialog, RG_TYPE_FORM_DIALOG)

static gboolean
check (RgRecord *draft, const char *column, RgDesk *desk, GError **error)
{
  if (g_str_equal (column, "day") && RG_CANCELLATION (draft)->day == 0)
    {
      rg_error_set_invalid (error, column, _ ("When does the customer end?"));
      return FALSE;
    }
  return !g_str_equal (column, "other_reason") || rg_cancellation_check (RG_CANCELLATION (draft), error);
}

static void
on_reason_changed (RgCancellationDialog *self)
{
  gtk_widget_set_visible (self->other, adw_combo_row_get_selected (self->reason) == RG_CANCELLATION_REASON_OTHER);
}

static RgAct *
make_act (RgFormDialog *dialog)
{
  RgForm *form = rg_form_dialog_get_form (dialog);
  RgRecord *draft = rg_form_get_draft (form);

  return rg_record_get_id (draft) != 0 ? rg_act_new_edit (&rg_cancellation_edit, draft, rg_form_get_base (form))
                                       : rg_act_new_record (&rg_cancellation_add, draft);
}

static void
rg_cancellation_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RG_TYPE_CANCELLATION_DIALOG);

  G_OBJECT_CLASS (rg_cancellation_dialog_parent_class)->dispose (object);
}

static void
rg_cancellation_dialog_init (RgCancellationDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_cancellation_dialog_class_init (RgCancellationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_cancellation_dialog_dispose;
  RG_FORM_DIALOG_CLASS (klass)->make_act = make_act;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/regulars/Regulars/account/rg-cancellation-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RgCancellationDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, RgCancellationDialog, other);
  gtk_widget_class_bind_template_child (widget_class, RgCancellationDialog, consequence);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_changed);
}

/**
 * rg_cancellation_dialog_new:
 * @desk: the desk
 * @cancellation: a cancellation on file, or a new one that says whose it is
 *
 * Returns: (transfer floating): a dialog to edit it; the day of a new one is today
 */
AdwDialog *
rg_cancellation_dialog_new (RgDesk *desk, RgCancellation *cancellation)
{
  RgCancellationDialog *self = g_object_new (RG_TYPE_CANCELLATION_DIALOG, NULL);
  RgForm *form
    = rg_form_new (rg_form_dialog_get_content (RG_FORM_DIALOG (self)), &rg_cancellation_type, desk, check, NULL);
  gint64 id = rg_record_get_id (RG_RECORD (cancellation));

  adw_dialog_set_title (ADW_DIALOG (self), id != 0 ? _ ("Edit Cancellation") : _ ("Cancellation"));
  if (id == 0)
    g_object_set (self, "save-label", _ ("_Create Cancellation"), "short-label", _ ("_Create"), NULL);
  gtk_widget_set_visible (self->consequence, id == 0);
  if (cancellation->day == 0)
    cancellation->day = rg_desk_get_today (desk);
  rg_form_dialog_begin (RG_FORM_DIALOG (self), form, desk, RG_RECORD (cancellation), &rg_cancellation_add,
                        &rg_cancellation_edit);
  return ADW_DIALOG (self);
}
