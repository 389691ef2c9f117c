/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-figure-button.h"

/* A figure of a customer: what it is, its value, and colour for its state; it opens into the view that explains it. */

struct _RgFigureButton
{
  GtkButton parent_instance;

  char *caption;
  char *value;
  char *state; /* a style class: "good", "warn", "bad" or NULL */
  char *view;
  GtkWidget *value_label;
};

G_DEFINE_FINAL_TYPE (RgFigureButton, rg_figure_button, GTK_TYPE_BUTTON)

enum
{
  PROP_0,
  PROP_CAPTION,
  PROP_VALUE,
  PROP_STATE,
  PROP_VIEW,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
rg_figure_button_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RgFigureButton *self = RG_FIGURE_BUTTON (object);

  switch (prop_id)
    {
    case PROP_CAPTION:
      g_value_set_string (value, self->caption);
      break;
    case PROP_VALUE:
      g_value_set_string (value, self->value);
      break;
    case PROP_STATE:
      g_value_set_string (value, self->state);
      break;
    case PROP_VIEW:
      g_value_set_string (value, self->view);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_state (RgFigureButton *self, const char *state)
{
  if (self->state != NULL)
    gtk_widget_remove_css_class (self->value_label, self->state);
  g_set_str (&self->state, state != NULL && *state != '\0' ? state : NULL);
  if (self->state != NULL)
    gtk_widget_add_css_class (self->value_label, self->state);
}

static void
update_name (RgFigureButton *self)
{
  g_autofree char *name
    = g_strdup_printf ("%s: %s", self->caption != NULL ? self->caption : "", self->value != NULL ? self->value : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
rg_figure_button_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RgFigureButton *self = RG_FIGURE_BUTTON (object);

  switch (prop_id)
    {
    case PROP_CAPTION:
      g_set_str (&self->caption, g_value_get_string (value));
      update_name (self);
      break;
    case PROP_VALUE:
      g_set_str (&self->value, g_value_get_string (value));
      update_name (self);
      break;
    case PROP_STATE:
      set_state (self, g_value_get_string (value));
      break;
    case PROP_VIEW:
      g_set_str (&self->view, g_value_get_string (value));
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", self->view);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  g_object_notify_by_pspec (object, pspec);
}

static void
rg_figure_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RG_TYPE_FIGURE_BUTTON);

  G_OBJECT_CLASS (rg_figure_button_parent_class)->dispose (object);
}

static void
rg_figure_button_finalize (GObject *object)
{
  RgFigureButton *self = RG_FIGURE_BUTTON (object);

  g_free (self->caption);
  g_free (self->value);
  g_free (self->state);
  g_free (self->view);

  G_OBJECT_CLASS (rg_figure_button_parent_class)->finalize (object);
}

static void
rg_figure_button_init (RgFigureButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", "stats");
}

static void
rg_figure_button_class_init (RgFigureButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = rg_figure_button_get_property;
  object_class->set_property = rg_figure_button_set_property;
  object_class->dispose = rg_figure_button_dispose;
  object_class->finalize = rg_figure_button_finalize;

  props[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, NULL, flags);
  props[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, flags);
  props[PROP_STATE] = g_param_spec_string ("state", NULL, NULL, NULL, flags);
  /* The name of the view it opens; "stats" unless it is set. */
  props[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/customer/rg-figure-button.ui");
  gtk_widget_class_bind_template_child_full (widget_class, "value", FALSE,
                                             G_STRUCT_OFFSET (RgFigureButton, value_label));
}
