/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-small-picture.h"

#include <glib/gi18n-lib.h>

#include "rg-error.h"

/* Photos of customers and images of products are kept this large at most, in pixels: enough for what is shown of them
 * on a sharp display. */
#define SIZE 256

/**
 * rg_small_picture_load:
 * @file: a picture of any size, in any format that can be read
 * @error: where to put why not
 *
 * Returns: (transfer full) (nullable): the picture small, upright and as PNG
 */
GBytes *
rg_small_picture_load (GFile *file, GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new_from_file_at_scale (g_file_peek_path (file), SIZE, SIZE, TRUE, NULL);
  g_autoptr (GdkPixbuf) upright = pixbuf != NULL ? gdk_pixbuf_apply_embedded_orientation (pixbuf) : NULL;
  char *buffer;
  gsize size;

  if (upright != NULL && gdk_pixbuf_save_to_buffer (upright, &buffer, &size, "png", NULL, NULL))
    return g_bytes_new_take (buffer, size);
  rg_error_set_invalid (error, "data", _ ("This file is not an image that can be shown."));
  return NULL;
}
