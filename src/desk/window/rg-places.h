/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rg-customer-filter.h"
#include "rg-desk.h"

G_BEGIN_DECLS

typedef enum
{
  RG_SECTION_PLACES,
  RG_SECTION_LISTS,
  RG_SECTION_TAGS,
} RgSection;

#define RG_TYPE_PLACE (rg_place_get_type ())
G_DECLARE_FINAL_TYPE (RgPlace, rg_place, RG, PLACE, GObject)

/* Something in the sidebar: a top-level page, a ready-made list of customers, or a tag. */
struct _RgPlace
{
  GObject parent_instance;

  RgSection section;
  char *name;  /* "customers", "owing", "tag/123" */
  char *title; /* as shown */
  char *icon_name;
  RgCustomerFilter *filter; /* for lists and tags; NULL for pages */
  guint count;
  gboolean capped; /* there are more than count */
};

#define RG_TYPE_PLACES (rg_places_get_type ())
G_DECLARE_FINAL_TYPE (RgPlaces, rg_places, RG, PLACES, GObject)

RgPlaces *rg_places_new (RgDesk *desk);
GListModel *rg_places_get_model (RgPlaces *self);
RgPlace *rg_places_find (RgPlaces *self, const char *name);
DexFuture *rg_places_refresh (RgPlaces *self);
char *rg_place_dup_count_text (RgPlace *self);

G_END_DECLS
