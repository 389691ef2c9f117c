/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-form-dialog.h"

#include <glib/gi18n-lib.h>

#include "rg-dialog-narrow.h"
#include "rg-future.h"
#include "rg-report.h"

typedef struct
{
  RgDesk *desk;
  RgForm *form;
  const RgOperation *operation;
  char *save_label;
  char *short_label;
  gboolean saving;

  AdwBin *holder;
  AdwBanner *restored;
  GtkLabel *problem;
  GtkWidget *save;
} RgFormDialogPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RgFormDialog, rg_form_dialog, ADW_TYPE_DIALOG)

enum
{
  PROP_0,
  PROP_CONTENT,
  PROP_SAVE_LABEL,
  PROP_SHORT_LABEL,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
update_save (RgFormDialog *self)
{
  RgFormDialogPrivate *priv = rg_form_dialog_get_instance_private (self);
  g_autofree char *why_not = rg_desk_dup_why_not (priv->desk, priv->operation);

  rg_widget_set_why_not (priv->save, NULL, priv->saving ? _ ("Saving…") : why_not);
}

static DexFuture *
save_fiber (gpointer data, gpointer act_pointer)
{
  RgFormDialog *self = data;
  RgAct *act = act_pointer;
  RgFormDialogPrivate *priv = rg_form_dialog_get_instance_private (self);
  g_autoptr (GError) error = NULL;

  dex_await (rg_desk_perform (priv->desk, act), &error);
  priv->saving = FALSE;
  if (priv->form == NULL)
    return NULL;
  update_save (self);
  if (error == NULL)
    {
      rg_form_forget (priv->form);
      if (RG_FORM_DIALOG_GET_CLASS (self)->saved != NULL)
        RG_FORM_DIALOG_GET_CLASS (self)->saved (self, act);
      adw_dialog_force_close (ADW_DIALOG (self));
    }
  else if (!rg_form_show_error (priv->form, error)
           && (RG_FORM_DIALOG_GET_CLASS (self)->refused == NULL
               || !RG_FORM_DIALOG_GET_CLASS (self)->refused (self, error)))
    rg_form_dialog_say (self, error->message);
  if (g_error_matches (error, RG_ERROR, RG_ERROR_CONFLICT) && act->base != NULL)
    rg_form_rebase (priv->form, act->base);
  return NULL;
}

static void
on_save_clicked (RgFormDialog *self)
{
  rg_form_dialog_save (self);
}

static void
on_cancel_clicked (RgFormDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_start_anew_clicked (RgFormDialog *self)
{
  RgFormDialogPrivate *priv = rg_form_dialog_get_instance_private (self);

  rg_form_discard (priv->form);
  adw_banner_set_revealed (priv->restored, FALSE);
  gtk_widget_grab_focus (rg_form_get_first_widget (priv->form));
}

static void
on_form_restored (RgFormDialog *self)
{
  RgFormDialogPrivate *priv = rg_form_dialog_get_instance_private (self);

  adw_banner_set_revealed (priv->restored, TRUE);
}

static void
rg_form_dialog_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RgFormDialogPrivate *priv = rg_form_dialog_get_instance_private (RG_FORM_DIALOG (object));

  switch (prop_id)
    {
    case PROP_CONTENT:
      g_value_set_object (value, adw_bin_get_child (priv->holder));
      break;
    case PROP_SAVE_LABEL:
      g_value_set_string (value, priv->save_label);
      break;
    case PROP_SHORT_LABEL:
      g_value_set_string (value, priv->short_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rg_form_dialog_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RgFormDialogPrivate *priv = rg_form_dialog_get_instance_private (RG_FORM_DIALOG (object));

  switch (prop_id)
    {
    case PROP_CONTENT:
      adw_bin_set_child (priv->holder, g_value_get_object (value));
      break;
    case PROP_SAVE_LABEL:
      g_set_str (&priv->save_label, g_value_get_string (value));
      break;
    case PROP_SHORT_LABEL:
      g_set_str (&priv->short_label, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  g_object_notify_by_pspec (object, pspec);
}

static void
rg_form_dialog_dispose (GObject *object)
{
  RgFormDialogPrivate *priv = rg_form_dialog_get_instance_private (RG_FORM_DIALOG (object));

  g_clear_object (&priv->form);
  gtk_widget_dispose_template (GTK_WIDGET (object), RG_TYPE_FORM_DIALOG);
  g_clear_object (&priv->desk);
  g_clear_pointer (&priv->save_label, g_free);
  g_clear_pointer (&priv->short_label, g_free);

  G_OBJECT_CLASS (rg_form_dialog_parent_class)->dispose (object);
}

static void
rg_form_dialog_init (RgFormDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_form_dialog_class_init (RgFormDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = rg_form_dialog_get_property;
  object_class->set_property = rg_form_dialog_set_property;
  object_class->dispose = rg_form_dialog_dispose;

  props[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_SAVE_LABEL] = g_param_spec_string ("save-label", NULL, NULL, NULL, flags);
  /* What the button says in a narrow window, beside the title. */
  props[PROP_SHORT_LABEL] = g_param_spec_string ("short-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/form/rg-form-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, RgFormDialog, holder);
  gtk_widget_class_bind_template_child_private (widget_class, RgFormDialog, restored);
  gtk_widget_class_bind_template_child_private (widget_class, RgFormDialog, problem);
  gtk_widget_class_bind_template_child_private (widget_class, RgFormDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_start_anew_clicked);
}

/**
 * rg_form_dialog_set_form:
 * @self: a dialog
 * @form: (transfer full): what it edits
 * @desk: the desk
 * @operation: what saving does, to tell why it can't be done
 *
 * The keyboard is in its first field when the dialog opens.
 */
void
rg_form_dialog_set_form (RgFormDialog *self, RgForm *form, RgDesk *desk, const RgOperation *operation)
{
  RgFormDialogPrivate *priv = rg_form_dialog_get_instance_private (self);

  priv->desk = g_object_ref (desk);
  priv->form = form;
  priv->operation = operation;
  if (priv->short_label != NULL)
    rg_dialog_shorten (ADW_DIALOG (self), priv->save, priv->short_label);
  adw_dialog_set_focus (ADW_DIALOG (self), rg_form_get_first_widget (form));
  g_signal_connect_object (form, "restored", G_CALLBACK (on_form_restored), self, G_CONNECT_SWAPPED);
  update_save (self);
}

/**
 * rg_form_dialog_begin:
 * @self: a dialog
 * @form: (transfer full): what it edits
 * @desk: the desk
 * @record: a record of a customer that is on file, or a new one that says whose it is
 * @add: what saving a new one does
 * @edit: what saving one on file does
 *
 * Shows the record, and what was typed for it before and not saved.
 */
void
rg_form_dialog_begin (
  RgFormDialog *self, RgForm *form, RgDesk *desk, RgRecord *record, const RgOperation *add, const RgOperation *edit)
{
  gint64 id = rg_record_get_id (record), customer_id;
  const char *name = rg_record_get_record_type (record)->name;
  g_autofree char *key = NULL;

  g_object_get (record, "customer-id", &customer_id, NULL);
  key = id != 0 ? g_strdup_printf ("%s/%" G_GINT64_FORMAT, name, id)
                : g_strdup_printf ("new-%s/%" G_GINT64_FORMAT, name, customer_id);
  rg_form_dialog_set_form (self, form, desk, id != 0 ? edit : add);
  rg_form_begin (form, record);
  rg_form_keep (form, key);
}

/**
 * rg_form_dialog_get_content:
 * @self: a dialog
 *
 * Returns: (transfer none): what is below its header; the rows of a form are found from here, also before it is shown
 */
GtkWidget *
rg_form_dialog_get_content (RgFormDialog *self)
{
  RgFormDialogPrivate *priv = rg_form_dialog_get_instance_private (self);

  return adw_bin_get_child (priv->holder);
}

/**
 * rg_form_dialog_get_form:
 * @self: a dialog
 *
 * Returns: (transfer none): what it edits
 */
RgForm *
rg_form_dialog_get_form (RgFormDialog *self)
{
  RgFormDialogPrivate *priv = rg_form_dialog_get_instance_private (self);

  return priv->form;
}

/**
 * rg_form_dialog_get_desk:
 * @self: a dialog
 *
 * Returns: (transfer none): the desk
 */
RgDesk *
rg_form_dialog_get_desk (RgFormDialog *self)
{
  RgFormDialogPrivate *priv = rg_form_dialog_get_instance_private (self);

  return priv->desk;
}

/**
 * rg_form_dialog_say:
 * @self: a dialog
 * @problem: (nullable): what is wrong with the whole of it
 */
void
rg_form_dialog_say (RgFormDialog *self, const char *problem)
{
  RgFormDialogPrivate *priv = rg_form_dialog_get_instance_private (self);

  gtk_label_set_label (priv->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->problem), problem != NULL);
}

/**
 * rg_form_dialog_save:
 * @self: a dialog
 *
 * What its button does.
 */
void
rg_form_dialog_save (RgFormDialog *self)
{
  RgFormDialogPrivate *priv = rg_form_dialog_get_instance_private (self);
  RgAct *act;

  rg_form_dialog_say (self, NULL);
  if (priv->saving || !rg_form_check (priv->form) || (act = RG_FORM_DIALOG_GET_CLASS (self)->make_act (self)) == NULL)
    return;
  priv->saving = TRUE;
  update_save (self);
  rg_future_enter (self, save_fiber, act, g_object_unref);
}
