/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-act.h"

G_BEGIN_DECLS

/* record: an RgSetting with its name and new value; base: as it was shown */
extern const RgOperation rg_setting_change;
extern const RgOperation rg_business_set_up; /* records: RgSettings of a new business, in one go */

G_END_DECLS
