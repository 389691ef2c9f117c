/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-db-records.h"
#include "rg-setting.h"

G_BEGIN_DECLS

/* The settings on file; those that are not have their standard value. */

GPtrArray *rg_setting_list (RgDb *db, GError **error);
RgSetting *rg_setting_load (RgDb *db, const char *name, GError **error);

G_END_DECLS
