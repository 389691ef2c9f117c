/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-record.h"

G_BEGIN_DECLS

/**
 * RgOrderStatus:
 * @RG_ORDER_STATUS_NEW: New
 * @RG_ORDER_STATUS_OPEN: Open
 * @RG_ORDER_STATUS_PENDING: Pending
 * @RG_ORDER_STATUS_CLOSED: Closed
 * @RG_ORDER_STATUS_COMPLETE: Complete
 * @RG_ORDER_STATUS_CANCELLED: Cancelled
 *
 * The states of an order.
 */
typedef enum
{
  RG_ORDER_STATUS_NEW,
  RG_ORDER_STATUS_OPEN,
  RG_ORDER_STATUS_PENDING,
  RG_ORDER_STATUS_CLOSED,
  RG_ORDER_STATUS_COMPLETE,
  RG_ORDER_STATUS_CANCELLED,
} RgOrderStatus;

GType rg_order_status_get_type (void);
#define RG_TYPE_ORDER_STATUS (rg_order_status_get_type ())
extern const RgWords rg_order_status_words;

/**
 * RgOrderKind:
 * @RG_ORDER_KIND_DELIVERY: Delivery
 * @RG_ORDER_KIND_PICKUP: Pickup
 *
 * How an order reaches the customer.
 */
typedef enum
{
  RG_ORDER_KIND_DELIVERY,
  RG_ORDER_KIND_PICKUP,
} RgOrderKind;

GType rg_order_kind_get_type (void);
#define RG_TYPE_ORDER_KIND (rg_order_kind_get_type ())
extern const RgWords rg_order_kind_words;

/**
 * RgOrderOrigin:
 * @RG_ORDER_ORIGIN_SUBSCRIPTION: Subscription
 * @RG_ORDER_ORIGIN_EARLY: Early order
 * @RG_ORDER_ORIGIN_RECREATED: Re-created order
 * @RG_ORDER_ORIGIN_TEST: Test order
 * @RG_ORDER_ORIGIN_MANUAL: Manual entry
 * @RG_ORDER_ORIGIN_IMPORT: Import
 *
 * Why an order was made.
 */
typedef enum
{
  RG_ORDER_ORIGIN_SUBSCRIPTION,
  RG_ORDER_ORIGIN_EARLY,
  RG_ORDER_ORIGIN_RECREATED,
  RG_ORDER_ORIGIN_TEST,
  RG_ORDER_ORIGIN_MANUAL,
  RG_ORDER_ORIGIN_IMPORT,
} RgOrderOrigin;

GType rg_order_origin_get_type (void);
#define RG_TYPE_ORDER_ORIGIN (rg_order_origin_get_type ())
extern const RgWords rg_order_origin_words;

/**
 * RgPaymentStatus:
 * @RG_PAYMENT_STATUS_UNPAID: Unpaid
 * @RG_PAYMENT_STATUS_PART_PAID: Part paid
 * @RG_PAYMENT_STATUS_PAID: Paid
 * @RG_PAYMENT_STATUS_REFUNDED: Refunded
 *
 * Whether an order is paid.
 */
typedef enum
{
  RG_PAYMENT_STATUS_UNPAID,
  RG_PAYMENT_STATUS_PART_PAID,
  RG_PAYMENT_STATUS_PAID,
  RG_PAYMENT_STATUS_REFUNDED,
} RgPaymentStatus;

GType rg_payment_status_get_type (void);
#define RG_TYPE_PAYMENT_STATUS (rg_payment_status_get_type ())
extern const RgWords rg_payment_status_words;

/**
 * RgPaymentType:
 * @RG_PAYMENT_TYPE_NONE: No payment method
 * @RG_PAYMENT_TYPE_CARD: Credit Card
 * @RG_PAYMENT_TYPE_CHECK: Check
 * @RG_PAYMENT_TYPE_EBT: EBT/SNAP
 * @RG_PAYMENT_TYPE_PAYPAL: PayPal
 * @RG_PAYMENT_TYPE_INVOICE: Invoice
 * @RG_PAYMENT_TYPE_CASH: Cash
 *
 * The ways to pay.
 */
typedef enum
{
  RG_PAYMENT_TYPE_NONE,
  RG_PAYMENT_TYPE_CARD,
  RG_PAYMENT_TYPE_CHECK,
  RG_PAYMENT_TYPE_EBT,
  RG_PAYMENT_TYPE_PAYPAL,
  RG_PAYMENT_TYPE_INVOICE,
  RG_PAYMENT_TYPE_CASH,
} RgPaymentType;

GType rg_payment_type_get_type (void);
#define RG_TYPE_PAYMENT_TYPE (rg_payment_type_get_type ())
extern const RgWords rg_payment_type_words;

#define RG_TYPE_ORDER (rg_order_get_type ())
G_DECLARE_FINAL_TYPE (RgOrder, rg_order, RG, ORDER, RgRecord)

/* An order of a customer. */
struct _RgOrder
{
  RgRecord parent_instance;

  gint64 number; /* what people see and say; unique */
  gint64 customer_id;
  RgOrderStatus status;
  RgOrderKind kind;
  RgOrderOrigin origin;
  gint64 created_at;
  RgDay delivery_day;
  gboolean delivery_confirmed;
  char *route;
  gint64 stop;
  gint64 address_id;
  char *ship_to; /* the address as it was, lines joined by newlines; for imported orders */
  char *currency;
  gint64 subtotal; /* the lines, less their discounts */
  gint64 delivery_fee;
  gint64 total; /* subtotal and delivery fee */
  gint64 paid;
  RgPaymentStatus payment_status;
  RgPaymentType payment_type;
  char *tracking; /* a link or a number */
  char *note;
  gboolean alert; /* needs attention in packing */
  char *external_id;
};

extern const RgRecordType rg_order_type;

gboolean rg_order_is_open (RgOrder *self);
gint64 rg_order_get_due (RgOrder *self);

G_END_DECLS
