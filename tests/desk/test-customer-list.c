/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer-list-row.h"
#include "test-window.h"

static gboolean
has_open_menu (gpointer row)
{
  GtkMenuButton *menu = test_find (row, GTK_TYPE_MENU_BUTTON, NULL);

  return menu != NULL && gtk_menu_button_get_active (menu);
}

static GtkEventController *
find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller;
    }
  g_assert_not_reached ();
}

/* A finger held on a customer opens the menu of that customer. */
static void
test_long_press (void)
{
  RgWindow *window = test_window_new ();
  g_autoptr (RgCustomer) customer = g_object_new (RG_TYPE_CUSTOMER, "first-name", "Jordan", "last-name", "Reyes",
                                                  "email", "jordan@example.org", NULL);
  gpointer row, list;
  graphene_point_t middle;

  test_perform (rg_window_get_desk (window), rg_act_new_record (&rg_customer_add, RG_RECORD (customer)));
  row = test_wait_for (window, RG_TYPE_CUSTOMER_LIST_ROW, NULL);
  list = gtk_widget_get_ancestor (row, GTK_TYPE_GRID_VIEW);
  test_settle (200);
  g_assert_true (gtk_widget_compute_point (
    row, list, &GRAPHENE_POINT_INIT (gtk_widget_get_width (row) / 2.0f, gtk_widget_get_height (row) / 2.0f), &middle));
  g_signal_emit_by_name (find_controller (list, GTK_TYPE_GESTURE_LONG_PRESS), "pressed", (double) middle.x,
                         (double) middle.y);
  test_wait_until (has_open_menu, row);
  test_window_free (window);
}

int
main (int argc, char **argv)
{
  test_display_init (&argc, &argv);
  g_test_add_func ("/desk/customers/long-press", test_long_press);
  return g_test_run ();
}
