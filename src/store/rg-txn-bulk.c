/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-txn-private.h"

#include "rg-address.h"
#include "rg-customer-tag.h"
#include "rg-id.h"
#include "rg-search-index.h"

/* Writing very many rows in one transaction. What makes it fast and needs no more memory for a million rows than for a
 * thousand:
 *  - Statements are looked up once a kind of record.
 *  - An id greater than all that were there when the transaction began is not looked for.
 *  - A new customer's derived columns are made before the insert, and the row of the search index as soon as the next
 *    record cannot be a tag of theirs any more.
 *  - When nobody was on file, the indexes of customers are made in the end, each in one go. Who needs them before calls
 *    rg_txn_need_indexes().
 *  - When most customers go, the indexes of customers and the search index are made anew in the end of who is left.
 *  - The trigger that keeps anybody from replacing a change in the journal is set aside, because the sequence numbers
 *    here only grow. It comes back before the transaction is committed, so that nobody ever sees a file without it. */

/* With fewer rows than this, setting things aside costs more than it saves. */
#define MANY 2000

/* Pages in memory, in KiB. When tables are gone through in their order, a few will do. */
#define CACHE_APPENDING 8192
#define CACHE_SCATTERED 65536
#define CACHE_USUAL 2000

typedef struct
{
  RgQuery *insert;
  gint64 newest_id; /* the greatest when the transaction began */
} Kind;

struct _RgTxnBulk
{
  RgDb *db;
  GHashTable *kinds;      /* RgRecordType → Kind */
  GHashTable *name_words; /* that are kept already */
  GPtrArray *indexes;     /* SQL of those that are made in the end */
  GPtrArray *triggers;    /* SQL of those that come back in the end */
  RgCustomer *placed;     /* inserted, but not yet in the search index */
  gboolean is_tagged;     /* and has tags by now */
  gboolean filling;       /* the search index is set to take very many rows */
  gboolean anew;          /* the search index is made anew in the end */
  gint64 n_places;        /* are taken at a time */
  gint64 first_place;     /* of those that were taken last */
  gint64 n_placed;        /* of them */
};

static void
kind_free (gpointer data)
{
  Kind *kind = data;

  rg_query_free (kind->insert);
  g_free (kind);
}

static void
set_cache (RgDb *db, int kib)
{
  g_autofree char *pragma = g_strdup_printf ("PRAGMA cache_size = -%d", kib);

  rg_db_run_script (db, pragma, NULL);
}

/** rg_txn_bulk_free: @bulk: (transfer full): what was set aside stays so, unless the transaction is rolled back */
void
rg_txn_bulk_free (RgTxnBulk *bulk)
{
  set_cache (bulk->db, CACHE_USUAL);
  g_hash_table_unref (bulk->kinds);
  g_hash_table_unref (bulk->name_words);
  g_ptr_array_unref (bulk->indexes);
  g_ptr_array_unref (bulk->triggers);
  g_clear_object (&bulk->placed);
  g_free (bulk);
}

/* Drops what @query finds, name and SQL each, and keeps the SQL. */
static gboolean
set_aside (RgDb *db, GPtrArray *kept, const char *type, const char *condition, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
    "SELECT name, sql FROM sqlite_schema WHERE type = '%s' AND sql IS NOT NULL AND %s", type, condition);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local = NULL;
  g_autoptr (RgQuery) query = rg_db_query (db, error, sql, "");

  if (query == NULL)
    return FALSE;
  while (rg_query_next (query, &local))
    {
      g_ptr_array_add (names, g_strdup (rg_query_text (query, 0)));
      g_ptr_array_add (kept, g_strdup (rg_query_text (query, 1)));
    }
  g_clear_pointer (&query, rg_query_free);
  for (guint i = 0; i < names->len && local == NULL; i++)
    {
      g_autofree char *drop = g_strdup_printf ("DROP %s %s", type, (char *) names->pdata[i]);

      rg_db_run_script (db, drop, &local);
    }
  return !rg_error_propagate (error, &local);
}

static gboolean
bring_back (RgDb *db, GPtrArray *kept, GError **error)
{
  for (; kept->len > 0; g_ptr_array_remove_index (kept, 0))
    if (!rg_db_run_script (db, kept->pdata[0], error))
      return FALSE;
  return TRUE;
}

/**
 * rg_txn_begin_bulk:
 * @txn: a transaction in which nothing was written yet
 * @n_rows: about how many rows will be written
 * @n_removed: how many customers will be deleted
 * @error: where to put what went wrong
 *
 * Says that very many rows will be written.
 *
 * Returns: whether the file is ready for it
 */
gboolean
rg_txn_begin_bulk (RgTxn *txn, guint64 n_rows, guint64 n_removed, GError **error)
{
  RgTxnBulk *bulk = g_new0 (RgTxnBulk, 1);
  gint64 n_customers;

  bulk->db = txn->db;
  bulk->kinds = g_hash_table_new_full (NULL, NULL, NULL, kind_free);
  bulk->name_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  bulk->indexes = g_ptr_array_new_with_free_func (g_free);
  bulk->triggers = g_ptr_array_new_with_free_func (g_free);
  txn->bulk = bulk;

  bulk->n_places = MAX ((gint64) n_rows, 1);
  if (!rg_search_take_places (txn->db, bulk->n_places, &bulk->first_place, error)
      || !rg_db_get_int (txn->db, &n_customers, error, "SELECT count (*) FROM customer", ""))
    return FALSE;
  bulk->filling = n_rows >= MANY;
  bulk->anew = bulk->filling && n_removed > 0 && n_removed >= (guint64) n_customers / 2;
  set_cache (txn->db, n_customers == 0 || bulk->anew ? CACHE_APPENDING : CACHE_SCATTERED);
  if (!bulk->filling)
    return TRUE;
  return rg_search_begin_filling (txn->db, error)
         && set_aside (txn->db, bulk->triggers, "trigger", "name = 'journal_change_replace'", error)
         && ((n_customers > 0 && !bulk->anew)
             || set_aside (txn->db, bulk->indexes, "index", "tbl_name = 'customer'", error));
}

/**
 * rg_txn_end_bulk:
 * @txn: a transaction in which all is written
 * @error: where to put what went wrong; the transaction is of no use then
 *
 * Returns: whether all that was put off is done
 */
gboolean
rg_txn_end_bulk (RgTxn *txn, GError **error)
{
  RgTxnBulk *bulk = txn->bulk;

  if (!rg_txn_bulk_restore (txn, error) || (bulk->filling && !rg_search_end_filling (txn->db, FALSE, error))
      || !bring_back (txn->db, bulk->triggers, error) || (bulk->anew && !rg_search_rebuild (txn->db, error)))
    return FALSE;
  g_clear_pointer (&txn->bulk, rg_txn_bulk_free);
  return TRUE;
}

/* Puts the last new customer into the search index. */
gboolean
rg_txn_bulk_flush (RgTxn *txn, GError **error)
{
  RgTxnBulk *bulk = txn->bulk;
  g_autoptr (RgCustomer) placed = g_steal_pointer (&bulk->placed);

  return placed == NULL || rg_search_insert_new (txn->db, placed, bulk->is_tagged, bulk->name_words, error);
}

/* Makes the indexes that are not there yet. */
gboolean
rg_txn_bulk_restore (RgTxn *txn, GError **error)
{
  return rg_txn_bulk_flush (txn, error) && bring_back (txn->db, txn->bulk->indexes, error);
}

/**
 * rg_txn_need_indexes:
 * @txn: a transaction
 * @error: where to put what went wrong
 *
 * To be called before customers are looked up by anything but id and number while very many rows are written.
 *
 * Returns: whether there are indexes to look them up by
 */
gboolean
rg_txn_need_indexes (RgTxn *txn, GError **error)
{
  return txn->bulk == NULL || rg_txn_bulk_restore (txn, error);
}

/* Whether what is known of customers is made anew in the end, so that nothing has to be kept until then. */
gboolean
rg_txn_bulk_is_anew (RgTxn *txn)
{
  return txn->bulk != NULL && txn->bulk->anew;
}

/* Whether a change to @record leaves nothing to make anew of a customer who is about to be put into the search index.
 */
gboolean
rg_txn_bulk_is_placed (RgTxn *txn, const RgRecordType *type, gint64 customer_id)
{
  RgTxnBulk *bulk = txn->bulk;

  if (bulk->placed == NULL || rg_record_get_id (RG_RECORD (bulk->placed)) != customer_id)
    return FALSE;
  bulk->is_tagged |= type == &rg_customer_tag_type;
  return type == &rg_customer_type || type == &rg_customer_tag_type || type == &rg_address_type;
}

static Kind *
get_kind (RgTxn *txn, const RgRecordType *type, GError **error)
{
  Kind *kind = g_hash_table_lookup (txn->bulk->kinds, type);
  g_autofree char *sql = NULL;
  gint64 newest_id;
  RgQuery *insert;

  if (kind != NULL)
    return kind;
  sql = g_strdup_printf ("SELECT max (id) FROM %s", type->table);
  if (!rg_db_get_int (txn->db, &newest_id, error, sql, "")
      || (insert = rg_db_prepare_insert (txn->db, type, error)) == NULL)
    return NULL;
  kind = g_new0 (Kind, 1);
  kind->insert = insert;
  kind->newest_id = newest_id;
  g_hash_table_insert (txn->bulk->kinds, (gpointer) type, kind);
  return kind;
}

/* The derived columns of a new customer are known before the insert. */
static void
place (RgTxn *txn, RgCustomer *customer)
{
  RgTxnBulk *bulk = txn->bulk;

  if (bulk->n_placed == bulk->n_places)
    {
      bulk->first_place -= bulk->n_places;
      bulk->n_placed = 0;
    }
  customer->active_at = txn->entry->at;
  customer->place = bulk->first_place + bulk->n_placed++;
  customer->owes = FALSE;
  customer->due_day = 0;
  g_clear_pointer (&customer->sort_key, g_bytes_unref);
  customer->sort_key = rg_search_make_sort_key (customer);
  bulk->placed = g_object_ref (customer);
  bulk->is_tagged = FALSE;
}

/* Inserts @record as rg_txn_insert() does, but for the journal. */
gboolean
rg_txn_bulk_insert (RgTxn *txn, RgRecord *record, GError **error)
{
  Kind *kind = get_kind (txn, rg_record_get_record_type (record), error);

  if (kind == NULL)
    return FALSE;
  /* Ids of this program only grow, and no other one can write now. */
  if (rg_record_get_id (record) == 0)
    {
      rg_record_set_id (record, rg_id_new ());
      if (rg_record_get_id (record) <= kind->newest_id && !rg_txn_make_id (txn, record, error))
        return FALSE;
    }
  if (RG_IS_CUSTOMER (record))
    {
      if (!rg_txn_bulk_flush (txn, error))
        return FALSE;
      place (txn, RG_CUSTOMER (record));
    }
  return rg_db_insert_prepared (kind->insert, record, error);
}
