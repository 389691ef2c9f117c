/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-db-records.h"
#include "rg-recurring-item.h"

G_BEGIN_DECLS

/* What is asked of recurring items. */

GPtrArray *rg_recurring_read (RgDb *db, gint64 customer_id, gint64 product_id, GError **error);
RgRecurringItem *rg_recurring_find (RgDb *db, gint64 customer_id, gint64 product_id, GError **error);
gboolean rg_recurring_last_day (RgDb *db, gint64 customer_id, gint64 product_id, RgDay *day, GError **error);

G_END_DECLS
