/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-order-data.h"

#include "rg-search.h"

G_DEFINE_FINAL_TYPE (RgOrderRow, rg_order_row, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ORDER,
  PROP_CUSTOMER,
  PROP_ADDRESS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
rg_order_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RgOrderRow *self = RG_ORDER_ROW (object);

  switch (prop_id)
    {
    case PROP_ORDER:
      g_value_set_object (value, self->order);
      break;
    case PROP_CUSTOMER:
      g_value_set_object (value, self->customer);
      break;
    case PROP_ADDRESS:
      g_value_set_object (value, self->address);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rg_order_row_finalize (GObject *object)
{
  RgOrderRow *self = RG_ORDER_ROW (object);

  g_clear_object (&self->order);
  g_clear_object (&self->customer);
  g_clear_object (&self->address);
  g_clear_pointer (&self->lines, g_ptr_array_unref);

  G_OBJECT_CLASS (rg_order_row_parent_class)->finalize (object);
}

static void
rg_order_row_init (RgOrderRow *self)
{
}

static void
rg_order_row_class_init (RgOrderRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = rg_order_row_get_property;
  object_class->finalize = rg_order_row_finalize;
  props[PROP_ORDER] = g_param_spec_object ("order", NULL, NULL, RG_TYPE_ORDER, flags);
  props[PROP_CUSTOMER] = g_param_spec_object ("customer", NULL, NULL, RG_TYPE_CUSTOMER, flags);
  props[PROP_ADDRESS] = g_param_spec_object ("address", NULL, NULL, RG_TYPE_ADDRESS, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

/**
 * rg_order_read_lines:
 * @db: a connection
 * @order_id: an order
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type RgOrderLine): its lines, by position
 */
GPtrArray *
rg_order_read_lines (RgDb *db, gint64 order_id, GError **error)
{
  return rg_db_select (db, &rg_order_line_type, error, "WHERE order_id = ? ORDER BY position, id", "i", order_id);
}

/**
 * rg_order_next_position:
 * @db: a connection
 * @order_id: an order
 * @position: (out): the place after its last line
 * @error: where to put what went wrong
 *
 * Returns: whether that could be found out
 */
gboolean
rg_order_next_position (RgDb *db, gint64 order_id, gint64 *position, GError **error)
{
  return rg_db_get_int (db, position, error,
                        "SELECT coalesce (max (position), 0) + 1 FROM order_line WHERE order_id = ?", "i", order_id);
}

static RgOrderRow *
make_row (RgDb *db, RgOrder *order, GError **error)
{
  g_autoptr (RgOrderRow) row = g_object_new (RG_TYPE_ORDER_ROW, NULL);

  row->order = g_object_ref (order);
  row->customer = (RgCustomer *) rg_db_load (db, &rg_customer_type, order->customer_id, error);
  return row->customer != NULL ? g_steal_pointer (&row) : NULL;
}

/**
 * rg_order_row_read:
 * @db: a connection
 * @order_id: an order
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the order with its customer, address and lines
 */
RgOrderRow *
rg_order_row_read (RgDb *db, gint64 order_id, GError **error)
{
  g_autoptr (RgOrder) order = (RgOrder *) rg_db_load (db, &rg_order_type, order_id, error);
  g_autoptr (RgOrderRow) row = order != NULL ? make_row (db, order, error) : NULL;

  if (row == NULL)
    return NULL;
  if (order->address_id != 0)
    row->address = (RgAddress *) rg_db_load (db, &rg_address_type, order->address_id, error);
  if (order->address_id == 0 || row->address != NULL)
    row->lines = rg_order_read_lines (db, order_id, error);
  return row->lines != NULL ? g_steal_pointer (&row) : NULL;
}

/* Each combination of conditions is its own SQL text, so that each is prepared once and finds its index. Every text has
 * all the values, numbered. */
static char *
make_tail (const RgOrderFilter *filter, const char *end)
{
  GString *tail = g_string_new ("WHERE ?1 = ?1 AND ?2 = ?2 AND ?3 IS ?3 AND ?4 IS ?4 AND ?5 = ?5 AND ?7 IS ?7");

  if (filter->customer_id != 0)
    g_string_append (tail, " AND customer_id = ?1");
  if (filter->number != 0)
    g_string_append (tail, " AND number = ?2");
  if (filter->from != 0)
    g_string_append (tail, " AND delivery_day >= ?3");
  if (filter->to != 0)
    g_string_append (tail, " AND delivery_day <= ?4");
  if (filter->before != 0)
    g_string_append (tail, " AND id < ?5");
  if (filter->customers != NULL)
    g_string_append (tail, " AND customer_id IN (SELECT value FROM json_each (?7))");
  if (filter->statuses != 0)
    {
      const char *separator = "";

      g_string_append (tail, " AND status IN (");
      for (guint i = 0; i < rg_order_status_words.n_words; i++)
        if ((filter->statuses & (1u << i)) != 0)
          {
            g_string_append_printf (tail, "%s'%s'", separator, rg_words_get (&rg_order_status_words, i));
            separator = ", ";
          }
      g_string_append_c (tail, ')');
    }
  g_string_append (tail, end);
  return g_string_free (tail, FALSE);
}

/**
 * rg_orders_find_customers:
 * @db: a connection
 * @text: what was typed: a name, a phone number …
 * @at_most: how many customers at most, those who were active last
 * @more: (out): whether there are more of them
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the customers that a search for @text finds, for #RgOrderFilter
 */
char *
rg_orders_find_customers (RgDb *db, const char *text, guint at_most, gboolean *more, GError **error)
{
  g_autoptr (RgCustomerFilter) filter = g_object_new (RG_TYPE_CUSTOMER_FILTER, "text", text, NULL);
  g_autoptr (GString) ids = g_string_new ("[");
  g_autoptr (GPtrArray) customers = NULL;

  filter->any_status = TRUE;
  customers = rg_search_page (db, filter, 0, 0, at_most + 1, error);
  if (customers == NULL)
    return NULL;
  *more = customers->len > at_most;
  for (guint i = 0; i < MIN (customers->len, at_most); i++)
    g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", rg_record_get_id (customers->pdata[i]));
  g_string_append_c (ids, ']');
  return g_string_free_and_steal (g_steal_pointer (&ids));
}

/**
 * rg_orders_read:
 * @db: a connection
 * @filter: which
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type RgOrderRow): the orders with their customers, newest first
 */
GPtrArray *
rg_orders_read (RgDb *db, const RgOrderFilter *filter, GError **error)
{
  /* The orders of some customers are looked up customer by customer, not by walking down all orders. */
  g_autofree char *tail
    = make_tail (filter, filter->customers != NULL ? " ORDER BY +id DESC LIMIT ?6" : " ORDER BY id DESC LIMIT ?6");
  g_autoptr (GPtrArray) orders
    = rg_db_select (db, &rg_order_type, error, tail, "iiddiit", filter->customer_id, filter->number, filter->from,
                    filter->to, filter->before, (gint64) filter->limit, filter->customers);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  if (orders == NULL)
    return NULL;
  for (guint i = 0; i < orders->len; i++)
    {
      RgOrderRow *row = make_row (db, orders->pdata[i], error);

      if (row == NULL)
        return NULL;
      g_ptr_array_add (rows, row);
    }
  return g_steal_pointer (&rows);
}

/**
 * rg_orders_count:
 * @db: a connection
 * @filter: which; its page does not matter
 * @at_most: where to stop counting
 * @count: (out): how many there are
 * @error: where to put what went wrong
 *
 * Returns: whether they could be counted
 */
gboolean
rg_orders_count (RgDb *db, const RgOrderFilter *filter, gint64 at_most, gint64 *count, GError **error)
{
  RgOrderFilter all = *filter;
  g_autofree char *tail = NULL;
  g_autofree char *sql = NULL;

  all.before = 0;
  tail = make_tail (&all, " LIMIT ?6");
  sql = g_strconcat ("SELECT count (*) FROM (SELECT 1 FROM orders ", tail, ")", NULL);
  return rg_db_get_int (db, count, error, sql, "iiddiit", all.customer_id, all.number, all.from, all.to, all.before,
                        at_most, all.customers);
}

/**
 * rg_orders_open:
 * @db: a connection
 * @customer_id: a customer
 * @limit: how many at most
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type RgOrder): the orders still to be packed, the next delivery first
 */
GPtrArray *
rg_orders_open (RgDb *db, gint64 customer_id, guint limit, GError **error)
{
  return rg_db_select (
    db, &rg_order_type, error,
    "WHERE customer_id = ? AND status IN ('new', 'open', 'pending') ORDER BY delivery_day, id LIMIT ?", "ii",
    customer_id, (gint64) limit);
}

/**
 * rg_orders_between:
 * @db: a connection
 * @customer_id: a customer
 * @from: a day
 * @to: a later day
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type RgOrder): the orders that are delivered within these days, except
 *   cancelled ones
 */
GPtrArray *
rg_orders_between (RgDb *db, gint64 customer_id, RgDay from, RgDay to, GError **error)
{
  return rg_db_select (db, &rg_order_type, error,
                       "WHERE customer_id = ? AND delivery_day BETWEEN ? AND ? AND status <> 'cancelled' "
                       "ORDER BY delivery_day, id",
                       "idd", customer_id, from, to);
}

/**
 * rg_orders_next_day:
 * @db: a connection
 * @customer_id: a customer
 * @today: what day it is
 * @day: (out): when the next order would be delivered
 * @error: where to put what went wrong
 *
 * The customer's last two deliveries tell how many days apart they are; the next one is that many days after the last,
 * but after today. With fewer deliveries, or ones more than five weeks apart, it is whole weeks; without any, a week
 * from today.
 *
 * Returns: whether it could be found
 */
gboolean
rg_orders_next_day (RgDb *db, gint64 customer_id, RgDay today, RgDay *day, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (RgQuery) query
    = rg_db_query (db, error,
                   "SELECT DISTINCT delivery_day FROM orders WHERE customer_id = ? AND delivery_day IS NOT NULL "
                   "AND status <> 'cancelled' ORDER BY delivery_day DESC LIMIT 2",
                   "i", customer_id);
  RgDay last = 0, before = 0, step = 7;

  if (query == NULL)
    return FALSE;
  if (rg_query_next (query, &local))
    last = rg_query_day (query, 0);
  if (last != 0 && rg_query_next (query, &local))
    before = rg_query_day (query, 0);
  if (rg_error_propagate (error, &local))
    return FALSE;
  if (before != 0 && last - before <= 35)
    step = last - before;
  if (last == 0)
    last = today;
  *day = last + step;
  if (*day <= today)
    *day += ((today - *day) / step + 1) * step;
  return TRUE;
}

/**
 * rg_order_find_line:
 * @db: a connection
 * @order_id: an order
 * @product_id: a product
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the first line with that product; %NULL, without an error, when there is none
 */
RgOrderLine *
rg_order_find_line (RgDb *db, gint64 order_id, gint64 product_id, GError **error)
{
  return (RgOrderLine *) rg_db_select_one (db, &rg_order_line_type, error,
                                           "WHERE order_id = ? AND product_id = ? ORDER BY position, id LIMIT 1", "ii",
                                           order_id, product_id);
}

/**
 * rg_order_next_number:
 * @db: a connection in a transaction
 * @number: (out): the number of the next order, as people see it
 * @error: where to put what went wrong
 *
 * Returns: whether there is one
 */
gboolean
rg_order_next_number (RgDb *db, gint64 *number, GError **error)
{
  return rg_db_get_int (db, number, error, "SELECT coalesce (max (number), 20000) + 1 FROM orders", "");
}
