/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-cart-item.h"
#include "rg-customer.h"
#include "rg-order.h"
#include "rg-product.h"
#include "test-desk.h"

/* The Future Cart, from adding an item to its being in an order. */

typedef struct
{
  RgDesk *desk;
  gint64 customer_id;
  RgProduct *box;
  RgProduct *eggs;
} Fixture;

static RgProduct *
new_product (Fixture *self, const char *number, const char *name, gint64 price)
{
  RgProduct *product
    = g_object_new (RG_TYPE_PRODUCT, "number", number, "name", name, "price", price, "currency", "USD", NULL);

  test_insert (self->desk, RG_RECORD (product));
  return product;
}

static void
setup (Fixture *self, gconstpointer data)
{
  self->desk = test_desk_new ();
  self->customer_id = test_customer_new (self->desk, "Jordan", "Reyes");
  self->box = new_product (self, "BOX", "Winter box", 3800);
  self->eggs = new_product (self, "EGG", "Eggs, dozen", 750);
}

static void
teardown (Fixture *self, gconstpointer data)
{
  g_object_unref (self->box);
  g_object_unref (self->eggs);
  test_check_file (self->desk);
  test_desk_free (self->desk);
}

static RgAct *
new_add (Fixture *self, RgProduct *product, gint64 quantity)
{
  g_autoptr (RgCartItem) item
    = g_object_new (RG_TYPE_CART_ITEM, "customer-id", self->customer_id, "product-id",
                    product != NULL ? rg_record_get_id (RG_RECORD (product)) : (gint64) 0, "quantity", quantity, NULL);

  return rg_act_new_record (&rg_cart_add, RG_RECORD (item));
}

static gint64
add (Fixture *self, RgProduct *product, gint64 quantity)
{
  g_autoptr (RgAct) act = test_perform_ok (self->desk, new_add (self, product, quantity));

  return rg_record_get_id (act->record);
}

static RgAct *
new_act (Fixture *self, const RgOperation *operation, gint64 a, gint64 b)
{
  RgAct *act = rg_act_new (operation, self->customer_id);

  rg_act_add_id (act, a);
  if (b != 0)
    rg_act_add_id (act, b);
  return act;
}

static RgOrder *
new_order (Fixture *self, RgOrderStatus status)
{
  static gint64 number = 7000;
  RgOrder *order
    = g_object_new (RG_TYPE_ORDER, "number", ++number, "customer-id", self->customer_id, "status", status, "currency",
                    "USD", "delivery-fee", (gint64) 600, "total", (gint64) 600, "created-at", (gint64) 1, NULL);

  test_insert (self->desk, RG_RECORD (order));
  return order;
}

static gint64
count (Fixture *self, const char *table, const char *where)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE %s", table, where);

  return test_query_int (self->desk, sql);
}

static void
test_add (Fixture *self, gconstpointer data)
{
  g_autoptr (RgProduct) old = g_object_new (RG_TYPE_PRODUCT, "number", "OLD", "name", "Parsnips", "price", (gint64) 100,
                                            "currency", "USD", "retired", TRUE, NULL);
  g_autoptr (RgCartItem) item = NULL;

  item = (RgCartItem *) test_load (self->desk, &rg_cart_item_type, add (self, self->box, 2));
  g_assert_cmpint (item->price_added, ==, 3800);
  g_assert_cmpstr (item->currency, ==, "USD");
  g_assert_cmpint (item->status, ==, RG_CART_STATUS_PENDING);
  g_assert_cmpint (item->added_at, >, 0);

  test_perform_fails (self->desk, new_add (self, self->box, 0), RG_ERROR_INVALID);
  test_perform_fails (self->desk, new_add (self, self->box, 10000), RG_ERROR_INVALID);
  test_perform_fails (self->desk, new_add (self, NULL, 1), RG_ERROR_INVALID);
  test_insert (self->desk, RG_RECORD (old));
  test_perform_fails (self->desk, new_add (self, old, 1), RG_ERROR_INVALID);
}

static RgAct *
new_edit (Fixture *self, gint64 id, gint64 seen, gint64 quantity)
{
  g_autoptr (RgRecord) item = test_load (self->desk, &rg_cart_item_type, id);
  g_autoptr (RgRecord) base = rg_record_copy (item);

  RG_CART_ITEM (base)->quantity = seen;
  RG_CART_ITEM (item)->quantity = quantity;
  RG_CART_ITEM (item)->price_added = 1;
  return rg_act_new_edit (&rg_cart_edit, item, base);
}

static gint64
get_quantity (Fixture *self, gint64 id)
{
  g_autoptr (RgRecord) item = test_load (self->desk, &rg_cart_item_type, id);

  g_assert_cmpint (RG_CART_ITEM (item)->price_added, ==, 3800);
  return RG_CART_ITEM (item)->quantity;
}

static void
test_quantity (Fixture *self, gconstpointer data)
{
  gint64 id = add (self, self->box, 2);
  g_autoptr (RgOrder) order = new_order (self, RG_ORDER_STATUS_OPEN);

  test_perform (self->desk, new_edit (self, id, 2, 5));
  g_assert_cmpint (get_quantity (self, id), ==, 5);
  test_await (rg_desk_undo_last (self->desk));
  g_assert_cmpint (get_quantity (self, id), ==, 2);

  test_perform_fails (self->desk, new_edit (self, id, 2, 0), RG_ERROR_INVALID);
  test_perform_fails (self->desk, new_edit (self, id, 2, 10000), RG_ERROR_INVALID);
  test_perform_fails (self->desk, new_edit (self, id, 3, 4), RG_ERROR_CONFLICT);
  g_assert_cmpint (get_quantity (self, id), ==, 2);

  /* What is in an order is changed there. */
  test_perform (self->desk, new_act (self, &rg_cart_to_order, id, 0));
  test_perform_fails (self->desk, new_edit (self, id, 2, 4), RG_ERROR_INVALID);
}

static void
test_to_order (Fixture *self, gconstpointer data)
{
  gint64 box = add (self, self->box, 2);
  gint64 eggs = add (self, self->eggs, 1);
  g_autofree char *none = NULL;
  g_autoptr (RgOrder) older = NULL;
  g_autoptr (RgOrder) order = NULL;
  g_autoptr (RgOrder) filled = NULL;
  g_autoptr (RgCartItem) item = NULL;

  none = test_perform_fails_with (self->desk, new_act (self, &rg_cart_to_order, box, eggs), RG_ERROR_DENIED);
  g_assert_nonnull (strstr (none, "open order"));

  older = new_order (self, RG_ORDER_STATUS_OPEN);
  order = new_order (self, RG_ORDER_STATUS_NEW);
  g_object_unref (new_order (self, RG_ORDER_STATUS_COMPLETE));
  test_perform (self->desk, new_act (self, &rg_cart_to_order, box, eggs));
  filled = (RgOrder *) test_load (self->desk, &rg_order_type, rg_record_get_id (RG_RECORD (order)));
  g_assert_cmpint (filled->subtotal, ==, 8350);
  g_assert_cmpint (filled->total, ==, 8950);
  item = (RgCartItem *) test_load (self->desk, &rg_cart_item_type, box);
  g_assert_cmpint (item->status, ==, RG_CART_STATUS_ADDED);
  g_assert_cmpint (item->order_id, ==, rg_record_get_id (RG_RECORD (order)));

  /* Twice is a mistake. */
  test_perform_fails (self->desk, new_act (self, &rg_cart_to_order, box, 0), RG_ERROR_DENIED);
  test_await (rg_desk_undo_last (self->desk));
  g_assert_cmpint (count (self, "order_line", "1"), ==, 0);
  g_assert_cmpint (count (self, "cart_item", "status = 'pending'"), ==, 2);
}

static void
test_price_change (Fixture *self, gconstpointer data)
{
  gint64 id = add (self, self->box, 1);
  g_autoptr (RgOrder) order = new_order (self, RG_ORDER_STATUS_OPEN);
  g_autoptr (RgCartItem) item = NULL;
  g_autofree char *words = NULL;
  RgAct *act;

  test_perform (self->desk, new_add (self, self->eggs, 1));
  self->box->price = 4200;
  test_update (self->desk, RG_RECORD (self->box));
  words = test_perform_fails_with (self->desk, new_act (self, &rg_cart_to_order, id, 0), RG_ERROR_DENIED);
  g_assert_nonnull (strstr (words, "$38.00"));
  g_assert_nonnull (strstr (words, "$42.00"));

  act = new_act (self, &rg_cart_to_order, id, 0);
  act->flag = TRUE;
  test_perform (self->desk, act);
  g_assert_cmpint (test_query_int (self->desk, "SELECT unit_price FROM order_line"), ==, 4200);
  item = (RgCartItem *) test_load (self->desk, &rg_cart_item_type, id);
  g_assert_cmpint (item->price_added, ==, 3800);
}

/* What the customer pays counts, not what stands on the list: nothing has changed. */
static void
test_wholesale (Fixture *self, gconstpointer data)
{
  g_autoptr (RgCustomer) customer = (RgCustomer *) test_load (self->desk, &rg_customer_type, self->customer_id);
  g_autoptr (RgOrder) order = new_order (self, RG_ORDER_STATUS_OPEN);
  g_autoptr (RgCartItem) item = NULL;

  customer->wholesale_discount = 1500;
  test_update (self->desk, RG_RECORD (customer));
  item = (RgCartItem *) test_load (self->desk, &rg_cart_item_type, add (self, self->box, 1));
  g_assert_cmpint (item->price_added, ==, 3230);
  test_perform (self->desk, new_act (self, &rg_cart_to_order, rg_record_get_id (RG_RECORD (item)), 0));
  g_assert_cmpint (test_query_int (self->desk, "SELECT unit_price FROM order_line"), ==, 3230);
}

static void
test_bulk (Fixture *self, gconstpointer data)
{
  gint64 box = add (self, self->box, 1);
  gint64 eggs = add (self, self->eggs, 3);
  g_autoptr (RgOrder) order = new_order (self, RG_ORDER_STATUS_OPEN);

  test_perform (self->desk, new_act (self, &rg_cart_to_order, box, eggs));
  test_perform (self->desk, new_act (self, &rg_cart_set_pending, box, eggs));
  g_assert_cmpint (count (self, "cart_item", "status = 'pending' AND order_id IS NULL"), ==, 2);
  test_perform (self->desk, new_act (self, &rg_cart_delete, box, eggs));
  g_assert_cmpint (count (self, "cart_item", "1"), ==, 0);
  test_await (rg_desk_undo_last (self->desk));
  g_assert_cmpint (count (self, "cart_item", "1"), ==, 2);
  test_perform_fails (self->desk, rg_act_new (&rg_cart_delete, self->customer_id), RG_ERROR_DENIED);
}

static void
test_recurring (Fixture *self, gconstpointer data)
{
  gint64 id = add (self, self->eggs, 2);
  RgAct *act = new_act (self, &rg_cart_set_frequency, id, 0);

  act->text = g_strdup ("weekly");
  test_perform (self->desk, act);
  g_assert_cmpint (count (self, "recurring_item", "frequency = 'weekly' AND quantity = 2"), ==, 1);
  g_assert_cmpint (count (self, "cart_item", "frequency = 'weekly'"), ==, 1);

  /* Marked again, it recurs in another way, not twice. */
  act = new_act (self, &rg_cart_set_frequency, id, 0);
  act->text = g_strdup ("monthly");
  test_perform (self->desk, act);
  g_assert_cmpint (count (self, "recurring_item", "1"), ==, 1);
  g_assert_cmpint (count (self, "recurring_item", "frequency = 'monthly'"), ==, 1);

  act = new_act (self, &rg_cart_set_frequency, id, 0);
  act->text = g_strdup ("daily");
  test_perform_fails (self->desk, act, RG_ERROR_INVALID);
  act = new_act (self, &rg_cart_set_frequency, id, 0);
  act->text = g_strdup ("once");
  test_perform (self->desk, act);
  g_assert_cmpint (count (self, "recurring_item", "1"), ==, 0);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, setup, func, teardown)

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);

  ADD ("/cart/add", test_add);
  ADD ("/cart/quantity", test_quantity);
  ADD ("/cart/to-order", test_to_order);
  ADD ("/cart/price-change", test_price_change);
  ADD ("/cart/wholesale", test_wholesale);
  ADD ("/cart/bulk", test_bulk);
  ADD ("/cart/recurring", test_recurring);

  return g_test_run ();
}
