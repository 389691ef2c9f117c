/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-db-records.h"
#include "rg-order.h"

G_BEGIN_DECLS

/* What operations on the Future Cart have to know first. */

RgOrder *rg_cart_find_open_order (RgDb *db, gint64 customer_id, GError **error);
gboolean rg_cart_count_pending (RgDb *db, gint64 customer_id, gint64 *count, GError **error);

G_END_DECLS
