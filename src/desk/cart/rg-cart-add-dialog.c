/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-cart-add-dialog.h"

#include "rg-cart-operations.h"
#include "rg-future.h"
#include "rg-product-search.h"

/* Finds a product and puts it into the Future Cart. */

struct _RgCartAddDialog
{
  AdwDialog parent_instance;

  RgDesk *desk;
  gint64 customer_id;

  RgProductSearch *search;
  GtkSpinButton *quantity;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (RgCartAddDialog, rg_cart_add_dialog, ADW_TYPE_DIALOG)

static DexFuture *
add_fiber (gpointer self_pointer, gpointer data)
{
  RgCartAddDialog *self = self_pointer;
  g_autoptr (RgCartItem) item = (RgCartItem *) rg_record_new (&rg_cart_item_type);
  g_autoptr (RgAct) act = NULL;
  g_autoptr (GError) error = NULL;

  item->customer_id = self->customer_id;
  item->product_id = rg_record_get_id (data);
  item->quantity = gtk_spin_button_get_value_as_int (self->quantity);
  act = rg_act_new_record (&rg_cart_add, RG_RECORD (item));
  if (dex_await (rg_desk_perform (self->desk, act), &error))
    adw_dialog_close (ADW_DIALOG (self));
  else if (self->problem != NULL)
    {
      gtk_label_set_label (self->problem, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
    }
  return NULL;
}

static void
on_product_picked (RgCartAddDialog *self, RgProduct *product)
{
  rg_future_enter (self, add_fiber, g_object_ref (product), g_object_unref);
}

static void
rg_cart_add_dialog_dispose (GObject *object)
{
  RgCartAddDialog *self = RG_CART_ADD_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_CART_ADD_DIALOG);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (rg_cart_add_dialog_parent_class)->dispose (object);
}

static void
rg_cart_add_dialog_init (RgCartAddDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_cart_add_dialog_class_init (RgCartAddDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_cart_add_dialog_dispose;

  g_type_ensure (RG_TYPE_PRODUCT_SEARCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/cart/rg-cart-add-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RgCartAddDialog, search);
  gtk_widget_class_bind_template_child (widget_class, RgCartAddDialog, quantity);
  gtk_widget_class_bind_template_child (widget_class, RgCartAddDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_product_picked);
}

/**
 * rg_cart_add_dialog_present:
 * @parent: a widget of the window
 * @desk: the desk
 * @customer_id: whose cart
 *
 * Lets the person choose a product for the cart.
 */
void
rg_cart_add_dialog_present (GtkWidget *parent, RgDesk *desk, gint64 customer_id)
{
  RgCartAddDialog *self = g_object_new (RG_TYPE_CART_ADD_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  self->customer_id = customer_id;
  rg_product_search_set_desk (self->search, desk);
  adw_dialog_set_focus (ADW_DIALOG (self), rg_product_search_get_entry (self->search));
  adw_dialog_present (ADW_DIALOG (self), parent);
}
