/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-history-dialog.h"

#include "rg-future.h"
#include "rg-report.h"

/* All that was done for a customer, newest first. It follows the file. */

#define PAGE_SIZE 50

struct _RgHistoryDialog
{
  AdwDialog parent_instance;

  RgDesk *desk;
  gint64 customer_id;
  GListStore *items;
  guint limit;

  AdwWindowTitle *title;
  GtkStack *stack;
  GtkListBox *list;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (RgHistoryDialog, rg_history_dialog, ADW_TYPE_DIALOG)

static DexFuture *
load_fiber (gpointer data, gpointer unused)
{
  RgHistoryDialog *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListStore) read
    = dex_await_object (rg_history_of_customer (self->desk, self->customer_id, 0, self->limit + 1), &error);
  guint n;

  if (read == NULL)
    {
      rg_widget_report (GTK_WIDGET (self), error);
      return NULL;
    }
  n = g_list_model_get_n_items (G_LIST_MODEL (read));
  gtk_widget_set_visible (self->more, n > self->limit);
  if (n > self->limit)
    g_list_store_remove (read, n - 1);
  g_list_store_remove_all (self->items);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (read)); i++)
    {
      g_autoptr (RgHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (read), i);

      g_list_store_append (self->items, item);
    }
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
  return NULL;
}

static void
load (RgHistoryDialog *self)
{
  rg_future_enter (self, load_fiber, NULL, NULL);
}

static void
on_more_clicked (RgHistoryDialog *self)
{
  self->limit += PAGE_SIZE;
  load (self);
}

static GtkWidget *
create_row (gpointer item, gpointer desk)
{
  return rg_history_row_new (desk, item);
}

static void
rg_history_dialog_dispose (GObject *object)
{
  RgHistoryDialog *self = RG_HISTORY_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_HISTORY_DIALOG);
  g_clear_object (&self->items);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (rg_history_dialog_parent_class)->dispose (object);
}

static void
rg_history_dialog_init (RgHistoryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (RG_TYPE_HISTORY_ITEM);
  self->limit = PAGE_SIZE;
}

static void
rg_history_dialog_class_init (RgHistoryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_history_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/history/rg-history-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RgHistoryDialog, title);
  gtk_widget_class_bind_template_child (widget_class, RgHistoryDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, RgHistoryDialog, list);
  gtk_widget_class_bind_template_child (widget_class, RgHistoryDialog, more);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked);
}

/**
 * rg_history_dialog_new:
 * @desk: a desk
 * @customer_id: a customer
 * @name: what the customer is called
 *
 * Returns: (transfer floating): the customer's history
 */
AdwDialog *
rg_history_dialog_new (RgDesk *desk, gint64 customer_id, const char *name)
{
  RgHistoryDialog *self = g_object_new (RG_TYPE_HISTORY_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  self->customer_id = customer_id;
  adw_window_title_set_subtitle (self->title, name);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->items), create_row, desk, NULL);
  g_signal_connect_object (desk, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::staff", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  return ADW_DIALOG (self);
}
