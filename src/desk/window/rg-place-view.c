/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-place-view.h"

typedef struct
{
  RgDesk *desk;
  gboolean show_places_button;
} RgPlaceViewPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RgPlaceView, rg_place_view, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_DESK,
  PROP_SHOW_PLACES_BUTTON,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
refresh (RgPlaceView *self)
{
  if (RG_PLACE_VIEW_GET_CLASS (self)->refresh != NULL)
    RG_PLACE_VIEW_GET_CLASS (self)->refresh (self);
}

static void
on_desk_changed (RgDesk *desk, GArray *changes, RgPlaceView *self)
{
  refresh (self);
}

static void
rg_place_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RgPlaceViewPrivate *priv = rg_place_view_get_instance_private (RG_PLACE_VIEW (object));

  if (prop_id == PROP_DESK)
    g_value_set_object (value, priv->desk);
  else
    g_value_set_boolean (value, priv->show_places_button);
}

static void
rg_place_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RgPlaceViewPrivate *priv = rg_place_view_get_instance_private (RG_PLACE_VIEW (object));

  if (prop_id == PROP_DESK)
    priv->desk = g_value_dup_object (value);
  else
    priv->show_places_button = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
rg_place_view_constructed (GObject *object)
{
  RgPlaceView *self = RG_PLACE_VIEW (object);

  G_OBJECT_CLASS (rg_place_view_parent_class)->constructed (object);

  g_signal_connect_object (rg_place_view_get_desk (self), "changed", G_CALLBACK (on_desk_changed), self, 0);
  g_signal_connect_object (rg_place_view_get_desk (self), "notify::staff", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}

static void
rg_place_view_finalize (GObject *object)
{
  RgPlaceViewPrivate *priv = rg_place_view_get_instance_private (RG_PLACE_VIEW (object));

  g_clear_object (&priv->desk);

  G_OBJECT_CLASS (rg_place_view_parent_class)->finalize (object);
}

static void
rg_place_view_init (RgPlaceView *self)
{
}

static void
rg_place_view_class_init (RgPlaceViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = rg_place_view_get_property;
  object_class->set_property = rg_place_view_set_property;
  object_class->constructed = rg_place_view_constructed;
  object_class->finalize = rg_place_view_finalize;

  props[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, RG_TYPE_DESK,
                                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /* Whether the places are folded away and a button brings them. */
  props[PROP_SHOW_PLACES_BUTTON] = g_param_spec_boolean (
    "show-places-button", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

/**
 * rg_place_view_get_desk:
 * @self: a page
 *
 * Returns: (transfer none): the desk
 */
RgDesk *
rg_place_view_get_desk (RgPlaceView *self)
{
  RgPlaceViewPrivate *priv = rg_place_view_get_instance_private (self);

  return priv->desk;
}
