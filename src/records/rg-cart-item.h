/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-record.h"

G_BEGIN_DECLS

/**
 * RgFrequency:
 * @RG_FREQUENCY_ONCE: Once
 * @RG_FREQUENCY_WEEKLY: Weekly
 * @RG_FREQUENCY_BIWEEKLY: Bi-weekly
 * @RG_FREQUENCY_MONTHLY: Monthly
 *
 * How often an item recurs.
 */
typedef enum
{
  RG_FREQUENCY_ONCE,
  RG_FREQUENCY_WEEKLY,
  RG_FREQUENCY_BIWEEKLY,
  RG_FREQUENCY_MONTHLY,
} RgFrequency;

GType rg_frequency_get_type (void);
#define RG_TYPE_FREQUENCY (rg_frequency_get_type ())
extern const RgWords rg_frequency_words;

/**
 * RgCartStatus:
 * @RG_CART_STATUS_PENDING: Pending
 * @RG_CART_STATUS_ADDED: Added
 *
 * Whether an item was put into an order.
 */
typedef enum
{
  RG_CART_STATUS_PENDING,
  RG_CART_STATUS_ADDED,
} RgCartStatus;

GType rg_cart_status_get_type (void);
#define RG_TYPE_CART_STATUS (rg_cart_status_get_type ())
extern const RgWords rg_cart_status_words;

#define RG_TYPE_CART_ITEM (rg_cart_item_get_type ())
G_DECLARE_FINAL_TYPE (RgCartItem, rg_cart_item, RG, CART_ITEM, RgRecord)

/* What a customer means to order later. */
struct _RgCartItem
{
  RgRecord parent_instance;

  gint64 customer_id;
  gint64 product_id;
  gint64 quantity;
  gint64 price_added;
  char *currency;
  RgCartStatus status;
  RgFrequency frequency;
  gint64 order_id; /* where it was put */
  gint64 added_at;
};

extern const RgRecordType rg_cart_item_type;

G_END_DECLS
