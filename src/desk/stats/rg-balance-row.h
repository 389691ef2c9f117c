/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-figures-data.h"

G_BEGIN_DECLS

#define RG_TYPE_BALANCE_ROW (rg_balance_row_get_type ())
G_DECLARE_FINAL_TYPE (RgBalanceRow, rg_balance_row, RG, BALANCE_ROW, AdwActionRow)

GtkWidget *rg_balance_row_new (RgFigures *figures);
RgFigures *rg_balance_row_get_figures (RgBalanceRow *self);

G_END_DECLS
