/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Calling and writing to a customer, by the programs of the desktop: page.call, page.call-work, page.write; and
 * page.launch with a tel: or mailto: link of a contact. For the page of a customer. */

void rg_customer_contact_install (GtkWidgetClass *klass);

G_END_DECLS
