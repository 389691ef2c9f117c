/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-ledger-helpers.h"

#include "rg-ledger-entry.h"

/* Credit, balance and payments, as somebody at the desk would notice them. */

static gint64
get_balance (Fixture *self)
{
  return test_query_int (self->desk, "SELECT coalesce (sum (amount), 0) FROM balance WHERE currency = 'USD'");
}

static RgOrder *
load_order (Fixture *self, RgOrder *order)
{
  return (RgOrder *) test_load (self->desk, &rg_order_type, rg_record_get_id (RG_RECORD (order)));
}

static void
test_credit_adds (Fixture *self, gconstpointer data)
{
  g_autoptr (RgAct) act = NULL;
  RgLedgerEntry *entry;

  test_perform (self->desk, new_act (self, &rg_ledger_add_credit, 5000, "Promotional credit"));
  act = test_perform_ok (self->desk, new_act (self, &rg_ledger_add_credit, 1000, "  Damaged\ntomatoes "));
  g_assert_cmpint (get_balance (self), ==, 6000);

  entry = RG_LEDGER_ENTRY (act->record);
  g_assert_cmpstr (entry->reason, ==, "Damaged tomatoes");
  g_assert_cmpint (entry->staff_id, ==, rg_record_get_id (RG_RECORD (rg_desk_get_staff (self->desk))));
  g_assert_cmpint (entry->created_at, >, 0);
  g_assert_cmpint (entry->approved_by_id, ==, 0);
}

static void
test_credit_refused (Fixture *self, gconstpointer data)
{
  RgAct *act;

  test_perform_fails (self->desk, new_act (self, &rg_ledger_add_credit, 0, "Nothing"), RG_ERROR_INVALID);
  test_perform_fails (self->desk, new_act (self, &rg_ledger_add_credit, -100, "Less"), RG_ERROR_INVALID);
  test_perform_fails (self->desk, new_act (self, &rg_ledger_add_credit, 100, " \t "), RG_ERROR_INVALID);
  test_perform_fails (self->desk, new_act (self, &rg_ledger_add_credit, 100, NULL), RG_ERROR_INVALID);
  act = new_act (self, &rg_ledger_add_credit, 100, "Odd money");
  act->currency = g_strdup ("ZZZ");
  test_perform_fails (self->desk, act, RG_ERROR_INVALID);

  test_perform (self->desk, new_act (self, &rg_ledger_add_credit, G_MAXINT64, "As much as there is"));
  test_perform_fails (self->desk, new_act (self, &rg_ledger_add_credit, 1, "One too many"), RG_ERROR_INVALID);
  g_assert_cmpint (get_balance (self), ==, G_MAXINT64);
}

static void
test_credit_limit (Fixture *self, gconstpointer data)
{
  g_autoptr (RgAct) done = NULL;
  g_autofree char *why = NULL;
  g_autofree char *wrong = NULL;
  gint64 agent_id = test_sign_in_as (self->desk, RG_ROLE_CUSTOMER_SERVICE);
  RgAct *act;

  test_perform (self->desk, new_act (self, &rg_ledger_add_credit, 2000, "A part"));
  test_perform (self->desk, new_act (self, &rg_ledger_add_credit, 3000, "Up to the limit"));
  why = test_perform_fails_with (self->desk, new_act (self, &rg_ledger_add_credit, 5001, "Above"), RG_ERROR_DENIED);
  g_assert_nonnull (strstr (why, "$50.00"));
  g_assert_nonnull (strstr (why, "signature"));

  act = new_act (self, &rg_ledger_add_credit, 5001, "Above");
  act->approver_id = agent_id;
  act->pin = g_strdup (PIN);
  test_perform_fails (self->desk, act, RG_ERROR_DENIED);

  act = new_act (self, &rg_ledger_add_credit, 5001, "Above");
  act->approver_id = self->manager_id;
  act->pin = g_strdup ("1111");
  wrong = test_perform_fails_with (self->desk, act, RG_ERROR_INVALID);
  g_assert_nonnull (strstr (wrong, "Nadia Okafor"));
  g_assert_cmpint (get_balance (self), ==, 5000);

  act = new_act (self, &rg_ledger_add_credit, 5001, "Above");
  act->approver_id = self->manager_id;
  act->pin = g_strdup (PIN);
  done = test_perform_ok (self->desk, act);
  g_assert_cmpint (get_balance (self), ==, 10001);
  g_assert_cmpint (RG_LEDGER_ENTRY (done->record)->staff_id, ==, agent_id);
  g_assert_cmpint (RG_LEDGER_ENTRY (done->record)->approved_by_id, ==, self->manager_id);
  g_assert_null (done->pin);

  /* What a Manager signed for, only a Manager takes back. */
  g_free (test_await_fails (rg_desk_undo (self->desk, done->entry_id), RG_ERROR_DENIED));
  g_assert_cmpint (get_balance (self), ==, 10001);
}

/* A larger credit can't be given in parts: the limit is for a customer and a day. */
static void
test_credit_limit_in_parts (Fixture *self, gconstpointer data)
{
  gint64 other_id = test_customer_new (self->desk, "Mai", "Tran");
  gint64 now = rg_time_now ();
  g_autoptr (RgAct) first = NULL;
  g_autoptr (RgAct) back = NULL;
  g_autoptr (RgAct) asked = NULL;
  g_autoptr (GPtrArray) reasons = NULL;
  g_autofree char *why = NULL;
  RgAct *act;

  /* What a Manager gives does not count. */
  rg_time_set_now (now);
  test_perform (self->desk, new_act (self, &rg_ledger_add_credit, 9000, "Promotional credit"));
  test_sign_in_as (self->desk, RG_ROLE_CUSTOMER_SERVICE);
  first = test_perform_ok (self->desk, new_act (self, &rg_ledger_add_credit, 3000, "One"));
  why = test_perform_fails_with (self->desk, new_act (self, &rg_ledger_add_credit, 2001, "Two"), RG_ERROR_DENIED);
  g_assert_nonnull (strstr (why, "$50.00"));
  g_assert_nonnull (strstr (why, "$30.00 was given today"));
  asked = new_act (self, &rg_ledger_add_credit, 2001, "Two");
  reasons = test_why_not (self->desk, asked);
  g_assert_cmpuint (reasons->len, ==, 1);

  /* Another customer has a limit of their own; a colleague does not have another one for the same. */
  act = new_act (self, &rg_ledger_add_credit, 5000, "Theirs");
  act->customer_id = other_id;
  test_perform (self->desk, act);
  test_sign_in_as (self->desk, RG_ROLE_CUSTOMER_SERVICE);
  test_perform_fails (self->desk, new_act (self, &rg_ledger_add_credit, 2001, "Two"), RG_ERROR_DENIED);
  test_perform (self->desk, new_act (self, &rg_ledger_add_credit, 2000, "Two"));
  g_assert_cmpint (get_balance (self), ==, 9000 + 5000 + 5000);

  /* The next day begins anew. */
  rg_time_set_now (now + G_TIME_SPAN_DAY);
  back = test_perform_ok (self->desk, new_act (self, &rg_ledger_add_credit, 5000, "Three"));
  test_perform_fails (self->desk, new_act (self, &rg_ledger_add_credit, 1, "Four"), RG_ERROR_DENIED);

  /* What is taken back can be given again, but not by taking back that it was taken back as well. */
  test_await (rg_desk_undo_last (self->desk));
  test_perform (self->desk, new_act (self, &rg_ledger_add_credit, 5000, "Four"));
  g_free (test_await_fails (rg_desk_undo (self->desk, back->entry_id + 1), RG_ERROR_DENIED));
  g_assert_cmpint (get_balance (self), ==, 9000 + 5000 + 5000 + 5000);
  rg_time_set_now (0);
}

static void
test_signer_must_do (Fixture *self, gconstpointer data)
{
  gint64 without_pin = test_staff_new (self->desk, "Priya", RG_ROLE_MANAGER);
  gint64 colleague = test_staff_new (self->desk, "Sam", RG_ROLE_CUSTOMER_SERVICE);
  const gint64 ids[] = { without_pin, colleague };

  test_sign_in_as (self->desk, RG_ROLE_CUSTOMER_SERVICE);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      RgAct *act = new_act (self, &rg_ledger_change_balance, 100, "Correction");

      act->flag = TRUE;
      act->approver_id = ids[i];
      act->pin = g_strdup ("");
      test_perform_fails (self->desk, act, RG_ERROR_DENIED);
    }
  g_assert_cmpint (get_balance (self), ==, 0);
}

static void
test_change_balance_sets (Fixture *self, gconstpointer data)
{
  g_autofree char *words = NULL;
  RgAct *act;

  test_perform (self->desk, new_act (self, &rg_ledger_add_credit, 6000, "Start"));
  words = test_perform_fails_with (self->desk, new_act (self, &rg_ledger_change_balance, 2500, "Correction"),
                                   RG_ERROR_DENIED);
  g_assert_nonnull (strstr (words, "$60.00"));
  g_assert_nonnull (strstr (words, "$25.00"));
  g_assert_cmpint (get_balance (self), ==, 6000);

  act = new_act (self, &rg_ledger_change_balance, 2500, "Correction");
  act->flag = TRUE;
  test_perform (self->desk, act);
  g_assert_cmpint (get_balance (self), ==, 2500);
  g_assert_cmpint (test_query_int (self->desk, "SELECT amount FROM ledger_entry WHERE kind = 'adjustment'"), ==, -3500);

  act = new_act (self, &rg_ledger_change_balance, -1000, "They owe");
  act->flag = TRUE;
  test_perform (self->desk, act);
  g_assert_cmpint (get_balance (self), ==, -1000);

  act = new_act (self, &rg_ledger_change_balance, -1000, "Again");
  act->flag = TRUE;
  test_perform_fails (self->desk, act, RG_ERROR_DENIED);
}

static void
test_undo_counters (Fixture *self, gconstpointer data)
{
  g_autoptr (RgAct) act = test_perform_ok (self->desk, new_act (self, &rg_ledger_add_credit, 2000, "Mistake"));

  test_await (rg_desk_undo (self->desk, act->entry_id));
  g_assert_cmpint (get_balance (self), ==, 0);
  g_assert_cmpint (test_query_int (self->desk, "SELECT count (*) FROM ledger_entry"), ==, 2);
  g_assert_cmpint (test_query_int (self->desk, "SELECT count (*) FROM ledger_entry WHERE counters_id IS NOT NULL"), ==,
                   1);
  g_free (test_await_fails (rg_desk_undo (self->desk, act->entry_id), RG_ERROR_DENIED));
}

static void
test_payment_pays_order (Fixture *self, gconstpointer data)
{
  g_autoptr (RgOrder) order = new_order (self, 4000);
  g_autoptr (RgOrder) part = NULL;
  g_autoptr (RgOrder) whole = NULL;
  g_autoptr (RgOrder) undone = NULL;
  g_autoptr (RgAct) second = NULL;
  RgAct *act = new_act (self, &rg_ledger_payment, 1500, "Cash");

  rg_act_add_id (act, rg_record_get_id (RG_RECORD (order)));
  test_perform (self->desk, act);
  part = load_order (self, order);
  g_assert_cmpint (part->paid, ==, 1500);
  g_assert_cmpint (part->payment_status, ==, RG_PAYMENT_STATUS_PART_PAID);
  g_assert_cmpint (get_balance (self), ==, 0);

  /* More than is due stays as credit. */
  act = new_act (self, &rg_ledger_payment, 3000, NULL);
  rg_act_add_id (act, rg_record_get_id (RG_RECORD (order)));
  second = test_perform_ok (self->desk, act);
  whole = load_order (self, order);
  g_assert_cmpint (whole->paid, ==, 4000);
  g_assert_cmpint (whole->payment_status, ==, RG_PAYMENT_STATUS_PAID);
  g_assert_cmpint (get_balance (self), ==, 500);

  act = new_act (self, &rg_ledger_payment, 100, NULL);
  rg_act_add_id (act, rg_record_get_id (RG_RECORD (order)));
  test_perform_fails (self->desk, act, RG_ERROR_DENIED);

  test_await (rg_desk_undo (self->desk, second->entry_id));
  undone = load_order (self, order);
  g_assert_cmpint (undone->paid, ==, 1500);
  g_assert_cmpint (undone->payment_status, ==, RG_PAYMENT_STATUS_PART_PAID);
  g_assert_cmpint (get_balance (self), ==, 0);
}

static void
test_refund_order (Fixture *self, gconstpointer data)
{
  g_autoptr (RgOrder) order = new_order (self, 4000);
  g_autoptr (RgOrder) part = NULL;
  g_autoptr (RgOrder) whole = NULL;
  g_autofree char *words = NULL;
  gint64 id = rg_record_get_id (RG_RECORD (order));
  RgAct *act = new_act (self, &rg_ledger_refund, 100, "Unpaid");

  rg_act_add_id (act, id);
  test_perform_fails (self->desk, act, RG_ERROR_DENIED);
  act = new_act (self, &rg_ledger_payment, 4000, NULL);
  rg_act_add_id (act, id);
  test_perform (self->desk, act);

  act = new_act (self, &rg_ledger_refund, 1000, "One bag was bad");
  rg_act_add_id (act, id);
  test_perform (self->desk, act);
  part = load_order (self, order);
  g_assert_cmpint (part->payment_status, ==, RG_PAYMENT_STATUS_PAID);

  act = new_act (self, &rg_ledger_refund, 3001, "Too much");
  rg_act_add_id (act, id);
  words = test_perform_fails_with (self->desk, act, RG_ERROR_INVALID);
  g_assert_nonnull (strstr (words, "$30.00"));

  act = new_act (self, &rg_ledger_refund, 3000, "The rest");
  rg_act_add_id (act, id);
  test_perform (self->desk, act);
  whole = load_order (self, order);
  g_assert_cmpint (whole->payment_status, ==, RG_PAYMENT_STATUS_REFUNDED);
  g_assert_cmpint (get_balance (self), ==, 0);
}

static void
test_refund_pays_out (Fixture *self, gconstpointer data)
{
  test_perform (self->desk, new_act (self, &rg_ledger_add_credit, 2000, "Service credit"));
  test_perform_fails (self->desk, new_act (self, &rg_ledger_refund, 2001, "More than there is"), RG_ERROR_INVALID);
  test_perform (self->desk, new_act (self, &rg_ledger_refund, 2000, "Moving away"));
  g_assert_cmpint (get_balance (self), ==, 0);
}

static void
test_charges_need_right (Fixture *self, gconstpointer data)
{
  const RgOperation *const operations[] = { &rg_ledger_charge, &rg_ledger_payment, &rg_ledger_refund };
  RgAct *act;

  test_perform (self->desk, new_act (self, &rg_ledger_charge, 700, "Broken crate"));
  g_assert_cmpint (get_balance (self), ==, -700);
  test_sign_in_as (self->desk, RG_ROLE_CUSTOMER_SERVICE);
  for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
    test_perform_fails (self->desk, new_act (self, operations[i], 100, "Me"), RG_ERROR_DENIED);
  act = new_act (self, &rg_ledger_payment, 700, "Cash");
  act->approver_id = self->manager_id;
  act->pin = g_strdup (PIN);
  test_perform (self->desk, act);
  g_assert_cmpint (get_balance (self), ==, 0);
}

static void
test_currencies_apart (Fixture *self, gconstpointer data)
{
  RgAct *act = new_act (self, &rg_ledger_add_credit, 1000, "Euro");

  act->currency = g_strdup ("EUR");
  test_perform (self->desk, act);
  test_perform (self->desk, new_act (self, &rg_ledger_add_credit, 500, "Dollar"));
  g_assert_cmpint (get_balance (self), ==, 500);
  g_assert_cmpint (test_query_int (self->desk, "SELECT amount FROM balance WHERE currency = 'EUR'"), ==, 1000);

  /* The limit is in dollars; other money needs a signature whatever the amount. */
  test_sign_in_as (self->desk, RG_ROLE_CUSTOMER_SERVICE);
  act = new_act (self, &rg_ledger_add_credit, 1, "Euro");
  act->currency = g_strdup ("EUR");
  test_perform_fails (self->desk, act, RG_ERROR_DENIED);
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);

  ADD ("/ledger/credit/adds", test_credit_adds);
  ADD ("/ledger/credit/refused", test_credit_refused);
  ADD ("/ledger/credit/limit", test_credit_limit);
  ADD ("/ledger/credit/limit-in-parts", test_credit_limit_in_parts);
  ADD ("/ledger/signer-must-do", test_signer_must_do);
  ADD ("/ledger/change-balance/sets", test_change_balance_sets);
  ADD ("/ledger/undo-counters", test_undo_counters);
  ADD ("/ledger/payment/pays-order", test_payment_pays_order);
  ADD ("/ledger/refund/order", test_refund_order);
  ADD ("/ledger/refund/pays-out", test_refund_pays_out);
  ADD ("/ledger/charges-need-right", test_charges_need_right);
  ADD ("/ledger/currencies-apart", test_currencies_apart);

  return g_test_run ();
}
