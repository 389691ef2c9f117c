/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-db.h"

G_BEGIN_DECLS

gboolean rg_restore_file (const char *backup, const char *path, char **aside, GError **error);

G_END_DECLS
