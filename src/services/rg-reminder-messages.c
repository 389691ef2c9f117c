/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-reminder-messages.h"

#include <glib/gi18n-lib.h>

#include "rg-link.h"
#include "rg-note-operations.h"
#include "rg-reminder-data.h"

/* Names and texts are shown only when Preferences allow it: others may see the screen, also a locked one. */

/* More than these at once are told in one notification. */
#define MOST_AT_ONCE 3

/* Longer texts are cut. */
#define MOST_TEXT 160

/* The one for many. */
#define SUMMARY "reminders"

struct _RgReminderMessages
{
  GApplication *application; /* unowned: it owns this */
  GSettings *settings;
  GHashTable *shown; /* names of notifications */
};

static char *
make_name (RgReminder *reminder)
{
  return g_strdup_printf ("reminder-%" G_GINT64_FORMAT, rg_record_get_id (RG_RECORD (reminder->note)));
}

static void
send (RgReminderMessages *self, char *name, GNotification *notification)
{
  g_application_send_notification (self->application, name, notification);
  g_hash_table_add (self->shown, name);
}

static void
add_button (GNotification *notification, const char *label, const char *action, RgReminder *reminder)
{
  g_notification_add_button_with_target (notification, label, action, "x",
                                         rg_record_get_id (RG_RECORD (reminder->note)));
}

static void
send_one (RgReminderMessages *self, RgDesk *desk, RgReminder *reminder)
{
  g_autofree char *link = rg_link_new (RG_LINK_CUSTOMER, reminder->customer_number);
  gboolean names = g_settings_get_boolean (self->settings, "notify-names")
                   && rg_desk_has_right (desk, (RgRight) { RG_AREA_NOTES, RG_SCOPE_VIEW });
  g_autofree char *why_not = rg_desk_dup_why_not (desk, &rg_note_complete);
  g_autoptr (GNotification) notification
    = g_notification_new (names ? reminder->customer_name : _ ("A reminder is due"));

  if (names && g_utf8_strlen (reminder->note->text, -1) > MOST_TEXT)
    {
      g_autofree char *cut = g_utf8_substring (reminder->note->text, 0, MOST_TEXT);
      g_autofree char *body = g_strconcat (cut, "…", NULL);

      g_notification_set_body (notification, body);
    }
  else
    g_notification_set_body (notification, names ? reminder->note->text : _ ("Open it to see whose it is."));
  g_notification_set_default_action_and_target (notification, "app.open-link", "s", link);
  if (why_not == NULL)
    {
      add_button (notification, _ ("Done"), "app.complete-reminder", reminder);
      /* A weekly one has its day. */
      if (!reminder->note->recur_weekly)
        add_button (notification, _ ("Tomorrow"), "app.postpone-reminder", reminder);
    }
  send (self, make_name (reminder), notification);
}

static void
send_summary (RgReminderMessages *self, guint n_due)
{
  g_autofree char *title
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u reminder is due", "%u reminders are due", n_due), n_due);
  g_autoptr (GNotification) notification = g_notification_new (title);

  g_notification_set_body (notification, _ ("Open them to see whose they are."));
  g_notification_set_default_action (notification, "app.reminders");
  send (self, g_strdup (SUMMARY), notification);
}

/**
 * rg_reminder_messages_new:
 * @application: (transfer none): sends the notifications; must live longer
 * @settings: the settings of the program
 *
 * Returns: (transfer full): none shown yet
 */
RgReminderMessages *
rg_reminder_messages_new (GApplication *application, GSettings *settings)
{
  RgReminderMessages *self = g_new0 (RgReminderMessages, 1);

  self->application = application;
  self->settings = g_object_ref (settings);
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * rg_reminder_messages_show:
 * @self: notifications
 * @desk: whose reminders they are
 * @due: (element-type RgReminder): all that are due
 * @news: (element-type RgReminder): those of them that are to be told
 *
 * Shows @news: each by itself when they are few, else one for all that are due.
 */
void
rg_reminder_messages_show (RgReminderMessages *self, RgDesk *desk, GPtrArray *due, GPtrArray *news)
{
  if (news->len > MOST_AT_ONCE)
    send_summary (self, due->len);
  else
    for (guint i = 0; i < news->len; i++)
      send_one (self, desk, news->pdata[i]);
}

/**
 * rg_reminder_messages_keep:
 * @self: notifications
 * @due: (nullable) (element-type RgReminder): what is due
 *
 * Takes back all that is shown of what is not in @due.
 */
void
rg_reminder_messages_keep (RgReminderMessages *self, GPtrArray *due)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer name;

  for (guint i = 0; due != NULL && i < due->len; i++)
    g_hash_table_add (names, make_name (due->pdata[i]));
  if (g_hash_table_size (names) > 0)
    g_hash_table_add (names, g_strdup (SUMMARY));
  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (names, name))
      {
        g_application_withdraw_notification (self->application, name);
        g_hash_table_iter_remove (&iter);
      }
}

/**
 * rg_reminder_messages_free:
 * @self: (transfer full): notifications, which stay where they are shown
 */
void
rg_reminder_messages_free (RgReminderMessages *self)
{
  g_object_unref (self->settings);
  g_hash_table_unref (self->shown);
  g_free (self);
}
