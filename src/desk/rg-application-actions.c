/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-application-actions.h"

#include "rg-window-wishes.h"

/* What can be asked of the program by name, also over the bus: by the actions of its icon, the search of the desktop
 * and notifications. The names are those in the desktop entry. */

static const struct
{
  const char *action;
  const char *wish; /* as for rg_window_wish() */
} wishes[] = {
  { "find-customer", "search:" },
  { "new-note", "note" },
  { "reminders", "reminders" },
};

static void
on_wish (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (wishes); i++)
    if (g_str_equal (wishes[i].action, g_action_get_name (G_ACTION (action))))
      rg_window_wish (rg_application_ensure_window (data), wishes[i].wish);
}

static void
on_search (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *wish = g_strconcat ("search:", g_variant_get_string (parameter, NULL), NULL);

  rg_window_wish (rg_application_ensure_window (data), wish);
}

static void
on_new_window (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rg_application_open_window (data);
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autolist (GtkWindow) windows
    = g_list_copy_deep (gtk_application_get_windows (data), (GCopyFunc) g_object_ref, NULL);

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static const GActionEntry actions[] = {
  { "find-customer", on_wish }, { "new-note", on_wish },         { "reminders", on_wish },
  { "search", on_search, "s" }, { "new-window", on_new_window }, { "quit", on_quit },
};

/**
 * rg_application_add_actions:
 * @self: the application
 */
void
rg_application_add_actions (RgApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
