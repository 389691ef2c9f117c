/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "rg-desk.h"

G_BEGIN_DECLS

DexFuture *rg_shell_results_search (RgDesk *desk, const char *const *terms);
DexFuture *rg_shell_results_describe (RgDesk *desk, const char *const *ids);

G_END_DECLS
