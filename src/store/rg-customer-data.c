/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer-data.h"

#include "rg-customer.h"
#include "rg-ledger-data.h"
#include "rg-phone.h"
#include "rg-search-words.h"
#include "rg-text.h"

/* Shorter numbers are extensions, which many share. */
#define MIN_SAME_PHONE 6

/* Of those who share a postcode so many are looked at. */
#define MAX_NEIGHBOURS 500

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

/**
 * rg_customer_rows:
 * @db: a connection
 * @type: a record type that has a customer_id
 * @customer_id: a customer
 * @limit: how many at most; 0 for all
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type RgRecord): the customer's records of @type, newest first
 */
GPtrArray *
rg_customer_rows (RgDb *db, const RgRecordType *type, gint64 customer_id, guint limit, GError **error)
{
  return rg_db_select (db, type, error, "WHERE customer_id = ? ORDER BY id DESC LIMIT ?", "ii", customer_id,
                       limit > 0 ? (gint64) limit : (gint64) -1);
}

/**
 * rg_customer_count:
 * @db: a connection
 * @type: a record type that has a customer_id
 * @customer_id: a customer
 * @count: (out): how many records of @type the customer has
 * @error: where to put what went wrong
 *
 * Returns: whether they could be counted
 */
gboolean
rg_customer_count (RgDb *db, const RgRecordType *type, gint64 customer_id, gint64 *count, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE customer_id = ?", type->table);

  return rg_db_get_int (db, count, error, sql, "i", customer_id);
}

/* The question for a telephone number from its first digit to its last, in whatever notation; %NULL when it is too
 * short to tell anybody apart. */
static char *
make_phone_match (const char *phone)
{
  g_auto (GStrv) tokens = rg_phone_index_tokens (phone);
  g_autoptr (GString) match = g_string_new (NULL);

  for (guint i = 0; tokens[i] != NULL; i++)
    if (strlen (tokens[i]) >= MIN_SAME_PHONE && g_ascii_isdigit (tokens[i][0]))
      g_string_append_printf (match, "%s\"%s\" OR \"" RG_SEARCH_INACTIVE "%s\"", match->len > 0 ? " OR " : "",
                              tokens[i], tokens[i]);
  return match->len > 0 ? g_string_free_and_steal (g_steal_pointer (&match)) : NULL;
}

static gboolean
add_same_phone (RgDb *db, const char *phone, GPtrArray *found, GError **error)
{
  g_autofree char *match = make_phone_match (phone);
  g_autoptr (GPtrArray) rows = NULL;

  if (match == NULL)
    return TRUE;
  rows = rg_db_select (db, &rg_customer_type, error,
                       "WHERE place IN (SELECT rowid FROM customer_search WHERE customer_search MATCH ? "
                       "ORDER BY rowid LIMIT ?) ORDER BY place",
                       "ti", match, (gint64) RG_MAX_SAME);
  if (rows == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (found, g_steal_pointer (&rows));
  return TRUE;
}

static gboolean
has_phone (RgDb *db, const char *phone, gint64 *found, GError **error)
{
  g_autofree char *match = phone != NULL ? make_phone_match (phone) : NULL;

  *found = 0;
  return match == NULL
         || rg_db_get_int (db, found, error, "SELECT 1 FROM customer_search WHERE customer_search MATCH ? LIMIT 1", "t",
                           match);
}

/* Whether somebody of the name of @customer lives where @postcode is. */
static gboolean
has_neighbour (RgDb *db, RgCustomer *customer, const char *postcode, gint64 *found, GError **error)
{
  g_autofree char *name = rg_customer_dup_display_name (customer);
  g_autofree char *folded = rg_text_fold (name);
  g_autoptr (GPtrArray) rows = NULL;

  *found = 0;
  if (postcode == NULL || *folded == '\0')
    return TRUE;
  rows = rg_db_select (db, &rg_customer_type, error,
                       "WHERE id IN (SELECT customer_id FROM address WHERE postcode = ?) LIMIT ?", "ti", postcode,
                       (gint64) MAX_NEIGHBOURS);
  for (guint i = 0; rows != NULL && i < rows->len && *found == 0; i++)
    {
      g_autofree char *other = rg_customer_dup_display_name (rows->pdata[i]);
      g_autofree char *other_folded = rg_text_fold (other);

      *found = g_str_equal (folded, other_folded);
    }
  return rows != NULL;
}

/**
 * rg_customer_has_similar:
 * @db: a connection
 * @customer: somebody who is not on file
 * @postcode: (nullable): of their address
 * @similar: (out): whether somebody is on file who may be the same
 * @error: where to put what went wrong
 *
 * Similar are those with the same e-mail address, the same telephone number, or the same name and postcode.
 *
 * Returns: whether that could be found out
 */
gboolean
rg_customer_has_similar (RgDb *db, RgCustomer *customer, const char *postcode, gboolean *similar, GError **error)
{
  gint64 found = 0;

  if ((customer->email != NULL
       && !rg_db_get_int (db, &found, error,
                          "SELECT 1 FROM customer WHERE lower (email) = lower (?) AND email IS NOT NULL LIMIT 1", "t",
                          customer->email))
      || (found == 0 && !has_phone (db, customer->phone, &found, error))
      || (found == 0 && !has_phone (db, customer->work_phone, &found, error))
      || (found == 0 && !has_neighbour (db, customer, postcode, &found, error)))
    return FALSE;
  *similar = found != 0;
  return TRUE;
}

/**
 * rg_customer_find_same:
 * @db: a connection
 * @email: (nullable): an e-mail address
 * @phone: (nullable): a telephone number in any notation
 * @except: the customer who is being edited; 0 for none
 * @error: where to put what went wrong
 *
 * Who is on file already with this e-mail address or telephone number, whatever their status.
 *
 * Returns: (transfer full) (nullable) (element-type RgCustomer): at most %RG_MAX_SAME customers
 */
GPtrArray *
rg_customer_find_same (RgDb *db, const char *email, const char *phone, gint64 except, GError **error)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree char *address = g_strstrip (g_strdup (email != NULL ? email : ""));

  if (*address != '\0')
    found = rg_db_select (db, &rg_customer_type, error,
                          "WHERE lower (email) = lower (?) AND email IS NOT NULL ORDER BY place LIMIT ?", "ti", address,
                          (gint64) RG_MAX_SAME);
  else
    found = g_ptr_array_new_with_free_func (g_object_unref);
  if (found == NULL || (phone != NULL && !add_same_phone (db, phone, found, error)))
    return NULL;
  for (guint i = 0; i < found->len;)
    {
      gint64 id = rg_record_get_id (found->pdata[i]);

      if (id == except || g_hash_table_contains (seen, &id) || i >= RG_MAX_SAME)
        {
          g_ptr_array_remove_index (found, i);
          continue;
        }
      g_hash_table_add (seen, g_memdup2 (&id, sizeof id));
      i++;
    }
  return g_steal_pointer (&found);
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
  g_autoptr (GError) local = NULL;
  RgDay first = 0;

  self->currency = g_strdup (currency);
  {
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
      "it", customer_id, currency);

    if (query == NULL)
      return NULL;
    if (rg_query_next (query, &local))
      {
        self->n_orders = rg_query_int (query, 0);
        self->pending = rg_query_int (query, 1);
        self->lifetime = rg_query_int (query, 2);
        self->n_complete = rg_query_int (query, 3);
        self->n_purchases = rg_query_int (query, 4);
        first = rg_query_day (query, 5);
        self->last_purchase = rg_query_day (query, 6);
      }
  }
  if (local == NULL)
    {
      g_autoptr (RgQuery) query = rg_db_query (db, error,
                                               "SELECT delivery_day, route FROM orders WHERE customer_id = ? "
                                               "AND status IN ('new', 'open', 'pending') AND delivery_day IS NOT NULL "
                                               "ORDER BY delivery_day LIMIT 1",
                                               "i", customer_id);

      if (query == NULL)
        return NULL;
      if (rg_query_next (query, &local))
        {
          self->next_delivery = rg_query_day (query, 0);
          self->next_route = g_strdup (rg_query_text (query, 1));
        }
    }
  if (rg_error_propagate (error, &local))
    return NULL;
  if (!rg_ledger_read_balance (db, customer_id, currency, &self->balance, error)
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
