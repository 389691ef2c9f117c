/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-customer-profile.h"

G_BEGIN_DECLS

#define RG_TYPE_LEDGER_DIALOG (rg_ledger_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RgLedgerDialog, rg_ledger_dialog, RG, LEDGER_DIALOG, AdwDialog)

void
rg_ledger_dialog_present (GtkWidget *parent, RgCustomerProfile *profile, const RgOperation *operation, gint64 order_id);

G_END_DECLS
