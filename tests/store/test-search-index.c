/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-search-helpers.h"

#include "rg-note.h"

/* The index is right whatever happens to the customers. */

/* The index follows what is changed and deleted, and can be made anew. */
static void
test_follows (Fixture *self, gconstpointer data)
{
  g_autoptr (RgCustomer) customer
    = (RgCustomer *) rg_db_select_one (self->db, &rg_customer_type, NULL, "WHERE number = 100007", "");
  g_autoptr (RgCustomerFilter) old = filter_new ("陳");
  g_autoptr (RgCustomerFilter) new = filter_new ("chan");
  g_autoptr (GError) error = NULL;

  g_object_set (customer, "first-name", "Chan", NULL);
  {
    g_autoptr (RgTxn) txn = rg_txn_begin (self->db, "test.update", 0, &error);

    g_assert_true (rg_txn_update (txn, RG_RECORD (customer), &error) && rg_txn_commit (txn, NULL, NULL, &error));
  }
  assert_found (self, old, "");
  assert_found (self, new, "7");
  {
    g_autoptr (RgTxn) txn = rg_txn_begin (self->db, "test.rebuild", 0, &error);

    g_assert_true (rg_search_rebuild (self->db, &error) && rg_txn_commit (txn, NULL, NULL, &error));
    g_assert_no_error (error);
  }
  assert_found (self, new, "7");
  {
    g_autoptr (RgTxn) txn = rg_txn_begin (self->db, "test.delete", 0, &error);

    g_assert_true (rg_txn_delete (txn, RG_RECORD (customer), &error) && rg_txn_commit (txn, NULL, NULL, &error));
  }
  assert_found (self, new, "");
}

/* A note makes somebody the most active one, though only when the writer has time. */
static void
test_settles (Fixture *self, gconstpointer data)
{
  g_autoptr (RgNote) note = g_object_new (RG_TYPE_NOTE, "customer-id",
                                          test_file_int (self->db, "SELECT id FROM customer WHERE number = 100001"),
                                          "text", "Called.", "created-at", G_GINT64_CONSTANT (1), NULL);
  g_autoptr (RgCustomerFilter) jordans = filter_new ("jordan");
  g_autoptr (GError) error = NULL;
  gboolean more = TRUE;

  assert_found (self, jordans, "6 1");
  test_file_insert (self->db, RG_RECORD (note));
  while (more)
    g_assert_true (rg_search_settle (self->db, &more, &error));
  assert_found (self, jordans, "1 6");
  g_assert_cmpint (test_file_int (self->db, "SELECT number FROM customer ORDER BY place LIMIT 1"), ==, 100001);

  /* Once more it has nothing to do. */
  g_assert_true (rg_search_settle (self->db, &more, &error) && !more);
  assert_found (self, jordans, "1 6");
}

/* Places go without gaps and no two are the same once the index was made anew, whatever they were before; the order
 * stays. */
static void
test_places (Fixture *self, gconstpointer data)
{
  g_autoptr (RgCustomerFilter) all = filter_new (NULL);
  g_autofree char *before = dup_found (self->db, all);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  gint64 n = test_file_int (self->db, "SELECT count (*) FROM customer");
  gint64 first;

  test_file_run (self->db, "UPDATE customer SET place = place / 2 * 2");
  g_assert_cmpint (test_file_int (self->db, "SELECT count (DISTINCT place) FROM customer"), <, n);
  g_assert_true (rg_check_file (self->db, findings, &error));
  g_assert_cmpuint (findings->len, >, 0);

  g_assert_true (rg_search_repair (self->db, NULL, NULL, &error));
  g_assert_cmpint (test_file_int (self->db, "SELECT count (DISTINCT place) FROM customer"), ==, n);
  g_assert_cmpint (test_file_int (self->db, "SELECT max (place) - min (place) + 1 FROM customer"), ==, n);
  after = dup_found (self->db, all);
  g_assert_cmpstr (after, ==, before);

  g_assert_true (rg_search_take_places (self->db, 3, &first, &error));
  g_assert_cmpint (test_file_int (self->db, "SELECT min (place) FROM customer"), ==, first + 3);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);

  ADD ("/search-index/follows", test_follows);
  ADD ("/search-index/settles", test_settles);
  ADD ("/search-index/places", test_places);

  return g_test_run ();
}
