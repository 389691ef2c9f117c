/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-recurring-item.h"

#include <glib/gi18n-lib.h>

static const RgField rg_recurring_item_fields[] = {
  RG_REF (RgRecurringItem, customer_id, N_ ("Customer"), "customer", .flags = RG_FIELD_REQUIRED | RG_FIELD_FIXED),
  RG_REF (RgRecurringItem, product_id, N_ ("Product"), "product", .flags = RG_FIELD_REQUIRED | RG_FIELD_FIXED),
  RG_INT (RgRecurringItem, quantity, N_ ("Quantity")),
  RG_ENUM (RgRecurringItem, frequency, RgFrequency, &rg_frequency_words, N_ ("Frequency")),
  RG_DAY (RgRecurringItem, last_day, N_ ("Last delivered")),
  RG_TIME (RgRecurringItem, created_at, N_ ("Since"), .flags = RG_FIELD_FIXED),
};

RG_DEFINE_RECORD (RgRecurringItem, rg_recurring_item, "recurring_item", "recurring_item", N_ ("Recurring item"))

static void
rg_recurring_item_init (RgRecurringItem *self)
{
}
