/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-db-records.h"
#include "rg-tag.h"

G_BEGIN_DECLS

/* How many suggestions are worth reading. */
#define RG_TAG_SUGGESTIONS 8

#define RG_TYPE_TAG_USE (rg_tag_use_get_type ())
G_DECLARE_FINAL_TYPE (RgTagUse, rg_tag_use, RG, TAG_USE, GObject)

/* A tag and how many customers have it. */
struct _RgTagUse
{
  GObject parent_instance;

  gint64 id;
  char *name;
  gint64 n_customers;
};

RgTag *rg_tag_find (RgDb *db, const char *name, GError **error);
gboolean rg_tag_find_on_customer (RgDb *db, gint64 customer_id, gint64 tag_id, gint64 *customer_tag_id, GError **error);
GPtrArray *rg_tag_list (RgDb *db, GError **error);
GPtrArray *rg_tag_suggest (RgDb *db, const char *typed, gint64 customer_id, GError **error);

G_END_DECLS
