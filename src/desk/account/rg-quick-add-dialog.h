/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-form-dialog.h"

G_BEGIN_DECLS

#define RG_TYPE_QUICK_ADD_DIALOG (rg_quick_add_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RgQuickAddDialog, rg_quick_add_dialog, RG, QUICK_ADD_DIALOG, RgFormDialog)

AdwDialog *rg_quick_add_dialog_new (RgDesk *desk);

G_END_DECLS
