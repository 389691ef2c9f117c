/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-db-records.h"

G_BEGIN_DECLS

/**
 * RgTxn:
 *
 * One transaction and the journal entry that goes with it: the only way anything is written. What is inserted, updated
 * and deleted through it becomes the changes of the entry; the customers it touches get their derived columns and their
 * row of the search index made anew before it commits.
 */
typedef struct _RgTxn RgTxn;

/* One change of a journal entry, as told to those who watch the file. */
typedef struct
{
  const RgRecordType *type;
  gint64 id;
  gint64 customer_id; /* 0 when it is nobody's */
} RgChange;

/* As many changes of one commit are told one by one; more are told as "everything". */
#define RG_MAX_CHANGES_TOLD 1000

RgTxn *rg_txn_begin (RgDb *db, const char *operation, gint64 staff_id, GError **error);
RgDb *rg_txn_get_db (RgTxn *txn);
gint64 rg_txn_get_time (RgTxn *txn);
void rg_txn_set_time (RgTxn *txn, gint64 time);
void rg_txn_set_customer (RgTxn *txn, gint64 customer_id);
void rg_txn_set_nobody (RgTxn *txn);
void rg_txn_set_words (RgTxn *txn, const char *words);
void rg_txn_set_reason (RgTxn *txn, const char *reason);
void rg_txn_set_undoes (RgTxn *txn, gint64 entry_id);
gboolean rg_txn_insert (RgTxn *txn, RgRecord *record, GError **error);
gboolean rg_txn_update (RgTxn *txn, RgRecord *record, GError **error);
gboolean rg_txn_delete (RgTxn *txn, RgRecord *record, GError **error);
gboolean rg_txn_delete_as_inserted (
  RgTxn *txn, const RgRecordType *type, gint64 id, const char *values, gboolean *same, GError **error);
gboolean rg_txn_begin_bulk (RgTxn *txn, guint64 n_rows, guint64 n_removed, GError **error);
gboolean rg_txn_need_indexes (RgTxn *txn, GError **error);
gboolean rg_txn_end_bulk (RgTxn *txn, GError **error);
void rg_txn_touch (RgTxn *txn, gint64 customer_id);
gboolean rg_txn_commit (RgTxn *txn, gint64 *entry_id, GArray **changes, GError **error);
void rg_txn_free (RgTxn *txn);
void rg_txn_derive (RgRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgTxn, rg_txn_free)

G_END_DECLS
