/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-form.h"

G_BEGIN_DECLS

#define RG_TYPE_SAME_HINT (rg_same_hint_get_type ())
G_DECLARE_FINAL_TYPE (RgSameHint, rg_same_hint, RG, SAME_HINT, AdwBin)

void rg_same_hint_watch (RgSameHint *self, RgForm *form, RgDesk *desk);

G_END_DECLS
