/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-desk.h"

G_BEGIN_DECLS

/* The row of one setting of the business, made from what rg-settings.h says about it: it shows the value on
 * file, and changes it when the person leaves the field. */

GtkWidget *rg_setting_row_new (RgDesk *desk, RgSettingId id);

/* For the rows: performs "setting.change" and tells @row's owner what was wrong. */
typedef void (*RgSettingRefused) (GtkWidget *row, const GError *error);
void rg_setting_row_change (
  GtkWidget *row, RgDesk *desk, RgSettingId id, const char *base, const char *value, RgSettingRefused refused);

#define RG_TYPE_SETTING_TEXT_ROW (rg_setting_text_row_get_type ())
G_DECLARE_FINAL_TYPE (RgSettingTextRow, rg_setting_text_row, RG, SETTING_TEXT_ROW, AdwActionRow)

GtkWidget *rg_setting_text_row_new (RgDesk *desk, RgSettingId id);

G_END_DECLS
