/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer-photo.h"

#include <glib/gi18n-lib.h>

#include "rg-dialog-future.h"
#include "rg-future.h"
#include "rg-picture-operations.h"
#include "rg-report.h"
#include "rg-small-picture.h"

/**
 * rg_texture_of:
 * @self: unused
 * @data: (nullable): a PNG, JPEG or WebP picture
 *
 * Returns: (transfer full) (nullable): the picture; %NULL when there is none or it is damaged
 */
GdkPaintable *
rg_texture_of (gpointer self, GBytes *data)
{
  return data != NULL ? (GdkPaintable *) gdk_texture_new_from_bytes (data, NULL) : NULL;
}

static DexFuture *
choose_fiber (gpointer widget, gpointer profile)
{
  gint64 customer_id = rg_record_get_id (RG_RECORD (rg_customer_profile_get_customer (profile)));
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (RgPicture) picture = g_object_new (RG_TYPE_PICTURE, NULL);
  RgAct *act;

  gtk_file_filter_add_pixbuf_formats (filter);
  gtk_file_dialog_set_title (dialog, _ ("Choose a Photo"));
  gtk_file_dialog_set_default_filter (dialog, filter);
  file = dex_await_object (rg_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (widget))), &error);
  if (file != NULL)
    picture->data = rg_small_picture_load (file, &error);
  if (picture->data == NULL)
    {
      if (error != NULL)
        rg_widget_report (widget, error);
      return NULL;
    }
  picture->owner_id = customer_id;
  act = rg_act_new_record (&rg_picture_set, RG_RECORD (picture));
  act->customer_id = customer_id;
  rg_widget_perform (widget, rg_customer_profile_get_desk (profile), act);
  return NULL;
}

/**
 * rg_customer_photo_choose:
 * @widget: the widget that asked for it
 * @profile: a customer
 *
 * Lets the person choose a file, and makes it the customer's photo.
 */
void
rg_customer_photo_choose (GtkWidget *widget, RgCustomerProfile *profile)
{
  rg_future_enter (widget, choose_fiber, g_object_ref (profile), g_object_unref);
}

/**
 * rg_customer_photo_remove:
 * @widget: the widget that asked for it
 * @profile: a customer
 *
 * Takes the photo off the customer, if there is one.
 */
void
rg_customer_photo_remove (GtkWidget *widget, RgCustomerProfile *profile)
{
  g_autoptr (RgPicture) picture = NULL;

  g_object_get (profile, "picture", &picture, NULL);
  if (picture != NULL)
    rg_widget_perform (widget, rg_customer_profile_get_desk (profile),
                       rg_act_new_record (&rg_picture_remove, RG_RECORD (picture)));
  else
    rg_widget_tell (widget, _ ("There is no photo"));
}
