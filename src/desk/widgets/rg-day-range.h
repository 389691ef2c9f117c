/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-day.h"

G_BEGIN_DECLS

#define RG_TYPE_DAY_RANGE (rg_day_range_get_type ())
G_DECLARE_FINAL_TYPE (RgDayRange, rg_day_range, RG, DAY_RANGE, AdwBin)

void rg_day_range_get (RgDayRange *self, RgDay *first, RgDay *last);
void rg_day_range_clear (RgDayRange *self);
GtkWidget *rg_day_range_get_first_entry (RgDayRange *self);

G_END_DECLS
