/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdex.h>

G_BEGIN_DECLS

/* Where the files are that the window opens by itself. */

char      *rg_desk_file_dup_path (void);
char      *rg_sample_file_dup_path (void);
DexFuture *rg_sample_file_ensure (void);

G_END_DECLS
