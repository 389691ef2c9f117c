/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An id is 63 bits: 41 of milliseconds since 2020, 10 for the number of a desk, 0 as long as a file is at one desk
 * alone, and 12 of counter. Ids grow with time, and descending id is newest first. 0 means none. */

gint64 rg_id_new (void);
void rg_id_observe (gint64 id);

G_END_DECLS
