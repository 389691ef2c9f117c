/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-customer-tag.h"

G_BEGIN_DECLS

#define RG_TYPE_TAG_CHIP (rg_tag_chip_get_type ())
G_DECLARE_FINAL_TYPE (RgTagChip, rg_tag_chip, RG, TAG_CHIP, AdwBin)

GtkWidget *rg_tag_chip_new (RgCustomerTag *tag, const char *name);

G_END_DECLS
