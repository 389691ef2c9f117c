/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-note-row.h"

#include <glib/gi18n-lib.h>

#include "rg-note-operations.h"
#include "rg-report.h"
#include "rg-style.h"

/* One note: its text, who wrote it and when, its reminder with a checkbox, and what can be done with it. */

/* As much of a long text is shown before all of it is asked for. */
#define MOST_CHARACTERS 2000
#define MOST_LINES 25

struct _RgNoteRow
{
  GtkListBoxRow parent_instance;

  RgDesk *desk;
  RgNote *note;
  gboolean updating;

  GtkImage *icon;
  GtkLabel *about;
  GtkLabel *text;
  GtkToggleButton *whole;
  GtkCheckButton *reminder;
  GtkLabel *reminder_label;
  GtkWidget *edit;
  GtkWidget *delete;
  GtkWidget *restore;
};

G_DEFINE_FINAL_TYPE (RgNoteRow, rg_note_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
get_icon (RgNoteKind kind)
{
  static const char *const icons[] = {
    [RG_NOTE_KIND_EMAIL] = "mail-unread-symbolic",     [RG_NOTE_KIND_PHONE] = "call-start-symbolic",
    [RG_NOTE_KIND_ACTIVITY] = "system-run-symbolic",   [RG_NOTE_KIND_REMINDER] = "alarm-symbolic",
    [RG_NOTE_KIND_STICKY] = "user-bookmarks-symbolic", [RG_NOTE_KIND_FORM] = "text-x-generic-symbolic",
  };

  return icons[kind];
}

/* "Every week · Done: Thu 19 Nov by Ben · Next: Thu 26 Nov", "Due: Today", "Reminder: Thu 19 Nov · Done: Today by Ben"
 */
static char *
make_reminder_text (RgNoteRow *self)
{
  RgNote *note = self->note;
  RgDay today = rg_desk_get_today (self->desk);
  g_autofree char *day = rg_day_format_relative (note->reminder_day, today);
  GTimeZone *zone = rg_settings_get_zone (rg_desk_get_settings (self->desk));

  if (note->done_at != 0)
    {
      g_autofree char *done = rg_day_format_relative (rg_day_of_time (note->done_at, zone), today);
      g_autofree char *by = rg_desk_dup_staff_name (self->desk, note->done_by_id);

      if (note->recur_weekly)
        /* Translators: a day, the name of a colleague, a day: "Every week · Done: Today by Ben · Next: Thu 26 Nov" */
        return g_strdup_printf (_ ("Every week · Done: %s by %s · Next: %s"), done, by, day);
      /* Translators: a day, a day, the name of a colleague: "Reminder: Thu 26 Nov · Done: Today by Ben" */
      return g_strdup_printf (_ ("Reminder: %s · Done: %s by %s"), day, done, by);
    }
  if (note->recur_weekly)
    return g_strdup_printf (_ ("Every week · %s"), day);
  return g_strdup_printf (rg_note_is_due (note, today) ? _ ("Due: %s") : _ ("Reminder: %s"), day);
}

/* The beginning of a long text; NULL of one that is not. */
static char *
dup_beginning (const char *text)
{
  const char *end = text;
  guint lines = 0;

  for (guint i = 0; i < MOST_CHARACTERS && lines < MOST_LINES && *end != '\0'; i++)
    {
      lines += *end == '\n';
      end = g_utf8_next_char (end);
    }
  if (*end == '\0')
    return NULL;
  return g_strdup_printf ("%.*s…", (int) (end - text), text);
}

static void
show_text (RgNoteRow *self)
{
  const char *text = self->note->text != NULL ? self->note->text : "";
  g_autofree char *beginning = dup_beginning (text);
  gboolean whole = beginning == NULL || gtk_toggle_button_get_active (self->whole);

  gtk_label_set_label (self->text, whole ? text : beginning);
  gtk_widget_set_visible (GTK_WIDGET (self->whole), beginning != NULL);
  gtk_button_set_label (GTK_BUTTON (self->whole), whole ? _ ("Show Less") : _ ("Show Whole Note"));
}

static void
update (RgNoteRow *self)
{
  RgNote *note = self->note;
  RgDay today = rg_desk_get_today (self->desk);
  gboolean deleted = note->deleted_at != 0;
  g_autofree char *by = rg_desk_dup_staff_name (self->desk, note->staff_id);
  g_autofree char *time
    = rg_time_format (note->created_at, rg_settings_get_zone (rg_desk_get_settings (self->desk)), today);
  const char *kind = rg_words_get_label (&rg_note_kind_words, note->kind);
  g_autofree char *about = g_strjoin (" · ", kind, time, by, deleted ? _ ("In the trash") : NULL, NULL);
  g_autofree char *spoken = NULL;
  g_autofree char *why_not_delete = rg_desk_dup_why_not (self->desk, &rg_note_delete);
  g_autofree char *why_not_restore = rg_desk_dup_why_not (self->desk, &rg_note_restore);
  g_autofree char *why_not_edit = rg_desk_dup_why_not (self->desk, &rg_note_edit);

  show_text (self);
  spoken = g_strjoin (", ", about, gtk_label_get_label (self->text), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  self->updating = TRUE;
  gtk_image_set_from_icon_name (self->icon, get_icon (note->kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL, kind, -1);
  gtk_label_set_label (self->about, about);
  gtk_widget_set_visible (self->edit, !deleted);
  gtk_widget_set_visible (self->delete, !deleted);
  gtk_widget_set_visible (self->restore, deleted);
  rg_widget_set_why_not (self->edit, _ ("Edit note"), why_not_edit);
  rg_widget_set_why_not (self->delete, _ ("Delete note"), why_not_delete);
  rg_widget_set_why_not (self->restore, NULL, why_not_restore);

  gtk_widget_set_visible (GTK_WIDGET (self->reminder), note->reminder_day != 0 && !deleted);
  if (note->reminder_day != 0)
    {
      g_autofree char *reminder = make_reminder_text (self);

      gtk_label_set_label (self->reminder_label, reminder);
      gtk_check_button_set_active (self->reminder,
                                   note->done_at != 0 && (!note->recur_weekly || !rg_note_is_due (note, today)));
    }
  rg_widget_set_class (self->reminder, "warn", rg_note_is_due (note, today));
  rg_widget_set_class (self->text, "done", deleted || (note->reminder_day != 0 && !rg_note_is_open (note)));
  self->updating = FALSE;
}

static void
on_reminder_toggled (RgNoteRow *self)
{
  RgAct *act;

  if (self->updating)
    return;
  act = rg_act_new_record (&rg_note_complete, RG_RECORD (self->note));
  act->flag = gtk_check_button_get_active (self->reminder);
  rg_widget_perform (GTK_WIDGET (self), self->desk, act);
}

static void
on_edit_clicked (RgNoteRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "notes.edit", "x", rg_record_get_id (RG_RECORD (self->note)));
}

static void
on_delete_clicked (RgNoteRow *self)
{
  rg_widget_perform (GTK_WIDGET (self), self->desk, rg_act_new_record (&rg_note_delete, RG_RECORD (self->note)));
}

static void
on_restore_clicked (RgNoteRow *self)
{
  rg_widget_perform (GTK_WIDGET (self), self->desk, rg_act_new_record (&rg_note_restore, RG_RECORD (self->note)));
}

static void
rg_note_row_dispose (GObject *object)
{
  RgNoteRow *self = RG_NOTE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_NOTE_ROW);
  g_clear_object (&self->desk);
  g_clear_object (&self->note);

  G_OBJECT_CLASS (rg_note_row_parent_class)->dispose (object);
}

static void
rg_note_row_init (RgNoteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_note_row_class_init (RgNoteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_note_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/notes/rg-note-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RgNoteRow, icon);
  gtk_widget_class_bind_template_child (widget_class, RgNoteRow, about);
  gtk_widget_class_bind_template_child (widget_class, RgNoteRow, text);
  gtk_widget_class_bind_template_child (widget_class, RgNoteRow, whole);
  gtk_widget_class_bind_template_child (widget_class, RgNoteRow, reminder);
  gtk_widget_class_bind_template_child (widget_class, RgNoteRow, reminder_label);
  gtk_widget_class_bind_template_child (widget_class, RgNoteRow, edit);
  gtk_widget_class_bind_template_child (widget_class, RgNoteRow, delete);
  gtk_widget_class_bind_template_child (widget_class, RgNoteRow, restore);
  gtk_widget_class_bind_template_callback (widget_class, show_text);
  gtk_widget_class_bind_template_callback (widget_class, on_reminder_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_delete_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_restore_clicked);
}

/**
 * rg_note_row_new:
 * @desk: the desk
 * @note: a note
 *
 * Returns: (transfer floating): a row that follows @note
 */
GtkWidget *
rg_note_row_new (RgDesk *desk, RgNote *note)
{
  RgNoteRow *self = g_object_new (RG_TYPE_NOTE_ROW, NULL);

  self->desk = g_object_ref (desk);
  self->note = g_object_ref (note);
  g_signal_connect_object (note, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::staff", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
