/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer-filter.h"
#include "rg-customer.h"
#include "rg-db-records.h"
#include "rg-search-index.h"

G_BEGIN_DECLS

/* The lists of customers, and what a search finds. */

GPtrArray *rg_search_page (RgDb *db, RgCustomerFilter *filter, gint64 after, guint offset, guint limit, GError **error);
GPtrArray *
rg_search_first_page (RgDb *db, RgCustomerFilter *filter, guint n_rows, guint limit, guint *count, GError **error);
gboolean rg_search_count (RgDb *db, RgCustomerFilter *filter, guint limit, guint *count, GError **error);
gboolean
rg_search_belongs (RgDb *db, RgCustomerFilter *filter, RgCustomer *customer, gboolean *belongs, GError **error);
char **rg_search_near_words (RgDb *db, const char *text, GError **error);
GPtrArray *rg_search_explain (RgDb *db, GPtrArray *customers, const char *text);

G_END_DECLS
