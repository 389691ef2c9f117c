/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-desk.h"

#include "rg-customer-list.h"
#include "rg-customer-question.h"
#include "rg-customer.h"
#include "rg-note-operations.h"
#include "rg-tag-operations.h"

/* The list of customers: what shows, in which order, and what becomes of it when something changes. */

#define MANY 200

static gint64
make_many (RgDesk *desk)
{
  gint64 first = 0;

  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *last = g_strdup_printf ("Reyes%03u", i);
      gint64 id = test_customer_new (desk, "Jordan", last);

      if (i == 0)
        first = id;
    }
  return first;
}

static RgCustomerFilter *
filter_new (const char *text)
{
  RgCustomerFilter *filter = g_object_new (RG_TYPE_CUSTOMER_FILTER, NULL);

  g_set_str (&filter->text, text);
  return filter;
}

static void
ask_for (RgCustomerList *list, const char *text)
{
  g_autoptr (RgCustomerFilter) filter = filter_new (text);

  test_await (rg_customer_list_set_filter (list, filter));
}

/* The title of a row, once it is loaded. */
static char *
dup_title (RgCustomerList *list, guint position)
{
  g_autoptr (RgCustomerRow) row = g_list_model_get_item (G_LIST_MODEL (list), position);
  char *title;

  while (rg_customer_row_get_customer_id (row) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_object_get (row, "title", &title, NULL);
  return title;
}

static void
assert_title (RgCustomerList *list, guint position, const char *expected)
{
  g_autofree char *title = dup_title (list, position);

  g_assert_cmpstr (title, ==, expected);
}

static void
test_pages (void)
{
  RgDesk *desk = test_desk_new ();
  g_autoptr (RgCustomerList) list = rg_customer_list_new (desk);

  make_many (desk);
  ask_for (list, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, MANY);
  assert_title (list, 0, "Jordan Reyes199");
  assert_title (list, 63, "Jordan Reyes136");
  /* going on, and jumping */
  assert_title (list, 64, "Jordan Reyes135");
  assert_title (list, 199, "Jordan Reyes000");
  assert_title (list, 130, "Jordan Reyes069");
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), MANY));
  g_clear_object (&list);
  test_desk_free (desk);
}

/* Of more customers than are counted at once, the first rows are the answer; how many there are follows. */
static void
test_full_count_follows (void)
{
  RgDesk *desk = test_desk_new ();
  g_autoptr (RgCustomerList) list = rg_customer_list_new (desk);
  const guint n_customers = RG_CUSTOMER_COUNT_FIRST + 9;

  for (guint i = 0; i < n_customers; i++)
    {
      g_autofree char *last = g_strdup_printf ("Reyes%04u", i);

      test_customer_new (desk, "Jordan", last);
    }
  ask_for (list, "reyes");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, RG_CUSTOMER_COUNT_FIRST);
  assert_title (list, 0, "Jordan Reyes1009");
  while (g_list_model_get_n_items (G_LIST_MODEL (list)) != n_customers)
    g_main_context_iteration (NULL, TRUE);
  assert_title (list, n_customers - 1, "Jordan Reyes0000");
  g_clear_object (&list);
  test_desk_free (desk);
}

static void
test_sorted_by_name (void)
{
  RgDesk *desk = test_desk_new ();
  g_autoptr (RgCustomerList) list = rg_customer_list_new (desk);
  g_autoptr (RgCustomerFilter) filter = filter_new (NULL);

  make_many (desk);
  filter->sort = RG_CUSTOMER_SORT_NAME;
  test_await (rg_customer_list_set_filter (list, filter));
  assert_title (list, 0, "Jordan Reyes000");
  assert_title (list, 100, "Jordan Reyes100");
  assert_title (list, 199, "Jordan Reyes199");
  g_clear_object (&list);
  test_desk_free (desk);
}

static void
test_narrowed (void)
{
  RgDesk *desk = test_desk_new ();
  g_autoptr (RgCustomerList) list = rg_customer_list_new (desk);

  make_many (desk);
  ask_for (list, "reyes01 jor");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 10);
  assert_title (list, 0, "Jordan Reyes019");
  ask_for (list, "nobody");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_clear_object (&list);
  test_desk_free (desk);
}

static void
test_newer_question_wins (void)
{
  RgDesk *desk = test_desk_new ();
  g_autoptr (RgCustomerList) list = rg_customer_list_new (desk);
  g_autoptr (RgCustomerFilter) older = filter_new ("jordan");
  g_autoptr (RgCustomerFilter) newer = filter_new ("reyes007");
  DexFuture *first, *second;

  make_many (desk);
  first = rg_customer_list_set_filter (list, older);
  second = rg_customer_list_set_filter (list, newer);
  test_await (second);
  while (dex_future_is_pending (first))
    g_main_context_iteration (NULL, TRUE);
  dex_unref (first);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  assert_title (list, 0, "Jordan Reyes007");
  g_clear_object (&list);
  test_desk_free (desk);
}

static void
test_advice (void)
{
  RgDesk *desk = test_desk_new ();
  g_autoptr (RgCustomerList) list = rg_customer_list_new (desk);
  gint64 id = test_customer_new (desk, "Amélie", "Fournier");
  g_autoptr (RgCustomer) customer = (RgCustomer *) test_load (desk, &rg_customer_type, id);
  g_auto (GStrv) near = NULL;
  guint n_hidden;

  ask_for (list, "fournyer");
  g_object_get (list, "near-words", &near, "n-hidden", &n_hidden, NULL);
  g_assert_cmpuint (n_hidden, ==, 0);
  g_assert_cmpstr (near[0], ==, "Fournier");

  customer->status = RG_CUSTOMER_STATUS_INACTIVE;
  test_update (desk, RG_RECORD (customer));
  ask_for (list, "amelie");
  g_object_get (list, "n-hidden", &n_hidden, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_cmpuint (n_hidden, ==, 1);
  g_clear_object (&list);
  test_desk_free (desk);
}

/* Other filters than that of the status hide somebody, too. */
static void
test_hidden_by_filters (void)
{
  RgDesk *desk = test_desk_new ();
  g_autoptr (RgCustomerList) list = rg_customer_list_new (desk);
  g_autoptr (RgCustomerFilter) filter = g_object_new (RG_TYPE_CUSTOMER_FILTER, "text", "fournier", "any-status", TRUE,
                                                      "has-type", TRUE, "type", RG_CUSTOMER_TYPE_BUSINESS, NULL);
  g_auto (GStrv) near = NULL;
  guint n_hidden;

  test_customer_new (desk, "Amélie", "Fournier");
  test_await (rg_customer_list_set_filter (list, filter));
  g_object_get (list, "near-words", &near, "n-hidden", &n_hidden, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_cmpuint (n_hidden, ==, 1);
  g_assert_null (near);
  g_clear_object (&list);
  test_desk_free (desk);
}

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, guint *n)
{
  (*n)++;
}

static void
wait_for_n (RgCustomerList *list, guint n)
{
  while (g_list_model_get_n_items (G_LIST_MODEL (list)) != n)
    g_main_context_iteration (NULL, TRUE);
}

/* A changed customer changes in place; one that is added appears. */
static void
test_follows_the_file (void)
{
  RgDesk *desk = test_desk_new ();
  g_autoptr (RgCustomerList) list = rg_customer_list_new (desk);
  gint64 first = make_many (desk);
  g_autoptr (RgCustomer) customer = (RgCustomer *) test_load (desk, &rg_customer_type, first);
  g_autofree char *title = NULL;
  guint n_changes = 0;

  ask_for (list, NULL);
  assert_title (list, 199, "Jordan Reyes000");
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), &n_changes);
  g_set_str (&customer->first_name, "Jorinde");
  test_update (desk, RG_RECORD (customer));
  do
    {
      g_free (title);
      title = dup_title (list, 199);
      if (!g_str_equal (title, "Jorinde Reyes000"))
        g_main_context_iteration (NULL, TRUE);
    }
  while (!g_str_equal (title, "Jorinde Reyes000"));
  g_assert_cmpuint (n_changes, ==, 0);

  test_customer_new (desk, "Mai Linh", "Tran");
  wait_for_n (list, MANY + 1);
  assert_title (list, 0, "Mai Linh Tran");
  g_clear_object (&list);
  test_desk_free (desk);
}

static gboolean
is_at (RgCustomerList *list, guint position, const char *expected)
{
  g_autofree char *title = dup_title (list, position);

  return g_str_equal (title, expected);
}

/* Another program's write reads all rows again where they stand: the list does not become short and long meanwhile, and
 * rows far down show who stands there now. */
static void
test_reload_keeps_rows (void)
{
  RgDesk *desk = test_desk_new ();
  g_autoptr (RgCustomerList) list = rg_customer_list_new (desk);
  gint64 first = make_many (desk);
  g_autoptr (RgCustomerRow) before = NULL;
  g_autoptr (RgCustomerRow) after = NULL;
  guint n_changes = 0;

  ask_for (list, NULL);
  assert_title (list, 199, "Jordan Reyes000");
  before = g_list_model_get_item (G_LIST_MODEL (list), 199);
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), &n_changes);
  test_customer_new (desk, "Mai Linh", "Tran");
  wait_for_n (list, MANY + 1);
  while (!is_at (list, 200, "Jordan Reyes000") || !is_at (list, 199, "Jordan Reyes001"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (rg_customer_list_find (list, first), ==, 200);
  after = g_list_model_get_item (G_LIST_MODEL (list), 199);
  g_assert_true (before == after);
  g_clear_object (&list);
  test_desk_free (desk);
}

static gint64
add_tag (RgDesk *desk, gint64 customer_id, const char *name)
{
  RgAct *act = rg_act_new (&rg_tag_add, customer_id);

  act->text = g_strdup (name);
  test_perform (desk, act);
  return test_query_int (desk, "SELECT max (id) FROM tag");
}

/* Who has lost the tag leaves the list of the tag, and who is reminded no more the list of what is due. */
static void
test_leaves (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 jordan = test_customer_new (desk, "Jordan", "Reyes");
  gint64 mai = test_customer_new (desk, "Mai", "Tran");
  gint64 tag = add_tag (desk, jordan, "Requires Follow-up");
  g_autoptr (RgCustomerList) list = rg_customer_list_new (desk);
  g_autoptr (RgCustomerFilter) by_tag = g_object_new (RG_TYPE_CUSTOMER_FILTER, "any-status", TRUE, "tag-id", tag, NULL);
  g_autoptr (RgCustomerFilter) by_day
    = g_object_new (RG_TYPE_CUSTOMER_FILTER, "any-status", TRUE, "due-by", rg_desk_get_today (desk), NULL);
  g_autoptr (RgNote) note = g_object_new (RG_TYPE_NOTE, "customer-id", mai, "text", "Call back", "reminder-day",
                                          rg_desk_get_today (desk), NULL);
  g_autoptr (RgAct) noted = test_perform_ok (desk, rg_act_new_record (&rg_note_add, RG_RECORD (note)));
  RgAct *act;

  add_tag (desk, mai, "Requires Follow-up");
  test_await (rg_customer_list_set_filter (list, by_tag));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  act = rg_act_new (&rg_tag_remove, jordan);
  rg_act_add_id (act, tag);
  test_perform (desk, act);
  wait_for_n (list, 1);
  assert_title (list, 0, "Mai Tran");

  test_await (rg_customer_list_set_filter (list, by_day));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  act = rg_act_new_record (&rg_note_complete, noted->record);
  act->flag = TRUE;
  test_perform (desk, act);
  wait_for_n (list, 0);
  g_clear_object (&list);
  test_desk_free (desk);
}

static void
test_says_why (void)
{
  RgDesk *desk = test_desk_new ();
  g_autoptr (RgCustomerList) list = rg_customer_list_new (desk);
  gint64 id = test_customer_new (desk, "Oskar", "Lindqvist");
  g_autoptr (RgCustomer) customer = (RgCustomer *) test_load (desk, &rg_customer_type, id);
  g_autoptr (RgCustomerRow) row = NULL;
  g_autofree char *subtitle = NULL;

  g_set_str (&customer->phone, "+46 70 174 06 05");
  test_update (desk, RG_RECORD (customer));
  ask_for (list, "070-174");
  row = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_nonnull (row);
  g_object_get (row, "subtitle", &subtitle, NULL);
  g_assert_nonnull (strstr (subtitle, "+46 70 174 06 05"));
  g_clear_object (&row);
  g_clear_object (&list);
  test_desk_free (desk);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);
  g_test_add_func ("/customer-list/pages", test_pages);
  g_test_add_func ("/customer-list/full-count-follows", test_full_count_follows);
  g_test_add_func ("/customer-list/sorted-by-name", test_sorted_by_name);
  g_test_add_func ("/customer-list/narrowed", test_narrowed);
  g_test_add_func ("/customer-list/newer-question-wins", test_newer_question_wins);
  g_test_add_func ("/customer-list/advice", test_advice);
  g_test_add_func ("/customer-list/hidden-by-filters", test_hidden_by_filters);
  g_test_add_func ("/customer-list/follows-the-file", test_follows_the_file);
  g_test_add_func ("/customer-list/reload-keeps-rows", test_reload_keeps_rows);
  g_test_add_func ("/customer-list/leaves", test_leaves);
  g_test_add_func ("/customer-list/says-why", test_says_why);
  return g_test_run ();
}
