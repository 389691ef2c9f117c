/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-lookup.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/**
 * rg_lookup_customer:
 * @db: a connection
 * @number: a customer number
 * @error: where to put what went wrong; %RG_ERROR_NOT_FOUND when there is none
 *
 * Returns: (transfer full) (nullable): the customer
 */
RgCustomer *
rg_lookup_customer (RgDb *db, gint64 number, GError **error)
{
  g_autoptr (GError) local = NULL;
  RgRecord *record = rg_db_select_one (db, &rg_customer_type, &local, "WHERE number = ?", "i", number);

  if (!rg_error_propagate (error, &local) && record == NULL)
    g_set_error (error, RG_ERROR, RG_ERROR_NOT_FOUND, _ ("There is no customer %" PRId64 "."), number);
  return (RgCustomer *) record;
}

/**
 * rg_lookup_order:
 * @db: a connection
 * @number: an order number
 * @error: where to put what went wrong; %RG_ERROR_NOT_FOUND when there is none
 *
 * Returns: (transfer full) (nullable): the order
 */
RgOrder *
rg_lookup_order (RgDb *db, gint64 number, GError **error)
{
  g_autoptr (GError) local = NULL;
  RgRecord *record = rg_db_select_one (db, &rg_order_type, &local, "WHERE number = ?", "i", number);

  if (!rg_error_propagate (error, &local) && record == NULL)
    g_set_error (error, RG_ERROR, RG_ERROR_NOT_FOUND, _ ("There is no order %" PRId64 "."), number);
  return (RgOrder *) record;
}

/**
 * rg_lookup_product:
 * @db: a connection
 * @number: a product ID, or a barcode
 * @error: where to put what went wrong; %RG_ERROR_NOT_FOUND when there is none
 *
 * Returns: (transfer full) (nullable): the product
 */
RgProduct *
rg_lookup_product (RgDb *db, const char *number, GError **error)
{
  g_autoptr (GError) local = NULL;
  RgRecord *record = rg_db_select_one (db, &rg_product_type, &local, "WHERE number = ?", "t", number);

  if (record == NULL && local == NULL)
    record = rg_db_select_one (db, &rg_product_type, &local, "WHERE barcode = ?", "t", number);
  if (!rg_error_propagate (error, &local) && record == NULL)
    g_set_error (error, RG_ERROR, RG_ERROR_NOT_FOUND, _ ("There is no product “%s”."), number);
  return (RgProduct *) record;
}
