/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-db-records.h"
#include "rg-journal-change.h"
#include "rg-journal-entry.h"

G_BEGIN_DECLS

/**
 * RgJournalWriter:
 *
 * Writes one entry: its changes as they are made, and the entry itself at the end. For rg-txn.c alone.
 */
typedef struct _RgJournalWriter RgJournalWriter;

RgJournalWriter *rg_journal_writer_new (RgDb *db, GError **error);
gboolean rg_journal_writer_add (
  RgJournalWriter *self, const char *record, gint64 record_id, const char *action, const char *data, GError **error);
gboolean rg_journal_writer_finish (RgJournalWriter *self, RgJournalEntry *entry, GError **error);
void rg_journal_writer_free (RgJournalWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgJournalWriter, rg_journal_writer_free)

/**
 * RgJournalFilter:
 * @operation: the name of an operation
 *
 * Returns: whether its entries are looked at
 */
typedef gboolean (*RgJournalFilter) (const char *operation);

RgJournalEntry *rg_journal_get (RgDb *db, gint64 entry_id, GError **error);
GPtrArray *rg_journal_get_changes (RgDb *db, gint64 entry_id, GError **error);
GPtrArray *rg_journal_get_changes_back (RgDb *db, gint64 entry_id, gint64 before, guint limit, GError **error);
gboolean rg_journal_count_changes (RgDb *db, gint64 entry_id, gint64 *n_changes, gint64 *n_customers, GError **error);
GPtrArray *rg_journal_of_customer (RgDb *db, gint64 customer_id, gint64 before, guint limit, GError **error);
GPtrArray *rg_journal_newest (RgDb *db, gint64 before, guint limit, GError **error);
gboolean rg_journal_last_undoable (
  RgDb *db, gint64 staff_id, gboolean redo, RgJournalFilter filter, gint64 *entry_id, GError **error);
gboolean rg_journal_find_undoable (RgDb *db, gint64 entry_id, gint64 *tip_id, gboolean *undone, GError **error);
gboolean rg_journal_verify (RgDb *db, gint64 *n_entries, GError **error);
gboolean rg_journal_changes_since (RgDb *db, gint64 entry_id, gint64 *newest, GArray **changes, GError **error);

G_END_DECLS
