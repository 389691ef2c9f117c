/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-import.h"

G_BEGIN_DECLS

#define RG_TYPE_MAPPING_ROW (rg_mapping_row_get_type ())
G_DECLARE_FINAL_TYPE (RgMappingRow, rg_mapping_row, RG, MAPPING_ROW, AdwComboRow)

GtkWidget *rg_mapping_row_new (RgImport *import, guint column, GListModel *fields);
guint rg_mapping_row_get_column (RgMappingRow *self);
void rg_mapping_row_refresh (RgMappingRow *self);

G_END_DECLS
