/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-ledger-helpers.h"

#include "rg-figures-data.h"
#include "rg-figure-words.h"
#include "rg-payment-history.h"
#include "rg-payment-method.h"

/* The figures of a customer, the words beside them, and how they pay. */

static GObject *
read_figures (RgDb *db, gpointer data, GError **error)
{
  return G_OBJECT (rg_figures_read (db, *(gint64 *) data, "USD", error));
}

static void
test_figures (Fixture *self, gconstpointer data)
{
  const gint64 totals[] = { 1000, 2000, 4001, 9000 };
  g_autoptr (RgFigures) none = NULL;
  g_autoptr (RgFigures) figures = NULL;

  none = test_await_object (rg_desk_read (self->desk, read_figures, &self->customer_id, NULL));
  g_assert_cmpint (none->n_orders, ==, 0);
  g_assert_cmpint (none->score, ==, -1);
  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      g_autoptr (RgOrder) order = new_order (self, totals[i]);
      RgAct *act = new_act (self, &rg_ledger_payment, 2000, NULL);

      if (i == 3)
        {
          order->status = RG_ORDER_STATUS_CANCELLED;
          test_update (self->desk, RG_RECORD (order));
          g_object_unref (act);
          continue;
        }
      rg_act_add_id (act, rg_record_get_id (RG_RECORD (order)));
      test_perform (self->desk, act);
    }

  /* Two are paid, of the third 20.01 is left; the cancelled one counts as an order and in nothing else. */
  figures = test_await_object (rg_desk_read (self->desk, read_figures, &self->customer_id, NULL));
  g_assert_cmpint (figures->n_orders, ==, 4);
  g_assert_cmpint (figures->n_complete, ==, 3);
  g_assert_cmpint (figures->n_purchases, ==, 3);
  g_assert_cmpint (figures->lifetime, ==, 7001);
  g_assert_cmpint (figures->average, ==, 2334);
  g_assert_cmpint (figures->pending, ==, 2001);
  g_assert_cmpint (figures->balance, ==, 1000);
  g_assert_cmpint (figures->score, ==, 66);
}

/* An order in other money is an order and a purchase, but no dollars. */
static void
test_figures_of_all_money (Fixture *self, gconstpointer data)
{
  g_autoptr (RgOrder) dollars = new_order (self, 1000);
  g_autoptr (RgOrder) euros = new_order (self, 5000);
  g_autoptr (RgFigures) figures = NULL;

  g_set_str (&euros->currency, "EUR");
  euros->delivery_day += 10;
  test_update (self->desk, RG_RECORD (euros));
  figures = test_await_object (rg_desk_read (self->desk, read_figures, &self->customer_id, NULL));
  g_assert_cmpint (figures->n_orders, ==, 2);
  g_assert_cmpint (figures->n_purchases, ==, 2);
  g_assert_cmpint (figures->last_purchase, ==, euros->delivery_day);
  g_assert_cmpint (figures->days_between, ==, 10);
  g_assert_cmpint (figures->n_complete, ==, 1);
  g_assert_cmpint (figures->lifetime, ==, 1000);
  g_assert_cmpint (figures->average, ==, 1000);
  g_assert_cmpint (figures->pending, ==, 1000);
}

/* Colour is never alone: each state has its words. */
static void
test_figure_words (Fixture *self, gconstpointer data)
{
  RgFigureState state;

  g_assert_cmpstr (rg_figure_pending_words (0, 10000, &state), ==, "Nothing due");
  g_assert_cmpint (state, ==, RG_FIGURE_GOOD);
  g_assert_cmpstr (rg_figure_pending_words (1, 10000, &state), ==, "Small balance due");
  g_assert_cmpint (state, ==, RG_FIGURE_WARN);
  g_assert_cmpstr (rg_figure_pending_words (10000, 10000, &state), ==, "Large balance due");
  g_assert_cmpint (state, ==, RG_FIGURE_BAD);
  g_assert_cmpstr (rg_figure_balance_words (-1, &state), ==, "Owes money");
  g_assert_cmpstr (rg_figure_balance_words (1, &state), ==, "Has credit");
  g_assert_cmpstr (rg_figure_score_words (-1, &state), ==, "No complete order yet");
  g_assert_cmpstr (rg_figure_score_words (90, &state), ==, "Excellent");
  g_assert_cmpstr (rg_figure_score_words (89, &state), ==, "Some issues");
  g_assert_cmpstr (rg_figure_score_words (69, &state), ==, "Payment problems");
  g_assert_cmpint (state, ==, RG_FIGURE_BAD);
}

static GObject *
read_ledger (RgDb *db, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) entries = rg_db_select (db, &rg_ledger_entry_type, error, "ORDER BY id DESC", "");
  GListStore *ledger = g_list_store_new (RG_TYPE_LEDGER_ENTRY);

  g_list_store_splice (ledger, 0, 0, entries->pdata, entries->len);
  return G_OBJECT (ledger);
}

/* What was paid before the order came into the file, and what was paid at the desk, each once. */
static void
test_payment_history (Fixture *self, gconstpointer data)
{
  g_autoptr (RgOrder) imported = new_order (self, 3000);
  g_autoptr (RgOrder) unpaid = new_order (self, 500);
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GListModel) ledger = NULL;
  RgAct *act = new_act (self, &rg_ledger_payment, 2000, NULL);

  imported->paid = 1000;
  imported->payment_status = RG_PAYMENT_STATUS_PART_PAID;
  test_update (self->desk, RG_RECORD (imported));
  rg_act_add_id (act, rg_record_get_id (RG_RECORD (imported)));
  test_perform (self->desk, act);

  g_ptr_array_add (orders, test_load (self->desk, &rg_order_type, rg_record_get_id (RG_RECORD (imported))));
  g_ptr_array_add (orders, g_object_ref (unpaid));
  g_assert_cmpint (RG_ORDER (orders->pdata[0])->paid, ==, 3000);
  ledger = test_await_object (rg_desk_read (self->desk, read_ledger, NULL, NULL));
  rows = rg_payment_history_make (ledger, orders, "USD");
  g_assert_cmpuint (rows->len, ==, 2);
  for (guint i = 0; i < rows->len; i++)
    if (RG_IS_LEDGER_ENTRY (rows->pdata[i]))
      g_assert_cmpint (RG_LEDGER_ENTRY (rows->pdata[i])->amount, ==, 2000);
    else
      g_assert_cmpint (RG_ORDER (rows->pdata[i])->paid, ==, 1000);
  g_assert_true (RG_IS_LEDGER_ENTRY (rows->pdata[0]) != RG_IS_LEDGER_ENTRY (rows->pdata[1]));
}

static RgAct *
new_method (Fixture *self, RgPaymentType type, const char *profile_id, gboolean is_primary)
{
  g_autoptr (RgPaymentMethod) method = g_object_new (RG_TYPE_PAYMENT_METHOD, "customer-id", self->customer_id, "type",
                                                     type, "profile-id", profile_id, "is-primary", is_primary, NULL);

  return rg_act_new_record (&rg_payment_method_set, RG_RECORD (method));
}

static void
test_payment_methods (Fixture *self, gconstpointer data)
{
  const char *const bad[] = { "abc", "has space", "4242 4242 4242 4242", "4242424242424242", "cus_é", "a/b/c/d" };
  g_autoptr (RgAct) act = NULL;

  test_perform (self->desk, new_method (self, RG_PAYMENT_TYPE_CARD, "cus_NffrFeUfNV2Hib", FALSE));
  g_assert_cmpint (
    test_query_int (self->desk, "SELECT count (*) FROM payment_method WHERE is_primary = 1 AND type = 'card'"), ==, 1);
  act = test_perform_ok (self->desk, new_method (self, RG_PAYMENT_TYPE_INVOICE, NULL, TRUE));
  g_assert_cmpint (test_query_int (self->desk, "SELECT count (*) FROM payment_method WHERE is_primary = 1"), ==, 1);
  g_assert_cmpint (test_query_int (self->desk, "SELECT is_primary FROM payment_method WHERE type = 'invoice'"), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    test_perform_fails (self->desk, new_method (self, RG_PAYMENT_TYPE_CARD, bad[i], FALSE), RG_ERROR_INVALID);

  test_perform (self->desk, rg_act_new_record (&rg_payment_method_remove, act->record));
  g_assert_cmpint (test_query_int (self->desk, "SELECT is_primary FROM payment_method WHERE type = 'card'"), ==, 1);
  test_await (rg_desk_undo_last (self->desk));
  g_assert_cmpint (test_query_int (self->desk, "SELECT is_primary FROM payment_method WHERE type = 'invoice'"), ==, 1);
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);

  ADD ("/figures/orders", test_figures);
  ADD ("/figures/of-all-money", test_figures_of_all_money);
  ADD ("/figures/words", test_figure_words);
  ADD ("/figures/payment-history", test_payment_history);
  ADD ("/figures/payment-methods", test_payment_methods);

  return g_test_run ();
}
