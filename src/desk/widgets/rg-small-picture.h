/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GBytes *rg_small_picture_load (GFile *file, GError **error);

G_END_DECLS
