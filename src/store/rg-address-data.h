/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-address.h"
#include "rg-db-records.h"

G_BEGIN_DECLS

/* What is asked of the addresses on file. */

char *rg_address_dup_usual_city (RgDb *db, const char *country, const char *postcode, gint64 except, GError **error);
GPtrArray *rg_address_orders (RgDb *db, gint64 address_id, GError **error);
RgAddress *rg_address_primary (RgDb *db, gint64 customer_id, gint64 except, GError **error);
RgAddress *rg_address_newest (RgDb *db, gint64 customer_id, gint64 except, GError **error);
RgAddress *rg_address_for_delivery (RgDb *db, gint64 customer_id, GError **error);

G_END_DECLS
