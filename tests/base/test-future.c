/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-future.h"

/* What is under way when a program ends. */

static DexFuture *
save_fiber (gpointer self, gpointer data)
{
  gboolean *saved = data;

  dex_await (dex_timeout_new_msec (50), NULL);
  *saved = TRUE;
  return NULL;
}

static void
test_end_saves (void)
{
  gboolean saved = FALSE;

  rg_future_disown (rg_future_spawn (NULL, save_fiber, &saved, NULL), "save");
  g_assert_false (saved);
  rg_future_end (20000);
  g_assert_true (saved);
}

static DexFuture *
wait_fiber (gpointer self, gpointer promise)
{
  dex_await (dex_ref (promise), NULL);
  return NULL;
}

/* An answer that nobody will give does not keep the program. */
static void
test_end_leaves (void)
{
  DexPromise *answer = dex_promise_new ();

  rg_future_disown (rg_future_spawn (NULL, wait_fiber, answer, NULL), "wait");
  rg_future_end (30);
  g_assert_true (dex_future_is_pending (DEX_FUTURE (answer)));
  dex_promise_resolve_boolean (answer, TRUE);
  rg_future_end (20000);
  dex_unref (answer);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();
  g_test_add_func ("/future/end/saves", test_end_saves);
  g_test_add_func ("/future/end/leaves", test_end_leaves);
  return g_test_run ();
}
