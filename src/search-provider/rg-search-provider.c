/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-search-provider.h"

#include <glib/gstdio.h>

#include "rg-current-file.h"
#include "rg-future.h"
#include "rg-link.h"
#include "rg-shell-results.h"

/* What the search of GNOME Shell asks (org.gnome.Shell.SearchProvider2): a small program that the bus starts when
 * somebody types and that ends a while after. It reads the file and never writes to it. As long as it is not switched
 * on in Preferences it knows nobody; neither when nobody can sign in without a PIN, since then the desk is locked. */

#define INTERFACE "org.gnome.Shell.SearchProvider2"
#define OBJECT_PATH "/app/regulars/Regulars/SearchProvider"

/* How long it waits for the next question. */
#define IDLE_MSEC (2 * 60 * 1000)

struct _RgSearchProvider
{
  GApplication parent_instance;

  GSettings *settings;
  RgDesk *desk; /* NULL when none is open */
  char *path;   /* of @desk */
  GStatBuf info;
  DexFuture *opening; /* gives the desk that all who ask meanwhile await */
  guint registration;
};

G_DEFINE_FINAL_TYPE (RgSearchProvider, rg_search_provider, G_TYPE_APPLICATION)

static const char interface_xml[]
  = "<node><interface name='" INTERFACE "'>"
    "<method name='GetInitialResultSet'><arg type='as' name='terms' direction='in'/>"
    "<arg type='as' name='results' direction='out'/></method>"
    "<method name='GetSubsearchResultSet'><arg type='as' name='previous_results' direction='in'/>"
    "<arg type='as' name='terms' direction='in'/><arg type='as' name='results' direction='out'/></method>"
    "<method name='GetResultMetas'><arg type='as' name='identifiers' direction='in'/>"
    "<arg type='aa{sv}' name='metas' direction='out'/></method>"
    "<method name='ActivateResult'><arg type='s' name='identifier' direction='in'/>"
    "<arg type='as' name='terms' direction='in'/><arg type='u' name='timestamp' direction='in'/></method>"
    "<method name='LaunchSearch'><arg type='as' name='terms' direction='in'/>"
    "<arg type='u' name='timestamp' direction='in'/></method>"
    "</interface></node>";

/* The desk that is open is still that of the file: not another one, nor a restored backup in its place. */
static gboolean
is_current (RgSearchProvider *self, const char *path)
{
  GStatBuf info;

  return self->desk != NULL && g_strcmp0 (self->path, path) == 0 && g_stat (path, &info) == 0
         && info.st_dev == self->info.st_dev && info.st_ino == self->info.st_ino;
}

static DexFuture *
open_fiber (gpointer data, gpointer path)
{
  RgSearchProvider *self = data;
  g_autoptr (GError) error = NULL;
  GStatBuf info = { 0 };
  RgDesk *desk;

  g_stat (path, &info);
  desk = dex_await_object (rg_desk_open (path, TRUE), &error);
  if (desk == NULL)
    return dex_future_new_for_error (g_steal_pointer (&error));
  g_clear_object (&self->desk);
  self->desk = desk;
  self->info = info;
  g_set_str (&self->path, path);
  return dex_future_new_true ();
}

/* Opens the file unless it is open; once, however many ask. */
static void
begin_open (RgSearchProvider *self, const char *path)
{
  if (self->opening != NULL && dex_future_is_pending (self->opening))
    return;
  dex_clear (&self->opening);
  self->opening = rg_future_spawn (self, open_fiber, g_strdup (path), g_free);
}

/* Awaits the desk, for whoever may see its customers; NULL when that is nobody. Unlike the window there is nobody in
 * front of it: only what somebody sees who opens the window without a PIN is shown. */
static RgDesk *
await_desk (RgSearchProvider *self)
{
  g_autofree char *path = rg_current_file_dup_path (self->settings);
  RgStaff *staff;

  if (self->settings == NULL || !g_settings_get_boolean (self->settings, "search-provider") || path == NULL)
    {
      g_clear_object (&self->desk);
      return NULL;
    }
  if (!is_current (self, path))
    {
      begin_open (self, path);
      if (!dex_await (dex_ref (self->opening), NULL) || self->desk == NULL)
        return NULL;
    }
  staff = rg_desk_get_staff (self->desk);
  if (staff == NULL || staff->pin_hash != NULL
      || !rg_desk_has_right (self->desk, (RgRight) { RG_AREA_CUSTOMERS, RG_SCOPE_VIEW }))
    return NULL;
  return g_object_ref (self->desk);
}

static GVariant *
dup_answer (DexFuture *future)
{
  g_autoptr (GError) error = NULL;
  GVariant *answer = NULL;

  if (dex_await (dex_ref (future), &error))
    answer = g_value_dup_variant (dex_future_get_value (future, NULL));
  dex_unref (future);
  return answer;
}

/* A question that can't be answered has no results: the search of the desktop shows no errors. */
static DexFuture *
question_fiber (gpointer data, gpointer invocation_pointer)
{
  GDBusMethodInvocation *invocation = invocation_pointer;
  GVariant *parameters = g_dbus_method_invocation_get_parameters (invocation);
  gboolean describes = g_str_equal (g_dbus_method_invocation_get_method_name (invocation), "GetResultMetas");
  g_autoptr (RgDesk) desk = await_desk (data);
  /* What is asked with comes last in all three. */
  g_autoptr (GVariant) words = g_variant_get_child_value (parameters, g_variant_n_children (parameters) - 1);
  g_autofree const char **list = g_variant_get_strv (words, NULL);
  g_autoptr (GVariant) answer = NULL;

  if (desk != NULL)
    answer = dup_answer (describes ? rg_shell_results_describe (desk, list) : rg_shell_results_search (desk, list));
  if (answer == NULL)
    answer = g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE (describes ? "a{sv}" : "s"), NULL, 0));
  g_dbus_method_invocation_return_value (g_object_ref (invocation), g_variant_new_tuple (&answer, 1));
  g_application_release (data);
  return NULL;
}

/* Asks the program, which the bus starts when it doesn't run, to come to the front with something. */
static void
call_program (RgSearchProvider *self, const char *method, GVariant *what, guint timestamp)
{
  GVariantBuilder platform = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{sv}"));
  GVariantBuilder arguments = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_TUPLE);

  g_variant_builder_add (&platform, "{sv}", "desktop-startup-id",
                         g_variant_new_take_string (g_strdup_printf ("_TIME%u", timestamp)));
  for (gsize i = 0; i < g_variant_n_children (what); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (what, i);

      g_variant_builder_add_value (&arguments, child);
    }
  g_variant_unref (g_variant_ref_sink (what));
  g_variant_builder_add_value (&arguments, g_variant_builder_end (&platform));
  g_dbus_connection_call (g_application_get_dbus_connection (G_APPLICATION (self)), RG_APP_ID, "/app/regulars/Regulars",
                          "org.freedesktop.Application", method, g_variant_builder_end (&arguments), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
}

static void
activate_result (RgSearchProvider *self, GVariant *parameters)
{
  const char *id;
  guint timestamp;
  gint64 number;

  g_variant_get (parameters, "(&s@asu)", &id, NULL, &timestamp);
  if (g_ascii_string_to_signed (id, 10, 1, G_MAXINT64, &number, NULL))
    {
      g_autofree char *link = rg_link_new (RG_LINK_CUSTOMER, number);
      const char *links[] = { link, NULL };

      call_program (self, "Open", g_variant_new ("(^as)", links), timestamp);
    }
}

static void
launch_search (RgSearchProvider *self, GVariant *parameters)
{
  g_autofree const char **terms = NULL;
  g_autofree char *text = NULL;
  GVariant *parameter;
  guint timestamp;

  g_variant_get (parameters, "(^a&su)", &terms, &timestamp);
  text = g_strjoinv (" ", (GStrv) terms);
  parameter = g_variant_new_variant (g_variant_new_string (text));
  call_program (self, "ActivateAction",
                g_variant_new ("(s@av)", "search", g_variant_new_array (G_VARIANT_TYPE_VARIANT, &parameter, 1)),
                timestamp);
}

static void
on_method_call (GDBusConnection *connection,
                const char *sender,
                const char *path,
                const char *interface,
                const char *method,
                GVariant *parameters,
                GDBusMethodInvocation *invocation,
                gpointer data)
{
  RgSearchProvider *self = data;

  /* Each question puts off the end. */
  g_application_hold (G_APPLICATION (self));
  if (g_str_equal (method, "ActivateResult") || g_str_equal (method, "LaunchSearch"))
    {
      if (g_str_equal (method, "ActivateResult"))
        activate_result (self, parameters);
      else
        launch_search (self, parameters);
      g_dbus_method_invocation_return_value (invocation, NULL);
      g_application_release (G_APPLICATION (self));
    }
  else
    rg_future_disown (rg_future_spawn (self, question_fiber, invocation, g_object_unref), "search of the desktop");
}

static gboolean
rg_search_provider_dbus_register (GApplication *application,
                                  GDBusConnection *connection,
                                  const char *path,
                                  GError **error)
{
  static const GDBusInterfaceVTable vtable = { on_method_call };
  RgSearchProvider *self = RG_SEARCH_PROVIDER (application);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface_xml, NULL);

  if (!G_APPLICATION_CLASS (rg_search_provider_parent_class)->dbus_register (application, connection, path, error))
    return FALSE;
  self->registration
    = g_dbus_connection_register_object (connection, OBJECT_PATH, node->interfaces[0], &vtable, self, NULL, error);
  return self->registration != 0;
}

static void
rg_search_provider_dbus_unregister (GApplication *application, GDBusConnection *connection, const char *path)
{
  RgSearchProvider *self = RG_SEARCH_PROVIDER (application);

  if (self->registration != 0)
    g_dbus_connection_unregister_object (connection, self->registration);
  self->registration = 0;
  G_APPLICATION_CLASS (rg_search_provider_parent_class)->dbus_unregister (application, connection, path);
}

/* The file is opened while the first question is still on its way. */
static void
rg_search_provider_startup (GApplication *application)
{
  RgSearchProvider *self = RG_SEARCH_PROVIDER (application);
  g_autofree char *path = rg_current_file_dup_path (self->settings);

  G_APPLICATION_CLASS (rg_search_provider_parent_class)->startup (application);
  if (path != NULL && self->settings != NULL && g_settings_get_boolean (self->settings, "search-provider"))
    begin_open (self, path);
}

static void
rg_search_provider_activate (GApplication *application)
{
}

static void
rg_search_provider_finalize (GObject *object)
{
  RgSearchProvider *self = RG_SEARCH_PROVIDER (object);

  dex_clear (&self->opening);
  g_clear_object (&self->desk);
  g_clear_object (&self->settings);
  g_free (self->path);

  G_OBJECT_CLASS (rg_search_provider_parent_class)->finalize (object);
}

static void
rg_search_provider_init (RgSearchProvider *self)
{
  g_autoptr (GSettingsSchema) schema
    = g_settings_schema_source_lookup (g_settings_schema_source_get_default (), RG_APP_ID, TRUE);

  if (schema != NULL)
    self->settings = g_settings_new_full (schema, NULL, NULL);
}

static void
rg_search_provider_class_init (RgSearchProviderClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rg_search_provider_finalize;
  application_class->dbus_register = rg_search_provider_dbus_register;
  application_class->dbus_unregister = rg_search_provider_dbus_unregister;
  application_class->startup = rg_search_provider_startup;
  application_class->activate = rg_search_provider_activate;
}

/**
 * rg_search_provider_new:
 *
 * Returns: (transfer full): the provider; run it as an application
 */
RgSearchProvider *
rg_search_provider_new (void)
{
  return g_object_new (RG_TYPE_SEARCH_PROVIDER, "application-id", RG_APP_ID ".SearchProvider", "flags",
                       G_APPLICATION_IS_SERVICE, "inactivity-timeout", IDLE_MSEC, NULL);
}
