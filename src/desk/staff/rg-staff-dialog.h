/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-desk.h"

G_BEGIN_DECLS

#define RG_TYPE_STAFF_DIALOG (rg_staff_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RgStaffDialog, rg_staff_dialog, RG, STAFF_DIALOG, AdwDialog)

AdwDialog *rg_staff_dialog_new (RgDesk *desk);

G_END_DECLS
