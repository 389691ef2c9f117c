/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-order-list-row.h"

#include <glib/gi18n-lib.h>

#include "rg-closures.h"
#include "rg-order-chip.h"
#include "rg-order-closures.h"
#include "rg-order-menu.h"

/* An order where there is no room for columns. What a list calls it to a screen reader is in its property "spoken". */

struct _RgOrderListRow
{
  AdwBin parent_instance;

  RgOrder *order;
  char *customer_name;
  char *spoken;
};

G_DEFINE_FINAL_TYPE (RgOrderListRow, rg_order_list_row, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_ORDER,
  PROP_CUSTOMER_NAME,
  PROP_SPOKEN,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static char *
about (gpointer self, guint day, int kind, const char *route, gint64 stop)
{
  g_autofree char *when = rg_text_of_day (NULL, day);
  g_autofree char *way = rg_order_text_of_way (NULL, kind, route, stop);

  return g_strdup_printf ("%s · %s", when, way);
}

/* What a screen reader says of the row: GTK doesn't make the name of an item of a list from what is in it. */
static char *
spoken (gpointer self,
        const char *number,
        int status,
        gboolean alert,
        const char *customer_name,
        const char *about,
        const char *total,
        const char *paid)
{
  const char *words[] = { number,
                          rg_words_get_label (&rg_order_status_words, (guint) status),
                          alert ? _ ("Needs attention in packing") : NULL,
                          customer_name,
                          about,
                          total,
                          paid };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) said = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i] != NULL && *words[i] != '\0')
      g_strv_builder_add (builder, words[i]);
  said = g_strv_builder_end (builder);
  return g_strjoinv (", ", said);
}

static void
rg_order_list_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RgOrderListRow *self = RG_ORDER_LIST_ROW (object);

  switch (prop_id)
    {
    case PROP_ORDER:
      g_value_set_object (value, self->order);
      break;
    case PROP_CUSTOMER_NAME:
      g_value_set_string (value, self->customer_name);
      break;
    case PROP_SPOKEN:
      g_value_set_string (value, self->spoken);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rg_order_list_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RgOrderListRow *self = RG_ORDER_LIST_ROW (object);

  switch (prop_id)
    {
    case PROP_ORDER:
      g_set_object (&self->order, g_value_get_object (value));
      break;
    case PROP_CUSTOMER_NAME:
      g_set_str (&self->customer_name, g_value_get_string (value));
      break;
    case PROP_SPOKEN:
      g_set_str (&self->spoken, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  g_object_notify_by_pspec (object, pspec);
}

static void
rg_order_list_row_dispose (GObject *object)
{
  RgOrderListRow *self = RG_ORDER_LIST_ROW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_ORDER_LIST_ROW);
  g_clear_object (&self->order);
  g_clear_pointer (&self->customer_name, g_free);
  g_clear_pointer (&self->spoken, g_free);

  G_OBJECT_CLASS (rg_order_list_row_parent_class)->dispose (object);
}

static void
rg_order_list_row_init (RgOrderListRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_order_list_row_class_init (RgOrderListRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = rg_order_list_row_get_property;
  object_class->set_property = rg_order_list_row_set_property;
  object_class->dispose = rg_order_list_row_dispose;

  props[PROP_ORDER] = g_param_spec_object ("order", NULL, NULL, RG_TYPE_ORDER, flags);
  props[PROP_CUSTOMER_NAME] = g_param_spec_string ("customer-name", NULL, NULL, NULL, flags);
  props[PROP_SPOKEN] = g_param_spec_string ("spoken", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (RG_TYPE_ORDER_CHIP);
  g_type_ensure (RG_TYPE_ORDER_MENU);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/orders/rg-order-list-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, about);
  gtk_widget_class_bind_template_callback (widget_class, spoken);
  rg_closures_bind (widget_class);
  rg_order_closures_bind (widget_class);
}
