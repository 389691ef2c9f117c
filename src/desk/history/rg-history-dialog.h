/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-history.h"

G_BEGIN_DECLS

#define RG_TYPE_HISTORY_ROW (rg_history_row_get_type ())
G_DECLARE_FINAL_TYPE (RgHistoryRow, rg_history_row, RG, HISTORY_ROW, AdwExpanderRow)

GtkWidget *rg_history_row_new (RgDesk *desk, RgHistoryItem *item);

#define RG_TYPE_HISTORY_DIALOG (rg_history_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RgHistoryDialog, rg_history_dialog, RG, HISTORY_DIALOG, AdwDialog)

AdwDialog *rg_history_dialog_new (RgDesk *desk, gint64 customer_id, const char *name);

G_END_DECLS
