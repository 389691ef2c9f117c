/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-customer-profile.h"
#include "rg-ledger-entry.h"

G_BEGIN_DECLS

#define RG_TYPE_LEDGER_ROW (rg_ledger_row_get_type ())
G_DECLARE_FINAL_TYPE (RgLedgerRow, rg_ledger_row, RG, LEDGER_ROW, GtkListBoxRow)

GtkWidget *rg_ledger_row_new (RgCustomerProfile *profile, RgLedgerEntry *entry);

G_END_DECLS
