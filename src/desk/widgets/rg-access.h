/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The data of a widget that says why it can't be used. */
#define RG_ACCESS_WHY_NOT "why-not"

void rg_access_watch (void);
void rg_access_describe (GtkWidget *widget, const char *text);
void rg_access_tell_choice (AdwComboRow *row);

G_END_DECLS
