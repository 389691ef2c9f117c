/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-painted.h"

#include "rg-future.h"

/* A window that nobody sees, minimized or behind others, may get no frames: it is not waited for longer than this. */
#define MOST_MSEC 250

static void
on_after_paint (GdkFrameClock *clock, DexPromise *painted)
{
  if (dex_future_is_pending (DEX_FUTURE (painted)))
    dex_promise_resolve_boolean (painted, TRUE);
}

static DexFuture *
painted_fiber (gpointer widget, gpointer unused)
{
  g_autoptr (GdkFrameClock) clock = NULL;
  DexPromise *painted;
  gulong handler;

  if (!g_set_object (&clock, gtk_widget_get_frame_clock (widget)))
    return dex_future_new_true ();
  painted = dex_promise_new ();
  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), painted);
  dex_await (dex_future_first (dex_ref (painted), dex_timeout_new_msec (MOST_MSEC), NULL), NULL);
  /* A window that was closed meanwhile has let go of all that listened to its clock. */
  if (g_signal_handler_is_connected (clock, handler))
    g_signal_handler_disconnect (clock, handler);
  dex_unref (painted);
  return dex_future_new_true ();
}

/**
 * rg_widget_painted:
 * @widget: a widget of a window that is shown
 *
 * What can wait until there is something to see awaits this.
 *
 * Returns: (transfer full): a future for the next frame being painted, or taking too long
 */
DexFuture *
rg_widget_painted (GtkWidget *widget)
{
  return rg_future_spawn (widget, painted_fiber, NULL, NULL);
}
