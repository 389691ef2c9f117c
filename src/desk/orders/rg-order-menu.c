/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-order-menu.h"

#include <glib/gi18n-lib.h>

/* What can be done with an order in a list. The actions are those of rg-order-actions.h, of the view around it. */

struct _RgOrderMenu
{
  AdwBin parent_instance;

  RgOrder *order;

  GtkMenuButton *button;
};

G_DEFINE_FINAL_TYPE (RgOrderMenu, rg_order_menu, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_ORDER,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
append (GMenu *menu, const char *label, const char *action, RgOrder *order)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", rg_record_get_id (RG_RECORD (order)));
  g_menu_append_item (menu, item);
}

/* A row of a table takes Tab and the arrow keys for itself, and led them out of the open menu. */
static gboolean
on_menu_key_pressed (
  GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, GtkWidget *popover)
{
  GtkDirectionType direction;

  if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    direction = GTK_DIR_DOWN;
  else if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    direction = GTK_DIR_UP;
  else if (key == GDK_KEY_ISO_Left_Tab || (key == GDK_KEY_Tab && (state & GDK_SHIFT_MASK) != 0))
    direction = GTK_DIR_TAB_BACKWARD;
  else if (key == GDK_KEY_Tab || key == GDK_KEY_KP_Tab)
    direction = GTK_DIR_TAB_FORWARD;
  else
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_child_focus (popover, direction) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/* Made anew each time it is opened, for the order as it is then. */
static void
create_menu (GtkMenuButton *button, gpointer data)
{
  RgOrder *order = RG_ORDER_MENU (data)->order;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();
  GtkEventController *keys;
  GtkWidget *popover;

  if (order == NULL)
    return;
  append (first, _ ("_Open"), "order.open", order);
  append (first, _ ("Show _Customer"), "order.show-customer", order);
  append (first, _ ("Copy _Number"), "order.copy-number", order);
  if (rg_order_is_open (order) && !order->delivery_confirmed && order->delivery_day != 0)
    append (first, _ ("Con_firm Delivery Date"), "order.confirm-delivery", order);
  append (first, _ ("Print _Labels…"), "win.print-label", order);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  if (order->status == RG_ORDER_STATUS_CANCELLED)
    append (last, _ ("Create _Again…"), "order.recreate", order);
  else
    append (last, _ ("Ca_ncel Order…"), "order.cancel", order);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
  popover = GTK_WIDGET (gtk_menu_button_get_popover (button));
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_menu_key_pressed), popover, 0);
  gtk_widget_add_controller (popover, keys);
}

static void
rg_order_menu_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, RG_ORDER_MENU (object)->order);
}

static void
rg_order_menu_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RgOrderMenu *self = RG_ORDER_MENU (object);

  if (g_set_object (&self->order, g_value_get_object (value)))
    g_object_notify_by_pspec (object, pspec);
}

static void
rg_order_menu_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), RG_TYPE_ORDER_MENU);
  g_clear_object (&RG_ORDER_MENU (object)->order);

  G_OBJECT_CLASS (rg_order_menu_parent_class)->dispose (object);
}

static void
rg_order_menu_init (RgOrderMenu *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->button, create_menu, self, NULL);
}

static void
rg_order_menu_class_init (RgOrderMenuClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rg_order_menu_get_property;
  object_class->set_property = rg_order_menu_set_property;
  object_class->dispose = rg_order_menu_dispose;

  props[PROP_ORDER] = g_param_spec_object ("order", NULL, NULL, RG_TYPE_ORDER,
                                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/orders/rg-order-menu.ui");
  gtk_widget_class_bind_template_child (widget_class, RgOrderMenu, button);
}

static RgOrderMenu *
find_menu (GtkWidget *widget)
{
  RgOrderMenu *menu = RG_IS_ORDER_MENU (widget) ? RG_ORDER_MENU (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); menu == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    menu = find_menu (child);
  return menu;
}

/* Opens the menu of the row that @inside is in, or is. */
static gboolean
open_menu (GtkWidget *inside)
{
  RgOrderMenu *menu = NULL;

  for (; inside != NULL; inside = gtk_widget_get_parent (inside))
    {
      GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (inside));

      if (role != GTK_ACCESSIBLE_ROLE_ROW && role != GTK_ACCESSIBLE_ROLE_LIST_ITEM)
        continue;
      menu = find_menu (inside);
      break;
    }
  if (menu != NULL)
    gtk_menu_button_popup (menu->button);
  return menu != NULL;
}

static gboolean
on_menu_key (GtkWidget *view, GVariant *parameter, gpointer data)
{
  return open_menu (gtk_root_get_focus (gtk_widget_get_root (view)));
}

static void
on_secondary_pressed (GtkGesture *gesture, int n_presses, double x, double y, GtkWidget *view)
{
  GtkWidget *picked = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);

  if (open_menu (picked))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_long_pressed (GtkGesture *gesture, double x, double y, GtkWidget *view)
{
  on_secondary_pressed (gesture, 1, x, y, view);
}

/**
 * rg_order_menu_serve:
 * @view: what lists orders, each in a row with this menu
 *
 * Opens the menu of a row with the menu key and Shift+F10 as well, with the second button of a mouse, or with a finger
 * held on it.
 */
void
rg_order_menu_serve (GtkWidget *view)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_Menu, 0),
                                                   gtk_keyval_trigger_new (GDK_KEY_F10, GDK_SHIFT_MASK)),
                      gtk_callback_action_new (on_menu_key, NULL, NULL)));
  gtk_widget_add_controller (view, keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_secondary_pressed), view, 0);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (long_press), GTK_PHASE_CAPTURE);
  g_signal_connect_object (long_press, "pressed", G_CALLBACK (on_long_pressed), view, 0);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (long_press));
}
