/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-day-range.h"

#include "rg-closures.h"
#include "rg-error.h"
#include "rg-style.h"

/* A range of days that a person types. Either end may stay open. What is not a date is marked, with the reason below.
 */

struct _RgDayRange
{
  AdwBin parent_instance;

  RgDay first_day;
  RgDay last_day;
  GtkEditable *first;
  GtkEditable *last;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (RgDayRange, rg_day_range, ADW_TYPE_BIN)

static guint changed_signal;

static void
read_days (RgDayRange *self, gboolean is_complete)
{
  g_autoptr (GError) error = NULL;
  const char *field = NULL;

  if (!rg_day_parse_range (gtk_editable_get_text (self->first), gtk_editable_get_text (self->last), &self->first_day,
                           &self->last_day, &error)
      && is_complete)
    field = rg_error_get_field (error);
  rg_widget_set_wrong (self->first, g_strcmp0 (field, "first") == 0);
  rg_widget_set_wrong (self->last, g_strcmp0 (field, "last") == 0);
  gtk_label_set_label (self->problem, field != NULL ? error->message : "");
}

static void
on_changed (RgDayRange *self)
{
  read_days (self, FALSE);
  g_signal_emit (self, changed_signal, 0);
}

/* Half a date is no mistake as long as it is being typed. */
static void
on_typed (RgDayRange *self)
{
  read_days (self, TRUE);
}

static void
rg_day_range_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RG_TYPE_DAY_RANGE);

  G_OBJECT_CLASS (rg_day_range_parent_class)->dispose (object);
}

static void
rg_day_range_init (RgDayRange *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_day_range_class_init (RgDayRangeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_day_range_dispose;

  changed_signal = g_signal_new ("changed", RG_TYPE_DAY_RANGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/widgets/rg-day-range.ui");
  gtk_widget_class_bind_template_child (widget_class, RgDayRange, first);
  gtk_widget_class_bind_template_child (widget_class, RgDayRange, last);
  gtk_widget_class_bind_template_child (widget_class, RgDayRange, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  rg_closures_bind (widget_class);
}

/**
 * rg_day_range_get:
 * @self: a range
 * @first: (out): its first day, or 0 for no beginning
 * @last: (out): its last day, or 0 for no end
 *
 * An end that is not a date counts as open.
 */
void
rg_day_range_get (RgDayRange *self, RgDay *first, RgDay *last)
{
  *first = self->first_day;
  *last = self->last_day;
}

/**
 * rg_day_range_clear:
 * @self: a range
 *
 * Opens both ends.
 */
void
rg_day_range_clear (RgDayRange *self)
{
  gtk_editable_set_text (self->first, "");
  gtk_editable_set_text (self->last, "");
}

/**
 * rg_day_range_get_first_entry:
 * @self: a range
 *
 * Returns: (transfer none): where its first day is typed
 */
GtkWidget *
rg_day_range_get_first_entry (RgDayRange *self)
{
  return GTK_WIDGET (self->first);
}
