/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-desk.h"

G_BEGIN_DECLS

#define RG_TYPE_CART_ADD_DIALOG (rg_cart_add_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RgCartAddDialog, rg_cart_add_dialog, RG, CART_ADD_DIALOG, AdwDialog)

void rg_cart_add_dialog_present (GtkWidget *parent, RgDesk *desk, gint64 customer_id);

G_END_DECLS
