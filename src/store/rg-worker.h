/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdex.h>

#include "rg-store.h"

G_BEGIN_DECLS

/**
 * RgWorker:
 *
 * A thread that owns a connection. Jobs go in by a queue and come back as futures on the main thread. For rg-store.c
 * alone.
 */
typedef struct _RgWorker RgWorker;

/* Called on the worker's thread after a commit; @changes are its, of RgChange. */
typedef void (*RgCommittedFunc) (gpointer data, GArray *changes, gint64 entry_id);

RgWorker *rg_worker_new (const char *name, const char *path, RgDbMode mode, RgCommittedFunc committed, gpointer data);
void rg_worker_stop (RgWorker *self);
void rg_worker_free (RgWorker *self);
gboolean rg_worker_is_running (RgWorker *self);
void rg_worker_set_mode (RgWorker *self, RgDbMode mode);
DexFuture *rg_worker_open (RgWorker *self);
DexFuture *
rg_worker_run (RgWorker *self, GCancellable *cancellable, RgJobFunc func, gpointer data, GDestroyNotify destroy);
DexFuture *rg_worker_write (
  RgWorker *self, const char *operation, gint64 staff_id, RgWriteFunc func, gpointer data, GDestroyNotify destroy);

G_END_DECLS
