/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer.h"
#include "rg-db-records.h"

G_BEGIN_DECLS

/* The whole search index: made in one go, made anew, and looked over. */

typedef void (*RgSearchProgress) (double done, gpointer data);

gboolean rg_search_fill (RgDb *db, RgSearchProgress progress, gpointer data, GError **error);
gboolean rg_search_rebuild (RgDb *db, GError **error);
gboolean rg_search_is_current (RgDb *db, gboolean *current, GError **error);
gboolean rg_search_bring_up_to_date (RgDb *db, GError **error);
gboolean rg_search_repair (RgDb *db, RgSearchProgress progress, gpointer data, GError **error);
gboolean rg_search_find_missing (RgDb *db, RgCustomer *customer, char **word, GError **error);

G_END_DECLS
