/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-cart-item.h"

#include <glib/gi18n-lib.h>

RG_DEFINE_WORDS (RgFrequency,
                 rg_frequency,
                 RG_WORD (RG_FREQUENCY_ONCE, "once", N_ ("Once")),
                 RG_WORD (RG_FREQUENCY_WEEKLY, "weekly", N_ ("Weekly")),
                 RG_WORD (RG_FREQUENCY_BIWEEKLY, "biweekly", N_ ("Bi-weekly")),
                 RG_WORD (RG_FREQUENCY_MONTHLY, "monthly", N_ ("Monthly")))

RG_DEFINE_WORDS (RgCartStatus,
                 rg_cart_status,
                 RG_WORD (RG_CART_STATUS_PENDING, "pending", N_ ("Pending")),
                 RG_WORD (RG_CART_STATUS_ADDED, "added", N_ ("Added")))

static const RgField rg_cart_item_fields[] = {
  RG_REF (RgCartItem, customer_id, N_ ("Customer"), "customer", .flags = RG_FIELD_REQUIRED | RG_FIELD_FIXED),
  RG_REF (RgCartItem, product_id, N_ ("Product"), "product", .flags = RG_FIELD_REQUIRED | RG_FIELD_FIXED),
  RG_INT (RgCartItem, quantity, N_ ("Quantity")),
  RG_MONEY (RgCartItem, price_added, N_ ("Price when added"), .flags = RG_FIELD_FIXED),
  RG_TEXT (RgCartItem, currency, N_ ("Currency"), .flags = RG_FIELD_REQUIRED | RG_FIELD_FIXED),
  RG_ENUM (RgCartItem, status, RgCartStatus, &rg_cart_status_words, N_ ("Status")),
  RG_ENUM (RgCartItem, frequency, RgFrequency, &rg_frequency_words, N_ ("Recurring")),
  RG_REF (RgCartItem, order_id, N_ ("Order"), "order"),
  RG_TIME (RgCartItem, added_at, N_ ("Date added"), .flags = RG_FIELD_FIXED),
};

RG_DEFINE_RECORD (RgCartItem, rg_cart_item, "cart_item", "cart_item", N_ ("Future Cart item"))

static void
rg_cart_item_init (RgCartItem *self)
{
}
