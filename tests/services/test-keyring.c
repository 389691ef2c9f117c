/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-keyring.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "rg-error.h"
#include "rg-future.h"

/* The keyring is libsecret's file backend, which needs no bus. Which backend it is can be chosen but once in
 * a program, so the tests without a keyring are programs of their own: this one, started again. */

#define SECRET "s3cret–ü"

static char *folder;

static gboolean
get_boolean (DexFuture *future)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  rg_future_wait_value (future, &value, &error);
  g_assert_no_error (error);
  return g_value_get_boolean (&value);
}

static RgSecret *
get_secret (DexFuture *future, GError **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  return rg_future_wait_value (future, &value, error) ? g_value_dup_boxed (&value) : NULL;
}

static void
test_store (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgSecret) secret = NULL;
  g_autoptr (RgSecret) newer = NULL;

  g_assert_false (get_boolean (rg_keyring_has ("file-1", "mail-password")));
  g_assert_true (
    get_boolean (rg_keyring_store ("file-1", "mail-password", "Regulars: mail password", SECRET)));
  g_assert_true (get_boolean (rg_keyring_has ("file-1", "mail-password")));
  secret = get_secret (rg_keyring_lookup ("file-1", "mail-password"), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rg_secret_get_text (secret), ==, SECRET);

  /* In place of the old one; what was handed out stays as it was. */
  g_assert_true (get_boolean (rg_keyring_store ("file-1", "mail-password", "Regulars: mail password", "")));
  newer = get_secret (rg_keyring_lookup ("file-1", "mail-password"), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rg_secret_get_text (newer), ==, "");
  g_assert_cmpstr (rg_secret_get_text (secret), ==, SECRET);
}

static void
test_apart (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgSecret) one = NULL;
  g_autoptr (RgSecret) two = NULL;

  g_assert_true (get_boolean (rg_keyring_store ("file-2", "gateway-key", "Regulars: card gateway", "one")));
  g_assert_true (get_boolean (rg_keyring_store ("file-3", "gateway-key", "Regulars: card gateway", "two")));
  g_assert_false (get_boolean (rg_keyring_has ("file-2", "mail-password")));
  one = get_secret (rg_keyring_lookup ("file-2", "gateway-key"), &error);
  two = get_secret (rg_keyring_lookup ("file-3", "gateway-key"), &error);
  g_assert_cmpstr (rg_secret_get_text (one), ==, "one");
  g_assert_cmpstr (rg_secret_get_text (two), ==, "two");
}

static void
test_remove (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (get_boolean (rg_keyring_store ("file-4", "gateway-key", "Regulars: card gateway", SECRET)));
  g_assert_true (get_boolean (rg_keyring_remove ("file-4", "gateway-key")));
  g_assert_false (get_boolean (rg_keyring_remove ("file-4", "gateway-key")));
  g_assert_false (get_boolean (rg_keyring_has ("file-4", "gateway-key")));
  g_assert_null (get_secret (rg_keyring_lookup ("file-4", "gateway-key"), &error));
  g_assert_error (error, RG_ERROR, RG_ERROR_NOT_FOUND);
}

/* Nobody waits any more: stored all the same, and no harm done by a lookup. */
static void
test_let_go (void)
{
  gint64 end = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;

  dex_unref (rg_keyring_store ("file-5", "gateway-key", "Regulars: card gateway", SECRET));
  dex_unref (rg_keyring_lookup ("file-5", "gateway-key"));
  while (!get_boolean (rg_keyring_has ("file-5", "gateway-key")) && g_get_monotonic_time () < end)
    ;
  g_assert_true (get_boolean (rg_keyring_has ("file-5", "gateway-key")));
}

static DexFuture *
use_keyring (gpointer self, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgSecret) secret = NULL;

  if (!dex_await (rg_keyring_store ("file-6", "gateway-key", "Regulars: card gateway", SECRET), &error))
    return dex_future_new_for_error (g_steal_pointer (&error));
  if ((secret = dex_await_boxed (rg_keyring_lookup ("file-6", "gateway-key"), &error)) == NULL)
    return dex_future_new_for_error (g_steal_pointer (&error));
  return dex_future_new_for_boolean (g_str_equal (rg_secret_get_text (secret), SECRET));
}

static void
test_in_fiber (void)
{
  g_assert_true (get_boolean (rg_future_spawn (NULL, use_keyring, NULL, NULL)));
}

/* Starts one of the tests below in a program of its own, with another environment; NULL takes a variable
 * away. */
static void
run_alone (const char *path, const char *const *environment)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *self = g_file_read_link ("/proc/self/exe", &error);

  g_assert_no_error (error);
  for (; environment[0] != NULL; environment += 2)
    if (environment[1] != NULL)
      g_subprocess_launcher_setenv (launcher, environment[0], environment[1], TRUE);
    else
      g_subprocess_launcher_unsetenv (launcher, environment[0]);
  /* Its own output is not part of ours. */
  g_subprocess_launcher_set_stdout_file_path (launcher, "/dev/null");
  process = g_subprocess_launcher_spawn (launcher, &error, self, "--alone", path, NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_fails (DexFuture *future, RgError code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (rg_future_wait (future, &error));
  g_assert_error (error, RG_ERROR, (int) code);
  g_assert_nonnull (g_strstr_len (error->message, -1, words));
  /* Words for a person, without the secret. */
  g_assert_null (g_strstr_len (error->message, -1, SECRET));
  g_assert_null (g_strstr_len (error->message, -1, "org.freedesktop"));
}

static void
alone_no_bus (void)
{
  const char *words = "There is no keyring";

  assert_fails (rg_keyring_store ("file-1", "gateway-key", "Regulars: card gateway", SECRET),
                RG_ERROR_UNAVAILABLE, words);
  assert_fails (rg_keyring_lookup ("file-1", "gateway-key"), RG_ERROR_UNAVAILABLE, words);
  assert_fails (rg_keyring_has ("file-1", "gateway-key"), RG_ERROR_UNAVAILABLE, words);
  assert_fails (rg_keyring_remove ("file-1", "gateway-key"), RG_ERROR_UNAVAILABLE, words);
}

static void
test_no_bus (void)
{
  const char *environment[] = {
    "SECRET_BACKEND", NULL, "DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus", "DISPLAY", NULL, NULL
  };

  run_alone ("no-bus", environment);
}

/* A bus, but nobody on it who keeps secrets. */
static void
test_no_service (void)
{
  g_autoptr (GTestDBus) bus = NULL;
  const char *environment[]
    = { "SECRET_BACKEND", NULL, "DBUS_SESSION_BUS_ADDRESS", NULL, "DISPLAY", NULL, NULL };
  g_autofree char *daemon = g_find_program_in_path ("dbus-daemon");

  if (daemon == NULL)
    {
      g_test_skip ("There is no dbus-daemon");
      return;
    }
  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);
  environment[3] = g_test_dbus_get_bus_address (bus);
  run_alone ("no-bus", environment);
  g_test_dbus_down (bus);
}

static void
alone_damaged (void)
{
  assert_fails (rg_keyring_lookup ("file-1", "mail-password"), RG_ERROR_CORRUPT, "damaged");
}

static void
test_damaged (void)
{
  g_autofree char *file = g_build_filename (folder, "damaged.keyring", NULL);
  /* libsecret forgets to free what it has read of such a file. */
  const char *environment[] = { "SECRET_FILE_TEST_PATH", file, "ASAN_OPTIONS", "detect_leaks=0", NULL };

  g_assert_true (g_file_set_contents (file, "GnomeKeyring\n\r\0\nnot at all", -1, NULL));
  run_alone ("damaged", environment);
  g_unlink (file);
}

/* Nothing of a secret reaches the log, however much is logged. */
static void
alone_silent (void)
{
  get_boolean (rg_keyring_store ("file-7", "gateway-key", "Regulars: card gateway", SECRET));
  rg_secret_unref (get_secret (rg_keyring_lookup ("file-7", "gateway-key"), NULL));
  get_boolean (rg_keyring_remove ("file-7", "gateway-key"));
}

static void
test_silent (void)
{
  g_autoptr (GSubprocessLauncher) launcher
    = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *self = g_file_read_link ("/proc/self/exe", &error);
  g_autofree char *output = NULL;

  g_subprocess_launcher_setenv (launcher, "G_MESSAGES_DEBUG", "all", TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, self, "--alone", "silent", NULL);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  g_assert_null (strstr (output, "s3cret"));
}

static int
run_one_alone (const char *name)
{
  if (g_str_equal (name, "no-bus"))
    alone_no_bus ();
  else if (g_str_equal (name, "damaged"))
    alone_damaged ();
  else
    alone_silent ();
  return 0;
}

int
main (int argc, char *argv[])
{
  g_autofree char *file = NULL;
  int result;

  dex_init ();
  if (argc == 3 && g_str_equal (argv[1], "--alone"))
    return run_one_alone (argv[2]);

  folder = g_dir_make_tmp ("regulars-keyring-XXXXXX", NULL);
  file = g_build_filename (folder, "test.keyring", NULL);
  g_setenv ("SECRET_BACKEND", "file", TRUE);
  g_setenv ("SECRET_FILE_TEST_PATH", file, TRUE);
  g_setenv ("SECRET_FILE_TEST_PASSWORD", "pw", TRUE);

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/keyring/store", test_store);
  g_test_add_func ("/keyring/apart", test_apart);
  g_test_add_func ("/keyring/remove", test_remove);
  g_test_add_func ("/keyring/let-go", test_let_go);
  g_test_add_func ("/keyring/in-fiber", test_in_fiber);
  g_test_add_func ("/keyring/no-bus", test_no_bus);
  g_test_add_func ("/keyring/no-service", test_no_service);
  g_test_add_func ("/keyring/damaged", test_damaged);
  g_test_add_func ("/keyring/silent", test_silent);
  result = g_test_run ();

  g_unlink (file);
  g_rmdir (folder);
  g_free (folder);
  return result;
}
