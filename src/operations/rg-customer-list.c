/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer-list.h"

#include <gio/gio.h>

#include "rg-customer-pages.h"
#include "rg-future.h"
#include "rg-search.h"

/* A list of customers of any length. Its rows exist from the start as placeholders; they are read in pages when they
 * are looked at, going on from the row before where that is known. The first page and a count up to
 * RG_CUSTOMER_COUNT_FIRST come in one go, so that a keystroke shows its result at once; the full count follows. */

struct _RgCustomerList
{
  GObject parent_instance;

  RgDesk *desk;
  RgCustomerFilter *filter;
  RgCustomerPages *pages;
  guint n_items;
  guint serial;   /* of the newest query */
  guint n_asked;  /* queries under way */
  gboolean stale; /* the file changed meanwhile */
  gboolean fresh; /* the answer is to another question than the rows are */
  gboolean loaded;
  char **near_words;
  guint n_hidden; /* what the filters hide when nothing is found */
};

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

typedef struct
{
  guint number;
  guint serial;
} PageRequest;

static DexFuture *
page_fiber (gpointer self_pointer, gpointer data)
{
  RgCustomerList *self = self_pointer;
  PageRequest *request = data;
  RgListPage *before;
  RgCustomerQuestion *question;
  g_autoptr (GError) error = NULL;

  if (request->serial != self->serial)
    return NULL;
  question = rg_customer_question_new (self->filter);
  before = request->number > 0 ? rg_customer_pages_peek (self->pages, request->number - 1) : NULL;
  if (before != NULL && before->last_place != 0 && self->filter->sort == RG_CUSTOMER_SORT_ACTIVITY)
    question->after = before->last_place;
  else
    question->offset = request->number * RG_CUSTOMER_PAGE_SIZE;
  if (dex_await (rg_desk_read (self->desk, rg_customer_question_read, g_atomic_rc_box_acquire (question),
                               rg_customer_question_unref),
                 &error)
      && request->serial == self->serial)
    {
      fill_page (self, request->number, question);
      g_signal_emit (self, rows_loaded_signal, 0);
    }
  rg_customer_question_unref (question);
  return error != NULL ? dex_future_new_for_error (g_steal_pointer (&error)) : NULL;
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

static void
request_page (RgCustomerList *self, guint number)
{
  PageRequest *request = g_new (PageRequest, 1);

  rg_customer_pages_get (self->pages, number)->requested = TRUE;
  request->number = number;
  request->serial = self->serial;
  rg_future_disown (rg_future_spawn (self, page_fiber, request, g_free), "RgCustomerList page");
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
    request_page (self, number);
  return g_object_ref (rg_list_page_get_row (page, position % RG_CUSTOMER_PAGE_SIZE));
}

static void
rg_customer_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
set_n_items (RgCustomerList *self, guint n_items)
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
  set_n_items (self, is_full ? question->count : MAX (question->count, self->n_items));
  numbers = rg_customer_pages_expire (self->pages);
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, guint, i) * RG_CUSTOMER_PAGE_SIZE < self->n_items)
      request_page (self, g_array_index (numbers, guint, i));
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

/* The answer to a new question replaces all rows, unless they are the same ones. */
static void
take_first_page (RgCustomerList *self, RgCustomerQuestion *question)
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

static DexFuture *ask (RgCustomerList *self);

/* Runs on a fiber. The first rows, then the full count where there are more than could be counted at once. */
static gboolean
run_query (RgCustomerList *self, GError **error)
{
  RgStore *store = rg_desk_get_store (self->desk);
  guint serial = self->serial;
  RgCustomerQuestion *question = rg_customer_question_new (self->filter);
  gboolean ok;

  question->first = TRUE;
  ok = dex_await (rg_store_read_newest (store, "customers", rg_customer_question_read,
                                        g_atomic_rc_box_acquire (question), rg_customer_question_unref),
                  error);
  if (ok && serial == self->serial)
    {
      take_first_page (self, question);
      if (question->count >= RG_CUSTOMER_COUNT_FIRST)
        ok = dex_await (rg_store_read_newest (store, "customers", rg_customer_question_count,
                                              g_atomic_rc_box_acquire (question), rg_customer_question_unref),
                        error);
      if (ok && serial == self->serial)
        set_n_items (self, question->count);
    }
  rg_customer_question_unref (question);
  return ok;
}

static DexFuture *
query_fiber (gpointer self_pointer, gpointer data)
{
  RgCustomerList *self = self_pointer;
  g_autoptr (GError) error = NULL;
  gboolean ok = run_query (self, &error);

  self->n_asked--;
  if (self->n_asked == 0 && self->stale)
    {
      self->stale = FALSE;
      rg_future_disown (ask (self), "RgCustomerList");
    }
  return ok ? NULL : dex_future_new_for_error (g_steal_pointer (&error));
}

static DexFuture *
ask (RgCustomerList *self)
{
  self->serial++;
  self->n_asked++;
  return rg_future_spawn (self, query_fiber, NULL, NULL);
}

/* Asks again because the file changed; never in the way of a question that a person waits for. */
static void
ask_again (RgCustomerList *self)
{
  if (self->n_asked > 0)
    self->stale = TRUE;
  else
    rg_future_disown (ask (self), "RgCustomerList");
}

/* Rows of customers that were changed are read anew where they stand; the list keeps its order until it is asked again,
 * so that nothing jumps under the hand. Customers that came, went or belong to the list no longer show that at once. */
typedef struct
{
  RgCustomerFilter *filter;
  GArray *ids;
  GPtrArray *customers; /* those of them who belong to the list */
} Update;

static GObject *
read_update (RgDb *db, gpointer data, GError **error)
{
  Update *update = data;

  update->customers = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < update->ids->len; i++)
    {
      RgRecord *customer = rg_db_load (db, &rg_customer_type, g_array_index (update->ids, gint64, i), NULL);
      gboolean belongs;

      if (customer == NULL)
        continue;
      if (!rg_search_belongs (db, update->filter, RG_CUSTOMER (customer), &belongs, error))
        {
          g_object_unref (customer);
          return NULL;
        }
      if (belongs)
        g_ptr_array_add (update->customers, customer);
      else
        g_object_unref (customer);
    }
  return NULL;
}

static DexFuture *
update_fiber (gpointer self_pointer, gpointer data)
{
  RgCustomerList *self = self_pointer;
  g_autoptr (RgCustomerFilter) filter = (RgCustomerFilter *) rg_record_copy (RG_RECORD (self->filter));
  Update update = { filter, data, NULL };
  g_autoptr (GError) error = NULL;
  gboolean requery = FALSE;

  /* Who was found by a text stays while the text is changed. */
  g_clear_pointer (&filter->text, g_free);
  if (!dex_await (rg_desk_read (self->desk, read_update, &update, NULL), &error))
    {
      g_clear_pointer (&update.customers, g_ptr_array_unref);
      return dex_future_new_for_error (g_steal_pointer (&error));
    }
  for (guint i = 0; i < update.ids->len; i++)
    {
      gint64 id = g_array_index (update.ids, gint64, i);
      RgCustomer *found = NULL;
      guint position;
      RgCustomerRow *row = rg_customer_pages_find (self->pages, id, &position);

      for (guint j = 0; j < update.customers->len && found == NULL; j++)
        if (rg_record_get_id (update.customers->pdata[j]) == id)
          found = update.customers->pdata[j];
      /* Who is not in the list and does not belong there changes nothing. */
      if (row == NULL && found == NULL && self->n_items <= RG_CUSTOMER_PAGE_SIZE)
        continue;
      if (row == NULL || found == NULL)
        requery = TRUE;
      else
        {
          g_autofree char *reason = self->filter->text != NULL ? rg_search_explain (found, self->filter->text) : NULL;

          rg_customer_row_set_customer (row, found, reason);
        }
    }
  g_ptr_array_unref (update.customers);
  if (requery)
    ask_again (self);
  return NULL;
}

static void
on_desk_changed (RgDesk *desk, GArray *changes, RgCustomerList *self)
{
  GArray *ids;

  if (!self->loaded)
    return;
  if (changes == NULL)
    {
      ask_again (self);
      return;
    }
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < changes->len; i++)
    {
      gint64 id = g_array_index (changes, RgChange, i).customer_id;
      gboolean known = id == 0;

      for (guint j = 0; j < ids->len && !known; j++)
        known = g_array_index (ids, gint64, j) == id;
      if (!known)
        g_array_append_val (ids, id);
    }
  if (ids->len > 0)
    rg_future_enter (self, update_fiber, ids, (GDestroyNotify) g_array_unref);
  else
    g_array_unref (ids);
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
  g_signal_connect_object (desk, "changed", G_CALLBACK (on_desk_changed), self, 0);
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
 * Returns: (transfer full): a future for the answer; rejected with %RG_ERROR_CANCELLED when it was overtaken
 */
DexFuture *
rg_customer_list_set_filter (RgCustomerList *self, RgCustomerFilter *filter)
{
  RgCustomerFilter *copy = (RgCustomerFilter *) rg_record_copy (RG_RECORD (filter));

  g_object_unref (self->filter);
  self->filter = copy;
  self->fresh = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILTER]);
  return ask (self);
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
