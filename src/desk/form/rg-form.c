/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-form.h"

#include <glib/gi18n-lib.h>

#include "rg-error.h"
#include "rg-form-bind.h"
#include "rg-form-draft.h"
#include "rg-form-mark.h"
#include "rg-form-text.h"
#include "rg-future.h"
#include "rg-record-merge.h"

/* How long after the last keystroke what was typed is kept. */
#define KEEP_AFTER 400 /* ms */

typedef struct
{
  RgForm *form;
  const RgField *field;
  GtkWidget *widget;
  GtkWidget *problem; /* the row below that says what is wrong */
  char *locked;
  gboolean wrong;    /* and marked so */
  gboolean bad;      /* what stands in the row is no value for the field */
  gboolean updating; /* the row and the draft are being made equal */
  gboolean left;     /* looked at since the last change */
  GtkEventController *focus;
} FormField;

struct _RgForm
{
  GObject parent_instance;

  RgDesk *desk;
  RgRecord *base;
  RgRecord *draft;
  GPtrArray *fields; /* of FormField */
  RgFormCheck check;
  RgFormRequired required;
  char *key;
  guint keep_source;
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (RgForm, rg_form, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CHANGED,
  N_PROPS
};

enum
{
  SIGNAL_LEFT,
  SIGNAL_PROBLEM,
  SIGNAL_RESTORED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static void
form_field_free (gpointer data)
{
  FormField *field = data;

  g_free (field->locked);
  g_free (field);
}

static FormField *
find_field (RgForm *self, const char *column)
{
  const RgField *field
    = column != NULL ? rg_record_type_find_field (rg_record_get_record_type (self->draft), column) : NULL;

  for (guint i = 0; field != NULL && i < self->fields->len; i++)
    if (((FormField *) self->fields->pdata[i])->field == field)
      return self->fields->pdata[i];
  return NULL;
}

static void
show_problem (FormField *field, const char *text)
{
  field->problem = rg_form_mark_problem (field->widget, field->problem, text, field->locked);
  field->wrong = text != NULL;
}

/* Whether the field may be as it is; says so where it may not. */
static gboolean
check_field (FormField *field)
{
  RgForm *self = field->form;
  g_autoptr (GError) error = NULL;

  if (field->bad)
    rg_form_text_parse (GTK_EDITABLE (field->widget), self->draft, field->field, &error);
  else if (self->check != NULL && (field->locked == NULL || gtk_widget_is_sensitive (field->widget)))
    self->check (self->draft, field->field->column, self->desk, &error);
  show_problem (field, error != NULL ? error->message : NULL);
  return error == NULL;
}

static void
update_titles (RgForm *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      FormField *field = self->fields->pdata[i];

      rg_form_mark_title (field->widget, self->required != NULL && self->required (self->draft, field->field->column));
    }
}

static gboolean
on_keep_timeout (gpointer data)
{
  RgForm *self = data;
  g_autofree char *text = rg_form_draft_write (self->draft, self->base);

  self->keep_source = 0;
  rg_future_disown (rg_store_keep (rg_desk_get_store (self->desk), self->key, text), "RgForm keep");
  return G_SOURCE_REMOVE;
}

static void
keep_soon (RgForm *self)
{
  if (self->key == NULL || self->loading)
    return;
  g_clear_handle_id (&self->keep_source, g_source_remove);
  self->keep_source = g_timeout_add (KEEP_AFTER, on_keep_timeout, self);
}

static void
leave_field (FormField *field)
{
  RgForm *self = field->form;

  if (self->loading || field->left)
    return;
  field->left = TRUE;
  if (!check_field (field))
    return;
  if (rg_form_is_field_changed (self, field->field->column))
    g_signal_emit (self, signals[SIGNAL_LEFT], 0, field->field->column);
}

static void
on_draft_notify (RgForm *self, GParamSpec *pspec)
{
  FormField *field = find_field (self, pspec->name);

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
  update_titles (self);
  for (guint i = 0; i < self->fields->len; i++)
    if (((FormField *) self->fields->pdata[i])->wrong)
      check_field (self->fields->pdata[i]);
  keep_soon (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHANGED]);
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
    check_field (field);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHANGED]);
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

static void
add_widgets (RgForm *self, GtkWidget *widget, const RgRecordType *type)
{
  const RgField *field = rg_record_type_find_field (type, gtk_widget_get_name (widget));

  if (field != NULL)
    add_widget (self, widget, field);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!gtk_widget_has_css_class (child, RG_FORM_OTHER))
      add_widgets (self, child, type);
}

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

  /* What was typed last is kept even when the window closes at once. */
  if (self->keep_source != 0)
    {
      g_clear_handle_id (&self->keep_source, g_source_remove);
      on_keep_timeout (self);
    }
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
  self->fields = g_ptr_array_new_with_free_func (form_field_free);
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
  signals[SIGNAL_LEFT]
    = g_signal_new ("left", RG_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
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
  signals[SIGNAL_RESTORED]
    = g_signal_new ("restored", RG_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
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
  add_widgets (self, root, type);
  self->loading = FALSE;
  g_signal_connect_object (self->draft, "notify", G_CALLBACK (on_draft_notify), self, G_CONNECT_SWAPPED);
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

      show_problem (field, NULL);
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
  update_titles (self);
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
  update_titles (self);
  self->loading = FALSE;
  keep_soon (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHANGED]);
}

/**
 * rg_form_rebase:
 * @self: a form
 * @file: the record as it is on file now
 *
 * After the person was told of a conflict: saving again goes on from what is on file now.
 */
void
rg_form_rebase (RgForm *self, RgRecord *file)
{
  rg_record_assign (self->base, file);
  keep_soon (self);
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
  FormField *field = find_field (self, column);

  return field != NULL && (field->bad || !rg_record_is_field_equal (self->draft, self->base, field->field));
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
    if (rg_form_is_field_changed (self, ((FormField *) self->fields->pdata[i])->field->column))
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

      if (rg_form_is_field_changed (self, field->field->column))
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

      if ((within == NULL || gtk_widget_is_ancestor (field->widget, within)) && !check_field (field) && first == NULL)
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
  FormField *field = find_field (self, rg_error_get_field (error));

  if (field == NULL)
    return FALSE;
  show_problem (field, error->message);
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
  FormField *field = find_field (self, column);

  return field != NULL ? field->widget : NULL;
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
  for (guint i = 0; i < self->fields->len; i++)
    {
      FormField *field = self->fields->pdata[i];

      if (column != NULL && field != find_field (self, column))
        continue;
      if (g_strcmp0 (field->locked, reason) == 0)
        continue;
      g_set_str (&field->locked, reason);
      rg_form_mark_locked (field->widget, reason);
    }
}

static DexFuture *
restore_fiber (gpointer data, gpointer key)
{
  RgForm *self = data;
  g_autofree char *text = dex_await_string (rg_store_recall (rg_desk_get_store (self->desk), key), NULL);

  if (text == NULL || *text == '\0' || g_strcmp0 (self->key, key) != 0)
    return NULL;
  rg_form_draft_read (text, self->draft, self->base);
  if (rg_form_is_changed (self))
    g_signal_emit (self, signals[SIGNAL_RESTORED], 0);
  return NULL;
}

/**
 * rg_form_keep:
 * @self: a form
 * @key: under which name what is typed is kept: "customer/123"
 *
 * From now on what is typed survives a crash. What was kept before comes back, where nothing was typed yet.
 */
void
rg_form_keep (RgForm *self, const char *key)
{
  g_free (self->key);
  self->key = g_strconcat ("draft/", key, NULL);
  rg_future_enter (self, restore_fiber, g_strdup (self->key), g_free);
}

/**
 * rg_form_forget:
 * @self: a form
 *
 * It is saved, or given up: nothing is kept of it any more.
 */
void
rg_form_forget (RgForm *self)
{
  g_clear_handle_id (&self->keep_source, g_source_remove);
  if (self->key != NULL)
    rg_future_disown (rg_store_keep (rg_desk_get_store (self->desk), self->key, NULL), "RgForm forget");
}
