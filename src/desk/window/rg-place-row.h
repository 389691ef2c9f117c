/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-places.h"

G_BEGIN_DECLS

#define RG_TYPE_PLACE_ROW (rg_place_row_get_type ())
G_DECLARE_FINAL_TYPE (RgPlaceRow, rg_place_row, RG, PLACE_ROW, GtkListBoxRow)

GtkWidget *rg_place_row_new (RgPlace *place);
RgPlace *rg_place_row_get_place (RgPlaceRow *self);

G_END_DECLS
