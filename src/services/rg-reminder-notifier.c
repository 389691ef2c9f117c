/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-reminder-notifier.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "rg-clock-watch.h"
#include "rg-current-file.h"
#include "rg-future.h"
#include "rg-note-operations.h"
#include "rg-reminder-data.h"
#include "rg-reminder-messages.h"

/* Tells of due reminders, once a day each, from the hour on that Preferences says. Works with a window and without one.
 * What a notification offers goes through operations, as whoever is signed in. */

/* More than these are not counted. */
#define MOST 500

/* What was told already on which day, as JSON; kept in the file, so that a restart does not tell it again. */
#define KEY "reminders/told"

struct _RgReminderNotifier
{
  GObject parent_instance;

  RgReminderMessages *messages;
  GSettings *settings;
  RgDesk *desk;
  RgClockWatch *clock;
  RgDay told_day;   /* 0 before it was read from the file */
  GHashTable *told; /* ids of notes, told on that day */
  gboolean looking;
  gboolean look_again;
};

G_DEFINE_FINAL_TYPE (RgReminderNotifier, rg_reminder_notifier, G_TYPE_OBJECT)

static gint64 *
box (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

/* ---- what was told ---- */

static gboolean
await_told (RgReminderNotifier *self, RgDesk *desk, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text = dex_await_string (rg_store_recall (rg_desk_get_store (desk), KEY), error);
  JsonNode *root;
  JsonObject *object;
  JsonNode *ids;

  /* What is told belongs to one file, and another one may be looked after by now. */
  if (self->desk != desk)
    return TRUE;
  g_hash_table_remove_all (self->told);
  self->told_day = 1;
  if (text == NULL)
    return FALSE;
  if (*text == '\0' || !json_parser_load_from_data (parser, text, -1, NULL))
    return TRUE;
  root = json_parser_get_root (parser);
  object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  ids = object != NULL ? json_object_get_member (object, "notes") : NULL;
  if (ids == NULL || !JSON_NODE_HOLDS_ARRAY (ids))
    return TRUE;
  self->told_day = (RgDay) json_object_get_int_member_with_default (object, "day", 1);
  for (guint i = 0; i < json_array_get_length (json_node_get_array (ids)); i++)
    g_hash_table_add (self->told, box (json_array_get_int_element (json_node_get_array (ids), i)));
  return TRUE;
}

static void
keep_told (RgReminderNotifier *self, RgDesk *desk)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;
  GHashTableIter iter;
  gpointer id;

  if (rg_store_is_read_only (rg_desk_get_store (desk)))
    return;
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "day");
  json_builder_add_int_value (builder, self->told_day);
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  g_hash_table_iter_init (&iter, self->told);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    json_builder_add_int_value (builder, *(gint64 *) id);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  text = json_to_string (node, FALSE);
  rg_future_disown (rg_store_keep (rg_desk_get_store (desk), KEY, text), "reminders told");
}

/* ---- looking ---- */

typedef struct
{
  RgDay today;
  GPtrArray *due;
} Question;

static GObject *
read_due (RgDb *db, gpointer data, GError **error)
{
  Question *question = data;

  question->due = rg_reminders_read (db, question->today, 0, FALSE, 0, MOST, error);
  return NULL;
}

static void
tell (RgReminderNotifier *self, RgDesk *desk, GPtrArray *due)
{
  g_autoptr (GPtrArray) news = g_ptr_array_new ();

  for (guint i = 0; i < due->len; i++)
    {
      gint64 id = rg_record_get_id (RG_RECORD (((RgReminder *) due->pdata[i])->note));

      if (!g_hash_table_contains (self->told, &id))
        g_ptr_array_add (news, due->pdata[i]);
      g_hash_table_add (self->told, box (id));
    }
  rg_reminder_messages_show (self->messages, desk, due, news);
  if (news->len > 0)
    keep_told (self, desk);
}

/* When the day's reminders are told, and when that is next. */
static gint64
get_hour (RgReminderNotifier *self, RgDesk *desk, RgDay day)
{
  GTimeZone *zone = rg_settings_get_zone (rg_desk_get_settings (desk));

  return rg_day_start (day, zone) + g_settings_get_int (self->settings, "remind-from") * G_TIME_SPAN_HOUR;
}

static gboolean
await_look (RgReminderNotifier *self, RgDesk *desk, GError **error)
{
  Question question = { rg_desk_get_today (desk), NULL };
  g_autoptr (GPtrArray) due = NULL;
  gint64 now = rg_time_now ();
  gboolean early = now < get_hour (self, desk, question.today);

  rg_clock_watch_set (self->clock, get_hour (self, desk, early ? question.today : question.today + 1));
  if ((self->told_day == 0 && !await_told (self, desk, error))
      || !dex_await (rg_desk_read (desk, read_due, &question, NULL), error))
    return FALSE;
  due = question.due;
  if (self->desk != desk)
    return TRUE;
  /* Another day, be it that the clock was set: all of it is told anew. */
  if (self->told_day != question.today)
    {
      self->told_day = question.today;
      g_hash_table_remove_all (self->told);
    }
  rg_reminder_messages_keep (self->messages, due);
  if (!early)
    tell (self, desk, due);
  return TRUE;
}

static DexFuture *
look_fiber (gpointer data, gpointer unused)
{
  RgReminderNotifier *self = data;
  g_autoptr (GError) error = NULL;

  /* What changes meanwhile is looked at afterwards. */
  self->look_again = TRUE;
  if (self->looking)
    return NULL;
  self->looking = TRUE;
  while (self->look_again && self->desk != NULL)
    {
      g_autoptr (RgDesk) desk = g_object_ref (self->desk);

      self->look_again = FALSE;
      if (!await_look (self, desk, &error))
        break;
    }
  self->looking = FALSE;
  return error != NULL ? dex_future_new_for_error (g_steal_pointer (&error)) : NULL;
}

static void
look (RgReminderNotifier *self)
{
  if (self->desk != NULL)
    rg_future_enter (self, look_fiber, NULL, NULL);
}

static void
on_clock (gpointer data)
{
  look (data);
}

static void
on_changed (RgDesk *desk, GArray *changes, RgReminderNotifier *self)
{
  gboolean notes = changes == NULL;

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    notes |= g_array_index (changes, RgChange, i).type == &rg_note_type;
  if (notes)
    look (self);
}

static void
rg_reminder_notifier_dispose (GObject *object)
{
  RgReminderNotifier *self = RG_REMINDER_NOTIFIER (object);

  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  g_clear_pointer (&self->clock, rg_clock_watch_free);
  g_clear_object (&self->desk);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (rg_reminder_notifier_parent_class)->dispose (object);
}

static void
rg_reminder_notifier_finalize (GObject *object)
{
  RgReminderNotifier *self = RG_REMINDER_NOTIFIER (object);

  g_hash_table_unref (self->told);
  rg_reminder_messages_free (self->messages);

  G_OBJECT_CLASS (rg_reminder_notifier_parent_class)->finalize (object);
}

static void
rg_reminder_notifier_init (RgReminderNotifier *self)
{
  self->told = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->clock = rg_clock_watch_new (on_clock, self);
}

static void
rg_reminder_notifier_class_init (RgReminderNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rg_reminder_notifier_dispose;
  G_OBJECT_CLASS (klass)->finalize = rg_reminder_notifier_finalize;
}

/**
 * rg_reminder_notifier_new:
 * @application: (transfer none): sends the notifications; must live longer
 * @settings: the settings of the program
 *
 * Returns: (transfer full): a notifier that looks after no file yet
 */
RgReminderNotifier *
rg_reminder_notifier_new (GApplication *application, GSettings *settings)
{
  RgReminderNotifier *self = g_object_new (RG_TYPE_REMINDER_NOTIFIER, NULL);

  self->messages = rg_reminder_messages_new (application, settings);
  self->settings = g_object_ref (settings);
  g_signal_connect_swapped (settings, "changed::remind-from", G_CALLBACK (look), self);
  return self;
}

/**
 * rg_reminder_notifier_set_desk:
 * @self: a notifier
 * @desk: (nullable): the file it looks after from now on; kept open as long
 *
 * The reminders of the sample data are nobody's, so it is not looked after.
 */
void
rg_reminder_notifier_set_desk (RgReminderNotifier *self, RgDesk *desk)
{
  if (desk == self->desk)
    return;
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  rg_reminder_messages_keep (self->messages, NULL);
  self->told_day = 0;
  if (desk != NULL && rg_settings_get_bool (rg_desk_get_settings (desk), RG_SETTING_SAMPLE))
    desk = NULL;
  g_set_object (&self->desk, desk);
  rg_clock_watch_set (self->clock, 0);
  if (desk == NULL)
    return;
  g_signal_connect (desk, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (desk, "settings-changed", G_CALLBACK (look), self);
  g_signal_connect_swapped (desk, "notify::staff", G_CALLBACK (look), self);
  look (self);
}

static DexFuture *
open_fiber (gpointer data, gpointer unused)
{
  RgReminderNotifier *self = data;
  g_autofree char *path = rg_current_file_dup_path (self->settings);
  g_autoptr (RgDesk) desk = NULL;
  g_autoptr (GError) error = NULL;

  if (self->desk != NULL)
    return dex_future_new_true ();
  if (path == NULL)
    return dex_future_new_for_error (
      g_error_new (RG_ERROR, RG_ERROR_NOT_FOUND, _ ("There is no file yet; open one first.")));
  desk = dex_await_object (rg_desk_open (path, FALSE), &error);
  if (desk == NULL)
    return dex_future_new_for_error (g_steal_pointer (&error));
  /* A window may have been quicker. */
  if (self->desk == NULL)
    rg_reminder_notifier_set_desk (self, desk);
  return dex_future_new_true ();
}

/**
 * rg_reminder_notifier_open:
 * @self: a notifier
 *
 * Looks after the current file, without a window, unless it looks after one already.
 *
 * Returns: (transfer full): a future for the file being open
 */
DexFuture *
rg_reminder_notifier_open (RgReminderNotifier *self)
{
  return rg_future_spawn (self, open_fiber, NULL, NULL);
}

typedef struct
{
  gint64 note_id;
  RgReminderAction action;
  RgNote *note;
} Request;

static GObject *
load_note (RgDb *db, gpointer data, GError **error)
{
  Request *request = data;

  request->note = (RgNote *) rg_db_load (db, &rg_note_type, request->note_id, error);
  return NULL;
}

static DexFuture *
act_fiber (gpointer data, gpointer request_pointer)
{
  RgReminderNotifier *self = data;
  Request *request = request_pointer;
  g_autoptr (GError) error = NULL;
  g_autoptr (RgNote) note = NULL;
  g_autoptr (RgDesk) desk = NULL;
  g_autoptr (RgAct) act = NULL;

  if (!dex_await (rg_reminder_notifier_open (self), &error))
    return dex_future_new_for_error (g_steal_pointer (&error));
  if (self->desk == NULL)
    return NULL;
  desk = g_object_ref (self->desk);
  if (!dex_await (rg_desk_read (desk, load_note, request, NULL), &error))
    return dex_future_new_for_error (g_steal_pointer (&error));
  note = g_steal_pointer (&request->note);
  /* Somebody may have done it meanwhile. */
  if (!rg_note_is_due (note, rg_desk_get_today (desk)))
    return rg_future_spawn (self, look_fiber, NULL, NULL);
  act = rg_act_new_edit (request->action == RG_REMINDER_DONE ? &rg_note_complete : &rg_note_edit, RG_RECORD (note),
                         RG_RECORD (note));
  if (request->action == RG_REMINDER_TOMORROW)
    RG_NOTE (act->record)->reminder_day = rg_desk_get_today (desk) + 1;
  act->flag = TRUE;
  if (!dex_await (rg_desk_perform (desk, act), &error))
    return dex_future_new_for_error (g_steal_pointer (&error));
  return rg_future_spawn (self, look_fiber, NULL, NULL);
}

/**
 * rg_reminder_notifier_act:
 * @self: a notifier
 * @note_id: a note with a reminder
 * @action: what to do with it
 *
 * Does what a notification offers; opens the current file when none is open.
 *
 * Returns: (transfer full): a future for it being done; nothing is done when the reminder is not due any more
 */
DexFuture *
rg_reminder_notifier_act (RgReminderNotifier *self, gint64 note_id, RgReminderAction action)
{
  Request *request = g_new0 (Request, 1);

  request->note_id = note_id;
  request->action = action;
  return rg_future_spawn (self, act_fiber, request, g_free);
}
