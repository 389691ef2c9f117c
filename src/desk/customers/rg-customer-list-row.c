/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer-list-row.h"

#include <glib/gi18n-lib.h>

#include "rg-closures.h"
#include "rg-initials.h"
#include "rg-report.h"

/* How a customer looks in the list. Its menu acts on this customer, whichever is selected. */

struct _RgCustomerListRow
{
  AdwBin parent_instance;

  RgCustomerRow *row;
  AdwBin *more;
  GtkMenuButton *menu; /* NULL until it is asked for */
  GMenuModel *row_menu;
  GtkWidget *badge;
};

G_DEFINE_FINAL_TYPE (RgCustomerListRow, rg_customer_list_row, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_ROW,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
on_menu_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgCustomerListRow *self = RG_CUSTOMER_LIST_ROW (widget);
  gint64 id = rg_customer_row_get_customer_id (self->row);

  if (id == 0)
    return;
  if (g_str_equal (action, "row.open"))
    gtk_widget_activate_action (widget, "win.open-customer", "x", id);
  else if (g_str_equal (action, "row.open-in-tab"))
    gtk_widget_activate_action (widget, "win.open-customer-tab", "x", id);
  else
    gtk_widget_activate_action (widget, "win.edit-customer", "x", id);
}

static void
on_copy_number (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgCustomer *customer = rg_customer_row_get_customer (RG_CUSTOMER_LIST_ROW (widget)->row);

  if (customer != NULL)
    rg_widget_copy_number (widget, customer->number);
}

static void
on_secondary_pressed (RgCustomerListRow *self)
{
  rg_customer_list_row_popup_menu (self);
}

/* The button of the menu, and the menu, are made when the pointer or the keyboard comes to the row: there are many
 * rows. */
static void
make_menu (GtkMenuButton *button, gpointer data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, RG_CUSTOMER_LIST_ROW (data)->row_menu);
}

static void
ensure_menu (RgCustomerListRow *self)
{
  if (self->menu != NULL)
    return;
  self->menu = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->menu, "view-more-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu), _ ("More"));
  gtk_widget_set_valign (GTK_WIDGET (self->menu), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->menu), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->menu), "quiet");
  gtk_menu_button_set_create_popup_func (self->menu, make_menu, self, NULL);
  adw_bin_set_child (self->more, GTK_WIDGET (self->menu));
}

static void
update_badge (RgCustomerListRow *self)
{
  gboolean bad = FALSE;

  if (self->row != NULL)
    g_object_get (self->row, "is-bad", &bad, NULL);
  if (bad)
    gtk_widget_add_css_class (self->badge, "bad");
  else
    gtk_widget_remove_css_class (self->badge, "bad");
}

static void
set_row (RgCustomerListRow *self, RgCustomerRow *row)
{
  if (self->row == row)
    return;
  if (self->row != NULL)
    g_signal_handlers_disconnect_by_data (self->row, self);
  g_set_object (&self->row, row);
  if (row != NULL)
    g_signal_connect_object (row, "notify::is-bad", G_CALLBACK (update_badge), self, G_CONNECT_SWAPPED);
  update_badge (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ROW]);
}

static void
rg_customer_list_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, RG_CUSTOMER_LIST_ROW (object)->row);
}

static void
rg_customer_list_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  set_row (RG_CUSTOMER_LIST_ROW (object), g_value_get_object (value));
}

static void
rg_customer_list_row_dispose (GObject *object)
{
  RgCustomerListRow *self = RG_CUSTOMER_LIST_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_CUSTOMER_LIST_ROW);
  g_clear_object (&self->row);

  G_OBJECT_CLASS (rg_customer_list_row_parent_class)->dispose (object);
}

static void
rg_customer_list_row_init (RgCustomerListRow *self)
{
  GtkGesture *gesture;

  gtk_widget_init_template (GTK_WIDGET (self));
  gesture = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (gesture, "pressed", G_CALLBACK (on_secondary_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}

static void
rg_customer_list_row_class_init (RgCustomerListRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rg_customer_list_row_get_property;
  object_class->set_property = rg_customer_list_row_set_property;
  object_class->dispose = rg_customer_list_row_dispose;

  props[PROP_ROW] = g_param_spec_object ("row", NULL, NULL, RG_TYPE_CUSTOMER_ROW,
                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (RG_TYPE_INITIALS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/regulars/Regulars/customers/rg-customer-list-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RgCustomerListRow, more);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerListRow, row_menu);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerListRow, badge);
  gtk_widget_class_bind_template_callback (widget_class, ensure_menu);
  rg_closures_bind (widget_class);
  gtk_widget_class_install_action (widget_class, "row.open", NULL, on_menu_action);
  gtk_widget_class_install_action (widget_class, "row.open-in-tab", NULL, on_menu_action);
  gtk_widget_class_install_action (widget_class, "row.edit", NULL, on_menu_action);
  gtk_widget_class_install_action (widget_class, "row.copy-number", NULL, on_copy_number);
}

/**
 * rg_customer_list_row_popup_menu:
 * @self: a row
 *
 * Opens its menu.
 */
void
rg_customer_list_row_popup_menu (RgCustomerListRow *self)
{
  ensure_menu (self);
  make_menu (self->menu, self);
  gtk_menu_button_popup (self->menu);
}
