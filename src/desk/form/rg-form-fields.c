/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "rg-form-bind.h"
#include "rg-form-mark.h"
#include "rg-form-private.h"
#include "rg-form-text.h"

/* The fields of a form: each ties a row to a column of the draft, and says what is wrong with it. */

/**
 * rg_form_field_free: (skip)
 * @data: (transfer full): a field
 */
void
rg_form_field_free (gpointer data)
{
  FormField *field = data;

  g_free (field->locked);
  g_free (field);
}

/**
 * rg_form_find_field: (skip)
 * @self: a form
 * @column: (nullable): a column
 *
 * Returns: (transfer none) (nullable): its field
 */
FormField *
rg_form_find_field (RgForm *self, const char *column)
{
  const RgField *field
    = column != NULL ? rg_record_type_find_field (rg_record_get_record_type (self->draft), column) : NULL;

  for (guint i = 0; field != NULL && i < self->fields->len; i++)
    if (((FormField *) self->fields->pdata[i])->field == field)
      return self->fields->pdata[i];
  return NULL;
}

/**
 * rg_form_field_show_problem: (skip)
 * @field: a field
 * @text: (nullable): what is wrong with it
 */
void
rg_form_field_show_problem (FormField *field, const char *text)
{
  field->problem = rg_form_mark_problem (field->widget, field->problem, text, field->locked);
  field->wrong = text != NULL;
}

/**
 * rg_form_field_check: (skip)
 * @field: a field
 *
 * Returns: whether it may be as it is; where it may not, that is said
 */
gboolean
rg_form_field_check (FormField *field)
{
  RgForm *self = field->form;
  g_autoptr (GError) error = NULL;

  if (field->bad)
    rg_form_text_parse (GTK_EDITABLE (field->widget), self->draft, field->field, &error);
  else if (self->check != NULL && (field->locked == NULL || gtk_widget_is_sensitive (field->widget)))
    self->check (self->draft, field->field->column, self->desk, &error);
  rg_form_field_show_problem (field, error != NULL ? error->message : NULL);
  return error == NULL;
}

/**
 * rg_form_update_titles: (skip)
 * @self: a form
 *
 * Marks what must be filled in, with the draft as it is.
 */
void
rg_form_update_titles (RgForm *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      FormField *field = self->fields->pdata[i];

      rg_form_mark_title (field->widget, self->required != NULL && self->required (self->draft, field->field->column));
    }
}

static void
leave_field (FormField *field)
{
  RgForm *self = field->form;

  if (self->loading || field->left)
    return;
  field->left = TRUE;
  if (!rg_form_field_check (field))
    return;
  if (rg_form_is_field_changed (self, field->field->column))
    g_signal_emit_by_name (self, "left", field->field->column);
}

/**
 * rg_form_on_draft_notify: (skip)
 * @self: a form
 * @pspec: what of its draft changed
 */
void
rg_form_on_draft_notify (RgForm *self, GParamSpec *pspec)
{
  FormField *field = rg_form_find_field (self, pspec->name);

  if (field == NULL || field->widget == NULL)
    return;
  field->left = FALSE;
  if (rg_form_text_is_parsed (field->field) && GTK_IS_EDITABLE (field->widget) && !field->updating)
    {
      g_autofree char *text = rg_form_text_dup (self->draft, field->field);

      field->updating = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (field->widget), text);
      field->updating = FALSE;
      field->bad = FALSE;
    }
  if (self->loading)
    return;
  rg_form_update_titles (self);
  for (guint i = 0; i < self->fields->len; i++)
    if (((FormField *) self->fields->pdata[i])->wrong)
      rg_form_field_check (self->fields->pdata[i]);
  rg_form_keep_soon (self);
  g_object_notify (G_OBJECT (self), "changed");
  if (field->field->kind == RG_KIND_BOOL)
    leave_field (field);
}

static void
on_parsed_text (FormField *field)
{
  RgForm *self = field->form;

  if (field->updating)
    return;
  field->updating = TRUE;
  field->left = FALSE;
  field->bad = !rg_form_text_parse (GTK_EDITABLE (field->widget), self->draft, field->field, NULL);
  field->updating = FALSE;
  if (!field->bad && field->wrong)
    rg_form_field_check (field);
  g_object_notify (G_OBJECT (self), "changed");
}

static void
add_widget (RgForm *self, GtkWidget *widget, const RgField *record_field)
{
  FormField *field = g_new0 (FormField, 1);
  const char *label = _ (record_field->label);

  field->form = self;
  field->field = record_field;
  field->widget = widget;
  field->left = TRUE;
  field->focus = gtk_event_controller_focus_new ();
  g_object_add_weak_pointer (G_OBJECT (widget), (gpointer *) &field->widget);
  g_ptr_array_add (self->fields, field);
  if (rg_form_text_is_parsed (record_field) && GTK_IS_EDITABLE (widget))
    g_signal_connect_swapped (widget, "notify::text", G_CALLBACK (on_parsed_text), field);
  else if (!rg_form_bind (widget, self->draft, record_field, self->desk))
    g_critical ("The widget of the field %s is of no kind that suits it", record_field->column);

  if (ADW_IS_PREFERENCES_ROW (widget))
    {
      const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (widget), FALSE);
      g_object_set_data_full (G_OBJECT (widget), "form-title", g_strdup (*title != '\0' ? title : label), g_free);
      rg_form_mark_title (widget, self->required != NULL && self->required (self->draft, record_field->column));
    }
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (ADW_IS_ENTRY_ROW (widget))
    adw_entry_row_set_activates_default (ADW_ENTRY_ROW (widget), TRUE);
  g_signal_connect_swapped (field->focus, "leave", G_CALLBACK (leave_field), field);
  gtk_widget_add_controller (widget, field->focus);
}

/**
 * rg_form_add_widgets: (skip)
 * @self: a form
 * @widget: a widget
 * @type: what is edited
 *
 * Makes a field of each row below @widget that bears the name of a column.
 */
void
rg_form_add_widgets (RgForm *self, GtkWidget *widget, const RgRecordType *type)
{
  const RgField *field = rg_record_type_find_field (type, gtk_widget_get_name (widget));

  if (field != NULL)
    add_widget (self, widget, field);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!gtk_widget_has_css_class (child, RG_FORM_OTHER))
      rg_form_add_widgets (self, child, type);
}
