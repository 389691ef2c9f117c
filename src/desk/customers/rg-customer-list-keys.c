/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer-list-pane-private.h"

#include "rg-customer-list-row.h"

/* What keys, and a finger, do in the list of customers and in its search. */

static void
open_position (RgCustomerListPane *self, guint position, gboolean in_tab)
{
  g_autoptr (RgCustomerRow) row = g_list_model_get_item (G_LIST_MODEL (self->customers), position);

  if (row != NULL && rg_customer_row_get_customer_id (row) != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), in_tab ? "win.open-customer-tab" : "win.open-customer", "x",
                                rg_customer_row_get_customer_id (row));
}

static void
on_activated (RgCustomerListPane *self, guint position)
{
  open_position (self, position, FALSE);
}

/* Of who is selected; the first one when nobody is. */
static guint
get_position (RgCustomerListPane *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  return position == GTK_INVALID_LIST_POSITION ? 0 : position;
}

static void
on_search_activated (RgCustomerListPane *self)
{
  open_position (self, get_position (self), FALSE);
}

/**
 * rg_customer_list_pane_move:
 * @self: the pane
 * @by: 1 for the next row, -1 for the one before
 *
 * Selects another row of the list; the first one when nobody was selected.
 */
void
rg_customer_list_pane_move (RgCustomerListPane *self, int by)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->customers));
  guint now = gtk_single_selection_get_selected (self->selection);
  gint64 next = now == GTK_INVALID_LIST_POSITION ? 0 : (gint64) now + by;

  if (n == 0)
    return;
  next = CLAMP (next, 0, (gint64) n - 1);
  gtk_grid_view_scroll_to (self->list, (guint) next, GTK_LIST_SCROLL_SELECT, NULL);
}

static gboolean
on_search_key_pressed (RgCustomerListPane *self, guint keyval, guint keycode, GdkModifierType state)
{
  switch (keyval)
    {
    case GDK_KEY_Down:
      rg_customer_list_pane_move (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      rg_customer_list_pane_move (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      gtk_editable_set_text (self->search, "");
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Typing anywhere in the list searches. */
static gboolean
on_list_key_pressed (RgCustomerListPane *self, guint keyval, guint keycode, GdkModifierType state)
{
  gunichar c = gdk_keyval_to_unicode (keyval);
  char text[8] = { 0 };

  if (c <= ' ' || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  g_unichar_to_utf8 (c, text);
  rg_customer_list_pane_search (self, text);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_set_position (self->search, -1);
  return GDK_EVENT_STOP;
}

static gboolean
on_open_in_tab (GtkWidget *widget, GVariant *args, gpointer data)
{
  open_position (RG_CUSTOMER_LIST_PANE (widget), get_position (RG_CUSTOMER_LIST_PANE (widget)), TRUE);
  return GDK_EVENT_STOP;
}

static gboolean
on_edit (GtkWidget *widget, GVariant *args, gpointer data)
{
  RgCustomerListPane *self = RG_CUSTOMER_LIST_PANE (widget);
  g_autoptr (RgCustomerRow) row = g_list_model_get_item (G_LIST_MODEL (self->customers), get_position (self));

  if (row != NULL)
    gtk_widget_activate_action (widget, "win.edit-customer", "x", rg_customer_row_get_customer_id (row));
  return GDK_EVENT_STOP;
}

static gboolean
on_menu (GtkWidget *widget, GVariant *args, gpointer data)
{
  GtkWidget *row = gtk_root_get_focus (gtk_widget_get_root (widget));

  while (row != NULL && !RG_IS_CUSTOMER_LIST_ROW (row))
    row = gtk_widget_get_first_child (row);
  if (row != NULL)
    rg_customer_list_row_popup_menu (RG_CUSTOMER_LIST_ROW (row));
  return GDK_EVENT_STOP;
}

/* A finger held on a row opens its menu, as the second button of a mouse does. */
static void
on_list_long_pressed (RgCustomerListPane *self, double x, double y, GtkGesture *gesture)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, RG_TYPE_CUSTOMER_LIST_ROW) : NULL;

  if (row == NULL)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  rg_customer_list_row_popup_menu (RG_CUSTOMER_LIST_ROW (row));
}

/**
 * rg_customer_list_pane_bind_keys:
 * @klass: the class of the pane
 *
 * Gives the template what the keys call, and adds those that do the same in the search and in the list.
 */
void
rg_customer_list_pane_bind_keys (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, on_activated);
  gtk_widget_class_bind_template_callback (klass, on_search_activated);
  gtk_widget_class_bind_template_callback (klass, on_search_key_pressed);
  gtk_widget_class_bind_template_callback (klass, on_list_key_pressed);
  gtk_widget_class_bind_template_callback (klass, on_list_long_pressed);
  gtk_widget_class_add_binding (klass, GDK_KEY_Return, GDK_CONTROL_MASK, on_open_in_tab, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, on_open_in_tab, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_F2, 0, on_edit, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Menu, 0, on_menu, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_F10, GDK_SHIFT_MASK, on_menu, NULL);
}
