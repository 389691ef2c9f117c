/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer-list-private.h"

#include "rg-future.h"
#include "rg-search.h"

/* What a list of customers asks the reader: its first page with the count, further pages as they are looked at, and
 * again when the file changed. */

#define COUNT_PAUSE_MSEC 150

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
    rg_customer_list_take_page (self, request->number, question);
  rg_customer_question_unref (question);
  return error != NULL ? dex_future_new_for_error (g_steal_pointer (&error)) : NULL;
}

/**
 * rg_customer_list_request_page: (skip)
 * @self: a list
 * @number: which page of it; read soon
 */
void
rg_customer_list_request_page (RgCustomerList *self, guint number)
{
  PageRequest *request = g_new (PageRequest, 1);

  rg_customer_pages_get (self->pages, number)->requested = TRUE;
  request->number = number;
  request->serial = self->serial;
  rg_future_disown (rg_future_spawn (self, page_fiber, request, g_free), "RgCustomerList page");
}

/* A long count must not take the processor from what shows the first rows, nor from the next key that is typed. Returns
 * whether it is still asked for after that. */
static gboolean
await_pause (RgCustomerList *self, guint serial)
{
  dex_await (dex_timeout_new_msec (COUNT_PAUSE_MSEC), NULL);
  return serial == self->serial;
}

/* Runs on a fiber. The first rows, which are the answer that is waited for, then the full count where there are more
 * than could be counted at once. */
static gboolean
run_query (RgCustomerList *self, DexPromise *answered, GError **error)
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
      rg_customer_list_take_answer (self, question);
      dex_promise_resolve_boolean (answered, TRUE);
      if (question->count >= RG_CUSTOMER_COUNT_FIRST && await_pause (self, serial))
        ok = dex_await (rg_store_read_newest (store, "customers", rg_customer_question_count,
                                              g_atomic_rc_box_acquire (question), rg_customer_question_unref),
                        error);
      if (ok && serial == self->serial)
        rg_customer_list_set_n_items (self, question->count);
    }
  rg_customer_question_unref (question);
  return ok;
}

static DexFuture *
query_fiber (gpointer self_pointer, gpointer answered)
{
  RgCustomerList *self = self_pointer;
  g_autoptr (GError) error = NULL;
  gboolean ok = run_query (self, answered, &error);

  self->n_asked--;
  if (self->n_asked == 0 && self->stale)
    {
      self->stale = FALSE;
      rg_future_disown (rg_customer_list_ask (self), "RgCustomerList");
    }
  if (!dex_future_is_pending (answered))
    return ok ? NULL : dex_future_new_for_error (g_steal_pointer (&error));
  if (ok)
    dex_promise_resolve_boolean (answered, TRUE);
  else
    dex_promise_reject (answered, g_steal_pointer (&error));
  return NULL;
}

/**
 * rg_customer_list_ask: (skip)
 * @self: a list
 *
 * Asks for what its filter says.
 *
 * Returns: (transfer full): a future for the first rows; rejected with %RG_ERROR_CANCELLED when it was overtaken
 */
DexFuture *
rg_customer_list_ask (RgCustomerList *self)
{
  DexPromise *answered = dex_promise_new ();

  self->serial++;
  self->n_asked++;
  rg_future_disown (rg_future_spawn (self, query_fiber, dex_ref (answered), dex_unref), "RgCustomerList count");
  return DEX_FUTURE (answered);
}

/* Asks again because the file changed; never in the way of a question that a person waits for. */
static void
ask_again (RgCustomerList *self)
{
  if (self->n_asked > 0)
    self->stale = TRUE;
  else
    rg_future_disown (rg_customer_list_ask (self), "RgCustomerList");
}

/* Rows of customers that were changed are read anew where they stand; the list keeps its order until it is asked again,
 * so that nothing jumps under the hand. Customers that came, went or belong to the list no longer show that at once. */
typedef struct
{
  RgCustomerFilter *filter;
  GArray *ids;
  const char *text;     /* what was searched for; NULL for nothing */
  GPtrArray *customers; /* those of them who belong to the list */
  GPtrArray *reasons;   /* why they were found; NULL for nothing searched for */
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
  if (update->text != NULL)
    update->reasons = rg_search_explain (db, update->customers, update->text);
  return NULL;
}

static DexFuture *
update_fiber (gpointer self_pointer, gpointer data)
{
  RgCustomerList *self = self_pointer;
  g_autoptr (RgCustomerFilter) filter = (RgCustomerFilter *) rg_record_copy (RG_RECORD (self->filter));
  g_autofree char *text = g_steal_pointer (&filter->text);
  Update update = { filter, data, text, NULL, NULL };
  g_autoptr (GError) error = NULL;
  gboolean requery = FALSE;

  /* Who was found by a text stays while the text is changed: the filter is without it. */
  if (!dex_await (rg_desk_read (self->desk, read_update, &update, NULL), &error))
    {
      g_clear_pointer (&update.customers, g_ptr_array_unref);
      return dex_future_new_for_error (g_steal_pointer (&error));
    }
  for (guint i = 0; i < update.ids->len; i++)
    {
      gint64 id = g_array_index (update.ids, gint64, i);
      RgCustomer *found = NULL;
      const char *reason = NULL;
      guint position;
      RgCustomerRow *row = rg_customer_pages_find (self->pages, id, &position);

      for (guint j = 0; j < update.customers->len && found == NULL; j++)
        if (rg_record_get_id (update.customers->pdata[j]) == id)
          {
            found = update.customers->pdata[j];
            reason = update.reasons != NULL ? update.reasons->pdata[j] : NULL;
          }
      /* Who is not in the list and does not belong there changes nothing. */
      if (row == NULL && found == NULL && self->n_items <= RG_CUSTOMER_PAGE_SIZE)
        continue;
      if (row == NULL || found == NULL)
        requery = TRUE;
      else
        rg_customer_row_set_customer (row, found, reason);
    }
  g_ptr_array_unref (update.customers);
  g_clear_pointer (&update.reasons, g_ptr_array_unref);
  if (requery)
    ask_again (self);
  return NULL;
}

/**
 * rg_customer_list_on_desk_changed: (skip)
 * @desk: the desk
 * @changes: (element-type RgChange) (nullable): what was changed; %NULL for "everything may have"
 * @self: a list
 */
void
rg_customer_list_on_desk_changed (RgDesk *desk, GArray *changes, RgCustomerList *self)
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
