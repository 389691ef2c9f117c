/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer-view.h"

G_BEGIN_DECLS

#define RG_TYPE_STATS_VIEW (rg_stats_view_get_type ())
G_DECLARE_FINAL_TYPE (RgStatsView, rg_stats_view, RG, STATS_VIEW, RgCustomerView)

G_END_DECLS
