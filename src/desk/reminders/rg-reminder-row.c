/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-reminder-row.h"

#include <glib/gi18n-lib.h>

#include "rg-note-operations.h"
#include "rg-report.h"

/* A reminder of any customer: a checkbox to complete it, what it is about, whose it is and when it is due. Activating
 * the row opens the customer. */

struct _RgReminderRow
{
  GtkListBoxRow parent_instance;

  RgDesk *desk;
  RgReminder *reminder;
  gboolean updating;

  GtkCheckButton *done;
  GtkLabel *text;
  GtkLabel *about;
  GtkLabel *day;
};

G_DEFINE_FINAL_TYPE (RgReminderRow, rg_reminder_row, GTK_TYPE_LIST_BOX_ROW)

static void
on_done_toggled (RgReminderRow *self)
{
  RgAct *act;

  if (self->updating)
    return;
  act = rg_act_new_record (&rg_note_complete, RG_RECORD (self->reminder->note));
  act->flag = gtk_check_button_get_active (self->done);
  rg_widget_perform (GTK_WIDGET (self), self->desk, act);
}

static void
show (RgReminderRow *self)
{
  RgNote *note = self->reminder->note;
  RgDay today = rg_desk_get_today (self->desk);
  /* A weekly one that was completed is open again, for next week. */
  gboolean open = rg_note_is_open (note) && (note->done_at == 0 || rg_note_is_due (note, today));
  g_autofree char *by = rg_desk_dup_staff_name (self->desk, note->staff_id);
  g_autofree char *day = rg_day_format_relative (note->reminder_day, today);
  g_autofree char *about = g_strjoin (" · ", self->reminder->customer_name, by,
                                      !open                ? _ ("Completed")
                                      : note->recur_weekly ? _ ("Every week")
                                                           : NULL,
                                      !open && note->recur_weekly ? _ ("Every week") : NULL, NULL);
  g_autofree char *name = g_strdup_printf (_ ("Complete: %s"), note->text);
  g_autofree char *spoken = g_strjoin (", ", day, note->text, about, NULL);

  self->updating = TRUE;
  gtk_check_button_set_active (self->done, !open);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->done), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_label_set_label (self->text, note->text);
  gtk_label_set_label (self->about, about);
  gtk_label_set_label (self->day, day);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->day), !open                         ? "good"
                                                    : note->reminder_day < today  ? "bad"
                                                    : note->reminder_day == today ? "warn"
                                                                                  : "info");
  if (!open)
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "done");
  self->updating = FALSE;
}

static void
rg_reminder_row_dispose (GObject *object)
{
  RgReminderRow *self = RG_REMINDER_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_REMINDER_ROW);
  g_clear_object (&self->desk);
  g_clear_object (&self->reminder);

  G_OBJECT_CLASS (rg_reminder_row_parent_class)->dispose (object);
}

static void
rg_reminder_row_init (RgReminderRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_reminder_row_class_init (RgReminderRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_reminder_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/reminders/rg-reminder-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RgReminderRow, done);
  gtk_widget_class_bind_template_child (widget_class, RgReminderRow, text);
  gtk_widget_class_bind_template_child (widget_class, RgReminderRow, about);
  gtk_widget_class_bind_template_child (widget_class, RgReminderRow, day);
  gtk_widget_class_bind_template_callback (widget_class, on_done_toggled);
}

/**
 * rg_reminder_row_new:
 * @desk: the desk
 * @reminder: a reminder
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
rg_reminder_row_new (RgDesk *desk, RgReminder *reminder)
{
  RgReminderRow *self = g_object_new (RG_TYPE_REMINDER_ROW, NULL);

  self->desk = g_object_ref (desk);
  self->reminder = g_object_ref (reminder);
  show (self);
  return GTK_WIDGET (self);
}

/**
 * rg_reminder_row_get_customer_id:
 * @self: a row
 *
 * Returns: whose reminder it is
 */
gint64
rg_reminder_row_get_customer_id (RgReminderRow *self)
{
  return self->reminder->note->customer_id;
}
