/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-import.h"
#include "test-desk.h"

/* The Northwind data, whose folder REGULARS_NORTHWIND names: all of it comes in, and its sums are right. */

static void
import_file (RgDesk *desk, const char *folder, const char *name, RgImportKind kind, guint64 n_rows)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (RgImport) import = test_await_object (rg_import_open (path, kind, NULL));
  const RgImportReport *report = rg_import_get_report (import);

  test_await (rg_import_check (import, desk));
  g_assert_cmpuint (report->counts[RG_IMPORT_NEW], ==, n_rows);
  g_assert_cmpuint (report->n_rows, ==, n_rows);
  test_await (rg_import_accept (import, desk));
  g_assert_cmpuint (report->counts[RG_IMPORT_NEW], ==, n_rows);
  test_await (rg_import_check (import, desk));
  g_assert_cmpuint (report->counts[RG_IMPORT_SAME], ==, n_rows);
}

static void
test_all (void)
{
  const char *folder = g_getenv ("REGULARS_NORTHWIND");
  RgDesk *desk;

  if (folder == NULL)
    {
      g_test_skip ("REGULARS_NORTHWIND does not name a folder with the Northwind data");
      return;
    }
  desk = test_desk_new ();
  import_file (desk, folder, "customers.csv", RG_IMPORT_CUSTOMERS, 91);
  import_file (desk, folder, "products.csv", RG_IMPORT_PRODUCTS, 77);
  import_file (desk, folder, "orders.csv", RG_IMPORT_ORDERS, 830);
  import_file (desk, folder, "order-details.csv", RG_IMPORT_ORDER_LINES, 2155);

  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM customer WHERE type = 'business'"), ==, 91);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM address WHERE length (country) = 2"), ==, 91);
  /* Exact sums, made here without rounding in between: unit price × quantity × (10000 − discount), then halves up. */
  g_assert_cmpint (
    test_query_int (desk, "SELECT count (*) FROM orders o WHERE subtotal <> (SELECT (sum (unit_price * quantity "
                          "* (10000 - discount)) + 5000) / 10000 FROM order_line WHERE order_id = o.id)"),
    ==, 0);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM orders WHERE total <> subtotal + delivery_fee"), ==, 0);
  g_assert_cmpint (test_query_int (desk, "SELECT sum (delivery_fee) FROM orders"), ==, 6494269);
  g_assert_cmpint (test_query_int (desk, "SELECT total FROM orders WHERE external_id = '10248'"), ==, 44000 + 3238);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM orders WHERE status = 'complete'"), ==, 809);
  test_check_file (desk);

  for (int i = 0; i < 4; i++)
    test_await (rg_desk_undo_last (desk));
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM customer"), ==, 0);
  test_check_file (desk);
  test_desk_free (desk);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);
  g_test_add_func ("/import/northwind", test_all);
  return g_test_run ();
}
