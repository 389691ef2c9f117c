/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-db-records.h"

G_BEGIN_DECLS

/* Loads of so many rows that each can't have a journal entry and an index of its own. */

gboolean rg_db_set_durable (RgDb *db, gboolean durable, GError **error);

gboolean rg_db_begin_batch (RgDb *db, GError **error);
gboolean rg_db_end_batch (RgDb *db, GError **error);

G_END_DECLS
