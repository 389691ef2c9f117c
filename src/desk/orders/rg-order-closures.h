/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Pure functions that templates about orders call, beyond those of rg-closures.h. Strings are (transfer full). */

void rg_order_closures_bind (GtkWidgetClass *klass);

char *rg_order_text_of_stop (gpointer self, gint64 stop);
char *rg_order_text_of_payment (gpointer self, int status, int type);
char *rg_order_text_of_tracking (gpointer self, const char *tracking);
char *rg_order_text_of_way (gpointer self, int kind, const char *route, gint64 stop);

G_END_DECLS
