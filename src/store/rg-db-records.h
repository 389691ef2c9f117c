/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-db.h"

G_BEGIN_DECLS

/* Records in and out of rows, from the tables of their types. Reading is for everybody; writing only for
 * rg-txn.c, which keeps the journal, and for bulk loads that one journal entry stands for. */

RgRecord *rg_db_load (RgDb *db, const RgRecordType *type, gint64 id, GError **error);
GPtrArray *rg_db_select (RgDb *db, const RgRecordType *type, GError **error, const char *tail, const char *types, ...);
RgRecord *
rg_db_select_one (RgDb *db, const RgRecordType *type, GError **error, const char *tail, const char *types, ...);

RgQuery *rg_db_prepare_insert (RgDb *db, const RgRecordType *type, GError **error);
gboolean rg_db_insert_prepared (RgQuery *query, RgRecord *record, GError **error);
gboolean rg_db_insert_row (RgDb *db, RgRecord *record, GError **error);
gboolean rg_db_update_row (RgDb *db, RgRecord *record, GError **error);
gboolean rg_db_delete_row (RgDb *db, const RgRecordType *type, gint64 id, GError **error);

G_END_DECLS
