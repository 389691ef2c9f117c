/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-money.h"
#include "rg-order-dialog-private.h"
#include "rg-order-operations.h"
#include "rg-record-merge.h"
#include "rg-report.h"
#include "rg-text.h"

/* The fields of an order: filled from what is on file, and read again. */

/**
 * rg_order_dialog_get_row: (skip)
 * @self: a dialog
 * @field: (nullable): a column of an order
 *
 * Returns: (transfer none) (nullable): where that is changed
 */
GtkWidget *
rg_order_dialog_get_row (RgOrderDialog *self, const char *field)
{
  const struct
  {
    const char *field;
    gpointer row;
  } all[] = {
    { "delivery_day", self->delivery_day },
    { "delivery_confirmed", self->confirmed },
    { "route", self->route },
    { "stop", self->stop },
    { "tracking", self->tracking },
    { "note", self->note },
    { "status", self->status },
    { "delivery_fee", self->delivery_fee },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_strcmp0 (all[i].field, field) == 0)
      return all[i].row;
  return NULL;
}

static gboolean
is_typed (GtkEditable *row)
{
  const char *shown = g_object_get_data (G_OBJECT (row), "shown");

  return shown != NULL && !g_str_equal (gtk_editable_get_text (row), shown);
}

/* A field that somebody is typing into keeps what was typed. */
static void
set_text (GtkEditable *row, const char *text)
{
  if (is_typed (row))
    return;
  g_object_set_data_full (G_OBJECT (row), "shown", g_strdup (text != NULL ? text : ""), g_free);
  if (!g_str_equal (gtk_editable_get_text (row), text != NULL ? text : ""))
    gtk_editable_set_text (row, text != NULL ? text : "");
}

static char *
dup_address (RgOrderDialog *self, RgOrderRow *row)
{
  const char *home = rg_settings_get (rg_desk_get_settings (self->desk), RG_SETTING_COUNTRY);

  if (row->order->kind == RG_ORDER_KIND_PICKUP)
    return g_strdup (_ ("The customer picks it up"));
  if (row->address != NULL)
    return rg_address_dup_line (row->address, home);
  return g_strdup (row->order->ship_to != NULL ? row->order->ship_to : _ ("None; add one to the account"));
}

/**
 * rg_order_dialog_show_fields: (skip)
 * @self: a dialog
 * @row: its order as it is on file, with whose it is and where it goes
 *
 * Fills the fields; one in which somebody types keeps what was typed.
 */
void
rg_order_dialog_show_fields (RgOrderDialog *self, RgOrderRow *row)
{
  RgOrder *order = self->order;
  g_autofree char *day = rg_day_format (order->delivery_day);
  g_autofree char *stop = order->stop > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, order->stop) : g_strdup ("");
  g_autofree char *fee = rg_money_format (order->delivery_fee, order->currency);
  g_autofree char *address = dup_address (self, row);
  g_autofree char *title = g_strdup_printf (_ ("Order #%" PRId64), order->number);
  g_autofree char *name = rg_customer_dup_display_name (row->customer);
  g_autofree char *why_not = rg_desk_dup_why_not (self->desk, &rg_order_cancel);

  self->filling = TRUE;
  adw_dialog_set_title (ADW_DIALOG (self), title);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, name);
  if (why_not == NULL && order->status == RG_ORDER_STATUS_CANCELLED)
    why_not = g_strdup (_ ("The order is cancelled already."));
  rg_widget_set_why_not (self->cancel_order, _ ("Cancel order"), why_not);
  set_text (self->delivery_day, day);
  if (order->delivery_day != 0)
    {
      g_autoptr (GDateTime) date = NULL;
      int y, m, d;

      rg_day_split (order->delivery_day, &y, &m, &d);
      date = g_date_time_new_local (y, m, d, 0, 0, 0);
      gtk_calendar_select_day (self->calendar, date);
    }
  adw_switch_row_set_active (self->confirmed, order->delivery_confirmed);
  adw_action_row_set_subtitle (self->address, address);
  set_text (self->route, order->route);
  set_text (self->stop, stop);
  set_text (self->tracking, order->tracking);
  gtk_widget_set_visible (self->open_tracking, order->tracking != NULL && g_str_has_prefix (order->tracking, "http"));
  adw_combo_row_set_selected (self->status, order->status);
  adw_combo_row_set_selected (self->kind, order->kind);
  adw_combo_row_set_selected (self->origin, order->origin);
  adw_combo_row_set_selected (self->payment_type, order->payment_type);
  set_text (self->delivery_fee, fee);
  set_text (self->note, order->note);
  adw_switch_row_set_active (self->alert, order->alert);
  self->filling = FALSE;
}

/**
 * rg_order_dialog_make_order: (skip)
 * @self: a dialog
 * @error: where to put what makes no sense, with its field
 *
 * Returns: (transfer full) (nullable): the order as the fields say
 */
RgOrder *
rg_order_dialog_make_order (RgOrderDialog *self, GError **error)
{
  g_autoptr (RgOrder) order = (RgOrder *) rg_record_copy (RG_RECORD (self->order));
  const char *day = gtk_editable_get_text (self->delivery_day);
  const char *stop = gtk_editable_get_text (self->stop);
  g_autoptr (GError) local = NULL;

  order->delivery_day = rg_text_is_blank (day) ? 0 : rg_day_parse (day, &local);
  if (local != NULL)
    {
      rg_error_set_invalid (error, "delivery_day", "%s", local->message);
      return NULL;
    }
  order->stop = 0;
  if (!rg_text_is_blank (stop) && !g_ascii_string_to_signed (stop, 10, 0, G_MAXINT32, &order->stop, NULL))
    {
      rg_error_set_invalid (error, "stop", _ ("The stop is a number."));
      return NULL;
    }
  if (!rg_money_parse (gtk_editable_get_text (self->delivery_fee), order->currency, &order->delivery_fee, &local))
    {
      rg_error_set_invalid (error, "delivery_fee", "%s", local->message);
      return NULL;
    }
  g_set_str (&order->route, gtk_editable_get_text (self->route));
  g_set_str (&order->tracking, gtk_editable_get_text (self->tracking));
  g_set_str (&order->note, gtk_editable_get_text (self->note));
  order->delivery_confirmed = adw_switch_row_get_active (self->confirmed);
  order->status = adw_combo_row_get_selected (self->status);
  order->kind = adw_combo_row_get_selected (self->kind);
  order->origin = adw_combo_row_get_selected (self->origin);
  order->payment_type = adw_combo_row_get_selected (self->payment_type);
  order->alert = adw_switch_row_get_active (self->alert);
  return g_steal_pointer (&order);
}

/**
 * rg_order_dialog_take_file: (skip)
 * @self: a dialog
 * @file: its order as it is on file
 *
 * The order becomes what is on file; where something is being typed it stays, so that saving tells when somebody else
 * changed the same.
 */
void
rg_order_dialog_take_file (RgOrderDialog *self, RgOrder *file)
{
  g_autoptr (RgRecord) order = rg_record_copy (RG_RECORD (file));

  for (guint i = 0; i < rg_order_type.n_fields; i++)
    {
      GtkWidget *row = rg_order_dialog_get_row (self, rg_order_type.fields[i].column);

      if (row != NULL && GTK_IS_EDITABLE (row) && is_typed (GTK_EDITABLE (row)))
        rg_record_copy_field (order, RG_RECORD (self->order), &rg_order_type.fields[i]);
    }
  rg_record_assign (RG_RECORD (self->order), order);
}

/**
 * rg_order_dialog_set_saved: (skip)
 * @self: a dialog
 *
 * What is in the fields is on file now: the next reading may replace it.
 */
void
rg_order_dialog_set_saved (RgOrderDialog *self)
{
  for (guint i = 0; i < rg_order_type.n_fields; i++)
    {
      GtkWidget *row = rg_order_dialog_get_row (self, rg_order_type.fields[i].column);

      if (row != NULL && GTK_IS_EDITABLE (row))
        g_object_set_data_full (G_OBJECT (row), "shown", g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))), g_free);
    }
}
