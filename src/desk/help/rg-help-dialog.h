/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void rg_help_show (GtkWidget *widget);

G_END_DECLS
