/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-operations.h"
#include "rg-sample.h"
#include "rg-search.h"
#include "test-desk.h"

/* The sample business, as somebody who explores the program would find it. */

#define FEW 60

static RgDesk *
sample_desk_new (guint n_customers)
{
  RgDesk *desk = test_desk_new ();

  test_await (rg_sample_fill (desk, n_customers, NULL, NULL));
  if (n_customers <= RG_SAMPLE_MAX_HISTORY)
    while (!rg_settings_get_bool (rg_desk_get_settings (desk), RG_SETTING_SAMPLE))
      g_main_context_iteration (NULL, TRUE);
  return desk;
}

static GObject *
find_jordan (RgDb *db, gpointer data, GError **error)
{
  g_autoptr (RgCustomerFilter) filter = g_object_new (RG_TYPE_CUSTOMER_FILTER, "text", data, NULL);
  g_autoptr (GPtrArray) found = rg_search_page (db, filter, 0, 0, 5, error);

  return found != NULL && found->len > 0 ? g_object_ref (found->pdata[0]) : NULL;
}

static void
check_found (RgDesk *desk, const char *typed)
{
  g_autoptr (RgCustomer) customer = test_await_object (rg_desk_read (desk, find_jordan, (gpointer) typed, NULL));

  g_assert_nonnull (customer);
  g_assert_cmpint (customer->number, ==, 100234);
  g_assert_cmpstr (customer->business_name, ==, "Reyes Catering");
}

static void
test_sample_business (void)
{
  RgDesk *desk = sample_desk_new (FEW);

  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM customer"), ==, FEW);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM orders WHERE customer_id = "
                                         "(SELECT id FROM customer WHERE number = 100234)"),
                   ==, 57);
  g_assert_cmpint (test_query_int (desk, "SELECT count (DISTINCT country) FROM address"), >=, 5);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM staff"), ==, 5);
  g_assert_cmpstr (rg_settings_get (rg_desk_get_settings (desk), RG_SETTING_BUSINESS_NAME), ==, "Harvest & Hearth");
  g_assert_true (rg_settings_get_bool (rg_desk_get_settings (desk), RG_SETTING_SAMPLE));
  check_found (desk, "jordan rey");
  check_found (desk, "100234");
  check_found (desk, "555-0142");
  test_check_file (desk);
  test_desk_free (desk);
}

static void
test_sample_past (void)
{
  RgDesk *desk = sample_desk_new (FEW);

  /* Nothing is written before the customer was there, nor in the future, and the journal grew with time. */
  g_assert_cmpint (
    test_query_int (desk, "SELECT count (*) FROM journal_entry WHERE at > 1000000 * (1 + unixepoch ('now'))"), ==, 0);
  g_assert_cmpint (test_query_int (desk,
                                   "SELECT count (*) FROM journal_entry a JOIN journal_entry b ON b.id = a.id + 1 "
                                   "WHERE b.at < a.at AND a.id > 1"),
                   ==, 0);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM note n JOIN customer c ON c.id = n.customer_id "
                                         "WHERE n.created_at < c.registered_at"),
                   ==, 0);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM orders o JOIN customer c ON c.id = o.customer_id "
                                         "WHERE o.created_at < c.registered_at"),
                   ==, 0);
  test_desk_free (desk);
}

static void
assert_operations_known (RgDesk *desk)
{
  g_autoptr (GString) sql = g_string_new ("SELECT count (*) FROM journal_entry WHERE operation NOT IN (");
  guint n_operations;
  const RgOperation *const *all = rg_operations (&n_operations);

  for (guint i = 0; i < n_operations; i++)
    g_string_append_printf (sql, "%s'%s'", i > 0 ? ", " : "", all[i]->name);
  g_string_append_c (sql, ')');
  g_assert_cmpint (test_query_int (desk, sql->str), ==, 0);
}

/* The history tells each entry in words: it knows what was done. */
static void
test_sample_told (void)
{
  RgDesk *desk = sample_desk_new (FEW);

  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM journal_entry"), >, FEW);
  assert_operations_known (desk);
  test_desk_free (desk);
}

static void
sample_at (RgDesk **desk, const char *now)
{
  rg_time_set_now (rg_time_from_iso (now));
  *desk = sample_desk_new (FEW);
  check_found (*desk, "jordan rey");
  check_found (*desk, "555-0142");
  rg_time_set_now (0);
}

static void
test_sample_same (void)
{
  static const char people[]
    = "SELECT sum (number * length (first_name || last_name || email) * substr (phone, -1)) FROM customer";
  static const char what_happened[] = "SELECT (SELECT sum (total) FROM orders) + (SELECT count (*) FROM note) + "
                                      "(SELECT sum (amount) FROM ledger_entry)";
  RgDesk *desks[4];

  sample_at (&desks[0], "2026-11-22T00:00:30Z");
  sample_at (&desks[1], "2026-11-22T12:00:00Z");
  sample_at (&desks[2], "2026-11-22T23:59:30Z");
  sample_at (&desks[3], "2028-02-29T08:00:00Z");
  for (guint i = 1; i < G_N_ELEMENTS (desks); i++)
    g_assert_cmpint (test_query_int (desks[i], people), ==, test_query_int (desks[0], people));
  for (guint i = 1; i < 3; i++)
    g_assert_cmpint (test_query_int (desks[i], what_happened), ==, test_query_int (desks[0], what_happened));
  for (guint i = 0; i < G_N_ELEMENTS (desks); i++)
    test_desk_free (desks[i]);
}

/* All of the business that is offered for exploring: balances, the sums of orders and the history hold. */
static void
test_sample_whole (void)
{
  RgDesk *desk = sample_desk_new (RG_SAMPLE_CUSTOMERS);

  test_check_file (desk);
  test_desk_free (desk);
}

/* A large one is loaded in bulk, and is as right as one that was written entry by entry. */
static void
test_sample_large (void)
{
  RgDesk *desk = sample_desk_new (RG_SAMPLE_MAX_HISTORY + 1);

  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM customer"), ==, RG_SAMPLE_MAX_HISTORY + 1);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM orders"), ==, 10 * (RG_SAMPLE_MAX_HISTORY + 1));
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM note"), ==, 5 * (RG_SAMPLE_MAX_HISTORY + 1));
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM pragma_foreign_key_check"), ==, 0);
  assert_operations_known (desk);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM sqlite_schema WHERE name = 'orders_customer'"), ==, 1);
  test_check_file (desk);
  desk = test_desk_reopen (desk);
  test_desk_free (desk);
}

static void
test_sample_refused (void)
{
  RgDesk *desk = test_desk_new ();

  test_customer_new (desk, "Real", "Person");
  g_free (test_await_fails (rg_sample_fill (desk, FEW, NULL, NULL), RG_ERROR_CONFLICT));
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM customer"), ==, 1);
  test_desk_free (desk);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);
  g_test_add_func ("/sample/business", test_sample_business);
  g_test_add_func ("/sample/past", test_sample_past);
  g_test_add_func ("/sample/told", test_sample_told);
  g_test_add_func ("/sample/same-at-any-time", test_sample_same);
  g_test_add_func ("/sample/whole", test_sample_whole);
  g_test_add_func ("/sample/large", test_sample_large);
  g_test_add_func ("/sample/refused", test_sample_refused);
  return g_test_run ();
}
