/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-confirm-dialog.h"
#include "rg-future.h"
#include "rg-note-log.h"
#include "rg-order-actions.h"
#include "rg-order-dialog-private.h"
#include "rg-order-line-row.h"
#include "rg-order-operations.h"

/* How the dialog of an order saves what was changed, and closes. */

static gboolean
differs (RgOrder *a, RgOrder *b)
{
  for (guint i = 0; i < rg_order_type.n_fields; i++)
    if (!rg_record_is_field_equal (RG_RECORD (a), RG_RECORD (b), &rg_order_type.fields[i]))
      return TRUE;
  return FALSE;
}

/* A custom order is worth a note, where the person wishes one: what is in it now, and why. */
static void
log_note (RgOrderDialog *self)
{
  g_autofree char *words = rg_order_dup_words (self->order);
  g_autofree char *about
    = self->order->note != NULL ? g_strdup_printf ("%s. %s", words, self->order->note) : g_strdup (words);

  if (self->touched && adw_switch_row_get_active (self->log))
    rg_note_log (GTK_WIDGET (self), self->desk, self->order->customer_id, _ (rg_order_edit.past), about);
}

/* What there is to think of first. When it is not to be, the date goes back. */
static gboolean
await_confirmation (RgOrderDialog *self, RgAct *act, GError **error)
{
  g_autofree char *heading = NULL;
  g_autofree char *text = NULL;

  if (!dex_await (rg_desk_why_not (self->desk, act), error))
    return FALSE;
  act->flag = TRUE;
  if (act->reasons->len == 0 || rg_reasons_prevent (act->reasons, TRUE))
    return TRUE;
  text = rg_reasons_dup_text (act->reasons);
  heading = g_strdup_printf (_ ("Change Order #%" PRId64 "?"), self->order->number);
  if (dex_await_boolean (rg_confirm (GTK_WIDGET (self), heading, text, _ ("Change _Order"), ADW_RESPONSE_SUGGESTED),
                         NULL))
    return TRUE;
  if (self->delivery_day != NULL)
    gtk_editable_set_text (self->delivery_day, g_object_get_data (G_OBJECT (self->delivery_day), "shown"));
  return FALSE;
}

/* What was typed into the lines and not left yet. */
static gboolean
await_lines (RgOrderDialog *self, GError **error)
{
  for (guint i = 0; self->line_store != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->line_store)); i++)
    {
      g_autoptr (RgAct) act = NULL;

      if (!rg_order_line_row_take_act (RG_ORDER_LINE_ROW (gtk_list_box_get_row_at_index (self->lines, (int) i)), &act))
        {
          g_set_error (error, RG_ERROR, RG_ERROR_INVALID, _ ("Put the price or discount right that can’t be read."));
          return FALSE;
        }
      if (act != NULL && !dex_await (rg_desk_perform (self->desk, act), error))
        return FALSE;
    }
  return TRUE;
}

/* There is one way to cancel, which asks first; until that is answered the order is as it was. */
static void
divert_cancel (RgOrderDialog *self, RgOrder *order)
{
  if (order->status != RG_ORDER_STATUS_CANCELLED || self->order->status == RG_ORDER_STATUS_CANCELLED)
    return;
  order->status = self->order->status;
  rg_order_begin_cancel (GTK_WIDGET (self), self->desk, self->order_id);
}

/* What can't be saved keeps the dialog open, and the program with it, unless the person gives it up. What somebody else
 * changed meanwhile is looked at first: the same again saves it. */
static gboolean
await_may_close (RgOrderDialog *self, const GError *error)
{
  g_autofree char *text = NULL;

  if (error == NULL)
    return TRUE;
  text = g_strdup_printf ("%s\n\n%s", error->message, _ ("What can’t be saved is lost; all else is saved already."));
  if (!g_error_matches (error, RG_ERROR, RG_ERROR_CONFLICT)
      && dex_await_boolean (rg_confirm (GTK_WIDGET (self), _ ("Discard What Can’t Be Saved?"), text, _ ("_Discard"),
                                        ADW_RESPONSE_DESTRUCTIVE),
                            NULL))
    return self->problem != NULL;
  if (self->problem != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.stay", NULL);
  return FALSE;
}

/* Saves what differs; a refused choice goes back to what is on file, a refused text stays. */
static DexFuture *
save_fiber (gpointer self_pointer, gpointer closing)
{
  RgOrderDialog *self = self_pointer;
  g_autoptr (GError) error = NULL;
  g_autoptr (RgOrder) order = rg_order_dialog_make_order (self, &error);
  g_autoptr (RgAct) act = NULL;
  gboolean fine = TRUE;

  if (order != NULL)
    divert_cancel (self, order);
  if (order != NULL && differs (order, self->order))
    {
      act = rg_act_new_edit (&rg_order_edit, RG_RECORD (order), RG_RECORD (self->order));
      self->saving = TRUE;
      fine = await_confirmation (self, act, &error);
      if (fine && dex_await (rg_desk_perform (self->desk, act), &error) && self->problem != NULL)
        rg_order_dialog_set_saved (self);
      self->saving = FALSE;
    }
  if (!fine && error == NULL && self->problem != NULL)
    return rg_order_dialog_load (self, NULL);
  if (error == NULL && GPOINTER_TO_INT (closing))
    await_lines (self, &error);
  if (self->problem == NULL)
    return NULL;
  if (g_error_matches (error, RG_ERROR, RG_ERROR_CONFLICT) && act != NULL)
    rg_record_assign (RG_RECORD (self->order), act->base);
  rg_order_dialog_show_problem (self, error);
  if (GPOINTER_TO_INT (closing) && await_may_close (self, error))
    {
      log_note (self);
      adw_dialog_force_close (ADW_DIALOG (self));
      return NULL;
    }
  if (self->problem == NULL)
    return NULL;
  return order != NULL ? rg_order_dialog_load (self, NULL) : NULL;
}

/**
 * rg_order_dialog_save: (skip)
 * @self: a dialog
 * @closing: whether to close it then
 *
 * Saves what was changed. What can't be saved stays and is marked.
 */
void
rg_order_dialog_save (RgOrderDialog *self, gboolean closing)
{
  rg_future_enter (self, save_fiber, GINT_TO_POINTER (closing), NULL);
}
