/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RG_TYPE_FIGURE_BUTTON (rg_figure_button_get_type ())
G_DECLARE_FINAL_TYPE (RgFigureButton, rg_figure_button, RG, FIGURE_BUTTON, GtkButton)

G_END_DECLS
