/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RG_TYPE_HELP_DIALOG (rg_help_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RgHelpDialog, rg_help_dialog, RG, HELP_DIALOG, AdwDialog)

AdwDialog *rg_help_dialog_new (void);
void rg_help_show (GtkWidget *widget);

G_END_DECLS
