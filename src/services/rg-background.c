/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-background.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "rg-error.h"
#include "rg-future.h"

/* Being there when no window is open, by consent only: the desktop's portal asks the person, and starts the program at
 * login when they agree (org.freedesktop.portal.Background). */

#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"

/* How long somebody may think about it. */
#define PATIENCE_MINUTES 10

typedef struct
{
  gboolean autostart;
  char *reason;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->reason);
  g_free (wish);
}

static void
on_response (GDBusConnection *connection,
             const char *sender,
             const char *path,
             const char *interface,
             const char *signal,
             GVariant *parameters,
             gpointer promise)
{
  if (!dex_future_is_pending (promise))
    return;
  dex_promise_resolve_variant (promise, g_variant_ref (parameters));
}

static GError *
no_portal_error (void)
{
  return g_error_new (RG_ERROR, RG_ERROR_UNAVAILABLE,
                      _ ("This desktop has no way to ask you for it (no background portal). Regulars reminds you while "
                         "its window is open."));
}

/* How the program is started at login. */
static GVariant *
make_options (Wish *wish, const char *token)
{
  GVariantBuilder options = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{sv}"));
  g_autofree char *installed = g_build_filename (RG_BINDIR, "regulars", NULL);
  const char *command[]
    = { g_file_test (installed, G_FILE_TEST_IS_EXECUTABLE) ? installed : "regulars", "--background", NULL };

  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  g_variant_builder_add (&options, "{sv}", "reason", g_variant_new_string (wish->reason));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (wish->autostart));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command, -1));
  g_variant_builder_add (&options, "{sv}", "dbus-activatable", g_variant_new_boolean (FALSE));
  return g_variant_builder_end (&options);
}

/* Outside of a sandbox the portal can't tell who asks unless it is told; older ones don't know the question. */
static void
await_registered (GDBusConnection *bus)
{
  if (!g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    dex_await (dex_dbus_connection_call (bus, PORTAL, PORTAL_PATH, "org.freedesktop.host.portal.Registry", "Register",
                                         g_variant_new ("(sa{sv})", RG_APP_ID, NULL), NULL, G_DBUS_CALL_FLAGS_NONE,
                                         5000),
               NULL);
}

static gboolean
is_granted (GVariant *response, gboolean autostart)
{
  g_autoptr (GVariant) results = NULL;
  gboolean background = FALSE, at_login = FALSE;
  guint code;

  g_variant_get (response, "(u@a{sv})", &code, &results);
  g_variant_lookup (results, "background", "b", &background);
  g_variant_lookup (results, "autostart", "b", &at_login);
  return code == 0 && background && (at_login || !autostart);
}

/* By its unique name: signals from a name whose owner GDBus has still to find out are not passed on, and the answer may
 * come at once. */
static char *
await_owner (GDBusConnection *bus)
{
  g_autoptr (GVariant) reply
    = dex_await_variant (dex_dbus_connection_call (
                           bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "GetNameOwner",
                           g_variant_new ("(s)", PORTAL), G_VARIANT_TYPE ("(s)"), G_DBUS_CALL_FLAGS_NONE, 5000),
                         NULL);
  char *owner = NULL;

  if (reply != NULL)
    g_variant_get (reply, "(s)", &owner);
  return owner;
}

static guint
subscribe (GDBusConnection *bus, const char *owner, const char *request, DexPromise *promise)
{
  return g_dbus_connection_signal_subscribe (bus, owner, "org.freedesktop.portal.Request", "Response", request, NULL,
                                             G_DBUS_SIGNAL_FLAGS_NONE, on_response, dex_ref (promise), dex_unref);
}

static DexFuture *
request_fiber (gpointer unused, gpointer data)
{
  Wish *wish = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = dex_await_object (dex_bus_get (G_BUS_TYPE_SESSION), &error);
  g_autoptr (DexPromise) promise = dex_promise_new ();
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GVariant) response = NULL;
  g_autofree char *token = g_strdup_printf ("regulars%u", g_random_int ());
  g_autofree char *sender = NULL;
  g_autofree char *owner = NULL;
  g_autofree char *request = NULL;
  const char *given = NULL;
  guint subscription, other = 0;

  if (bus == NULL)
    return dex_future_new_for_error (no_portal_error ());
  await_registered (bus);
  sender = g_strdelimit (g_strdup (g_dbus_connection_get_unique_name (bus) + 1), ".", '_');
  request = g_strdup_printf (PORTAL_PATH "/request/%s/%s", sender, token);
  /* Before the question, so that no answer is missed. */
  owner = await_owner (bus);
  subscription = subscribe (bus, owner, request, promise);
  reply = dex_await_variant (dex_dbus_connection_call (bus, PORTAL, PORTAL_PATH, "org.freedesktop.portal.Background",
                                                       "RequestBackground",
                                                       g_variant_new ("(s@a{sv})", "", make_options (wish, token)),
                                                       G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1),
                             &error);
  if (reply != NULL)
    {
      g_variant_get (reply, "(&o)", &given);
      if (!g_str_equal (given, request))
        other = subscribe (bus, owner, given, promise);
      response = dex_await_variant (
        dex_future_first (dex_ref (DEX_FUTURE (promise)), dex_timeout_new_seconds (PATIENCE_MINUTES * 60), NULL), NULL);
    }
  g_dbus_connection_signal_unsubscribe (bus, subscription);
  if (other != 0)
    g_dbus_connection_signal_unsubscribe (bus, other);
  if (reply == NULL)
    {
      g_debug ("background portal: %s", error->message);
      return dex_future_new_for_error (no_portal_error ());
    }
  if (response == NULL || !is_granted (response, wish->autostart))
    return dex_future_new_for_error (
      g_error_new (RG_ERROR, RG_ERROR_DENIED,
                   _ ("The desktop does not let Regulars run in the background. Its settings, under Apps, can allow "
                      "it. Until then Regulars reminds you while its window is open.")));
  return dex_future_new_true ();
}

/**
 * rg_background_request:
 * @autostart: whether to be started at login from now on; %FALSE takes that back
 * @reason: what for, shown to the person
 *
 * Asks the person, through the desktop, whether the program may be there when no window is open.
 *
 * Returns: (transfer full): a future for their consent; rejected with %RG_ERROR_DENIED when they refuse, with
 *   %RG_ERROR_UNAVAILABLE when nobody can ask them
 */
DexFuture *
rg_background_request (gboolean autostart, const char *reason)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->autostart = autostart;
  wish->reason = g_strdup (reason);
  return rg_future_spawn (NULL, request_fiber, wish, wish_free);
}
