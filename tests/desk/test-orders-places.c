/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer.h"
#include "rg-order-operations.h"
#include "rg-orders-place.h"
#include "rg-product-dialog.h"
#include "rg-product-operations.h"
#include "rg-products-place.h"
#include "test-view.h"

/* The orders of everybody, and what is sold. */

static TestView *
place_new (RgDesk *desk, GType type)
{
  TestView *self = g_new0 (TestView, 1);

  self->desk = desk;
  self->profile = rg_customer_profile_new (desk);
  self->view = g_object_new (type, "desk", desk, NULL);
  self->window
    = g_object_new (ADW_TYPE_WINDOW, "default-width", 860, "default-height", 640, "content", self->view, NULL);
  gtk_window_present (GTK_WINDOW (self->window));
  test_view_settle (self);
  return self;
}

static void
add_product (RgDesk *desk, const char *number, const char *name)
{
  g_autoptr (RgProduct) product
    = g_object_new (RG_TYPE_PRODUCT, "number", number, "name", name, "price", (gint64) 3800, "category", "Boxes", NULL);

  test_perform (desk, rg_act_new_record (&rg_product_add, RG_RECORD (product)));
}

static void
add_order (RgDesk *desk, gint64 customer_id)
{
  RgAct *act = rg_act_new (&rg_order_create, customer_id);

  act->flag = TRUE;
  test_perform (desk, act);
}

static void
test_orders (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 jordan = test_customer_new (desk, "Jordan", "Reyes");
  gint64 mai = test_customer_new (desk, "Mai Linh", "Tran");
  g_autoptr (RgCustomer) customer = (RgCustomer *) test_load (desk, &rg_customer_type, mai);
  TestView *view;
  GtkWidget *number;

  view = place_new (desk, RG_TYPE_ORDERS_PLACE);
  g_assert_true (test_sees (view->window, "No Orders Yet"));
  add_order (desk, jordan);
  test_view_settle (view);
  g_assert_true (test_sees (view->window, "#20001"));
  g_assert_null (test_find (view->window, GTK_TYPE_IMAGE, "Needs attention in packing"));
  customer->alert_next_order = TRUE;
  test_update (desk, RG_RECORD (customer));
  add_order (desk, mai);
  add_order (desk, jordan);
  test_view_settle (view);
  g_assert_nonnull (test_find (view->window, GTK_TYPE_IMAGE, "Needs attention in packing"));
  g_assert_true (test_sees (view->window, "#20003"));
  g_assert_true (test_sees (view->window, "Mai Linh Tran"));
  g_assert_true (test_sees (view->window, "3 orders"));
  test_view_shoot (view, "orders-place");
  gtk_window_set_default_size (GTK_WINDOW (view->window), 860, 640);

  rg_orders_place_show_customer (RG_ORDERS_PLACE (view->view), mai);
  test_view_settle (view);
  g_assert_true (test_sees (view->window, "1 order"));
  g_assert_false (test_sees (view->window, "#20003"));

  /* An empty list says that the filters hide what there is. */
  number = test_find (view->window, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (number), "20003");
  test_view_settle (view);
  test_view_settle (view);
  g_assert_true (test_sees (view->window, "No Order Matches the Filters"));
  test_click (view->window, "Show All Orders");
  test_view_settle (view);
  g_assert_true (test_sees (view->window, "3 orders"));
  test_view_free (view);
  test_desk_free (desk);
}

static void
test_products (void)
{
  RgDesk *desk = test_desk_new ();
  TestView *view = place_new (desk, RG_TYPE_PRODUCTS_PLACE);
  GtkWidget *dialog;
  GtkWidget *search;

  g_assert_true (test_sees (view->window, "No Products Yet"));
  add_product (desk, "BOX", "Winter vegetable box, large");
  test_click (view->window, "Add product");
  test_view_settle (view);
  dialog = GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (view->window)));
  gtk_editable_set_text (GTK_EDITABLE (test_find (dialog, ADW_TYPE_ENTRY_ROW, "Name")), "Eggs");
  gtk_editable_set_text (GTK_EDITABLE (test_find (dialog, ADW_TYPE_ENTRY_ROW, "Product ID")), "BOX");
  gtk_editable_set_text (GTK_EDITABLE (test_find (dialog, ADW_TYPE_ENTRY_ROW, "Price")), "7.50");
  test_view_shoot (view, "product");
  gtk_window_set_default_size (GTK_WINDOW (view->window), 860, 640);

  /* What is refused stays, with the field marked and the reason said. */
  test_click (dialog, "_Save");
  test_view_settle (view);
  g_assert_true (test_sees (dialog, "belongs to Winter vegetable box, large already."));
  g_assert_true (gtk_widget_has_css_class (test_find (dialog, ADW_TYPE_ENTRY_ROW, "Product ID"), "error"));
  gtk_editable_set_text (GTK_EDITABLE (test_find (dialog, ADW_TYPE_ENTRY_ROW, "Product ID")), "EGG");
  test_click (dialog, "_Save");
  test_view_settle (view);
  test_view_settle (view);
  g_assert_null (adw_window_get_visible_dialog (ADW_WINDOW (view->window)));
  g_assert_true (test_sees (view->window, "$7.50"));
  test_view_shoot (view, "products-place");

  search = test_find (view->window, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "winter");
  test_view_settle (view);
  g_assert_true (test_sees (view->window, "Winter vegetable box, large"));
  g_assert_false (test_sees (view->window, "Eggs"));
  gtk_editable_set_text (GTK_EDITABLE (search), "nothing of the kind");
  test_view_settle (view);
  g_assert_true (test_sees (view->window, "No Product Matches"));
  test_view_free (view);
  test_desk_free (desk);
}

int
main (int argc, char *argv[])
{
  test_view_init (&argc, &argv);

  g_test_add_func ("/places/orders", test_orders);
  g_test_add_func ("/places/products", test_products);

  return g_test_run ();
}
