/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-access.h"

#include <glib/gi18n-lib.h>

#include "rg-day.h"

/* What GTK 4.18 and libadwaita 1.7 do not tell a screen reader by themselves: the names of the items of a menu, of
 * the choices of a list that pops up and of the buttons of a calendar, and the choice that a combo row shows. It is
 * told as soon as they appear. */

/* The data of a widget that holds what there is to say of it. */
#define REMARK "access-remark"

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

/* The subtitle describes a row otherwise, and libadwaita makes that win over any other description. */
static void
describe (GtkWidget *widget, const char *text)
{
  gboolean is_row = ADW_IS_ACTION_ROW (widget);

  if (is_row && text == NULL)
    text = adw_action_row_get_subtitle (ADW_ACTION_ROW (widget));
  if (is_row)
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
}

/* What is chosen in it, then what there is to say of it now, or what it is for. */
static void
tell_choice (AdwComboRow *row)
{
  GObject *item = adw_combo_row_get_selected_item (row);
  GtkExpression *expression = adw_combo_row_get_expression (row);
  const char *remark = g_object_get_data (G_OBJECT (row), REMARK);
  const char *subtitle
    = adw_combo_row_get_use_subtitle (row) ? NULL : adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GString) text = g_string_new (NULL);

  if (GTK_IS_STRING_OBJECT (item))
    g_string_append (text, gtk_string_object_get_string (GTK_STRING_OBJECT (item)));
  else if (item != NULL && expression != NULL && gtk_expression_evaluate (expression, item, &value)
           && G_VALUE_HOLDS_STRING (&value))
    g_string_append (text, g_value_get_string (&value));
  if (remark != NULL)
    g_string_append_printf (text, ". %s", remark);
  else if (subtitle != NULL && *subtitle != '\0')
    g_string_append_printf (text, ". %s", subtitle);
  describe (GTK_WIDGET (row), text->str);
}

static void
watch_choice (AdwComboRow *row)
{
  tell_choice (row);
  if (g_signal_handler_find (row, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, tell_choice, NULL) == 0)
    g_signal_connect (row, "notify::selected-item", G_CALLBACK (tell_choice), NULL);
}

/**
 * rg_access_get_control:
 * @widget: a widget, or the row of one
 *
 * Returns: (transfer none): what has the focus when it is used, of which a screen reader speaks
 */
GtkAccessible *
rg_access_get_control (GtkWidget *widget)
{
  GtkWidget *control = NULL;

  if (ADW_IS_PREFERENCES_ROW (widget) && GTK_IS_EDITABLE (widget))
    control = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (widget)));
  else if (ADW_IS_ACTION_ROW (widget) && !ADW_IS_COMBO_ROW (widget))
    control = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (widget));
  return GTK_ACCESSIBLE (control != NULL ? control : widget);
}

/**
 * rg_access_describe:
 * @widget: a widget, or the row of one
 * @text: (nullable): what there is to say of it now besides its name: what is wrong, or why it can't be used; %NULL for
 *   nothing
 */
void
rg_access_describe (GtkWidget *widget, const char *text)
{
  GtkWidget *control = GTK_WIDGET (rg_access_get_control (widget));

  if (text == NULL && g_object_get_data (G_OBJECT (widget), REMARK) == NULL)
    return;
  g_object_set_data_full (G_OBJECT (widget), REMARK, g_strdup (text), g_free);
  if (ADW_IS_COMBO_ROW (widget))
    tell_choice (ADW_COMBO_ROW (widget));
  else
    describe (control, text);
  if (control != widget && !GTK_IS_EDITABLE (widget))
    describe (widget, text);
}

static void
name_choice (GtkLabel *label, GParamSpec *pspec, GtkWidget *item)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_label (label),
                                  -1);
}

/* The first of @type in @widget. */
static gpointer
find (GtkWidget *widget, GType type)
{
  gpointer found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

/* The row or the button of choices whose list pops up with @widget in it. */
static GtkWidget *
get_chooser (GtkWidget *widget)
{
  GtkWidget *popover = gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER);
  GtkWidget *row = popover != NULL ? gtk_widget_get_ancestor (popover, ADW_TYPE_COMBO_ROW) : NULL;

  return row != NULL || popover == NULL ? row : gtk_widget_get_ancestor (popover, GTK_TYPE_DROP_DOWN);
}

/* Enter takes the first that was found. */
static void
on_search_activate (GtkWidget *entry)
{
  GtkListView *list = find (gtk_widget_get_ancestor (entry, GTK_TYPE_POPOVER), GTK_TYPE_LIST_VIEW);

  if (list != NULL && g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))) > 0)
    gtk_widget_activate_action (GTK_WIDGET (list), "list.activate-item", "u", 0);
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
  GtkLabel *label = get_chooser (item) != NULL ? find (item, GTK_TYPE_LABEL) : NULL;

  if (label == NULL)
    return;
  name_choice (label, NULL, item);
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
