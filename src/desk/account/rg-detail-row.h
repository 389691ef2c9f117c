/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-desk.h"

G_BEGIN_DECLS

#define RG_TYPE_DETAIL_ROW (rg_detail_row_get_type ())
G_DECLARE_FINAL_TYPE (RgDetailRow, rg_detail_row, RG, DETAIL_ROW, AdwActionRow)

GtkWidget *rg_detail_row_new (RgDesk *desk, RgRecord *record);
RgRecord *rg_detail_row_get_record (RgDetailRow *self);

G_END_DECLS
