/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-cart-row.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-cart-operations.h"
#include "rg-future.h"
#include "rg-money.h"
#include "rg-product-dialog.h"
#include "rg-product-image.h"
#include "rg-report.h"
#include "rg-style.h"

/* One item of the Future Cart: what it cost when it was added, and what it costs now. */

struct _RgCartRow
{
  GtkListBoxRow parent_instance;

  RgCustomerProfile *profile;
  RgCartItem *item; /* as on file */
  gboolean saving;

  GtkCheckButton *check;
  RgProductImage *image;
  GtkLabel *name;
  GtkLabel *status;
  GtkLabel *about;
  GtkLabel *recurring;
  GtkSpinButton *quantity;
  GtkWidget *retired;
  GtkLabel *price;
  GtkLabel *change;
  GtkWidget *open;
};

G_DEFINE_FINAL_TYPE (RgCartRow, rg_cart_row, GTK_TYPE_LIST_BOX_ROW)

static void
on_check_toggled (RgCartRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "cart.selection-changed", NULL);
}

static void
on_open_clicked (RgCartRow *self)
{
  rg_product_dialog_open (GTK_WIDGET (self), rg_customer_profile_get_desk (self->profile), self->item->product_id);
}

static gboolean
await_saved (RgCartRow *self, RgRecord *base, gint64 quantity)
{
  g_autoptr (RgAct) act = rg_act_new_edit (&rg_cart_edit, base, base);
  g_autoptr (GError) error = NULL;

  RG_CART_ITEM (act->record)->quantity = quantity;
  if (dex_await (rg_desk_perform (rg_customer_profile_get_desk (self->profile), act), &error))
    return TRUE;
  rg_widget_report (GTK_WIDGET (self), error);
  return FALSE;
}

/* Saves the quantity; those that were gone through meanwhile come to one more, each a change to the one before. */
static DexFuture *
save_fiber (gpointer self_pointer, gpointer unused)
{
  RgCartRow *self = self_pointer;
  g_autoptr (RgCustomerProfile) profile = g_object_ref (self->profile);
  g_autoptr (RgRecord) base = rg_record_copy (RG_RECORD (self->item));
  gint64 quantity;

  while (self->quantity != NULL
         && (quantity = gtk_spin_button_get_value_as_int (self->quantity)) != RG_CART_ITEM (base)->quantity)
    {
      if (!await_saved (self, base, quantity))
        {
          dex_await (rg_customer_profile_refresh (profile), NULL);
          break;
        }
      RG_CART_ITEM (base)->quantity = quantity;
      dex_await (rg_customer_profile_refresh (profile), NULL);
      /* Another look at the file may be under way yet. */
      if (self->item != NULL)
        self->item->quantity = quantity;
    }
  self->saving = FALSE;
  if (self->quantity != NULL)
    rg_cart_row_update (self);
  return NULL;
}

static void
on_quantity_changed (RgCartRow *self)
{
  if (self->saving || self->item == NULL || gtk_spin_button_get_value_as_int (self->quantity) == self->item->quantity)
    return;
  self->saving = TRUE;
  rg_future_enter (self, save_fiber, NULL, NULL);
}

static void
rg_cart_row_dispose (GObject *object)
{
  RgCartRow *self = RG_CART_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_CART_ROW);
  g_clear_object (&self->profile);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (rg_cart_row_parent_class)->dispose (object);
}

static void
rg_cart_row_init (RgCartRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_cart_row_class_init (RgCartRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_cart_row_dispose;

  g_type_ensure (RG_TYPE_PRODUCT_IMAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/cart/rg-cart-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RgCartRow, check);
  gtk_widget_class_bind_template_child (widget_class, RgCartRow, image);
  gtk_widget_class_bind_template_child (widget_class, RgCartRow, name);
  gtk_widget_class_bind_template_child (widget_class, RgCartRow, status);
  gtk_widget_class_bind_template_child (widget_class, RgCartRow, about);
  gtk_widget_class_bind_template_child (widget_class, RgCartRow, recurring);
  gtk_widget_class_bind_template_child (widget_class, RgCartRow, quantity);
  gtk_widget_class_bind_template_child (widget_class, RgCartRow, retired);
  gtk_widget_class_bind_template_child (widget_class, RgCartRow, price);
  gtk_widget_class_bind_template_child (widget_class, RgCartRow, change);
  gtk_widget_class_bind_template_child (widget_class, RgCartRow, open);
  gtk_widget_class_bind_template_callback (widget_class, on_check_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_quantity_changed);
}

/**
 * rg_cart_row_new:
 * @profile: whose cart
 * @item: an item of it
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
rg_cart_row_new (RgCustomerProfile *profile, RgCartItem *item)
{
  RgCartRow *self = g_object_new (RG_TYPE_CART_ROW, NULL);

  self->profile = g_object_ref (profile);
  self->item = g_object_ref (item);
  g_signal_connect_object (item, "notify", G_CALLBACK (rg_cart_row_update), self, G_CONNECT_SWAPPED);
  rg_cart_row_update (self);
  rg_product_image_load (self->image, rg_customer_profile_get_desk (profile), item->product_id);
  return GTK_WIDGET (self);
}

/**
 * rg_cart_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
RgCartItem *
rg_cart_row_get_item (RgCartRow *self)
{
  return self->item;
}

/**
 * rg_cart_row_is_selected:
 * @self: a row
 *
 * Returns: whether its box is ticked
 */
gboolean
rg_cart_row_is_selected (RgCartRow *self)
{
  return gtk_check_button_get_active (self->check);
}

/**
 * rg_cart_row_set_selected:
 * @self: a row
 * @selected: whether to tick its box
 */
void
rg_cart_row_set_selected (RgCartRow *self, gboolean selected)
{
  gtk_check_button_set_active (self->check, selected);
}

/* What this customer pays for one now. */
static gint64
get_price (RgCartRow *self, RgProduct *product)
{
  return rg_customer_price (rg_customer_profile_get_customer (self->profile), product->price);
}

/* The arrow is for the eye; the words say the same. */
static void
show_change (RgCartRow *self, RgProduct *product)
{
  RgCartItem *item = self->item;
  g_autofree char *then = rg_money_format (item->price_added, item->currency);
  g_autofree char *difference = NULL;
  g_autofree char *text = NULL;
  gint64 more = 0;

  if (g_str_equal (product->currency, item->currency))
    more = get_price (self, product) - item->price_added;
  difference = rg_money_format (ABS (more), item->currency);
  gtk_widget_remove_css_class (GTK_WIDGET (self->change), "bad");
  gtk_widget_remove_css_class (GTK_WIDGET (self->change), "good");
  if (more > 0)
    /* Translators: what a price was when an item was added, and by how much it is more now */
    text = g_strdup_printf (_ ("was %s · ↑ %s more"), then, difference);
  else if (more < 0)
    text = g_strdup_printf (_ ("was %s · ↓ %s less"), then, difference);
  else
    text = g_strdup_printf (_ ("was %s · same"), then);
  if (more != 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->change), more > 0 ? "bad" : "good");
  gtk_label_set_label (self->change, text);
}

/* What is in an order is changed there; what somebody goes through is not taken from under their hands. */
static void
show_quantity (RgCartRow *self)
{
  g_autofree char *why_not = rg_desk_dup_why_not (rg_customer_profile_get_desk (self->profile), &rg_cart_edit);

  if (why_not == NULL && self->item->status == RG_CART_STATUS_ADDED)
    why_not = g_strdup (_ ("This is in an order already. Set it to Pending first."));
  if (!self->saving)
    gtk_spin_button_set_value (self->quantity, (double) self->item->quantity);
  rg_widget_set_why_not (GTK_WIDGET (self->quantity), _ ("Quantity"), why_not);
}

/**
 * rg_cart_row_update:
 * @self: a row
 *
 * Shows the item and its product as they are now.
 *
 * Returns: whether the current price differs from that when the item was added
 */
gboolean
rg_cart_row_update (RgCartRow *self)
{
  RgCartItem *item = self->item;
  RgProduct *product = rg_customer_profile_get_product (self->profile, item->product_id);
  GTimeZone *zone = rg_settings_get_zone (rg_desk_get_settings (rg_customer_profile_get_desk (self->profile)));
  g_autofree char *day = rg_day_format (rg_day_of_time (item->added_at, zone));
  /* Translators: %s is a day */
  g_autofree char *about = g_strdup_printf (_ ("added %s"), day);
  g_autofree char *quantity = g_strdup_printf (_ ("Quantity %" PRId64), item->quantity);
  g_autofree char *price = NULL;
  g_autofree char *spoken = NULL;
  g_autofree char *open = NULL;

  if (product == NULL)
    return FALSE;
  price = rg_money_format (get_price (self, product), product->currency);
  gtk_label_set_label (self->name, product->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, product->name, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->retired), product->retired);
  gtk_label_set_label (self->status, rg_words_get_label (&rg_cart_status_words, item->status));
  rg_widget_set_class (self->status, "good", item->status == RG_CART_STATUS_ADDED);
  rg_widget_set_class (self->status, "info", item->status != RG_CART_STATUS_ADDED);
  gtk_label_set_label (self->about, about);
  gtk_label_set_label (self->price, price);
  gtk_label_set_label (self->recurring, rg_words_get_label (&rg_frequency_words, item->frequency));
  gtk_widget_set_visible (GTK_WIDGET (self->recurring), item->frequency != RG_FREQUENCY_ONCE);
  show_quantity (self);
  show_change (self, product);
  open = g_strdup_printf (_ ("Open the product %s"), product->name);
  rg_widget_set_why_not (self->open, open, NULL);
  spoken = g_strjoin (", ", product->name, gtk_label_get_label (self->status), quantity, about, price, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return get_price (self, product) != item->price_added;
}
