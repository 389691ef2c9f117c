/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-application.h"

#include <glib/gi18n-lib.h>

#include "rg-access.h"
#include "rg-application-actions.h"
#include "rg-current-file.h"
#include "rg-future.h"
#include "rg-link.h"
#include "rg-preferences.h"
#include "rg-window-wishes.h"
#include "rg-window.h"

/* One program for all windows of a session: what is started again, a link, an action of the icon and a notification all
 * come here. What can be asked for by name is in rg-application-actions.c. */

struct _RgApplication
{
  AdwApplication parent_instance;

  RgReminderNotifier *notifier; /* NULL when this is not the one program of the session */
  gboolean held;                /* stays when the last window is closed */
};

G_DEFINE_FINAL_TYPE (RgApplication, rg_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *keys[3];
} shortcuts[] = {
  { "win.search", { "<Control>f" } },
  { "win.palette", { "<Control>k" } },
  { "win.add-customer", { "<Control>n" } },
  { "win.add-note", { "<Control><Shift>n" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.current-customer", { "<Control>l" } },
  { "win.lock", { "<Control><Shift>l" } },
  { "win.close-tab", { "<Control>w" } },
  { "win.next-customer", { "<Alt>Down" } },
  { "win.previous-customer", { "<Alt>Up" } },
  { "win.show-places", { "F9" } },
  { "win.preferences", { "<Control>comma" } },
  { "win.help", { "F1" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "win.show-view(0)", { "<Alt>1" } },
  { "win.show-view(1)", { "<Alt>2" } },
  { "win.show-view(2)", { "<Alt>3" } },
  { "win.show-view(3)", { "<Alt>4" } },
  { "win.show-view(4)", { "<Alt>5" } },
  { "win.show-view(5)", { "<Alt>6" } },
  { "win.show-view(6)", { "<Alt>7" } },
  { "win.show-view(7)", { "<Alt>8" } },
  { "win.show-view(8)", { "<Alt>9" } },
  { "app.quit", { "<Control>q" } },
};

static const GOptionEntry options[] = {
  { "new-window", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open a new window"), NULL },
  { "find-customer", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Begin with the search"), NULL },
  { "new-note", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Begin with a new note"), NULL },
  { "reminders", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the reminders"), NULL },
  { "background", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open no window, only remind, if that is allowed"), NULL },
  { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the sample data"), NULL },
  { "read-only", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Change nothing"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, NULL, NULL, N_ ("[FILE or LINK…]") },
  { NULL },
};

/* The options that are wishes, and as what (see rg_window_wish()). */
static const struct
{
  const char *option;
  const char *wish;
} wishes[] = {
  { "find-customer", "search:" },
  { "new-note", "note" },
  { "reminders", "reminders" },
};

/* The file that was open last, else the welcome page. */
static void
open_current (RgWindow *window)
{
  g_autofree char *path = rg_current_file_dup_path (rg_preferences_get ());

  if (path != NULL)
    rg_future_disown (rg_window_open_file (window, path, FALSE), "open");
  else
    rg_window_show_welcome (window);
}

static void
open_file (RgWindow *window, GFile *file, gboolean read_only)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    rg_future_disown (rg_window_open_file (window, path, read_only), "open");
  else
    rg_window_tell (window, _ ("Choose a file on this computer."));
}

/* The window that was used last. */
static RgWindow *
find_window (GApplication *application)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    if (RG_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

/**
 * rg_application_ensure_window:
 * @self: the application
 *
 * Returns: (transfer none): the window that was used last, in front; a new one on the current file when there is none
 */
RgWindow *
rg_application_ensure_window (RgApplication *self)
{
  RgWindow *window = find_window (G_APPLICATION (self));

  if (window == NULL)
    {
      window = rg_window_new (GTK_APPLICATION (self));
      rg_window_appear (window);
      open_current (window);
    }
  else
    gtk_window_present (GTK_WINDOW (window));
  return window;
}

/**
 * rg_application_open_window:
 * @self: the application
 *
 * Opens one more window, on the current file.
 */
void
rg_application_open_window (RgApplication *self)
{
  RgWindow *window = rg_window_new (GTK_APPLICATION (self));

  rg_window_appear (window);
  open_current (window);
}

/* At login, by consent: without it there is nothing to do, and the program ends. */
static void
start_in_background (RgApplication *self)
{
  if (self->held)
    rg_future_disown (rg_reminder_notifier_open (self->notifier), "reminders");
}

static int
rg_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  GVariantDict *dict = g_application_command_line_get_options_dict (command_line);
  g_autofree const char **named = NULL;
  gboolean read_only = g_variant_dict_contains (dict, "read-only");
  RgWindow *window = g_variant_dict_contains (dict, "new-window") ? NULL : find_window (application);
  gboolean is_new = window == NULL;
  const char *path = NULL;

  if (g_variant_dict_contains (dict, "background"))
    {
      start_in_background (RG_APPLICATION (application));
      return 0;
    }
  g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^a&s", &named);
  if (is_new)
    {
      window = rg_window_new (GTK_APPLICATION (application));
      rg_window_appear (window);
    }
  else
    gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; named != NULL && named[i] != NULL; i++)
    if (!rg_link_is_link (named[i]))
      path = named[i];

  if (g_variant_dict_contains (dict, "sample"))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.open-sample", NULL);
  else if (path != NULL)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (command_line, path);

      open_file (window, file, read_only);
    }
  else if (is_new)
    open_current (window);

  for (guint i = 0; i < G_N_ELEMENTS (wishes); i++)
    if (g_variant_dict_contains (dict, wishes[i].option))
      rg_window_wish (window, wishes[i].wish);
  for (guint i = 0; named != NULL && named[i] != NULL; i++)
    if (rg_link_is_link (named[i]))
      rg_window_wish (window, named[i]);
  return 0;
}

static void
rg_application_activate (GApplication *application)
{
  rg_application_ensure_window (RG_APPLICATION (application));
}

/* From the bus: what a link or a file was dropped on, and what other programs ask to be opened. */
static void
rg_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  RgWindow *window = find_window (application);
  gboolean is_new = window == NULL;

  if (is_new)
    {
      window = rg_window_new (GTK_APPLICATION (application));
      rg_window_appear (window);
    }
  else
    gtk_window_present (GTK_WINDOW (window));
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *uri = g_file_get_uri (files[i]);

      if (!rg_link_is_link (uri))
        {
          open_file (window, files[i], FALSE);
          is_new = FALSE;
        }
    }
  if (is_new)
    open_current (window);
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *uri = g_file_get_uri (files[i]);

      if (rg_link_is_link (uri))
        rg_window_wish (window, uri);
    }
}

/* Whether it stays when no window is open. */
static void
update_held (RgApplication *self)
{
  gboolean held = self->notifier != NULL && g_settings_get_boolean (rg_preferences_get (), "remind-when-closed");

  if (held && !self->held)
    g_application_hold (G_APPLICATION (self));
  else if (!held && self->held)
    g_application_release (G_APPLICATION (self));
  self->held = held;
}

/**
 * rg_application_get_notifier:
 * @self: the application
 *
 * Returns: (transfer none) (nullable): what tells of due reminders
 */
RgReminderNotifier *
rg_application_get_notifier (RgApplication *self)
{
  return self->notifier;
}

static void
rg_application_startup (GApplication *application)
{
  RgApplication *self = RG_APPLICATION (application);

  G_APPLICATION_CLASS (rg_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (RG_APP_ID);
  rg_access_watch ();
  rg_application_add_actions (RG_APPLICATION (application));
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), shortcuts[i].action, shortcuts[i].keys);
  if (g_application_get_dbus_connection (application) == NULL)
    return;
  self->notifier = rg_reminder_notifier_new (application, rg_preferences_get ());
  g_signal_connect_object (rg_preferences_get (), "changed::remind-when-closed", G_CALLBACK (update_held), self,
                           G_CONNECT_SWAPPED);
  update_held (self);
}

/* The file is closed before the program ends. */
static void
rg_application_shutdown (GApplication *application)
{
  g_clear_object (&RG_APPLICATION (application)->notifier);
  G_APPLICATION_CLASS (rg_application_parent_class)->shutdown (application);
}

static void
rg_application_init (RgApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE or LINK…]"));
}

static void
rg_application_class_init (RgApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = rg_application_startup;
  application_class->shutdown = rg_application_shutdown;
  application_class->activate = rg_application_activate;
  application_class->command_line = rg_application_command_line;
  application_class->open = rg_application_open;
}

/**
 * rg_application_new:
 *
 * Returns: (transfer full): the application
 */
RgApplication *
rg_application_new (void)
{
  return g_object_new (RG_TYPE_APPLICATION, "application-id", RG_APP_ID, "resource-base-path", "/app/regulars/Regulars",
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN, NULL);
}
