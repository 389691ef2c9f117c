/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-desk.h"

G_BEGIN_DECLS

DexFuture *rg_file_warning_read (RgDesk *desk);

G_END_DECLS
