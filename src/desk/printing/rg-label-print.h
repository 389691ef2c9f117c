/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rg-label.h"

G_BEGIN_DECLS

void rg_label_print (GtkWidget *widget, RgDesk *desk, gint64 order_id);

G_END_DECLS
