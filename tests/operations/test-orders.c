/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-address.h"
#include "rg-cart-item.h"
#include "rg-order-data.h"
#include "rg-setting.h"
#include "test-orders-helpers.h"

/* Orders, from what speaks against one to its being complete. */

static void
test_create (Fixture *self, gconstpointer data)
{
  g_autoptr (RgOrder) order = NULL;
  g_autoptr (RgAddress) address
    = g_object_new (RG_TYPE_ADDRESS, "customer-id", self->customer_id, "street", "Mill Lane 4", "is-primary", TRUE,
                    "route", "4", "stop", (gint64) 11, NULL);

  test_insert (self->desk, RG_RECORD (address));
  order = create (self, 0, FALSE);
  g_assert_cmpint (order->number, ==, 20001);
  g_assert_cmpint (order->status, ==, RG_ORDER_STATUS_OPEN);
  g_assert_cmpint (order->origin, ==, RG_ORDER_ORIGIN_MANUAL);
  g_assert_cmpint (order->delivery_day, ==, TODAY + 7);
  g_assert_cmpstr (order->route, ==, "4");
  g_assert_cmpint (order->stop, ==, 11);
  g_assert_cmpint (order->address_id, ==, rg_record_get_id (RG_RECORD (address)));
  g_assert_cmpint (order->delivery_fee, ==, 600);
  g_assert_cmpint (order->total, ==, 600);
  g_assert_cmpstr (order->currency, ==, "USD");

  test_await (rg_desk_undo_last (self->desk));
  g_assert_cmpint (test_query_int (self->desk, "SELECT count (*) FROM orders"), ==, 0);
}

static void
test_rhythm (Fixture *self, gconstpointer data)
{
  g_autoptr (RgOrder) first = create (self, TODAY - 30, TRUE);
  g_autoptr (RgOrder) second = create (self, TODAY - 16, TRUE);
  g_autoptr (RgOrder) third = create (self, 0, TRUE);
  g_autoptr (RgOrder) fourth = create (self, 0, TRUE);

  /* Every second week, counted on from the last delivery, but never in the past. */
  g_assert_cmpint (third->delivery_day, ==, TODAY + 12);
  g_assert_cmpint (fourth->delivery_day, ==, TODAY + 12 + 28);
}

static void
test_cancelled_customer (Fixture *self, gconstpointer data)
{
  g_autoptr (RgCustomer) customer = (RgCustomer *) test_load (self->desk, &rg_customer_type, self->customer_id);
  g_autofree char *text = NULL;

  customer->status = RG_CUSTOMER_STATUS_CANCELLED;
  test_update (self->desk, RG_RECORD (customer));
  text = test_perform_fails_with (self->desk, new_create (self, 0, RG_ORDER_KIND_PICKUP, TRUE), RG_ERROR_DENIED);
  g_assert_nonnull (strstr (text, "The customer is cancelled. Reactivate the account first."));

  set_setting (self, "pickup", "no");
  g_free (text);
  text = test_perform_fails_with (self->desk, new_create (self, 0, RG_ORDER_KIND_PICKUP, TRUE), RG_ERROR_DENIED);
  /* Everything at once. */
  g_assert_nonnull (strstr (text, "The customer is cancelled."));
  g_assert_nonnull (strstr (text, "Pickup orders are switched off."));
}

static GPtrArray *
why_not (Fixture *self, RgAct *act)
{
  g_autoptr (RgAct) asked = act;

  return test_why_not (self->desk, asked);
}

static void
test_warnings (Fixture *self, gconstpointer data)
{
  g_autoptr (RgOrder) first = create (self, TODAY + 3, TRUE);
  g_autoptr (RgOrder) other = create (self, TODAY + 30, TRUE);
  g_autoptr (RgCartItem) item
    = g_object_new (RG_TYPE_CART_ITEM, "customer-id", self->customer_id, "product-id", get_id (self->box), "quantity",
                    (gint64) 1, "price-added", (gint64) 3800, "currency", "USD", "added-at", (gint64) 1, NULL);
  g_autoptr (GPtrArray) reasons = NULL;
  g_autofree char *text = NULL;
  g_autofree char *refused = NULL;

  test_insert (self->desk, RG_RECORD (item));
  reasons = why_not (self, new_create (self, TODAY + 4, RG_ORDER_KIND_DELIVERY, FALSE));
  text = rg_reasons_dup_text (reasons);
  g_assert_nonnull (strstr (text, "There is an order for the same week: #20001"));
  g_assert_nonnull (strstr (text, "Order #20002 for"));
  g_assert_nonnull (strstr (text, "1 product waits in the Future Cart."));
  g_assert_nonnull (strstr (text, "There is no address to deliver to."));
  g_assert_cmpuint (reasons->len, ==, 4);
  g_assert_true (rg_reasons_prevent (reasons, FALSE));
  g_assert_false (rg_reasons_prevent (reasons, TRUE));

  /* Confirmed it goes on, unless one order a week is the rule. */
  test_perform_fails (self->desk, new_create (self, TODAY + 4, RG_ORDER_KIND_DELIVERY, FALSE), RG_ERROR_DENIED);
  test_perform (self->desk, new_create (self, TODAY + 4, RG_ORDER_KIND_DELIVERY, TRUE));
  set_setting (self, "same-week-block", "yes");
  refused
    = test_perform_fails_with (self->desk, new_create (self, TODAY + 4, RG_ORDER_KIND_DELIVERY, TRUE), RG_ERROR_DENIED);
  g_assert_nonnull (strstr (refused, "Only one order a week is allowed"));
}

/* An order that is moved into the week of another one is asked about as a new one would be. */
static void
test_moved_into_week (Fixture *self, gconstpointer data)
{
  g_autoptr (RgOrder) first = create (self, TODAY + 4, TRUE);
  g_autoptr (RgOrder) second = create (self, TODAY + 11, TRUE);
  g_autofree char *asked = NULL;
  g_autofree char *refused = NULL;
  RgAct *act;

  second->delivery_day = TODAY + 12;
  test_perform (self->desk, rg_act_new_record (&rg_order_edit, RG_RECORD (second)));
  second->delivery_day = TODAY + 5;
  asked = test_perform_fails_with (self->desk, rg_act_new_record (&rg_order_edit, RG_RECORD (second)), RG_ERROR_DENIED);
  g_assert_nonnull (strstr (asked, "There is an order for the same week: #20001"));
  set_setting (self, "same-week-block", "yes");
  act = rg_act_new_record (&rg_order_edit, RG_RECORD (second));
  act->flag = TRUE;
  refused = test_perform_fails_with (self->desk, act, RG_ERROR_DENIED);
  g_assert_nonnull (strstr (refused, "Only one order a week is allowed"));
  set_setting (self, "same-week-block", "no");
  act = rg_act_new_record (&rg_order_edit, RG_RECORD (second));
  act->flag = TRUE;
  test_perform (self->desk, act);

  /* It is there now; another change of it is no question. */
  g_set_str (&second->note, "A gift");
  test_perform (self->desk, rg_act_new_record (&rg_order_edit, RG_RECORD (second)));
}

static void
test_week_start (Fixture *self, gconstpointer data)
{
  RgDay sunday = rg_day_from_iso ("2026-11-29");
  g_autoptr (RgOrder) order = create (self, sunday, TRUE);
  g_autoptr (GPtrArray) monday_first = why_not (self, new_create (self, sunday + 1, RG_ORDER_KIND_PICKUP, FALSE));
  g_autoptr (GPtrArray) sunday_first = NULL;
  g_autofree char *apart = rg_reasons_dup_text (monday_first);
  g_autofree char *together = NULL;

  g_assert_null (strstr (apart, "same week"));
  set_setting (self, "first-weekday", "7");
  sunday_first = why_not (self, new_create (self, sunday + 1, RG_ORDER_KIND_PICKUP, FALSE));
  together = rg_reasons_dup_text (sunday_first);
  g_assert_nonnull (strstr (together, "same week"));
}

static void
test_pickup (Fixture *self, gconstpointer data)
{
  g_autoptr (RgAct) act = test_perform_ok (self->desk, new_create (self, 0, RG_ORDER_KIND_PICKUP, FALSE));

  g_assert_cmpint (RG_ORDER (act->record)->kind, ==, RG_ORDER_KIND_PICKUP);
  g_assert_cmpint (RG_ORDER (act->record)->delivery_fee, ==, 0);
  g_assert_cmpint (RG_ORDER (act->record)->address_id, ==, 0);
}

/* An order does not become a pickup where there are none; one that is stays one. */
static void
test_no_pickup (Fixture *self, gconstpointer data)
{
  g_autoptr (RgAct) act = test_perform_ok (self->desk, new_create (self, 0, RG_ORDER_KIND_PICKUP, FALSE));
  g_autoptr (RgOrder) pickup = (RgOrder *) test_load (self->desk, &rg_order_type, rg_record_get_id (act->record));
  g_autoptr (RgOrder) order = create (self, TODAY + 40, TRUE);
  g_autofree char *text = NULL;

  set_setting (self, "pickup", "no");
  order->kind = RG_ORDER_KIND_PICKUP;
  text = test_perform_fails_with (self->desk, rg_act_new_record (&rg_order_edit, RG_RECORD (order)), RG_ERROR_DENIED);
  g_assert_nonnull (strstr (text, "Pickup orders are switched off."));
  g_set_str (&pickup->note, "Comes at five");
  test_perform (self->desk, rg_act_new_record (&rg_order_edit, RG_RECORD (pickup)));
}

static void
test_alert (Fixture *self, gconstpointer data)
{
  g_autoptr (RgCustomer) customer = (RgCustomer *) test_load (self->desk, &rg_customer_type, self->customer_id);
  g_autoptr (RgCustomer) after = NULL;
  g_autoptr (RgCustomer) undone = NULL;
  g_autoptr (RgOrder) first = NULL;
  g_autoptr (RgOrder) second = NULL;

  customer->alert_next_order = TRUE;
  test_update (self->desk, RG_RECORD (customer));
  first = create (self, 0, TRUE);
  second = create (self, 0, TRUE);
  g_assert_true (first->alert);
  g_assert_false (second->alert);
  after = (RgCustomer *) test_load (self->desk, &rg_customer_type, self->customer_id);
  g_assert_false (after->alert_next_order);

  test_await (rg_desk_undo_last (self->desk));
  test_await (rg_desk_undo_last (self->desk));
  undone = (RgCustomer *) test_load (self->desk, &rg_customer_type, self->customer_id);
  g_assert_true (undone->alert_next_order);
}

static void
test_recreate (Fixture *self, gconstpointer data)
{
  g_autoptr (RgOrder) order = create (self, TODAY + 3, TRUE);
  g_autoptr (RgAct) cancel = NULL;
  g_autoptr (RgAct) act = NULL;
  RgAct *again;

  add_line (self, order, self->box, 2);
  again = rg_act_new (&rg_order_create, self->customer_id);
  again->flag = TRUE;
  rg_act_add_id (again, get_id (order));
  test_perform_fails (self->desk, g_object_ref (again), RG_ERROR_DENIED);

  cancel = rg_act_new_record (&rg_order_cancel, RG_RECORD (order));
  g_set_str (&cancel->text, "Moved away for a week");
  test_perform (self->desk, g_steal_pointer (&cancel));
  test_perform_fails (self->desk, rg_act_new_record (&rg_order_cancel, RG_RECORD (order)), RG_ERROR_DENIED);

  act = test_perform_ok (self->desk, again);
  g_assert_cmpint (RG_ORDER (act->record)->origin, ==, RG_ORDER_ORIGIN_RECREATED);
  g_assert_cmpint (RG_ORDER (act->record)->subtotal, ==, 7600);
}

static void
test_complete (Fixture *self, gconstpointer data)
{
  g_autoptr (RgOrder) order = create (self, TODAY + 3, TRUE);
  g_autoptr (RgOrder) confirmed = NULL;
  g_autoptr (RgOrder) moved = NULL;
  g_autoptr (RgAct) act = NULL;

  order->status = RG_ORDER_STATUS_COMPLETE;
  g_set_str (&order->note, "A gift for the neighbours");
  test_perform_fails (self->desk, rg_act_new_record (&rg_order_edit, RG_RECORD (order)), RG_ERROR_INVALID);
  test_perform (self->desk, rg_act_new_record (&rg_order_confirm_delivery, RG_RECORD (order)));

  /* Moving the date takes its confirmation away. */
  confirmed = (RgOrder *) test_load (self->desk, &rg_order_type, get_id (order));
  g_assert_true (confirmed->delivery_confirmed);
  confirmed->delivery_day++;
  test_perform (self->desk, rg_act_new_record (&rg_order_edit, RG_RECORD (confirmed)));
  moved = (RgOrder *) test_load (self->desk, &rg_order_type, get_id (order));
  g_assert_false (moved->delivery_confirmed);

  act = rg_act_new_record (&rg_order_confirm_delivery, RG_RECORD (order));
  act->day = TODAY + 5;
  test_perform (self->desk, g_steal_pointer (&act));
  order->delivery_day = TODAY + 5;
  order->delivery_confirmed = TRUE;
  test_perform (self->desk, rg_act_new_record (&rg_order_edit, RG_RECORD (order)));
  g_clear_object (&moved);
  moved = (RgOrder *) test_load (self->desk, &rg_order_type, get_id (order));
  g_assert_cmpint (moved->status, ==, RG_ORDER_STATUS_COMPLETE);
  g_assert_cmpstr (moved->note, ==, "A gift for the neighbours");

  /* What is complete keeps its lines. */
  test_perform_fails (self->desk, new_line_act (&rg_order_add_line, order, self->box, 1), RG_ERROR_DENIED);
}

static void
test_cancel_paid (Fixture *self, gconstpointer data)
{
  g_autoptr (RgOrder) order = create (self, TODAY + 3, TRUE);
  g_autofree char *text = NULL;
  RgAct *act;

  order->paid = order->total;
  order->payment_status = RG_PAYMENT_STATUS_PAID;
  test_update (self->desk, RG_RECORD (order));
  text = test_perform_fails_with (self->desk, rg_act_new_record (&rg_order_cancel, RG_RECORD (order)), RG_ERROR_DENIED);
  g_assert_nonnull (strstr (text, "was paid for this order"));
  act = rg_act_new_record (&rg_order_cancel, RG_RECORD (order));
  act->flag = TRUE;
  test_perform (self->desk, act);
}

static GObject *
read_pages (RgDb *db, gpointer data, GError **error)
{
  Fixture *self = data;
  RgOrderFilter filter = { .limit = 2 };
  g_autoptr (GPtrArray) first = rg_orders_read (db, &filter, NULL);
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) days = NULL;
  g_autoptr (GPtrArray) theirs = NULL;
  g_autofree char *customers = NULL;
  g_autofree char *nobody = NULL;
  g_autoptr (RgOrderRow) row = NULL;
  gboolean more = TRUE;
  gint64 n;

  g_assert_cmpuint (first->len, ==, 2);
  g_assert_cmpint (RG_ORDER_ROW (first->pdata[0])->order->number, ==, 20003);
  g_assert_cmpstr (RG_ORDER_ROW (first->pdata[0])->customer->first_name, ==, "Jordan");
  filter.before = get_id (RG_ORDER_ROW (first->pdata[1])->order);
  second = rg_orders_read (db, &filter, NULL);
  g_assert_cmpuint (second->len, ==, 1);
  g_assert_true (rg_orders_count (db, &filter, 1000, &n, NULL));
  g_assert_cmpint (n, ==, 3);

  filter = (RgOrderFilter) { .statuses = 1u << RG_ORDER_STATUS_OPEN, .customer_id = self->customer_id, .limit = 10 };
  open = rg_orders_read (db, &filter, NULL);
  g_assert_cmpuint (open->len, ==, 2);
  filter = (RgOrderFilter) { .from = TODAY + 10, .to = TODAY + 10, .limit = 10 };
  days = rg_orders_read (db, &filter, NULL);
  g_assert_cmpuint (days->len, ==, 1);
  filter = (RgOrderFilter) { .number = 20001, .limit = 10 };
  g_assert_true (rg_orders_count (db, &filter, 10, &n, NULL));
  g_assert_cmpint (n, ==, 1);

  /* those of whom a search finds */
  customers = rg_orders_find_customers (db, "jord", 10, &more, NULL);
  g_assert_false (more);
  filter = (RgOrderFilter) { .customers = customers, .limit = 10 };
  theirs = rg_orders_read (db, &filter, NULL);
  g_assert_cmpuint (theirs->len, ==, 3);
  g_assert_cmpint (RG_ORDER_ROW (theirs->pdata[0])->order->number, ==, 20003);
  nobody = rg_orders_find_customers (db, "nosuchname", 10, &more, NULL);
  filter.customers = nobody;
  g_assert_true (rg_orders_count (db, &filter, 10, &n, NULL));
  g_assert_cmpint (n, ==, 0);

  row = rg_order_row_read (db, get_id (RG_ORDER_ROW (second->pdata[0])->order), NULL);
  g_assert_cmpuint (row->lines->len, ==, 1);
  return NULL;
}

static void
test_pages (Fixture *self, gconstpointer data)
{
  g_autoptr (RgOrder) first = create (self, TODAY + 3, TRUE);
  g_autoptr (RgOrder) second = create (self, TODAY + 10, TRUE);
  g_autoptr (RgOrder) third = create (self, TODAY + 17, TRUE);

  add_line (self, first, self->box, 1);
  test_perform (self->desk, rg_act_new_record (&rg_order_cancel, RG_RECORD (second)));
  test_await (rg_desk_read (self->desk, read_pages, self, NULL));
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/orders/" name, Fixture, NULL, setup, func, teardown)
  ADD ("create", test_create);
  ADD ("rhythm", test_rhythm);
  ADD ("cancelled-customer", test_cancelled_customer);
  ADD ("warnings", test_warnings);
  ADD ("moved-into-week", test_moved_into_week);
  ADD ("week-start", test_week_start);
  ADD ("pickup", test_pickup);
  ADD ("no-pickup", test_no_pickup);
  ADD ("alert", test_alert);
  ADD ("recreate", test_recreate);
  ADD ("complete", test_complete);
  ADD ("cancel-paid", test_cancel_paid);
  ADD ("pages", test_pages);

  return g_test_run ();
}
