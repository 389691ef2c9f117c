/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-customer-row.h"

G_BEGIN_DECLS

#define RG_TYPE_CUSTOMER_LIST_ROW (rg_customer_list_row_get_type ())
G_DECLARE_FINAL_TYPE (RgCustomerListRow, rg_customer_list_row, RG, CUSTOMER_LIST_ROW, GtkWidget)

void rg_customer_list_row_popup_menu (RgCustomerListRow *self);

G_END_DECLS
