/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-desk.h"

#include "rg-address.h"
#include "rg-customer.h"
#include "rg-label.h"
#include "rg-order.h"

/* Shipping labels: what stands on them, and what must never stand there. */

static RgLabel *
load_label (RgDesk *desk, gint64 order_id)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GListModel) labels = NULL;

  g_array_append_val (ids, order_id);
  labels = test_await_object (rg_labels_load (desk, ids));
  g_assert_cmpuint (g_list_model_get_n_items (labels), ==, 1);
  return g_list_model_get_item (labels, 0);
}

static gint64
make_order (RgDesk *desk, RgOrderKind kind)
{
  gint64 customer_id = test_customer_new (desk, "Jordan", "Reyes");
  g_autoptr (RgCustomer) customer = (RgCustomer *) test_load (desk, &rg_customer_type, customer_id);
  g_autoptr (RgAddress) address
    = g_object_new (RG_TYPE_ADDRESS, "customer-id", customer_id, "street", "12 Mill Lane", "city", "Portland", "state",
                    "OR", "postcode", "97201", "country", "US", "is-primary", TRUE, NULL);
  g_autoptr (RgOrder) order = NULL;

  customer->cardboard_only = TRUE;
  customer->vip_label = TRUE;
  g_set_str (&customer->business_name, "Reyes Catering");
  g_set_str (&customer->special_instructions, "Leave at the side door");
  g_set_str (&customer->private_instructions, "Gate code 4711");
  test_update (desk, RG_RECORD (customer));
  test_insert (desk, RG_RECORD (address));
  order = g_object_new (RG_TYPE_ORDER, "customer-id", customer_id, "number", (gint64) 20877, "currency", "USD", "kind",
                        kind, "delivery-day", rg_day_from_ymd (2026, 12, 3), "route", "4", "stop", (gint64) 11,
                        "address-id", rg_record_get_id (RG_RECORD (address)), "created-at", (gint64) 1, "note",
                        "Custom order", NULL);
  test_insert (desk, RG_RECORD (order));
  return rg_record_get_id (RG_RECORD (order));
}

static void
test_delivery (void)
{
  RgDesk *desk = test_desk_new ();
  g_autoptr (RgLabel) label = load_label (desk, make_order (desk, RG_ORDER_KIND_DELIVERY));

  g_assert_cmpstr (label->recipient, ==, "Jordan Reyes\nReyes Catering");
  g_assert_nonnull (strstr (label->address, "12 Mill Lane"));
  g_assert_nonnull (strstr (label->address, "Portland, OR 97201"));
  g_assert_cmpstr (label->number, ==, "#20877");
  g_assert_nonnull (strstr (label->delivery, "route 4 · stop 11"));
  g_assert_cmpstr (label->marks, ==, "VIP · Cardboard only");
  g_assert_cmpstr (label->instructions, ==, "Leave at the side door");
  g_clear_object (&label);
  test_desk_free (desk);
}

static void
test_pickup (void)
{
  RgDesk *desk = test_desk_new ();
  g_autoptr (RgLabel) label = load_label (desk, make_order (desk, RG_ORDER_KIND_PICKUP));

  g_assert_nonnull (strstr (label->delivery, "Pickup"));
  g_assert_null (strstr (label->delivery, "route"));
  g_clear_object (&label);
  test_desk_free (desk);
}

/* Whatever a label shows anybody can read: nothing that is for staff alone. */
static void
test_nothing_private (void)
{
  RgDesk *desk = test_desk_new ();
  g_autoptr (RgLabel) label = load_label (desk, make_order (desk, RG_ORDER_KIND_DELIVERY));
  g_autofree char *all = g_strjoin ("\n", label->sender, label->recipient, label->address, label->number,
                                    label->delivery, label->marks, label->instructions, NULL);

  g_assert_null (strstr (all, "4711"));
  g_assert_null (strstr (all, "Custom order"));
  g_clear_object (&label);
  test_desk_free (desk);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);
  g_test_add_func ("/label/delivery", test_delivery);
  g_test_add_func ("/label/pickup", test_pickup);
  g_test_add_func ("/label/nothing-private", test_nothing_private);
  return g_test_run ();
}
