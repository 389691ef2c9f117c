/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void rg_lazy_list_attach (GtkListView *list, GType row_type, const char *spoken);

G_END_DECLS
