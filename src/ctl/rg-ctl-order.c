/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <inttypes.h>

#include "rg-ctl-print.h"
#include "rg-future.h"
#include "rg-lookup.h"
#include "rg-money.h"
#include "rg-order-data.h"

/* Orders. */

static void
print_orders (GPtrArray *orders)
{
  static const char *const headings[]
    = { N_ ("Number"), N_ ("Delivery"), N_ ("Status"), N_ ("Payment"), N_ ("Total"), NULL };
  g_autoptr (RgCtlTable) table = rg_ctl_table_new (headings);

  for (guint i = 0; i < orders->len; i++)
    {
      RgOrder *order = orders->pdata[i];
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, order->number);
      g_autofree char *day = rg_day_to_iso (order->delivery_day);
      g_autofree char *total = rg_money_format (order->total, order->currency);

      rg_ctl_table_add (table, number, day, rg_words_get_label (&rg_order_status_words, order->status),
                        rg_words_get_label (&rg_payment_status_words, order->payment_status), total, NULL);
    }
  rg_ctl_table_print (table);
  if (orders->len == 0)
    rg_ctl_print ("%s", _ ("There are no orders."));
}

static const RgCtlOption orders_options[] = {
  { "limit", "N", N_ ("How many at most (100)") },
  { NULL },
};

static gboolean
run_orders (RgCtl *ctl, GError **error)
{
  g_autoptr (RgCustomer) customer = rg_ctl_find_customer (ctl, ctl->args[0], error);
  g_autoptr (GPtrArray) orders = NULL;
  guint limit;

  if (customer == NULL || !rg_ctl_get_count (ctl, "limit", 100, &limit, error)
      || (orders = rg_ctl_read_rows (ctl, &rg_order_type, rg_record_get_id (RG_RECORD (customer)), limit, error))
           == NULL)
    return FALSE;
  if (ctl->json)
    rg_ctl_print_json (rg_ctl_records_to_json (orders));
  else
    print_orders (orders);
  return TRUE;
}

typedef struct
{
  gint64 number;
  RgOrder *order;
  GPtrArray *lines;
} One;

static GObject *
read_order (RgDb *db, gpointer data, GError **error)
{
  One *one = data;

  one->order = rg_lookup_order (db, one->number, error);
  if (one->order != NULL)
    one->lines = rg_order_read_lines (db, rg_record_get_id (RG_RECORD (one->order)), error);
  return NULL;
}

static void
print_order (One *one)
{
  static const char *const headings[]
    = { N_ ("Line"), N_ ("Quantity"), N_ ("Product"), N_ ("Price"), N_ ("Discount"), N_ ("Total"), NULL };
  g_autoptr (RgCtlTable) table = rg_ctl_table_new (headings);

  rg_ctl_print_record (RG_RECORD (one->order));
  for (guint i = 0; i < one->lines->len; i++)
    {
      RgOrderLine *line = one->lines->pdata[i];
      g_autofree char *nth = g_strdup_printf ("%u", i + 1);
      g_autofree char *quantity = g_strdup_printf ("%" G_GINT64_FORMAT, line->quantity);
      g_autofree char *price = rg_money_format (line->unit_price, line->currency);
      g_autofree char *total = rg_money_format (rg_order_line_get_total (line), line->currency);
      g_autofree char *discount = line->discount > 0 ? g_strdup_printf ("%d.%02d %%", (int) (line->discount / 100),
                                                                        (int) (line->discount % 100))
                                                     : g_strdup ("");

      rg_ctl_table_add (table, nth, quantity, line->name, price, discount, total, NULL);
    }
  rg_ctl_print ("%s", "");
  rg_ctl_table_print (table);
}

static gboolean
run_order (RgCtl *ctl, GError **error)
{
  One one = { 0 };
  gboolean ok = rg_ctl_parse_number (ctl->args[0], &one.number, error)
                && rg_future_wait (rg_desk_read (ctl->desk, read_order, &one, NULL), error);

  if (ok && ctl->json)
    {
      JsonNode *node = rg_record_to_json (RG_RECORD (one.order));

      json_object_set_member (json_node_get_object (node), "lines", rg_ctl_records_to_json (one.lines));
      rg_ctl_print_json (node);
    }
  else if (ok)
    print_order (&one);
  g_clear_object (&one.order);
  g_clear_pointer (&one.lines, g_ptr_array_unref);
  return ok;
}

static const RgCtlOption create_options[] = {
  { "day", "DATE", N_ ("When to deliver, else the next day in the customer’s rhythm") },
  { "pickup", NULL, N_ ("To be picked up") },
  { "for", "WORD", N_ ("What it is made for: manual (else), early or test") },
  { "again", "ORDER", N_ ("A cancelled order to create anew, with its products instead of those that recur") },
  { "note", "TEXT", N_ ("A note on the order") },
  { NULL },
};

/* "PRODUCT" or "PRODUCT=QUANTITY". */
static RgOrderLine *
make_line (RgCtl *ctl, const char *text, GError **error)
{
  g_autoptr (RgOrderLine) line = g_object_new (RG_TYPE_ORDER_LINE, NULL);

  return rg_ctl_find_product (ctl, text, &line->product_id, &line->quantity, error) ? g_steal_pointer (&line) : NULL;
}

/* What an order is made for; one can't say that it was imported, or created anew. */
static gboolean
read_origin (RgCtl *ctl, RgOrder *order, GError **error)
{
  const char *word = rg_ctl_get (ctl, "for");
  guint origin = RG_ORDER_ORIGIN_MANUAL;

  if (word != NULL
      && (!rg_words_parse (&rg_order_origin_words, word, &origin)
          || (origin != RG_ORDER_ORIGIN_MANUAL && origin != RG_ORDER_ORIGIN_EARLY && origin != RG_ORDER_ORIGIN_TEST)))
    {
      rg_ctl_set_usage_error (error, _ ("“%s” is not one of: manual, early, test."), word);
      return FALSE;
    }
  order->origin = origin;
  return TRUE;
}

/* The cancelled order that is to be created anew. */
static gboolean
read_again (RgCtl *ctl, RgAct *act, GError **error)
{
  const char *number = rg_ctl_get (ctl, "again");
  g_autoptr (RgRecord) order = number != NULL ? rg_ctl_find_order (ctl, number, error) : NULL;

  if (order == NULL)
    return number == NULL;
  rg_act_add_id (act, rg_record_get_id (order));
  RG_ORDER (act->record)->origin = RG_ORDER_ORIGIN_RECREATED;
  return TRUE;
}

static gboolean
run_create_order (RgCtl *ctl, GError **error)
{
  g_autoptr (RgCustomer) customer = rg_ctl_find_customer (ctl, ctl->args[0], error);
  g_autoptr (RgOrder) order = g_object_new (RG_TYPE_ORDER, "note", rg_ctl_get (ctl, "note"), NULL);
  g_autoptr (RgAct) act = NULL;

  if (customer == NULL || !read_origin (ctl, order, error))
    return FALSE;
  order->customer_id = rg_record_get_id (RG_RECORD (customer));
  order->kind = rg_ctl_has (ctl, "pickup") ? RG_ORDER_KIND_PICKUP : RG_ORDER_KIND_DELIVERY;
  act = rg_act_new_record (&rg_order_create, RG_RECORD (order));
  act->records = g_ptr_array_new_with_free_func (g_object_unref);
  if (!rg_ctl_get_day (ctl, "day", &act->day, error) || !read_again (ctl, act, error))
    return FALSE;
  for (guint i = 1; i < ctl->n_args; i++)
    {
      RgOrderLine *line = make_line (ctl, ctl->args[i], error);

      if (line == NULL)
        return FALSE;
      g_ptr_array_add (act->records, line);
    }
  if (!rg_ctl_perform (ctl, act, error))
    return FALSE;
  if (ctl->json)
    rg_ctl_print_done (ctl, act);
  else
    rg_ctl_print (_ ("Order %" PRId64 " created (entry %" PRId64 ")."), RG_ORDER (act->record)->number, act->entry_id);
  return TRUE;
}

#define VIEW { RG_AREA_ORDERS, RG_SCOPE_VIEW }

static const RgCtlCommand commands[] = {
  { "orders", "NUMBER", N_ ("List the orders of a customer"), 1, 1, RG_CTL_READS, VIEW, orders_options, run_orders },
  { "create-order", "NUMBER [PRODUCT[=QUANTITY]…]", N_ ("Create an order of these products, and of those that recur"),
    1, G_MAXUINT, RG_CTL_WRITES, VIEW, create_options, run_create_order },
  { "order", "ORDER", N_ ("Show an order with its lines"), 1, 1, RG_CTL_READS, VIEW, NULL, run_order },
};

const RgCtlGroup rg_ctl_order_group = { N_ ("Orders:"), commands, G_N_ELEMENTS (commands) };
