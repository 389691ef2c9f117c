/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-db-records.h"

G_BEGIN_DECLS

gboolean rg_file_look_newest_time (RgDb *db, gint64 *time, GError **error);
gboolean rg_file_look_at_ids (RgDb *db, GError **error);

G_END_DECLS
