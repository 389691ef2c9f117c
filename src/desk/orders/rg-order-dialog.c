/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-order-dialog-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-closures.h"
#include "rg-dialog-future.h"
#include "rg-future.h"
#include "rg-note-dialog.h"
#include "rg-note-operations.h"
#include "rg-order-actions.h"
#include "rg-order-chip.h"
#include "rg-order-closures.h"
#include "rg-order-line-row.h"
#include "rg-order-operations.h"
#include "rg-report.h"
#include "rg-style.h"
#include "rg-undo.h"
#include "rg-word-list.h"

/* An order with all that is in it. Everything is saved as it is changed; what can't be saved stays in its field, which
 * is marked, and keeps the dialog open. */

G_DEFINE_FINAL_TYPE (RgOrderDialog, rg_order_dialog, ADW_TYPE_DIALOG)

enum
{
  PROP_0,
  PROP_ORDER,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
tell (RgOrderDialog *self, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * rg_order_dialog_show_problem: (skip)
 * @self: a dialog
 * @error: (nullable): why something was not saved; its field is marked
 */
void
rg_order_dialog_show_problem (RgOrderDialog *self, const GError *error)
{
  GtkWidget *wrong = error != NULL ? rg_order_dialog_get_row (self, rg_error_get_field (error)) : NULL;

  for (guint i = 0; i < rg_order_type.n_fields; i++)
    {
      GtkWidget *row = rg_order_dialog_get_row (self, rg_order_type.fields[i].column);

      if (row != NULL)
        rg_widget_set_wrong (row, row == wrong);
    }
  gtk_label_set_label (self->problem, error != NULL ? error->message : "");
  if (error != NULL)
    tell (self, error->message);
}

static const char *
get_lines_why_not (RgOrderDialog *self, char **why_not)
{
  *why_not = rg_desk_dup_why_not (self->desk, &rg_order_edit_line);
  if (*why_not == NULL && !rg_order_is_open (self->order))
    *why_not = g_strdup (_ ("Set the order to Open to change its products."));
  return *why_not;
}

static void
show_lines (RgOrderDialog *self, GPtrArray *lines)
{
  GListModel *model = G_LIST_MODEL (self->line_store);
  g_autofree char *why_not = NULL;
  guint n = g_list_model_get_n_items (model), same = 0;

  while (same < MIN (n, lines->len))
    {
      g_autoptr (RgRecord) line = g_list_model_get_item (model, same);

      if (rg_record_get_id (line) != rg_record_get_id (lines->pdata[same]))
        break;
      rg_record_assign (line, lines->pdata[same]);
      same++;
    }
  if (same < n || same < lines->len)
    g_list_store_splice (self->line_store, same, n - same, lines->pdata + same, lines->len - same);
  get_lines_why_not (self, &why_not);
  for (guint i = 0; i < lines->len; i++)
    rg_order_line_row_update (RG_ORDER_LINE_ROW (gtk_list_box_get_row_at_index (self->lines, (int) i)), why_not);
  gtk_widget_set_visible (GTK_WIDGET (self->search), why_not == NULL);
  gtk_label_set_label (self->lines_why_not, why_not != NULL ? why_not : "");
}

static GObject *
read_order (RgDb *db, gpointer data, GError **error)
{
  return (GObject *) rg_order_row_read (db, *(gint64 *) data, error);
}

/* The search for products has the keyboard first; it is hidden in an order that is closed. */
static void
ensure_focus (RgOrderDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean can_search = gtk_widget_get_visible (GTK_WIDGET (self->search));

  if (focus != NULL && gtk_widget_get_ancestor (focus, ADW_TYPE_DIALOG) != NULL)
    return;
  adw_dialog_set_focus (ADW_DIALOG (self), can_search ? rg_product_search_get_entry (self->search) : NULL);
  if (!can_search && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/**
 * rg_order_dialog_load: (skip)
 * @self_pointer: a dialog
 * @unused: nothing
 *
 * Shows the order as it is on file. Runs on a fiber.
 *
 * Returns: %NULL
 */
DexFuture *
rg_order_dialog_load (gpointer self_pointer, gpointer unused)
{
  RgOrderDialog *self = self_pointer;
  guint serial = ++self->serial;
  g_autoptr (GError) error = NULL;
  g_autoptr (RgOrderRow) row = dex_await_object (
    rg_desk_read (self->desk, read_order, g_memdup2 (&self->order_id, sizeof self->order_id), g_free), &error);

  if (serial != self->serial)
    return NULL;
  if (g_error_matches (error, RG_ERROR, RG_ERROR_NOT_FOUND))
    adw_dialog_force_close (ADW_DIALOG (self)); /* its creation was undone */
  else if (error != NULL)
    rg_order_dialog_show_problem (self, error);
  if (row == NULL)
    return NULL;
  if (self->order == NULL)
    {
      self->order = g_object_ref (row->order);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ORDER]);
    }
  else
    rg_order_dialog_take_file (self, row->order);
  show_lines (self, row->lines);
  rg_order_dialog_show_fields (self, row);
  ensure_focus (self);
  return NULL;
}

static void
on_changed (RgOrderDialog *self)
{
  if (!self->filling && !self->saving && self->order != NULL)
    rg_order_dialog_save (self, FALSE);
}

static void
on_day_selected (RgOrderDialog *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = NULL;

  if (self->filling)
    return;
  text = rg_day_format (
    rg_day_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date), g_date_time_get_day_of_month (date)));
  gtk_editable_set_text (self->delivery_day, text);
  gtk_popover_popdown (self->day_popover);
  on_changed (self);
}

static DexFuture *
open_tracking_fiber (gpointer self, gpointer uri)
{
  g_autoptr (GError) error = NULL;

  if (!dex_await (rg_uri_launch (uri, self), &error) && !g_error_matches (error, RG_ERROR, RG_ERROR_CANCELLED))
    {
      if (RG_ORDER_DIALOG (self)->toasts != NULL)
        tell (self, _ ("No program on this computer shows web pages."));
    }
  return NULL;
}

static void
on_open_tracking_clicked (RgOrderDialog *self)
{
  rg_future_enter (self, open_tracking_fiber, g_strdup (self->order->tracking), g_free);
}

static DexFuture *
add_fiber (gpointer self_pointer, gpointer act)
{
  RgOrderDialog *self = self_pointer;
  g_autoptr (GError) error = NULL;

  dex_await (rg_desk_perform (self->desk, act), &error);
  if (self->problem != NULL)
    rg_order_dialog_show_problem (self, error);
  return NULL;
}

static void
on_product_picked (RgOrderDialog *self, RgProduct *product)
{
  g_autoptr (RgOrderLine) line = g_object_new (RG_TYPE_ORDER_LINE, "order-id", self->order_id, "product-id",
                                               rg_record_get_id (RG_RECORD (product)), "quantity", (gint64) 1, NULL);

  rg_future_enter (self, add_fiber, rg_act_new_record (&rg_order_add_line, RG_RECORD (line)), g_object_unref);
}

static void
on_cancel_order_clicked (RgOrderDialog *self)
{
  rg_order_begin_cancel (GTK_WIDGET (self), self->desk, self->order_id);
}

static void
on_close_attempt (RgOrderDialog *self)
{
  if (self->order == NULL)
    adw_dialog_force_close (ADW_DIALOG (self));
  else
    rg_order_dialog_save (self, TRUE);
}

static void
on_desk_changed (RgDesk *desk, GArray *changes, RgOrderDialog *self)
{
  rg_future_enter (self, rg_order_dialog_load, NULL, NULL);
}

static DexFuture *
undo_fiber (gpointer self_pointer, gpointer entry_id)
{
  RgOrderDialog *self = self_pointer;
  g_autoptr (GError) error = NULL;

  if (!dex_await (rg_desk_undo (self->desk, *(gint64 *) entry_id), &error))
    tell (self, error->message);
  return NULL;
}

static void
on_undo_clicked (AdwToast *toast, RgOrderDialog *self)
{
  gint64 *entry_id = g_object_get_data (G_OBJECT (toast), "entry");

  rg_future_enter (self, undo_fiber, g_memdup2 (entry_id, sizeof *entry_id), g_free);
}

/* The window's own toasts are behind the dialog. */
static void
on_desk_performed (RgDesk *desk, RgAct *act, RgOrderDialog *self)
{
  AdwToast *toast;

  if (act->entry_id == 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->touched |= act->operation != &rg_note_add;
  toast = adw_toast_new (_ (act->operation->past));
  adw_toast_set_timeout (toast, 3);
  if (act->operation->undo != RG_UNDO_NEVER && act->operation != &rg_undo)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      g_object_set_data_full (G_OBJECT (toast), "entry", g_memdup2 (&act->entry_id, sizeof act->entry_id), g_free);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_undo_clicked), self, 0);
    }
  adw_toast_overlay_dismiss_all (self->toasts);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
on_tell (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tell (RG_ORDER_DIALOG (widget), g_variant_get_string (parameter, NULL));
}

static void
on_add_note (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgOrderDialog *self = RG_ORDER_DIALOG (widget);

  if (self->order != NULL)
    adw_dialog_present (rg_note_dialog_new (self->desk, self->order->customer_id), widget);
}

static GtkWidget *
create_line_row (gpointer item, gpointer data)
{
  return rg_order_line_row_new (RG_ORDER_DIALOG (data)->desk, item);
}

static void
set_words (AdwComboRow *row, const RgWords *words)
{
  g_autoptr (GListModel) list = rg_word_list_new (words, 0, NULL);

  adw_combo_row_set_model (row, list);
}

static void
rg_order_dialog_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, RG_ORDER_DIALOG (object)->order);
}

static void
rg_order_dialog_dispose (GObject *object)
{
  RgOrderDialog *self = RG_ORDER_DIALOG (object);

  self->filling = TRUE;
  self->serial++;
  if (self->lines != NULL)
    gtk_list_box_bind_model (self->lines, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_ORDER_DIALOG);
  g_clear_object (&self->order);
  g_clear_object (&self->line_store);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (rg_order_dialog_parent_class)->dispose (object);
}

static void
rg_order_dialog_init (RgOrderDialog *self)
{
  self->filling = TRUE;
  self->line_store = g_list_store_new (RG_TYPE_ORDER_LINE);
  gtk_widget_init_template (GTK_WIDGET (self));
  set_words (self->status, &rg_order_status_words);
  set_words (self->kind, &rg_order_kind_words);
  set_words (self->origin, &rg_order_origin_words);
  set_words (self->payment_type, &rg_payment_type_words);
  self->filling = FALSE;
}

static void
rg_order_dialog_class_init (RgOrderDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rg_order_dialog_get_property;
  object_class->dispose = rg_order_dialog_dispose;

  props[PROP_ORDER] = g_param_spec_object ("order", NULL, NULL, RG_TYPE_ORDER,
                                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (RG_TYPE_ORDER_CHIP);
  g_type_ensure (RG_TYPE_PRODUCT_SEARCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/orders/rg-order-dialog.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, RgOrderDialog, name)
  CHILD (toasts);
  CHILD (title);
  CHILD (cancel_order);
  CHILD (problem);
  CHILD (lines);
  CHILD (lines_why_not);
  CHILD (search);
  CHILD (delivery_day);
  CHILD (day_popover);
  CHILD (calendar);
  CHILD (confirmed);
  CHILD (address);
  CHILD (route);
  CHILD (stop);
  CHILD (tracking);
  CHILD (open_tracking);
  CHILD (status);
  CHILD (kind);
  CHILD (origin);
  CHILD (payment_type);
  CHILD (delivery_fee);
  CHILD (note);
  CHILD (alert);
  CHILD (log);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_open_tracking_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_product_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_order_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_close_attempt);
  gtk_widget_class_install_action (widget_class, "order.tell", "s", on_tell);
  gtk_widget_class_install_action (widget_class, "order.add-note", NULL, on_add_note);
  rg_closures_bind (widget_class);
  rg_order_closures_bind (widget_class);
}

/**
 * rg_order_dialog_present:
 * @parent: a widget of the window
 * @desk: a desk
 * @order_id: an order
 *
 * Shows the order, to be worked on.
 */
void
rg_order_dialog_present (GtkWidget *parent, RgDesk *desk, gint64 order_id)
{
  RgOrderDialog *self = g_object_new (RG_TYPE_ORDER_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  self->order_id = order_id;
  rg_product_search_set_desk (self->search, desk);
  gtk_list_box_bind_model (self->lines, G_LIST_MODEL (self->line_store), create_line_row, self, NULL);
  g_signal_connect_object (desk, "changed", G_CALLBACK (on_desk_changed), self, 0);
  g_signal_connect_object (desk, "performed", G_CALLBACK (on_desk_performed), self, 0);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  adw_dialog_set_focus (ADW_DIALOG (self), rg_product_search_get_entry (self->search));
  rg_future_enter (self, rg_order_dialog_load, NULL, NULL);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
