/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-label.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-address.h"
#include "rg-customer.h"
#include "rg-future.h"
#include "rg-order.h"

G_DEFINE_FINAL_TYPE (RgLabel, rg_label, G_TYPE_OBJECT)

static void
rg_label_finalize (GObject *object)
{
  RgLabel *self = RG_LABEL (object);

  g_free (self->sender);
  g_free (self->recipient);
  g_free (self->address);
  g_free (self->number);
  g_free (self->delivery);
  g_free (self->marks);
  g_free (self->instructions);

  G_OBJECT_CLASS (rg_label_parent_class)->finalize (object);
}

static void
rg_label_init (RgLabel *self)
{
}

static void
rg_label_class_init (RgLabelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rg_label_finalize;
}

/* What the business agreed with the customer about the packing, in words. */
static char *
make_marks (RgCustomer *customer, RgOrder *order)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) marks = NULL;

  if (order->alert)
    g_strv_builder_add (builder, _ ("ATTENTION"));
  if (customer->vip_label)
    g_strv_builder_add (builder, _ ("VIP"));
  if (customer->cardboard_only)
    g_strv_builder_add (builder, _ ("Cardboard only"));
  if (customer->no_plastic)
    g_strv_builder_add (builder, _ ("No plastic"));
  if (customer->extra_dry_ice)
    g_strv_builder_add (builder, _ ("Extra dry ice"));
  if (customer->force_ground)
    g_strv_builder_add (builder, _ ("Ground or 2-day Air"));
  if (customer->force_third_party)
    g_strv_builder_add (builder, _ ("3rd Party Shipping"));
  marks = g_strv_builder_end (builder);
  return g_strjoinv (" · ", marks);
}

static char *
make_delivery (RgOrder *order)
{
  g_autofree char *day = order->delivery_day != 0 ? rg_day_format (order->delivery_day) : g_strdup ("");

  if (order->kind == RG_ORDER_KIND_PICKUP)
    return g_strdup_printf (_ ("Pickup %s"), day);
  if (order->route == NULL)
    return g_steal_pointer (&day);
  if (order->stop == 0)
    return g_strdup_printf (_ ("%s · route %s"), day, order->route);
  /* Translators: a day, the delivery route and the place in it */
  return g_strdup_printf (_ ("%s · route %s · stop %" PRId64), day, order->route, order->stop);
}

static char *
make_recipient (RgCustomer *customer, RgAddress *address)
{
  g_autofree char *name = rg_customer_dup_display_name (customer);

  if (address != NULL && address->recipient != NULL)
    return g_strdup (address->recipient);
  if (customer->business_name == NULL || g_str_equal (customer->business_name, name))
    return g_steal_pointer (&name);
  return g_strdup_printf ("%s\n%s", name, customer->business_name);
}

static RgLabel *
read_label (RgDb *db, gint64 order_id, GError **error)
{
  g_autoptr (RgSettings) settings = rg_settings_read (db, error);
  g_autoptr (RgOrder) order = settings != NULL ? (RgOrder *) rg_db_load (db, &rg_order_type, order_id, error) : NULL;
  g_autoptr (RgCustomer) customer
    = order != NULL ? (RgCustomer *) rg_db_load (db, &rg_customer_type, order->customer_id, error) : NULL;
  g_autoptr (RgAddress) address = NULL;
  RgLabel *self;

  if (customer == NULL)
    return NULL;
  if (order->address_id != 0
      && (address = (RgAddress *) rg_db_load (db, &rg_address_type, order->address_id, error)) == NULL)
    return NULL;

  self = g_object_new (RG_TYPE_LABEL, NULL);
  self->sender = g_strdup (rg_settings_get (settings, RG_SETTING_BUSINESS_NAME));
  self->recipient = make_recipient (customer, address);
  if (address != NULL)
    self->address = rg_address_dup_lines (address, rg_settings_get (settings, RG_SETTING_COUNTRY));
  else
    self->address = g_strdup (order->ship_to != NULL ? order->ship_to : "");
  self->number = g_strdup_printf ("#%" G_GINT64_FORMAT, order->number);
  self->delivery = make_delivery (order);
  self->marks = make_marks (customer, order);
  self->instructions = g_strdup (customer->special_instructions != NULL ? customer->special_instructions : "");
  return self;
}

static GObject *
read_labels (RgDb *db, gpointer data, GError **error)
{
  GArray *order_ids = data;
  g_autoptr (GListStore) labels = g_list_store_new (RG_TYPE_LABEL);

  for (guint i = 0; i < order_ids->len; i++)
    {
      g_autoptr (RgLabel) label = read_label (db, g_array_index (order_ids, gint64, i), error);

      if (label == NULL)
        return NULL;
      g_list_store_append (labels, label);
    }
  return G_OBJECT (g_steal_pointer (&labels));
}

/**
 * rg_labels_load:
 * @desk: the desk
 * @order_ids: (element-type gint64): orders
 *
 * Returns: (transfer full): a future for a #GListModel of #RgLabel, in the order of @order_ids
 */
DexFuture *
rg_labels_load (RgDesk *desk, GArray *order_ids)
{
  return rg_desk_read (desk, read_labels, g_array_ref (order_ids), (GDestroyNotify) g_array_unref);
}
