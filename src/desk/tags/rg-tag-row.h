/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-customer-tag.h"
#include "rg-desk.h"
#include "rg-tag-data.h"

G_BEGIN_DECLS

/* A tag of the customer. */
#define RG_TYPE_TAG_ROW (rg_tag_row_get_type ())
G_DECLARE_FINAL_TYPE (RgTagRow, rg_tag_row, RG, TAG_ROW, AdwActionRow)

GtkWidget *rg_tag_row_new (RgDesk *desk, RgCustomerTag *tag, const char *name);
RgCustomerTag *rg_tag_row_get_tag (RgTagRow *self);

/* A tag to choose. */
#define RG_TYPE_TAG_USE_ROW (rg_tag_use_row_get_type ())
G_DECLARE_FINAL_TYPE (RgTagUseRow, rg_tag_use_row, RG, TAG_USE_ROW, AdwActionRow)

GtkWidget *rg_tag_use_row_new (RgTagUse *use);
RgTagUse *rg_tag_use_row_get_use (RgTagUseRow *self);

G_END_DECLS
