/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-db-records.h"

G_BEGIN_DECLS

/* What operations on the ledger have to know first. */

gboolean rg_ledger_read_balance (RgDb *db, gint64 customer_id, const char *currency, gint64 *balance, GError **error);
GHashTable *rg_ledger_read_order_numbers (RgDb *db, gint64 customer_id, GError **error);
gboolean rg_ledger_read_refunded (RgDb *db, gint64 customer_id, gint64 order_id, gint64 *refunded, GError **error);
gboolean rg_ledger_read_unsigned_credit (
  RgDb *db, gint64 customer_id, const char *currency, gint64 since, gint64 *given, GError **error);

G_END_DECLS
