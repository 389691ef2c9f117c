/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer-filter.h"
#include "rg-customer.h"
#include "rg-db-records.h"

G_BEGIN_DECLS

/* The search index and the lists of customers. */

gboolean   rg_search_refresh (RgDb    *db,
                              gint64   customer_id,
                              gint64   active_at,
                              GError **error);
gboolean   rg_search_remove (RgDb    *db,
                             gint64   customer_id,
                             GError **error);
gboolean   rg_search_rebuild (RgDb    *db,
                              GError **error);
gboolean   rg_search_find_missing (RgDb       *db,
                                   RgCustomer *customer,
                                   char      **word,
                                   GError    **error);

GPtrArray *rg_search_page (RgDb             *db,
                           RgCustomerFilter *filter,
                           gint64            before,
                           guint             offset,
                           guint             limit,
                           GError          **error);
gboolean   rg_search_count (RgDb             *db,
                            RgCustomerFilter *filter,
                            guint             limit,
                            guint            *count,
                            GError          **error);
char     **rg_search_near_words (RgDb       *db,
                                 const char *text,
                                 GError    **error);
char      *rg_search_explain (RgCustomer *customer,
                              const char *text);

G_END_DECLS
