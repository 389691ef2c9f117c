/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-db.h"

G_BEGIN_DECLS

/* The schema this program writes: the number of the newest file in migrations/. */
#define RG_SCHEMA_VERSION 1

gboolean rg_migrate (RgDb *db, char **backup_path, GError **error);
gboolean rg_migrate_check (RgDb *db, GError **error);

G_END_DECLS
