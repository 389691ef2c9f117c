/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-desk.h"
#include "rg-product.h"
#include "rg-recurring-item.h"

G_BEGIN_DECLS

#define RG_TYPE_RECURRING_DIALOG (rg_recurring_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RgRecurringDialog, rg_recurring_dialog, RG, RECURRING_DIALOG, AdwDialog)

void rg_recurring_dialog_present (GtkWidget *parent, RgDesk *desk, RgRecurringItem *item, RgProduct *product);

G_END_DECLS
