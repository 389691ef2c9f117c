/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <time.h>

G_BEGIN_DECLS

/* What the programs that measure share: clocks and percentiles. Times are nanoseconds, in arrays of gint64. */

gint64 times_read_clock (clockid_t clock);
GArray *times_new (void);
void times_add (GArray *self, gint64 time);
int times_compare (gconstpointer a, gconstpointer b);
double times_get_percentile (GArray *self, guint percent);

G_END_DECLS
