/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-order-line.h"
#include "rg-sample-life.h"

/* The orders of the sample customers. */

/**
 * rg_sample_life_price: (skip)
 * @life: a customer
 * @product: a product
 * @day: a day
 *
 * Returns: what the product cost then: some six percent less a year ago, to five cents
 */
gint64
rg_sample_life_price (RgSampleLife *life, RgProduct *product, RgDay day)
{
  gint64 days = life->plan->today - MIN (day, life->plan->today);
  gint64 price = product->price * (10000 - days * 600 / 365) / 10000;

  return rg_customer_price (life->customer, days < 60 ? product->price : (price + 2) / 5 * 5);
}

static void
add_line (RgSampleLife *life, RgOrder *order, RgSampleEvent *event, RgProduct *product, gint64 quantity)
{
  RgOrderLine *line = g_object_new (RG_TYPE_ORDER_LINE, NULL);

  line->product_id = rg_record_get_id (RG_RECORD (product));
  line->position = event->records->len;
  line->name = g_strdup (product->name);
  line->quantity = quantity;
  line->unit_price = rg_sample_life_price (life, product, order->delivery_day);
  line->currency = g_strdup (order->currency);
  line->discount = rg_life_one_in (life, 25) ? 1000 : 0;
  line->recurring = event->records->len == 1;
  g_ptr_array_add (event->records, line);
}

/* @records: the order and its lines */
static void
sum_up (RgOrder *order, GPtrArray *records)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (guint i = 1; i < records->len; i++)
    g_ptr_array_add (lines, records->pdata[i]);
  rg_order_lines_sum (lines, &order->subtotal, NULL);
  order->total = order->subtotal + order->delivery_fee;
}

/* What becomes of the order: it is paid and delivered in time, or not. */
static void
plan_course (RgSampleLife *life, RgOrder *order, RgDay day, gboolean newest)
{
  RgSamplePlan *plan = life->plan;
  RgSampleEvent *event;

  if (day > plan->today)
    {
      order->status = RG_ORDER_STATUS_OPEN;
      if (!life->rich && rg_life_one_in (life, 3))
        order->status = rg_life_one_in (life, 3) ? RG_ORDER_STATUS_PENDING : RG_ORDER_STATUS_NEW;
      if (life->payment != RG_PAYMENT_TYPE_INVOICE && (life->rich || !rg_life_one_in (life, 5)))
        {
          event = rg_sample_plan_add (plan, order->created_at + 2 * G_TIME_SPAN_SECOND, life->customer,
                                      "ledger.payment", g_object_ref (order));
          event->step = RG_SAMPLE_PAY;
          event->paid = TRUE;
          event->staff_id = 0;
        }
    }
  else if (!newest && rg_life_one_in (life, 22))
    order->status = RG_ORDER_STATUS_CANCELLED;
  else
    {
      order->status = RG_ORDER_STATUS_OPEN;
      event = rg_sample_plan_add (
        plan, rg_life_later (rg_sample_plan_time (plan, day, 600 + rg_life_below (life, 300)), order->created_at + 1),
        life->customer, "order.edit", g_object_ref (order));
      event->step = RG_SAMPLE_DELIVER;
      event->paid = !(life->owes && newest) && !(life->payment == RG_PAYMENT_TYPE_INVOICE && day + 12 > plan->today);
      if (event->paid)
        event->operation = "ledger.payment";
      if (life->payment == RG_PAYMENT_TYPE_CARD || life->payment == RG_PAYMENT_TYPE_PAYPAL)
        event->staff_id = 0;
      life->last_delivered = MAX (life->last_delivered, day);
    }
}

static void
plan_order (RgSampleLife *life, RgDay day, gboolean newest)
{
  RgSamplePlan *plan = life->plan;
  RgOrder *order = g_object_new (RG_TYPE_ORDER, NULL);
  gboolean business = life->customer->type == RG_CUSTOMER_TYPE_BUSINESS;
  guint ahead = rg_life_below (life, 4);
  gint64 time = rg_sample_plan_time (plan, MIN (day - 3, plan->today) - ahead, 480 + rg_life_below (life, 660));
  RgSampleEvent *event;
  guint extras = rg_life_below (life, 4);

  order->created_at = rg_life_later (time, life->customer->registered_at + G_TIME_SPAN_MINUTE);
  event = rg_sample_plan_add (plan, order->created_at, life->customer, "order.create", order);
  order->origin = rg_life_one_in (life, 3) ? RG_ORDER_ORIGIN_MANUAL : RG_ORDER_ORIGIN_SUBSCRIPTION;
  if (order->origin == RG_ORDER_ORIGIN_SUBSCRIPTION)
    event->staff_id = 0;
  order->kind
    = life->address->route != NULL && rg_life_one_in (life, 15) ? RG_ORDER_KIND_PICKUP : RG_ORDER_KIND_DELIVERY;
  order->delivery_day = day;
  order->delivery_confirmed = day <= plan->today + 4;
  order->address_id = rg_record_get_id (RG_RECORD (life->address));
  order->currency = g_strdup (life->customer->currency != NULL ? life->customer->currency : "USD");
  order->payment_type = life->payment;
  if (order->kind == RG_ORDER_KIND_DELIVERY)
    {
      order->route = g_strdup (life->address->route);
      order->stop = life->address->route != NULL
                      ? rg_life_later (1, life->address->stop - 2 + (gint64) rg_life_below (life, 5))
                      : 0;
      order->delivery_fee = life->address->route != NULL ? 600 : 1400;
    }
  if (life->address->route == NULL && day < plan->today)
    order->tracking = g_strdup_printf ("1Z %03u %04u %04u", rg_life_below (life, 1000), rg_life_below (life, 10000),
                                       rg_life_below (life, 10000));
  add_line (life, order, event, plan->products->pdata[life->favourite], business ? 2 + rg_life_below (life, 3) : 1);
  for (guint i = 0; i < extras; i++)
    add_line (life, order, event, plan->products->pdata[9 + rg_life_below (life, plan->products->len - 9)],
              1 + rg_life_below (life, 2));
  sum_up (order, event->records);
  if (rg_life_one_in (life, 20))
    order->note = g_strdup (rg_life_one_in (life, 2) ? "Please pack the eggs on top." : "Gift: no invoice in the box.");
  if (rg_life_one_in (life, 60) || (life->rich && newest))
    order->alert = TRUE;
  plan_course (life, order, day, newest);
}

/**
 * rg_sample_life_plan_orders: (skip)
 * @life: a customer
 *
 * Plans the orders: deliveries go backwards from the newest, each on the weekday of the route.
 */
void
rg_sample_life_plan_orders (RgSampleLife *life)
{
  static const guint rhythms[] = { 7, 14, 14, 14, 28, 28, 35, 63 };
  guint rhythm = life->rich ? 14 : rhythms[rg_life_below (life, G_N_ELEMENTS (rhythms))];
  guint most = life->rich ? 57 : 2 + rg_life_below (life, 12) + (rg_life_one_in (life, 12) ? 25 : 0);
  guint weekday
    = 1 + (life->address->route != NULL ? (guint) (g_ascii_strtoull (life->address->route, NULL, 10) + 2) % 4 : 2);
  RgDay day = life->end;

  if (life->customer->status == RG_CUSTOMER_STATUS_ACTIVE && rg_life_one_in (life, 3))
    day += 1 + rg_life_below (life, 10);
  else if (life->customer->status == RG_CUSTOMER_STATUS_ACTIVE)
    day -= rg_life_below (life, rhythm);
  if (life->rich)
    day = life->plan->today + 15;
  day -= (day - 1 + 7 - weekday) % 7;
  for (guint i = 0; i < most && day > life->registered + 1; i++)
    {
      plan_order (life, day, i == 0);
      day -= rg_life_one_in (life, 7) ? rhythm + 7 : rhythm;
    }
}
