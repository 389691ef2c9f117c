/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer-view.h"

G_BEGIN_DECLS

#define RG_TYPE_TAGS_VIEW (rg_tags_view_get_type ())
G_DECLARE_FINAL_TYPE (RgTagsView, rg_tags_view, RG, TAGS_VIEW, RgCustomerView)

G_END_DECLS
