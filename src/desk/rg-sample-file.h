/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-sample.h"

G_BEGIN_DECLS

/* Where the files are that the window opens by itself. */

char *rg_desk_file_dup_path (void);
char *rg_sample_file_dup_path (void);
DexFuture *rg_sample_file_ensure (RgSampleProgress progress, gpointer data);

G_END_DECLS
