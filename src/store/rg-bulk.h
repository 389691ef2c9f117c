/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-db-records.h"
#include "rg-search-index.h"

G_BEGIN_DECLS

/* Loads of so many rows that each can't have a journal entry and an index of its own. */

gboolean rg_db_set_durable (RgDb *db, gboolean durable, GError **error);

gboolean rg_db_begin_batch (RgDb *db, GError **error);
gboolean rg_db_end_batch (RgDb *db, GError **error);

/**
 * RgBulk:
 *
 * Rows streamed into a new file: without journal, indexes and checks while they come in, with all of them in
 * the end. Until it is finished the file is not a Regulars file, so that nobody opens half of one.
 */
typedef struct _RgBulk RgBulk;

RgBulk *rg_bulk_begin (RgDb *db, GError **error);
gboolean rg_bulk_insert (RgBulk *self, RgRecord *record, GError **error);
gboolean rg_bulk_finish (
  RgBulk *self, const char *operation, const char *words, RgSearchProgress progress, gpointer data, GError **error);
void rg_bulk_free (RgBulk *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgBulk, rg_bulk_free)

G_END_DECLS
