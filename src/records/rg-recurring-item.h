/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-cart-item.h"

G_BEGIN_DECLS

#define RG_TYPE_RECURRING_ITEM (rg_recurring_item_get_type ())
G_DECLARE_FINAL_TYPE (RgRecurringItem, rg_recurring_item, RG, RECURRING_ITEM, RgRecord)

/* A product that goes into every order that is due by its frequency. */
struct _RgRecurringItem
{
  RgRecord parent_instance;

  gint64 customer_id;
  gint64 product_id;
  gint64 quantity;
  RgFrequency frequency;
  RgDay last_day; /* delivery day of the newest order that has it */
  gint64 created_at;
};

extern const RgRecordType rg_recurring_item_type;

gboolean rg_recurring_item_is_due (RgRecurringItem *self, RgDay day, int first_weekday);

G_END_DECLS
