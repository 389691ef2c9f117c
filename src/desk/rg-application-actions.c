/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-application-actions.h"

#include "rg-future.h"
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
on_open_link (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rg_window_wish (rg_application_ensure_window (data), g_variant_get_string (parameter, NULL));
}

typedef struct
{
  gint64 note_id;
  RgReminderAction action;
} Reminder;

/* What a notification offers is done without a window; what can't be done is told in one. */
static DexFuture *
reminder_fiber (gpointer self, gpointer data)
{
  Reminder *reminder = data;
  g_autoptr (GError) error = NULL;

  if (!dex_await (rg_reminder_notifier_act (rg_application_get_notifier (self), reminder->note_id, reminder->action),
                  &error))
    rg_window_report (rg_application_ensure_window (self), error);
  g_application_release (self);
  return NULL;
}

static void
on_reminder (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Reminder *reminder = g_new (Reminder, 1);

  reminder->note_id = g_variant_get_int64 (parameter);
  reminder->action = g_str_equal (g_action_get_name (G_ACTION (action)), "complete-reminder") ? RG_REMINDER_DONE
                                                                                              : RG_REMINDER_TOMORROW;
  g_application_hold (data);
  rg_future_disown (rg_future_spawn (data, reminder_fiber, reminder, g_free), "reminder");
}

static void
on_new_window (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rg_application_open_window (data);
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GPtrArray) windows = g_ptr_array_new_with_free_func (g_object_unref);

  for (GList *l = gtk_application_get_windows (data); l != NULL; l = l->next)
    g_ptr_array_add (windows, g_object_ref (l->data));
  for (guint i = 0; i < windows->len; i++)
    if (RG_IS_WINDOW (windows->pdata[i]))
      rg_window_quit (windows->pdata[i]);
    else
      gtk_window_close (windows->pdata[i]);
  /* Also what stays without a window ends, unless a window stayed with something in it. */
  if (gtk_application_get_windows (data) == NULL)
    g_application_quit (data);
}

static const GActionEntry actions[] = {
  { "find-customer", on_wish },
  { "new-note", on_wish },
  { "reminders", on_wish },
  { "search", on_search, "s" },
  { "open-link", on_open_link, "s" },
  { "complete-reminder", on_reminder, "x" },
  { "postpone-reminder", on_reminder, "x" },
  { "new-window", on_new_window },
  { "quit", on_quit },
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
