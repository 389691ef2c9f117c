/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-address-dialog.h"
#include "rg-cart-add-dialog.h"
#include "rg-ledger-dialog.h"
#include "rg-order-dialog.h"
#include "rg-order.h"
#include "rg-palette-item.h"
#include "rg-palette.h"
#include "rg-payment-dialog.h"
#include "rg-product-dialog.h"
#include "rg-product.h"
#include "rg-setting.h"
#include "rg-staff-dialog.h"
#include "rg-tags-view.h"
#include "test-window.h"

static GListModel *
get_items (gpointer palette)
{
  GtkListView *list = test_find_named (palette, "list");

  return list != NULL ? G_LIST_MODEL (gtk_list_view_get_model (list)) : NULL;
}

typedef struct
{
  gpointer palette;
  const char *title;
  RgPaletteItem *found; /* not owned */
  guint position;
} Wanted;

static gboolean
has_item (gpointer data)
{
  Wanted *wanted = data;
  GListModel *items = get_items (wanted->palette);

  for (guint i = 0; items != NULL && i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (RgPaletteItem) item = g_list_model_get_item (items, i);
      g_autofree char *title = NULL;

      g_object_get (item, "title", &title, NULL);
      if (g_strcmp0 (title, wanted->title) == 0)
        {
          wanted->found = item;
          wanted->position = i;
          return TRUE;
        }
    }
  return FALSE;
}

static RgPaletteItem *
wait_item (gpointer palette, const char *title, guint *position)
{
  Wanted wanted = { palette, title, NULL, 0 };

  g_test_message ("waiting for “%s” in the palette", title);
  test_wait_until (has_item, &wanted);
  if (position != NULL)
    *position = wanted.position;
  return wanted.found;
}

static gboolean
is_first (gpointer data)
{
  Wanted *wanted = data;

  return has_item (wanted) && wanted->position == 0;
}

/* Before anything is typed all there is to do is offered, so that it may be there already. */
static RgPaletteItem *
wait_first (gpointer palette, const char *title)
{
  Wanted wanted = { palette, title, NULL, 0 };

  g_test_message ("waiting for “%s” at the top of the palette", title);
  test_wait_until (is_first, &wanted);
  return wanted.found;
}

static gpointer
open_palette (RgWindow *window)
{
  test_act (window, "win.palette");
  return test_wait_dialog (window, RG_TYPE_PALETTE);
}

static void
type (gpointer palette, const char *text)
{
  gtk_editable_set_text (test_wait_named (palette, "entry"), text);
  test_settle (50);
}

static void
press_enter (gpointer palette)
{
  g_signal_emit_by_name (test_wait_named (palette, "entry"), "activate");
}

static void
test_commands (void)
{
  RgWindow *window = test_window_new ();
  gpointer palette = open_palette (window);
  RgPaletteItem *item;

  /* without a customer, what is about one says so and does nothing */
  test_pictures (window, "palette");
  type (palette, "add not");
  item = wait_first (palette, "Add Note");
  g_assert_cmpstr (rg_palette_item_get_why_not (item), ==, "Open a customer first.");
  press_enter (palette);
  test_settle (300);
  g_assert_true (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) == palette);

  /* found by a word that is not in its title, run with Enter */
  type (palette, "colleag");
  item = wait_item (palette, "Manage Staff", NULL);
  g_assert_null (rg_palette_item_get_why_not (item));
  type (palette, "manage staff");
  wait_first (palette, "Manage Staff");
  press_enter (palette);
  test_wait_dialog (window, RG_TYPE_STAFF_DIALOG);
  test_window_free (window);
}

static gboolean
shows_customer (gpointer window)
{
  RgCustomerPage *page = rg_window_get_page (window);
  g_autofree char *name = NULL;

  if (page != NULL)
    g_object_get (page, "display-name", &name, NULL);
  return g_strcmp0 (name, "Jordan Reyes") == 0;
}

/* An order by its number and a product by its name or number are found, and open. */
static void
test_orders_and_products (void)
{
  RgWindow *window = test_window_new ();
  RgDesk *desk = rg_window_get_desk (window);
  gint64 jordan = test_customer_new (desk, "Jordan", "Reyes");
  g_autoptr (RgOrder) order = g_object_new (RG_TYPE_ORDER, "customer-id", jordan, "number", (gint64) 20610, "currency",
                                            "USD", "created-at", (gint64) 1, NULL);
  g_autoptr (RgProduct) product = g_object_new (RG_TYPE_PRODUCT, "number", "EGG-12", "name", "Pasture-raised eggs",
                                                "price", (gint64) 750, "currency", "USD", NULL);
  gpointer palette;
  guint position;

  test_insert (desk, RG_RECORD (order));
  test_insert (desk, RG_RECORD (product));
  palette = open_palette (window);
  type (palette, "#20610");
  wait_item (palette, "Order #20610", &position);
  test_pictures (window, "palette-order");
  g_signal_emit_by_name (test_find_named (palette, "list"), "activate", position);
  adw_dialog_close (test_wait_dialog (window, RG_TYPE_ORDER_DIALOG));
  test_wait_no_dialog (window);

  palette = open_palette (window);
  type (palette, "egg-12");
  wait_item (palette, "Pasture-raised eggs", &position);
  type (palette, "pasture");
  wait_item (palette, "Pasture-raised eggs", &position);
  g_signal_emit_by_name (test_find_named (palette, "list"), "activate", position);
  test_wait_dialog (window, RG_TYPE_PRODUCT_DIALOG);
  test_pictures (window, "product");
  adw_dialog_close (test_wait_dialog (window, RG_TYPE_PRODUCT_DIALOG));
  test_wait_no_dialog (window);
  test_window_free (window);
}

static void
test_customers (void)
{
  RgWindow *window = test_window_new ();
  gpointer palette;

  test_customer_new (rg_window_get_desk (window), "Jordan", "Reyes");
  palette = open_palette (window);
  type (palette, "jor");
  wait_item (palette, "Jordan Reyes", NULL);
  test_pictures (window, "palette-customers");
  press_enter (palette);
  test_wait_no_dialog (window);
  test_wait_until (shows_customer, window);

  /* now what is about a customer can be done */
  palette = open_palette (window);
  type (palette, "add note");
  g_assert_null (rg_palette_item_get_why_not (wait_item (palette, "Add Note", NULL)));
  type (palette, "owing");
  wait_item (palette, "Owing", NULL);
  type (palette, "qqqqq");
  test_wait_for (palette, GTK_TYPE_LABEL, "Nothing Found");
  test_window_free (window);
}

static gboolean
offers (GListModel *items, const char *action)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (RgPaletteItem) item = g_list_model_get_item (items, i);

      if (g_str_equal (rg_palette_item_get_action (item), action))
        return TRUE;
    }
  return FALSE;
}

static void
check_offers_all (GListModel *items, GtkWidget *widget, const char *prefix)
{
  /* What is about one thing among several, what stands on a page or in the palette already, and what only dialogs ask.
   */
  static const char *const elsewhere[] = {
    "page.launch",
    "page.remove-tag",
    "page.show-view",
    "win.add-note",
    "win.edit-customer",
    "win.open-again",
    "win.open-customer",
    "win.open-customer-tab",
    "win.open-order",
    "win.open-product",
    "win.open-read-only",
    "win.palette",
    "win.print-label",
    "win.show-orders",
    "win.show-tag",
    "win.show-view",
    "win.start-import",
    "win.stay",
    NULL,
  };
  const GVariantType *parameter_type;
  const char *name, *property_name;
  GType owner;

  for (guint i = 0;
       gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (widget), i, &owner, &name, &parameter_type, &property_name);
       i++)
    if (g_str_has_prefix (name, prefix) && !g_strv_contains (elsewhere, name))
      {
        g_test_message ("%s", name);
        g_assert_true (offers (items, name));
      }
}

/* All that the window and an open customer can be asked for is in the palette, and only what there is. */
static void
test_complete (void)
{
  RgWindow *window = test_window_new ();
  gpointer palette;
  GListModel *items;

  test_await (
    rg_window_open_customer (window, test_customer_new (rg_window_get_desk (window), "Jordan", "Reyes"), FALSE));
  palette = open_palette (window);
  wait_item (palette, "Add Note", NULL);
  items = get_items (palette);
  check_offers_all (items, GTK_WIDGET (window), "win.");
  check_offers_all (items, GTK_WIDGET (rg_window_get_page (window)), "page.");
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (RgPaletteItem) item = g_list_model_get_item (items, i);
      const char *action = rg_palette_item_get_action (item);
      GtkWidgetClass *klass = GTK_WIDGET_GET_CLASS (
        g_str_has_prefix (action, "page.") ? GTK_WIDGET (rg_window_get_page (window)) : GTK_WIDGET (window));
      const GVariantType *parameter_type;
      const char *name = NULL, *property_name;
      GType owner;

      if (g_str_has_prefix (action, "app."))
        continue;
      for (guint j = 0; gtk_widget_class_query_action (klass, j, &owner, &name, &parameter_type, &property_name)
                        && !g_str_equal (name, action);
           j++)
        name = NULL;
      g_test_message ("%s", action);
      g_assert_cmpstr (name, ==, action);
    }
  test_window_free (window);
}

static void
run (RgWindow *window, const char *title)
{
  gpointer palette = open_palette (window);

  type (palette, title);
  wait_first (palette, title);
  press_enter (palette);
}

/* What a view does is done from the palette whichever view is looked at. */
static void
test_in_views (void)
{
  RgWindow *window = test_window_new ();
  RgDesk *desk = rg_window_get_desk (window);
  gint64 id = test_customer_new (desk, "Jordan", "Reyes");

  test_await (rg_window_open_customer (window, id, FALSE));
  run (window, "Add Credit");
  adw_dialog_force_close (test_wait_dialog (window, RG_TYPE_LEDGER_DIALOG));
  run (window, "Enter Payment");
  adw_dialog_force_close (test_wait_dialog (window, RG_TYPE_LEDGER_DIALOG));
  run (window, "Payment Info");
  adw_dialog_force_close (test_wait_dialog (window, RG_TYPE_PAYMENT_DIALOG));
  run (window, "Add Address");
  adw_dialog_force_close (test_wait_dialog (window, RG_TYPE_ADDRESS_DIALOG));
  run (window, "Add to Future Cart");
  adw_dialog_force_close (test_wait_dialog (window, RG_TYPE_CART_ADD_DIALOG));
  test_wait_no_dialog (window);
  run (window, "Create Order");
  test_wait_dialog (window, ADW_TYPE_DIALOG);
  g_assert_false (RG_IS_PALETTE (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))));
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  test_wait_no_dialog (window);
  run (window, "Add Tag");
  test_wait_no_dialog (window);
  test_wait_for (window, RG_TYPE_TAGS_VIEW, NULL);
  test_window_free (window);
}

static const char *
get_why_not (gpointer palette, const char *title)
{
  type (palette, title);
  return rg_palette_item_get_why_not (wait_item (palette, title, NULL));
}

static void
test_reasons (void)
{
  RgWindow *window = test_window_new ();
  RgDesk *desk = rg_window_get_desk (window);
  gpointer palette;

  test_await (rg_window_open_customer (window, test_customer_new (desk, "Jordan", "Reyes"), FALSE));
  palette = open_palette (window);
  g_assert_cmpstr (get_why_not (palette, "Reactivate Customer"), ==, "The customer is active already.");
  g_assert_null (get_why_not (palette, "Deactivate Customer"));
  g_assert_cmpstr (get_why_not (palette, "Remove Photo"), ==, "There is no photo.");
  g_assert_null (get_why_not (palette, "Export"));
  g_assert_null (get_why_not (palette, "Back Up"));

  test_sign_in_as (desk, RG_ROLE_CUSTOMER_SERVICE);
  g_assert_cmpstr (get_why_not (palette, "Export"), ==,
                   "This needs the permission Import and Export/View. Ask somebody with the role Manager or above.");
  g_assert_cmpstr (get_why_not (palette, "Back Up"), ==,
                   "This needs the permission Import and Export/View. Ask somebody with the role Manager or above.");
  test_window_free (window);
}

/* Where nothing is picked up, nobody is offered to create such an order. */
static void
test_switched_off (void)
{
  RgWindow *window = test_window_new ();
  RgDesk *desk = rg_window_get_desk (window);
  g_autoptr (RgSetting) setting = g_object_new (RG_TYPE_SETTING, "name", "pickup", "value", "no", NULL);
  gpointer palette = open_palette (window);

  type (palette, "pickup");
  wait_item (palette, "Create Pickup Order", NULL);
  adw_dialog_force_close (ADW_DIALOG (palette));
  test_wait_no_dialog (window);
  test_perform (desk, rg_act_new_record (&rg_setting_change, RG_RECORD (setting)));
  palette = open_palette (window);
  type (palette, "create order");
  wait_item (palette, "Create Order", NULL);
  g_assert_false (offers (get_items (palette), "page.create-pickup-order"));
  test_window_free (window);
}

int
main (int argc, char **argv)
{
  test_display_init (&argc, &argv);
  g_test_add_func ("/desk/palette/commands", test_commands);
  g_test_add_func ("/desk/palette/orders-and-products", test_orders_and_products);
  g_test_add_func ("/desk/palette/customers", test_customers);
  g_test_add_func ("/desk/palette/complete", test_complete);
  g_test_add_func ("/desk/palette/in-views", test_in_views);
  g_test_add_func ("/desk/palette/reasons", test_reasons);
  g_test_add_func ("/desk/palette/switched-off", test_switched_off);
  return g_test_run ();
}
