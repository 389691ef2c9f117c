/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-order.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (RgOrderStatus,
                    rg_order_status,
                    G_DEFINE_ENUM_VALUE (RG_ORDER_STATUS_NEW, "new"),
                    G_DEFINE_ENUM_VALUE (RG_ORDER_STATUS_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (RG_ORDER_STATUS_PENDING, "pending"),
                    G_DEFINE_ENUM_VALUE (RG_ORDER_STATUS_CLOSED, "closed"),
                    G_DEFINE_ENUM_VALUE (RG_ORDER_STATUS_COMPLETE, "complete"),
                    G_DEFINE_ENUM_VALUE (RG_ORDER_STATUS_CANCELLED, "cancelled"))

static const char *const order_status_words[] = { "new", "open", "pending", "closed", "complete", "cancelled" };
static const char *const order_status_labels[]
  = { RG_LABEL_OF ("order", "New"),    RG_LABEL_OF ("order", "Open"),     RG_LABEL_OF ("order", "Pending"),
      RG_LABEL_OF ("order", "Closed"), RG_LABEL_OF ("order", "Complete"), RG_LABEL_OF ("order", "Cancelled") };

const RgWords rg_order_status_words
  = { rg_order_status_get_type, order_status_words, order_status_labels, G_N_ELEMENTS (order_status_words) };

G_DEFINE_ENUM_TYPE (RgOrderKind,
                    rg_order_kind,
                    G_DEFINE_ENUM_VALUE (RG_ORDER_KIND_DELIVERY, "delivery"),
                    G_DEFINE_ENUM_VALUE (RG_ORDER_KIND_PICKUP, "pickup"))

static const char *const order_kind_words[] = { "delivery", "pickup" };
static const char *const order_kind_labels[] = { N_ ("Delivery"), N_ ("Pickup") };

const RgWords rg_order_kind_words
  = { rg_order_kind_get_type, order_kind_words, order_kind_labels, G_N_ELEMENTS (order_kind_words) };

G_DEFINE_ENUM_TYPE (RgOrderOrigin,
                    rg_order_origin,
                    G_DEFINE_ENUM_VALUE (RG_ORDER_ORIGIN_SUBSCRIPTION, "subscription"),
                    G_DEFINE_ENUM_VALUE (RG_ORDER_ORIGIN_EARLY, "early"),
                    G_DEFINE_ENUM_VALUE (RG_ORDER_ORIGIN_RECREATED, "recreated"),
                    G_DEFINE_ENUM_VALUE (RG_ORDER_ORIGIN_TEST, "test"),
                    G_DEFINE_ENUM_VALUE (RG_ORDER_ORIGIN_MANUAL, "manual"),
                    G_DEFINE_ENUM_VALUE (RG_ORDER_ORIGIN_IMPORT, "import"))

static const char *const order_origin_words[] = { "subscription", "early", "recreated", "test", "manual", "import" };
static const char *const order_origin_labels[] = { N_ ("Subscription"), N_ ("Early order"),  N_ ("Re-created order"),
                                                   N_ ("Test order"),   N_ ("Manual entry"), N_ ("Import") };

const RgWords rg_order_origin_words
  = { rg_order_origin_get_type, order_origin_words, order_origin_labels, G_N_ELEMENTS (order_origin_words) };

G_DEFINE_ENUM_TYPE (RgPaymentStatus,
                    rg_payment_status,
                    G_DEFINE_ENUM_VALUE (RG_PAYMENT_STATUS_UNPAID, "unpaid"),
                    G_DEFINE_ENUM_VALUE (RG_PAYMENT_STATUS_PART_PAID, "part-paid"),
                    G_DEFINE_ENUM_VALUE (RG_PAYMENT_STATUS_PAID, "paid"),
                    G_DEFINE_ENUM_VALUE (RG_PAYMENT_STATUS_REFUNDED, "refunded"))

static const char *const payment_status_words[] = { "unpaid", "part-paid", "paid", "refunded" };
static const char *const payment_status_labels[] = { N_ ("Unpaid"), N_ ("Part paid"), N_ ("Paid"), N_ ("Refunded") };

const RgWords rg_payment_status_words
  = { rg_payment_status_get_type, payment_status_words, payment_status_labels, G_N_ELEMENTS (payment_status_words) };

G_DEFINE_ENUM_TYPE (RgPaymentType,
                    rg_payment_type,
                    G_DEFINE_ENUM_VALUE (RG_PAYMENT_TYPE_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (RG_PAYMENT_TYPE_CARD, "card"),
                    G_DEFINE_ENUM_VALUE (RG_PAYMENT_TYPE_CHECK, "check"),
                    G_DEFINE_ENUM_VALUE (RG_PAYMENT_TYPE_EBT, "ebt"),
                    G_DEFINE_ENUM_VALUE (RG_PAYMENT_TYPE_PAYPAL, "paypal"),
                    G_DEFINE_ENUM_VALUE (RG_PAYMENT_TYPE_INVOICE, "invoice"),
                    G_DEFINE_ENUM_VALUE (RG_PAYMENT_TYPE_CASH, "cash"))

static const char *const payment_type_words[] = { "none", "card", "check", "ebt", "paypal", "invoice", "cash" };
static const char *const payment_type_labels[]
  = { N_ ("No payment method"), N_ ("Credit Card"), N_ ("Check"), N_ ("EBT/SNAP"), N_ ("PayPal"),
      N_ ("Invoice"),           N_ ("Cash") };

const RgWords rg_payment_type_words
  = { rg_payment_type_get_type, payment_type_words, payment_type_labels, G_N_ELEMENTS (payment_type_words) };

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
