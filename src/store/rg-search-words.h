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

/* The index has prefixes of words from two letters up to this length, see 001.sql … */
#define RG_SEARCH_PREFIX 7

/* … and their first letters and, of words of text, longer ones up to this length as words of their own. */
#define RG_SEARCH_LONG_PREFIX 13

/* What the words, though not the facets, of customers begin with who are not active: U+F8F1, which nobody types. */
#define RG_SEARCH_INACTIVE "\xef\xa3\xb1"

void rg_search_add_facet (GString *words, RgFacet facet, guint value);
void rg_search_add_tag (GString *words, gint64 tag_id);
gboolean rg_search_has_long_beginnings (const char *word);
char *rg_search_dup_words (RgDb *db, RgCustomer *customer, GError **error);
gboolean rg_search_keep_names (RgDb *db, RgCustomer *customer, GHashTable *known, GError **error);
GBytes *rg_search_make_sort_key (RgCustomer *customer);
char *rg_search_dup_version (void);

G_END_DECLS
