/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-desk.h"

G_BEGIN_DECLS

#define RG_TYPE_COLLEAGUE_ROW (rg_colleague_row_get_type ())
G_DECLARE_FINAL_TYPE (RgColleagueRow, rg_colleague_row, RG, COLLEAGUE_ROW, AdwActionRow)

GtkWidget *rg_colleague_row_new (RgDesk *desk, RgStaff *staff);
RgStaff *rg_colleague_row_get_staff (RgColleagueRow *self);

GListModel *rg_colleagues_new (RgDesk *desk, gboolean left);

G_END_DECLS
