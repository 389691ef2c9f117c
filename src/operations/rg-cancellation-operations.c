/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-cancellation-operations.h"

#include <glib/gi18n-lib.h>

#include "rg-customer.h"
#include "rg-error.h"
#include "rg-settings.h"
#include "rg-text.h"

/**
 * rg_cancellation_check:
 * @cancellation: a cancellation
 * @error: where to put what is wrong, with the field it is about
 *
 * Returns: whether it may be as it is
 */
gboolean
rg_cancellation_check (RgCancellation *cancellation, GError **error)
{
  if (cancellation->reason == RG_CANCELLATION_REASON_OTHER && rg_text_is_blank (cancellation->other_reason))
    {
      rg_error_set_invalid (error, "other_reason", _ ("Say which other reason it is."));
      return FALSE;
    }
  return TRUE;
}

static void
set_words (RgTxn *txn, RgCancellation *cancellation)
{
  rg_txn_set_words (txn, cancellation->reason == RG_CANCELLATION_REASON_OTHER
                           ? cancellation->other_reason
                           : rg_words_get_label (&rg_cancellation_reason_words, cancellation->reason));
}

/* The words of the other reason go when it is none of the others any more. */
static gboolean
tidy (RgCancellation *cancellation, GError **error)
{
  rg_text_clean_in_place (&cancellation->other_reason);
  if (cancellation->reason != RG_CANCELLATION_REASON_OTHER)
    g_clear_pointer (&cancellation->other_reason, g_free);
  return rg_cancellation_check (cancellation, error);
}

static gboolean
set_status (RgTxn *txn, gint64 customer_id, RgCustomerStatus status, GError **error)
{
  g_autoptr (RgCustomer) customer
    = (RgCustomer *) rg_db_load (rg_txn_get_db (txn), &rg_customer_type, customer_id, error);

  if (customer == NULL)
    return FALSE;
  customer->status = status;
  return rg_txn_update (txn, RG_RECORD (customer), error);
}

static gboolean
add_cancellation (RgAct *act, RgTxn *txn, GError **error)
{
  RgCancellation *cancellation = RG_CANCELLATION (act->record);
  g_autoptr (RgSettings) settings = rg_settings_read (rg_txn_get_db (txn), error);

  if (settings == NULL || !tidy (cancellation, error))
    return FALSE;
  if (cancellation->day == 0)
    cancellation->day = rg_day_of_time (rg_txn_get_time (txn), rg_settings_get_zone (settings));
  cancellation->staff_id = act->staff_id;
  cancellation->created_at = rg_txn_get_time (txn);
  set_words (txn, cancellation);
  return rg_txn_insert (txn, act->record, error)
         && set_status (txn, cancellation->customer_id, RG_CUSTOMER_STATUS_CANCELLED, error);
}

static gboolean
edit_cancellation (RgAct *act, RgTxn *txn, GError **error)
{
  RgCancellation *cancellation = RG_CANCELLATION (act->record);
  g_autoptr (RgCancellation) old = (RgCancellation *) rg_act_merge (act, rg_txn_get_db (txn), error);

  if (old == NULL || !tidy (cancellation, error))
    return FALSE;
  cancellation->customer_id = old->customer_id;
  cancellation->staff_id = old->staff_id;
  cancellation->created_at = old->created_at;
  set_words (txn, cancellation);
  return rg_txn_update (txn, act->record, error);
}

/**
 * rg_cancelled_read:
 * @db: a connection
 * @customer_id: a customer
 * @cancelled: (out): since when they have been cancelled
 * @error: where to put what went wrong
 *
 * To be read before a cancellation goes.
 *
 * Returns: whether it is known
 */
gboolean
rg_cancelled_read (RgDb *db, gint64 customer_id, RgCancelled *cancelled, GError **error)
{
  g_autoptr (RgCustomer) customer = (RgCustomer *) rg_db_load (db, &rg_customer_type, customer_id, error);

  *cancelled = (RgCancelled) { 0 };
  if (customer == NULL)
    return FALSE;
  if (customer->status != RG_CUSTOMER_STATUS_CANCELLED)
    return TRUE;
  cancelled->customer_id = customer_id;
  return rg_cancellation_find_spell (db, customer_id, &cancelled->since, &cancelled->before, error);
}

/**
 * rg_cancelled_settle:
 * @txn: a transaction in which a cancellation went
 * @cancelled: what rg_cancelled_read() told before
 * @error: where to put what went wrong
 *
 * The customer stays cancelled as long as another cancellation of the same time says so, and else is again what they
 * were before: those of an earlier time, after which they came back, do not count.
 *
 * Returns: whether the status is right
 */
gboolean
rg_cancelled_settle (RgTxn *txn, const RgCancelled *cancelled, GError **error)
{
  RgCustomerStatus status = RG_CUSTOMER_STATUS_CANCELLED;
  gint64 left;

  if (cancelled->customer_id == 0)
    return TRUE;
  if (!rg_cancellation_count_since (rg_txn_get_db (txn), cancelled->customer_id, cancelled->since, &left, error))
    return FALSE;
  if (left == 0)
    status = cancelled->before;
  return set_status (txn, cancelled->customer_id, status, error);
}

static gboolean
remove_cancellation (RgAct *act, RgTxn *txn, GError **error)
{
  RgDb *db = rg_txn_get_db (txn);
  g_autoptr (RgCancellation) cancellation
    = (RgCancellation *) rg_db_load (db, &rg_cancellation_type, rg_record_get_id (act->record), error);
  RgCancelled cancelled;

  if (cancellation == NULL)
    return FALSE;
  set_words (txn, cancellation);
  return rg_cancelled_read (db, cancellation->customer_id, &cancelled, error)
         && rg_txn_delete (txn, RG_RECORD (cancellation), error) && rg_cancelled_settle (txn, &cancelled, error);
}

const RgOperation rg_cancellation_add = {
  .name = "cancellation.add",
  .label = N_ ("Create Cancellation"),
  .past = N_ ("Customer cancelled"),
  .right = { RG_AREA_CUSTOMERS, RG_SCOPE_EDIT },
  .run = add_cancellation,
};

const RgOperation rg_cancellation_edit = {
  .name = "cancellation.edit",
  .label = N_ ("Edit Cancellation"),
  .past = N_ ("Cancellation changed"),
  .right = { RG_AREA_CUSTOMERS, RG_SCOPE_EDIT },
  .run = edit_cancellation,
};

const RgOperation rg_cancellation_remove = {
  .name = "cancellation.remove",
  .label = N_ ("Remove Cancellation"),
  .past = N_ ("Cancellation removed"),
  .right = { RG_AREA_CUSTOMERS, RG_SCOPE_DELETE },
  .run = remove_cancellation,
};
