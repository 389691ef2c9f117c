/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rg-desk.h"

G_BEGIN_DECLS

/* What can be done with an order from a list, and the way to a new one. Every view that lists orders installs these
 * actions, each with the id of an order: order.open, order.show-customer, order.copy-number, order.confirm-delivery,
 * order.recreate, order.cancel. */

void rg_order_actions_install (GtkWidgetClass *klass);
void rg_order_begin_create (GtkWidget *widget, RgDesk *desk, RgAct *act);
void rg_order_begin_cancel (GtkWidget *widget, RgDesk *desk, gint64 order_id);

G_END_DECLS
