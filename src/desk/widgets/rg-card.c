/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-card.h"

#include <glib/gi18n-lib.h>

#include "rg-closures.h"
#include "rg-preferences.h"

/* A card of a view: a title, a count, room for its one primary action (suffix) and its content, which folds. What is
 * folded is remembered by card-id. */

struct _RgCard
{
  AdwBin parent_instance;

  char *card_id;
  char *title;
  char *count;
  GtkWidget *suffix;
  GtkWidget *content;
  GtkRevealer *revealer;
  GtkImage *arrow;
  GtkWidget *fold;
};

G_DEFINE_FINAL_TYPE (RgCard, rg_card, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_CARD_ID,
  PROP_TITLE,
  PROP_COUNT,
  PROP_SUFFIX,
  PROP_CONTENT,
  PROP_FOLDED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static gboolean
has_widget (gpointer self, GtkWidget *widget)
{
  return widget != NULL;
}

static void
show_fold (RgCard *self, gboolean folded)
{
  gtk_revealer_set_reveal_child (self->revealer, !folded);
  gtk_image_set_from_icon_name (self->arrow, folded ? "pan-end-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->fold), GTK_ACCESSIBLE_STATE_EXPANDED, !folded, -1);
  gtk_widget_set_tooltip_text (self->fold, folded ? _ ("Unfold") : _ ("Fold"));
}

static void
on_fold_clicked (RgCard *self)
{
  rg_card_set_folded (self, !rg_card_is_folded (self));
}

static void
rg_card_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RgCard *self = RG_CARD (object);

  switch (prop_id)
    {
    case PROP_CARD_ID:
      g_value_set_string (value, self->card_id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_COUNT:
      g_value_set_string (value, self->count);
      break;
    case PROP_SUFFIX:
      g_value_set_object (value, self->suffix);
      break;
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, rg_card_is_folded (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rg_card_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RgCard *self = RG_CARD (object);

  switch (prop_id)
    {
    case PROP_CARD_ID:
      g_set_str (&self->card_id, g_value_get_string (value));
      show_fold (self, rg_preferences_is_folded (self->card_id));
      break;
    case PROP_TITLE:
      g_set_str (&self->title, g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->fold), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
      break;
    case PROP_COUNT:
      g_set_str (&self->count, g_value_get_string (value));
      break;
    case PROP_SUFFIX:
      g_set_object (&self->suffix, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      g_set_object (&self->content, g_value_get_object (value));
      break;
    case PROP_FOLDED:
      rg_card_set_folded (self, g_value_get_boolean (value));
      return;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  g_object_notify_by_pspec (object, pspec);
}

static void
rg_card_dispose (GObject *object)
{
  RgCard *self = RG_CARD (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_CARD);
  g_clear_object (&self->suffix);
  g_clear_object (&self->content);

  G_OBJECT_CLASS (rg_card_parent_class)->dispose (object);
}

static void
rg_card_finalize (GObject *object)
{
  RgCard *self = RG_CARD (object);

  g_free (self->card_id);
  g_free (self->title);
  g_free (self->count);

  G_OBJECT_CLASS (rg_card_parent_class)->finalize (object);
}

static void
rg_card_init (RgCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_fold (self, FALSE);
}

static void
rg_card_class_init (RgCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = rg_card_get_property;
  object_class->set_property = rg_card_set_property;
  object_class->dispose = rg_card_dispose;
  object_class->finalize = rg_card_finalize;

  props[PROP_CARD_ID] = g_param_spec_string ("card-id", NULL, NULL, NULL, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_COUNT] = g_param_spec_string ("count", NULL, NULL, NULL, flags);
  props[PROP_SUFFIX] = g_param_spec_object ("suffix", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/widgets/rg-card.ui");
  gtk_widget_class_bind_template_child (widget_class, RgCard, revealer);
  gtk_widget_class_bind_template_child (widget_class, RgCard, arrow);
  gtk_widget_class_bind_template_child (widget_class, RgCard, fold);
  gtk_widget_class_bind_template_callback (widget_class, has_widget);
  gtk_widget_class_bind_template_callback (widget_class, on_fold_clicked);
  rg_closures_bind (widget_class);
}

/**
 * rg_card_is_folded:
 * @self: a card
 *
 * Returns: whether its content is hidden
 */
gboolean
rg_card_is_folded (RgCard *self)
{
  return !gtk_revealer_get_reveal_child (self->revealer);
}

/**
 * rg_card_set_folded:
 * @self: a card
 * @folded: whether to hide its content; remembered
 */
void
rg_card_set_folded (RgCard *self, gboolean folded)
{
  if (rg_card_is_folded (self) == folded)
    return;
  show_fold (self, folded);
  if (self->card_id != NULL)
    rg_preferences_set_folded (self->card_id, folded);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FOLDED]);
}

/**
 * rg_card_fold_all:
 * @within: a widget
 * @folded: whether to fold or to unfold
 *
 * Folds or unfolds all cards in @within.
 */
void
rg_card_fold_all (GtkWidget *within, gboolean folded)
{
  if (RG_IS_CARD (within))
    rg_card_set_folded (RG_CARD (within), folded);
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    rg_card_fold_all (child, folded);
}
