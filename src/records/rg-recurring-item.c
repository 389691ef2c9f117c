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

/**
 * rg_recurring_item_is_due: (skip)
 * @self: a recurring item
 * @day: when an order is to be delivered
 * @first_weekday: the day weeks begin with, 1, Monday, to 7, Sunday
 *
 * Weeks count, not days: a weekly item goes into one order of each week, whichever day it is delivered; a bi-weekly one
 * into one of each second week; a monthly one from the week on that is a month after the last.
 *
 * Returns: whether the item goes into that order
 */
gboolean
rg_recurring_item_is_due (RgRecurringItem *self, RgDay day, int first_weekday)
{
  RgDay next = 0;

  if (self->last_day == 0)
    return TRUE;
  switch (self->frequency)
    {
    case RG_FREQUENCY_ONCE:
      return FALSE;
    case RG_FREQUENCY_WEEKLY:
      next = self->last_day + 7;
      break;
    case RG_FREQUENCY_BIWEEKLY:
      next = self->last_day + 14;
      break;
    case RG_FREQUENCY_MONTHLY:
      next = rg_day_add_months (self->last_day, 1);
      break;
    }
  return day >= rg_day_week_start (next, first_weekday);
}
