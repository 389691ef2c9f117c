/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "rg-ctl-print.h"
#include "rg-customer-tag.h"
#include "rg-future.h"
#include "rg-note.h"
#include "rg-reminder-data.h"
#include "rg-tag-data.h"

/* Notes and tags of a customer. */

static const RgCtlOption note_options[] = {
  { "type", "TYPE", N_ ("What kind of note it is") },
  { "reminder", "DATE", N_ ("When to remind") },
  { "weekly", NULL, N_ ("Remind every week from then on") },
  { NULL },
};

static gboolean
run_note (RgCtl *ctl, GError **error)
{
  g_autoptr (RgCustomer) customer = rg_ctl_find_customer (ctl, ctl->args[0], error);
  g_autoptr (RgNote) note = g_object_new (RG_TYPE_NOTE, NULL);
  g_autoptr (RgAct) act = NULL;

  if (customer == NULL || !rg_ctl_get_day (ctl, "reminder", &note->reminder_day, error))
    return FALSE;
  if (rg_ctl_has (ctl, "type") && !rg_ctl_get_word (ctl, "type", &rg_note_kind_words, (guint *) &note->kind, error))
    return FALSE;
  note->customer_id = rg_record_get_id (RG_RECORD (customer));
  note->text = rg_ctl_join (ctl, 1);
  note->recur_weekly = rg_ctl_has (ctl, "weekly");
  act = rg_act_new_record (&rg_note_add, RG_RECORD (note));
  if (!rg_ctl_perform (ctl, act, error))
    return FALSE;
  rg_ctl_print_done (ctl, act);
  return TRUE;
}

static const RgCtlOption notes_options[] = {
  { "deleted", NULL, N_ ("Those in the trash instead") },
  { "limit", "N", N_ ("How many at most (100)") },
  { NULL },
};

static void
print_notes (RgCtl *ctl, GPtrArray *notes)
{
  static const char *const headings[]
    = { N_ ("ID"), N_ ("When"), N_ ("Who"), N_ ("Type"), N_ ("Reminder"), N_ ("Note"), NULL };
  g_autoptr (RgCtlTable) table = rg_ctl_table_new (headings);
  GTimeZone *zone = rg_settings_get_zone (rg_desk_get_settings (ctl->desk));
  RgDay today = rg_desk_get_today (ctl->desk);

  for (guint i = 0; i < notes->len; i++)
    {
      RgNote *note = notes->pdata[i];
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, rg_record_get_id (RG_RECORD (note)));
      g_autofree char *when = rg_time_format (note->created_at, zone, today);
      g_autofree char *who = rg_desk_dup_staff_name (ctl->desk, note->staff_id);
      g_autofree char *day = rg_day_to_iso (note->reminder_day);
      g_autofree char *reminder = g_strconcat (day, note->reminder_day != 0 && !rg_note_is_open (note) ? " ✓" : "",
                                               note->recur_weekly ? " ↻" : "", NULL);

      rg_ctl_table_add (table, id, when, who, rg_words_get_label (&rg_note_kind_words, note->kind), reminder,
                        note->text, NULL);
    }
  rg_ctl_table_print (table);
  if (notes->len == 0)
    rg_ctl_print ("%s", _ ("There are no notes."));
}

static gboolean
run_notes (RgCtl *ctl, GError **error)
{
  g_autoptr (RgCustomer) customer = rg_ctl_find_customer (ctl, ctl->args[0], error);
  g_autoptr (GPtrArray) notes = NULL;
  guint limit;

  if (customer == NULL || !rg_ctl_get_count (ctl, "limit", 100, &limit, error))
    return FALSE;
  notes = rg_ctl_read_rows (ctl, &rg_note_type, rg_record_get_id (RG_RECORD (customer)), 0, error);
  if (notes == NULL)
    return FALSE;
  for (guint i = notes->len; i > 0; i--)
    if ((RG_NOTE (notes->pdata[i - 1])->deleted_at != 0) != rg_ctl_has (ctl, "deleted"))
      g_ptr_array_remove_index (notes, i - 1);
  if (limit > 0 && notes->len > limit)
    g_ptr_array_set_size (notes, (int) limit);
  if (ctl->json)
    rg_ctl_print_json (rg_ctl_records_to_json (notes));
  else
    print_notes (ctl, notes);
  return TRUE;
}

static gboolean
run_edit_note (RgCtl *ctl, GError **error)
{
  return rg_ctl_edit_record (ctl, &rg_note_type, &rg_note_edit, error);
}

static const RgCtlOption complete_options[] = {
  { "reopen", NULL, N_ ("It is still to be done") },
  { NULL },
};

static gboolean
run_complete_note (RgCtl *ctl, GError **error)
{
  return rg_ctl_do_to_record (ctl, &rg_note_type, &rg_note_complete, !rg_ctl_has (ctl, "reopen"), error);
}

static gboolean
run_delete_note (RgCtl *ctl, GError **error)
{
  return rg_ctl_do_to_record (ctl, &rg_note_type, &rg_note_delete, FALSE, error);
}

static gboolean
run_undelete_note (RgCtl *ctl, GError **error)
{
  return rg_ctl_do_to_record (ctl, &rg_note_type, &rg_note_restore, FALSE, error);
}

static const RgCtlOption reminders_options[] = {
  { "until", "DATE", N_ ("Those until then rather than until today") },
  { "done", NULL, N_ ("Those that are done as well") },
  { "limit", "N", N_ ("How many at most (100)") },
  { NULL },
};

typedef struct
{
  RgDay until;
  gboolean with_done;
  guint limit;
  GPtrArray *reminders;
} Reminders;

static GObject *
read_reminders (RgDb *db, gpointer data, GError **error)
{
  Reminders *wanted = data;

  wanted->reminders = rg_reminders_read (db, wanted->until, 0, wanted->with_done, 0, wanted->limit, error);
  return NULL;
}

static void
print_reminders (RgCtl *ctl, GPtrArray *reminders)
{
  static const char *const headings[]
    = { N_ ("ID"), N_ ("Reminder"), N_ ("Number"), N_ ("Customer"), N_ ("Note"), NULL };
  g_autoptr (RgCtlTable) table = rg_ctl_table_new (headings);

  for (guint i = 0; i < reminders->len; i++)
    {
      RgReminder *reminder = reminders->pdata[i];
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, rg_record_get_id (RG_RECORD (reminder->note)));
      g_autofree char *day = rg_day_to_iso (reminder->note->reminder_day);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, reminder->customer_number);

      rg_ctl_table_add (table, id, day, number, reminder->customer_name, reminder->note->text, NULL);
    }
  rg_ctl_table_print (table);
  if (reminders->len == 0)
    rg_ctl_print ("%s", _ ("There are no reminders."));
}

static JsonArray *
reminders_to_json (GPtrArray *reminders)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < reminders->len; i++)
    {
      RgReminder *reminder = reminders->pdata[i];
      JsonNode *node = rg_record_to_json (RG_RECORD (reminder->note));

      json_object_set_int_member (json_node_get_object (node), "customer_number", reminder->customer_number);
      json_object_set_string_member (json_node_get_object (node), "customer_name", reminder->customer_name);
      json_array_add_element (array, node);
    }
  return array;
}

static gboolean
run_reminders (RgCtl *ctl, GError **error)
{
  Reminders wanted = { .with_done = rg_ctl_has (ctl, "done") };

  if (!rg_ctl_get_day (ctl, "until", &wanted.until, error)
      || !rg_ctl_get_count (ctl, "limit", 100, &wanted.limit, error))
    return FALSE;
  if (wanted.until == 0)
    wanted.until = rg_desk_get_today (ctl->desk);
  if (!rg_future_wait (rg_desk_read (ctl->desk, read_reminders, &wanted, NULL), error))
    return FALSE;
  if (ctl->json)
    rg_ctl_print_array (reminders_to_json (wanted.reminders));
  else
    print_reminders (ctl, wanted.reminders);
  g_ptr_array_unref (wanted.reminders);
  return TRUE;
}

static gboolean
change_tag (RgCtl *ctl, const RgOperation *operation, gint64 tag_id, GError **error)
{
  g_autoptr (RgCustomer) customer = rg_ctl_find_customer (ctl, ctl->args[0], error);
  g_autoptr (RgAct) act = NULL;

  if (customer == NULL)
    return FALSE;
  act = rg_act_new (operation, rg_record_get_id (RG_RECORD (customer)));
  if (tag_id != 0)
    rg_act_add_id (act, tag_id);
  else
    act->text = rg_ctl_join (ctl, 1);
  if (!rg_ctl_perform (ctl, act, error))
    return FALSE;
  rg_ctl_print_done (ctl, act);
  return TRUE;
}

static gboolean
run_tag (RgCtl *ctl, GError **error)
{
  return change_tag (ctl, &rg_tag_add, 0, error);
}

typedef struct
{
  char *name;
  gint64 id;
} FindTag;

static GObject *
find_tag (RgDb *db, gpointer data, GError **error)
{
  FindTag *find = data;
  g_autoptr (RgTag) tag = rg_tag_find (db, find->name, error);

  if (tag != NULL)
    find->id = rg_record_get_id (RG_RECORD (tag));
  else if (*error == NULL)
    g_set_error (error, RG_ERROR, RG_ERROR_NOT_FOUND, _ ("There is no tag “%s”."), find->name);
  return NULL;
}

static gboolean
run_untag (RgCtl *ctl, GError **error)
{
  g_autofree char *name = rg_ctl_join (ctl, 1);
  FindTag find = { name, 0 };

  return rg_future_wait (rg_desk_read (ctl->desk, find_tag, &find, NULL), error)
         && change_tag (ctl, &rg_tag_remove, find.id, error);
}

static gboolean
run_rename_tag (RgCtl *ctl, GError **error)
{
  FindTag find = { ctl->args[0], 0 };
  g_autoptr (RgAct) act = rg_act_new (&rg_tag_rename, 0);

  if (!rg_future_wait (rg_desk_read (ctl->desk, find_tag, &find, NULL), error))
    return FALSE;
  rg_act_add_id (act, find.id);
  act->text = rg_ctl_join (ctl, 1);
  return rg_ctl_finish (ctl, act, error);
}

static GObject *
list_tags (RgDb *db, gpointer data, GError **error)
{
  *(GPtrArray **) data = rg_tag_list (db, error);
  return NULL;
}

static gboolean
run_tags (RgCtl *ctl, GError **error)
{
  static const char *const headings[] = { N_ ("Tag"), N_ ("Customers"), NULL };
  g_autoptr (RgCtlTable) table = rg_ctl_table_new (headings);
  g_autoptr (GPtrArray) tags = NULL;
  g_autoptr (JsonArray) array = json_array_new ();

  if (!rg_future_wait (rg_desk_read (ctl->desk, list_tags, &tags, NULL), error))
    return FALSE;
  for (guint i = 0; i < tags->len; i++)
    {
      RgTagUse *use = tags->pdata[i];
      g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, use->n_customers);
      JsonObject *object = json_object_new ();

      rg_ctl_table_add (table, use->name, count, NULL);
      json_object_set_string_member (object, "name", use->name);
      json_object_set_int_member (object, "customers", use->n_customers);
      json_array_add_object_element (array, object);
    }
  if (ctl->json)
    rg_ctl_print_array (g_steal_pointer (&array));
  else
    rg_ctl_table_print (table);
  return TRUE;
}

#define VIEW { RG_AREA_CUSTOMERS, RG_SCOPE_VIEW }

static const RgCtlCommand commands[] = {
  { "note", "NUMBER TEXT…", N_ ("Add a note to a customer"), 2, G_MAXUINT, RG_CTL_WRITES, VIEW, note_options,
    run_note },
  { "notes",
    "NUMBER",
    N_ ("List the notes of a customer"),
    1,
    1,
    RG_CTL_READS,
    { RG_AREA_NOTES, RG_SCOPE_VIEW },
    notes_options,
    run_notes },
  { "edit-note",
    "ID FIELD=VALUE…",
    N_ ("Change the text, type or reminder of a note"),
    2,
    G_MAXUINT,
    RG_CTL_WRITES,
    { RG_AREA_NOTES, RG_SCOPE_VIEW },
    NULL,
    run_edit_note },
  { "complete-note",
    "ID",
    N_ ("Mark a reminder as done"),
    1,
    1,
    RG_CTL_WRITES,
    { RG_AREA_NOTES, RG_SCOPE_VIEW },
    complete_options,
    run_complete_note },
  { "delete-note",
    "ID",
    N_ ("Put a note into the trash"),
    1,
    1,
    RG_CTL_WRITES,
    { RG_AREA_NOTES, RG_SCOPE_VIEW },
    NULL,
    run_delete_note },
  { "undelete-note",
    "ID",
    N_ ("Take a note out of the trash"),
    1,
    1,
    RG_CTL_WRITES,
    { RG_AREA_NOTES, RG_SCOPE_VIEW },
    NULL,
    run_undelete_note },
  { "reminders",
    "",
    N_ ("List what is to be done, over all customers"),
    0,
    0,
    RG_CTL_READS,
    { RG_AREA_NOTES, RG_SCOPE_VIEW },
    reminders_options,
    run_reminders },
  { "tag", "NUMBER NAME", N_ ("Give a customer a tag, made when there is none of that name"), 2, G_MAXUINT,
    RG_CTL_WRITES, VIEW, NULL, run_tag },
  { "untag", "NUMBER NAME", N_ ("Take a tag from a customer"), 2, G_MAXUINT, RG_CTL_WRITES, VIEW, NULL, run_untag },
  { "rename-tag",
    "NAME NEW-NAME",
    N_ ("Give a tag another name, for every customer who has it"),
    2,
    G_MAXUINT,
    RG_CTL_WRITES,
    { RG_AREA_TAGS, RG_SCOPE_VIEW },
    NULL,
    run_rename_tag },
  { "tags",
    "",
    N_ ("List all tags and how many customers have each"),
    0,
    0,
    RG_CTL_READS,
    { RG_AREA_TAGS, RG_SCOPE_VIEW },
    NULL,
    run_tags },
};

const RgCtlGroup rg_ctl_note_group = { N_ ("Notes and tags:"), commands, G_N_ELEMENTS (commands) };
