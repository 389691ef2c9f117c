/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-desk.h"

#include <locale.h>

/* How such tests run: waiting for futures, in fibers and outside, and what they may say in the log. */

/* Whether the running test is a fiber and so awaits, rather than running the main context. */
static gboolean in_fiber;

static gboolean
await_value (DexFuture *future, GValue *value, GError **error)
{
  const GValue *result;

  if (!in_fiber)
    return rg_future_wait_value (future, value, error);

  /* Awaiting consumes a reference, and the value belongs to the future. */
  if (!dex_await (dex_ref (future), error))
    {
      dex_unref (future);
      return FALSE;
    }
  result = dex_future_get_value (future, error);
  g_value_init (value, G_VALUE_TYPE (result));
  g_value_copy (result, value);
  dex_unref (future);
  return TRUE;
}

/**
 * test_await:
 * @future: (transfer full): must be resolved
 */
void
test_await (DexFuture *future)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  await_value (future, &value, &error);
  g_assert_no_error (error);
}

/**
 * test_await_object:
 * @future: (transfer full): must be resolved with an object
 *
 * Returns: (transfer full): the object
 */
gpointer
test_await_object (DexFuture *future)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  await_value (future, &value, &error);
  g_assert_no_error (error);
  g_assert_true (G_VALUE_HOLDS_OBJECT (&value));
  return g_value_dup_object (&value);
}

/**
 * test_await_fails:
 * @future: (transfer full): must be rejected
 * @code: with this #RgError
 *
 * Returns: (transfer full): the sentence it was rejected with
 */
char *
test_await_fails (DexFuture *future, int code)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_assert_false (await_value (future, &value, &error));
  g_assert_error (error, RG_ERROR, code);
  g_assert_cmpuint (strlen (error->message), >, 4);
  g_assert_true (g_str_has_suffix (error->message, ".") || g_str_has_suffix (error->message, "?"));
  return g_strdup (error->message);
}

static DexFuture *
run_body (gpointer self, gpointer data)
{
  TestFiberFunc *body = data;

  (*body) ();
  return NULL;
}

static void
run_fiber (gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  DexFuture *future = rg_future_spawn (NULL, run_body, (gpointer) data, NULL);

  in_fiber = TRUE;
  rg_future_wait (future, &error);
  in_fiber = FALSE;
  g_assert_no_error (error);
}

/**
 * test_add_fiber:
 * @path: the name of the test
 * @func: its body, which runs in a fiber
 */
void
test_add_fiber (const char *path, TestFiberFunc func)
{
  g_test_add_data_func_full (path, g_memdup2 (&func, sizeof func), run_fiber, g_free);
}

/* GTK 4.24 finds fault with its own frames on X11, now and then: no fault of the program under test. */
static gboolean
is_about_frames (const char *domain, const char *message)
{
  return g_strcmp0 (domain, "Gdk") == 0 && strstr (message, "gdk_frame_timings_") != NULL;
}

static gboolean
is_fatal (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  return !is_about_frames (domain, message);
}

static void
on_gdk_log (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  if (is_about_frames (domain, message))
    {
      /* GLib forgets it with each test case */
      g_test_log_set_fatal_handler (is_fatal, NULL);
      g_test_message ("%s", message);
    }
  else
    g_log_default_handler (domain, level, message, data);
}

static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  const char *domain = NULL;
  const char *message = "";

  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "GLIB_DOMAIN"))
      domain = fields[i].value;
    else if (g_str_equal (fields[i].key, "MESSAGE"))
      message = fields[i].value;
  return is_about_frames (domain, message) ? G_LOG_WRITER_HANDLED
                                           : g_log_writer_default (level, fields, n_fields, data);
}

/**
 * test_init:
 * @argc: of main()
 * @argv: of main()
 *
 * What every main() of such a test begins with.
 */
void
test_init (int *argc, char ***argv)
{
  setlocale (LC_ALL, "");
  g_test_init (argc, argv, NULL);
  g_log_set_handler ("Gdk", G_LOG_LEVEL_WARNING | G_LOG_FLAG_FATAL | G_LOG_FLAG_RECURSION, on_gdk_log, NULL);
  g_log_set_writer_func (write_log, NULL, NULL);
  dex_init ();
}
