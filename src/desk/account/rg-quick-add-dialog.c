/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-quick-add-dialog.h"

#include "rg-customer-check.h"
#include "rg-customer-operations.h"
#include "rg-same-hint.h"

/* A customer in a hurry: a name and how to reach them. */

struct _RgQuickAddDialog
{
  RgFormDialog parent_instance;

  RgSameHint *same;
};

G_DEFINE_FINAL_TYPE (RgQuickAddDialog, rg_quick_add_dialog, RG_TYPE_FORM_DIALOG)

static gboolean
check (RgRecord *draft, const char *column, RgDesk *desk, GError **error)
{
  return rg_customer_check_field (RG_CUSTOMER (draft), column, rg_desk_get_today (desk), error);
}

static RgAct *
make_act (RgFormDialog *dialog)
{
  return rg_act_new_record (&rg_customer_quick_add, rg_form_get_draft (rg_form_dialog_get_form (dialog)));
}

static void
saved (RgFormDialog *dialog, RgAct *act)
{
  gtk_widget_activate_action (GTK_WIDGET (dialog), "win.open-customer", "x", act->customer_id);
}

static void
rg_quick_add_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RG_TYPE_QUICK_ADD_DIALOG);

  G_OBJECT_CLASS (rg_quick_add_dialog_parent_class)->dispose (object);
}

static void
rg_quick_add_dialog_init (RgQuickAddDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_quick_add_dialog_class_init (RgQuickAddDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_quick_add_dialog_dispose;
  RG_FORM_DIALOG_CLASS (klass)->make_act = make_act;
  RG_FORM_DIALOG_CLASS (klass)->saved = saved;

  g_type_ensure (RG_TYPE_SAME_HINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/account/rg-quick-add-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RgQuickAddDialog, same);
}

/**
 * rg_quick_add_dialog_new:
 * @desk: the desk
 *
 * Returns: (transfer floating): a dialog that adds a customer and opens them
 */
AdwDialog *
rg_quick_add_dialog_new (RgDesk *desk)
{
  RgQuickAddDialog *self = g_object_new (RG_TYPE_QUICK_ADD_DIALOG, NULL);
  RgForm *form = rg_form_new (rg_form_dialog_get_content (RG_FORM_DIALOG (self)), &rg_customer_type, desk, check, NULL);
  g_autoptr (RgCustomer) customer = g_object_new (RG_TYPE_CUSTOMER, "incomplete", TRUE, NULL);

  rg_form_dialog_set_form (RG_FORM_DIALOG (self), form, desk, &rg_customer_quick_add);
  rg_form_begin (form, RG_RECORD (customer));
  rg_same_hint_watch (self->same, form, desk);
  rg_form_keep (form, "quick-add");
  return ADW_DIALOG (self);
}
