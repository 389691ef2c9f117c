/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-store.h"

G_BEGIN_DECLS

DexFuture *rg_file_id_ensure (RgStore *store);

G_END_DECLS
