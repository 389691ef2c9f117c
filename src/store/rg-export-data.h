/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-db-records.h"

G_BEGIN_DECLS

/* Reading all rows of a type, in the state the file is in at one moment. Notes in the trash are left out. */

gboolean rg_export_begin (RgDb *db, const RgRecordType *type, gint64 tag_id, gint64 *count, GError **error);
gboolean rg_export_end (RgDb *db, GError **error);
GPtrArray *rg_export_page (RgDb *db, const RgRecordType *type, gint64 tag_id, gint64 after, GError **error);
gboolean rg_export_read_name (RgDb *db, const char *type, gint64 id, char **name, GError **error);
gboolean rg_export_read_tags (RgDb *db, gint64 customer_id, char **tags, GError **error);

G_END_DECLS
