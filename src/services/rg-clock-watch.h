/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _RgClockWatch RgClockWatch;

/**
 * RgClockFunc:
 * @data: what was given to rg_clock_watch_new()
 *
 * Called when the time has come or the clock was set; look at the clock, then set the watch again.
 */
typedef void (*RgClockFunc) (gpointer data);

RgClockWatch *rg_clock_watch_new (RgClockFunc func, gpointer data);
void rg_clock_watch_set (RgClockWatch *self, gint64 time);
void rg_clock_watch_free (RgClockWatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgClockWatch, rg_clock_watch_free)

G_END_DECLS
