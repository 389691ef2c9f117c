/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-input.h"

#include "rg-customer-data.h"
#include "rg-migrate.h"
#include "rg-search.h"
#include "rg-txn.h"
#include "test-desk.h"

/* Whatever is typed into the search: it is answered, the count is that of the rows, and a customer who is made of the
 * same words is found by them. */

static const char *const names[][3] = {
  { "Jordan", "Reyes", "jordan@reyes.example" }, { "Mai Linh", "Trần", NULL },
  { "Zoë", "O’Brien", "zoe@brien.example" },     { "Anna-Maria", "Straße", NULL },
  { "陳", "大文", "chen@example.tw" },
};

static void
insert (RgDb *db, RgCustomer *customer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgTxn) txn = rg_txn_begin (db, "test.insert", 0, &error);

  if (txn == NULL || !rg_txn_insert (txn, RG_RECORD (customer), &error) || !rg_txn_commit (txn, NULL, NULL, &error))
    g_error ("%s", error->message);
}

static RgDb *
open_file (void)
{
  g_autofree char *dir = test_dir_new ();
  g_autofree char *path = g_build_filename (dir, "fuzz.regulars", NULL);
  g_autoptr (GError) error = NULL;
  RgDb *db = rg_db_open (path, RG_DB_READ_WRITE, &error);

  if (db == NULL || !rg_migrate (db, NULL, &error) || !rg_db_run_script (db, "PRAGMA synchronous = OFF", &error))
    g_error ("%s", error->message);
  test_dir_remove (dir); /* it lives on while it is open */
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (RgCustomer) customer
        = g_object_new (RG_TYPE_CUSTOMER, "number", (gint64) i + 1, "first-name", names[i][0], "last-name", names[i][1],
                        "email", names[i][2], "phone", "+49 30 1234567", NULL);

      insert (db, customer);
    }
  return db;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static RgDb *db;
  FuzzInput input = { data, size };
  g_autoptr (GError) error = NULL;
  g_autoptr (RgCustomerFilter) filter = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) reasons = NULL;
  g_autoptr (GPtrArray) same = NULL;
  g_auto (GStrv) near_words = NULL;
  g_autofree char *text = NULL;
  guint count;

  if (db == NULL)
    db = open_file ();
  filter = g_object_new (RG_TYPE_CUSTOMER_FILTER, "sort", fuzz_take_below (&input, 3), "any-status", TRUE, NULL);
  filter->owing = fuzz_take_below (&input, 8) == 1;
  text = fuzz_take_rest (&input);
  g_object_set (filter, "text", text, NULL);

  rows = rg_search_page (db, filter, 0, 0, 100, &error);
  if (rows == NULL || !rg_search_count (db, filter, 0, &count, &error))
    g_error ("%s", error->message);
  g_assert (rows->len == count);
  for (guint i = 0; i < rows->len; i++)
    {
      gboolean belongs;

      if (!rg_search_belongs (db, filter, rows->pdata[i], &belongs, &error))
        g_error ("%s", error->message);
      g_assert (belongs);
    }
  reasons = rg_search_explain (db, rows, text);
  near_words = rg_search_near_words (db, text, &error);
  g_assert_no_error (error);
  same = rg_customer_find_same (db, text, text, 0, &error);
  g_assert_no_error (error);
  return 0;
}
