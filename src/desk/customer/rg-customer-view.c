/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer-view.h"

typedef struct
{
  RgCustomerProfile *profile;
} RgCustomerViewPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RgCustomerView, rg_customer_view, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_PROFILE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
on_profile_loaded (RgCustomerProfile *profile, RgCustomerView *self)
{
  if (RG_CUSTOMER_VIEW_GET_CLASS (self)->loaded != NULL)
    RG_CUSTOMER_VIEW_GET_CLASS (self)->loaded (self);
}

static void
set_profile (RgCustomerView *self, RgCustomerProfile *profile)
{
  RgCustomerViewPrivate *priv = rg_customer_view_get_instance_private (self);

  if (priv->profile == profile)
    return;
  g_clear_object (&priv->profile);
  if (profile != NULL)
    {
      priv->profile = g_object_ref (profile);
      g_signal_connect_object (profile, "loaded", G_CALLBACK (on_profile_loaded), self, 0);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROFILE]);
  if (RG_CUSTOMER_VIEW_GET_CLASS (self)->profile_changed != NULL && profile != NULL)
    RG_CUSTOMER_VIEW_GET_CLASS (self)->profile_changed (self);
  if (profile != NULL && rg_customer_profile_get_customer (profile) != NULL)
    on_profile_loaded (profile, self);
}

static void
rg_customer_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RgCustomerViewPrivate *priv = rg_customer_view_get_instance_private (RG_CUSTOMER_VIEW (object));

  switch (prop_id)
    {
    case PROP_PROFILE:
      g_value_set_object (value, priv->profile);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rg_customer_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RgCustomerView *self = RG_CUSTOMER_VIEW (object);

  switch (prop_id)
    {
    case PROP_PROFILE:
      set_profile (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rg_customer_view_dispose (GObject *object)
{
  RgCustomerViewPrivate *priv = rg_customer_view_get_instance_private (RG_CUSTOMER_VIEW (object));

  g_clear_object (&priv->profile);

  G_OBJECT_CLASS (rg_customer_view_parent_class)->dispose (object);
}

static void
rg_customer_view_init (RgCustomerView *self)
{
}

static void
rg_customer_view_class_init (RgCustomerViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = rg_customer_view_get_property;
  object_class->set_property = rg_customer_view_set_property;
  object_class->dispose = rg_customer_view_dispose;

  props[PROP_PROFILE] = g_param_spec_object ("profile", NULL, NULL, RG_TYPE_CUSTOMER_PROFILE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

/**
 * rg_customer_view_get_profile:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what it shows
 */
RgCustomerProfile *
rg_customer_view_get_profile (RgCustomerView *self)
{
  RgCustomerViewPrivate *priv = rg_customer_view_get_instance_private (self);

  return priv->profile;
}

/**
 * rg_customer_view_get_desk:
 * @self: a view with a profile
 *
 * Returns: (transfer none): the desk
 */
RgDesk *
rg_customer_view_get_desk (RgCustomerView *self)
{
  return rg_customer_profile_get_desk (rg_customer_view_get_profile (self));
}

/**
 * rg_customer_view_get_customer_id:
 * @self: a view with a profile
 *
 * Returns: whom it shows; 0 before anybody is loaded
 */
gint64
rg_customer_view_get_customer_id (RgCustomerView *self)
{
  RgCustomer *customer = rg_customer_profile_get_customer (rg_customer_view_get_profile (self));

  return customer != NULL ? rg_record_get_id (RG_RECORD (customer)) : 0;
}
