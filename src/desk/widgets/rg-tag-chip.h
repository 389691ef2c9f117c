/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RG_TYPE_TAG_CHIP (rg_tag_chip_get_type ())
G_DECLARE_FINAL_TYPE (RgTagChip, rg_tag_chip, RG, TAG_CHIP, AdwBin)

RgTagChip *rg_tag_chip_new (gint64 tag_id);
gint64 rg_tag_chip_get_tag_id (RgTagChip *self);
void rg_tag_chip_set_name (RgTagChip *self, const char *name);

G_END_DECLS
