/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer.h"
#include "rg-db-records.h"

G_BEGIN_DECLS

/* What belongs to one customer, and who may be the same one. */

GPtrArray *rg_customer_rows (RgDb *db, const RgRecordType *type, gint64 customer_id, guint limit, GError **error);
gboolean rg_customer_count (RgDb *db, const RgRecordType *type, gint64 customer_id, gint64 *count, GError **error);

/* How many customers with the same e-mail or telephone number are told at most. */
#define RG_MAX_SAME 5

gboolean
rg_customer_has_similar (RgDb *db, RgCustomer *customer, const char *postcode, gboolean *similar, GError **error);
GPtrArray *rg_customer_find_same (RgDb *db, const char *email, const char *phone, gint64 except, GError **error);
gboolean rg_customer_next_number (RgDb *db, gint64 *number, GError **error);

G_END_DECLS
