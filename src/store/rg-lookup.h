/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer.h"
#include "rg-db-records.h"
#include "rg-order.h"
#include "rg-product.h"

G_BEGIN_DECLS

/* Records by what people call them. */

RgCustomer *rg_lookup_customer (RgDb *db, gint64 number, GError **error);
RgOrder *rg_lookup_order (RgDb *db, gint64 number, GError **error);
RgProduct *rg_lookup_product (RgDb *db, const char *number, GError **error);

G_END_DECLS
