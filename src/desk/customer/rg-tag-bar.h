/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer-view.h"

G_BEGIN_DECLS

#define RG_TYPE_TAG_BAR (rg_tag_bar_get_type ())
G_DECLARE_FINAL_TYPE (RgTagBar, rg_tag_bar, RG, TAG_BAR, RgCustomerView)

G_END_DECLS
