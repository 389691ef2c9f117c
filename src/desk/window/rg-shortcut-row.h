/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row of the dialog of shortcuts: what is done, and the keys for it. */

#define RG_TYPE_SHORTCUT_ROW (rg_shortcut_row_get_type ())
G_DECLARE_FINAL_TYPE (RgShortcutRow, rg_shortcut_row, RG, SHORTCUT_ROW, AdwActionRow)

G_END_DECLS
