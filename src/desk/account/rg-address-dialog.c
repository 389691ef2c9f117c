/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-address-dialog.h"

#include <glib/gi18n-lib.h>

#include "rg-address-operations.h"
#include "rg-future.h"
#include "rg-note.h"

/* One address of a customer. When somebody moves, fields, check, saving and the note are one flow here. */

struct _RgAddressDialog
{
  RgFormDialog parent_instance;

  gboolean verified; /* as typed now */
  guint serial;      /* of the newest change */

  GtkLabel *verdict;
  AdwSwitchRow *moved;
};

G_DEFINE_FINAL_TYPE (RgAddressDialog, rg_address_dialog, RG_TYPE_FORM_DIALOG)

static const char *const place_columns[] = { "street", "street2", "city", "state", "postcode", "country", NULL };

static gboolean
check (RgRecord *draft, const char *column, RgDesk *desk, GError **error)
{
  return rg_address_check_field (RG_ADDRESS (draft), column, error);
}

static gboolean
is_required (RgRecord *draft, const char *column)
{
  g_autoptr (RgAddress) empty = g_object_new (RG_TYPE_ADDRESS, "country", RG_ADDRESS (draft)->country, NULL);

  return !rg_address_check_field (empty, column, NULL);
}

static void
show_verdict (RgAddressDialog *self, const char *text, const char *style)
{
  const char *const styles[] = { "caption", style, NULL };

  gtk_label_set_label (self->verdict, text);
  gtk_widget_set_css_classes (GTK_WIDGET (self->verdict), (const char **) styles);
}

static DexFuture *
verify_fiber (gpointer data, gpointer unused)
{
  RgAddressDialog *self = data;
  RgForm *form = rg_form_dialog_get_form (RG_FORM_DIALOG (self));
  g_autoptr (RgAct) act = rg_act_new_record (&rg_address_verify, rg_form_get_draft (form));
  guint serial = self->serial;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  dex_await (rg_desk_why_not (rg_form_dialog_get_desk (RG_FORM_DIALOG (self)), act), &error);
  if (self->verdict == NULL || serial != self->serial)
    return NULL;
  if (error != NULL)
    {
      show_verdict (self, error->message, "error");
      return NULL;
    }
  self->verified = !rg_reasons_prevent (act->reasons, TRUE);
  if (act->reasons->len == 0)
    {
      show_verdict (self, _ ("Complete, and the ZIP code fits."), "success");
      return NULL;
    }
  text = rg_reasons_dup_text (act->reasons);
  show_verdict (self, text, self->verified ? "warning" : "error");
  if (!self->verified)
    rg_form_check (form);
  return NULL;
}

static void
on_verify_clicked (RgAddressDialog *self)
{
  rg_future_enter (self, verify_fiber, NULL, NULL);
}

static gboolean
is_place_changed (RgForm *form)
{
  for (guint i = 0; place_columns[i] != NULL; i++)
    if (rg_form_is_field_changed (form, place_columns[i]))
      return TRUE;
  return FALSE;
}

/* Another place is not verified yet, and somebody who had one has moved. What else is said of it changes neither. */
static void
on_draft_notify (RgAddressDialog *self, GParamSpec *pspec)
{
  RgForm *form = rg_form_dialog_get_form (RG_FORM_DIALOG (self));
  gboolean moved = rg_record_get_id (rg_form_get_base (form)) != 0 && is_place_changed (form);

  if (!g_strv_contains (place_columns, pspec->name))
    return;
  self->serial++;
  if (self->verified || moved)
    show_verdict (self, _ ("Not verified yet."), "dim-label");
  self->verified = FALSE;
  if (moved != gtk_widget_get_sensitive (GTK_WIDGET (self->moved)))
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self->moved), moved);
      adw_switch_row_set_active (self->moved, moved);
    }
}

static RgAct *
make_act (RgFormDialog *dialog)
{
  RgAddressDialog *self = RG_ADDRESS_DIALOG (dialog);
  RgForm *form = rg_form_dialog_get_form (dialog);
  RgRecord *draft = rg_form_get_draft (form);
  RgAct *act = rg_record_get_id (draft) != 0 ? rg_act_new_edit (&rg_address_edit, draft, rg_form_get_base (form))
                                             : rg_act_new_record (&rg_address_add, draft);

  act->flag = self->verified;
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->moved)) && adw_switch_row_get_active (self->moved))
    rg_act_add_record (act, g_object_new (RG_TYPE_NOTE, "kind", RG_NOTE_KIND_ACTIVITY, "customer-id", act->customer_id,
                                          "text", _ ("Customer moved to new address"), NULL));
  return act;
}

static void
rg_address_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RG_TYPE_ADDRESS_DIALOG);

  G_OBJECT_CLASS (rg_address_dialog_parent_class)->dispose (object);
}

static void
rg_address_dialog_init (RgAddressDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_address_dialog_class_init (RgAddressDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_address_dialog_dispose;
  RG_FORM_DIALOG_CLASS (klass)->make_act = make_act;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/account/rg-address-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RgAddressDialog, verdict);
  gtk_widget_class_bind_template_child (widget_class, RgAddressDialog, moved);
  gtk_widget_class_bind_template_callback (widget_class, on_verify_clicked);
}

/**
 * rg_address_dialog_new:
 * @desk: the desk
 * @address: an address on file, or a new one that says whose it is
 *
 * Returns: (transfer floating): a dialog to edit it
 */
AdwDialog *
rg_address_dialog_new (RgDesk *desk, RgAddress *address)
{
  RgAddressDialog *self = g_object_new (RG_TYPE_ADDRESS_DIALOG, NULL);
  RgForm *form
    = rg_form_new (rg_form_dialog_get_content (RG_FORM_DIALOG (self)), &rg_address_type, desk, check, is_required);

  adw_dialog_set_title (ADW_DIALOG (self),
                        rg_record_get_id (RG_RECORD (address)) != 0 ? _ ("Edit Address") : _ ("Add Address"));
  if (address->verified_at != 0)
    show_verdict (self, _ ("Verified."), "success");
  rg_form_dialog_begin (RG_FORM_DIALOG (self), form, desk, RG_RECORD (address), &rg_address_add, &rg_address_edit);
  /* Where it is comes first to mind; what stands above it may stay as it is. */
  adw_dialog_set_focus (ADW_DIALOG (self), rg_form_get_widget (form, "street"));
  g_signal_connect_object (rg_form_get_draft (form), "notify", G_CALLBACK (on_draft_notify), self, G_CONNECT_SWAPPED);
  return ADW_DIALOG (self);
}
