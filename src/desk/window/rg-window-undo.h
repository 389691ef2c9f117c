/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-window.h"

G_BEGIN_DECLS

void rg_window_refresh_undo (RgWindow *self);

G_END_DECLS
