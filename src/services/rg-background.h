/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdex.h>

G_BEGIN_DECLS

DexFuture *rg_background_request (gboolean autostart, const char *reason);

G_END_DECLS
