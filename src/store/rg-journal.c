/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-journal.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-txn.h"

/* The hash of an entry is SHA-256 over, in this order and each ended by a line feed: the hash before it in
 * hexadecimal (empty for the first), id, time, staff, desk, operation, words, customer, reason, what it
 * undoes, and in hexadecimal the SHA-256 over its changes: record, record id, action and data of each. Empty
 * fields are empty lines. */

static void
add_text (GChecksum *checksum, const char *text)
{
  if (text != NULL)
    g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_update (checksum, (const guchar *) "\n", 1);
}

static void
add_int (GChecksum *checksum, gint64 value)
{
  char text[24];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, value);
  add_text (checksum, text);
}

static GBytes *
hash_entry (RgJournalEntry *entry, GBytes *previous, GChecksum *changes)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GString) hex = g_string_new (NULL);
  guint8 digest[32];
  gsize size = sizeof digest;

  if (previous != NULL)
    {
      const guint8 *data = g_bytes_get_data (previous, NULL);

      for (gsize i = 0; i < g_bytes_get_size (previous); i++)
        g_string_append_printf (hex, "%02x", data[i]);
    }
  add_text (checksum, hex->str);
  add_int (checksum, rg_record_get_id (RG_RECORD (entry)));
  add_int (checksum, entry->at);
  add_int (checksum, entry->staff_id);
  add_int (checksum, entry->desk);
  add_text (checksum, entry->operation);
  add_text (checksum, entry->words);
  add_int (checksum, entry->customer_id);
  add_text (checksum, entry->reason);
  add_int (checksum, entry->undoes_id);
  add_text (checksum, g_checksum_get_string (changes));
  g_checksum_get_digest (checksum, digest, &size);
  return g_bytes_new (digest, size);
}

static void
hash_change (GChecksum *checksum, const char *record, gint64 record_id, const char *action, const char *data)
{
  add_text (checksum, record);
  add_int (checksum, record_id);
  add_text (checksum, action);
  add_text (checksum, data);
}

struct _RgJournalWriter
{
  RgDb *db;
  gint64 id;
  gint64 n_changes;
  GBytes *previous;
  GChecksum *changes;
  RgQuery *insert; /* from the first change on */
};

/**
 * rg_journal_writer_new:
 * @db: a connection in a transaction that holds the write lock
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): a writer for the next entry
 */
RgJournalWriter *
rg_journal_writer_new (RgDb *db, GError **error)
{
  g_autoptr (RgJournalWriter) self = g_new0 (RgJournalWriter, 1);
  g_autoptr (GError) local = NULL;
  g_autoptr (RgQuery) last = rg_db_query (db, error, "SELECT id, hash FROM journal_entry ORDER BY id DESC LIMIT 1", "");

  self->db = db;
  self->id = 1;
  self->changes = g_checksum_new (G_CHECKSUM_SHA256);
  if (last == NULL)
    return NULL;
  if (rg_query_next (last, &local))
    {
      self->id = rg_query_int (last, 0) + 1;
      self->previous = rg_query_dup_bytes (last, 1);
    }
  return rg_error_propagate (error, &local) ? NULL : g_steal_pointer (&self);
}

/**
 * rg_journal_writer_free:
 * @self: (transfer full): a writer
 */
void
rg_journal_writer_free (RgJournalWriter *self)
{
  g_clear_pointer (&self->insert, rg_query_free);
  g_clear_pointer (&self->previous, g_bytes_unref);
  g_checksum_free (self->changes);
  g_free (self);
}

/**
 * rg_journal_writer_add:
 * @self: a writer
 * @record: the name of a record type
 * @record_id: the record
 * @action: "insert", "update" or "delete"
 * @data: its values, or pairs of old and new values: a JSON object as text
 * @error: where to put what went wrong
 *
 * Returns: whether the change was written
 */
gboolean
rg_journal_writer_add (
  RgJournalWriter *self, const char *record, gint64 record_id, const char *action, const char *data, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (self->insert == NULL)
    {
      self->insert = rg_db_query (self->db, error,
                                  "INSERT OR FAIL INTO journal_change (entry_id, seq, record, record_id, action, data) "
                                  "VALUES (?, ?, ?, ?, ?, ?)",
                                  "");
      if (self->insert == NULL)
        return FALSE;
    }
  hash_change (self->changes, record, record_id, action, data);
  rg_query_bind_int (self->insert, 0, self->id);
  rg_query_bind_int (self->insert, 1, self->n_changes++);
  rg_query_bind_text (self->insert, 2, record);
  rg_query_bind_int (self->insert, 3, record_id);
  rg_query_bind_text (self->insert, 4, action);
  rg_query_bind_text (self->insert, 5, data);
  rg_query_next (self->insert, &local);
  rg_query_reset (self->insert);
  return !rg_error_propagate (error, &local);
}

/**
 * rg_journal_writer_finish:
 * @self: a writer
 * @entry: the entry; gets its id and hash
 * @error: where to put what went wrong
 *
 * Returns: whether the entry was written
 */
gboolean
rg_journal_writer_finish (RgJournalWriter *self, RgJournalEntry *entry, GError **error)
{
  rg_record_set_id (RG_RECORD (entry), self->id);
  g_clear_pointer (&entry->hash, g_bytes_unref);
  entry->hash = hash_entry (entry, self->previous, self->changes);
  return rg_db_insert_row (self->db, RG_RECORD (entry), error);
}

/**
 * rg_journal_get:
 * @db: a connection
 * @entry_id: an entry
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the entry
 */
RgJournalEntry *
rg_journal_get (RgDb *db, gint64 entry_id, GError **error)
{
  return (RgJournalEntry *) rg_db_load (db, &rg_journal_entry_type, entry_id, error);
}

static GPtrArray *
read_changes (RgQuery *query, gint64 entry_id, GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) local = NULL;

  while (query != NULL && rg_query_next (query, &local))
    {
      RgJournalChange *change = g_object_new (RG_TYPE_JOURNAL_CHANGE, NULL);

      change->entry_id = entry_id;
      change->seq = rg_query_int (query, 0);
      change->record = g_strdup (rg_query_text (query, 1));
      change->record_id = rg_query_int (query, 2);
      change->action = g_strdup (rg_query_text (query, 3));
      change->data = g_strdup (rg_query_text (query, 4));
      g_ptr_array_add (changes, change);
    }
  return rg_error_propagate (error, &local) || query == NULL ? NULL : g_steal_pointer (&changes);
}

/**
 * rg_journal_get_changes:
 * @db: a connection
 * @entry_id: an entry
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type RgJournalChange): its changes, in the order they were
 * made
 */
GPtrArray *
rg_journal_get_changes (RgDb *db, gint64 entry_id, GError **error)
{
  g_autoptr (RgQuery) query = rg_db_query (
    db, error, "SELECT seq, record, record_id, action, data FROM journal_change WHERE entry_id = ? ORDER BY seq", "i",
    entry_id);

  return read_changes (query, entry_id, error);
}

/**
 * rg_journal_get_changes_back:
 * @db: a connection
 * @entry_id: an entry
 * @before: only changes before this one; %G_MAXINT64 for the last
 * @limit: how many at most
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type RgJournalChange): changes, the last first
 */
GPtrArray *
rg_journal_get_changes_back (RgDb *db, gint64 entry_id, gint64 before, guint limit, GError **error)
{
  g_autoptr (RgQuery) query = rg_db_query (db, error,
                                           "SELECT seq, record, record_id, action, data FROM journal_change "
                                           "WHERE entry_id = ? AND seq < ? ORDER BY seq DESC LIMIT ?",
                                           "iii", entry_id, before, (gint64) limit);

  return read_changes (query, entry_id, error);
}

/**
 * rg_journal_count_changes:
 * @db: a connection
 * @entry_id: an entry
 * @n_changes: (out): how many changes it has
 * @n_customers: (out): how many of them inserted a customer
 * @error: where to put what went wrong
 *
 * Returns: whether they could be counted
 */
gboolean
rg_journal_count_changes (RgDb *db, gint64 entry_id, gint64 *n_changes, gint64 *n_customers, GError **error)
{
  return rg_db_get_int (db, n_changes, error, "SELECT count (*) FROM journal_change WHERE entry_id = ?", "i", entry_id)
         && rg_db_get_int (db, n_customers, error,
                           "SELECT count (*) FROM journal_change WHERE entry_id = ? AND record = 'customer' "
                           "AND action = 'insert'",
                           "i", entry_id);
}

/**
 * rg_journal_of_customer:
 * @db: a connection
 * @customer_id: a customer
 * @before: only entries before this one; 0 for the newest
 * @limit: how many at most
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type RgJournalEntry): the customer's history, newest first
 */
GPtrArray *
rg_journal_of_customer (RgDb *db, gint64 customer_id, gint64 before, guint limit, GError **error)
{
  return rg_db_select (db, &rg_journal_entry_type, error, "WHERE customer_id = ? AND id < ? ORDER BY id DESC LIMIT ?",
                       "iii", customer_id, before > 0 ? before : G_MAXINT64, (gint64) limit);
}

/**
 * rg_journal_newest:
 * @db: a connection
 * @before: only entries before this one; 0 for the newest
 * @limit: how many at most
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type RgJournalEntry): the history of the whole file, newest
 * first
 */
GPtrArray *
rg_journal_newest (RgDb *db, gint64 before, guint limit, GError **error)
{
  return rg_db_select (db, &rg_journal_entry_type, error, "WHERE id < ? ORDER BY id DESC LIMIT ?", "ii",
                       before > 0 ? before : G_MAXINT64, (gint64) limit);
}

/**
 * rg_journal_verify:
 * @db: a connection
 * @n_entries: (out) (optional): how many entries were verified
 * @error: %RG_ERROR_CORRUPT with the first entry whose hash does not fit, else what went wrong
 *
 * Computes every hash again.
 *
 * Returns: whether the chain holds
 */
gboolean
rg_journal_verify (RgDb *db, gint64 *n_entries, GError **error)
{
  g_autoptr (GBytes) previous = NULL;
  gint64 last = 0, n = 0;

  for (;;)
    {
      g_autoptr (GPtrArray) entries
        = rg_db_select (db, &rg_journal_entry_type, error, "WHERE id > ? ORDER BY id LIMIT 1000", "i", last);

      if (entries == NULL)
        return FALSE;
      if (entries->len == 0)
        break;
      for (guint i = 0; i < entries->len; i++)
        {
          RgJournalEntry *entry = entries->pdata[i];
          gint64 id = rg_record_get_id (RG_RECORD (entry));
          g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
          g_autoptr (GBytes) hash = NULL;
          g_autoptr (GError) local = NULL;
          g_autoptr (RgQuery) query = rg_db_query (
            db, error, "SELECT record, record_id, action, data FROM journal_change WHERE entry_id = ? ORDER BY seq",
            "i", id);

          if (query == NULL)
            return FALSE;
          while (rg_query_next (query, &local))
            hash_change (checksum, rg_query_text (query, 0), rg_query_int (query, 1), rg_query_text (query, 2),
                         rg_query_text (query, 3));
          if (rg_error_propagate (error, &local))
            return FALSE;
          hash = hash_entry (entry, previous, checksum);
          if (id != last + 1 || entry->hash == NULL || !g_bytes_equal (hash, entry->hash))
            {
              g_set_error (error, RG_ERROR, RG_ERROR_CORRUPT,
                           _ ("The history was changed from outside at entry %" PRId64 "."), id);
              return FALSE;
            }
          g_clear_pointer (&previous, g_bytes_unref);
          previous = g_steal_pointer (&hash);
          last = id;
          n++;
        }
    }

  if (n_entries != NULL)
    *n_entries = n;
  return TRUE;
}

/**
 * rg_journal_changes_since:
 * @db: a connection
 * @entry_id: the newest entry already known
 * @newest: (out): the newest entry there is
 * @changes: (out) (transfer full) (element-type RgChange) (nullable): what the entries after @entry_id
 * changed; %NULL when that is more than %RG_MAX_CHANGES_TOLD records, which is to be read as "everything"
 * @error: where to put what went wrong
 *
 * How a window hears of what another program wrote.
 *
 * Returns: whether the journal could be read
 */
gboolean
rg_journal_changes_since (RgDb *db, gint64 entry_id, gint64 *newest, GArray **changes, GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, TRUE, sizeof (RgChange));
  g_autoptr (GError) local = NULL;
  g_autoptr (RgQuery) query = NULL;

  *changes = NULL;
  if (!rg_db_get_int (db, newest, error, "SELECT max (id) FROM journal_entry", ""))
    return FALSE;
  query = rg_db_query (db, error,
                       "SELECT c.record, c.record_id, e.customer_id FROM journal_change c "
                       "JOIN journal_entry e ON e.id = c.entry_id WHERE c.entry_id > ? AND c.entry_id <= ? LIMIT ?",
                       "iii", entry_id, *newest, (gint64) RG_MAX_CHANGES_TOLD + 1);
  if (query == NULL)
    return FALSE;
  while (rg_query_next (query, &local))
    {
      RgChange change
        = { rg_record_type_find (rg_query_text (query, 0)), rg_query_int (query, 1), rg_query_int (query, 2) };

      if (change.type != NULL)
        g_array_append_val (found, change);
    }
  if (rg_error_propagate (error, &local))
    return FALSE;
  if (found->len <= RG_MAX_CHANGES_TOLD)
    *changes = g_steal_pointer (&found);
  return TRUE;
}
