/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-payment-method-data.h"

/**
 * rg_payment_method_primary:
 * @db: a connection
 * @customer_id: a customer
 * @except: a payment method that does not count; 0 for none
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): how the customer pays; %NULL, without an error, when that is not on file
 */
RgPaymentMethod *
rg_payment_method_primary (RgDb *db, gint64 customer_id, gint64 except, GError **error)
{
  return (RgPaymentMethod *) rg_db_select_one (db, &rg_payment_method_type, error,
                                               "WHERE customer_id = ? AND is_primary = 1 AND id <> ?", "ii",
                                               customer_id, except);
}

/**
 * rg_payment_method_newest:
 * @db: a connection
 * @customer_id: a customer
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the newest payment method of the customer; %NULL, without an error, when there
 *   is none
 */
RgPaymentMethod *
rg_payment_method_newest (RgDb *db, gint64 customer_id, GError **error)
{
  return (RgPaymentMethod *) rg_db_select_one (db, &rg_payment_method_type, error,
                                               "WHERE customer_id = ? ORDER BY id DESC LIMIT 1", "i", customer_id);
}
