/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-figures-data.h"

#include "rg-ledger-data.h"
#include "rg-order.h"

G_DEFINE_FINAL_TYPE (RgFigures, rg_figures, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CURRENCY,
  PROP_PENDING,
  PROP_BALANCE,
  PROP_LIFETIME,
  PROP_N_ORDERS,
  PROP_N_PURCHASES,
  PROP_N_COMPLETE,
  PROP_AVERAGE,
  PROP_LAST_PURCHASE,
  PROP_NEXT_DELIVERY,
  PROP_NEXT_ROUTE,
  PROP_N_SCORED,
  PROP_N_SCORED_PAID,
  PROP_SCORE,
  PROP_DAYS_BETWEEN,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
rg_figures_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RgFigures *self = RG_FIGURES (object);

  switch (prop_id)
    {
    case PROP_CURRENCY:
      g_value_set_string (value, self->currency);
      break;
    case PROP_PENDING:
      g_value_set_int64 (value, self->pending);
      break;
    case PROP_BALANCE:
      g_value_set_int64 (value, self->balance);
      break;
    case PROP_LIFETIME:
      g_value_set_int64 (value, self->lifetime);
      break;
    case PROP_N_ORDERS:
      g_value_set_int64 (value, self->n_orders);
      break;
    case PROP_N_PURCHASES:
      g_value_set_int64 (value, self->n_purchases);
      break;
    case PROP_N_COMPLETE:
      g_value_set_int64 (value, self->n_complete);
      break;
    case PROP_AVERAGE:
      g_value_set_int64 (value, self->average);
      break;
    case PROP_LAST_PURCHASE:
      g_value_set_uint (value, self->last_purchase);
      break;
    case PROP_NEXT_DELIVERY:
      g_value_set_uint (value, self->next_delivery);
      break;
    case PROP_NEXT_ROUTE:
      g_value_set_string (value, self->next_route);
      break;
    case PROP_N_SCORED:
      g_value_set_int64 (value, self->n_scored);
      break;
    case PROP_N_SCORED_PAID:
      g_value_set_int64 (value, self->n_scored_paid);
      break;
    case PROP_SCORE:
      g_value_set_int64 (value, self->score);
      break;
    case PROP_DAYS_BETWEEN:
      g_value_set_int64 (value, self->days_between);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rg_figures_finalize (GObject *object)
{
  RgFigures *self = RG_FIGURES (object);

  g_free (self->currency);
  g_free (self->next_route);

  G_OBJECT_CLASS (rg_figures_parent_class)->finalize (object);
}

static void
rg_figures_init (RgFigures *self)
{
}

static void
rg_figures_class_init (RgFiguresClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  static const struct
  {
    guint id;
    const char *name;
  } numbers[] = {
    { PROP_PENDING, "pending" },
    { PROP_BALANCE, "balance" },
    { PROP_LIFETIME, "lifetime" },
    { PROP_N_ORDERS, "n-orders" },
    { PROP_N_PURCHASES, "n-purchases" },
    { PROP_N_COMPLETE, "n-complete" },
    { PROP_AVERAGE, "average" },
    { PROP_DAYS_BETWEEN, "days-between" },
    { PROP_N_SCORED, "n-scored" },
    { PROP_N_SCORED_PAID, "n-scored-paid" },
    { PROP_SCORE, "score" },
  };

  object_class->get_property = rg_figures_get_property;
  object_class->finalize = rg_figures_finalize;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    props[numbers[i].id] = g_param_spec_int64 (numbers[i].name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  props[PROP_CURRENCY] = g_param_spec_string ("currency", NULL, NULL, NULL, flags);
  props[PROP_LAST_PURCHASE] = g_param_spec_uint ("last-purchase", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_NEXT_DELIVERY] = g_param_spec_uint ("next-delivery", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_NEXT_ROUTE] = g_param_spec_string ("next-route", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

/* How reliably the customer pays. */
static gboolean
read_score (RgFigures *self, RgDb *db, gint64 customer_id, GError **error)
{
  g_autoptr (RgQuery) query = rg_db_query (
    db, error,
    "SELECT count (*), coalesce (sum (payment_status = 'paid'), 0) FROM (SELECT payment_status FROM orders "
    "WHERE customer_id = ? AND currency = ? AND status = 'complete' AND payment_status <> 'refunded' "
    "ORDER BY delivery_day DESC, id DESC LIMIT ?)",
    "iti", customer_id, self->currency, (gint64) RG_SCORED_ORDERS);

  if (query == NULL || !rg_query_next (query, error))
    return FALSE;
  self->n_scored = rg_query_int (query, 0);
  self->n_scored_paid = rg_query_int (query, 1);
  self->score = self->n_scored > 0 ? self->n_scored_paid * 100 / self->n_scored : -1;
  return TRUE;
}

/* What the orders add up to; @first gets the delivery day of the oldest purchase. */
static gboolean
read_totals (RgFigures *self, RgDb *db, gint64 customer_id, RgDay *first, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (RgQuery) query = rg_db_query (
    db, error,
    "SELECT count (*), "
    "coalesce (sum (CASE WHEN currency = ?2 AND status <> 'cancelled' AND payment_status IN ('unpaid', 'part-paid') "
    "THEN max (total - paid, 0) END), 0), "
    "coalesce (sum (CASE WHEN currency = ?2 AND status = 'complete' AND payment_status <> 'refunded' "
    "THEN total END), 0), "
    "count (CASE WHEN currency = ?2 AND status = 'complete' AND payment_status <> 'refunded' THEN 1 END), "
    "count (CASE WHEN status = 'complete' AND payment_status <> 'refunded' THEN 1 END), "
    "min (CASE WHEN status = 'complete' AND payment_status <> 'refunded' THEN delivery_day END), "
    "max (CASE WHEN status = 'complete' AND payment_status <> 'refunded' THEN delivery_day END) "
    "FROM orders WHERE customer_id = ?1",
    "it", customer_id, self->currency);

  *first = 0;
  if (query == NULL)
    return FALSE;
  if (rg_query_next (query, &local))
    {
      self->n_orders = rg_query_int (query, 0);
      self->pending = rg_query_int (query, 1);
      self->lifetime = rg_query_int (query, 2);
      self->n_complete = rg_query_int (query, 3);
      self->n_purchases = rg_query_int (query, 4);
      *first = rg_query_day (query, 5);
      self->last_purchase = rg_query_day (query, 6);
    }
  return !rg_error_propagate (error, &local);
}

static gboolean
read_next_delivery (RgFigures *self, RgDb *db, gint64 customer_id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (RgQuery) query = rg_db_query (db, error,
                                           "SELECT delivery_day, route FROM orders WHERE customer_id = ? "
                                           "AND status IN ('new', 'open', 'pending') AND delivery_day IS NOT NULL "
                                           "ORDER BY delivery_day LIMIT 1",
                                           "i", customer_id);

  if (query == NULL)
    return FALSE;
  if (rg_query_next (query, &local))
    {
      self->next_delivery = rg_query_day (query, 0);
      self->next_route = g_strdup (rg_query_text (query, 1));
    }
  return !rg_error_propagate (error, &local);
}

/**
 * rg_figures_read:
 * @db: a connection
 * @customer_id: a customer
 * @currency: ISO 4217: what the amounts are in
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the figures
 */
RgFigures *
rg_figures_read (RgDb *db, gint64 customer_id, const char *currency, GError **error)
{
  g_autoptr (RgFigures) self = g_object_new (RG_TYPE_FIGURES, NULL);
  RgDay first;

  self->currency = g_strdup (currency);
  if (!read_totals (self, db, customer_id, &first, error) || !read_next_delivery (self, db, customer_id, error)
      || !rg_ledger_read_balance (db, customer_id, currency, &self->balance, error)
      || !read_score (self, db, customer_id, error))
    return NULL;
  if (self->n_complete > 0)
    self->average = (self->lifetime + self->n_complete / 2) / self->n_complete;
  if (self->n_purchases > 1)
    self->days_between = (self->last_purchase - first) / (self->n_purchases - 1);
  return g_steal_pointer (&self);
}

/**
 * rg_figures_read_balances:
 * @db: a connection
 * @customer_id: a customer
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type RgFigures): the figures in every currency in which there are orders
 * or a balance
 */
GPtrArray *
rg_figures_read_balances (RgDb *db, gint64 customer_id, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) local = NULL;
  g_autoptr (RgQuery) query = rg_db_query (
    db, error,
    "SELECT currency FROM orders WHERE customer_id = ?1 UNION SELECT currency FROM balance WHERE customer_id = ?1", "i",
    customer_id);

  if (query == NULL)
    return NULL;
  while (rg_query_next (query, &local))
    {
      RgFigures *figures = rg_figures_read (db, customer_id, rg_query_text (query, 0), error);

      if (figures == NULL)
        return NULL;
      g_ptr_array_add (all, figures);
    }
  return rg_error_propagate (error, &local) ? NULL : g_steal_pointer (&all);
}

/**
 * rg_figure_orders:
 * @db: a connection
 * @customer_id: a customer
 * @currency: (nullable): ISO 4217; %NULL for every one
 * @which: which orders
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type RgOrder): the orders in @currency that a figure of
 * rg_figures_read() is made of; the unpaid ones with the oldest first, else the newest first
 */
GPtrArray *
rg_figure_orders (RgDb *db, gint64 customer_id, const char *currency, RgFigureOrders which, GError **error)
{
  static const char *const tails[] = {
    [RG_FIGURE_ORDERS_UNPAID]
    = "WHERE customer_id = ?1 AND currency = coalesce (?2, currency) AND status <> 'cancelled' "
      "AND payment_status IN ('unpaid', 'part-paid') AND total > paid ORDER BY delivery_day, id LIMIT ?3",
    [RG_FIGURE_ORDERS_COMPLETE]
    = "WHERE customer_id = ?1 AND currency = coalesce (?2, currency) AND status = 'complete' "
      "AND payment_status <> 'refunded' ORDER BY delivery_day DESC, id DESC LIMIT ?3",
    [RG_FIGURE_ORDERS_ALL] = "WHERE customer_id = ?1 AND currency = coalesce (?2, currency) ORDER BY id DESC LIMIT ?3",
  };
  RgFigureOrders tail = which == RG_FIGURE_ORDERS_SCORED ? RG_FIGURE_ORDERS_COMPLETE : which;

  return rg_db_select (db, &rg_order_type, error, tails[tail], "iti", customer_id, currency,
                       which == RG_FIGURE_ORDERS_SCORED ? (gint64) RG_SCORED_ORDERS : (gint64) -1);
}
