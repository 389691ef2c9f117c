/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-access.h"

#include <glib/gi18n-lib.h>

#include "rg-day.h"

/* What GTK 4.18 and libadwaita 1.7 do not tell a screen reader by themselves: the names of the items of a menu and of
 * the buttons of a calendar, and the choice that a combo row shows. It is told as soon as they appear. */

static char *
dup_without_mnemonic (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '_' && p[1] != '\0')
        p++;
      g_string_append_c (plain, *p);
    }
  return g_string_free_and_steal (plain);
}

static void
name_item (GtkWidget *item)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  g_object_get (item, "text", &text, NULL);
  if (text == NULL)
    return;
  name = dup_without_mnemonic (text);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
tell_choice (AdwComboRow *row)
{
  GObject *item = adw_combo_row_get_selected_item (row);
  GtkExpression *expression = adw_combo_row_get_expression (row);
  g_auto (GValue) value = G_VALUE_INIT;
  const char *choice = NULL;

  if (GTK_IS_STRING_OBJECT (item))
    choice = gtk_string_object_get_string (GTK_STRING_OBJECT (item));
  else if (item != NULL && expression != NULL && gtk_expression_evaluate (expression, item, &value)
           && G_VALUE_HOLDS_STRING (&value))
    choice = g_value_get_string (&value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  choice != NULL ? choice : "", -1);
}

static void
watch_choice (AdwComboRow *row)
{
  tell_choice (row);
  if (g_signal_handler_find (row, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, tell_choice, NULL) == 0)
    g_signal_connect (row, "notify::selected-item", G_CALLBACK (tell_choice), NULL);
}

/* The buttons of a calendar are its only ones, in this order. */
static void
name_buttons (GtkWidget *widget, guint *n)
{
  static const char *const names[]
    = { N_ ("Previous month"), N_ ("Next month"), N_ ("Previous year"), N_ ("Next year") };

  if (GTK_IS_BUTTON (widget) && *n < G_N_ELEMENTS (names))
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (names[*n]), -1);
      (*n)++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_buttons (child, n);
}

/* The days can't be heard one by one; the one that is chosen can. */
static void
tell_day (GtkCalendar *calendar)
{
  g_autoptr (GDateTime) time = gtk_calendar_get_date (calendar);
  g_autofree char *day = rg_day_format (
    rg_day_from_ymd (g_date_time_get_year (time), g_date_time_get_month (time), g_date_time_get_day_of_month (time)));
  /* Translators: %s is a day */
  g_autofree char *name = g_strdup_printf (_ ("Calendar, %s"), day);

  gtk_accessible_update_property (GTK_ACCESSIBLE (calendar), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
watch_calendar (GtkCalendar *calendar)
{
  guint n = 0;

  name_buttons (GTK_WIDGET (calendar), &n);
  tell_day (calendar);
  if (g_signal_handler_find (calendar, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, tell_day, NULL) == 0)
    g_signal_connect (calendar, "day-selected", G_CALLBACK (tell_day), NULL);
}

static gboolean
on_map (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GObject *object = g_value_get_object (&values[0]);

  if (ADW_IS_COMBO_ROW (object))
    watch_choice (ADW_COMBO_ROW (object));
  else if (GTK_IS_CALENDAR (object))
    watch_calendar (GTK_CALENDAR (object));
  else if (g_str_equal (G_OBJECT_TYPE_NAME (object), "GtkModelButton"))
    name_item (GTK_WIDGET (object));
  return TRUE;
}

/**
 * rg_access_watch:
 *
 * From now on a screen reader is told what the toolkit leaves out, in all windows of the program.
 */
void
rg_access_watch (void)
{
  GTypeClass *klass = g_type_class_ref (GTK_TYPE_WIDGET);

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, on_map, NULL, NULL);
  g_type_class_unref (klass);
}
