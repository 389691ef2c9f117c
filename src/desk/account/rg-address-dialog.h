/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-address.h"
#include "rg-form-dialog.h"

G_BEGIN_DECLS

#define RG_TYPE_ADDRESS_DIALOG (rg_address_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RgAddressDialog, rg_address_dialog, RG, ADDRESS_DIALOG, RgFormDialog)

AdwDialog *rg_address_dialog_new (RgDesk *desk, RgAddress *address);

G_END_DECLS
