/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-window.h"

#include "rg-customer-list-pane.h"
#include "rg-customer-list-row.h"
#include "rg-customer-operations.h"
#include "rg-place-row.h"
#include "rg-tag-operations.h"

/* The sidebar and the list of customers beside it. */

typedef struct
{
  RgWindow *window;
  RgDesk *desk;
  gint64 jordan;
  gint64 mai;
} Fixture;

static gboolean
has_tag_place (gpointer window)
{
  for (GtkWidget *row = gtk_widget_get_first_child (test_find_named (window, "places_list")); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (RG_IS_PLACE_ROW (row) && g_str_equal (rg_place_row_get_place (RG_PLACE_ROW (row))->title, "VIP Customer"))
      return TRUE;
  return FALSE;
}

static void
set_up (Fixture *self)
{
  RgAct *act;

  self->window = test_window_new ();
  self->desk = rg_window_get_desk (self->window);
  self->jordan = test_customer_new (self->desk, "Jordan", "Reyes");
  self->mai = test_customer_new (self->desk, "Mai", "Tran");
  act = rg_act_new (&rg_tag_add, self->jordan);
  act->text = g_strdup ("VIP Customer");
  test_perform (self->desk, act);
  test_wait_until (has_tag_place, self->window);
}

static void
show_tag (Fixture *self)
{
  g_autofree char *action
    = g_strdup_printf ("win.show-tag(int64 %" G_GINT64_FORMAT ")", test_query_int (self->desk, "SELECT id FROM tag"));

  test_act (self->window, action);
}

typedef struct
{
  gpointer window;
  guint n;
} Rows;

static guint
count_rows (GtkWidget *widget)
{
  guint n = 0;

  if (RG_IS_CUSTOMER_LIST_ROW (widget))
    return gtk_widget_get_mapped (widget) ? 1 : 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);
  return n;
}

static gboolean
has_rows (gpointer data)
{
  Rows *rows = data;

  return count_rows (rows->window) == rows->n;
}

static void
wait_rows (Fixture *self, guint n)
{
  Rows rows = { self->window, n };

  test_wait_until (has_rows, &rows);
}

static const char *
get_selected (Fixture *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (test_find_named (self->window, "places_list"));

  return row != NULL ? rg_place_row_get_place (RG_PLACE_ROW (row))->title : NULL;
}

/* The list of a tag stays while its customers are looked at, one after another; Customers brings back everybody. */
static void
test_list_and_back (void)
{
  Fixture self;

  set_up (&self);
  wait_rows (&self, 2);
  show_tag (&self);
  wait_rows (&self, 1);
  g_assert_cmpstr (get_selected (&self), ==, "VIP Customer");
  test_await (rg_window_open_customer (self.window, self.jordan, FALSE));
  g_assert_cmpstr (get_selected (&self), ==, "VIP Customer");
  test_act (self.window, "win.show-place::orders");
  g_assert_cmpstr (get_selected (&self), ==, "Orders");
  test_act (self.window, "win.show-place::customers");
  wait_rows (&self, 2);
  g_assert_cmpstr (get_selected (&self), ==, "Customers");
  test_window_free (self.window);
}

static gboolean
is_jordan_selected (gpointer data)
{
  Fixture *self = data;
  GtkWidget *pane = test_find (self->window, RG_TYPE_CUSTOMER_LIST_PANE, NULL);
  GtkSelectionModel *selection = gtk_grid_view_get_model (test_find (pane, GTK_TYPE_GRID_VIEW, NULL));
  RgCustomerRow *row = gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (selection));

  return row != NULL && rg_customer_row_get_customer_id (row) == self->jordan;
}

/* Whoever is looked at stays the selected one while customers come and go above, also by another program. */
static void
test_selection_stays (void)
{
  Fixture self;
  RgDesk *colleague;
  gint64 oskar;

  set_up (&self);
  wait_rows (&self, 2);
  test_await (rg_window_open_customer (self.window, self.jordan, FALSE));
  test_wait_until (is_jordan_selected, &self);
  oskar = test_customer_new (self.desk, "Oskar", "Lindqvist");
  wait_rows (&self, 3);
  test_wait_until (is_jordan_selected, &self);

  colleague = test_desk_open (rg_store_get_path (rg_desk_get_store (self.desk)));
  test_customer_new (colleague, "Priya", "Raman");
  wait_rows (&self, 4);
  test_wait_until (is_jordan_selected, &self);
  test_perform (self.desk, rg_act_new (&rg_customer_deactivate, oskar));
  wait_rows (&self, 3);
  test_wait_until (is_jordan_selected, &self);
  test_await (rg_desk_close (colleague));
  g_object_unref (colleague);
  test_window_free (self.window);
}

/* What was searched for among all customers is there again after a look at something else. */
static void
test_search_stays (void)
{
  Fixture self;
  GtkEditable *search;

  set_up (&self);
  search = test_find_named (self.window, "search");
  test_type (search, "tran");
  wait_rows (&self, 1);
  test_act (self.window, "win.show-place::orders");
  test_act (self.window, "win.show-place::customers");
  g_assert_cmpstr (gtk_editable_get_text (search), ==, "tran");
  wait_rows (&self, 1);
  test_window_free (self.window);
}

/* Who is looked for in the list of a tag and is not there is shown by letting the list go. */
static void
test_hidden (void)
{
  Fixture self;

  set_up (&self);
  show_tag (&self);
  wait_rows (&self, 1);
  test_type (test_find_named (self.window, "search"), "tran");
  test_wait_for (self.window, GTK_TYPE_LABEL, "The filters hide 1 customer who matches.");
  test_click (test_wait_for (self.window, GTK_TYPE_BUTTON, "Search All Customers"));
  wait_rows (&self, 1);
  g_assert_cmpstr (get_selected (&self), ==, "Customers");
  test_window_free (self.window);
}

int
main (int argc, char **argv)
{
  test_display_init (&argc, &argv);
  g_test_add_func ("/desk/places/list-and-back", test_list_and_back);
  g_test_add_func ("/desk/places/selection-stays", test_selection_stays);
  g_test_add_func ("/desk/places/search-stays", test_search_stays);
  g_test_add_func ("/desk/places/hidden", test_hidden);
  return g_test_run ();
}
