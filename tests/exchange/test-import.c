/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "rg-address.h"
#include "rg-customer.h"
#include "rg-import.h"
#include "rg-order-line.h"
#include "rg-order.h"
#include "rg-product.h"
#include "rg-staff.h"
#include "rg-undo.h"
#include "test-desk.h"

/* Importing: what a dry run says, what is on file after accepting it, and that one undo takes it back. */

static RgImport *
open_file (const char *path, RgImportKind kind)
{
  return test_await_object (rg_import_open (path, kind, NULL));
}

static RgImport *
open_data (const char *name, RgImportKind kind)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "data", name, NULL);

  return open_file (path, kind);
}

static RgImport *
open_text (const char *text, RgImportKind kind)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("import-XXXXXX.csv", &path, NULL);
  RgImport *import;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_close (fd, NULL);
  import = open_file (path, kind);
  g_object_set_data_full (G_OBJECT (import), "path", g_steal_pointer (&path), g_free);
  return import;
}

static void
close_text (RgImport *import)
{
  g_remove (g_object_get_data (G_OBJECT (import), "path"));
  g_object_unref (import);
}

static void
assert_counts (RgImport *import, guint64 new, guint64 changed, guint64 same, guint64 duplicate, guint64 bad)
{
  const RgImportReport *report = rg_import_get_report (import);

  g_assert_cmpuint (report->counts[RG_IMPORT_NEW], ==, new);
  g_assert_cmpuint (report->counts[RG_IMPORT_CHANGED], ==, changed);
  g_assert_cmpuint (report->counts[RG_IMPORT_SAME], ==, same);
  g_assert_cmpuint (report->counts[RG_IMPORT_DUPLICATE], ==, duplicate);
  g_assert_cmpuint (report->counts[RG_IMPORT_BAD], ==, bad);
  g_assert_cmpuint (report->n_rows, ==, new + changed + same + duplicate + bad);
}

static void
assert_flaw (RgImport *import, guint64 line, const char *part)
{
  GPtrArray *flaws = rg_import_get_report (import)->flaws;

  for (guint i = 0; i < flaws->len; i++)
    {
      RgImportFlaw *flaw = flaws->pdata[i];

      if (flaw->line == line && strstr (flaw->reason, part) != NULL)
        return;
    }
  g_error ("no flaw in line %" G_GUINT64_FORMAT " says “%s”", line, part);
}

static void
accept (RgDesk *desk, const char *name, RgImportKind kind)
{
  g_autoptr (RgImport) import = open_data (name, kind);

  test_await (rg_import_accept (import, desk));
}

/* When they last logged in, from where, and when the password was last reset is known to the shop alone. */
static void
test_logins (void)
{
  RgDesk *desk = test_desk_new ();
  RgImport *import = open_text ("Name,Email,Last login,Last login from,Password last reset\n"
                                "Jordan Reyes,jordan@reyes.example,2026-11-20,192.0.2.7,2026-03-01\n",
                                RG_IMPORT_CUSTOMERS);
  g_autoptr (RgCustomer) customer = NULL;

  test_await (rg_import_accept (import, desk));
  customer = (RgCustomer *) test_load (desk, &rg_customer_type, test_query_int (desk, "SELECT id FROM customer"));
  g_assert_cmpuint (rg_day_of_time (customer->last_login_at, NULL), ==, rg_day_from_ymd (2026, 11, 20));
  g_assert_cmpstr (customer->last_login_from, ==, "192.0.2.7");
  g_assert_cmpuint (rg_day_of_time (customer->password_reset_at, NULL), ==, rg_day_from_ymd (2026, 3, 1));
  close_text (import);
  test_desk_free (desk);
}

static void
test_customers (void)
{
  RgDesk *desk = test_desk_new ();
  g_autoptr (RgImport) import = open_data ("customers.csv", RG_IMPORT_CUSTOMERS);
  g_autoptr (RgCustomer) two = NULL;
  g_autoptr (RgAddress) address = NULL;
  gint64 id;

  test_await (rg_import_check (import, desk));
  assert_counts (import, 3, 0, 0, 1, 2);
  g_assert_cmpuint (rg_import_get_report (import)->n_repaired, ==, 1);
  assert_flaw (import, 5, "twice");
  assert_flaw (import, 6, "Atlantis");
  assert_flaw (import, 7, "no name");
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM customer"), ==, 0);

  test_await (rg_import_accept (import, desk));
  assert_counts (import, 3, 0, 0, 1, 2);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM customer"), ==, 3);
  id = test_query_int (desk, "SELECT id FROM customer WHERE external_id = 'TWO'");
  two = (RgCustomer *) test_load (desk, &rg_customer_type, id);
  g_assert_cmpstr (two->first_name, ==, "Íris");
  g_assert_cmpstr (two->last_name, ==, "Ñandú");
  g_assert_cmpstr (two->business_name, ==, "Casa \"Do\" Sol");
  g_assert_cmpint (two->type, ==, RG_CUSTOMER_TYPE_BUSINESS);
  address = (RgAddress *) test_load (
    desk, &rg_address_type,
    test_query_int (desk,
                    "SELECT a.id FROM address a JOIN customer c ON c.id = a.customer_id WHERE c.external_id = 'TWO'"));
  g_assert_cmpstr (address->street, ==, "Av. Central, 5");
  g_assert_cmpstr (address->country, ==, "PT");
  g_assert_null (address->state);
  g_assert_cmpint (
    test_query_int (
      desk, "SELECT count (*) FROM customer WHERE external_id = 'THREE' AND type = 'individual' AND fax IS NULL"),
    ==, 1);
  test_check_file (desk);

  test_await (rg_desk_undo_last (desk));
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM customer"), ==, 0);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM address"), ==, 0);
  test_check_file (desk);
  test_desk_free (desk);
}

/* A second file changes only what it has a value for, and says which values differ. */
static void
test_again (void)
{
  RgDesk *desk = test_desk_new ();
  RgImport *import;
  guint n_targets;
  const RgCsvTarget *targets = rg_import_kind_get_targets (RG_IMPORT_CUSTOMERS, &n_targets);

  accept (desk, "customers.csv", RG_IMPORT_CUSTOMERS);
  import = open_text ("id,phone,email,city\nONE,,lea@example.fr,Paris\nTWO,(2) 555-8888,,Porto\n", RG_IMPORT_CUSTOMERS);
  test_await (rg_import_accept (import, desk));
  assert_counts (import, 0, 1, 1, 0, 0);
  for (guint i = 0; i < n_targets; i++)
    g_assert_cmpuint (rg_import_get_report (import)->conflicts[i], ==, g_str_equal (targets[i].name, "city") ? 1 : 0);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM customer WHERE external_id = 'ONE' AND phone = "
                                         "'04.78.00.00.00' AND email = 'lea@example.fr'"),
                   ==, 1);
  g_assert_cmpint (
    test_query_int (desk, "SELECT count (*) FROM address WHERE city = 'Paris' AND street = '12 rue des Lilas'"), ==, 1);
  test_await (rg_desk_undo_last (desk));
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM address WHERE city = 'Lyon'"), ==, 1);
  close_text (import);

  /* Without a key of its own a row is known by its email, whatever its case. */
  import = open_text ("name,email,tags\nAda Byron,ADA@example.org,\"VIP; Blue box\"\n", RG_IMPORT_CUSTOMERS);
  test_await (rg_import_accept (import, desk));
  assert_counts (import, 1, 0, 0, 0, 0);
  close_text (import);
  import = open_text ("name,email\nAda Byron,ada@EXAMPLE.org\n", RG_IMPORT_CUSTOMERS);
  test_await (rg_import_check (import, desk));
  assert_counts (import, 0, 1, 0, 0, 0);
  close_text (import);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM customer_tag"), ==, 2);

  /* Of a customer on file, the discount alone is a change. */
  import = open_text ("id,email,discount\nONE,,12.5 %\nTWO,,\n", RG_IMPORT_CUSTOMERS);
  test_await (rg_import_accept (import, desk));
  assert_counts (import, 0, 1, 1, 0, 0);
  g_assert_cmpint (test_query_int (desk, "SELECT wholesale_discount FROM customer WHERE external_id = 'ONE'"), ==,
                   1250);
  test_await (rg_import_check (import, desk));
  assert_counts (import, 0, 0, 2, 0, 0);
  close_text (import);

  test_check_file (desk);
  test_desk_free (desk);
}

/* Who comes in under a new key may be somebody on file: the dry run counts them. */
static void
test_similar (void)
{
  RgDesk *desk = test_desk_new ();
  RgImport *import = open_text ("id,name,email,phone,zip\nA,Ada Byron,ada@example.org,,10115\n"
                                "B,Grace Hopper,,+49 30 1234567,20095\nC,Alan Turing,alan@example.org,,80331\n",
                                RG_IMPORT_CUSTOMERS);
  g_autofree char *words = NULL;

  test_await (rg_import_check (import, desk));
  g_assert_cmpuint (rg_import_get_report (import)->n_similar, ==, 0);
  test_await (rg_import_accept (import, desk));
  close_text (import);

  import = open_text ("id,name,email,phone,zip\nX1,A. Byron,ADA@example.org,,\nX2,Admiral Hopper,,030 1234567,\n"
                      "X3,ALAN TURING,,,80331\nX4,Alan Turing,,,80333\nX5,Edsger Dijkstra,ed@example.org,,80331\n",
                      RG_IMPORT_CUSTOMERS);
  test_await (rg_import_check (import, desk));
  assert_counts (import, 5, 0, 0, 0, 0);
  g_assert_cmpuint (rg_import_get_report (import)->n_similar, ==, 3);
  words = rg_import_report_dup_text (rg_import_get_report (import));
  g_assert_nonnull (strstr (words, "3 of the new"));
  close_text (import);
  test_desk_free (desk);
}

static void
assert_many (RgDesk *desk, gint64 customers, gint64 tagged)
{
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM customer"), ==, customers);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM address"), ==, customers);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM customer_tag"), ==, tagged);
  g_assert_cmpint (
    test_query_int (desk, "SELECT count (*) FROM customer_search WHERE customer_search MATCH '\"number7\"'"), ==,
    customers > 7);
  g_assert_cmpint (
    test_query_int (desk, "SELECT count (*) FROM customer_search WHERE customer_search MATCH '\"bigboxes\"'"), ==,
    tagged);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM sqlite_schema WHERE tbl_name = 'customer' "
                                         "AND type = 'index' AND sql IS NOT NULL"),
                   ==, 9);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM sqlite_schema WHERE name = 'journal_change_replace'"),
                   ==, 1);
  test_check_file (desk);
}

/* So many that indexes are put off, and come back: there, gone, there again; and more of them besides those. */
static void
test_many (void)
{
  RgDesk *desk = test_desk_new ();
  g_autoptr (GString) text = g_string_new ("id,name,phone,city,tags\n");
  g_autoptr (GString) more = g_string_new ("name,email,phone,city\n");
  RgImport *import;
  gint64 entry_id;

  for (int i = 0; i < 2500; i++)
    g_string_append_printf (text, "K%d,Customer Number%d,020 7946 %04d,London,%s\n", i, i, i,
                            i % 100 == 0 ? "Bigboxes" : "");
  import = open_text (text->str, RG_IMPORT_CUSTOMERS);
  test_await (rg_import_accept (import, desk));
  assert_counts (import, 2500, 0, 0, 0, 0);
  assert_many (desk, 2500, 25);
  close_text (import);

  test_await (rg_desk_undo_last (desk));
  assert_many (desk, 0, 0);
  entry_id = test_query_int (desk, "SELECT max (id) FROM journal_entry");
  {
    g_autoptr (RgAct) act = rg_act_new (&rg_undo, 0);

    rg_act_add_id (act, entry_id);
    test_await (rg_desk_perform (desk, act));
  }
  assert_many (desk, 2500, 25);

  /* Rows of other kinds beside them: by e-mail, by name and phone (the last one is known), and again the same. */
  for (int i = 0; i < 2500; i++)
    g_string_append_printf (more, "Another Person%d,%s%d%s,020 7947 %04d,Leeds\n", i, i % 2 == 0 ? "a" : "",
                            i % 2 == 0 ? i : 0, i % 2 == 0 ? "@example.org" : "", i);
  g_string_append (more, "Customer Number7,,020 7946 0007,London\n");
  g_string_replace (more, ",0,", ",,", 0);
  import = open_text (more->str, RG_IMPORT_CUSTOMERS);
  test_await (rg_import_accept (import, desk));
  assert_counts (import, 2500, 0, 1, 0, 0);
  assert_many (desk, 5000, 25);
  test_await (rg_import_accept (import, desk));
  assert_counts (import, 0, 0, 2501, 0, 0);
  close_text (import);
  test_desk_free (desk);
}

static void
test_notations (void)
{
  RgDesk *desk = test_desk_new ();
  RgImport *import = open_text ("sku;name;price\n1;A;1.234,50\n2;B;12,5\n3;C;1.500\n4;D;12,345\n", RG_IMPORT_PRODUCTS);

  test_await (rg_import_accept (import, desk));
  assert_counts (import, 3, 0, 0, 0, 1);
  assert_flaw (import, 5, "Price");
  g_assert_cmpint (test_query_int (desk, "SELECT price FROM product WHERE number = '1'"), ==, 123450);
  g_assert_cmpint (test_query_int (desk, "SELECT price FROM product WHERE number = '3'"), ==, 150000);
  close_text (import);

  /* "1,234" alone may be either; nobody guesses until a person says. */
  import = open_text ("sku;name;price\n9;Z;1,234\n", RG_IMPORT_PRODUCTS);
  test_await (rg_import_check (import, desk));
  assert_counts (import, 0, 0, 0, 0, 1);
  assert_flaw (import, 2, "two ways");
  rg_import_set_notation (import, RG_CSV_NUMBER_POINT, RG_CSV_DATE_UNKNOWN);
  test_await (rg_import_accept (import, desk));
  assert_counts (import, 1, 0, 0, 0, 0);
  g_assert_cmpint (test_query_int (desk, "SELECT price FROM product WHERE number = '9'"), ==, 123400);
  close_text (import);

  import = open_text ("name,email,birthday\nA B,a@example.org,03/04/1980\nC D,c@example.org,1980-13-01\n",
                      RG_IMPORT_CUSTOMERS);
  test_await (rg_import_check (import, desk));
  assert_counts (import, 0, 0, 0, 0, 2);
  assert_flaw (import, 2, "two ways");
  assert_flaw (import, 3, "not a date");
  rg_import_set_notation (import, RG_CSV_NUMBER_UNKNOWN, RG_CSV_DATE_DMY);
  test_await (rg_import_accept (import, desk));
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM customer WHERE date_of_birth = '1980-04-03'"), ==, 1);
  close_text (import);
  test_desk_free (desk);
}

static void
test_orders (void)
{
  RgDesk *desk = test_desk_new ();
  g_autoptr (RgImport) orders = open_data ("orders.csv", RG_IMPORT_ORDERS);
  g_autoptr (RgImport) lines = open_data ("lines.csv", RG_IMPORT_ORDER_LINES);
  g_autoptr (RgImport) products = open_data ("products.csv", RG_IMPORT_PRODUCTS);
  g_autoptr (RgOrder) order = NULL;
  gint64 id;

  test_await (rg_import_check (orders, desk));
  assert_counts (orders, 0, 0, 0, 0, 3);
  assert_flaw (orders, 2, "Import the customers first");

  accept (desk, "customers.csv", RG_IMPORT_CUSTOMERS);
  test_await (rg_import_accept (products, desk));
  assert_counts (products, 2, 0, 0, 0, 1);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM product WHERE retired = 1 AND price = 102150"), ==, 1);
  test_await (rg_import_accept (orders, desk));
  assert_counts (orders, 2, 0, 0, 0, 1);
  id = test_query_int (desk, "SELECT id FROM orders WHERE number = 70001");
  order = (RgOrder *) test_load (desk, &rg_order_type, id);
  g_assert_cmpint (order->status, ==, RG_ORDER_STATUS_COMPLETE);
  g_assert_cmpint (order->origin, ==, RG_ORDER_ORIGIN_IMPORT);
  g_assert_cmpint (order->payment_status, ==, RG_PAYMENT_STATUS_PAID);
  g_assert_cmpint (order->delivery_fee, ==, 3238);
  g_assert_cmpuint (order->delivery_day, ==, rg_day_from_iso ("1996-08-01"));
  g_assert_cmpuint (rg_day_of_time (order->created_at, NULL), ==, rg_day_from_iso ("1996-07-04"));
  g_assert_cmpstr (order->ship_to, ==, "Émile & Filles\n12 rue des Lilas\n69001 Lyon\nFrance");
  /* What is not shipped is not paid for either; the file says nothing of payments. */
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM orders WHERE number = 70002 AND status = 'open' "
                                         "AND payment_status = 'unpaid' AND paid = 0"),
                   ==, 1);

  test_await (rg_import_accept (lines, desk));
  assert_counts (lines, 3, 0, 0, 1, 3);
  assert_flaw (lines, 6, "no order");
  assert_flaw (lines, 7, "no product");
  g_clear_object (&order);
  order = (RgOrder *) test_load (desk, &rg_order_type, id);
  /* 14.45 × 3 × 0.85 + 9.95 × 0.95 = 36.8475 + 9.4525 = 46.30, rounded once; each by itself would give 46.30 too. */
  g_assert_cmpint (order->subtotal, ==, 4630);
  g_assert_cmpint (order->total, ==, 4630 + 3238);
  g_assert_cmpint (order->paid, ==, order->total);
  g_assert_cmpint (test_query_int (desk, "SELECT discount FROM order_line ORDER BY id LIMIT 1"), ==, 1500);
  test_check_file (desk);

  test_await (rg_import_check (lines, desk));
  assert_counts (lines, 0, 0, 3, 1, 3);
  test_await (rg_desk_undo_last (desk));
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM order_line"), ==, 0);
  test_check_file (desk);
  test_desk_free (desk);
}

static void
test_refused (void)
{
  RgDesk *desk = test_desk_new ();
  RgImport *import = open_text ("colour,size\nred,1\n", RG_IMPORT_CUSTOMERS);

  g_free (test_await_fails (rg_import_check (import, desk), RG_ERROR_INVALID));
  close_text (import);
  g_free (test_await_fails (rg_import_open ("/nonexistent/file.csv", RG_IMPORT_CUSTOMERS, NULL), RG_ERROR_NOT_FOUND));

  import = open_data ("customers.csv", RG_IMPORT_CUSTOMERS);
  test_sign_in_as (desk, RG_ROLE_MANAGER);
  g_free (test_await_fails (rg_import_accept (import, desk), RG_ERROR_DENIED));
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM customer"), ==, 0);
  g_object_unref (import);
  test_desk_free (desk);
}

/* Cancelled in the middle: nothing is written, and it may be tried again. */
static void
test_cancel (void)
{
  RgDesk *desk = test_desk_new ();
  g_autoptr (GString) text = g_string_new ("id,name,phone\n");
  DexFuture *future;
  RgImport *import;

  for (int i = 0; i < 4000; i++)
    g_string_append_printf (text, "K%d,Customer Number%d,020 7946 %04d\n", i, i, i % 10000);
  import = open_text (text->str, RG_IMPORT_CUSTOMERS);
  future = rg_import_accept (import, desk);
  while (rg_import_get_progress (import) == 0)
    g_main_context_iteration (NULL, FALSE);
  rg_import_cancel (import);
  g_free (test_await_fails (future, RG_ERROR_CANCELLED));
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM customer"), ==, 0);
  test_await (rg_import_accept (import, desk));
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM customer"), ==, 4000);
  test_await (rg_desk_undo_last (desk));
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM customer"), ==, 0);
  close_text (import);
  test_desk_free (desk);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);
  g_test_add_func ("/import/customers", test_customers);
  g_test_add_func ("/import/logins", test_logins);
  g_test_add_func ("/import/again", test_again);
  g_test_add_func ("/import/similar", test_similar);
  g_test_add_func ("/import/many", test_many);
  g_test_add_func ("/import/notations", test_notations);
  g_test_add_func ("/import/orders", test_orders);
  g_test_add_func ("/import/refused", test_refused);
  g_test_add_func ("/import/cancel", test_cancel);
  return g_test_run ();
}
