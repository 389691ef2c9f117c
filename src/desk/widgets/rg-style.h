/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Style classes that come and go. */

void rg_widget_set_class (gpointer widget, const char *name, gboolean has);
void rg_widget_set_wrong (gpointer widget, gboolean wrong);

G_END_DECLS
