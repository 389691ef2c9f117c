/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-preferences-dialog.h"

#include <glib/gi18n-lib.h>

#include "rg-desktop-page.h"
#include "rg-report.h"
#include "rg-secret-group.h"
#include "rg-setting-row.h"

/* The settings of the business, a row each from the table in rg-settings.c, and the credentials for the world
 * outside. */

struct _RgPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  AdwPreferencesGroup *refusal;
  AdwPreferencesGroup *about_group;
  AdwPreferencesGroup *orders_group;
  AdwPreferencesGroup *customers_group;
  AdwPreferencesPage *integrations;
  AdwPreferencesGroup *integrations_refusal;
};

G_DEFINE_FINAL_TYPE (RgPreferencesDialog, rg_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static const struct
{
  const char *purpose;
  const char *title;
  const char *description;
} secrets[] = {
  { "gateway-key", N_ ("Gateway Key"), N_ ("Lets Regulars speak to the payment gateway.") },
  { "mail-password", N_ ("Mail Password"), N_ ("Lets Regulars send what is in the outbox.") },
};

static AdwPreferencesGroup *
get_group (RgPreferencesDialog *self, RgSettingId id)
{
  switch (id)
    {
    case RG_SETTING_CREDIT_LIMIT:
    case RG_SETTING_DELIVERY_FEE:
    case RG_SETTING_PENDING_HIGH:
    case RG_SETTING_PICKUP:
    case RG_SETTING_SAME_WEEK_BLOCK:
    case RG_SETTING_PAYMENT_SCORE:
      return self->orders_group;
    case RG_SETTING_LANGUAGE:
    case RG_SETTING_EMAIL_LOCKED:
      return self->customers_group;
    default:
      return self->about_group;
    }
}

static void
fill_business (RgPreferencesDialog *self, RgDesk *desk)
{
  g_autofree char *why_not = rg_desk_dup_why_not (desk, &rg_setting_change);

  for (guint id = 0; id < RG_N_SETTINGS; id++)
    if (rg_setting_get_info (id)->meaning != NULL)
      {
        GtkWidget *row = rg_setting_row_new (desk, id);

        if (why_not != NULL)
          rg_widget_set_why_not (row, NULL, why_not);
        adw_preferences_group_add (get_group (self, id), row);
      }
  adw_preferences_group_set_description (self->refusal, why_not);
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), why_not != NULL);
}

static void
fill_integrations (RgPreferencesDialog *self, RgDesk *desk)
{
  RgRight right = { RG_AREA_INTEGRATIONS, RG_SCOPE_EDIT };

  if (!rg_desk_has_right (desk, right))
    {
      g_autofree char *reason
        = rg_desk_get_staff (desk) != NULL ? rg_right_dup_reason (right) : g_strdup (_ ("Nobody is signed in."));

      adw_preferences_group_set_description (self->integrations_refusal, reason);
      return;
    }
  adw_preferences_group_set_description (self->integrations_refusal,
                                         _ ("These are kept in your keyring, not in the file: they are in no "
                                            "backup and no export, and are never shown again."));
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    adw_preferences_page_add (
      self->integrations, ADW_PREFERENCES_GROUP (rg_secret_group_new (desk, secrets[i].purpose, _ (secrets[i].title),
                                                                      _ (secrets[i].description))));
}

static void
rg_preferences_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RG_TYPE_PREFERENCES_DIALOG);

  G_OBJECT_CLASS (rg_preferences_dialog_parent_class)->dispose (object);
}

static void
rg_preferences_dialog_init (RgPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_preferences_dialog_class_init (RgPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_preferences_dialog_dispose;
  g_type_ensure (RG_TYPE_DESKTOP_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/regulars/Regulars/preferences/rg-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RgPreferencesDialog, refusal);
  gtk_widget_class_bind_template_child (widget_class, RgPreferencesDialog, about_group);
  gtk_widget_class_bind_template_child (widget_class, RgPreferencesDialog, orders_group);
  gtk_widget_class_bind_template_child (widget_class, RgPreferencesDialog, customers_group);
  gtk_widget_class_bind_template_child (widget_class, RgPreferencesDialog, integrations);
  gtk_widget_class_bind_template_child (widget_class, RgPreferencesDialog, integrations_refusal);
}

/**
 * rg_preferences_dialog_new:
 * @desk: a desk
 *
 * Returns: (transfer floating): the preferences of the business
 */
AdwDialog *
rg_preferences_dialog_new (RgDesk *desk)
{
  RgPreferencesDialog *self = g_object_new (RG_TYPE_PREFERENCES_DIALOG, NULL);

  fill_business (self, desk);
  fill_integrations (self, desk);
  return ADW_DIALOG (self);
}
