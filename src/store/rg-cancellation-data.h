/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer.h"
#include "rg-db.h"

G_BEGIN_DECLS

gboolean
rg_cancellation_find_spell (RgDb *db, gint64 customer_id, gint64 *since, RgCustomerStatus *before, GError **error);
gboolean rg_cancellation_count_since (RgDb *db, gint64 customer_id, gint64 since, gint64 *n, GError **error);

G_END_DECLS
