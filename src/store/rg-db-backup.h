/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-db.h"

G_BEGIN_DECLS

gboolean rg_db_backup (RgDb *db, const char *path, GError **error);

G_END_DECLS
