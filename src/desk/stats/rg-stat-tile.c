/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-stat-tile.h"

#include <glib/gi18n-lib.h>

/* A figure that opens into what it is made of: its name, its value, and in words and colour what that means. */

struct _RgStatTile
{
  GtkButton parent_instance;

  char *title;
  RgFigureState state;
  GtkLabel *value;
  GtkLabel *words;
};

G_DEFINE_FINAL_TYPE (RgStatTile, rg_stat_tile, GTK_TYPE_BUTTON)

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
rg_stat_tile_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, RG_STAT_TILE (object)->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rg_stat_tile_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      if (g_set_str (&RG_STAT_TILE (object)->title, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rg_stat_tile_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RG_TYPE_STAT_TILE);

  G_OBJECT_CLASS (rg_stat_tile_parent_class)->dispose (object);
}

static void
rg_stat_tile_finalize (GObject *object)
{
  g_free (RG_STAT_TILE (object)->title);

  G_OBJECT_CLASS (rg_stat_tile_parent_class)->finalize (object);
}

static void
rg_stat_tile_init (RgStatTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_stat_tile_class_init (RgStatTileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = rg_stat_tile_get_property;
  object_class->set_property = rg_stat_tile_set_property;
  object_class->dispose = rg_stat_tile_dispose;
  object_class->finalize = rg_stat_tile_finalize;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/stats/rg-stat-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, RgStatTile, value);
  gtk_widget_class_bind_template_child (widget_class, RgStatTile, words);
}

/**
 * rg_stat_tile_set:
 * @self: a figure
 * @value: its value, as text
 * @words: (nullable): what that means
 * @state: the same as a colour
 */
void
rg_stat_tile_set (RgStatTile *self, const char *value, const char *words, RgFigureState state)
{
  g_autofree char *name = g_strjoin (", ", value, words, NULL);
  g_autofree char *label = g_strdup_printf ("%s: %s", self->title, name);

  gtk_label_set_label (self->value, value);
  gtk_label_set_label (self->words, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->words), words != NULL);
  if (self->state != RG_FIGURE_NEUTRAL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->value), rg_figure_state_get_class (self->state));
  self->state = state;
  if (state != RG_FIGURE_NEUTRAL)
    gtk_widget_add_css_class (GTK_WIDGET (self->value), rg_figure_state_get_class (state));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
