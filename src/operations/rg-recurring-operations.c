/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-recurring-operations.h"

#include <glib/gi18n-lib.h>

#include "rg-error.h"
#include "rg-recurring-data.h"
#include "rg-product.h"

static gboolean
check_item (RgRecurringItem *item, GError **error)
{
  if (item->quantity < 1)
    rg_error_set_invalid (error, "quantity", _ ("The quantity has to be at least 1. Remove the item instead."));
  else if (item->quantity > G_MAXINT32)
    rg_error_set_invalid (error, "quantity", _ ("The quantity is too large."));
  else if (item->frequency == RG_FREQUENCY_ONCE)
    rg_error_set_invalid (error, "frequency", _ ("Choose how often the item recurs: weekly, bi-weekly or monthly."));
  else
    return TRUE;
  return FALSE;
}

static RgProduct *
load_product (RgTxn *txn, RgRecurringItem *item, GError **error)
{
  return (RgProduct *) rg_db_load (rg_txn_get_db (txn), &rg_product_type, item->product_id, error);
}

/**
 * rg_recurring_insert:
 * @txn: a transaction
 * @item: a new recurring item
 * @error: where to put why not
 *
 * Returns: whether it is on file
 */
gboolean
rg_recurring_insert (RgTxn *txn, RgRecurringItem *item, GError **error)
{
  g_autoptr (RgProduct) product = check_item (item, error) ? load_product (txn, item, error) : NULL;
  g_autoptr (RgRecurringItem) same = NULL;
  g_autoptr (GError) local = NULL;

  if (product == NULL)
    return FALSE;
  same = rg_recurring_find (rg_txn_get_db (txn), item->customer_id, item->product_id, &local);
  if (rg_error_propagate (error, &local))
    return FALSE;
  if (same != NULL)
    {
      rg_error_set_invalid (error, "product_id",
                            _ ("%s is a recurring item already; change its quantity or frequency instead."),
                            product->name);
      return FALSE;
    }
  if (product->retired)
    {
      rg_error_set_invalid (error, "product_id", _ ("%s is no longer sold."), product->name);
      return FALSE;
    }
  item->created_at = rg_txn_get_time (txn);
  return rg_txn_insert (txn, RG_RECORD (item), error);
}

static gboolean
add_item (RgAct *act, RgTxn *txn, GError **error)
{
  g_autoptr (RgProduct) product = NULL;

  if (!rg_recurring_insert (txn, RG_RECURRING_ITEM (act->record), error))
    return FALSE;
  product = load_product (txn, RG_RECURRING_ITEM (act->record), error);
  if (product == NULL)
    return FALSE;
  rg_txn_set_words (txn, product->name);
  return TRUE;
}

static RgRecurringItem *
load_item (RgAct *act, RgTxn *txn, GError **error)
{
  g_autoptr (RgRecurringItem) item = (RgRecurringItem *) rg_db_load (rg_txn_get_db (txn), &rg_recurring_item_type,
                                                                     rg_record_get_id (act->record), error);
  g_autoptr (RgProduct) product = item != NULL ? load_product (txn, item, error) : NULL;

  if (product == NULL)
    return NULL;
  rg_txn_set_words (txn, product->name);
  return g_steal_pointer (&item);
}

static gboolean
edit_item (RgAct *act, RgTxn *txn, GError **error)
{
  RgRecurringItem *from = RG_RECURRING_ITEM (act->record);
  g_autoptr (RgRecord) file = rg_act_merge (act, rg_txn_get_db (txn), error);
  g_autoptr (RgRecurringItem) item = file != NULL ? load_item (act, txn, error) : NULL;

  if (item == NULL)
    return FALSE;
  item->quantity = from->quantity;
  item->frequency = from->frequency;
  g_set_object (&act->record, RG_RECORD (item));
  return check_item (item, error) && rg_txn_update (txn, act->record, error);
}

static gboolean
remove_item (RgAct *act, RgTxn *txn, GError **error)
{
  g_autoptr (RgRecurringItem) item = load_item (act, txn, error);

  return item != NULL && rg_txn_delete (txn, RG_RECORD (item), error);
}

const RgOperation rg_recurring_add = {
  .name = "recurring.add",
  .label = N_ ("Add Recurring Item"),
  .past = N_ ("Recurring item added"),
  .right = { RG_AREA_ORDERS, RG_SCOPE_CREATE },
  .run = add_item,
};

const RgOperation rg_recurring_edit = {
  .name = "recurring.edit",
  .label = N_ ("Edit Recurring Item"),
  .past = N_ ("Recurring item changed"),
  .right = { RG_AREA_ORDERS, RG_SCOPE_EDIT },
  .run = edit_item,
};

const RgOperation rg_recurring_remove = {
  .name = "recurring.remove",
  .label = N_ ("Remove Recurring Item"),
  .past = N_ ("Recurring item removed"),
  .right = { RG_AREA_ORDERS, RG_SCOPE_EDIT },
  .run = remove_item,
};
