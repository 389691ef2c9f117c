/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-cart-item.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (RgFrequency,
                    rg_frequency,
                    G_DEFINE_ENUM_VALUE (RG_FREQUENCY_ONCE, "once"),
                    G_DEFINE_ENUM_VALUE (RG_FREQUENCY_WEEKLY, "weekly"),
                    G_DEFINE_ENUM_VALUE (RG_FREQUENCY_BIWEEKLY, "biweekly"),
                    G_DEFINE_ENUM_VALUE (RG_FREQUENCY_MONTHLY, "monthly"))

static const char *const frequency_words[] = { "once", "weekly", "biweekly", "monthly" };
static const char *const frequency_labels[] = { N_ ("Once"), N_ ("Weekly"), N_ ("Bi-weekly"), N_ ("Monthly") };

const RgWords rg_frequency_words
  = { rg_frequency_get_type, frequency_words, frequency_labels, G_N_ELEMENTS (frequency_words) };

G_DEFINE_ENUM_TYPE (RgCartStatus,
                    rg_cart_status,
                    G_DEFINE_ENUM_VALUE (RG_CART_STATUS_PENDING, "pending"),
                    G_DEFINE_ENUM_VALUE (RG_CART_STATUS_ADDED, "added"))

static const char *const cart_status_words[] = { "pending", "added" };
static const char *const cart_status_labels[] = { N_ ("Pending"), N_ ("Added") };

const RgWords rg_cart_status_words
  = { rg_cart_status_get_type, cart_status_words, cart_status_labels, G_N_ELEMENTS (cart_status_words) };

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
