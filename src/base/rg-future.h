/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdex.h>

G_BEGIN_DECLS

/* The only ways into and out of waiting; nothing else spawns or disowns. */

/**
 * RgFiberFunc:
 * @self: the object that waits
 * @data: what was given to rg_future_spawn()
 *
 * Runs on a fiber of the main thread. Await futures in it; return on every error.
 *
 * Returns: (transfer full) (nullable): the result; %NULL for success without a value
 */
typedef DexFuture *(*RgFiberFunc) (gpointer self, gpointer data);

DexFuture *rg_future_spawn (gpointer self, RgFiberFunc func, gpointer data, GDestroyNotify destroy);
void rg_future_enter (gpointer self, RgFiberFunc func, gpointer data, GDestroyNotify destroy);
void rg_future_disown (DexFuture *future, const char *what);
void rg_future_end (guint msec);
gboolean rg_future_wait (DexFuture *future, GError **error);
gboolean rg_future_wait_value (DexFuture *future, GValue *value, GError **error);

G_END_DECLS
