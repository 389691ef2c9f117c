/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-record.h"

G_BEGIN_DECLS

#define RG_TYPE_ORDER_LINE (rg_order_line_get_type ())
G_DECLARE_FINAL_TYPE (RgOrderLine, rg_order_line, RG, ORDER_LINE, RgRecord)

/* One product of an order. */
struct _RgOrderLine
{
  RgRecord parent_instance;

  gint64 order_id;
  gint64 product_id;
  gint64 position;
  char *name; /* as it was called then */
  gint64 quantity;
  gint64 unit_price;
  gint64 discount; /* hundredths of a percent */
  char *currency;
  gboolean recurring; /* came from a recurring item */
};

extern const RgRecordType rg_order_line_type;

/* The largest sum of an order, either way, in minor units. */
#define RG_ORDER_MAX_TOTAL G_GINT64_CONSTANT (1000000000000000)

gint64 rg_order_line_get_total (RgOrderLine *self);
gboolean rg_order_lines_sum (GPtrArray *lines, gint64 *sum, GError **error);

G_END_DECLS
