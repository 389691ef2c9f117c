/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "rg-cart-item.h"
#include "rg-ctl-print.h"
#include "rg-future.h"
#include "rg-money.h"
#include "rg-product.h"
#include "rg-recurring-item.h"

/* What customers mean to order later, and what they get again and again. */

typedef struct
{
  GPtrArray *rows;
  GPtrArray *names;
} Names;

static GObject *
read_names (RgDb *db, gpointer data, GError **error)
{
  Names *names = data;

  names->names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < names->rows->len; i++)
    {
      gint64 id;
      g_autoptr (RgProduct) product = NULL;

      g_object_get (names->rows->pdata[i], "product-id", &id, NULL);
      product = (RgProduct *) rg_db_load (db, &rg_product_type, id, error);
      if (product == NULL)
        return NULL;
      g_ptr_array_add (names->names, g_strdup (product->name));
    }
  return NULL;
}

/* The rows of a customer, with the names of their products. */
static gboolean
read_rows (RgCtl *ctl, const RgRecordType *type, Names *names, GError **error)
{
  g_autoptr (RgCustomer) customer = rg_ctl_find_customer (ctl, ctl->args[0], error);

  if (customer == NULL)
    return FALSE;
  names->rows = rg_ctl_read_rows (ctl, type, rg_record_get_id (RG_RECORD (customer)), 0, error);
  return names->rows != NULL && rg_future_wait (rg_desk_read (ctl->desk, read_names, names, NULL), error);
}

static void
names_clear (Names *names)
{
  g_clear_pointer (&names->rows, g_ptr_array_unref);
  g_clear_pointer (&names->names, g_ptr_array_unref);
}

static void
print_rows (Names *names)
{
  JsonNode *node = rg_ctl_records_to_json (names->rows);
  JsonArray *array = json_node_get_array (node);

  for (guint i = 0; i < names->names->len; i++)
    json_object_set_string_member (json_array_get_object_element (array, i), "product", names->names->pdata[i]);
  rg_ctl_print_json (node);
}

static void
print_cart (Names *names)
{
  static const char *const headings[]
    = { N_ ("ID"), N_ ("Quantity"), N_ ("Product"), N_ ("Price when added"), N_ ("Status"), N_ ("Recurring"), NULL };
  g_autoptr (RgCtlTable) table = rg_ctl_table_new (headings);

  for (guint i = 0; i < names->rows->len; i++)
    {
      RgCartItem *item = names->rows->pdata[i];
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, rg_record_get_id (RG_RECORD (item)));
      g_autofree char *quantity = g_strdup_printf ("%" G_GINT64_FORMAT, item->quantity);
      g_autofree char *price = rg_money_format (item->price_added, item->currency);

      rg_ctl_table_add (table, id, quantity, names->names->pdata[i], price,
                        rg_words_get_label (&rg_cart_status_words, item->status),
                        rg_words_get_label (&rg_frequency_words, item->frequency), NULL);
    }
  rg_ctl_table_print (table);
  if (names->rows->len == 0)
    rg_ctl_print ("%s", _ ("The Future Cart is empty."));
}

static gboolean
run_cart (RgCtl *ctl, GError **error)
{
  Names names = { 0 };
  gboolean ok = read_rows (ctl, &rg_cart_item_type, &names, error);

  if (ok && ctl->json)
    print_rows (&names);
  else if (ok)
    print_cart (&names);
  names_clear (&names);
  return ok;
}

static gboolean
run_add_to_cart (RgCtl *ctl, GError **error)
{
  g_autoptr (RgCustomer) customer = rg_ctl_find_customer (ctl, ctl->args[0], error);
  g_autoptr (RgCartItem) item = g_object_new (RG_TYPE_CART_ITEM, NULL);
  g_autoptr (RgAct) act = NULL;

  if (customer == NULL || !rg_ctl_find_product (ctl, ctl->args[1], &item->product_id, &item->quantity, error))
    return FALSE;
  item->customer_id = rg_record_get_id (RG_RECORD (customer));
  act = rg_act_new_record (&rg_cart_add, RG_RECORD (item));
  return rg_ctl_finish (ctl, act, error);
}

static gboolean
run_set_quantity (RgCtl *ctl, GError **error)
{
  g_autoptr (RgRecord) item = rg_ctl_load (ctl, &rg_cart_item_type, ctl->args[0], error);
  g_autoptr (RgAct) act = item != NULL ? rg_act_new_edit (&rg_cart_edit, item, item) : NULL;

  g_autofree char *quantity = g_strconcat ("quantity=", ctl->args[1], NULL);

  return act != NULL && rg_ctl_set_fields (act->record, quantity, error) && rg_ctl_finish (ctl, act, error);
}

/* An act about the items whose IDs were typed. */
static RgAct *
new_items_act (RgCtl *ctl, const RgOperation *operation, guint from, GError **error)
{
  g_autoptr (RgAct) act = rg_act_new (operation, 0);

  for (guint i = from; i < ctl->n_args; i++)
    {
      gint64 id;

      if (!rg_ctl_parse_number (ctl->args[i], &id, error))
        return NULL;
      rg_act_add_id (act, id);
    }
  return g_steal_pointer (&act);
}

static gboolean
do_to_items (RgCtl *ctl, const RgOperation *operation, GError **error)
{
  g_autoptr (RgAct) act = new_items_act (ctl, operation, 0, error);

  return act != NULL && rg_ctl_finish (ctl, act, error);
}

static gboolean
run_set_pending (RgCtl *ctl, GError **error)
{
  return do_to_items (ctl, &rg_cart_set_pending, error);
}

static gboolean
run_remove_from_cart (RgCtl *ctl, GError **error)
{
  return do_to_items (ctl, &rg_cart_delete, error);
}

static gboolean
run_mark_recurring (RgCtl *ctl, GError **error)
{
  g_autoptr (RgAct) act = new_items_act (ctl, &rg_cart_set_frequency, 1, error);

  if (act == NULL)
    return FALSE;
  act->text = g_strdup (ctl->args[0]);
  return rg_ctl_finish (ctl, act, error);
}

static const RgCtlOption to_order_options[] = {
  { "order", "ORDER", N_ ("Which order, rather than the newest open one") },
  { NULL },
};

static gboolean
run_cart_to_order (RgCtl *ctl, GError **error)
{
  const char *number = rg_ctl_get (ctl, "order");
  g_autoptr (RgAct) act = new_items_act (ctl, &rg_cart_to_order, 0, error);

  if (act == NULL || (number != NULL && (act->record = rg_ctl_find_order (ctl, number, error)) == NULL))
    return FALSE;
  return rg_ctl_finish (ctl, act, error);
}

static void
print_recurring (Names *names)
{
  static const char *const headings[]
    = { N_ ("ID"), N_ ("Quantity"), N_ ("Product"), N_ ("Frequency"), N_ ("Last delivered"), NULL };
  g_autoptr (RgCtlTable) table = rg_ctl_table_new (headings);

  for (guint i = 0; i < names->rows->len; i++)
    {
      RgRecurringItem *item = names->rows->pdata[i];
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, rg_record_get_id (RG_RECORD (item)));
      g_autofree char *quantity = g_strdup_printf ("%" G_GINT64_FORMAT, item->quantity);
      g_autofree char *day = rg_day_to_iso (item->last_day);

      rg_ctl_table_add (table, id, quantity, names->names->pdata[i],
                        rg_words_get_label (&rg_frequency_words, item->frequency), day, NULL);
    }
  rg_ctl_table_print (table);
  if (names->rows->len == 0)
    rg_ctl_print ("%s", _ ("Nothing recurs."));
}

static gboolean
run_recurring (RgCtl *ctl, GError **error)
{
  Names names = { 0 };
  gboolean ok = read_rows (ctl, &rg_recurring_item_type, &names, error);

  if (ok && ctl->json)
    print_rows (&names);
  else if (ok)
    print_recurring (&names);
  names_clear (&names);
  return ok;
}

static const RgCtlOption recurring_options[] = {
  { "frequency", "WORD", N_ ("How often: weekly (else), biweekly or monthly") },
  { NULL },
};

static gboolean
run_add_recurring (RgCtl *ctl, GError **error)
{
  g_autoptr (RgCustomer) customer = rg_ctl_find_customer (ctl, ctl->args[0], error);
  g_autoptr (RgRecurringItem) item = g_object_new (RG_TYPE_RECURRING_ITEM, NULL);
  g_autoptr (RgAct) act = NULL;

  if (customer == NULL || !rg_ctl_find_product (ctl, ctl->args[1], &item->product_id, &item->quantity, error))
    return FALSE;
  item->customer_id = rg_record_get_id (RG_RECORD (customer));
  item->frequency = RG_FREQUENCY_WEEKLY;
  if (rg_ctl_has (ctl, "frequency")
      && !rg_ctl_get_word (ctl, "frequency", &rg_frequency_words, (guint *) &item->frequency, error))
    return FALSE;
  act = rg_act_new_record (&rg_recurring_add, RG_RECORD (item));
  return rg_ctl_finish (ctl, act, error);
}

static gboolean
run_edit_recurring (RgCtl *ctl, GError **error)
{
  return rg_ctl_edit_record (ctl, &rg_recurring_item_type, &rg_recurring_edit, error);
}

static gboolean
run_remove_recurring (RgCtl *ctl, GError **error)
{
  return rg_ctl_do_to_record (ctl, &rg_recurring_item_type, &rg_recurring_remove, FALSE, error);
}

static const RgCtlCommand commands[] = {
  { "cart",
    "NUMBER",
    N_ ("List the Future Cart of a customer"),
    1,
    1,
    RG_CTL_READS,
    { RG_AREA_CARTS, RG_SCOPE_VIEW },
    NULL,
    run_cart },
  { "add-to-cart",
    "NUMBER PRODUCT[=QUANTITY]",
    N_ ("Put a product into the Future Cart, at the price of today"),
    2,
    2,
    RG_CTL_WRITES,
    { RG_AREA_CARTS, RG_SCOPE_VIEW },
    NULL,
    run_add_to_cart },
  { "set-quantity",
    "ID QUANTITY",
    N_ ("Change the quantity of an item that is in no order yet"),
    2,
    2,
    RG_CTL_WRITES,
    { RG_AREA_CARTS, RG_SCOPE_VIEW },
    NULL,
    run_set_quantity },
  { "set-pending",
    "ID…",
    N_ ("Set items that were put into an order to Pending again"),
    1,
    G_MAXUINT,
    RG_CTL_WRITES,
    { RG_AREA_CARTS, RG_SCOPE_VIEW },
    NULL,
    run_set_pending },
  { "mark-recurring",
    "FREQUENCY ID…",
    N_ ("Let items recur: weekly, biweekly or monthly; “once” ends it"),
    2,
    G_MAXUINT,
    RG_CTL_WRITES,
    { RG_AREA_CARTS, RG_SCOPE_VIEW },
    NULL,
    run_mark_recurring },
  { "remove-from-cart",
    "ID…",
    N_ ("Delete items from the Future Cart"),
    1,
    G_MAXUINT,
    RG_CTL_WRITES,
    { RG_AREA_CARTS, RG_SCOPE_VIEW },
    NULL,
    run_remove_from_cart },
  { "cart-to-order",
    "ID…",
    N_ ("Put items of the Future Cart into an order, at the prices of today"),
    1,
    G_MAXUINT,
    RG_CTL_WRITES,
    { RG_AREA_CARTS, RG_SCOPE_VIEW },
    to_order_options,
    run_cart_to_order },
  { "recurring",
    "NUMBER",
    N_ ("List what recurs for a customer"),
    1,
    1,
    RG_CTL_READS,
    { RG_AREA_ORDERS, RG_SCOPE_VIEW },
    NULL,
    run_recurring },
  { "add-recurring",
    "NUMBER PRODUCT[=QUANTITY]",
    N_ ("Put a product into each order of a customer that is due"),
    2,
    2,
    RG_CTL_WRITES,
    { RG_AREA_ORDERS, RG_SCOPE_VIEW },
    recurring_options,
    run_add_recurring },
  { "edit-recurring",
    "ID FIELD=VALUE…",
    N_ ("Change the quantity or frequency of a recurring item"),
    2,
    G_MAXUINT,
    RG_CTL_WRITES,
    { RG_AREA_ORDERS, RG_SCOPE_VIEW },
    NULL,
    run_edit_recurring },
  { "remove-recurring",
    "ID",
    N_ ("Let a product recur no more"),
    1,
    1,
    RG_CTL_WRITES,
    { RG_AREA_ORDERS, RG_SCOPE_VIEW },
    NULL,
    run_remove_recurring },
};

const RgCtlGroup rg_ctl_cart_group = { N_ ("Future Cart and recurring items:"), commands, G_N_ELEMENTS (commands) };
