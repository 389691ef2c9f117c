/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rg-desk.h"

G_BEGIN_DECLS

/**
 * RgRecordFiber:
 * @widget: the widget that asked for it
 * @desk: the desk
 * @id: a record
 *
 * Runs on a fiber: reads what it needs, looks whether @widget is still there, and shows it.
 *
 * Returns: (transfer full) (nullable): the result; %NULL for success without a value
 */
typedef DexFuture *(*RgRecordFiber) (GtkWidget *widget, RgDesk *desk, gint64 id);

void rg_widget_enter (GtkWidget *widget, RgDesk *desk, gint64 id, RgRecordFiber fiber);

G_END_DECLS
