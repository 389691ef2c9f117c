/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer-row.h"

#include <glib/gi18n-lib.h>

/* A row of a list of customers. It is there before its customer is loaded. */

struct _RgCustomerRow
{
  GObject parent_instance;

  RgCustomer *customer;
  char *title;
  char *subtitle;
  char *number;
  char *badge;
};

G_DEFINE_FINAL_TYPE (RgCustomerRow, rg_customer_row, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CUSTOMER,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_NUMBER,
  PROP_BADGE,
  PROP_IS_BAD,
  PROP_SPOKEN,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
rg_customer_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RgCustomerRow *self = RG_CUSTOMER_ROW (object);

  switch (prop_id)
    {
    case PROP_CUSTOMER:
      g_value_set_object (value, self->customer);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    case PROP_NUMBER:
      g_value_set_string (value, self->number);
      break;
    case PROP_BADGE:
      g_value_set_string (value, self->badge);
      break;
    case PROP_IS_BAD:
      g_value_set_boolean (value,
                           self->customer != NULL
                             && (self->customer->owes || self->customer->status == RG_CUSTOMER_STATUS_CANCELLED));
      break;
    case PROP_SPOKEN:
      if (self->customer != NULL)
        g_value_take_string (value,
                             g_strdup_printf ("%s, %s, %s%s%s", self->title, self->subtitle, self->number,
                                              self->badge != NULL ? ", " : "", self->badge != NULL ? self->badge : ""));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rg_customer_row_finalize (GObject *object)
{
  RgCustomerRow *self = RG_CUSTOMER_ROW (object);

  g_clear_object (&self->customer);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->number);
  g_free (self->badge);

  G_OBJECT_CLASS (rg_customer_row_parent_class)->finalize (object);
}

static void
rg_customer_row_init (RgCustomerRow *self)
{
}

static void
rg_customer_row_class_init (RgCustomerRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = rg_customer_row_get_property;
  object_class->finalize = rg_customer_row_finalize;

  props[PROP_CUSTOMER] = g_param_spec_object ("customer", NULL, NULL, RG_TYPE_CUSTOMER, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  /* Business, e-mail or telephone; or why a search found it. */
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  props[PROP_NUMBER] = g_param_spec_string ("number", NULL, NULL, NULL, flags);
  /* What is out of the ordinary, in a word. */
  props[PROP_BADGE] = g_param_spec_string ("badge", NULL, NULL, NULL, flags);
  props[PROP_IS_BAD] = g_param_spec_boolean ("is-bad", NULL, NULL, FALSE, flags);
  /* All of it, for a screen reader. */
  props[PROP_SPOKEN] = g_param_spec_string ("spoken", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

/**
 * rg_customer_row_new:
 *
 * Returns: (transfer full): a row that is still to be loaded
 */
RgCustomerRow *
rg_customer_row_new (void)
{
  return g_object_new (RG_TYPE_CUSTOMER_ROW, NULL);
}

/**
 * rg_customer_row_get_customer:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): its customer; %NULL before it is loaded
 */
RgCustomer *
rg_customer_row_get_customer (RgCustomerRow *self)
{
  return self->customer;
}

/**
 * rg_customer_row_get_customer_id:
 * @self: a row
 *
 * Returns: the id of its customer; 0 before it is loaded
 */
gint64
rg_customer_row_get_customer_id (RgCustomerRow *self)
{
  return self->customer != NULL ? rg_record_get_id (RG_RECORD (self->customer)) : 0;
}

static char *
make_subtitle (RgCustomer *customer)
{
  if (customer->business_name != NULL && customer->last_name != NULL)
    return g_strdup (customer->business_name);
  if (customer->email != NULL)
    return g_strdup (customer->email);
  return g_strdup (customer->phone != NULL ? customer->phone : "");
}

static const char *
get_badge (RgCustomer *customer)
{
  if (customer->status != RG_CUSTOMER_STATUS_ACTIVE)
    return rg_words_get_label (&rg_customer_status_words, customer->status);
  if (customer->owes)
    return _ ("Owes");
  if (customer->incomplete)
    return _ ("Incomplete");
  return NULL;
}

/**
 * rg_customer_row_set_customer:
 * @self: a row
 * @customer: its customer
 * @reason: (nullable): why a search found it, when it isn't the name
 */
void
rg_customer_row_set_customer (RgCustomerRow *self, RgCustomer *customer, const char *reason)
{
  g_set_object (&self->customer, customer);
  g_free (self->title);
  self->title = rg_customer_dup_display_name (customer);
  g_free (self->subtitle);
  self->subtitle = reason != NULL ? g_strdup (reason) : make_subtitle (customer);
  g_free (self->number);
  self->number = g_strdup_printf ("%" G_GINT64_FORMAT, customer->number);
  g_set_str (&self->badge, get_badge (customer));

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
  g_object_thaw_notify (G_OBJECT (self));
}
