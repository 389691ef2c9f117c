/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-act.h"
#include "rg-picture.h"
#include "rg-product.h"

G_BEGIN_DECLS

/* product.add and product.edit: record, an RgProduct; records, an RgPicture that becomes its image, one without data to
 * take the image away, or none to leave it. */
extern const RgOperation rg_product_add;
extern const RgOperation rg_product_edit;
extern const RgOperation rg_product_retire; /* record, an RgProduct; flag: no longer sold, or sold again */

G_END_DECLS
