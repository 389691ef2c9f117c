/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-picture-data.h"

/**
 * rg_picture_of:
 * @db: a connection
 * @owner_id: a customer or a product
 * @error: where to put what went wrong; having none is no error
 *
 * Returns: (transfer full) (nullable): its picture
 */
RgPicture *
rg_picture_of (RgDb *db, gint64 owner_id, GError **error)
{
  return (RgPicture *) rg_db_select_one (db, &rg_picture_type, error, "WHERE owner_id = ?", "i", owner_id);
}
