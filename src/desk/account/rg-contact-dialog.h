/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-contact.h"
#include "rg-form-dialog.h"

G_BEGIN_DECLS

#define RG_TYPE_CONTACT_DIALOG (rg_contact_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RgContactDialog, rg_contact_dialog, RG, CONTACT_DIALOG, RgFormDialog)

AdwDialog *rg_contact_dialog_new (RgDesk *desk, RgContact *contact);

G_END_DECLS
