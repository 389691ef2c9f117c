/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkListItemFactory *rg_kept_rows_factory_new (GType row_type, const char *spoken);

G_END_DECLS
