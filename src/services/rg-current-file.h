/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *rg_current_file_dup_path (GSettings *settings);

G_END_DECLS
