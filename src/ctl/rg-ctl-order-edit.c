/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "rg-ctl-print.h"
#include "rg-future.h"
#include "rg-order-data.h"

/* Changing an order: what it says of itself, and its products. A product of an order is named by its line, from 1 on,
 * as “order” lists them. */

static gboolean
run_edit_order (RgCtl *ctl, GError **error)
{
  g_autoptr (RgRecord) order = rg_ctl_find_order (ctl, ctl->args[0], error);
  g_autoptr (RgAct) act = order != NULL ? rg_act_new_edit (&rg_order_edit, order, order) : NULL;

  return act != NULL && rg_ctl_set_all (ctl, act->record, 1, error) && rg_ctl_finish (ctl, act, error);
}

static const RgCtlOption confirm_options[] = {
  { "day", "DATE", N_ ("Another date than the one it has") },
  { NULL },
};

static gboolean
run_confirm_order (RgCtl *ctl, GError **error)
{
  g_autoptr (RgRecord) order = rg_ctl_find_order (ctl, ctl->args[0], error);
  g_autoptr (RgAct) act = order != NULL ? rg_act_new_record (&rg_order_confirm_delivery, order) : NULL;

  return act != NULL && rg_ctl_get_day (ctl, "day", &act->day, error) && rg_ctl_finish (ctl, act, error);
}

static gboolean
run_cancel_order (RgCtl *ctl, GError **error)
{
  g_autoptr (RgRecord) order = rg_ctl_find_order (ctl, ctl->args[0], error);
  g_autoptr (RgAct) act = order != NULL ? rg_act_new_record (&rg_order_cancel, order) : NULL;

  if (act != NULL && ctl->n_args > 1)
    act->text = rg_ctl_join (ctl, 1);
  return act != NULL && rg_ctl_finish (ctl, act, error);
}

static gboolean
run_add_line (RgCtl *ctl, GError **error)
{
  g_autoptr (RgRecord) order = rg_ctl_find_order (ctl, ctl->args[0], error);
  g_autoptr (RgOrderLine) line = g_object_new (RG_TYPE_ORDER_LINE, NULL);
  g_autoptr (RgAct) act = NULL;

  if (order == NULL || !rg_ctl_find_product (ctl, ctl->args[1], &line->product_id, &line->quantity, error))
    return FALSE;
  line->order_id = rg_record_get_id (order);
  act = rg_act_new_record (&rg_order_add_line, RG_RECORD (line));
  return rg_ctl_finish (ctl, act, error);
}

typedef struct
{
  gint64 order_id;
  gint64 nth;
} NthLine;

static GObject *
read_line (RgDb *db, gpointer data, GError **error)
{
  NthLine *wanted = data;
  g_autoptr (GPtrArray) lines = rg_order_read_lines (db, wanted->order_id, error);

  if (lines == NULL)
    return NULL;
  if (wanted->nth <= lines->len)
    return g_object_ref (lines->pdata[wanted->nth - 1]);
  g_set_error (error, RG_ERROR, RG_ERROR_NOT_FOUND,
               ngettext ("The order has only %u line.", "The order has only %u lines.", lines->len), lines->len);
  return NULL;
}

/* The line of an order that the first two arguments name. */
static RgRecord *
find_line (RgCtl *ctl, GError **error)
{
  g_autoptr (RgRecord) order = rg_ctl_find_order (ctl, ctl->args[0], error);
  g_auto (GValue) value = G_VALUE_INIT;
  NthLine wanted;

  if (order == NULL || !rg_ctl_parse_number (ctl->args[1], &wanted.nth, error))
    return NULL;
  wanted.order_id = rg_record_get_id (order);
  return rg_future_wait_value (rg_desk_read (ctl->desk, read_line, &wanted, NULL), &value, error)
           ? g_value_dup_object (&value)
           : NULL;
}

static gboolean
run_edit_line (RgCtl *ctl, GError **error)
{
  g_autoptr (RgRecord) line = find_line (ctl, error);
  g_autoptr (RgAct) act = line != NULL ? rg_act_new_edit (&rg_order_edit_line, line, line) : NULL;

  return act != NULL && rg_ctl_set_all (ctl, act->record, 2, error) && rg_ctl_finish (ctl, act, error);
}

static gboolean
run_remove_line (RgCtl *ctl, GError **error)
{
  g_autoptr (RgRecord) line = find_line (ctl, error);
  g_autoptr (RgAct) act = line != NULL ? rg_act_new_record (&rg_order_remove_line, line) : NULL;

  return act != NULL && rg_ctl_finish (ctl, act, error);
}

static const RgCtlCommand commands[] = {
  { "edit-order",
    "ORDER FIELD=VALUE…",
    N_ ("Change the date, status, note, route or fee of an order"),
    2,
    G_MAXUINT,
    RG_CTL_WRITES,
    { RG_AREA_ORDERS, RG_SCOPE_VIEW },
    NULL,
    run_edit_order },
  { "confirm-order",
    "ORDER",
    N_ ("Confirm the delivery date of an order"),
    1,
    1,
    RG_CTL_WRITES,
    { RG_AREA_ORDERS, RG_SCOPE_VIEW },
    confirm_options,
    run_confirm_order },
  { "cancel-order",
    "ORDER [REASON…]",
    N_ ("Cancel an order; what was paid is not given back by that"),
    1,
    G_MAXUINT,
    RG_CTL_WRITES,
    { RG_AREA_ORDERS, RG_SCOPE_VIEW },
    NULL,
    run_cancel_order },
  { "add-line",
    "ORDER PRODUCT[=QUANTITY]",
    N_ ("Put a product into an order, at the price of today"),
    2,
    2,
    RG_CTL_WRITES,
    { RG_AREA_ORDERS, RG_SCOPE_VIEW },
    NULL,
    run_add_line },
  { "edit-line",
    "ORDER LINE FIELD=VALUE…",
    N_ ("Change the quantity, unit_price or discount of a product of an order"),
    3,
    G_MAXUINT,
    RG_CTL_WRITES,
    { RG_AREA_ORDERS, RG_SCOPE_VIEW },
    NULL,
    run_edit_line },
  { "remove-line",
    "ORDER LINE",
    N_ ("Take a product out of an order"),
    2,
    2,
    RG_CTL_WRITES,
    { RG_AREA_ORDERS, RG_SCOPE_VIEW },
    NULL,
    run_remove_line },
};

const RgCtlGroup rg_ctl_order_edit_group = { N_ ("Changing an order:"), commands, G_N_ELEMENTS (commands) };
