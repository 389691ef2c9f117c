/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer-filter.h"
#include "rg-db.h"

G_BEGIN_DECLS

char *rg_search_make_match (RgDb *db, RgCustomerFilter *filter);

G_END_DECLS
