/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void rg_access_watch (void);
void rg_access_describe (GtkWidget *widget, const char *text);
GtkAccessible *rg_access_get_control (GtkWidget *widget);

G_END_DECLS
