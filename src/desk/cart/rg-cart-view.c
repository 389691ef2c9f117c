/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-cart-view.h"

#include <glib/gi18n-lib.h>

#include "rg-card.h"
#include "rg-cart-add-dialog.h"
#include "rg-cart-operations.h"
#include "rg-cart-row.h"
#include "rg-confirm-dialog.h"
#include "rg-future.h"
#include "rg-report.h"

/* What the customer means to order later. Ticked items are deleted, set back to Pending, made recurring or put into an
 * order together. */

struct _RgCartView
{
  RgCustomerView parent_instance;

  gboolean updating;

  GtkWidget *card;
  GtkWidget *add;
  GtkStack *stack;
  GtkWidget *differ;
  GtkCheckButton *all;
  GtkWidget *to_order;
  GtkWidget *set_pending;
  GtkWidget *recurring;
  GtkWidget *delete;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (RgCartView, rg_cart_view, RG_TYPE_CUSTOMER_VIEW)

/**
 * rg_cart_view_count_pending:
 * @profile: a customer
 *
 * Returns: how many items of the Future Cart are in no order yet, for the badge
 */
guint
rg_cart_view_count_pending (RgCustomerProfile *profile)
{
  GListModel *cart = rg_customer_profile_get_list (profile, "cart");
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (cart); i++)
    {
      g_autoptr (RgCartItem) item = g_list_model_get_item (cart, i);

      n += item->status == RG_CART_STATUS_PENDING ? 1 : 0;
    }
  return n;
}

static RgCartRow *
get_row (RgCartView *self, guint i)
{
  return RG_CART_ROW (gtk_list_box_get_row_at_index (self->list, (int) i));
}

static guint
get_n_rows (RgCartView *self)
{
  return g_list_model_get_n_items (
    rg_customer_profile_get_list (rg_customer_view_get_profile (RG_CUSTOMER_VIEW (self)), "cart"));
}

/* An act about the ticked items; without any when none of them has the status it is for. */
static RgAct *
new_act (RgCartView *self, const RgOperation *operation)
{
  RgAct *act = rg_act_new (operation, rg_customer_view_get_customer_id (RG_CUSTOMER_VIEW (self)));

  for (guint i = 0; i < get_n_rows (self); i++)
    if (rg_cart_row_is_selected (get_row (self, i)))
      rg_act_add_id (act, rg_record_get_id (RG_RECORD (rg_cart_row_get_item (get_row (self, i)))));
  return act;
}

static void
set_why_not (
  RgCartView *self, GtkWidget *button, const RgOperation *operation, const char *tooltip, const char *why_not)
{
  g_autofree char *right = rg_desk_dup_why_not (rg_customer_view_get_desk (RG_CUSTOMER_VIEW (self)), operation);

  rg_widget_set_why_not (button, tooltip, right != NULL ? right : why_not);
}

static void
update_buttons (RgCartView *self)
{
  guint n = get_n_rows (self), n_selected = 0, n_added = 0;
  const char *none = NULL;

  for (guint i = 0; i < n; i++)
    if (rg_cart_row_is_selected (get_row (self, i)))
      {
        n_selected++;
        n_added += rg_cart_row_get_item (get_row (self, i))->status == RG_CART_STATUS_ADDED ? 1 : 0;
      }
  none = n_selected == 0 ? _ ("Select items first.") : NULL;
  set_why_not (self, self->to_order, &rg_cart_to_order, _ ("Put the selected items into the newest open order"),
               none != NULL  ? none
               : n_added > 0 ? _ ("Some selected items are in an order already. Set them to Pending first.")
                             : NULL);
  set_why_not (self, self->set_pending, &rg_cart_set_pending, _ ("Mark the selected items as not ordered yet"),
               none != NULL   ? none
               : n_added == 0 ? _ ("The selected items are Pending already.")
                              : NULL);
  set_why_not (self, self->recurring, &rg_cart_set_frequency, _ ("Put the selected items into future orders regularly"),
               none);
  set_why_not (self, self->delete, &rg_cart_delete, _ ("Delete the selected items from the cart"), none);

  self->updating = TRUE;
  gtk_check_button_set_active (self->all, n_selected == n && n > 0);
  gtk_check_button_set_inconsistent (self->all, n_selected > 0 && n_selected < n);
  self->updating = FALSE;
}

static void
on_selection_changed (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (!RG_CART_VIEW (widget)->updating)
    update_buttons (RG_CART_VIEW (widget));
}

static void
on_all_toggled (RgCartView *self)
{
  gboolean active = gtk_check_button_get_active (self->all);

  if (self->updating)
    return;
  self->updating = TRUE;
  for (guint i = 0; i < get_n_rows (self); i++)
    rg_cart_row_set_selected (get_row (self, i), active);
  self->updating = FALSE;
  update_buttons (self);
}

static void
on_row_activated (RgCartView *self, GtkListBoxRow *row)
{
  rg_cart_row_set_selected (RG_CART_ROW (row), !rg_cart_row_is_selected (RG_CART_ROW (row)));
}

static void
on_add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  rg_cart_add_dialog_present (widget, rg_customer_view_get_desk (RG_CUSTOMER_VIEW (widget)),
                              rg_customer_view_get_customer_id (RG_CUSTOMER_VIEW (widget)));
}

static void
perform (RgCartView *self, RgAct *act)
{
  rg_widget_perform (GTK_WIDGET (self), rg_customer_view_get_desk (RG_CUSTOMER_VIEW (self)), act);
}

/* Items go into an order at current prices, so what changed since they were added is reviewed first. */
static DexFuture *
to_order_fiber (gpointer self_pointer, gpointer data)
{
  RgCartView *self = self_pointer;
  g_autoptr (RgAct) act = new_act (self, &rg_cart_to_order);
  g_autofree char *text
    = rg_widget_await_reasons (GTK_WIDGET (self), rg_customer_view_get_desk (RG_CUSTOMER_VIEW (self)), act);

  if (text == NULL)
    return NULL;
  if (*text != '\0'
      && !dex_await_boolean (rg_confirm (GTK_WIDGET (self), _ ("Prices Have Changed"), text,
                                         _ ("Add at Current Prices"), ADW_RESPONSE_SUGGESTED),
                             NULL))
    return NULL;
  act->flag = TRUE;
  perform (self, g_steal_pointer (&act));
  return NULL;
}

static void
on_to_order_clicked (RgCartView *self)
{
  rg_future_enter (self, to_order_fiber, NULL, NULL);
}

static void
on_set_pending_clicked (RgCartView *self)
{
  perform (self, new_act (self, &rg_cart_set_pending));
}

static void
on_delete_clicked (RgCartView *self)
{
  perform (self, new_act (self, &rg_cart_delete));
}

static void
on_set_frequency (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgAct *act = new_act (RG_CART_VIEW (widget), &rg_cart_set_frequency);

  act->text = g_variant_dup_string (parameter, NULL);
  perform (RG_CART_VIEW (widget), act);
}

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  return rg_cart_row_new (rg_customer_view_get_profile (data), item);
}

static void
rg_cart_view_profile_changed (RgCustomerView *view)
{
  gtk_list_box_bind_model (RG_CART_VIEW (view)->list,
                           rg_customer_profile_get_list (rg_customer_view_get_profile (view), "cart"), create_row, view,
                           NULL);
}

static void
rg_cart_view_loaded (RgCustomerView *view)
{
  RgCartView *self = RG_CART_VIEW (view);
  guint n = get_n_rows (self), n_pending = rg_cart_view_count_pending (rg_customer_view_get_profile (view));
  g_autofree char *count = NULL;
  g_autofree char *why_not = rg_desk_dup_why_not (rg_customer_view_get_desk (view), &rg_cart_add);
  gboolean differ = FALSE;

  for (guint i = 0; i < n; i++)
    differ |= rg_cart_row_update (get_row (self, i));
  if (n > 0)
    count = n_pending == n ? g_strdup_printf ("%u", n) : g_strdup_printf (_ ("%u pending of %u"), n_pending, n);
  g_object_set (self->card, "count", count, NULL);
  gtk_widget_set_visible (self->differ, differ);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "items" : "none");
  rg_widget_set_why_not (self->add, NULL, why_not);
  update_buttons (self);
}

static void
rg_cart_view_dispose (GObject *object)
{
  RgCartView *self = RG_CART_VIEW (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_CART_VIEW);

  G_OBJECT_CLASS (rg_cart_view_parent_class)->dispose (object);
}

static void
rg_cart_view_init (RgCartView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_cart_view_class_init (RgCartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  RgCustomerViewClass *view_class = RG_CUSTOMER_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_cart_view_dispose;
  view_class->profile_changed = rg_cart_view_profile_changed;
  view_class->loaded = rg_cart_view_loaded;

  g_type_ensure (RG_TYPE_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/cart/rg-cart-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RgCartView, card);
  gtk_widget_class_bind_template_child (widget_class, RgCartView, add);
  gtk_widget_class_bind_template_child (widget_class, RgCartView, stack);
  gtk_widget_class_bind_template_child (widget_class, RgCartView, differ);
  gtk_widget_class_bind_template_child (widget_class, RgCartView, all);
  gtk_widget_class_bind_template_child (widget_class, RgCartView, to_order);
  gtk_widget_class_bind_template_child (widget_class, RgCartView, set_pending);
  gtk_widget_class_bind_template_child (widget_class, RgCartView, recurring);
  gtk_widget_class_bind_template_child (widget_class, RgCartView, delete);
  gtk_widget_class_bind_template_child (widget_class, RgCartView, list);
  gtk_widget_class_bind_template_callback (widget_class, on_all_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_to_order_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_set_pending_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_delete_clicked);
  gtk_widget_class_install_action (widget_class, "cart.add", NULL, on_add);
  gtk_widget_class_install_action (widget_class, "cart.selection-changed", NULL, on_selection_changed);
  gtk_widget_class_install_action (widget_class, "cart.set-frequency", "s", on_set_frequency);
}
