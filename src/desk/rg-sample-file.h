/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-sample.h"

G_BEGIN_DECLS

/* The file with the sample data, and how it is made. */

DexFuture *rg_sample_file_ensure (RgSampleProgress progress, gpointer data);

G_END_DECLS
