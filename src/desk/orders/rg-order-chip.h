/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-order.h"

G_BEGIN_DECLS

#define RG_TYPE_ORDER_CHIP (rg_order_chip_get_type ())
G_DECLARE_FINAL_TYPE (RgOrderChip, rg_order_chip, RG, ORDER_CHIP, AdwBin)

G_END_DECLS
