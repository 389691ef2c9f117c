/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer.h"
#include "rg-db-records.h"
#include "rg-search-rebuild.h"
#include "rg-search-words.h"

G_BEGIN_DECLS

/* What makes customers findable: the search index and the derived columns of customers. */

gboolean rg_search_refresh (RgDb *db, gint64 customer_id, gint64 active_at, gboolean words, GError **error);
gboolean
rg_search_insert_new (RgDb *db, RgCustomer *customer, gboolean tagged, GHashTable *known_words, GError **error);
gboolean rg_search_derive (RgDb *db, RgCustomer *customer, gboolean state, GError **error);
gboolean rg_search_settle (RgDb *db, gboolean *more, GError **error);
gboolean rg_search_remove (RgDb *db, gint64 customer_id, GError **error);
gboolean rg_search_begin_filling (RgDb *db, GError **error);
gboolean rg_search_end_filling (RgDb *db, gboolean whole, GError **error);

G_END_DECLS
