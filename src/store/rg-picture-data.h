/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-db-records.h"
#include "rg-picture.h"

G_BEGIN_DECLS

RgPicture *rg_picture_of (RgDb *db, gint64 owner_id, GError **error);

G_END_DECLS
