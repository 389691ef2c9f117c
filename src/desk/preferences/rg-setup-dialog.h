/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-desk.h"

G_BEGIN_DECLS

#define RG_TYPE_SETUP_DIALOG (rg_setup_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RgSetupDialog, rg_setup_dialog, RG, SETUP_DIALOG, AdwDialog)

AdwDialog *rg_setup_dialog_new (RgDesk *desk);

G_END_DECLS
