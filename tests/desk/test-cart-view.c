/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-cart-item.h"
#include "rg-cart-operations.h"
#include "rg-cart-view.h"
#include "rg-customer.h"
#include "rg-order.h"
#include "rg-product-dialog.h"
#include "rg-product.h"
#include "test-view.h"

/* The Future Cart, as somebody uses it. */

static RgProduct *
add_product (RgDesk *desk, gint64 customer_id, const char *name, gint64 price, gint64 price_now)
{
  RgProduct *product
    = g_object_new (RG_TYPE_PRODUCT, "number", name, "name", name, "price", price, "currency", "USD", NULL);
  g_autoptr (RgCartItem) item = NULL;

  test_insert (desk, RG_RECORD (product));
  item = g_object_new (RG_TYPE_CART_ITEM, "customer-id", customer_id, "product-id",
                       rg_record_get_id (RG_RECORD (product)), "quantity", (gint64) 2, NULL);
  test_perform (desk, rg_act_new_record (&rg_cart_add, RG_RECORD (item)));
  product->price = price_now;
  test_update (desk, RG_RECORD (product));
  return product;
}

static void
select_all (TestView *view)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (test_find (view->window, GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);
  test_view_settle (view);
}

static AdwDialog *
get_dialog (TestView *view)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (view->window));
}

static GtkWidget *
type_search (TestView *view, const char *text)
{
  GtkWidget *search = test_find (GTK_WIDGET (get_dialog (view)), GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (search), text);
  test_view_settle (view);
  return search;
}

static void
test_cart (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 customer_id = test_customer_new (desk, "Jordan", "Reyes");
  g_autoptr (RgOrder) order
    = g_object_new (RG_TYPE_ORDER, "number", (gint64) 7001, "customer-id", customer_id, "status", RG_ORDER_STATUS_OPEN,
                    "currency", "USD", "created-at", (gint64) 1, NULL);
  g_autoptr (RgProduct) box = add_product (desk, customer_id, "Winter vegetable box, large", 3800, 4200);
  g_autoptr (RgProduct) eggs = add_product (desk, customer_id, "Pasture-raised eggs, dozen", 750, 700);
  g_autoptr (RgProduct) bread = add_product (desk, customer_id, "Sourdough bread", 600, 600);
  TestView *view = NULL;
  GtkWidget *delete;
  GtkWidget *search;
  int width;

  test_insert (desk, RG_RECORD (order));
  view = test_view_new (desk, customer_id, RG_TYPE_CART_VIEW);
  g_assert_true (test_sees (view->window, "$42.00"));
  g_assert_true (test_sees (view->window, "was $38.00 · ↑ $4.00 more"));
  g_assert_true (test_sees (view->window, "was $7.50 · ↓ $0.50 less"));
  g_assert_true (test_sees (view->window, "this is normal"));
  gtk_widget_measure (view->view, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);

  /* A disabled action says why. */
  delete = test_find (view->window, GTK_TYPE_BUTTON, "Delete Selected");
  g_assert_false (gtk_widget_is_sensitive (delete));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (delete), ==, "Select items first.");

  /* A product can be opened where it is named. */
  test_click (view->window, "Open the product Sourdough bread");
  test_view_settle (view);
  test_view_settle (view);
  g_assert_true (RG_IS_PRODUCT_DIALOG (get_dialog (view)));
  adw_dialog_force_close (get_dialog (view));
  test_view_settle (view);

  select_all (view);
  test_view_shoot (view, "cart");
  test_click (view->window, "Add to Order");
  test_view_settle (view);
  g_assert_true (test_sees (view->window, "Prices Have Changed"));
  test_view_shoot (view, "cart-review");
  test_click (view->window, "Add at Current Prices");
  test_view_settle (view);
  test_view_settle (view);
  g_assert_cmpint (test_query_int (desk, "SELECT subtotal FROM orders"), ==, 2 * (4200 + 700 + 600));
  g_assert_cmpuint (rg_cart_view_count_pending (view->profile), ==, 0);
  g_assert_true (test_sees (view->window, "0 pending of 3"));

  test_click (view->window, "Set to Pending");
  test_view_settle (view);
  g_assert_cmpuint (rg_cart_view_count_pending (view->profile), ==, 3);
  g_assert_true (gtk_widget_activate_action (view->view, "cart.set-frequency", "s", "weekly"));
  test_view_settle (view);
  g_assert_true (test_sees (view->window, "Weekly"));
  test_click (view->window, "Delete Selected");
  test_view_settle (view);
  g_assert_true (test_sees (view->window, "Nothing in the Future Cart"));

  test_click (view->window, "Add Product");
  test_view_settle (view);
  g_assert_true (test_sees (view->window, "Sourdough bread"));
  test_view_shoot (view, "cart-add");

  /* Escape in the search is meant for the dialog when there is nothing to clear. */
  search = type_search (view, "eggs");
  g_assert_false (test_sees (GTK_WIDGET (get_dialog (view)), "Sourdough bread"));
  g_signal_emit_by_name (search, "stop-search");
  test_view_settle (view);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
  g_assert_true (test_sees (GTK_WIDGET (get_dialog (view)), "Sourdough bread"));
  g_signal_emit_by_name (search, "stop-search");
  test_view_settle (view);
  test_view_settle (view);
  g_assert_null (get_dialog (view));

  /* Enter takes the only product that fits. */
  test_click (view->window, "Add Product");
  test_view_settle (view);
  g_signal_emit_by_name (type_search (view, "eggs"), "activate");
  test_view_settle (view);
  test_view_settle (view);
  g_assert_null (get_dialog (view));
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM cart_item WHERE quantity = 1"), ==, 1);

  test_view_free (view);
  test_desk_free (desk);
}

/* A wholesale customer sees what they pay, then and now. */
static void
test_wholesale (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 customer_id = test_customer_new (desk, "Jordan", "Reyes");
  g_autoptr (RgCustomer) customer = (RgCustomer *) test_load (desk, &rg_customer_type, customer_id);
  g_autoptr (RgProduct) box = NULL;
  g_autoptr (RgProduct) bread = NULL;
  TestView *view;

  customer->wholesale_discount = 1000;
  test_update (desk, RG_RECORD (customer));
  box = add_product (desk, customer_id, "Winter vegetable box, large", 3800, 4200);
  bread = add_product (desk, customer_id, "Sourdough bread", 600, 600);
  view = test_view_new (desk, customer_id, RG_TYPE_CART_VIEW);
  g_assert_true (test_sees (view->window, "$37.80"));
  g_assert_true (test_sees (view->window, "was $34.20 · ↑ $3.60 more"));
  g_assert_true (test_sees (view->window, "was $5.40 · same"));
  test_view_free (view);
  test_desk_free (desk);
}

static GtkSpinButton *
get_quantity (TestView *view)
{
  return GTK_SPIN_BUTTON (test_find (view->window, GTK_TYPE_SPIN_BUTTON, NULL));
}

/* How many is changed in the row; gone through quickly, the last one counts. */
static void
test_quantity (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 customer_id = test_customer_new (desk, "Jordan", "Reyes");
  g_autoptr (RgOrder) order
    = g_object_new (RG_TYPE_ORDER, "number", (gint64) 7001, "customer-id", customer_id, "status", RG_ORDER_STATUS_OPEN,
                    "currency", "USD", "created-at", (gint64) 1, NULL);
  g_autoptr (RgProduct) bread = add_product (desk, customer_id, "Sourdough bread", 600, 600);
  TestView *view;

  test_insert (desk, RG_RECORD (order));
  view = test_view_new (desk, customer_id, RG_TYPE_CART_VIEW);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (get_quantity (view)), ==, 2);
  for (guint i = 0; i < 3; i++)
    {
      gtk_spin_button_spin (get_quantity (view), GTK_SPIN_STEP_FORWARD, 1);
      for (guint j = 0; j < 40 * i; j++)
        g_main_context_iteration (NULL, FALSE);
    }
  test_view_settle (view);
  test_view_settle (view);
  g_assert_cmpint (test_query_int (desk, "SELECT quantity FROM cart_item"), ==, 5);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (get_quantity (view)), ==, 5);

  select_all (view);
  test_click (view->window, "Add to Order");
  test_view_settle (view);
  test_view_settle (view);
  g_assert_cmpint (test_query_int (desk, "SELECT quantity FROM order_line"), ==, 5);
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (get_quantity (view))));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (GTK_WIDGET (get_quantity (view))), "in an order already"));

  test_view_free (view);
  test_desk_free (desk);
}

int
main (int argc, char *argv[])
{
  test_view_init (&argc, &argv);

  g_test_add_func ("/cart-view/cart", test_cart);
  g_test_add_func ("/cart-view/wholesale", test_wholesale);
  g_test_add_func ("/cart-view/quantity", test_quantity);

  return g_test_run ();
}
