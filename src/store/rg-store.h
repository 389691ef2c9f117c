/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdex.h>

#include "rg-txn.h"

G_BEGIN_DECLS

#define RG_TYPE_STORE (rg_store_get_type ())
G_DECLARE_FINAL_TYPE (RgStore, rg_store, RG, STORE, GObject)

/**
 * RgJobFunc:
 * @db: the thread's connection
 * @data: what was given with the job
 * @error: where to put what went wrong
 *
 * Runs on a thread of the store.
 *
 * Returns: (transfer full) (nullable): a #GObject; %NULL with @error set, or without for nothing
 */
typedef GObject *(*RgJobFunc) (RgDb *db, gpointer data, GError **error);

/**
 * RgWriteFunc:
 * @txn: an open transaction; committed when the function returns %TRUE, rolled back when %FALSE
 * @data: what was given with the job
 * @error: where to put what went wrong
 *
 * Runs on the writer's thread.
 */
typedef gboolean (*RgWriteFunc) (RgTxn *txn, gpointer data, GError **error);

DexFuture *rg_store_open (const char *path, gboolean read_only);
DexFuture *rg_store_close (RgStore *self);
const char *rg_store_get_path (RgStore *self);
gboolean rg_store_is_read_only (RgStore *self);
DexFuture *rg_store_read (RgStore *self, RgJobFunc func, gpointer data, GDestroyNotify destroy);
DexFuture *
rg_store_read_newest (RgStore *self, const char *lane, RgJobFunc func, gpointer data, GDestroyNotify destroy);
DexFuture *rg_store_write (
  RgStore *self, const char *operation, gint64 staff_id, RgWriteFunc func, gpointer data, GDestroyNotify destroy);
DexFuture *rg_store_keep (RgStore *self, const char *key, const char *value);
DexFuture *rg_store_keep_first (RgStore *self, const char *key, const char *value);
DexFuture *rg_store_recall (RgStore *self, const char *key);
DexFuture *rg_store_run_on_writer (RgStore *self, RgJobFunc func, gpointer data, GDestroyNotify destroy);

G_END_DECLS
