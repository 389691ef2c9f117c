/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RG_TYPE_PALETTE_ITEM (rg_palette_item_get_type ())
G_DECLARE_FINAL_TYPE (RgPaletteItem, rg_palette_item, RG, PALETTE_ITEM, GObject)

RgPaletteItem *rg_palette_item_new (const char *title,
                                    const char *subtitle,
                                    const char *icon_name,
                                    const char *shortcut,
                                    const char *why_not,
                                    const char *action,
                                    GVariant *target);
const char *rg_palette_item_get_action (RgPaletteItem *self);
GVariant *rg_palette_item_get_target (RgPaletteItem *self);
const char *rg_palette_item_get_why_not (RgPaletteItem *self);

G_END_DECLS
