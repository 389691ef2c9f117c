/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-file.h"

#include <sqlite3.h>

#include "rg-check.h"
#include "rg-customer.h"
#include "rg-journal.h"
#include "rg-ledger-entry.h"
#include "rg-note.h"

/* The journal and the ledger only grow, their sums and hashes hold, and who changes them from outside is
 * found out. */

static gint64
add_customer (RgDb *db, gint64 number)
{
  g_autoptr (RgCustomer) customer = g_object_new (RG_TYPE_CUSTOMER, "number", number, "first-name", "Mai", NULL);

  test_file_insert (db, RG_RECORD (customer));
  return rg_record_get_id (RG_RECORD (customer));
}

static void
add_money (RgDb *db, gint64 customer_id, gint64 amount, const char *currency)
{
  g_autoptr (RgLedgerEntry) entry = g_object_new (RG_TYPE_LEDGER_ENTRY, "customer-id", customer_id, "amount", amount,
                                                  "currency", currency, "created-at", G_GINT64_CONSTANT (1), NULL);

  test_file_insert (db, RG_RECORD (entry));
}

static void
assert_refused (RgDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (rg_db_run (db, &error, sql, ""));
  test_assert_sentence (error, RG_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "append-only"));
}

static void
test_append_only (void)
{
  RgDb *db = test_file_new ();

  add_money (db, add_customer (db, 1), 2000, "EUR");
  assert_refused (db, "UPDATE ledger_entry SET amount = 1");
  assert_refused (db, "UPDATE ledger_entry SET reason = 'other'");
  assert_refused (db, "DELETE FROM ledger_entry");
  assert_refused (db, "UPDATE journal_entry SET words = 'other'");
  assert_refused (db, "DELETE FROM journal_entry");
  assert_refused (db, "UPDATE journal_change SET data = NULL");
  assert_refused (db, "DELETE FROM journal_change");
  assert_refused (db, "INSERT OR REPLACE INTO ledger_entry SELECT * FROM ledger_entry");
  assert_refused (db, "INSERT OR REPLACE INTO journal_entry SELECT * FROM journal_entry");
  assert_refused (db, "INSERT OR REPLACE INTO journal_change SELECT * FROM journal_change");
  g_assert_cmpint (test_file_int (db, "SELECT sum (amount) FROM ledger_entry"), ==, 2000);
  g_assert_cmpint (test_file_int (db, "SELECT sum (amount) FROM balance"), ==, 2000);
  test_file_free (db);
}

static void
test_balance (void)
{
  RgDb *db = test_file_new ();
  gint64 mai = add_customer (db, 1);
  gint64 jordan = add_customer (db, 2);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  gint64 sum = 0;

  for (int i = 0; i < 200; i++)
    {
      gint64 amount = g_test_rand_int_range (-100000, 100000);

      add_money (db, mai, amount, i % 2 ? "EUR" : "JPY");
      if (i % 2)
        sum += amount;
    }
  add_money (db, jordan, -500, "EUR");
  g_assert_cmpint (test_file_int (db, "SELECT b.amount FROM balance b JOIN customer c ON c.id = b.customer_id "
                                      "WHERE number = 1 AND b.currency = 'EUR'"),
                   ==, sum);
  g_assert_cmpint (test_file_int (db, "SELECT count (*) FROM balance"), ==, 3);
  g_assert_cmpint (test_file_int (db, "SELECT owes FROM customer WHERE number = 2"), ==, 1);
  add_money (db, jordan, 500, "EUR");
  g_assert_cmpint (test_file_int (db, "SELECT owes FROM customer WHERE number = 2"), ==, 0);
  g_assert_true (rg_check_file (db, findings, NULL));
  g_assert_cmpuint (findings->len, ==, 0);
  test_file_free (db);
}

/* A balance that no number can hold is refused, not rounded. */
static void
test_overflow (void)
{
  RgDb *db = test_file_new ();
  gint64 mai = add_customer (db, 1);
  g_autoptr (RgLedgerEntry) entry = g_object_new (RG_TYPE_LEDGER_ENTRY, "customer-id", mai, "amount", G_MAXINT64,
                                                  "currency", "EUR", "created-at", G_GINT64_CONSTANT (1), NULL);
  g_autoptr (GError) error = NULL;

  add_money (db, mai, 1, "EUR");
  {
    g_autoptr (RgTxn) txn = rg_txn_begin (db, "test.insert", 0, &error);

    g_assert_false (rg_txn_insert (txn, RG_RECORD (entry), &error));
    g_assert_nonnull (error);
  }
  g_assert_cmpint (test_file_int (db, "SELECT amount FROM balance"), ==, 1);
  g_assert_cmpint (test_file_int (db, "SELECT count (*) FROM ledger_entry"), ==, 1);
  test_file_free (db);
}

/* A file with some history, and a way to change it that this program has not got. */
static char *
make_history (void)
{
  RgDb *db = test_file_new ();
  gint64 mai = add_customer (db, 1);
  char *path = g_strdup (rg_db_get_path (db));
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  for (int i = 0; i < 20; i++)
    {
      g_autoptr (RgNote) note
        = g_object_new (RG_TYPE_NOTE, "customer-id", mai, "text", "Called", "created-at", G_GINT64_CONSTANT (1), NULL);

      test_file_insert (db, RG_RECORD (note));
    }
  add_money (db, mai, 2000, "EUR");
  g_assert_true (rg_journal_verify (db, &n, &error));
  g_assert_cmpint (n, ==, 22);
  rg_db_close (db);
  return path;
}

static void
test_tampering (gconstpointer data)
{
  g_autofree char *path = make_history ();
  sqlite3 *sqlite;
  char *message = NULL;
  RgDb *db;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  g_assert_cmpint (sqlite3_open (path, &sqlite), ==, SQLITE_OK);
  sqlite3_exec (sqlite,
                "PRAGMA foreign_keys = OFF; DROP TRIGGER journal_entry_update; DROP TRIGGER journal_entry_delete; "
                "DROP TRIGGER journal_change_update; DROP TRIGGER journal_change_delete; DROP TRIGGER "
                "ledger_entry_update; "
                "DROP TRIGGER ledger_entry_delete",
                NULL, NULL, NULL);
  g_assert_cmpint (sqlite3_exec (sqlite, data, NULL, NULL, &message), ==, SQLITE_OK);
  sqlite3_close (sqlite);

  db = test_file_open (path);
  g_assert_true (rg_check_file (db, findings, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, >, 0);
  for (guint i = 0; i < findings->len; i++)
    {
      g_test_message ("%s", (const char *) findings->pdata[i]);
      g_assert_true (g_str_has_suffix (findings->pdata[i], "."));
    }
  if (strstr (data, "journal") != NULL)
    {
      g_assert_false (rg_journal_verify (db, NULL, &error));
      test_assert_sentence (error, RG_ERROR_CORRUPT);
    }
  test_file_free (db);
}

/* Nothing is written when nothing is changed, and the rest of a transaction goes when one thing in it fails.
 */
static void
test_transactions (void)
{
  RgDb *db = test_file_new ();
  gint64 mai = add_customer (db, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) changes = NULL;
  gint64 entry_id = -1, before = test_file_int (db, "SELECT count (*) FROM journal_entry");

  {
    g_autoptr (RgTxn) txn = rg_txn_begin (db, "test.nothing", 0, &error);
    g_autoptr (RgRecord) customer = rg_db_load (db, &rg_customer_type, mai, NULL);

    g_assert_true (rg_txn_update (txn, customer, &error) && rg_txn_commit (txn, &entry_id, &changes, &error));
    g_assert_cmpint (entry_id, ==, 0);
    g_assert_cmpuint (changes->len, ==, 0);
  }
  {
    g_autoptr (RgTxn) txn = rg_txn_begin (db, "test.half", 0, &error);
    g_autoptr (RgNote) good
      = g_object_new (RG_TYPE_NOTE, "customer-id", mai, "text", "Called", "created-at", G_GINT64_CONSTANT (1), NULL);
    g_autoptr (RgNote) bad = g_object_new (RG_TYPE_NOTE, "customer-id", G_GINT64_CONSTANT (5), "text", "Called",
                                           "created-at", G_GINT64_CONSTANT (1), NULL);

    g_assert_true (rg_txn_insert (txn, RG_RECORD (good), &error));
    g_assert_false (rg_txn_insert (txn, RG_RECORD (bad), &error));
    test_assert_sentence (error, RG_ERROR_CONFLICT);
  }
  g_assert_cmpint (test_file_int (db, "SELECT count (*) FROM note"), ==, 0);
  g_assert_cmpint (test_file_int (db, "SELECT count (*) FROM journal_entry"), ==, before);
  g_assert_cmpint (
    test_file_int (db, "SELECT count (*) FROM journal_change WHERE entry_id > (SELECT max (id) FROM journal_entry)"),
    ==, 0);
  test_file_free (db);
}

static void
test_changes_since (void)
{
  RgDb *db = test_file_new ();
  gint64 mai = add_customer (db, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) changes = NULL;
  gint64 newest, since = test_file_int (db, "SELECT max (id) FROM journal_entry");

  add_money (db, mai, 5, "EUR");
  g_assert_true (rg_journal_changes_since (db, since, &newest, &changes, &error));
  g_assert_cmpint (newest, ==, since + 1);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_true (g_array_index (changes, RgChange, 0).type == &rg_ledger_entry_type);
  g_assert_cmpint (g_array_index (changes, RgChange, 0).customer_id, ==, mai);
  g_clear_pointer (&changes, g_array_unref);

  /* Very many at once are "everything". */
  {
    g_autoptr (RgTxn) txn = rg_txn_begin (db, "test.many", 0, &error);

    for (int i = 0; i < 1001; i++)
      {
        g_autoptr (RgNote) note = g_object_new (RG_TYPE_NOTE, "customer-id", mai, "text", "Called", "created-at",
                                                G_GINT64_CONSTANT (1), NULL);

        g_assert_true (rg_txn_insert (txn, RG_RECORD (note), &error));
      }
    g_assert_true (rg_txn_commit (txn, NULL, NULL, &error));
  }
  g_assert_true (rg_journal_changes_since (db, newest, &newest, &changes, &error));
  g_assert_null (changes);
  g_assert_true (rg_journal_changes_since (db, newest, &newest, &changes, &error));
  g_assert_cmpuint (changes->len, ==, 0);
  g_assert_true (rg_journal_verify (db, NULL, &error));
  test_file_free (db);
}

#define TAMPER(name, sql) g_test_add_data_func ("/journal/tampering/" name, sql, test_tampering)

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);

  g_test_add_func ("/journal/append-only", test_append_only);
  g_test_add_func ("/journal/balance", test_balance);
  g_test_add_func ("/journal/overflow", test_overflow);
  g_test_add_func ("/journal/transactions", test_transactions);
  g_test_add_func ("/journal/changes-since", test_changes_since);
  TAMPER ("words", "UPDATE journal_entry SET words = 'other' WHERE id = 7");
  TAMPER ("who", "UPDATE journal_entry SET staff_id = 5 WHERE id = 7");
  TAMPER ("when", "UPDATE journal_entry SET at = at - 1 WHERE id = 22");
  TAMPER ("hash", "UPDATE journal_entry SET hash = x'00' WHERE id = 22");
  TAMPER ("what", "UPDATE journal_change SET data = replace (data, 'Called', 'Paid') WHERE entry_id = 9");
  TAMPER ("change-gone", "DELETE FROM journal_change WHERE entry_id = 9");
  TAMPER ("entry-gone", "DELETE FROM journal_change WHERE entry_id = 9; DELETE FROM journal_entry WHERE id = 9");
  TAMPER ("moved", "UPDATE journal_entry SET id = 99 WHERE id = 22; UPDATE journal_change SET entry_id = 99 "
                   "WHERE entry_id = 22");
  TAMPER ("ledger", "UPDATE ledger_entry SET amount = 9999");
  TAMPER ("ledger-gone", "DELETE FROM ledger_entry");
  TAMPER ("balance", "UPDATE balance SET amount = 9999");
  TAMPER ("customer-gone", "DELETE FROM customer");
  TAMPER ("search-gone", "DELETE FROM customer_search");
  TAMPER ("search-other", "DELETE FROM customer_search; INSERT INTO customer_search (rowid, words) SELECT "
                          "place, 'x' FROM customer");
  TAMPER ("word", "UPDATE customer SET status = 'gone'");
  TAMPER ("day", "UPDATE customer SET date_of_birth = '1980-02-30'");
  TAMPER ("owes", "UPDATE customer SET owes = 1");

  return g_test_run ();
}
