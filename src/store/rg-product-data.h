/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-db-records.h"
#include "rg-product.h"

G_BEGIN_DECLS

/* Questions about what is sold. */

GPtrArray *rg_products_search (RgDb *db, const char *text, gboolean retired, guint offset, guint limit, GError **error);
RgProduct *rg_product_find_exact (RgDb *db, const char *text, GError **error);
RgProduct *rg_product_find_other (RgDb *db, const char *column, const char *value, gint64 not_id, GError **error);

G_END_DECLS
