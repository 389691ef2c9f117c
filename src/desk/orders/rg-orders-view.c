/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-orders-view.h"

#include <glib/gi18n-lib.h>

#include "rg-card.h"
#include "rg-cart-view.h"
#include "rg-closures.h"
#include "rg-future.h"
#include "rg-money.h"
#include "rg-order-actions.h"
#include "rg-order-chip.h"
#include "rg-order-closures.h"
#include "rg-order-list-row.h"
#include "rg-order-menu.h"
#include "rg-order-operations.h"
#include "rg-preferences.h"
#include "rg-recurring-row.h"
#include "rg-report.h"

/* The orders of a customer, newest first, and what recurs. */

struct _RgOrdersView
{
  RgCustomerView parent_instance;

  GSimpleActionGroup *actions;

  RgCard *orders_card;
  GtkWidget *cart;
  GtkLabel *cart_count;
  GtkWidget *pickup;
  GtkWidget *create;
  GtkStack *orders_stack;
  GtkNoSelection *selection;
  GtkListBox *rows;
  GtkWidget *more;
  RgCard *recurring_card;
  GtkLabel *recurring_sum;
  GtkStack *recurring_stack;
  GtkListBox *recurring;
  GtkColumnViewColumn *column_route;
  GtkColumnViewColumn *column_stop;
  GtkColumnViewColumn *column_box_total;
  GtkColumnViewColumn *column_fee;
  GtkColumnViewColumn *column_total;
  GtkColumnViewColumn *column_payment;
  GtkColumnViewColumn *column_tracking;
  GtkColumnViewColumn *column_created;
  GtkColumnViewColumn *column_origin;
  GtkColumnViewColumn *column_kind;
};

G_DEFINE_FINAL_TYPE (RgOrdersView, rg_orders_view, RG_TYPE_CUSTOMER_VIEW)

static RgCustomerProfile *
get_profile (RgOrdersView *self)
{
  return rg_customer_view_get_profile (RG_CUSTOMER_VIEW (self));
}

static RgDesk *
get_desk (RgOrdersView *self)
{
  return rg_customer_view_get_desk (RG_CUSTOMER_VIEW (self));
}

static void
begin_create (RgOrdersView *self, RgOrderKind kind, RgOrderOrigin origin)
{
  g_autoptr (RgAct) act = rg_act_new (&rg_order_create, rg_customer_view_get_customer_id (RG_CUSTOMER_VIEW (self)));

  act->record = g_object_new (RG_TYPE_ORDER, "kind", kind, "origin", origin, NULL);
  rg_order_begin_create (GTK_WIDGET (self), get_desk (self), act);
}

static void
on_create_clicked (RgOrdersView *self)
{
  begin_create (self, RG_ORDER_KIND_DELIVERY, RG_ORDER_ORIGIN_MANUAL);
}

static void
on_pickup (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  begin_create (self, RG_ORDER_KIND_PICKUP, RG_ORDER_ORIGIN_MANUAL);
}

static void
on_create_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  guint origin = RG_ORDER_ORIGIN_MANUAL;

  rg_words_parse (&rg_order_origin_words, g_variant_get_string (parameter, NULL), &origin);
  begin_create (self, RG_ORDER_KIND_DELIVERY, origin);
}

static void
on_show_all (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  gtk_widget_activate_action (self, "win.show-orders", "x", rg_customer_view_get_customer_id (self));
}

static void
open_nth (RgOrdersView *self, guint position)
{
  g_autoptr (RgRecord) order
    = g_list_model_get_item (rg_customer_profile_get_list (get_profile (self), "orders"), position);

  if (order != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "order.open", "x", rg_record_get_id (order));
}

static void
on_table_activate (RgOrdersView *self, guint position)
{
  open_nth (self, position);
}

static void
on_row_activated (RgOrdersView *self, GtkListBoxRow *row)
{
  open_nth (self, (guint) gtk_list_box_row_get_index (row));
}

static void
on_recurring_activated (RgOrdersView *self, GtkListBoxRow *row)
{
  rg_recurring_row_open_product (RG_RECURRING_ROW (row));
}

static void
on_more_clicked (RgOrdersView *self)
{
  rg_future_disown (rg_customer_profile_load_more_orders (get_profile (self)), "more orders");
}

static void
name_order_row (GObject *content, GParamSpec *pspec, GtkAccessible *row)
{
  g_autofree char *spoken = NULL;

  g_object_get (content, "spoken", &spoken, NULL);
  gtk_accessible_update_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static GtkWidget *
create_order_row (gpointer item, gpointer data)
{
  GObject *content = g_object_new (RG_TYPE_ORDER_LIST_ROW, "order", item, NULL);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", content, NULL);

  g_signal_connect_object (content, "notify::spoken", G_CALLBACK (name_order_row), row, 0);
  name_order_row (content, NULL, GTK_ACCESSIBLE (row));
  return row;
}

static GtkWidget *
create_recurring_row (gpointer item, gpointer data)
{
  return rg_recurring_row_new (get_profile (data), item);
}

/* What all recurring items cost this customer together. */
static char *
dup_sum (RgOrdersView *self, GListModel *items)
{
  RgCustomer *customer = rg_customer_profile_get_customer (get_profile (self));
  const char *currency = NULL;
  gint64 sum = 0;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (RgRecurringItem) item = g_list_model_get_item (items, i);
      RgProduct *product = rg_customer_profile_get_product (get_profile (self), item->product_id);
      gint64 price;

      if (product == NULL || (currency != NULL && g_strcmp0 (currency, product->currency) != 0)
          || !rg_money_multiply (rg_customer_price (customer, product->price), item->quantity, 1, &price, NULL)
          || !rg_money_add (sum, price, &sum, NULL))
        return g_strdup ("");
      currency = product->currency;
    }
  if (currency == NULL)
    return g_strdup ("");
  else
    {
      g_autofree char *money = rg_money_format (sum, currency);

      return g_strdup_printf (_ ("%s together"), money);
    }
}

static void
show_recurring (RgOrdersView *self)
{
  GListModel *items = rg_customer_profile_get_list (get_profile (self), "recurring");
  guint n = g_list_model_get_n_items (items);
  g_autofree char *count = rg_text_of_count (NULL, n);
  g_autofree char *sum = dup_sum (self, items);

  g_object_set (self->recurring_card, "count", count, NULL);
  gtk_label_set_label (self->recurring_sum, sum);
  gtk_stack_set_visible_child_name (self->recurring_stack, n > 0 ? "items" : "none");
  for (guint i = 0; i < n; i++)
    rg_recurring_row_update (RG_RECURRING_ROW (gtk_list_box_get_row_at_index (self->recurring, (int) i)));
}

/* How many products wait in the Future Cart. */
static void
show_cart (RgOrdersView *self)
{
  guint n = rg_cart_view_count_pending (get_profile (self));
  g_autofree char *count = rg_text_of_count (NULL, n);
  g_autofree char *words = n > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u product waits in the Future Cart",
                                                                 "%u products wait in the Future Cart", n),
                                                    n)
                                 : g_strdup (_ ("Nothing waits in the Future Cart"));

  gtk_label_set_label (self->cart_count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->cart_count), n > 0);
  gtk_widget_set_tooltip_text (self->cart, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cart), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Future Cart"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
rg_orders_view_loaded (RgCustomerView *view)
{
  RgOrdersView *self = RG_ORDERS_VIEW (view);
  RgFigures *figures = rg_customer_profile_get_figures (get_profile (self));
  guint n = g_list_model_get_n_items (rg_customer_profile_get_list (get_profile (self), "orders"));
  g_autofree char *count = rg_text_of_count (NULL, MAX (n, (guint) figures->n_orders));
  g_autofree char *why_not = rg_desk_dup_why_not (get_desk (self), &rg_order_create);

  g_object_set (self->orders_card, "count", count, NULL);
  gtk_stack_set_visible_child_name (self->orders_stack, n > 0 ? "orders" : "none");
  rg_widget_set_why_not (self->create, _ ("Create an order with what recurs"), why_not);
  rg_widget_set_why_not (self->pickup, _ ("Create an order that the customer picks up"), why_not);
  gtk_widget_set_visible (self->pickup,
                          rg_settings_get_bool (rg_desk_get_settings (get_desk (self)), RG_SETTING_PICKUP));
  show_recurring (self);
  show_cart (self);
}

static void
rg_orders_view_profile_changed (RgCustomerView *view)
{
  RgOrdersView *self = RG_ORDERS_VIEW (view);
  GListModel *orders = rg_customer_profile_get_list (get_profile (self), "orders");

  gtk_no_selection_set_model (self->selection, orders);
  gtk_list_box_bind_model (self->rows, orders, create_order_row, self, NULL);
  gtk_list_box_bind_model (self->recurring, rg_customer_profile_get_list (get_profile (self), "recurring"),
                           create_recurring_row, self, NULL);
}

static void
rg_orders_view_dispose (GObject *object)
{
  RgOrdersView *self = RG_ORDERS_VIEW (object);

  if (self->rows != NULL)
    {
      gtk_list_box_bind_model (self->rows, NULL, NULL, NULL, NULL);
      gtk_list_box_bind_model (self->recurring, NULL, NULL, NULL, NULL);
      gtk_no_selection_set_model (self->selection, NULL);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "orders", NULL);
  g_clear_object (&self->actions);
  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_ORDERS_VIEW);

  G_OBJECT_CLASS (rg_orders_view_parent_class)->dispose (object);
}

/* Each column that may be hidden: an action of its name, and a word in the preferences while it is shown. */
static void
add_columns (RgOrdersView *self)
{
  const struct
  {
    const char *name;
    GtkColumnViewColumn *column;
  } columns[] = {
    { "route", self->column_route },     { "stop", self->column_stop },         { "box-total", self->column_box_total },
    { "fee", self->column_fee },         { "total", self->column_total },       { "payment", self->column_payment },
    { "created", self->column_created }, { "tracking", self->column_tracking }, { "origin", self->column_origin },
    { "kind", self->column_kind },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *name = g_strconcat ("column-", columns[i].name, NULL);
      g_autoptr (GPropertyAction) action = NULL;

      rg_preferences_bind_member ("order-columns", columns[i].name, columns[i].column, "visible");
      action = g_property_action_new (name, columns[i].column, "visible");
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
}

static void
rg_orders_view_init (RgOrdersView *self)
{
  static const GActionEntry entries[]
    = { { "create", on_create_action, "s" }, { "create-pickup", on_pickup }, { "show-all", on_show_all } };

  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  rg_order_menu_serve (GTK_WIDGET (self));
  add_columns (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "orders", G_ACTION_GROUP (self->actions));
}

static void
rg_orders_view_class_init (RgOrdersViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  RgCustomerViewClass *view_class = RG_CUSTOMER_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_orders_view_dispose;
  view_class->profile_changed = rg_orders_view_profile_changed;
  view_class->loaded = rg_orders_view_loaded;

  g_type_ensure (RG_TYPE_CARD);
  g_type_ensure (RG_TYPE_ORDER_CHIP);
  g_type_ensure (RG_TYPE_ORDER_MENU);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/orders/rg-orders-view.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, RgOrdersView, name)
  CHILD (orders_card);
  CHILD (cart);
  CHILD (cart_count);
  CHILD (pickup);
  CHILD (create);
  CHILD (orders_stack);
  CHILD (selection);
  CHILD (rows);
  CHILD (more);
  CHILD (recurring_card);
  CHILD (recurring_sum);
  CHILD (recurring_stack);
  CHILD (recurring);
  CHILD (column_route);
  CHILD (column_stop);
  CHILD (column_box_total);
  CHILD (column_fee);
  CHILD (column_total);
  CHILD (column_payment);
  CHILD (column_tracking);
  CHILD (column_created);
  CHILD (column_origin);
  CHILD (column_kind);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, on_create_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_table_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_recurring_activated);
  rg_closures_bind (widget_class);
  rg_order_closures_bind (widget_class);
  rg_order_actions_install (widget_class);
}
