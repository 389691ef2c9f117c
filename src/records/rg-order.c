/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-order.h"

#include <glib/gi18n-lib.h>

RG_DEFINE_WORDS (RgOrderStatus,
                 rg_order_status,
                 RG_WORD (RG_ORDER_STATUS_NEW, "new", RG_LABEL_OF ("order", "New")),
                 RG_WORD (RG_ORDER_STATUS_OPEN, "open", RG_LABEL_OF ("order", "Open")),
                 RG_WORD (RG_ORDER_STATUS_PENDING, "pending", RG_LABEL_OF ("order", "Pending")),
                 RG_WORD (RG_ORDER_STATUS_CLOSED, "closed", RG_LABEL_OF ("order", "Closed")),
                 RG_WORD (RG_ORDER_STATUS_COMPLETE, "complete", RG_LABEL_OF ("order", "Complete")),
                 RG_WORD (RG_ORDER_STATUS_CANCELLED, "cancelled", RG_LABEL_OF ("order", "Cancelled")))

RG_DEFINE_WORDS (RgOrderKind,
                 rg_order_kind,
                 RG_WORD (RG_ORDER_KIND_DELIVERY, "delivery", N_ ("Delivery")),
                 RG_WORD (RG_ORDER_KIND_PICKUP, "pickup", N_ ("Pickup")))

RG_DEFINE_WORDS (RgOrderOrigin,
                 rg_order_origin,
                 RG_WORD (RG_ORDER_ORIGIN_SUBSCRIPTION, "subscription", N_ ("Subscription")),
                 RG_WORD (RG_ORDER_ORIGIN_EARLY, "early", N_ ("Early order")),
                 RG_WORD (RG_ORDER_ORIGIN_RECREATED, "recreated", N_ ("Re-created order")),
                 RG_WORD (RG_ORDER_ORIGIN_TEST, "test", N_ ("Test order")),
                 RG_WORD (RG_ORDER_ORIGIN_MANUAL, "manual", N_ ("Manual entry")),
                 RG_WORD (RG_ORDER_ORIGIN_IMPORT, "import", N_ ("Import")))

RG_DEFINE_WORDS (RgPaymentStatus,
                 rg_payment_status,
                 RG_WORD (RG_PAYMENT_STATUS_UNPAID, "unpaid", N_ ("Unpaid")),
                 RG_WORD (RG_PAYMENT_STATUS_PART_PAID, "part-paid", N_ ("Part paid")),
                 RG_WORD (RG_PAYMENT_STATUS_PAID, "paid", N_ ("Paid")),
                 RG_WORD (RG_PAYMENT_STATUS_REFUNDED, "refunded", N_ ("Refunded")))

RG_DEFINE_WORDS (RgPaymentType,
                 rg_payment_type,
                 RG_WORD (RG_PAYMENT_TYPE_NONE, "none", N_ ("No payment method")),
                 RG_WORD (RG_PAYMENT_TYPE_CARD, "card", N_ ("Credit Card")),
                 RG_WORD (RG_PAYMENT_TYPE_CHECK, "check", N_ ("Check")),
                 RG_WORD (RG_PAYMENT_TYPE_EBT, "ebt", N_ ("EBT/SNAP")),
                 RG_WORD (RG_PAYMENT_TYPE_PAYPAL, "paypal", N_ ("PayPal")),
                 RG_WORD (RG_PAYMENT_TYPE_INVOICE, "invoice", N_ ("Invoice")),
                 RG_WORD (RG_PAYMENT_TYPE_CASH, "cash", N_ ("Cash")))

static const RgField rg_order_fields[] = {
  RG_INT (RgOrder, number, N_ ("Order"), .flags = RG_FIELD_FIXED),
  RG_REF (RgOrder, customer_id, N_ ("Customer"), "customer", .flags = RG_FIELD_REQUIRED | RG_FIELD_FIXED),
  RG_ENUM (RgOrder, status, RgOrderStatus, &rg_order_status_words, N_ ("Status")),
  RG_ENUM (RgOrder, kind, RgOrderKind, &rg_order_kind_words, N_ ("Kind")),
  RG_ENUM (RgOrder, origin, RgOrderOrigin, &rg_order_origin_words, N_ ("Made for")),
  RG_TIME (RgOrder, created_at, N_ ("Created"), .flags = RG_FIELD_FIXED),
  RG_DAY (RgOrder, delivery_day, N_ ("Delivery date")),
  RG_BOOL (RgOrder, delivery_confirmed, N_ ("Delivery date confirmed")),
  RG_TEXT (RgOrder, route, N_ ("Route")),
  RG_INT (RgOrder, stop, N_ ("Stop")),
  RG_REF (RgOrder, address_id, N_ ("Address"), "address"),
  RG_TEXT (RgOrder, ship_to, N_ ("Ship to")),
  RG_TEXT (RgOrder, currency, N_ ("Currency"), .flags = RG_FIELD_REQUIRED),
  RG_MONEY (RgOrder, subtotal, N_ ("Box total")),
  RG_MONEY (RgOrder, delivery_fee, N_ ("Delivery fee")),
  RG_MONEY (RgOrder, total, N_ ("Total")),
  RG_MONEY (RgOrder, paid, N_ ("Paid")),
  RG_ENUM (RgOrder, payment_status, RgPaymentStatus, &rg_payment_status_words, N_ ("Payment")),
  RG_ENUM (RgOrder, payment_type, RgPaymentType, &rg_payment_type_words, N_ ("Payment type")),
  RG_TEXT (RgOrder, tracking, N_ ("Tracking")),
  RG_TEXT (RgOrder, note, N_ ("Order note")),
  RG_BOOL (RgOrder, alert, N_ ("Alert")),
  RG_TEXT (RgOrder, external_id, N_ ("Imported as")),
};

RG_DEFINE_RECORD (RgOrder, rg_order, "order", "orders", N_ ("Order"))

static void
rg_order_init (RgOrder *self)
{
}

/**
 * rg_order_is_open: (skip)
 * @self: an order
 *
 * Returns: whether it is still to be packed: new, open or pending
 */
gboolean
rg_order_is_open (RgOrder *self)
{
  return self->status == RG_ORDER_STATUS_NEW || self->status == RG_ORDER_STATUS_OPEN
         || self->status == RG_ORDER_STATUS_PENDING;
}

/**
 * rg_order_get_due: (skip)
 * @self: an order
 *
 * Returns: what is still to be paid, in minor units; nothing for one that is cancelled or refunded
 */
gint64
rg_order_get_due (RgOrder *self)
{
  if (self->status == RG_ORDER_STATUS_CANCELLED || self->payment_status == RG_PAYMENT_STATUS_PAID
      || self->payment_status == RG_PAYMENT_STATUS_REFUNDED)
    return 0;
  return MAX (self->total - self->paid, 0);
}
