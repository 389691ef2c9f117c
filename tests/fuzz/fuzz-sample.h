/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fuzz-input.h"

#include "rg-db-records.h"

G_BEGIN_DECLS

/* A small file with something of everything in it, for fuzz entries that spoil it. */

char *fuzz_sample_make (const char *dir);
RgDb *fuzz_sample_open (void);
void fuzz_sample_change (RgDb *db, FuzzInput *input);
void fuzz_sample_reset (RgDb *db);
gint64 fuzz_sample_newest (RgDb *db, const char *table);

G_END_DECLS
