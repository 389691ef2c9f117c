/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-desk.h"

G_BEGIN_DECLS

#define RG_TYPE_LABEL (rg_label_get_type ())
G_DECLARE_FINAL_TYPE (RgLabel, rg_label, RG, LABEL, GObject)

/* What stands on the shipping label of one order. Everything on it may be read by anybody: no notes, no private
 * instructions. */
struct _RgLabel
{
  GObject parent_instance;

  char *sender;       /* the business */
  char *recipient;    /* name, and business on a second line */
  char *address;      /* lines, in the order of the country */
  char *number;       /* "#20877" */
  char *delivery;     /* day, and route and stop, or that it is fetched */
  char *marks;        /* "VIP · Cardboard only · No plastic", as the customer asked for */
  char *instructions; /* Special Instructions */
};

DexFuture *rg_labels_load (RgDesk *desk, GArray *order_ids);

G_END_DECLS
