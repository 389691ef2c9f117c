/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-contact-dialog.h"

#include <glib/gi18n-lib.h>

#include "rg-contact-operations.h"

/* A further person to speak to about a customer. */

struct _RgContactDialog
{
  RgFormDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (RgContactDialog, rg_contact_dialog, RG_TYPE_FORM_DIALOG)

static gboolean
check (RgRecord *draft, const char *column, RgDesk *desk, GError **error)
{
  return rg_contact_check_field (RG_CONTACT (draft), column, error);
}

static gboolean
is_required (RgRecord *draft, const char *column)
{
  return g_str_equal (column, "name");
}

static RgAct *
make_act (RgFormDialog *dialog)
{
  RgForm *form = rg_form_dialog_get_form (dialog);
  RgRecord *draft = rg_form_get_draft (form);

  return rg_record_get_id (draft) != 0 ? rg_act_new_edit (&rg_contact_edit, draft, rg_form_get_base (form))
                                       : rg_act_new_record (&rg_contact_add, draft);
}

static void
rg_contact_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RG_TYPE_CONTACT_DIALOG);

  G_OBJECT_CLASS (rg_contact_dialog_parent_class)->dispose (object);
}

static void
rg_contact_dialog_init (RgContactDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_contact_dialog_class_init (RgContactDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rg_contact_dialog_dispose;
  RG_FORM_DIALOG_CLASS (klass)->make_act = make_act;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/app/regulars/Regulars/account/rg-contact-dialog.ui");
}

/**
 * rg_contact_dialog_new:
 * @desk: the desk
 * @contact: a contact on file, or a new one that says whose it is
 *
 * Returns: (transfer floating): a dialog to edit it
 */
AdwDialog *
rg_contact_dialog_new (RgDesk *desk, RgContact *contact)
{
  RgContactDialog *self = g_object_new (RG_TYPE_CONTACT_DIALOG, NULL);
  RgForm *form
    = rg_form_new (rg_form_dialog_get_content (RG_FORM_DIALOG (self)), &rg_contact_type, desk, check, is_required);

  adw_dialog_set_title (ADW_DIALOG (self),
                        rg_record_get_id (RG_RECORD (contact)) != 0 ? _ ("Edit Contact") : _ ("Add Contact"));
  rg_form_dialog_begin (RG_FORM_DIALOG (self), form, desk, RG_RECORD (contact), &rg_contact_add, &rg_contact_edit);
  return ADW_DIALOG (self);
}
