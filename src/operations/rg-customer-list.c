/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer-list-private.h"

/* A list of customers of any length. Its rows exist from the start as placeholders; they are read in pages when they
 * are looked at, going on from the row before where that is known. The first page and a count up to
 * RG_CUSTOMER_COUNT_FIRST come in one go, so that a keystroke shows its result at once; the full count follows. Here is
 * what is shown; rg-customer-list-load.c asks for it. */

static void rg_customer_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RgCustomerList,
                               rg_customer_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, rg_customer_list_model_init))

enum
{
  PROP_0,
  PROP_N_ITEMS,
  PROP_LOADED,
  PROP_FILTER,
  PROP_NEAR_WORDS,
  PROP_N_HIDDEN,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static guint rows_loaded_signal;

static void
fill_page (RgCustomerList *self, guint number, RgCustomerQuestion *question)
{
  RgListPage *page = rg_customer_pages_get (self->pages, number);

  page->requested = TRUE;
  for (guint i = 0; i < question->customers->len && i < RG_CUSTOMER_PAGE_SIZE; i++)
    {
      RgCustomer *customer = question->customers->pdata[i];

      rg_customer_row_set_customer (rg_list_page_get_row (page, i), customer,
                                    question->reasons != NULL ? question->reasons->pdata[i] : NULL);
      page->last_place = customer->place;
    }
}

/**
 * rg_customer_list_take_page: (skip)
 * @self: a list
 * @number: which page of it
 * @question: the answer for that page
 *
 * Shows what was read.
 */
void
rg_customer_list_take_page (RgCustomerList *self, guint number, RgCustomerQuestion *question)
{
  fill_page (self, number, question);
  g_signal_emit (self, rows_loaded_signal, 0);
}

static GType
get_item_type (GListModel *model)
{
  return RG_TYPE_CUSTOMER_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return RG_CUSTOMER_LIST (model)->n_items;
}

static gpointer
get_item (GListModel *model, guint position)
{
  RgCustomerList *self = RG_CUSTOMER_LIST (model);
  guint number = position / RG_CUSTOMER_PAGE_SIZE;
  RgListPage *page;

  if (position >= self->n_items)
    return NULL;
  page = rg_customer_pages_get (self->pages, number);
  if (!page->requested)
    rg_customer_list_request_page (self, number);
  return g_object_ref (rg_list_page_get_row (page, position % RG_CUSTOMER_PAGE_SIZE));
}

static void
rg_customer_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/**
 * rg_customer_list_set_n_items: (skip)
 * @self: a list
 * @n_items: how many customers there are
 */
void
rg_customer_list_set_n_items (RgCustomerList *self, guint n_items)
{
  guint old = self->n_items;

  self->n_items = n_items;
  rg_customer_pages_trim (self->pages, n_items);
  if (n_items > old)
    g_list_model_items_changed (G_LIST_MODEL (self), old, 0, n_items - old);
  else if (n_items < old)
    g_list_model_items_changed (G_LIST_MODEL (self), n_items, old - n_items, 0);
  if (n_items != old)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_ITEMS]);
}

static gboolean
has_same_rows (RgCustomerList *self, RgCustomerQuestion *question)
{
  RgListPage *page = rg_customer_pages_peek (self->pages, 0);

  if (!self->loaded || page == NULL || question->count != MIN (self->n_items, RG_CUSTOMER_COUNT_FIRST))
    return FALSE;
  for (guint i = 0; i < question->customers->len && i < RG_CUSTOMER_PAGE_SIZE; i++)
    if (page->rows[i] == NULL
        || rg_customer_row_get_customer_id (page->rows[i]) != rg_record_get_id (question->customers->pdata[i]))
      return FALSE;
  return TRUE;
}

/* The file changed: who stands where is read again into the same rows, so that the list stays where it was scrolled to.
 * It keeps its length until the full count is there. */
static void
refresh_rows (RgCustomerList *self, RgCustomerQuestion *question)
{
  gboolean is_full = question->count < RG_CUSTOMER_COUNT_FIRST;
  g_autoptr (GArray) numbers = NULL;

  fill_page (self, 0, question);
  rg_customer_list_set_n_items (self, is_full ? question->count : MAX (question->count, self->n_items));
  numbers = rg_customer_pages_expire (self->pages);
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, guint, i) * RG_CUSTOMER_PAGE_SIZE < self->n_items)
      rg_customer_list_request_page (self, g_array_index (numbers, guint, i));
}

static void
replace_rows (RgCustomerList *self, RgCustomerQuestion *question)
{
  guint old = self->n_items;

  rg_customer_pages_clear (self->pages);
  self->n_items = question->count;
  fill_page (self, 0, question);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, old, self->n_items);
  if (old != self->n_items)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_ITEMS]);
}

/**
 * rg_customer_list_take_answer: (skip)
 * @self: a list
 * @question: the answer to its newest question: the first page and what goes with it
 *
 * The answer to a new question replaces all rows, unless they are the same ones.
 */
void
rg_customer_list_take_answer (RgCustomerList *self, RgCustomerQuestion *question)
{
  if (self->fresh && !has_same_rows (self, question))
    replace_rows (self, question);
  else
    refresh_rows (self, question);
  self->fresh = FALSE;
  g_strfreev (self->near_words);
  self->near_words = g_steal_pointer (&question->near_words);
  self->n_hidden = question->n_hidden;
  self->loaded = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NEAR_WORDS]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_HIDDEN]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADED]);
  g_signal_emit (self, rows_loaded_signal, 0);
}

static void
rg_customer_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RgCustomerList *self = RG_CUSTOMER_LIST (object);

  switch (prop_id)
    {
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->n_items);
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, self->loaded);
      break;
    case PROP_FILTER:
      g_value_set_object (value, self->filter);
      break;
    case PROP_NEAR_WORDS:
      g_value_set_boxed (value, self->near_words);
      break;
    case PROP_N_HIDDEN:
      g_value_set_uint (value, self->n_hidden);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rg_customer_list_finalize (GObject *object)
{
  RgCustomerList *self = RG_CUSTOMER_LIST (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->pages, rg_customer_pages_free);
  g_strfreev (self->near_words);

  G_OBJECT_CLASS (rg_customer_list_parent_class)->finalize (object);
}

static void
rg_customer_list_init (RgCustomerList *self)
{
  self->filter = g_object_new (RG_TYPE_CUSTOMER_FILTER, NULL);
  self->pages = rg_customer_pages_new ();
}

static void
rg_customer_list_class_init (RgCustomerListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = rg_customer_list_get_property;
  object_class->finalize = rg_customer_list_finalize;

  props[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  /* Whether the answer to the newest question is there. */
  props[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);
  props[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, RG_TYPE_CUSTOMER_FILTER, flags);
  /* Words of names spelt nearly like what was typed, when nothing was found. */
  props[PROP_NEAR_WORDS] = g_param_spec_boxed ("near-words", NULL, NULL, G_TYPE_STRV, flags);
  /* How many the filters hide, when nothing was found; at most 1,001. */
  props[PROP_N_HIDDEN] = g_param_spec_uint ("n-hidden", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * RgCustomerList::rows-loaded:
   * @self: the list
   *
   * Some rows were read, or read again because the file changed. The same row may be another customer's now.
   */
  rows_loaded_signal
    = g_signal_new ("rows-loaded", RG_TYPE_CUSTOMER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * rg_customer_list_new:
 * @desk: a desk
 *
 * Returns: (transfer full): an empty list; ask for customers with rg_customer_list_set_filter()
 */
RgCustomerList *
rg_customer_list_new (RgDesk *desk)
{
  RgCustomerList *self = g_object_new (RG_TYPE_CUSTOMER_LIST, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (rg_customer_list_on_desk_changed), self, 0);
  return self;
}

/**
 * rg_customer_list_get_filter:
 * @self: a list
 *
 * Returns: (transfer none): what it was asked for last; to be copied before it is changed
 */
RgCustomerFilter *
rg_customer_list_get_filter (RgCustomerList *self)
{
  return self->filter;
}

/**
 * rg_customer_list_set_filter:
 * @self: a list
 * @filter: which customers, in which order; copied
 *
 * Asks for other customers. The rows that are there stay until the answer comes; a newer question cancels an older one.
 *
 * Returns: (transfer full): a future for the first rows, which the full count follows; rejected with
 *   %RG_ERROR_CANCELLED when it was overtaken
 */
DexFuture *
rg_customer_list_set_filter (RgCustomerList *self, RgCustomerFilter *filter)
{
  RgCustomerFilter *copy = (RgCustomerFilter *) rg_record_copy (RG_RECORD (filter));

  g_object_unref (self->filter);
  self->filter = copy;
  self->fresh = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILTER]);
  return rg_customer_list_ask (self);
}

/**
 * rg_customer_list_find:
 * @self: a list
 * @customer_id: a customer
 *
 * Returns: the position of the customer among the rows that are loaded; %G_MAXUINT when it is not there
 */
guint
rg_customer_list_find (RgCustomerList *self, gint64 customer_id)
{
  guint position = G_MAXUINT;

  rg_customer_pages_find (self->pages, customer_id, &position);
  return position;
}
