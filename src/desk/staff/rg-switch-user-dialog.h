/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-desk.h"

G_BEGIN_DECLS

#define RG_TYPE_SWITCH_USER_DIALOG (rg_switch_user_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RgSwitchUserDialog, rg_switch_user_dialog, RG, SWITCH_USER_DIALOG, AdwDialog)

AdwDialog *rg_switch_user_dialog_new (RgDesk *desk);

G_END_DECLS
