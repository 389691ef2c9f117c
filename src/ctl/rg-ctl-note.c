/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "rg-ctl-print.h"
#include "rg-customer-tag.h"
#include "rg-future.h"
#include "rg-note.h"
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
  static const char *const headings[] = { N_ ("When"), N_ ("Who"), N_ ("Type"), N_ ("Reminder"), N_ ("Note"), NULL };
  g_autoptr (RgCtlTable) table = rg_ctl_table_new (headings);
  GTimeZone *zone = rg_settings_get_zone (rg_desk_get_settings (ctl->desk));
  RgDay today = rg_desk_get_today (ctl->desk);

  for (guint i = 0; i < notes->len; i++)
    {
      RgNote *note = notes->pdata[i];
      g_autofree char *when = rg_time_format (note->created_at, zone, today);
      g_autofree char *who = rg_desk_dup_staff_name (ctl->desk, note->staff_id);
      g_autofree char *day = rg_day_to_iso (note->reminder_day);
      g_autofree char *reminder = g_strconcat (day, note->reminder_day != 0 && !rg_note_is_open (note) ? " ✓" : "",
                                               note->recur_weekly ? " ↻" : "", NULL);

      rg_ctl_table_add (table, when, who, rg_words_get_label (&rg_note_kind_words, note->kind), reminder, note->text,
                        NULL);
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
  { "tag", "NUMBER NAME", N_ ("Give a customer a tag, made when there is none of that name"), 2, G_MAXUINT,
    RG_CTL_WRITES, VIEW, NULL, run_tag },
  { "untag", "NUMBER NAME", N_ ("Take a tag from a customer"), 2, G_MAXUINT, RG_CTL_WRITES, VIEW, NULL, run_untag },
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
