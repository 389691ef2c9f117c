/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "times.h"

/** times_read_clock: Returns: what @clock says */
gint64
times_read_clock (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return time.tv_sec * G_GINT64_CONSTANT (1000000000) + time.tv_nsec;
}

/** times_new: Returns: (transfer full): no times yet */
GArray *
times_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (gint64));
}

/** times_add: Adds @time */
void
times_add (GArray *self, gint64 time)
{
  g_array_append_val (self, time);
}

/** times_compare: Returns: which of two times is the shorter one, as for qsort() */
int
times_compare (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

/** times_get_percentile: Sorts @self. Returns: the time, in milliseconds, that @percent of them stay within */
double
times_get_percentile (GArray *self, guint percent)
{
  if (self->len == 0)
    return 0;
  g_array_sort (self, times_compare);
  return g_array_index (self, gint64, MIN ((self->len * percent + 99) / 100, self->len) - 1) / 1e6;
}
