/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-desk.h"

#include <stdlib.h>
#include <unistd.h>

#include "rg-customer.h"
#include "rg-ledger-entry.h"
#include "rg-note.h"

/* writer FILE NAME FIRST COUNT: opens FILE and writes COUNT notes, "NAME 1", "NAME 2" …, each in one
 * transaction with an entry of the ledger of as many cents. Says the number once it is told that the two are
 * on the disk. Is killed now and then. */

typedef struct
{
  const char *name;
  gint64 number;
} Job;

static gboolean
find_customer (RgTxn *txn, gint64 *id, GError **error)
{
  g_autoptr (RgCustomer) customer = NULL;

  if (!rg_db_get_int (rg_txn_get_db (txn), id, error, "SELECT min (id) FROM customer", ""))
    return FALSE;
  if (*id != 0)
    return TRUE;
  customer
    = g_object_new (RG_TYPE_CUSTOMER, "number", G_GINT64_CONSTANT (1), "first-name", "Mai", "currency", "EUR", NULL);
  if (!rg_txn_insert (txn, RG_RECORD (customer), error))
    return FALSE;
  *id = rg_record_get_id (RG_RECORD (customer));
  return TRUE;
}

static gboolean
write_both (RgTxn *txn, gpointer data, GError **error)
{
  Job *job = data;
  g_autofree char *text = g_strdup_printf ("%s %" G_GINT64_FORMAT, job->name, job->number);
  g_autoptr (RgNote) note = g_object_new (RG_TYPE_NOTE, "text", text, "created-at", rg_txn_get_time (txn), NULL);
  g_autoptr (RgLedgerEntry) entry = g_object_new (RG_TYPE_LEDGER_ENTRY, "amount", job->number, "currency", "EUR",
                                                  "reason", text, "created-at", rg_txn_get_time (txn), NULL);

  if (!find_customer (txn, &note->customer_id, error))
    return FALSE;
  entry->customer_id = note->customer_id;
  return rg_txn_insert (txn, RG_RECORD (note), error) && rg_txn_insert (txn, RG_RECORD (entry), error);
}

int
main (int argc, char **argv)
{
  RgDesk *desk;
  gint64 first, count;

  dex_init ();
  g_assert (argc == 5);
  first = g_ascii_strtoll (argv[3], NULL, 10);
  count = g_ascii_strtoll (argv[4], NULL, 10);
  desk = test_desk_open (argv[1]);
  for (gint64 i = first; i < first + count; i++)
    {
      Job job = { argv[2], i };
      g_autofree char *line = g_strdup_printf ("%" G_GINT64_FORMAT "\n", i);

      test_await (rg_store_write (rg_desk_get_store (desk), "test.write", 0, write_both, &job, NULL));
      if (write (STDOUT_FILENO, line, strlen (line)) < 0)
        abort ();
    }
  test_await (rg_desk_close (desk));
  g_object_unref (desk);
  return 0;
}
