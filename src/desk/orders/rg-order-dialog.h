/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-desk.h"
#include "rg-order.h"

G_BEGIN_DECLS

#define RG_TYPE_ORDER_DIALOG (rg_order_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RgOrderDialog, rg_order_dialog, RG, ORDER_DIALOG, AdwDialog)

void rg_order_dialog_present (GtkWidget *parent, RgDesk *desk, gint64 order_id);

G_END_DECLS
