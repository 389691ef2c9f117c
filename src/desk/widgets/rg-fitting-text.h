/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void rg_scrolled_window_fit_text (GtkScrolledWindow *self);

G_END_DECLS
