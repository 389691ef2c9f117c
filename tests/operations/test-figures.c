/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-ledger-helpers.h"

#include "rg-figures-data.h"
#include "rg-figure-words.h"
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
  ADD ("/figures/payment-methods", test_payment_methods);

  return g_test_run ();
}
