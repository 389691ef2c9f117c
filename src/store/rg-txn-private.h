/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer.h"
#include "rg-journal.h"
#include "rg-txn.h"

G_BEGIN_DECLS

/* For rg-txn.c, rg-txn-bulk.c and rg-txn-values.c alone. */

typedef struct _RgTxnBulk RgTxnBulk;

struct _RgTxn
{
  RgDb *db;
  RgJournalEntry *entry;
  RgJournalWriter *writer; /* from the first change on */
  GArray *changes;         /* of RgChange, the first few */
  GHashTable *touched;     /* ids of customers → RgSearchParts that may have changed */
  RgTxnBulk *bulk;         /* while very many rows are written */
  gboolean open;
  gboolean joined; /* part of a batch that begins and commits */
};

gboolean rg_txn_make_id (RgTxn *txn, RgRecord *record, GError **error);
char *rg_txn_make_values (RgRecord *record);
char *rg_txn_make_pairs (RgRecord *old, RgRecord *record);
void rg_txn_keep_derived (RgRecord *old, RgRecord *record);

void rg_txn_bulk_free (RgTxnBulk *bulk);
gboolean rg_txn_bulk_insert (RgTxn *txn, RgRecord *record, GError **error);
gboolean rg_txn_bulk_flush (RgTxn *txn, GError **error);
gboolean rg_txn_bulk_restore (RgTxn *txn, GError **error);
gboolean rg_txn_bulk_is_anew (RgTxn *txn);
gboolean rg_txn_bulk_is_placed (RgTxn *txn, const RgRecordType *type, gint64 customer_id);

G_END_DECLS
