/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer-question.h"

#include "rg-search.h"

/**
 * rg_customer_question_new: (skip)
 * @filter: which customers; copied
 *
 * Returns: (transfer full): a question
 */
RgCustomerQuestion *
rg_customer_question_new (RgCustomerFilter *filter)
{
  RgCustomerQuestion *question = g_atomic_rc_box_new0 (RgCustomerQuestion);

  question->filter = (RgCustomerFilter *) rg_record_copy (RG_RECORD (filter));
  return question;
}

static void
question_clear (gpointer data)
{
  RgCustomerQuestion *question = data;

  g_object_unref (question->filter);
  g_clear_pointer (&question->customers, g_ptr_array_unref);
  g_clear_pointer (&question->reasons, g_ptr_array_unref);
  g_strfreev (question->near_words);
}

/**
 * rg_customer_question_unref: (skip)
 * @data: a question
 */
void
rg_customer_question_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, question_clear);
}

/* Of those who match what was typed none is hidden by this; without that, the status alone is let go. */
static RgCustomerFilter *
widen (RgCustomerFilter *filter)
{
  RgCustomerFilter *wide;

  if (filter->text == NULL)
    wide = (RgCustomerFilter *) rg_record_copy (RG_RECORD (filter));
  else
    wide = g_object_new (RG_TYPE_CUSTOMER_FILTER, "text", filter->text, NULL);
  wide->any_status = TRUE;
  return wide;
}

/* Why nothing was found: a filter hides it, or it is spelt otherwise. */
static gboolean
read_advice (RgDb *db, RgCustomerQuestion *question, GError **error)
{
  gboolean widest = question->filter->any_status
                    && (question->filter->text == NULL || rg_customer_filter_is_plain (question->filter));

  if (!widest)
    {
      g_autoptr (RgCustomerFilter) all = widen (question->filter);

      if (!rg_search_count (db, all, RG_CUSTOMER_COUNT_FIRST, &question->n_hidden, error))
        return FALSE;
    }
  if (question->filter->text != NULL && question->n_hidden == 0)
    {
      question->near_words = rg_search_near_words (db, question->filter->text, error);
      return question->near_words != NULL;
    }
  return TRUE;
}

/**
 * rg_customer_question_read: (skip)
 * @db: the reader's connection
 * @data: (inout): a question
 * @error: where to put why not
 *
 * Reads a page; for the first one also how many there are, up to %RG_CUSTOMER_COUNT_FIRST, or advice when there is
 * nobody. An #RgJobFunc.
 *
 * Returns: %NULL
 */
GObject *
rg_customer_question_read (RgDb *db, gpointer data, GError **error)
{
  RgCustomerQuestion *question = data;

  question->customers = question->first ? rg_search_first_page (db, question->filter, RG_CUSTOMER_PAGE_SIZE,
                                                                RG_CUSTOMER_COUNT_FIRST, &question->count, error)
                                        : rg_search_page (db, question->filter, question->after, question->offset,
                                                          RG_CUSTOMER_PAGE_SIZE, error);
  if (question->customers == NULL)
    return NULL;
  if (question->filter->text != NULL)
    question->reasons = rg_search_explain (db, question->customers, question->filter->text);
  if (question->first && question->count == 0)
    read_advice (db, question, error);
  return NULL;
}

/**
 * rg_customer_question_count: (skip)
 * @db: the reader's connection
 * @data: (inout): a question
 * @error: where to put why not
 *
 * Counts them all. An #RgJobFunc.
 *
 * Returns: %NULL
 */
GObject *
rg_customer_question_count (RgDb *db, gpointer data, GError **error)
{
  RgCustomerQuestion *question = data;

  rg_search_count (db, question->filter, 0, &question->count, error);
  return NULL;
}
