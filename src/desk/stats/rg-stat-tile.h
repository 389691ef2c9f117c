/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rg-figure-words.h"

G_BEGIN_DECLS

#define RG_TYPE_STAT_TILE (rg_stat_tile_get_type ())
G_DECLARE_FINAL_TYPE (RgStatTile, rg_stat_tile, RG, STAT_TILE, GtkButton)

void rg_stat_tile_set (RgStatTile *self, const char *value, const char *words, RgFigureState state);

G_END_DECLS
