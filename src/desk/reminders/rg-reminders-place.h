/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-place-view.h"

G_BEGIN_DECLS

#define RG_TYPE_REMINDERS_PLACE (rg_reminders_place_get_type ())
G_DECLARE_FINAL_TYPE (RgRemindersPlace, rg_reminders_place, RG, REMINDERS_PLACE, RgPlaceView)

G_END_DECLS
