/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-cart-add-dialog.h"

#include "rg-cart-item.h"
#include "rg-future.h"
#include "rg-money.h"
#include "rg-product-data.h"

/* Finds a product and puts it into the Future Cart. */

#define MAX_FOUND 50

#define RG_TYPE_CART_PRODUCT_ROW (rg_cart_product_row_get_type ())
G_DECLARE_FINAL_TYPE (RgCartProductRow, rg_cart_product_row, RG, CART_PRODUCT_ROW, AdwActionRow)

struct _RgCartProductRow
{
  AdwActionRow parent_instance;

  RgProduct *product;
  GtkLabel *price;
};

G_DEFINE_FINAL_TYPE (RgCartProductRow, rg_cart_product_row, ADW_TYPE_ACTION_ROW)

static void
rg_cart_product_row_dispose (GObject *object)
{
  RgCartProductRow *self = RG_CART_PRODUCT_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_CART_PRODUCT_ROW);
  g_clear_object (&self->product);

  G_OBJECT_CLASS (rg_cart_product_row_parent_class)->dispose (object);
}

static void
rg_cart_product_row_init (RgCartProductRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_cart_product_row_class_init (RgCartProductRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_cart_product_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/cart/rg-cart-product-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RgCartProductRow, price);
}

struct _RgCartAddDialog
{
  AdwDialog parent_instance;

  RgDesk *desk;
  gint64 customer_id;
  GListStore *found;
  guint serial; /* of the newest search */

  GtkEditable *search;
  GtkSpinButton *quantity;
  GtkLabel *problem;
  GtkStack *stack;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (RgCartAddDialog, rg_cart_add_dialog, ADW_TYPE_DIALOG)

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  RgProduct *product = item;
  RgCartProductRow *row = g_object_new (RG_TYPE_CART_PRODUCT_ROW, "title", product->name, NULL);
  g_autofree char *price = rg_money_format (product->price, product->currency);
  g_autofree char *subtitle
    = product->unit != NULL ? g_strdup_printf ("%s · %s", product->number, product->unit) : g_strdup (product->number);

  row->product = g_object_ref (product);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_label_set_label (row->price, price);
  return GTK_WIDGET (row);
}

typedef struct
{
  char *text;
  GPtrArray *products;
} Search;

static GObject *
read_products (RgDb *db, gpointer data, GError **error)
{
  Search *search = data;

  search->products = rg_products_search (db, search->text, FALSE, 0, MAX_FOUND, error);
  return NULL;
}

static DexFuture *
search_fiber (gpointer self_pointer, gpointer data)
{
  RgCartAddDialog *self = self_pointer;
  guint serial = ++self->serial;
  Search search = { g_strdup (gtk_editable_get_text (self->search)), NULL };
  g_autoptr (GError) error = NULL;

  dex_await (rg_desk_read (self->desk, read_products, &search, NULL), &error);
  if (search.products != NULL && serial == self->serial && self->stack != NULL)
    {
      g_list_store_splice (self->found, 0, g_list_model_get_n_items (G_LIST_MODEL (self->found)),
                           search.products->pdata, search.products->len);
      gtk_stack_set_visible_child_name (self->stack, search.products->len > 0 ? "products" : "none");
    }
  g_free (search.text);
  g_clear_pointer (&search.products, g_ptr_array_unref);
  return error != NULL ? dex_future_new_for_error (g_steal_pointer (&error)) : NULL;
}

static void
on_search_changed (RgCartAddDialog *self)
{
  if (self->desk != NULL)
    rg_future_enter (self, search_fiber, NULL, NULL);
}

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
on_row_activated (RgCartAddDialog *self, GtkListBoxRow *row)
{
  rg_future_enter (self, add_fiber, g_object_ref (RG_CART_PRODUCT_ROW (row)->product), g_object_unref);
}

static void
on_search_activated (RgCartAddDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 1)
    on_row_activated (self, row);
  else if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
rg_cart_add_dialog_dispose (GObject *object)
{
  RgCartAddDialog *self = RG_CART_ADD_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_CART_ADD_DIALOG);
  g_clear_object (&self->desk);
  g_clear_object (&self->found);

  G_OBJECT_CLASS (rg_cart_add_dialog_parent_class)->dispose (object);
}

static void
rg_cart_add_dialog_init (RgCartAddDialog *self)
{
  self->found = g_list_store_new (RG_TYPE_PRODUCT);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->found), create_row, NULL, NULL);
}

static void
rg_cart_add_dialog_class_init (RgCartAddDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_cart_add_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/cart/rg-cart-add-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RgCartAddDialog, search);
  gtk_widget_class_bind_template_child (widget_class, RgCartAddDialog, quantity);
  gtk_widget_class_bind_template_child (widget_class, RgCartAddDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, RgCartAddDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, RgCartAddDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
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
  on_search_changed (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
