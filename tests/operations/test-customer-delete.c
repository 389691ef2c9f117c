/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-cart-item.h"
#include "rg-contact.h"
#include "rg-note.h"
#include "rg-order-line.h"
#include "rg-order.h"
#include "rg-picture.h"
#include "test-orders-helpers.h"

/* Deleting a customer: with all that belongs to them, by an Administrator, after a warning, and taken back as a whole.
 */

/* Of everything that a customer may have. */
static void
add_company (Fixture *self)
{
  static const guint8 png[] = "\x89PNG and so on";
  g_autoptr (GBytes) bytes = g_bytes_new_static (png, sizeof png);
  g_autoptr (RgRecord) order = g_object_new (RG_TYPE_ORDER, "customer-id", self->customer_id, "number", (gint64) 7,
                                             "currency", "USD", "created-at", (gint64) 1, NULL);
  g_autoptr (RgRecord) note = g_object_new (RG_TYPE_NOTE, "customer-id", self->customer_id, "text", "Called", NULL);
  g_autoptr (RgRecord) contact = g_object_new (RG_TYPE_CONTACT, "customer-id", self->customer_id, "name", "Kim", NULL);
  g_autoptr (RgRecord) picture = g_object_new (RG_TYPE_PICTURE, "owner-id", self->customer_id, "data", bytes, NULL);
  g_autoptr (RgRecord) line = NULL;
  g_autoptr (RgRecord) item = NULL;
  RgAct *tag = rg_act_new (&rg_tag_add, self->customer_id);

  test_insert (self->desk, order);
  line = g_object_new (RG_TYPE_ORDER_LINE, "order-id", get_id (order), "name", "Box", "quantity", (gint64) 1,
                       "currency", "USD", NULL);
  item
    = g_object_new (RG_TYPE_CART_ITEM, "customer-id", self->customer_id, "product-id", get_id (self->box), "quantity",
                    (gint64) 1, "currency", "USD", "order-id", get_id (order), "added-at", (gint64) 1, NULL);
  test_insert (self->desk, line);
  test_insert (self->desk, item);
  test_insert (self->desk, picture);
  tag->text = g_strdup ("VIP");
  test_perform (self->desk, tag);
  test_perform (self->desk, rg_act_new_record (&rg_note_add, note));
  test_perform (self->desk, rg_act_new_record (&rg_contact_add, contact));
}

static gint64
count_all (Fixture *self)
{
  return test_query_int (self->desk, "SELECT (SELECT count (*) FROM customer) + (SELECT count (*) FROM orders) "
                                     "+ (SELECT count (*) FROM order_line) + (SELECT count (*) FROM cart_item) "
                                     "+ (SELECT count (*) FROM note) + (SELECT count (*) FROM contact) "
                                     "+ (SELECT count (*) FROM customer_tag) + (SELECT count (*) FROM picture)");
}

static void
test_delete (Fixture *self, gconstpointer data)
{
  RgAct *act = rg_act_new (&rg_customer_delete, self->customer_id);
  g_autofree char *warning = NULL;

  add_company (self);
  g_assert_cmpint (count_all (self), ==, 8);
  warning = test_perform_fails_with (self->desk, g_object_ref (act), RG_ERROR_DENIED);
  g_assert_nonnull (strstr (warning, "1 order, 1 note, addresses"));
  g_assert_nonnull (strstr (warning, "Deactivate the customer instead"));
  g_assert_cmpint (count_all (self), ==, 8);

  act->flag = TRUE;
  act->text = g_strdup ("Asked to be forgotten");
  test_perform (self->desk, act);
  g_assert_cmpint (count_all (self), ==, 0);
  g_assert_cmpint (test_query_int (self->desk,
                                   "SELECT count (*) FROM journal_entry WHERE operation = 'customer.delete' "
                                   "AND words = 'Jordan Reyes' AND reason = 'Asked to be forgotten'"),
                   ==, 1);
  test_check_file (self->desk);

  /* What was a mistake is taken back whole. */
  test_await (rg_desk_undo_last (self->desk));
  g_assert_cmpint (count_all (self), ==, 8);
}

static void
test_money_stays (Fixture *self, gconstpointer data)
{
  RgAct *credit = rg_act_new (&rg_ledger_add_credit, self->customer_id);
  RgAct *act = rg_act_new (&rg_customer_delete, self->customer_id);
  g_autofree char *words = NULL;

  credit->amount = 500;
  credit->currency = g_strdup ("USD");
  credit->text = g_strdup ("Damaged");
  test_perform (self->desk, credit);
  act->flag = TRUE;
  words = test_perform_fails_with (self->desk, act, RG_ERROR_DENIED);
  g_assert_nonnull (strstr (words, "the ledger is never changed. Deactivate the customer instead."));
  g_assert_cmpint (count_all (self), ==, 1);
}

static void
test_rights (Fixture *self, gconstpointer data)
{
  RgAct *act = rg_act_new (&rg_customer_delete, self->customer_id);

  act->flag = TRUE;
  test_sign_in_as (self->desk, RG_ROLE_MANAGER);
  test_perform_fails (self->desk, g_object_ref (act), RG_ERROR_DENIED);
  g_assert_cmpint (count_all (self), ==, 1);
  test_sign_in_as (self->desk, RG_ROLE_ADMINISTRATOR);
  test_perform (self->desk, act);
  g_assert_cmpint (count_all (self), ==, 0);
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);

  g_test_add ("/customer-delete/all", Fixture, NULL, setup, test_delete, teardown);
  g_test_add ("/customer-delete/money-stays", Fixture, NULL, setup, test_money_stays, teardown);
  g_test_add ("/customer-delete/rights", Fixture, NULL, setup, test_rights, teardown);

  return g_test_run ();
}
