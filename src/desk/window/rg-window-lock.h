/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-window.h"

G_BEGIN_DECLS

void rg_window_show_desk (RgWindow *self);
void rg_window_install_lock_action (GtkWidgetClass *klass);

G_END_DECLS
