/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-address.h"
#include "rg-customer.h"
#include "rg-db-records.h"
#include "rg-order-line.h"
#include "rg-order.h"
#include "rg-product.h"

G_BEGIN_DECLS

/* What imports look for in the file. All give NULL without an error when there is none. */

RgCustomer *
rg_import_find_customer (RgDb *db, const char *external_id, gint64 number, const char *email, GError **error);
gboolean rg_import_is_nobody_on_file (RgDb *db, gboolean *nobody, GError **error);
gint64 rg_import_find_customer_id (RgDb *db, const char *external_id, gint64 number, GError **error);
RgProduct *rg_import_find_product (RgDb *db, const char *number, GError **error);
RgOrder *rg_import_find_order (RgDb *db, const char *external_id, gint64 number, GError **error);
RgOrderLine *rg_import_find_line (RgDb *db, RgOrderLine *line, GError **error);
gboolean rg_import_is_order_number (RgDb *db, gint64 number, gboolean *taken, GError **error);
RgRecord *rg_import_find_mapping (RgDb *db, const char *kind, const char *name, GError **error);
GPtrArray *rg_import_list_mappings (RgDb *db, const char *kind, GError **error);

G_END_DECLS
