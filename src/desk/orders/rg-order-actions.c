/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-order-actions.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-customer-operations.h"
#include "rg-customer-view.h"
#include "rg-dialog-future.h"
#include "rg-future.h"
#include "rg-order-data.h"
#include "rg-order-dialog.h"
#include "rg-order-operations.h"
#include "rg-place-view.h"
#include "rg-record-fiber.h"
#include "rg-report.h"

static RgDesk *
get_desk (GtkWidget *widget)
{
  if (RG_IS_CUSTOMER_VIEW (widget))
    return rg_customer_view_get_desk (RG_CUSTOMER_VIEW (widget));
  return rg_place_view_get_desk (RG_PLACE_VIEW (widget));
}

static gboolean
has_action (RgAct *act, const char *action)
{
  for (guint i = 0; i < act->reasons->len; i++)
    if (g_strcmp0 (((RgReason *) act->reasons->pdata[i])->action, action) == 0)
      return TRUE;
  return FALSE;
}

/* ---- creating ---- */

typedef struct
{
  RgDesk *desk;
  RgAct *act;
} Creation;

static void
creation_free (gpointer data)
{
  Creation *creation = data;

  g_object_unref (creation->desk);
  g_object_unref (creation->act);
  g_free (creation);
}

static GObject *
find_open_order (RgDb *db, gpointer data, GError **error)
{
  RgAct *act = data;
  g_autoptr (GPtrArray) week = rg_orders_between (db, act->customer_id, act->day - 6, act->day + 6, error);
  g_autoptr (GPtrArray) open = week != NULL ? rg_orders_open (db, act->customer_id, 1, error) : NULL;

  if (open == NULL)
    return NULL;
  if (open->len > 0)
    return g_object_ref (open->pdata[0]);
  return week->len > 0 ? g_object_ref (week->pdata[0]) : NULL;
}

/* The order that stands in the way: the next open one, else the one of that week. */
static void
await_existing (GtkWidget *widget, Creation *creation)
{
  g_autoptr (RgOrder) order = dex_await_object (
    rg_desk_read (creation->desk, find_open_order, g_object_ref (creation->act), g_object_unref), NULL);

  if (order != NULL && gtk_widget_get_root (widget) != NULL)
    rg_order_dialog_present (widget, creation->desk, rg_record_get_id (RG_RECORD (order)));
}

static void
await_reactivation (GtkWidget *widget, Creation *creation)
{
  g_autoptr (RgAct) act = rg_act_new (&rg_customer_reactivate, creation->act->customer_id);
  g_autoptr (GError) error = NULL;

  if (!dex_await (rg_desk_perform (creation->desk, act), &error))
    rg_widget_report (widget, error);
  else
    rg_order_begin_create (widget, creation->desk, creation->act);
}

static void
await_creation (GtkWidget *widget, Creation *creation)
{
  g_autoptr (GError) error = NULL;

  if (!dex_await (rg_desk_perform (creation->desk, creation->act), &error))
    rg_widget_report (widget, error);
  else if (gtk_widget_get_root (widget) != NULL)
    rg_order_dialog_present (widget, creation->desk, rg_record_get_id (creation->act->record));
}

/* All that speaks against it at once, with the ways on. */
static AdwAlertDialog *
make_question (RgDesk *desk, RgAct *act)
{
  gboolean prevented = rg_reasons_prevent (act->reasons, TRUE);
  g_autofree char *reasons = rg_reasons_dup_text (act->reasons);
  g_autofree char *day = rg_day_format_short (act->day, rg_desk_get_today (desk));
  g_autofree char *body = prevented || act->day == 0
                            ? g_strdup (reasons)
                            /* Translators: the day of delivery, then what to think of first */
                            : g_strdup_printf (_ ("It would be delivered on %s.\n\n%s"), day, reasons);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (
    adw_alert_dialog_new (prevented ? _ ("No Order Can Be Created") : _ ("Create Another Order?"), body));

  adw_alert_dialog_add_response (dialog, "cancel", prevented ? _ ("_Close") : _ ("_Cancel"));
  if (has_action (act, "customer.reactivate"))
    adw_alert_dialog_add_response (dialog, "reactivate", _ ("_Reactivate Account"));
  if (has_action (act, "cart.review"))
    adw_alert_dialog_add_response (dialog, "cart", _ ("Review _Future Cart"));
  if (has_action (act, "address.add"))
    adw_alert_dialog_add_response (dialog, "account", _ ("Add _Address"));
  if (has_action (act, "order.edit"))
    adw_alert_dialog_add_response (dialog, "open", _ ("_Open That Order"));
  if (!prevented)
    {
      adw_alert_dialog_set_heading (dialog,
                                    has_action (act, "order.edit") ? _ ("Create Another Order?") : _ ("Create Order?"));
      adw_alert_dialog_add_response (dialog, "create", _ ("Create _Order"));
      adw_alert_dialog_set_response_appearance (dialog, "create", ADW_RESPONSE_SUGGESTED);
      adw_alert_dialog_set_default_response (dialog, "create");
    }
  adw_alert_dialog_set_close_response (dialog, "cancel");
  return dialog;
}

static DexFuture *
begin_fiber (gpointer widget, gpointer data)
{
  Creation *creation = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *answer = NULL;

  if (!dex_await (rg_desk_why_not (creation->desk, creation->act), &error))
    {
      rg_widget_report (widget, error);
      return NULL;
    }
  if (creation->act->reasons->len > 0)
    answer = dex_await_string (rg_alert_dialog_choose (make_question (creation->desk, creation->act), widget), NULL);
  else
    answer = g_strdup ("create");
  /* The person may have left meanwhile. */
  if (answer == NULL || gtk_widget_get_root (widget) == NULL)
    return NULL;
  if (g_str_equal (answer, "create"))
    {
      creation->act->flag = TRUE;
      await_creation (widget, creation);
    }
  else if (g_str_equal (answer, "open"))
    await_existing (widget, creation);
  else if (g_str_equal (answer, "reactivate"))
    await_reactivation (widget, creation);
  else if (!g_str_equal (answer, "cancel"))
    gtk_widget_activate_action (widget, "page.show-view", "s", answer);
  return NULL;
}

/**
 * rg_order_begin_create:
 * @widget: the widget that asked for it
 * @desk: the desk
 * @act: (transfer none): an order.create
 *
 * Creates the order and opens it; asks first when there is something to think of, and offers the ways on when it can't
 * be.
 */
void
rg_order_begin_create (GtkWidget *widget, RgDesk *desk, RgAct *act)
{
  Creation *creation = g_new0 (Creation, 1);

  creation->desk = g_object_ref (desk);
  creation->act = g_object_ref (act);
  rg_future_enter (widget, begin_fiber, creation, creation_free);
}

/* ---- what is done with one order ---- */

typedef struct
{
  RgDesk *desk;
  gint64 order_id;
  const char *action;
} Chosen;

static void
chosen_free (gpointer data)
{
  Chosen *chosen = data;

  g_object_unref (chosen->desk);
  g_free (chosen);
}

static GObject *
read_order (RgDb *db, gpointer data, GError **error)
{
  return (GObject *) rg_order_row_read (db, *(gint64 *) data, error);
}

static DexFuture *
cancel_fiber (GtkWidget *widget, RgDesk *desk, gint64 order_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgOrderRow) row
    = dex_await_object (rg_desk_read (desk, read_order, g_memdup2 (&order_id, sizeof order_id), g_free), &error);
  g_autoptr (RgAct) act = row != NULL ? rg_act_new_record (&rg_order_cancel, RG_RECORD (row->order)) : NULL;
  g_autoptr (GtkBuilder) builder = NULL;
  g_autofree char *reasons = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *answer = NULL;
  const char *reason;
  AdwAlertDialog *dialog;

  if (act == NULL)
    {
      rg_widget_report (widget, error);
      return NULL;
    }
  reasons = rg_widget_await_reasons (widget, desk, act);
  if (reasons == NULL)
    return NULL;
  heading = g_strdup_printf (_ ("Cancel Order #%" PRId64 "?"), row->order->number);
  builder = gtk_builder_new_from_resource ("/app/regulars/Regulars/orders/rg-order-cancel.ui");
  dialog = ADW_ALERT_DIALOG (gtk_builder_get_object (builder, "dialog"));
  adw_alert_dialog_set_heading (dialog, heading);
  if (act->reasons->len > 0)
    adw_alert_dialog_set_body (dialog, reasons);
  answer = dex_await_string (rg_alert_dialog_choose (dialog, widget), NULL);
  if (g_strcmp0 (answer, "cancel-order") != 0)
    return NULL;
  act->flag = TRUE;
  reason = gtk_editable_get_text (GTK_EDITABLE (gtk_builder_get_object (builder, "reason")));
  if (*reason != '\0')
    g_set_str (&act->text, reason);
  if (!dex_await (rg_desk_perform (desk, act), &error))
    rg_widget_report (widget, error);
  return NULL;
}

/**
 * rg_order_begin_cancel:
 * @widget: the widget that asked for it
 * @desk: the desk
 * @order_id: an order
 *
 * Asks for the reason, says what there is to think of, and cancels the order.
 */
void
rg_order_begin_cancel (GtkWidget *widget, RgDesk *desk, gint64 order_id)
{
  rg_widget_enter (widget, desk, order_id, cancel_fiber);
}

/* The rest needs the order first. */
static DexFuture *
chosen_fiber (gpointer widget, gpointer data)
{
  Chosen *chosen = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RgOrderRow) row = dex_await_object (
    rg_desk_read (chosen->desk, read_order, g_memdup2 (&chosen->order_id, sizeof chosen->order_id), g_free), &error);

  if (row == NULL)
    {
      rg_widget_report (widget, error);
      return NULL;
    }
  if (g_str_equal (chosen->action, "order.copy-number"))
    rg_widget_copy_number (widget, row->order->number);
  else if (g_str_equal (chosen->action, "order.show-customer"))
    gtk_widget_activate_action (widget, "win.open-customer", "x", row->order->customer_id);
  else if (g_str_equal (chosen->action, "order.confirm-delivery"))
    rg_widget_perform (widget, chosen->desk, rg_act_new_record (&rg_order_confirm_delivery, RG_RECORD (row->order)));
  else
    {
      g_autoptr (RgAct) act = rg_act_new (&rg_order_create, row->order->customer_id);

      rg_act_add_id (act, chosen->order_id);
      act->record = g_object_new (RG_TYPE_ORDER, "kind", row->order->kind, "origin", RG_ORDER_ORIGIN_RECREATED, "note",
                                  row->order->note, NULL);
      rg_order_begin_create (widget, chosen->desk, act);
    }
  return NULL;
}

static void
on_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gint64 order_id = g_variant_get_int64 (parameter);
  Chosen *chosen;

  if (g_str_equal (action, "order.open"))
    {
      rg_order_dialog_present (widget, get_desk (widget), order_id);
      return;
    }
  if (g_str_equal (action, "order.cancel"))
    {
      rg_order_begin_cancel (widget, get_desk (widget), order_id);
      return;
    }
  chosen = g_new0 (Chosen, 1);
  chosen->desk = g_object_ref (get_desk (widget));
  chosen->order_id = order_id;
  chosen->action = g_intern_string (action);
  rg_future_enter (widget, chosen_fiber, chosen, chosen_free);
}

/**
 * rg_order_actions_install:
 * @klass: the class of a view that lists orders
 */
void
rg_order_actions_install (GtkWidgetClass *klass)
{
  static const char *const actions[]
    = { "order.open",     "order.show-customer", "order.copy-number", "order.confirm-delivery",
        "order.recreate", "order.cancel" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i], "x", on_action);
}
