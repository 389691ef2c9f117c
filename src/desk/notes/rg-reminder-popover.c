/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-reminder-popover.h"

#include "rg-closures.h"
#include "rg-style.h"
#include "rg-text.h"

/* When to be reminded of a note: a date that is typed or taken from the calendar. Emits "changed" whenever a person
 * changes any of it. */

struct _RgReminderPopover
{
  GtkPopover parent_instance;

  RgDay day;     /* 0 for none, and while what was typed is no date */
  char *problem; /* why what was typed is no date */
  gboolean showing;

  GtkEntry *entry;
  GtkLabel *problem_label;
  GtkCalendar *calendar;
  GtkCheckButton *weekly;
};

G_DEFINE_FINAL_TYPE (RgReminderPopover, rg_reminder_popover, GTK_TYPE_POPOVER)

static guint changed_signal;

static void
emit_changed (RgReminderPopover *self)
{
  if (!self->showing)
    g_signal_emit (self, changed_signal, 0);
}

/* What is wrong is said when Enter is pressed or the popover closed, not while a date is half typed. */
static void
set_day (RgReminderPopover *self, RgDay day, const char *problem)
{
  self->day = day;
  g_set_str (&self->problem, problem);
  rg_widget_set_wrong (self->entry, problem != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->entry), problem);
  gtk_label_set_label (self->problem_label, "");
}

static void
on_typed (RgReminderPopover *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GError) error = NULL;
  RgDay day;

  if (self->showing)
    return;
  day = rg_text_is_blank (text) ? 0 : rg_day_parse (text, &error);
  set_day (self, day, error != NULL ? error->message : NULL);
  emit_changed (self);
}

static void
on_activated (RgReminderPopover *self)
{
  if (self->problem != NULL)
    gtk_label_set_label (self->problem_label, self->problem);
  else
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
on_day_selected (RgReminderPopover *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  RgDay day
    = rg_day_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date), g_date_time_get_day_of_month (date));

  rg_reminder_popover_show (self, day, rg_reminder_popover_is_weekly (self));
  emit_changed (self);
}

static void
on_none_clicked (RgReminderPopover *self)
{
  rg_reminder_popover_show (self, 0, FALSE);
  emit_changed (self);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
rg_reminder_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RG_TYPE_REMINDER_POPOVER);

  G_OBJECT_CLASS (rg_reminder_popover_parent_class)->dispose (object);
}

static void
rg_reminder_popover_finalize (GObject *object)
{
  g_free (RG_REMINDER_POPOVER (object)->problem);

  G_OBJECT_CLASS (rg_reminder_popover_parent_class)->finalize (object);
}

static void
rg_reminder_popover_init (RgReminderPopover *self)
{
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->showing = FALSE;
}

static void
rg_reminder_popover_class_init (RgReminderPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_reminder_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = rg_reminder_popover_finalize;

  changed_signal
    = g_signal_new ("changed", RG_TYPE_REMINDER_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/notes/rg-reminder-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RgReminderPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, RgReminderPopover, problem_label);
  gtk_widget_class_bind_template_child (widget_class, RgReminderPopover, calendar);
  gtk_widget_class_bind_template_child (widget_class, RgReminderPopover, weekly);
  gtk_widget_class_bind_template_callback (widget_class, emit_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_none_clicked);
  rg_closures_bind (widget_class);
}

/**
 * rg_reminder_popover_show:
 * @self: the popover
 * @day: when to be reminded; 0 for never
 * @weekly: whether every week from then on
 *
 * Shows a reminder, without "changed".
 */
void
rg_reminder_popover_show (RgReminderPopover *self, RgDay day, gboolean weekly)
{
  g_autofree char *text = day != 0 ? rg_day_format (day) : g_strdup ("");

  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_check_button_set_active (self->weekly, weekly);
  set_day (self, day, NULL);
  self->showing = FALSE;
}

/** rg_reminder_popover_get_day: Returns: when to be reminded; 0 for never */
RgDay
rg_reminder_popover_get_day (RgReminderPopover *self)
{
  return self->day;
}

/** rg_reminder_popover_is_weekly: Returns: whether every week from then on */
gboolean
rg_reminder_popover_is_weekly (RgReminderPopover *self)
{
  return gtk_check_button_get_active (self->weekly);
}

/** rg_reminder_popover_get_problem: Returns: (nullable): why what was typed is no date; %NULL when it is one */
const char *
rg_reminder_popover_get_problem (RgReminderPopover *self)
{
  return self->problem;
}
