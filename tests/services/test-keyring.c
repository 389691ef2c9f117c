/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-keyring.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
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
  g_assert_true (get_boolean (rg_keyring_store ("file-1", "mail-password", "Regulars: mail password", SECRET)));
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

/* Many changes that nobody waits for between: all done, in their order. */
static void
test_at_once (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgSecret) secret = NULL;
  DexFuture *last = NULL;

  for (guint i = 0; i <= 20; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      dex_clear (&last);
      last = rg_keyring_store ("file-8", "gateway-key", "Regulars: card gateway", text);
      dex_unref (rg_keyring_remove ("file-9", "gateway-key"));
    }
  g_assert_true (get_boolean (last));
  secret = get_secret (rg_keyring_lookup ("file-8", "gateway-key"), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rg_secret_get_text (secret), ==, "20");
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

  assert_fails (rg_keyring_store ("file-1", "gateway-key", "Regulars: card gateway", SECRET), RG_ERROR_UNAVAILABLE,
                words);
  assert_fails (rg_keyring_lookup ("file-1", "gateway-key"), RG_ERROR_UNAVAILABLE, words);
  assert_fails (rg_keyring_has ("file-1", "gateway-key"), RG_ERROR_UNAVAILABLE, words);
  assert_fails (rg_keyring_remove ("file-1", "gateway-key"), RG_ERROR_UNAVAILABLE, words);
}

static void
test_no_bus (void)
{
  const char *environment[]
    = { "SECRET_BACKEND", NULL, "DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus", "DISPLAY", NULL, NULL };

  run_alone ("no-bus", environment);
}

/* A bus, but nobody on it who keeps secrets. */
static void
test_no_service (void)
{
  g_autoptr (GTestDBus) bus = NULL;
  const char *environment[] = { "SECRET_BACKEND", NULL, "DBUS_SESSION_BUS_ADDRESS", NULL, "DISPLAY", NULL, NULL };
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

/* ---- the real Secret Service, on a bus and in a folder of its own ---- */

static void
alone_unlocked (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgSecret) secret = NULL;

  g_assert_true (get_boolean (rg_keyring_store ("file-1", "gateway-key", "Regulars: card gateway", SECRET)));
  g_assert_true (get_boolean (rg_keyring_has ("file-1", "gateway-key")));
  secret = get_secret (rg_keyring_lookup ("file-1", "gateway-key"), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rg_secret_get_text (secret), ==, SECRET);
}

/* Nobody can be asked to unlock it. */
static void
alone_locked (void)
{
  g_assert_true (get_boolean (rg_keyring_has ("file-1", "gateway-key")));
  g_assert_false (get_boolean (rg_keyring_has ("file-2", "gateway-key")));
  assert_fails (rg_keyring_lookup ("file-1", "gateway-key"), RG_ERROR_UNAVAILABLE, "locked");
  assert_fails (rg_keyring_store ("file-1", "gateway-key", "Regulars: card gateway", SECRET), RG_ERROR_UNAVAILABLE,
                "locked");
  assert_fails (rg_keyring_remove ("file-1", "gateway-key"), RG_ERROR_UNAVAILABLE, "locked");
}

static gboolean
has_keyring (GDBusConnection *connection)
{
  g_autoptr (GVariant) reply = g_dbus_connection_call_sync (
    connection, "org.freedesktop.DBus", "/", "org.freedesktop.DBus", "NameHasOwner",
    g_variant_new ("(s)", "org.freedesktop.secrets"), G_VARIANT_TYPE ("(b)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  gboolean has = FALSE;

  g_assert_nonnull (reply);
  g_variant_get (reply, "(b)", &has);
  return has;
}

static void
wait_for_keyring (GDBusConnection *connection, gboolean wanted)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (has_keyring (connection) != wanted)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_usleep (10000);
    }
}

/* Runs a test while GNOME Keyring is there, unlocked with @password or locked. */
static void
with_keyring (const char *address, const char *home, const char *password, const char *test)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) daemon = NULL;
  g_autoptr (GDBusConnection) connection = NULL;
  g_autoptr (GError) error = NULL;
  const char *environment[] = { "SECRET_BACKEND", NULL, "DBUS_SESSION_BUS_ADDRESS", address, "DISPLAY", NULL, NULL };

  connection = g_dbus_connection_new_for_address_sync (
    address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL,
    &error);
  g_assert_no_error (error);

  /* Its own warnings are not to end it. */
  g_subprocess_launcher_unsetenv (launcher, "G_DEBUG");
  g_subprocess_launcher_setenv (launcher, "DBUS_SESSION_BUS_ADDRESS", address, TRUE);
  g_subprocess_launcher_setenv (launcher, "HOME", home, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", home, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_RUNTIME_DIR", home, TRUE);
  daemon = g_subprocess_launcher_spawn (launcher, &error, "gnome-keyring-daemon", "--foreground",
                                        "--components=secrets", password != NULL ? "--unlock" : NULL, NULL);
  g_assert_no_error (error);
  if (password != NULL)
    g_output_stream_write_all (g_subprocess_get_stdin_pipe (daemon), password, strlen (password), NULL, NULL, NULL);
  g_output_stream_close (g_subprocess_get_stdin_pipe (daemon), NULL, NULL);
  wait_for_keyring (connection, TRUE);

  run_alone (test, environment);

  g_subprocess_send_signal (daemon, SIGTERM);
  g_subprocess_wait (daemon, NULL, NULL);
  wait_for_keyring (connection, FALSE);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) children = g_dir_open (path, 0, NULL);
  const char *name;

  while (children != NULL && (name = g_dir_read_name (children)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
test_secret_service (void)
{
  g_autofree char *keyring = g_find_program_in_path ("gnome-keyring-daemon");
  g_autofree char *daemon = g_find_program_in_path ("dbus-daemon");
  g_autofree char *home = g_build_filename (folder, "home", NULL);
  g_autoptr (GTestDBus) bus = NULL;

  if (keyring == NULL || daemon == NULL)
    {
      g_test_skip ("There is no GNOME Keyring");
      return;
    }
  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);
  g_mkdir (home, 0700);
  with_keyring (g_test_dbus_get_bus_address (bus), home, "pw\n", "unlocked");
  with_keyring (g_test_dbus_get_bus_address (bus), home, NULL, "locked");
  g_test_dbus_down (bus);
  remove_tree (home);
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
  static const struct
  {
    const char *name;
    void (*run) (void);
  } tests[] = {
    { "no-bus", alone_no_bus },   { "unlocked", alone_unlocked }, { "locked", alone_locked },
    { "damaged", alone_damaged }, { "silent", alone_silent },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    if (g_str_equal (name, tests[i].name))
      {
        tests[i].run ();
        return 0;
      }
  return 2;
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
  g_test_add_func ("/keyring/at-once", test_at_once);
  g_test_add_func ("/keyring/in-fiber", test_in_fiber);
  g_test_add_func ("/keyring/no-bus", test_no_bus);
  g_test_add_func ("/keyring/no-service", test_no_service);
  g_test_add_func ("/keyring/secret-service", test_secret_service);
  g_test_add_func ("/keyring/damaged", test_damaged);
  g_test_add_func ("/keyring/silent", test_silent);
  result = g_test_run ();

  g_unlink (file);
  g_rmdir (folder);
  g_free (folder);
  return result;
}
