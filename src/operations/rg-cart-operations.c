/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-cart-operations.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-cart-data.h"
#include "rg-customer.h"
#include "rg-error.h"
#include "rg-money.h"
#include "rg-order-data.h"
#include "rg-order-operations.h"
#include "rg-product.h"
#include "rg-recurring-data.h"
#include "rg-recurring-operations.h"

static RgProduct *
load_product (RgDb *db, gint64 product_id, GError **error)
{
  return (RgProduct *) rg_db_load (db, &rg_product_type, product_id, error);
}

/* The chosen items, all of them the customer's. */
static GPtrArray *
load_items (RgAct *act, RgDb *db, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; act->ids != NULL && i < act->ids->len; i++)
    {
      RgRecord *item = rg_db_load (db, &rg_cart_item_type, g_array_index (act->ids, gint64, i), error);

      if (item == NULL)
        return NULL;
      g_ptr_array_add (items, item);
      if (act->customer_id == 0)
        act->customer_id = RG_CART_ITEM (item)->customer_id;
      if (RG_CART_ITEM (item)->customer_id != act->customer_id)
        {
          g_set_error (error, RG_ERROR, RG_ERROR_INVALID, _ ("These items are of different customers."));
          return NULL;
        }
    }
  return g_steal_pointer (&items);
}

static gboolean
why_not_any (RgAct *act, RgDb *db, GPtrArray *reasons, GError **error)
{
  if (act->ids == NULL || act->ids->len == 0)
    rg_reasons_add (reasons, _ ("No item is selected."), _ ("Select the items first."), NULL);
  return TRUE;
}

/* What the history says it was about: the name of one product, or how many. */
static gboolean
set_words (RgTxn *txn, GPtrArray *items, GError **error)
{
  g_autofree char *words = NULL;

  if (items->len == 1)
    {
      g_autoptr (RgProduct) product
        = load_product (rg_txn_get_db (txn), RG_CART_ITEM (items->pdata[0])->product_id, error);

      if (product == NULL)
        return FALSE;
      words = g_strdup (product->name);
    }
  else
    words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item", "%u items", items->len), items->len);
  rg_txn_set_words (txn, words);
  return TRUE;
}

static gboolean
check_quantity (gint64 quantity, GError **error)
{
  if (quantity >= 1 && quantity <= RG_CART_MAX_QUANTITY)
    return TRUE;
  rg_error_set_invalid (error, "quantity", _ ("The quantity must be between 1 and %d."), RG_CART_MAX_QUANTITY);
  return FALSE;
}

static gboolean
check_sold (RgProduct *product, GError **error)
{
  if (!product->retired)
    return TRUE;
  rg_error_set_invalid (error, "product_id", _ ("%s is no longer sold."), product->name);
  return FALSE;
}

static gboolean
add_item (RgAct *act, RgTxn *txn, GError **error)
{
  RgCartItem *item = RG_CART_ITEM (act->record);
  g_autoptr (RgProduct) product = NULL;
  g_autoptr (RgCustomer) customer = NULL;

  if (item->product_id == 0)
    {
      rg_error_set_invalid (error, "product_id", _ ("Choose a product."));
      return FALSE;
    }
  if (!check_quantity (item->quantity, error))
    return FALSE;
  product = load_product (rg_txn_get_db (txn), item->product_id, error);
  if (product == NULL || !check_sold (product, error))
    return FALSE;
  customer = (RgCustomer *) rg_db_load (rg_txn_get_db (txn), &rg_customer_type, item->customer_id, error);
  if (customer == NULL)
    return FALSE;
  item->price_added = rg_customer_price (customer, product->price);
  g_set_str (&item->currency, product->currency);
  item->status = RG_CART_STATUS_PENDING;
  item->frequency = RG_FREQUENCY_ONCE;
  item->order_id = 0;
  item->added_at = rg_txn_get_time (txn);
  rg_txn_set_words (txn, product->name);
  return rg_txn_insert (txn, act->record, error);
}

/* Only how many: the price, the status and how often have operations of their own, or never change. */
static gboolean
edit_item (RgAct *act, RgTxn *txn, GError **error)
{
  RgDb *db = rg_txn_get_db (txn);
  g_autoptr (RgCartItem) item = (RgCartItem *) rg_act_merge (act, db, error);
  g_autoptr (RgProduct) product = item != NULL ? load_product (db, item->product_id, error) : NULL;
  gint64 quantity = RG_CART_ITEM (act->record)->quantity;

  if (product == NULL || !check_quantity (quantity, error))
    return FALSE;
  if (item->status == RG_CART_STATUS_ADDED)
    {
      rg_error_set_invalid (error, "quantity", _ ("%s is in an order already. Set it to Pending first."),
                            product->name);
      return FALSE;
    }
  item->quantity = quantity;
  g_set_object (&act->record, RG_RECORD (item));
  rg_txn_set_words (txn, product->name);
  return rg_txn_update (txn, act->record, error);
}

static gboolean
set_pending (RgAct *act, RgTxn *txn, GError **error)
{
  g_autoptr (GPtrArray) items = load_items (act, rg_txn_get_db (txn), error);

  if (items == NULL || !set_words (txn, items, error))
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      RgCartItem *item = items->pdata[i];

      item->status = RG_CART_STATUS_PENDING;
      item->order_id = 0;
      if (!rg_txn_update (txn, RG_RECORD (item), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
delete_items (RgAct *act, RgTxn *txn, GError **error)
{
  g_autoptr (GPtrArray) items = load_items (act, rg_txn_get_db (txn), error);

  if (items == NULL || !set_words (txn, items, error))
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    if (!rg_txn_delete (txn, items->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* A product recurs once for a customer, whatever the cart says: marking it again changes how often. */
static gboolean
set_recurring (RgTxn *txn, RgCartItem *item, GError **error)
{
  RgDb *db = rg_txn_get_db (txn);
  g_autoptr (GError) local = NULL;
  g_autoptr (RgRecurringItem) recurring = rg_recurring_find (db, item->customer_id, item->product_id, &local);
  g_autoptr (RgProduct) product = local == NULL ? load_product (db, item->product_id, &local) : NULL;

  if (product == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (item->frequency == RG_FREQUENCY_ONCE)
    return recurring == NULL || rg_txn_delete (txn, RG_RECORD (recurring), error);
  if (!check_sold (product, error))
    return FALSE;
  if (recurring != NULL)
    {
      recurring->frequency = item->frequency;
      return rg_txn_update (txn, RG_RECORD (recurring), error);
    }
  recurring = (RgRecurringItem *) rg_record_new (&rg_recurring_item_type);
  recurring->customer_id = item->customer_id;
  recurring->product_id = item->product_id;
  recurring->quantity = item->quantity;
  recurring->frequency = item->frequency;
  return rg_recurring_insert (txn, recurring, error);
}

static gboolean
set_frequency (RgAct *act, RgTxn *txn, GError **error)
{
  g_autoptr (GPtrArray) items = load_items (act, rg_txn_get_db (txn), error);
  guint frequency;

  if (items == NULL || !set_words (txn, items, error))
    return FALSE;
  if (act->text == NULL || !rg_words_parse (&rg_frequency_words, act->text, &frequency))
    {
      rg_error_set_invalid (error, "frequency", _ ("Choose how often: weekly, bi-weekly or monthly."));
      return FALSE;
    }
  for (guint i = 0; i < items->len; i++)
    {
      RgCartItem *item = items->pdata[i];

      item->frequency = frequency;
      if (!rg_txn_update (txn, RG_RECORD (item), error) || !set_recurring (txn, item, error))
        return FALSE;
    }
  return TRUE;
}

/* The order that is meant; NULL without @error when there is none. */
static RgOrder *
find_order (RgAct *act, RgDb *db, GError **error)
{
  if (act->record != NULL)
    return (RgOrder *) rg_db_load (db, &rg_order_type, rg_record_get_id (act->record), error);
  return rg_cart_find_open_order (db, act->customer_id, error);
}

static gboolean
add_order_reasons (RgAct *act, RgOrder *order, GPtrArray *reasons)
{
  g_autofree char *text = NULL;

  if (order == NULL)
    {
      rg_reasons_add (reasons, _ ("The customer has no open order."), _ ("Create an order first."), "order.create");
      return FALSE;
    }
  if (order->customer_id != act->customer_id)
    text = g_strdup_printf (_ ("Order %" PRId64 " is another customer’s."), order->number);
  else if (!rg_order_is_open (order))
    text = g_strdup_printf (_ ("Order %" PRId64 " is not open any more."), order->number);
  if (text != NULL)
    rg_reasons_add (reasons, text, _ ("Choose an open order."), NULL);
  return text == NULL;
}

static void
add_item_reasons (RgCartItem *item, RgProduct *product, gint64 price, RgOrder *order, GPtrArray *reasons)
{
  g_autofree char *then = rg_money_format (item->price_added, item->currency);
  g_autofree char *now = rg_money_format (price, product->currency);
  g_autofree char *text = NULL;

  if (product->retired)
    text = g_strdup_printf (_ ("%s is no longer sold."), product->name);
  else if (item->status == RG_CART_STATUS_ADDED)
    text = g_strdup_printf (_ ("%s is in an order already."), product->name);
  else if (!g_str_equal (product->currency, order->currency))
    /* Translators: a product and two currencies */
    text = g_strdup_printf (_ ("%s is sold in %s and the order is in %s."), product->name, product->currency,
                            order->currency);
  if (text != NULL)
    {
      rg_reasons_add (reasons, text, item->status == RG_CART_STATUS_ADDED ? _ ("Set it to Pending first.") : NULL,
                      NULL);
      return;
    }
  if (price == item->price_added && g_str_equal (product->currency, item->currency))
    return;
  /* Translators: a product and two prices */
  text = g_strdup_printf (_ ("%s was %s when it was added and is %s now."), product->name, then, now);
  rg_reasons_warn (reasons, text, NULL, NULL);
}

static gboolean
why_not_to_order (RgAct *act, RgDb *db, GPtrArray *reasons, GError **error)
{
  g_autoptr (GPtrArray) items = load_items (act, db, error);
  g_autoptr (GError) local = NULL;
  g_autoptr (RgOrder) order = items != NULL ? find_order (act, db, &local) : NULL;
  g_autoptr (RgCustomer) customer = NULL;

  if (rg_error_propagate (error, &local) || items == NULL)
    return FALSE;
  if (items->len == 0)
    return why_not_any (act, db, reasons, error);
  if (!add_order_reasons (act, order, reasons))
    return TRUE;
  customer = (RgCustomer *) rg_db_load (db, &rg_customer_type, act->customer_id, error);
  if (customer == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (RgProduct) product = load_product (db, RG_CART_ITEM (items->pdata[i])->product_id, error);

      if (product == NULL)
        return FALSE;
      add_item_reasons (items->pdata[i], product, rg_customer_price (customer, product->price), order, reasons);
    }
  return TRUE;
}

static gboolean
add_line (RgTxn *txn, RgOrder *order, RgCartItem *item, GPtrArray *lines, GError **error)
{
  RgOrderLine *line = (RgOrderLine *) rg_record_new (&rg_order_line_type);

  g_ptr_array_add (lines, line);
  line->product_id = item->product_id;
  line->quantity = item->quantity;
  line->recurring = item->frequency != RG_FREQUENCY_ONCE;
  item->status = RG_CART_STATUS_ADDED;
  item->order_id = rg_record_get_id (RG_RECORD (order));
  return rg_order_line_fill_in (line, rg_txn_get_db (txn), order, error)
         && rg_order_insert_line (txn, order, line, error) && rg_txn_update (txn, RG_RECORD (item), error);
}

static gboolean
to_order (RgAct *act, RgTxn *txn, GError **error)
{
  RgDb *db = rg_txn_get_db (txn);
  g_autoptr (GPtrArray) items = load_items (act, db, error);
  g_autoptr (RgOrder) order = items != NULL ? find_order (act, db, error) : NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *words = NULL;

  if (order == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    if (!add_line (txn, order, items->pdata[i], lines, error))
      return FALSE;
  words
    /* Translators: a number of items and the number of an order */
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item, order %" PRId64, "%u items, order %" PRId64, items->len),
                       items->len, order->number);
  rg_txn_set_words (txn, words);
  g_set_object (&act->record, RG_RECORD (order));
  return rg_order_update_totals (txn, order, error) && rg_order_update_recurring (txn, order, lines, error);
}

const RgOperation rg_cart_add = {
  .name = "cart.add",
  .label = N_ ("Add to Future Cart"),
  .past = N_ ("Added to the Future Cart"),
  .right = { RG_AREA_CARTS, RG_SCOPE_CREATE },
  .run = add_item,
};

const RgOperation rg_cart_edit = {
  .name = "cart.edit",
  .label = N_ ("Change Quantity"),
  .past = N_ ("Quantity changed in the Future Cart"),
  .right = { RG_AREA_CARTS, RG_SCOPE_EDIT },
  .run = edit_item,
};

const RgOperation rg_cart_set_pending = {
  .name = "cart.set-pending",
  .label = N_ ("Set to Pending"),
  .past = N_ ("Set to Pending"),
  .right = { RG_AREA_CARTS, RG_SCOPE_EDIT },
  .why_not = why_not_any,
  .run = set_pending,
};

const RgOperation rg_cart_delete = {
  .name = "cart.delete",
  .label = N_ ("Delete Selected"),
  .past = N_ ("Deleted from the Future Cart"),
  .right = { RG_AREA_CARTS, RG_SCOPE_DELETE },
  .why_not = why_not_any,
  .run = delete_items,
};

const RgOperation rg_cart_set_frequency = {
  .name = "cart.set-frequency",
  .label = N_ ("Mark Recurring"),
  .past = N_ ("Recurring changed"),
  .right = { RG_AREA_CARTS, RG_SCOPE_EDIT },
  .why_not = why_not_any,
  .run = set_frequency,
};

const RgOperation rg_cart_to_order = {
  .name = "cart.to-order",
  .label = N_ ("Add to Order"),
  .past = N_ ("Added to the order"),
  .right = { RG_AREA_ORDERS, RG_SCOPE_EDIT },
  .why_not = why_not_to_order,
  .run = to_order,
};
