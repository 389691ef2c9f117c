/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-customer-profile.h"

G_BEGIN_DECLS

#define RG_TYPE_PAYMENT_DIALOG (rg_payment_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RgPaymentDialog, rg_payment_dialog, RG, PAYMENT_DIALOG, AdwDialog)

void rg_payment_dialog_present (GtkWidget *parent, RgCustomerProfile *profile);

G_END_DECLS
