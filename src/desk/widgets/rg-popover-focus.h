/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void rg_popover_focus_keep (GtkWidget *chosen);

G_END_DECLS
