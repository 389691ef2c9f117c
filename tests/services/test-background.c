/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <libdex.h>

#include "rg-background.h"
#include "rg-error.h"
#include "rg-future.h"

/* The portal that asks for consent, as a stand-in on a bus of its own: it answers as the test says. */

static const char xml[]
  = "<node><interface name='org.freedesktop.portal.Background'><method name='RequestBackground'>"
    "<arg type='s' direction='in'/><arg type='a{sv}' direction='in'/><arg type='o' direction='out'/>"
    "</method></interface></node>";

typedef enum
{
  AGREES,
  REFUSES,
  NOT_AT_LOGIN,
  OLD_HANDLE, /* answers at another place than asked, as portals did once */
} Portal;

static GTestDBus *bus;
static Portal portal;
static GVariant *asked;

typedef struct
{
  GDBusConnection *connection;
  char *sender;
  char *request;
  GVariant *parameters;
} Answer;

static gboolean
on_answer (gpointer data)
{
  Answer *answer = data;

  g_dbus_connection_emit_signal (answer->connection, answer->sender, answer->request, "org.freedesktop.portal.Request",
                                 "Response", answer->parameters, NULL);
  g_object_unref (answer->connection);
  g_variant_unref (answer->parameters);
  g_free (answer->sender);
  g_free (answer->request);
  g_free (answer);
  return G_SOURCE_REMOVE;
}

static void
on_call (GDBusConnection *connection,
         const char *sender,
         const char *path,
         const char *interface,
         const char *method,
         GVariant *parameters,
         GDBusMethodInvocation *invocation,
         gpointer data)
{
  g_autofree char *name = g_strdelimit (g_strdup (sender + 1), ".", '_');
  g_autofree char *request = NULL;
  const char *token = NULL;
  Answer *answer;
  GVariantBuilder results = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{sv}"));

  g_clear_pointer (&asked, g_variant_unref);
  g_variant_get (parameters, "(&s@a{sv})", NULL, &asked);
  g_assert_true (g_variant_lookup (asked, "handle_token", "&s", &token));
  request = g_strdup_printf ("/org/freedesktop/portal/desktop/request/%s/%s", name, portal == OLD_HANDLE ? "7" : token);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", request));
  g_variant_builder_add (&results, "{sv}", "background", g_variant_new_boolean (portal != REFUSES));
  g_variant_builder_add (&results, "{sv}", "autostart", g_variant_new_boolean (portal != NOT_AT_LOGIN));
  answer = g_new0 (Answer, 1);
  answer->connection = g_object_ref (connection);
  answer->sender = g_strdup (sender);
  answer->request = g_strdup (request);
  answer->parameters = g_variant_ref_sink (g_variant_new ("(ua{sv})", portal == REFUSES ? 1 : 0, &results));
  if (portal == OLD_HANDLE)
    g_timeout_add (200, on_answer, answer);
  else
    on_answer (answer);
}

static GDBusConnection *
portal_start (void)
{
  static const GDBusInterfaceVTable vtable = { on_call };
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (xml, NULL);
  GDBusConnection *connection = g_dbus_connection_new_for_address_sync (
    g_test_dbus_get_bus_address (bus),
    G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);
  g_autoptr (GVariant) owned = NULL;

  g_assert_no_error (error);
  g_dbus_connection_register_object (connection, "/org/freedesktop/portal/desktop", node->interfaces[0], &vtable, NULL,
                                     NULL, &error);
  g_assert_no_error (error);
  owned = g_dbus_connection_call_sync (
    connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
    g_variant_new ("(su)", "org.freedesktop.portal.Desktop", 0), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  return connection;
}

/* At once, so that the next one has the name. */
static void
portal_stop (GDBusConnection *connection)
{
  g_autoptr (GError) error = NULL;

  g_dbus_connection_close_sync (connection, NULL, &error);
  g_assert_no_error (error);
}

static void
test_none (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (rg_future_wait (rg_background_request (TRUE, "why"), &error));
  g_assert_error (error, RG_ERROR, RG_ERROR_UNAVAILABLE);
  g_assert_nonnull (strstr (error->message, "while its window is open"));
}

static void
test_consent (void)
{
  g_autoptr (GDBusConnection) connection = portal_start ();
  g_autofree const char **command = NULL;
  g_autoptr (GError) error = NULL;
  const char *reason = NULL;
  gboolean autostart = FALSE;

  portal = AGREES;
  g_assert_true (rg_future_wait (rg_background_request (TRUE, "Reminders."), &error));
  g_assert_no_error (error);
  g_assert_true (g_variant_lookup (asked, "reason", "&s", &reason));
  g_assert_cmpstr (reason, ==, "Reminders.");
  g_assert_true (g_variant_lookup (asked, "autostart", "b", &autostart));
  g_assert_true (autostart);
  g_assert_true (g_variant_lookup (asked, "commandline", "^a&s", &command));
  g_assert_cmpstr (command[1], ==, "--background");
  g_assert_null (command[2]);

  portal = OLD_HANDLE;
  g_assert_true (rg_future_wait (rg_background_request (TRUE, "Reminders."), &error));
  g_assert_no_error (error);

  portal = AGREES;
  g_assert_true (rg_future_wait (rg_background_request (FALSE, "Reminders."), &error));
  g_assert_true (g_variant_lookup (asked, "autostart", "b", &autostart));
  g_assert_false (autostart);
  portal_stop (connection);
}

static void
test_refusal (void)
{
  g_autoptr (GDBusConnection) connection = portal_start ();
  static const Portal portals[] = { REFUSES, NOT_AT_LOGIN };

  for (guint i = 0; i < G_N_ELEMENTS (portals); i++)
    {
      g_autoptr (GError) error = NULL;

      portal = portals[i];
      g_assert_false (rg_future_wait (rg_background_request (TRUE, "Reminders."), &error));
      g_assert_error (error, RG_ERROR, RG_ERROR_DENIED);
    }
  portal_stop (connection);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  dex_init ();
  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);
  g_test_add_func ("/background/none", test_none);
  g_test_add_func ("/background/consent", test_consent);
  g_test_add_func ("/background/refusal", test_refusal);
  status = g_test_run ();
  g_clear_pointer (&asked, g_variant_unref);
  g_test_dbus_stop (bus);
  return status;
}
