/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* How the row of a field looks and what a screen reader hears of it: required, wrong, locked. */

GtkWidget *rg_form_mark_problem (GtkWidget *widget, GtkWidget *problem, const char *text, const char *otherwise);
void rg_form_mark_title (GtkWidget *widget, gboolean required);
void rg_form_mark_locked (GtkWidget *widget, const char *reason);

G_END_DECLS
