/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-form-private.h"

#include <glib/gi18n-lib.h>

#include "rg-error.h"
#include "rg-form-mark.h"
#include "rg-form-text.h"
#include "rg-record-merge.h"

G_DEFINE_FINAL_TYPE (RgForm, rg_form, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CHANGED,
  N_PROPS
};

enum
{
  SIGNAL_PROBLEM,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static void
rg_form_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHANGED:
      g_value_set_boolean (value, rg_form_is_changed (RG_FORM (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rg_form_dispose (GObject *object)
{
  RgForm *self = RG_FORM (object);

  rg_form_keep_now (self);
  for (guint i = 0; self->fields != NULL && i < self->fields->len; i++)
    {
      FormField *field = self->fields->pdata[i];

      if (field->widget == NULL)
        continue;
      gtk_widget_remove_controller (field->widget, field->focus);
      g_signal_handlers_disconnect_by_data (field->widget, field);
      g_object_remove_weak_pointer (G_OBJECT (field->widget), (gpointer *) &field->widget);
    }
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_object (&self->draft);
  g_clear_object (&self->base);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (rg_form_parent_class)->dispose (object);
}

static void
rg_form_init (RgForm *self)
{
  self->fields = g_ptr_array_new_with_free_func (rg_form_field_free);
}

static void
rg_form_class_init (RgFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = rg_form_get_property;
  object_class->dispose = rg_form_dispose;

  /**
   * RgForm:changed:
   *
   * Whether anything was typed that is not on file.
   */
  props[PROP_CHANGED] = g_param_spec_boolean ("changed", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * RgForm::left:
   * @self: the form
   * @column: the column
   *
   * A field that was changed was left, or a switch turned, and it may be as it is.
   */
  g_signal_new ("left", RG_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * RgForm::problem:
   * @self: the form
   * @widget: the row of the field
   *
   * Something is wrong with a field that is about to get the focus: whatever hides it must show it.
   */
  signals[SIGNAL_PROBLEM]
    = g_signal_new ("problem", RG_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, GTK_TYPE_WIDGET);
  /**
   * RgForm::restored:
   * @self: the form
   *
   * What was typed before, and neither saved nor given up, is back.
   */
  g_signal_new ("restored", RG_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * rg_form_new:
 * @root: the widget the rows are in
 * @type: what is edited
 * @desk: the desk
 * @check: (nullable): the rules for a field
 * @required: (nullable): which fields must be filled in
 *
 * Returns: (transfer full): a form with an empty draft
 */
RgForm *
rg_form_new (GtkWidget *root, const RgRecordType *type, RgDesk *desk, RgFormCheck check, RgFormRequired required)
{
  RgForm *self = g_object_new (RG_TYPE_FORM, NULL);

  self->desk = g_object_ref (desk);
  self->base = rg_record_new (type);
  self->draft = rg_record_new (type);
  self->check = check;
  self->required = required;
  self->loading = TRUE;
  rg_form_add_widgets (self, root, type);
  self->loading = FALSE;
  g_signal_connect_object (self->draft, "notify", G_CALLBACK (rg_form_on_draft_notify), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * rg_form_begin:
 * @self: a form
 * @record: what is edited from now on; copied
 *
 * Nothing of what was typed before stays.
 */
void
rg_form_begin (RgForm *self, RgRecord *record)
{
  self->loading = TRUE;
  rg_record_assign (self->base, record);
  rg_record_assign (self->draft, record);
  for (guint i = 0; i < self->fields->len; i++)
    {
      FormField *field = self->fields->pdata[i];

      rg_form_field_show_problem (field, NULL);
      field->bad = FALSE;
      field->left = TRUE;
      if (rg_form_text_is_parsed (field->field) && GTK_IS_EDITABLE (field->widget))
        {
          g_autofree char *text = rg_form_text_dup (self->draft, field->field);

          field->updating = TRUE;
          gtk_editable_set_text (GTK_EDITABLE (field->widget), text);
          field->updating = FALSE;
        }
    }
  rg_form_update_titles (self);
  self->loading = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHANGED]);
}

/**
 * rg_form_load:
 * @self: a form
 * @record: the record as it is on file now
 *
 * What was typed stays; what was not touched follows the file. For the same record only: see rg_form_begin().
 */
void
rg_form_load (RgForm *self, RgRecord *record)
{
  const RgRecordType *type = rg_record_get_record_type (record);
  g_autoptr (RgRecord) draft = rg_record_copy (record);

  self->loading = TRUE;
  for (guint i = 0; i < type->n_fields; i++)
    {
      const RgField *field = &type->fields[i];

      /* The base of what was typed stays, so that saving tells when somebody else changed it. */
      if (rg_record_is_field_equal (self->draft, self->base, field)
          || rg_record_is_field_equal (self->draft, record, field))
        rg_record_copy_field (self->base, record, field);
      else
        rg_record_copy_field (draft, self->draft, field);
    }
  rg_record_assign (self->draft, draft);
  rg_form_update_titles (self);
  self->loading = FALSE;
  rg_form_keep_soon (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHANGED]);
}

/**
 * rg_form_rebase:
 * @self: a form
 * @file: the record as it is on file now
 *
 * After the person was told of a conflict: what was not touched follows the file, and saving again goes on from what
 * is there now.
 */
void
rg_form_rebase (RgForm *self, RgRecord *file)
{
  rg_form_load (self, file);
  rg_record_assign (self->base, file);
  rg_form_keep_soon (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHANGED]);
}

/**
 * rg_form_get_draft:
 * @self: a form
 *
 * Returns: (transfer none): the record as typed; the same object as long as the form lives
 */
RgRecord *
rg_form_get_draft (RgForm *self)
{
  return self->draft;
}

/**
 * rg_form_get_base:
 * @self: a form
 *
 * Returns: (transfer none): the record as it was when it was begun to be edited
 */
RgRecord *
rg_form_get_base (RgForm *self)
{
  return self->base;
}

static gboolean
is_changed (RgForm *self, FormField *field)
{
  return field->bad || !rg_record_is_field_equal (self->draft, self->base, field->field);
}

/**
 * rg_form_is_field_changed:
 * @self: a form
 * @column: a column
 *
 * Returns: whether something else was typed than is on file
 */
gboolean
rg_form_is_field_changed (RgForm *self, const char *column)
{
  FormField *field = rg_form_find_field (self, column);

  return field != NULL && is_changed (self, field);
}

/**
 * rg_form_is_changed:
 * @self: a form
 *
 * Returns: whether anything was typed that is not on file
 */
gboolean
rg_form_is_changed (RgForm *self)
{
  for (guint i = 0; self->fields != NULL && i < self->fields->len; i++)
    if (is_changed (self, self->fields->pdata[i]))
      return TRUE;
  return FALSE;
}

/**
 * rg_form_dup_changes:
 * @self: a form
 *
 * Returns: (transfer full): the names of the changed fields: "Phone, Last name"
 */
char *
rg_form_dup_changes (RgForm *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < self->fields->len; i++)
    {
      FormField *field = self->fields->pdata[i];

      if (is_changed (self, field))
        g_strv_builder_add (names, _ (field->field->label));
    }
  all = g_strv_builder_end (names);
  return g_strjoinv (", ", all);
}

/**
 * rg_form_discard:
 * @self: a form
 *
 * What was typed goes; what is on file comes back.
 */
void
rg_form_discard (RgForm *self)
{
  g_autoptr (RgRecord) base = rg_record_copy (self->base);

  rg_form_begin (self, base);
  rg_form_forget (self);
}

static void
reveal (RgForm *self, FormField *field)
{
  g_signal_emit (self, signals[SIGNAL_PROBLEM], 0, field->widget);
  gtk_widget_grab_focus (field->widget);
}

/**
 * rg_form_check:
 * @self: a form
 *
 * Looks at every field, says below each what is wrong, and puts the focus on the first of them.
 *
 * Returns: whether all may be as they are
 */
gboolean
rg_form_check (RgForm *self)
{
  return rg_form_check_in (self, NULL);
}

/**
 * rg_form_check_in:
 * @self: a form
 * @within: (nullable): a widget: only the rows in it; %NULL for all
 *
 * As rg_form_check(), for one step of several.
 *
 * Returns: whether all of them may be as they are
 */
gboolean
rg_form_check_in (RgForm *self, GtkWidget *within)
{
  FormField *first = NULL;

  for (guint i = 0; i < self->fields->len; i++)
    {
      FormField *field = self->fields->pdata[i];

      if ((within == NULL || gtk_widget_is_ancestor (field->widget, within)) && !rg_form_field_check (field)
          && first == NULL)
        first = field;
    }
  if (first != NULL)
    reveal (self, first);
  return first == NULL;
}

/**
 * rg_form_show_error:
 * @self: a form
 * @error: why saving was refused
 *
 * Returns: whether there is a row for the field it is about, where it is said now
 */
gboolean
rg_form_show_error (RgForm *self, const GError *error)
{
  FormField *field = rg_form_find_field (self, rg_error_get_field (error));

  if (field == NULL)
    return FALSE;
  rg_form_field_show_problem (field, error->message);
  reveal (self, field);
  return TRUE;
}

/**
 * rg_form_get_widget:
 * @self: a form
 * @column: a column
 *
 * Returns: (transfer none) (nullable): the row of that field
 */
GtkWidget *
rg_form_get_widget (RgForm *self, const char *column)
{
  FormField *field = rg_form_find_field (self, column);

  return field != NULL ? field->widget : NULL;
}

/**
 * rg_form_get_first_widget:
 * @self: a form
 *
 * Returns: (transfer none) (nullable): the row of the first field
 */
GtkWidget *
rg_form_get_first_widget (RgForm *self)
{
  return self->fields->len > 0 ? ((FormField *) self->fields->pdata[0])->widget : NULL;
}

/**
 * rg_form_lock:
 * @self: a form
 * @column: (nullable): a column; %NULL for all
 * @reason: (nullable): why it can't be changed; %NULL to let it be changed again
 *
 * Text can still be read and copied.
 */
void
rg_form_lock (RgForm *self, const char *column, const char *reason)
{
  FormField *only = rg_form_find_field (self, column);

  for (guint i = 0; i < self->fields->len; i++)
    {
      FormField *field = self->fields->pdata[i];

      if ((column == NULL || field == only) && g_set_str (&field->locked, reason))
        rg_form_mark_locked (field->widget, reason);
    }
}
