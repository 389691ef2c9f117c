/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Keeps the focus where it was while a dialog turns into a bottom sheet and back. */

void rg_dialog_focus_keep (AdwApplicationWindow *window);

G_END_DECLS
