/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An id is 63 bits: 41 of milliseconds since 2020, 10 of desk number, 12 of counter. Ids grow with time, two desks
 * never make the same one, and descending id is newest first. 0 means none. */
#define RG_ID_MAX_DESK 1023

void rg_id_set_desk (guint desk);
gint64 rg_id_new (void);
void rg_id_observe (gint64 id);
gint64 rg_id_get_time (gint64 id);

G_END_DECLS
