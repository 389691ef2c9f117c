/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-product-row.h"

#include "rg-closures.h"
#include "rg-product-image.h"

/* A product in a list. */

struct _RgProductRow
{
  AdwActionRow parent_instance;

  RgProduct *product;

  RgProductImage *image;
};

G_DEFINE_FINAL_TYPE (RgProductRow, rg_product_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_0,
  PROP_PRODUCT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static char *
subtitle (gpointer self, const char *number, const char *category, const char *unit)
{
  GString *text = g_string_new (number);

  if (rg_is_text (NULL, category))
    g_string_append_printf (text, " · %s", category);
  if (rg_is_text (NULL, unit))
    g_string_append_printf (text, " · %s", unit);
  return g_string_free (text, FALSE);
}

static void
rg_product_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PRODUCT:
      g_value_set_object (value, RG_PRODUCT_ROW (object)->product);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rg_product_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RG_TYPE_PRODUCT_ROW);
  g_clear_object (&RG_PRODUCT_ROW (object)->product);

  G_OBJECT_CLASS (rg_product_row_parent_class)->dispose (object);
}

static void
rg_product_row_init (RgProductRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_product_row_class_init (RgProductRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rg_product_row_get_property;
  object_class->dispose = rg_product_row_dispose;

  props[PROP_PRODUCT] = g_param_spec_object ("product", NULL, NULL, RG_TYPE_PRODUCT,
                                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (RG_TYPE_PRODUCT_IMAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/products/rg-product-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RgProductRow, image);
  gtk_widget_class_bind_template_callback (widget_class, subtitle);
  rg_closures_bind (widget_class);
}

/**
 * rg_product_row_new:
 * @desk: a desk
 * @product: a product
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
rg_product_row_new (RgDesk *desk, RgProduct *product)
{
  RgProductRow *self = g_object_new (RG_TYPE_PRODUCT_ROW, NULL);

  self->product = g_object_ref (product);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PRODUCT]);
  rg_product_image_load (self->image, desk, rg_record_get_id (RG_RECORD (product)));
  return GTK_WIDGET (self);
}

/**
 * rg_product_row_get_product:
 * @self: a row
 *
 * Returns: (transfer none): its product
 */
RgProduct *
rg_product_row_get_product (RgProductRow *self)
{
  return self->product;
}
