/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-settings.h"

G_BEGIN_DECLS

#define RG_TYPE_CHOICE (rg_choice_get_type ())
G_DECLARE_FINAL_TYPE (RgChoice, rg_choice, RG, CHOICE, GObject)

gboolean rg_choice_row_fill (AdwComboRow *row, RgSettingKind kind);
const char *rg_choice_row_get_code (AdwComboRow *row);
gboolean rg_choice_row_set_code (AdwComboRow *row, const char *code);

G_END_DECLS
