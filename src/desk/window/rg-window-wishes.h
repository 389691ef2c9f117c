/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-window.h"

G_BEGIN_DECLS

void rg_window_wish (RgWindow *self, const char *wish);
void rg_window_fulfil (RgWindow *self);

G_END_DECLS
