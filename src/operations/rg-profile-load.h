/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer.h"
#include "rg-figures-data.h"
#include "rg-picture.h"
#include "rg-store.h"

G_BEGIN_DECLS

/* What a profile reads of its customer; for rg-customer-profile.c alone. */

/**
 * RgProfileList:
 * @name: of the property
 * @type: of its records
 */
typedef struct
{
  const char *name;
  const RgRecordType *type;
} RgProfileList;

#define RG_N_PROFILE_LISTS 10
#define RG_PROFILE_ORDERS 3 /* the one that is loaded in parts */
extern const RgProfileList rg_profile_lists[RG_N_PROFILE_LISTS];

/* What one load reads. */
typedef struct
{
  gint64 customer_id;
  guint n_orders;
  RgCustomer *customer;
  RgFigures *figures;
  RgPicture *picture;
  GPtrArray *all_figures;
  GPtrArray *rows[RG_N_PROFILE_LISTS];
  GHashTable *products;
  GHashTable *tag_names;
  GHashTable *order_numbers;
  gint64 total_orders;
} RgProfileLoad;

void rg_profile_load_free (gpointer data);
GObject *rg_profile_load_read (RgDb *db, gpointer data, GError **error);

G_END_DECLS
