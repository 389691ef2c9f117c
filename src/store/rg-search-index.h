/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer.h"
#include "rg-db-records.h"

G_BEGIN_DECLS

/* What makes customers findable: the search index and the derived columns of customers. */

typedef void (*RgSearchProgress) (double done, gpointer data);

gboolean rg_search_refresh (RgDb *db, gint64 customer_id, gint64 active_at, gboolean words, GError **error);
gboolean rg_search_insert_new (RgDb *db, RgCustomer *customer, GHashTable *known_words, GError **error);
gboolean rg_search_settle (RgDb *db, gboolean *more, GError **error);
gboolean rg_search_remove (RgDb *db, gint64 customer_id, GError **error);
gboolean rg_search_rebuild (RgDb *db, GError **error);
gboolean rg_search_find_missing (RgDb *db, RgCustomer *customer, char **word, GError **error);
gboolean rg_search_fill (RgDb *db, RgSearchProgress progress, gpointer data, GError **error);
GBytes *rg_search_make_sort_key (RgCustomer *customer);
void rg_search_add_facet (GString *words, const char *kind, const char *word);

G_END_DECLS
