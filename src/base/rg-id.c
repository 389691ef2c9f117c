/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-id.h"

#define COUNTER_BITS 12
#define DESK_BITS 10
#define SALT_BITS 11
#define EPOCH_MSEC G_GINT64_CONSTANT (1577836800000) /* 2020-01-01T00:00:00Z */

static GMutex lock;
static gint64 last; /* milliseconds and counter of the newest id, without the desk */

/**
 * rg_id_new:
 *
 * Makes the next id. Each millisecond's counter begins at random, so that two programs at one desk hardly ever make the
 * same one; the store looks all the same. More than some two thousand in one millisecond borrow from the milliseconds
 * to come, and a clock that is set back does not make ids go back, so ids of one run always grow.
 *
 * Returns: an id greater than every one made before by this program
 */
gint64
rg_id_new (void)
{
  gint64 now = ((g_get_real_time () / 1000 - EPOCH_MSEC) << COUNTER_BITS) | g_random_int_range (0, 1 << SALT_BITS);
  gint64 id;

  g_mutex_lock (&lock);
  last = MAX (last + 1, now);
  id = ((last >> COUNTER_BITS) << (COUNTER_BITS + DESK_BITS)) | (last & ((1 << COUNTER_BITS) - 1));
  g_mutex_unlock (&lock);

  return id;
}

/**
 * rg_id_observe:
 * @id: an id on file
 *
 * Ids made from now on are greater than @id, also when the clock was set back since it was made.
 */
void
rg_id_observe (gint64 id)
{
  gint64 seen = ((id >> (COUNTER_BITS + DESK_BITS)) << COUNTER_BITS) | (id & ((1 << COUNTER_BITS) - 1));

  g_mutex_lock (&lock);
  last = MAX (last, seen);
  g_mutex_unlock (&lock);
}
