/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer.h"
#include "rg-db-records.h"

G_BEGIN_DECLS

/**
 * RgFacet:
 *
 * What lists filter by, besides tags: an enumeration of the customer each, or a yes.
 */
typedef enum
{
  RG_FACET_STATUS,
  RG_FACET_TYPE,
  RG_FACET_USER_TYPE,
  RG_FACET_ACCOUNT_TYPE,
  RG_FACET_SEGMENT,
  RG_FACET_REASON,
  RG_FACET_OWES,
  RG_FACET_INCOMPLETE,
} RgFacet;

/* The index has prefixes of words up to this length, see 001.sql … */
#define RG_SEARCH_PREFIX 7

/* … and of words of text, up to this length, as words of their own. */
#define RG_SEARCH_LONG_PREFIX 10

void rg_search_add_facet (GString *words, RgFacet facet, guint value);
void rg_search_add_tag (GString *words, gint64 tag_id);
char *rg_search_dup_words (RgDb *db, RgCustomer *customer, GError **error);
gboolean rg_search_keep_names (RgDb *db, RgCustomer *customer, GHashTable *known, GError **error);
GBytes *rg_search_make_sort_key (RgCustomer *customer);
char *rg_search_dup_version (void);

G_END_DECLS
