/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-access.h"

#include <glib/gi18n-lib.h>

#include "rg-day.h"

/* What GTK 4.18 and libadwaita 1.7 do not tell a screen reader by themselves: the names of the items of a menu, of
 * the choices of a list that pops up and of the buttons of a calendar, and the choice that a combo row shows. It is
 * told as soon as they appear. */

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

/**
 * rg_access_describe:
 * @widget: a widget
 * @text: (nullable): what a screen reader says of it besides its name
 *
 * The subtitle describes a row otherwise, and libadwaita makes that win over any other description.
 */
void
rg_access_describe (GtkWidget *widget, const char *text)
{
  gboolean is_row = ADW_IS_ACTION_ROW (widget);

  if (is_row && text == NULL)
    text = adw_action_row_get_subtitle (ADW_ACTION_ROW (widget));
  if (is_row)
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
}

/**
 * rg_access_tell_choice:
 * @row: a combo row
 *
 * Describes it to a screen reader by what is chosen in it, why that can't be changed if it can't, and what it is for.
 */
void
rg_access_tell_choice (AdwComboRow *row)
{
  GObject *item = adw_combo_row_get_selected_item (row);
  GtkExpression *expression = adw_combo_row_get_expression (row);
  const char *why_not = g_object_get_data (G_OBJECT (row), RG_ACCESS_WHY_NOT);
  const char *subtitle
    = adw_combo_row_get_use_subtitle (row) ? NULL : adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GString) text = g_string_new (NULL);

  if (GTK_IS_STRING_OBJECT (item))
    g_string_append (text, gtk_string_object_get_string (GTK_STRING_OBJECT (item)));
  else if (item != NULL && expression != NULL && gtk_expression_evaluate (expression, item, &value)
           && G_VALUE_HOLDS_STRING (&value))
    g_string_append (text, g_value_get_string (&value));
  if (why_not != NULL)
    g_string_append_printf (text, ". %s", why_not);
  else if (subtitle != NULL && *subtitle != '\0')
    g_string_append_printf (text, ". %s", subtitle);
  rg_access_describe (GTK_WIDGET (row), text->str);
}

static void
watch_choice (AdwComboRow *row)
{
  rg_access_tell_choice (row);
  if (g_signal_handler_find (row, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, rg_access_tell_choice, NULL) == 0)
    g_signal_connect (row, "notify::selected-item", G_CALLBACK (rg_access_tell_choice), NULL);
}

static void
name_choice (GtkLabel *label, GParamSpec *pspec, GtkWidget *item)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_label (label),
                                  -1);
}

static GtkWidget *
find_label (GtkWidget *widget)
{
  GtkWidget *label = GTK_IS_LABEL (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); label == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    label = find_label (child);
  return label;
}

/* The row or the button of choices whose list pops up with @widget in it. */
static GtkWidget *
get_chooser (GtkWidget *widget)
{
  GtkWidget *popover = gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER);
  GtkWidget *row = popover != NULL ? gtk_widget_get_ancestor (popover, ADW_TYPE_COMBO_ROW) : NULL;

  return row != NULL || popover == NULL ? row : gtk_widget_get_ancestor (popover, GTK_TYPE_DROP_DOWN);
}

static GtkWidget *
find_list (GtkWidget *widget)
{
  GtkWidget *list = GTK_IS_LIST_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); list == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list = find_list (child);
  return list;
}

/* Enter takes the first that was found. */
static void
on_search_activate (GtkWidget *entry)
{
  GtkWidget *list = find_list (gtk_widget_get_ancestor (entry, GTK_TYPE_POPOVER));

  if (list != NULL && g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))) > 0)
    gtk_widget_activate_action (list, "list.activate-item", "u", 0);
}

static void
watch_search (GtkWidget *entry)
{
  if (get_chooser (entry) == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search"), -1);
  if (g_signal_handler_find (entry, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, on_search_activate, NULL) == 0)
    g_signal_connect (entry, "activate", G_CALLBACK (on_search_activate), NULL);
}

/* The items that a row or a button of choices pops up have a label each, and no name; they are used again for others
 * while the list is scrolled. */
static void
watch_item (GtkWidget *item)
{
  GtkWidget *label = get_chooser (item) != NULL ? find_label (item) : NULL;

  if (label == NULL)
    return;
  name_choice (GTK_LABEL (label), NULL, item);
  if (g_signal_handler_find (label, G_SIGNAL_MATCH_FUNC | G_SIGNAL_MATCH_DATA, 0, 0, NULL, name_choice, item) == 0)
    g_signal_connect_object (label, "notify::label", G_CALLBACK (name_choice), item, 0);
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
  else if (g_str_equal (G_OBJECT_TYPE_NAME (object), "GtkListItemWidget"))
    watch_item (GTK_WIDGET (object));
  else if (GTK_IS_SEARCH_ENTRY (object))
    watch_search (GTK_WIDGET (object));
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
