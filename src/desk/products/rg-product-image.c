/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-product-image.h"

#include "rg-future.h"
#include "rg-picture-data.h"

/* The image of a product, or a placeholder while there is none. */

#define SIZE 40
#define ICON_SIZE 16

struct _RgProductImage
{
  AdwBin parent_instance;

  RgDesk *desk;
  gint64 product_id;

  GtkImage *image;
};

G_DEFINE_FINAL_TYPE (RgProductImage, rg_product_image, ADW_TYPE_BIN)

static void
rg_product_image_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), RG_TYPE_PRODUCT_IMAGE);
  g_clear_object (&RG_PRODUCT_IMAGE (object)->desk);

  G_OBJECT_CLASS (rg_product_image_parent_class)->dispose (object);
}

static void
rg_product_image_init (RgProductImage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_product_image_class_init (RgProductImageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_product_image_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/products/rg-product-image.ui");
  gtk_widget_class_bind_template_child (widget_class, RgProductImage, image);
}

/**
 * rg_product_image_set_bytes:
 * @self: an image
 * @bytes: (nullable): a picture; %NULL, or one that can't be read, for the placeholder
 */
void
rg_product_image_set_bytes (RgProductImage *self, GBytes *bytes)
{
  g_autoptr (GdkTexture) texture = bytes != NULL ? gdk_texture_new_from_bytes (bytes, NULL) : NULL;

  if (texture != NULL)
    gtk_image_set_from_paintable (self->image, GDK_PAINTABLE (texture));
  else
    gtk_image_set_from_icon_name (self->image, "package-x-generic-symbolic");
  gtk_image_set_pixel_size (self->image, texture != NULL ? SIZE : ICON_SIZE);
}

static GObject *
read_picture (RgDb *db, gpointer data, GError **error)
{
  return (GObject *) rg_picture_of (db, *(gint64 *) data, error);
}

/**
 * rg_product_image_read:
 * @desk: a desk
 * @product_id: a product
 *
 * Returns: (transfer full): a future for its #RgPicture; rejected, or for %NULL, when it has none
 */
DexFuture *
rg_product_image_read (RgDesk *desk, gint64 product_id)
{
  return rg_desk_read (desk, read_picture, g_memdup2 (&product_id, sizeof product_id), g_free);
}

static DexFuture *
load_fiber (gpointer self_pointer, gpointer unused)
{
  RgProductImage *self = self_pointer;
  gint64 product_id = self->product_id;
  g_autoptr (RgPicture) picture = dex_await_object (rg_product_image_read (self->desk, product_id), NULL);

  if (product_id == self->product_id && self->image != NULL)
    rg_product_image_set_bytes (self, picture != NULL ? picture->data : NULL);
  return NULL;
}

/**
 * rg_product_image_load:
 * @self: an image
 * @desk: a desk
 * @product_id: whose picture to show
 */
void
rg_product_image_load (RgProductImage *self, RgDesk *desk, gint64 product_id)
{
  g_set_object (&self->desk, desk);
  self->product_id = product_id;
  rg_future_enter (self, load_fiber, NULL, NULL);
}
