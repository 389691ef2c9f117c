/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *rg_default_file_dup_path (void);
gboolean rg_default_file_make_folder (const char *path, GError **error);

G_END_DECLS
