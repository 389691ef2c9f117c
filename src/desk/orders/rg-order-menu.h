/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-order.h"

G_BEGIN_DECLS

#define RG_TYPE_ORDER_MENU (rg_order_menu_get_type ())
G_DECLARE_FINAL_TYPE (RgOrderMenu, rg_order_menu, RG, ORDER_MENU, AdwBin)

void rg_order_menu_serve (GtkWidget *view);

G_END_DECLS
