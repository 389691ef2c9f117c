/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer.h"
#include "rg-db-records.h"
#include "rg-search-rebuild.h"
#include "rg-search-words.h"

G_BEGIN_DECLS

/* What makes customers findable: the search index and the derived columns of customers. */

/* The highest place: enough for four million customers to be active a thousand times, and still of four bytes, which
 * keeps the tombstones of FTS5 small. */
#define RG_SEARCH_LAST_PLACE 4000000000

/**
 * RgSearchParts:
 * @RG_SEARCH_DUE: the earliest open reminder
 * @RG_SEARCH_OWES: whether something is owed
 * @RG_SEARCH_WORDS: what a customer is found by, and the place in the list; all the rest goes with it
 *
 * What is derived of a customer.
 */
typedef enum
{
  RG_SEARCH_DUE = 1 << 0,
  RG_SEARCH_OWES = 1 << 1,
  RG_SEARCH_WORDS = 1 << 2,
} RgSearchParts;

gboolean rg_search_take_places (RgDb *db, gint64 n, gint64 *first, GError **error);
gboolean
rg_search_refresh (RgDb *db, gint64 customer_id, gint64 active_at, gint64 *place, RgSearchParts parts, GError **error);
gboolean
rg_search_insert_new (RgDb *db, RgCustomer *customer, gboolean tagged, GHashTable *known_words, GError **error);
gboolean rg_search_derive (RgDb *db, RgCustomer *customer, gboolean state, GError **error);
gboolean rg_search_settle (RgDb *db, gboolean *more, GError **error);
gboolean rg_search_remove (RgDb *db, gint64 customer_id, GError **error);
gboolean rg_search_begin_filling (RgDb *db, GError **error);
gboolean rg_search_end_filling (RgDb *db, gboolean whole, GError **error);

G_END_DECLS
