/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-customer-profile.h"
#include "rg-recurring-item.h"

G_BEGIN_DECLS

#define RG_TYPE_RECURRING_ROW (rg_recurring_row_get_type ())
G_DECLARE_FINAL_TYPE (RgRecurringRow, rg_recurring_row, RG, RECURRING_ROW, AdwActionRow)

GtkWidget *rg_recurring_row_new (RgCustomerProfile *profile, RgRecurringItem *item);
void rg_recurring_row_update (RgRecurringRow *self);
void rg_recurring_row_open_product (RgRecurringRow *self);

G_END_DECLS
