/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-window.h"

G_BEGIN_DECLS

/* What the command palette offers besides people. */

GPtrArray *rg_commands_find (RgWindow *window, const char *text);

G_END_DECLS
