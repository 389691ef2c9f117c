/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-place-view.h"

G_BEGIN_DECLS

#define RG_TYPE_PRODUCTS_PLACE (rg_products_place_get_type ())
G_DECLARE_FINAL_TYPE (RgProductsPlace, rg_products_place, RG, PRODUCTS_PLACE, RgPlaceView)

G_END_DECLS
