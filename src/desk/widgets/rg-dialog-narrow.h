/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void rg_dialog_shorten (AdwDialog *dialog, GtkWidget *button, const char *label);

G_END_DECLS
