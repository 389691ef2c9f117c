/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-customer-profile.h"

G_BEGIN_DECLS

#define RG_TYPE_FIGURE_DIALOG (rg_figure_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RgFigureDialog, rg_figure_dialog, RG, FIGURE_DIALOG, AdwDialog)

void rg_figure_dialog_present (GtkWidget *parent, RgCustomerProfile *profile, RgFigures *figures, const char *figure);

G_END_DECLS
