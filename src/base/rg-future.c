/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-future.h"

#include "rg-error.h"

/* One size for all fibers: the default of 128 KiB overflows without a word in GTK, ICU and image code, and stacks of
 * one size are pooled. */
#define STACK_SIZE (2 * 1024 * 1024)

/* Fibers that have not ended. All of them are of the main thread. */
static guint n_running;

typedef struct
{
  GObject *self;
  GWeakRef weak;
  gboolean is_weak;
  RgFiberFunc func;
  gpointer data;
  GDestroyNotify destroy;
} Fiber;

static void
fiber_free (gpointer data)
{
  Fiber *fiber = data;

  if (fiber->destroy != NULL)
    fiber->destroy (fiber->data);
  g_weak_ref_clear (&fiber->weak);
  g_clear_object (&fiber->self);
  g_free (fiber);
  n_running--;
}

static DexFuture *
fiber_run (gpointer data)
{
  Fiber *fiber = data;
  DexFuture *result;

  if (fiber->is_weak && (fiber->self = g_weak_ref_get (&fiber->weak)) == NULL)
    return dex_future_new_true ();

  result = fiber->func (fiber->self, fiber->data);
  return result != NULL ? result : dex_future_new_true ();
}

static DexFuture *
spawn (gpointer self, gboolean is_weak, RgFiberFunc func, gpointer data, GDestroyNotify destroy)
{
  Fiber *fiber = g_new0 (Fiber, 1);

  g_weak_ref_init (&fiber->weak, is_weak ? self : NULL);
  if (!is_weak && self != NULL)
    fiber->self = g_object_ref (self);
  fiber->is_weak = is_weak;
  fiber->func = func;
  fiber->data = data;
  fiber->destroy = destroy;
  n_running++;

  return dex_scheduler_spawn (dex_scheduler_get_default (), STACK_SIZE, fiber_run, fiber, fiber_free);
}

/**
 * rg_future_spawn:
 * @self: (nullable) (type GObject.Object): kept alive until the fiber ends
 * @func: the body
 * @data: for @func
 * @destroy: frees @data when the fiber has ended
 *
 * Starts a fiber on the main thread. It begins in the next turn of the main loop.
 *
 * Returns: (transfer full): its result
 */
DexFuture *
rg_future_spawn (gpointer self, RgFiberFunc func, gpointer data, GDestroyNotify destroy)
{
  return spawn (self, FALSE, func, data, destroy);
}

/**
 * rg_future_enter:
 * @self: (type GObject.Object): held weakly until the fiber begins: when it has gone by then, nothing happens
 * @func: the body
 * @data: for @func
 * @destroy: frees @data
 *
 * From a signal callback into a fiber, and forget it. What it rejects with is logged.
 */
void
rg_future_enter (gpointer self, RgFiberFunc func, gpointer data, GDestroyNotify destroy)
{
  rg_future_disown (spawn (self, TRUE, func, data, destroy), G_OBJECT_TYPE_NAME (self));
}

static DexFuture *
log_rejection (DexFuture *future, gpointer data)
{
  g_autoptr (GError) error = NULL;

  dex_future_get_value (future, &error);
  if (error != NULL && !g_error_matches (error, RG_ERROR, RG_ERROR_CANCELLED)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("%s: %s", (const char *) data, error->message);
  return NULL;
}

/**
 * rg_future_disown:
 * @future: (transfer full): work nobody waits for
 * @what: (not nullable): a static or interned word for the log
 *
 * Lets @future run to its end; what it rejects with is logged unless it was cancelled.
 */
void
rg_future_disown (DexFuture *future, const char *what)
{
  dex_future_disown (dex_future_catch (future, log_rejection, (gpointer) what, NULL));
}

static void
on_late (gpointer late)
{
  *(gboolean *) late = TRUE;
}

/**
 * rg_future_end:
 * @msec: how long at most
 *
 * Runs the main context until all that was begun has ended: what a person did just before quitting is saved. What waits
 * for something that will not come any more is left behind after @msec. For the end of a program.
 */
void
rg_future_end (guint msec)
{
  gboolean late = FALSE;
  guint timeout = g_timeout_add_once (msec, on_late, &late);

  while (n_running > 0 && !late)
    g_main_context_iteration (NULL, TRUE);
  if (!late)
    g_source_remove (timeout);
}

/* Its running is what wakes the main context up. */
static DexFuture *
wake_up (DexFuture *future, gpointer data)
{
  return NULL;
}

/**
 * rg_future_wait:
 * @future: (transfer full): what to wait for
 * @error: where to put its rejection
 *
 * Runs the main context until @future is settled. For the command line and tests, which have no main loop of their own;
 * the window never calls it.
 *
 * Returns: whether @future was resolved
 */
gboolean
rg_future_wait (DexFuture *future, GError **error)
{
  return rg_future_wait_value (future, NULL, error);
}

/**
 * rg_future_wait_value:
 * @future: (transfer full): what to wait for
 * @value: (out caller-allocates) (nullable): a zeroed #GValue for the result
 * @error: where to put its rejection
 *
 * As rg_future_wait(), and hands out the result.
 *
 * Returns: whether @future was resolved
 */
gboolean
rg_future_wait_value (DexFuture *future, GValue *value, GError **error)
{
  const GValue *result;

  dex_future_disown (dex_future_finally (dex_ref (future), wake_up, NULL, NULL));
  while (dex_future_is_pending (future))
    g_main_context_iteration (NULL, TRUE);

  result = dex_future_get_value (future, error);
  if (result != NULL && value != NULL)
    {
      g_value_init (value, G_VALUE_TYPE (result));
      g_value_copy (result, value);
    }
  dex_unref (future);
  return result != NULL;
}
