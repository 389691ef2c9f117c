/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rg-desk.h"

G_BEGIN_DECLS

/* Writing into Notes & Interactions what was done elsewhere, where the person wished it. */

void rg_note_log (GtkWidget *widget, RgDesk *desk, gint64 customer_id, const char *past, const char *about);

G_END_DECLS
