/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-wizard-rows.h"

struct _RgAddressRows
{
  AdwPreferencesGroup parent_instance;
};

G_DEFINE_FINAL_TYPE (RgAddressRows, rg_address_rows, ADW_TYPE_PREFERENCES_GROUP)

struct _RgContactRows
{
  AdwPreferencesGroup parent_instance;
};

G_DEFINE_FINAL_TYPE (RgContactRows, rg_contact_rows, ADW_TYPE_PREFERENCES_GROUP)

static void
rg_address_rows_init (RgAddressRows *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_address_rows_class_init (RgAddressRowsClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/app/regulars/Regulars/account/rg-address-rows.ui");
}

static void
rg_contact_rows_init (RgContactRows *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_contact_rows_class_init (RgContactRowsClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/app/regulars/Regulars/account/rg-contact-rows.ui");
}
