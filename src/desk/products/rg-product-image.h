/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-desk.h"

G_BEGIN_DECLS

#define RG_TYPE_PRODUCT_IMAGE (rg_product_image_get_type ())
G_DECLARE_FINAL_TYPE (RgProductImage, rg_product_image, RG, PRODUCT_IMAGE, AdwBin)

DexFuture *rg_product_image_read (RgDesk *desk, gint64 product_id);
void rg_product_image_load (RgProductImage *self, RgDesk *desk, gint64 product_id);
void rg_product_image_set_bytes (RgProductImage *self, GBytes *bytes);

G_END_DECLS
