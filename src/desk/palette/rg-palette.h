/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-window.h"

G_BEGIN_DECLS

#define RG_TYPE_PALETTE (rg_palette_get_type ())
G_DECLARE_FINAL_TYPE (RgPalette, rg_palette, RG, PALETTE, AdwDialog)

AdwDialog *rg_palette_new (RgWindow *window);

G_END_DECLS
