/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-form-dialog.h"

G_BEGIN_DECLS

#define RG_TYPE_CUSTOMER_WIZARD (rg_customer_wizard_get_type ())
G_DECLARE_FINAL_TYPE (RgCustomerWizard, rg_customer_wizard, RG, CUSTOMER_WIZARD, RgFormDialog)

AdwDialog *rg_customer_wizard_new (RgDesk *desk);
void rg_customer_wizard_edit (GtkWidget *parent, RgDesk *desk, gint64 customer_id);

G_END_DECLS
