/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-window.h"

G_BEGIN_DECLS

/* What the command palette offers besides places and people. */

void rg_commands_find (RgWindow *window, const char *text, GListStore *items);
gboolean rg_widget_has_action (GtkWidget *widget, const char *action);

G_END_DECLS
