/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-address-data.h"

#include "rg-order.h"

/**
 * rg_address_dup_usual_city:
 * @db: a connection
 * @country: ISO 3166 alpha-2
 * @postcode: a ZIP code there
 * @except: the address that is being looked at; 0 for none
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the city that other addresses on file have with this ZIP code, if any; %NULL
 * also on an error
 */
char *
rg_address_dup_usual_city (RgDb *db, const char *country, const char *postcode, gint64 except, GError **error)
{
  g_autoptr (RgQuery) query
    = rg_db_query (db, error,
                   "SELECT city FROM address WHERE postcode = ? AND country = ? AND id <> ? AND city IS NOT NULL "
                   "GROUP BY lower (city) ORDER BY count (*) DESC, max (verified_at) DESC LIMIT 1",
                   "tti", postcode, country, except);

  if (query == NULL || !rg_query_next (query, error))
    return NULL;
  return g_strdup (rg_query_text (query, 0));
}

/**
 * rg_address_orders:
 * @db: a connection
 * @address_id: an address
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type RgOrder): the orders that go there
 */
GPtrArray *
rg_address_orders (RgDb *db, gint64 address_id, GError **error)
{
  return rg_db_select (db, &rg_order_type, error, "WHERE address_id = ? ORDER BY id", "i", address_id);
}

/**
 * rg_address_primary:
 * @db: a connection
 * @customer_id: a customer
 * @except: an address that does not count; 0 for none
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the primary address of the customer; %NULL, without an error, when there is none
 */
RgAddress *
rg_address_primary (RgDb *db, gint64 customer_id, gint64 except, GError **error)
{
  return (RgAddress *) rg_db_select_one (
    db, &rg_address_type, error, "WHERE customer_id = ? AND is_primary = 1 AND id <> ?", "ii", customer_id, except);
}

/**
 * rg_address_newest:
 * @db: a connection
 * @customer_id: a customer
 * @except: an address that does not count; 0 for none
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the newest address of the customer; %NULL, without an error, when there is none
 */
RgAddress *
rg_address_newest (RgDb *db, gint64 customer_id, gint64 except, GError **error)
{
  return (RgAddress *) rg_db_select_one (db, &rg_address_type, error,
                                         "WHERE customer_id = ? AND id <> ? ORDER BY id DESC LIMIT 1", "ii",
                                         customer_id, except);
}

/**
 * rg_address_for_delivery:
 * @db: a connection
 * @customer_id: a customer
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the primary address if things are shipped there, else another shipping address,
 *   else the primary one; %NULL, without an error, when there is none
 */
RgAddress *
rg_address_for_delivery (RgDb *db, gint64 customer_id, GError **error)
{
  return (RgAddress *) rg_db_select_one (db, &rg_address_type, error,
                                         "WHERE customer_id = ? AND (kind = 'shipping' OR is_primary = 1) "
                                         "ORDER BY kind = 'shipping' DESC, is_primary DESC, id LIMIT 1",
                                         "i", customer_id);
}
