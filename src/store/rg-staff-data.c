/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-staff-data.h"

/**
 * rg_staff_list:
 * @db: a connection
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type RgStaff): everybody by name, those who left last
 */
GPtrArray *
rg_staff_list (RgDb *db, GError **error)
{
  return rg_db_select (db, &rg_staff_type, error, "ORDER BY left, name", "");
}

/**
 * rg_staff_count:
 * @db: a connection
 * @count: (out): how many there are, those who left included
 * @error: where to put what went wrong
 *
 * Returns: whether they could be counted
 */
gboolean
rg_staff_count (RgDb *db, gint64 *count, GError **error)
{
  return rg_db_get_int (db, count, error, "SELECT count (*) FROM staff", "");
}

/**
 * rg_staff_count_other_administrators:
 * @db: a connection
 * @staff_id: who is not counted
 * @count: (out): how many other System Administrators work here
 * @error: where to put what went wrong
 *
 * Returns: whether they could be counted
 */
gboolean
rg_staff_count_other_administrators (RgDb *db, gint64 staff_id, gint64 *count, GError **error)
{
  return rg_db_get_int (db, count, error,
                        "SELECT count (*) FROM staff WHERE role = 'system-administrator' AND left = 0 AND id <> ?", "i",
                        staff_id);
}
