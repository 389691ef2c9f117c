/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer-profile.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The photo of a customer, from a file to the header. */

GdkPaintable *rg_texture_of (gpointer self, GBytes *data);
void rg_customer_photo_choose (GtkWidget *widget, RgCustomerProfile *profile);
void rg_customer_photo_remove (GtkWidget *widget, RgCustomerProfile *profile);

G_END_DECLS
