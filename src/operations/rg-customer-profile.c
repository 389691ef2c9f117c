/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer-profile.h"

#include "rg-future.h"
#include "rg-profile-load.h"
#include "rg-records.h"

/* The view-model of one customer: the record, its live lists, its figures. Views have one property, this, and bind to
 * it. It hears of every commit and reads anew what the commit touched; records that stay keep their object, so that
 * what is bound to them does not blink. */

struct _RgCustomerProfile
{
  GObject parent_instance;

  RgDesk *desk;
  RgCustomer *customer;
  RgFigures *figures;
  RgPicture *picture;
  GListStore *figures_list; /* one RgFigures a currency */
  GListStore *stores[RG_N_PROFILE_LISTS];
  GHashTable *products;      /* id → RgProduct of the cart and the recurring items */
  GHashTable *tag_names;     /* id → name */
  GHashTable *order_numbers; /* id → number of the orders in the ledger */
  gint64 customer_id;
  guint n_orders; /* how many are loaded at most */
  gint64 total_orders;
  guint serial; /* of the newest load */
};

G_DEFINE_FINAL_TYPE (RgCustomerProfile, rg_customer_profile, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DESK,
  PROP_CUSTOMER,
  PROP_FIGURES,
  PROP_PICTURE,
  PROP_ALL_FIGURES,
  PROP_HAS_MORE_ORDERS,
  PROP_LISTS,
  N_PROPS = PROP_LISTS + RG_N_PROFILE_LISTS
};

enum
{
  SIGNAL_LOADED,
  SIGNAL_GONE,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

/* Makes the list equal to the rows with as few changes as can be, keeping the objects of records that stay. */
static void
merge (GListStore *store, GPtrArray *rows)
{
  GListModel *model = G_LIST_MODEL (store);
  g_autoptr (GHashTable) old = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  guint n = g_list_model_get_n_items (model);
  guint first = 0, last = 0;

  for (guint i = 0; i < n; i++)
    {
      RgRecord *record = g_list_model_get_item (model, i);
      gint64 id = rg_record_get_id (record);

      g_hash_table_insert (old, g_memdup2 (&id, sizeof id), record);
    }
  for (guint i = 0; i < rows->len; i++)
    {
      gint64 id = rg_record_get_id (rows->pdata[i]);
      RgRecord *known = g_hash_table_lookup (old, &id);

      if (known != NULL)
        {
          rg_record_assign (known, rows->pdata[i]);
          g_object_unref (rows->pdata[i]);
          rows->pdata[i] = g_object_ref (known);
        }
    }

  /* What is the same at both ends stays; the middle is replaced. */
  while (first < MIN (n, rows->len))
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, first);

      if (item != rows->pdata[first])
        break;
      first++;
    }
  while (last < MIN (n, rows->len) - first)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, n - 1 - last);

      if (item != rows->pdata[rows->len - 1 - last])
        break;
      last++;
    }
  if (n - first - last > 0 || rows->len - first - last > 0)
    g_list_store_splice (store, first, n - first - last, rows->pdata + first, rows->len - first - last);
}

static void
take_load (RgCustomerProfile *self, RgProfileLoad *load)
{
  gboolean same = self->customer != NULL
                  && rg_record_get_id (RG_RECORD (self->customer)) == rg_record_get_id (RG_RECORD (load->customer));

  g_object_freeze_notify (G_OBJECT (self));
  g_clear_pointer (&self->products, g_hash_table_unref);
  self->products = g_steal_pointer (&load->products);
  g_clear_pointer (&self->tag_names, g_hash_table_unref);
  self->tag_names = g_steal_pointer (&load->tag_names);
  g_clear_pointer (&self->order_numbers, g_hash_table_unref);
  self->order_numbers = g_steal_pointer (&load->order_numbers);
  self->total_orders = load->total_orders;

  if (same)
    rg_record_assign (RG_RECORD (self->customer), RG_RECORD (load->customer));
  else if (g_set_object (&self->customer, load->customer))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CUSTOMER]);
  for (guint i = 0; i < RG_N_PROFILE_LISTS; i++)
    merge (self->stores[i], load->rows[i]);
  g_set_object (&self->figures, load->figures);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FIGURES]);
  if (self->picture != NULL || load->picture != NULL)
    {
      g_set_object (&self->picture, load->picture);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PICTURE]);
    }
  g_list_store_splice (self->figures_list, 0, g_list_model_get_n_items (G_LIST_MODEL (self->figures_list)),
                       load->all_figures->pdata, load->all_figures->len);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HAS_MORE_ORDERS]);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

static gboolean
is_shown (RgCustomerProfile *self)
{
  return self->customer != NULL && rg_record_get_id (RG_RECORD (self->customer)) == self->customer_id;
}

static DexFuture *
load_fiber (gpointer self_pointer, gpointer data)
{
  RgCustomerProfile *self = self_pointer;
  guint serial = ++self->serial;
  RgProfileLoad *load = g_new0 (RgProfileLoad, 1);
  g_autoptr (GError) error = NULL;

  load->customer_id = self->customer_id;
  load->n_orders = self->n_orders;
  if (!dex_await (rg_desk_read (self->desk, rg_profile_load_read, load, NULL), &error))
    {
      gboolean gone = g_error_matches (error, RG_ERROR, RG_ERROR_NOT_FOUND) && is_shown (self)
                      && load->customer_id == self->customer_id;

      rg_profile_load_free (load);
      if (!gone)
        return dex_future_new_for_error (g_steal_pointer (&error));
      g_signal_emit (self, signals[SIGNAL_GONE], 0);
      return NULL;
    }
  if (serial == self->serial || (load->customer_id == self->customer_id && !is_shown (self)))
    take_load (self, load);
  rg_profile_load_free (load);
  return NULL;
}

static void
on_desk_changed (RgDesk *desk, GArray *changes, RgCustomerProfile *self)
{
  gboolean ours = changes == NULL;

  if (self->customer_id == 0)
    return;
  for (guint i = 0; changes != NULL && i < changes->len && !ours; i++)
    {
      RgChange *change = &g_array_index (changes, RgChange, i);

      ours = change->customer_id == self->customer_id || change->customer_id == 0;
    }
  if (ours)
    rg_future_disown (rg_customer_profile_refresh (self), "RgCustomerProfile refresh");
}

/* Somebody else may do other things: all that is shown asks again what. */
static void
on_staff_changed (RgCustomerProfile *self)
{
  if (!is_shown (self))
    return;
  for (guint i = 0; i < RG_N_PROFILE_LISTS; i++)
    {
      guint n = g_list_model_get_n_items (G_LIST_MODEL (self->stores[i]));

      g_list_model_items_changed (G_LIST_MODEL (self->stores[i]), 0, n, n);
    }
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

static void
rg_customer_profile_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RgCustomerProfile *self = RG_CUSTOMER_PROFILE (object);

  switch (prop_id)
    {
    case PROP_DESK:
      g_value_set_object (value, self->desk);
      break;
    case PROP_CUSTOMER:
      g_value_set_object (value, self->customer);
      break;
    case PROP_FIGURES:
      g_value_set_object (value, self->figures);
      break;
    case PROP_PICTURE:
      g_value_set_object (value, self->picture);
      break;
    case PROP_ALL_FIGURES:
      g_value_set_object (value, self->figures_list);
      break;
    case PROP_HAS_MORE_ORDERS:
      g_value_set_boolean (value, self->total_orders
                                    > g_list_model_get_n_items (G_LIST_MODEL (self->stores[RG_PROFILE_ORDERS])));
      break;
    default:
      g_value_set_object (value, self->stores[prop_id - PROP_LISTS]);
    }
}

static void
rg_customer_profile_finalize (GObject *object)
{
  RgCustomerProfile *self = RG_CUSTOMER_PROFILE (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->customer);
  g_clear_object (&self->figures);
  g_clear_object (&self->picture);
  g_clear_object (&self->figures_list);
  for (guint i = 0; i < RG_N_PROFILE_LISTS; i++)
    g_clear_object (&self->stores[i]);
  g_clear_pointer (&self->products, g_hash_table_unref);
  g_clear_pointer (&self->tag_names, g_hash_table_unref);
  g_clear_pointer (&self->order_numbers, g_hash_table_unref);

  G_OBJECT_CLASS (rg_customer_profile_parent_class)->finalize (object);
}

static void
rg_customer_profile_init (RgCustomerProfile *self)
{
  self->figures_list = g_list_store_new (RG_TYPE_FIGURES);
  for (guint i = 0; i < RG_N_PROFILE_LISTS; i++)
    self->stores[i] = g_list_store_new (rg_profile_lists[i].type->get_type ());
  self->n_orders = RG_ORDERS_PER_LOAD;
}

static void
rg_customer_profile_class_init (RgCustomerProfileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = rg_customer_profile_get_property;
  object_class->finalize = rg_customer_profile_finalize;

  props[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, RG_TYPE_DESK, flags);
  props[PROP_CUSTOMER] = g_param_spec_object ("customer", NULL, NULL, RG_TYPE_CUSTOMER, flags);
  /* The figures in the customer's own currency, and in all currencies. */
  props[PROP_FIGURES] = g_param_spec_object ("figures", NULL, NULL, RG_TYPE_FIGURES, flags);
  /* The photo; NULL when there is none. */
  props[PROP_PICTURE] = g_param_spec_object ("picture", NULL, NULL, RG_TYPE_PICTURE, flags);
  props[PROP_ALL_FIGURES] = g_param_spec_object ("all-figures", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  props[PROP_HAS_MORE_ORDERS] = g_param_spec_boolean ("has-more-orders", NULL, NULL, FALSE, flags);
  for (guint i = 0; i < RG_N_PROFILE_LISTS; i++)
    props[PROP_LISTS + i] = g_param_spec_object (rg_profile_lists[i].name, NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * RgCustomerProfile::loaded:
   * @self: the profile
   *
   * Everything is as it is on file.
   */
  signals[SIGNAL_LOADED]
    = g_signal_new ("loaded", RG_TYPE_CUSTOMER_PROFILE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * RgCustomerProfile::gone:
   * @self: the profile
   *
   * The customer who was shown is not on file any more.
   */
  signals[SIGNAL_GONE]
    = g_signal_new ("gone", RG_TYPE_CUSTOMER_PROFILE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * rg_customer_profile_new:
 * @desk: a desk
 *
 * Returns: (transfer full): a profile of nobody
 */
RgCustomerProfile *
rg_customer_profile_new (RgDesk *desk)
{
  RgCustomerProfile *self = g_object_new (RG_TYPE_CUSTOMER_PROFILE, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (on_desk_changed), self, 0);
  g_signal_connect_object (desk, "notify::staff", G_CALLBACK (on_staff_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * rg_customer_profile_get_desk:
 * @self: a profile
 *
 * Returns: (transfer none): the desk
 */
RgDesk *
rg_customer_profile_get_desk (RgCustomerProfile *self)
{
  return self->desk;
}

/**
 * rg_customer_profile_get_customer:
 * @self: a profile
 *
 * Returns: (transfer none) (nullable): the customer; %NULL before one is loaded
 */
RgCustomer *
rg_customer_profile_get_customer (RgCustomerProfile *self)
{
  return self->customer;
}

/**
 * rg_customer_profile_get_figures:
 * @self: a profile
 *
 * Returns: (transfer none) (nullable): the figures in the customer's own currency
 */
RgFigures *
rg_customer_profile_get_figures (RgCustomerProfile *self)
{
  return self->figures;
}

/**
 * rg_customer_profile_get_list:
 * @self: a profile
 * @name: "notes", "orders" … as the property
 *
 * Returns: (transfer none) (nullable): the list
 */
GListModel *
rg_customer_profile_get_list (RgCustomerProfile *self, const char *name)
{
  for (guint i = 0; i < RG_N_PROFILE_LISTS; i++)
    if (g_str_equal (rg_profile_lists[i].name, name))
      return G_LIST_MODEL (self->stores[i]);
  return NULL;
}

/**
 * rg_customer_profile_get_product: (skip)
 * @self: a profile
 * @product_id: a product in the cart or among the recurring items
 *
 * Returns: (transfer none) (nullable): the product
 */
RgProduct *
rg_customer_profile_get_product (RgCustomerProfile *self, gint64 product_id)
{
  return self->products != NULL ? g_hash_table_lookup (self->products, &product_id) : NULL;
}

/**
 * rg_customer_profile_get_tag_name:
 * @self: a profile
 * @tag_id: a tag of the customer
 *
 * Returns: (nullable): its name
 */
const char *
rg_customer_profile_get_tag_name (RgCustomerProfile *self, gint64 tag_id)
{
  return self->tag_names != NULL ? g_hash_table_lookup (self->tag_names, &tag_id) : NULL;
}

/**
 * rg_customer_profile_get_order_number:
 * @self: a profile
 * @order_id: an order that an entry of the ledger speaks of
 *
 * Returns: its number; 0 when it is not known
 */
gint64
rg_customer_profile_get_order_number (RgCustomerProfile *self, gint64 order_id)
{
  gint64 *number = self->order_numbers != NULL ? g_hash_table_lookup (self->order_numbers, &order_id) : NULL;

  return number != NULL ? *number : 0;
}

/**
 * rg_customer_profile_load:
 * @self: a profile
 * @customer_id: whom to show
 *
 * Reads everything the first screen shows in one go. A load that is overtaken by that of another customer changes
 * nothing.
 *
 * Returns: (transfer full): a future for its being there
 */
DexFuture *
rg_customer_profile_load (RgCustomerProfile *self, gint64 customer_id)
{
  if (self->customer_id != customer_id)
    self->n_orders = RG_ORDERS_PER_LOAD;
  self->customer_id = customer_id;
  return rg_customer_profile_refresh (self);
}

/**
 * rg_customer_profile_refresh:
 * @self: a profile
 *
 * Returns: (transfer full): a future for everything being as it is on file
 */
DexFuture *
rg_customer_profile_refresh (RgCustomerProfile *self)
{
  return rg_future_spawn (self, load_fiber, NULL, NULL);
}

/**
 * rg_customer_profile_load_more_orders:
 * @self: a profile
 *
 * Returns: (transfer full): a future for %RG_ORDERS_PER_LOAD older orders being in the list
 */
DexFuture *
rg_customer_profile_load_more_orders (RgCustomerProfile *self)
{
  self->n_orders += RG_ORDERS_PER_LOAD;
  return rg_customer_profile_refresh (self);
}
