/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-desk.h"

G_BEGIN_DECLS

/* How a widget acts and how the person hears of it: success and failure show as toasts of the window around the widget.
 */

void rg_widget_perform (GtkWidget *widget, RgDesk *desk, RgAct *act);
char *rg_widget_await_reasons (GtkWidget *widget, RgDesk *desk, RgAct *act);
void rg_widget_report (GtkWidget *widget, const GError *error);
void rg_widget_tell (GtkWidget *widget, const char *text);
AdwToast *rg_widget_tell_with_button (GtkWidget *widget, const char *text, const char *button);
void rg_widget_copy_number (GtkWidget *widget, gint64 number);
void rg_widget_set_why_not (GtkWidget *widget, const char *tooltip, const char *why_not);
void rg_widget_announce (GtkWidget *widget, const char *text, GtkAccessibleAnnouncementPriority priority);

G_END_DECLS
