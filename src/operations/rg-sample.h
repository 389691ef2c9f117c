/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-desk.h"

G_BEGIN_DECLS

/* How many customers "Explore with sample data" has. */
#define RG_SAMPLE_CUSTOMERS 400

/* Up to as many customers get a history entry by entry, as if people had worked; more are loaded in bulk. */
#define RG_SAMPLE_MAX_HISTORY 2000

/**
 * RgSampleProgress:
 * @done: how far it is, 0 to 1
 * @data: what was given with it
 */
typedef void (*RgSampleProgress) (double done, gpointer data);

extern const RgOperation rg_sample_made; /* what the journal says of sample data that was loaded in bulk */

DexFuture *rg_sample_fill (RgDesk *desk, guint n_customers, RgSampleProgress progress, gpointer data);

G_END_DECLS
