/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-setting-data.h"

/**
 * rg_setting_list:
 * @db: a connection
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type RgSetting): the settings that are not standard
 */
GPtrArray *
rg_setting_list (RgDb *db, GError **error)
{
  return rg_db_select (db, &rg_setting_type, error, "", "");
}

/**
 * rg_setting_load:
 * @db: a connection
 * @name: the name of a setting
 * @error: where to put what went wrong; not being on file is no error
 *
 * Returns: (transfer full) (nullable): the setting on file
 */
RgSetting *
rg_setting_load (RgDb *db, const char *name, GError **error)
{
  return (RgSetting *) rg_db_select_one (db, &rg_setting_type, error, "WHERE name = ?", "t", name);
}
