/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "rg-future.h"
#include "rg-orders-place.h"
#include "rg-place-row.h"
#include "rg-products-place.h"
#include "rg-reminders-place.h"
#include "rg-window-private.h"

/* The sidebar of the window, and the page that each of its lines shows. */

/* The pages of the sidebar besides the customers; each is made when it is first shown. */
static const struct
{
  const char *name;
  GType (*get_type) (void);
} pages[] = {
  { "reminders", rg_reminders_place_get_type },
  { "orders", rg_orders_place_get_type },
  { "products", rg_products_place_get_type },
};

static GtkWidget *
create_place_row (gpointer item, gpointer data)
{
  return rg_place_row_new (item);
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  static const char *const titles[]
    = { [RG_SECTION_PLACES] = NULL, [RG_SECTION_LISTS] = N_ ("Lists"), [RG_SECTION_TAGS] = N_ ("Tags") };
  static const char *const classes[] = { "caption-heading", "dim-label", "section-title", NULL };
  RgSection section = rg_place_row_get_place (RG_PLACE_ROW (row))->section;

  if (titles[section] == NULL || (before != NULL && rg_place_row_get_place (RG_PLACE_ROW (before))->section == section))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;
  gtk_list_box_row_set_header (
    row, g_object_new (GTK_TYPE_LABEL, "label", _ (titles[section]), "xalign", 0.0, "css-classes", classes, NULL));
}

static GtkWidget *
ensure_page (RgWindow *self, const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, name);

  for (guint i = 0; page == NULL && i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].name, name) == 0)
      {
        page = g_object_new (pages[i].get_type (), "desk", self->desk, NULL);
        g_object_bind_property (self->list_pane, "show-places-button", page, "show-places-button",
                                G_BINDING_SYNC_CREATE);
        gtk_stack_add_named (self->pages, page, name);
      }
  return page;
}

/**
 * rg_window_on_place_activated:
 * @self: a window
 * @row: a row of the sidebar
 */
void
rg_window_on_place_activated (RgWindow *self, GtkListBoxRow *row)
{
  rg_window_show_place (self, rg_place_row_get_place (RG_PLACE_ROW (row))->name);
}

/**
 * rg_window_fill_sidebar:
 * @self: a window with an open file
 *
 * Shows the places, lists and tags of the file.
 */
void
rg_window_fill_sidebar (RgWindow *self)
{
  gtk_list_box_set_header_func (self->places_list, update_header, NULL, NULL);
  gtk_list_box_bind_model (self->places_list, rg_places_get_model (self->places), create_place_row, NULL, NULL);
}

/**
 * rg_window_select_place:
 * @self: a window
 * @name: a place, a list or a tag
 *
 * Marks it in the sidebar.
 */
void
rg_window_select_place (RgWindow *self, const char *name)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->places_list, i)) != NULL; i++)
    if (g_str_equal (rg_place_row_get_place (RG_PLACE_ROW (row))->name, name))
      {
        gtk_list_box_select_row (self->places_list, row);
        return;
      }
  gtk_list_box_unselect_all (self->places_list);
}

static void
begin_place (RgWindow *self, const char *name)
{
  if (g_set_str (&self->place, name))
    rg_window_keep_state (self);
  if (adw_overlay_split_view_get_collapsed (self->outer))
    adw_overlay_split_view_set_show_sidebar (self->outer, FALSE);
  rg_window_select_place (self, name);
}

/**
 * rg_window_show_list:
 * @self: a window with an open file
 *
 * Shows the list of customers as it was left: all of them, a list or a tag, with what was searched for.
 */
void
rg_window_show_list (RgWindow *self)
{
  g_autofree char *name = g_strdup (self->list != NULL ? self->list : "customers");

  begin_place (self, name);
  gtk_stack_set_visible_child_name (self->pages, "customers");
}

/* All customers, with what was searched for, unless a list or a tag was shown before. */
static void
show_all_customers (RgWindow *self)
{
  g_autoptr (RgCustomerFilter) filter = g_object_new (RG_TYPE_CUSTOMER_FILTER, NULL);

  gtk_stack_set_visible_child_name (self->pages, "customers");
  if (self->list == NULL)
    return;
  g_clear_pointer (&self->list, g_free);
  rg_window_show_customers (self, NULL, filter);
}

/**
 * rg_window_on_list_cleared:
 * @self: a window
 *
 * All filters are gone: what is listed is no list or tag any more.
 */
void
rg_window_on_list_cleared (RgWindow *self)
{
  g_clear_pointer (&self->list, g_free);
  rg_window_show_list (self);
}

/* The keyboard goes along to what is shown, unless somebody is walking through the sidebar. */
static gboolean
is_focus_to_follow (RgWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->places_list));
}

/**
 * rg_window_show_place:
 * @self: a window with an open file
 * @name: a place, a list or a tag, as in rg-places.c
 */
void
rg_window_show_place (RgWindow *self, const char *name)
{
  RgPlace *place = rg_places_find (self->places, name);
  gboolean follow = is_focus_to_follow (self);
  GtkWidget *page;

  if (place == NULL)
    return;
  begin_place (self, name);
  if (place->filter != NULL)
    {
      g_set_str (&self->list, name);
      rg_window_show_customers (self, place->title, place->filter);
    }
  else if (g_str_equal (name, "customers"))
    show_all_customers (self);
  else if ((page = ensure_page (self, name)) != NULL)
    {
      gtk_stack_set_visible_child (self->pages, page);
      if (follow)
        gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
      return;
    }
  if (follow)
    rg_customer_list_pane_focus_search (self->list_pane);
}

/**
 * rg_window_show_orders:
 * @self: a window with an open file
 * @customer_id: whose orders to show, in Orders; 0 for everybody's
 */
void
rg_window_show_orders (RgWindow *self, gint64 customer_id)
{
  rg_window_show_place (self, "orders");
  rg_orders_place_show_customer (RG_ORDERS_PLACE (ensure_page (self, "orders")), customer_id);
}

/**
 * rg_window_show_customers:
 * @self: a window with an open file
 * @title: (nullable): what the list is called
 * @filter: which customers
 */
void
rg_window_show_customers (RgWindow *self, const char *title, RgCustomerFilter *filter)
{
  gtk_stack_set_visible_child_name (self->pages, "customers");
  adw_navigation_split_view_set_show_content (self->customers, FALSE);
  rg_future_disown (rg_customer_list_pane_show (self->list_pane, title, filter), "customers");
  rg_window_keep_state (self);
}
