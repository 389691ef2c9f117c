/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-import-data.h"

#include "rg-import-mapping.h"

/**
 * rg_import_find_customer:
 * @db: a connection
 * @external_id: (nullable): the key in the file it came from
 * @number: a customer number, or 0
 * @email: (nullable): an e-mail address
 * @error: where to put what went wrong
 *
 * The first of these that is given decides; the others are tried for those who have no such key.
 *
 * Returns: (transfer full) (nullable): the customer
 */
RgCustomer *
rg_import_find_customer (RgDb *db, const char *external_id, gint64 number, const char *email, GError **error)
{
  g_autoptr (GError) local = NULL;
  /* Most are new; an id is found sooner than a whole record. */
  gint64 id = rg_import_find_customer_id (db, external_id, number, &local);

  if (rg_error_propagate (error, &local))
    return NULL;
  if (id == 0 && email != NULL && number == 0
      && !rg_db_get_int (db, &id, error,
                         "SELECT id FROM customer WHERE email IS NOT NULL AND lower (email) = lower (?) "
                         "AND (external_id IS NULL OR ? IS NULL) LIMIT 1",
                         "tt", email, external_id))
    return NULL;
  return id != 0 ? (RgCustomer *) rg_db_load (db, &rg_customer_type, id, error) : NULL;
}

/**
 * rg_import_is_nobody_on_file:
 * @db: a connection
 * @nobody: (out): whether there is no customer yet
 * @error: where to put what went wrong
 *
 * Returns: whether that could be found out
 */
gboolean
rg_import_is_nobody_on_file (RgDb *db, gboolean *nobody, GError **error)
{
  gint64 any;

  if (!rg_db_get_int (db, &any, error, "SELECT EXISTS (SELECT 1 FROM customer)", ""))
    return FALSE;
  *nobody = any == 0;
  return TRUE;
}

/**
 * rg_import_find_customer_id:
 * @db: a connection
 * @external_id: (nullable): the key in the file it came from
 * @number: a customer number, or 0
 * @error: where to put what went wrong
 *
 * Returns: the customer; 0 when there is none, or with @error set
 */
gint64
rg_import_find_customer_id (RgDb *db, const char *external_id, gint64 number, GError **error)
{
  gint64 id = 0;

  if (external_id != NULL
      && !rg_db_get_int (db, &id, error, "SELECT id FROM customer WHERE external_id = ? LIMIT 1", "t", external_id))
    return 0;
  if (id == 0 && number != 0
      && !rg_db_get_int (db, &id, error, "SELECT id FROM customer WHERE number = ?", "i", number))
    return 0;
  return id;
}

/**
 * rg_import_find_product:
 * @db: a connection
 * @number: a product ID, or the key in the file it came from
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the product
 */
RgProduct *
rg_import_find_product (RgDb *db, const char *number, GError **error)
{
  g_autoptr (GError) local = NULL;
  RgRecord *record = rg_db_select_one (db, &rg_product_type, &local, "WHERE external_id = ? LIMIT 1", "t", number);

  if (record == NULL && local == NULL)
    record = rg_db_select_one (db, &rg_product_type, &local, "WHERE number = ?", "t", number);
  rg_error_propagate (error, &local);
  return (RgProduct *) record;
}

/**
 * rg_import_find_order:
 * @db: a connection
 * @external_id: (nullable): the key in the file it came from
 * @number: an order number, or 0; counts when there is no @external_id
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the order
 */
RgOrder *
rg_import_find_order (RgDb *db, const char *external_id, gint64 number, GError **error)
{
  if (external_id != NULL)
    return (RgOrder *) rg_db_select_one (db, &rg_order_type, error, "WHERE external_id = ? LIMIT 1", "t", external_id);
  return (RgOrder *) rg_db_select_one (db, &rg_order_type, error, "WHERE number = ?", "i", number);
}

/**
 * rg_import_find_line:
 * @db: a connection
 * @line: a line from a file
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the line on file for the same product at the same price, in the same
 *   position when the file tells it
 */
RgOrderLine *
rg_import_find_line (RgDb *db, RgOrderLine *line, GError **error)
{
  return (RgOrderLine *) rg_db_select_one (
    db, &rg_order_line_type, error,
    "WHERE order_id = ?1 AND product_id IS nullif (?2, 0) AND name = ?3 AND unit_price = ?4 AND discount = ?5 "
    "AND (?6 = 0 OR position = ?6) LIMIT 1",
    "iitiii", line->order_id, line->product_id, line->name, line->unit_price, line->discount, line->position);
}

/**
 * rg_import_is_order_number:
 * @db: a connection
 * @number: an order number
 * @taken: (out): whether an order has it
 * @error: where to put what went wrong
 *
 * Returns: whether that could be found out
 */
gboolean
rg_import_is_order_number (RgDb *db, gint64 number, gboolean *taken, GError **error)
{
  gint64 found;

  if (!rg_db_get_int (db, &found, error, "SELECT 1 FROM orders WHERE number = ?", "i", number))
    return FALSE;
  *taken = found != 0;
  return TRUE;
}

/**
 * rg_import_find_mapping:
 * @db: a connection
 * @kind: what is imported: "customers"
 * @name: a name
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the #RgImportMapping of that name
 */
RgRecord *
rg_import_find_mapping (RgDb *db, const char *kind, const char *name, GError **error)
{
  return rg_db_select_one (db, &rg_import_mapping_type, error, "WHERE kind = ? AND name = ?", "tt", kind, name);
}

/**
 * rg_import_list_mappings:
 * @db: a connection
 * @kind: what is imported: "customers"
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type RgImportMapping): the mappings that were saved
 */
GPtrArray *
rg_import_list_mappings (RgDb *db, const char *kind, GError **error)
{
  return rg_db_select (db, &rg_import_mapping_type, error, "WHERE kind = ? ORDER BY name", "t", kind);
}
