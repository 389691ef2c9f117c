/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-db-records.h"
#include "rg-staff.h"

G_BEGIN_DECLS

/* Who works at the desk. */

GPtrArray *rg_staff_list (RgDb *db, GError **error);
gboolean rg_staff_count (RgDb *db, gint64 *count, GError **error);
gboolean rg_staff_count_other_administrators (RgDb *db, gint64 staff_id, gint64 *count, GError **error);

G_END_DECLS
