/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-orders-helpers.h"

/* The lines of an order, its totals, and what recurs. */

static void
assert_totals (Fixture *self, RgOrder *order, gint64 subtotal)
{
  g_autoptr (RgOrder) now = (RgOrder *) test_load (self->desk, &rg_order_type, get_id (order));

  g_assert_cmpint (now->subtotal, ==, subtotal);
  g_assert_cmpint (now->total, ==, subtotal + now->delivery_fee);
}

static void
test_totals (Fixture *self, gconstpointer data)
{
  g_autoptr (RgOrder) order = create (self, 0, TRUE);
  g_autoptr (RgOrderLine) line = g_object_ref (add_line (self, order, self->box, 2));

  assert_totals (self, order, 7600);
  g_assert_cmpstr (line->name, ==, "Winter box");
  add_line (self, order, self->eggs, 1);
  assert_totals (self, order, 8350);

  /* A discount in hundredths of a percent, another price, another quantity. */
  line->quantity = 3;
  line->unit_price = 3333;
  line->discount = 1250;
  test_perform (self->desk, rg_act_new_record (&rg_order_edit_line, RG_RECORD (line)));
  assert_totals (self, order, 750 + 8749);
  test_await (rg_desk_undo_last (self->desk));
  assert_totals (self, order, 8350);
  test_perform (self->desk, rg_act_new_record (&rg_order_remove_line, RG_RECORD (line)));
  assert_totals (self, order, 750);
  test_await (rg_desk_undo_last (self->desk));
  assert_totals (self, order, 8350);
}

static void
test_rounded_once (Fixture *self, gconstpointer data)
{
  g_autoptr (RgOrder) order = create (self, 0, TRUE);
  g_autoptr (RgOrderLine) a = g_object_ref (add_line (self, order, self->box, 1));
  g_autoptr (RgOrderLine) b = g_object_ref (add_line (self, order, self->eggs, 1));

  /* Half a cent and half a cent are one. */
  a->unit_price = b->unit_price = 1;
  a->discount = b->discount = 5000;
  test_perform (self->desk, rg_act_new_record (&rg_order_edit_line, RG_RECORD (a)));
  assert_totals (self, order, 751);
  test_perform (self->desk, rg_act_new_record (&rg_order_edit_line, RG_RECORD (b)));
  assert_totals (self, order, 1);
}

static void
test_limits (Fixture *self, gconstpointer data)
{
  g_autoptr (RgOrder) order = create (self, 0, TRUE);
  g_autoptr (RgOrderLine) line = g_object_ref (add_line (self, order, self->box, 1));
  g_autofree char *text = NULL;

  line->quantity = G_MAXINT32;
  line->unit_price = G_GINT64_CONSTANT (1000000000000);
  text
    = test_perform_fails_with (self->desk, rg_act_new_record (&rg_order_edit_line, RG_RECORD (line)), RG_ERROR_INVALID);
  g_assert_nonnull (strstr (text, "too large"));
  line->quantity = 0;
  test_perform_fails (self->desk, rg_act_new_record (&rg_order_edit_line, RG_RECORD (line)), RG_ERROR_INVALID);
  line->quantity = 1;
  line->discount = 10001;
  test_perform_fails (self->desk, rg_act_new_record (&rg_order_edit_line, RG_RECORD (line)), RG_ERROR_INVALID);
  assert_totals (self, order, 3800);
}

static void
test_same_product (Fixture *self, gconstpointer data)
{
  g_autoptr (RgOrder) order = create (self, 0, TRUE);

  add_line (self, order, self->eggs, 1);
  g_assert_cmpint (add_line (self, order, self->eggs, 0)->quantity, ==, 2);
  assert_totals (self, order, 1500);
}

static void
test_wholesale (Fixture *self, gconstpointer data)
{
  g_autoptr (RgCustomer) customer = (RgCustomer *) test_load (self->desk, &rg_customer_type, self->customer_id);
  g_autoptr (RgOrder) order = create (self, 0, TRUE);

  customer->wholesale_discount = 1500;
  test_update (self->desk, RG_RECORD (customer));
  g_assert_cmpint (add_line (self, order, self->box, 1)->unit_price, ==, 3230);
}

static void
test_retired (Fixture *self, gconstpointer data)
{
  g_autoptr (RgOrder) order = create (self, 0, TRUE);
  RgAct *act = rg_act_new_record (&rg_product_retire, RG_RECORD (self->eggs));

  act->flag = TRUE;
  test_perform (self->desk, act);
  test_perform_fails (self->desk, new_line_act (&rg_order_add_line, order, self->eggs, 1), RG_ERROR_INVALID);
}

static void
test_paid_more (Fixture *self, gconstpointer data)
{
  g_autoptr (RgOrder) order = create (self, 0, TRUE);
  g_autoptr (RgOrder) now = NULL;

  order->paid = order->total;
  order->payment_status = RG_PAYMENT_STATUS_PAID;
  test_update (self->desk, RG_RECORD (order));
  add_line (self, order, self->box, 1);
  now = (RgOrder *) test_load (self->desk, &rg_order_type, get_id (order));
  g_assert_cmpint (now->payment_status, ==, RG_PAYMENT_STATUS_PART_PAID);
}

static RgRecurringItem *
add_recurring (Fixture *self, RgProduct *product, gint64 quantity, RgFrequency frequency)
{
  g_autoptr (RgRecurringItem) item
    = g_object_new (RG_TYPE_RECURRING_ITEM, "customer-id", self->customer_id, "product-id", get_id (product),
                    "quantity", quantity, "frequency", frequency, NULL);
  g_autoptr (RgAct) act = test_perform_ok (self->desk, rg_act_new_record (&rg_recurring_add, RG_RECORD (item)));

  return (RgRecurringItem *) g_object_ref (act->record);
}

static void
test_recurring (Fixture *self, gconstpointer data)
{
  g_autoptr (RgRecurringItem) box = add_recurring (self, self->box, 2, RG_FREQUENCY_WEEKLY);
  g_autoptr (RgRecurringItem) eggs = add_recurring (self, self->eggs, 1, RG_FREQUENCY_BIWEEKLY);
  g_autoptr (RgOrder) first = create (self, TODAY + 4, TRUE);
  g_autoptr (RgOrder) gift = create (self, TODAY + 5, TRUE);
  g_autoptr (RgOrder) second = create (self, TODAY + 10, TRUE);
  g_autoptr (RgOrder) third = NULL;

  assert_totals (self, first, 8350);
  assert_totals (self, gift, 0);
  assert_totals (self, second, 7600);

  /* What is changed reaches future orders, not those there are. */
  box->quantity = 1;
  test_perform (self->desk, rg_act_new_record (&rg_recurring_edit, RG_RECORD (box)));
  test_perform (self->desk, rg_act_new_record (&rg_recurring_remove, RG_RECORD (eggs)));
  third = create (self, TODAY + 18, TRUE);
  assert_totals (self, third, 3800);
  assert_totals (self, first, 8350);

  test_await (rg_desk_undo_last (self->desk));
  test_await (rg_desk_undo_last (self->desk));
  g_assert_cmpint (test_query_int (self->desk, "SELECT count (*) FROM recurring_item"), ==, 2);
}

/* An order that is cancelled did not bring its items. */
static void
test_recurring_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (RgRecurringItem) box = add_recurring (self, self->box, 1, RG_FREQUENCY_MONTHLY);
  g_autoptr (RgOrder) first = create (self, TODAY + 4, TRUE);
  g_autoptr (RgOrder) again = NULL;

  test_perform (self->desk, rg_act_new_record (&rg_order_cancel, RG_RECORD (first)));
  again = create (self, TODAY + 5, TRUE);
  assert_totals (self, again, 3800);
}

static void
test_recurring_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (RgRecurringItem) box = add_recurring (self, self->box, 1, RG_FREQUENCY_WEEKLY);
  g_autoptr (RgRecurringItem) twice = (RgRecurringItem *) rg_record_copy (RG_RECORD (box));

  rg_record_set_id (RG_RECORD (twice), 0);
  test_perform_fails (self->desk, rg_act_new_record (&rg_recurring_add, RG_RECORD (twice)), RG_ERROR_INVALID);
  box->frequency = RG_FREQUENCY_ONCE;
  test_perform_fails (self->desk, rg_act_new_record (&rg_recurring_edit, RG_RECORD (box)), RG_ERROR_INVALID);
  box->frequency = RG_FREQUENCY_WEEKLY;
  box->quantity = 0;
  test_perform_fails (self->desk, rg_act_new_record (&rg_recurring_edit, RG_RECORD (box)), RG_ERROR_INVALID);
}

static void
test_due (void)
{
  g_autoptr (RgRecurringItem) item = g_object_new (RG_TYPE_RECURRING_ITEM, "frequency", RG_FREQUENCY_WEEKLY, NULL);
  RgDay thursday = rg_day_from_iso ("2026-11-26");

  g_assert_true (rg_recurring_item_is_due (item, thursday, 1));
  item->last_day = thursday;
  g_assert_false (rg_recurring_item_is_due (item, thursday + 3, 1)); /* Sunday ends the week */
  g_assert_true (rg_recurring_item_is_due (item, thursday + 3, 7));  /* or begins it */
  g_assert_true (rg_recurring_item_is_due (item, thursday + 6, 1));
  item->frequency = RG_FREQUENCY_BIWEEKLY;
  g_assert_false (rg_recurring_item_is_due (item, thursday + 7, 1));
  g_assert_true (rg_recurring_item_is_due (item, thursday + 13, 1));
  item->frequency = RG_FREQUENCY_MONTHLY;
  item->last_day = rg_day_from_iso ("2027-01-31");
  g_assert_false (rg_recurring_item_is_due (item, rg_day_from_iso ("2027-02-21"), 1));
  g_assert_true (rg_recurring_item_is_due (item, rg_day_from_iso ("2027-02-28"), 1));
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/order-lines/" name, Fixture, NULL, setup, func, teardown)
  ADD ("totals", test_totals);
  ADD ("rounded-once", test_rounded_once);
  ADD ("limits", test_limits);
  ADD ("same-product", test_same_product);
  ADD ("wholesale", test_wholesale);
  ADD ("retired", test_retired);
  ADD ("paid-more", test_paid_more);
  ADD ("recurring", test_recurring);
  ADD ("recurring-cancelled", test_recurring_cancelled);
  ADD ("recurring-refused", test_recurring_refused);
  g_test_add_func ("/order-lines/due", test_due);

  return g_test_run ();
}
