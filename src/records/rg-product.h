/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-record.h"

G_BEGIN_DECLS

#define RG_TYPE_PRODUCT (rg_product_get_type ())
G_DECLARE_FINAL_TYPE (RgProduct, rg_product, RG, PRODUCT, RgRecord)

/* What the business sells. */
struct _RgProduct
{
  RgRecord parent_instance;

  char *number;  /* what people see and say; unique */
  char *barcode; /* as a scanner types it */
  char *name;
  char *description;
  char *category;
  char *unit; /* "10 boxes x 20 bags" */
  gint64 price;
  char *currency;
  gboolean retired; /* no longer sold */
  char *external_id;
  char *folded; /* words of name, category and number, for search and order */
};

extern const RgRecordType rg_product_type;

G_END_DECLS
