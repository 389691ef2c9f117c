/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-application.h"

#include <glib/gi18n-lib.h>

#include "rg-future.h"
#include "rg-preferences.h"
#include "rg-sample-file.h"
#include "rg-window.h"

struct _RgApplication
{
  AdwApplication parent_instance;
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
  { "win.close-tab", { "<Control>w" } },
  { "win.next-customer", { "<Alt>Down" } },
  { "win.previous-customer", { "<Alt>Up" } },
  { "win.show-places", { "F9" } },
  { "win.preferences", { "<Control>comma" } },
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
  { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the sample data"), NULL },
  { "read-only", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Change nothing"), NULL },
  { NULL },
};

/* The file that was named, the one that was open last, else the welcome page. */
static void
open_something (RgWindow *window, const char *path, gboolean sample, gboolean read_only)
{
  g_autofree char *own = rg_desk_file_dup_path ();
  g_autofree char *last = g_settings_get_string (rg_preferences_get (), "last-file");

  if (sample)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.open-sample", NULL);
  else if (path != NULL)
    rg_future_disown (rg_window_open_file (window, path, read_only), "open");
  else if (g_getenv ("REGULARS_FILE") != NULL)
    rg_future_disown (rg_window_open_file (window, own, read_only), "open");
  else if (*last != '\0' && g_file_test (last, G_FILE_TEST_EXISTS))
    rg_future_disown (rg_window_open_file (window, last, read_only), "open");
  else if (g_file_test (own, G_FILE_TEST_EXISTS))
    rg_future_disown (rg_window_open_file (window, own, read_only), "open");
  else
    rg_window_show_welcome (window);
}

static int
rg_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  GVariantDict *dict = g_application_command_line_get_options_dict (command_line);
  g_auto (GStrv) arguments = g_application_command_line_get_arguments (command_line, NULL);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
  g_autofree char *path = NULL;

  if (window != NULL && arguments[1] == NULL)
    {
      gtk_window_present (window);
      return 0;
    }
  if (arguments[1] != NULL)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (command_line, arguments[1]);

      path = g_file_get_path (file);
    }
  if (window == NULL)
    window = GTK_WINDOW (rg_window_new (GTK_APPLICATION (application)));
  open_something (RG_WINDOW (window), path, g_variant_dict_contains (dict, "sample"),
                  g_variant_dict_contains (dict, "read-only"));
  gtk_window_present (window);
  return 0;
}

static void
rg_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    {
      window = GTK_WINDOW (rg_window_new (GTK_APPLICATION (application)));
      open_something (RG_WINDOW (window), NULL, FALSE, FALSE);
    }
  gtk_window_present (window);
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window;

  while ((window = gtk_application_get_active_window (GTK_APPLICATION (data))) != NULL)
    {
      gtk_window_close (window);
      gtk_application_remove_window (GTK_APPLICATION (data), window);
    }
}

static void
rg_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = { { "quit", on_quit } };

  G_APPLICATION_CLASS (rg_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (RG_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), shortcuts[i].action, shortcuts[i].keys);
}

static void
rg_application_init (RgApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

static void
rg_application_class_init (RgApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = rg_application_startup;
  application_class->activate = rg_application_activate;
  application_class->command_line = rg_application_command_line;
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
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE, NULL);
}
