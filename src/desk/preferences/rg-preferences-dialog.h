/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-desk.h"

G_BEGIN_DECLS

#define RG_TYPE_PREFERENCES_DIALOG (rg_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RgPreferencesDialog, rg_preferences_dialog, RG, PREFERENCES_DIALOG, AdwPreferencesDialog)

AdwDialog *rg_preferences_dialog_new (RgDesk *desk);

G_END_DECLS
