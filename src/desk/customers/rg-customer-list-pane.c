/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer-list-pane-private.h"

#include <glib/gi18n-lib.h>

#include "rg-customer-filters.h"
#include "rg-customer-list-row.h"
#include "rg-future.h"
#include "rg-kept-rows.h"
#include "rg-records.h"
#include "rg-stack.h"
#include "rg-text.h"

/* The list of customers: search on top, filters that combine, the rows, and advice when nothing is found.
 *
 * It is a grid of one column, since a search has to be painted at every key: GtkListView keeps two hundred rows ready,
 * GtkGridView thirty, which get higher in a window that is higher than they are. What the keys do is in
 * rg-customer-list-keys.c. */

G_DEFINE_FINAL_TYPE (RgCustomerListPane, rg_customer_list_pane, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SHOW_PLACES_BUTTON,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static guint cleared_signal;

static RgCustomerFilter *
make_filter (RgCustomerListPane *self)
{
  RgCustomerFilter *filter = (RgCustomerFilter *) rg_record_copy (RG_RECORD (self->chosen));
  const char *text = gtk_editable_get_text (self->search);

  g_set_str (&filter->text, rg_text_is_blank (text) ? NULL : text);
  return filter;
}

static void
show_filter_words (RgCustomerListPane *self)
{
  g_autofree char *words = rg_customer_filters_dup_words (self->chosen);

  gtk_label_set_label (self->filter_label, words);
  gtk_widget_set_visible (self->filter_bar, *words != '\0');
}

static void
show_count (RgCustomerListPane *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->customers));
  g_autofree char *text = g_strdup_printf (g_dngettext (NULL, "%'u customer", "%'u customers", n), n);

  adw_window_title_set_title (self->title, self->place_title != NULL ? self->place_title : _ ("Customers"));
  adw_window_title_set_subtitle (self->title, text);
}

static void
show_result (RgCustomerListPane *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->customers));

  show_count (self);
  if (n == 0)
    rg_nobody_found_show (self->empty, self->customers);
  rg_stack_show (self->stack, n > 0 ? "list" : "empty");
}

static void
on_selected (RgCustomerListPane *self)
{
  RgCustomerRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (row != NULL)
    self->selected_id = rg_customer_row_get_customer_id (row);
}

/* Whoever was selected stays so, wherever the customer stands now. */
static void
on_rows_loaded (RgCustomerListPane *self)
{
  guint position = rg_customer_list_find (self->customers, self->selected_id);

  if (self->selected_id == 0)
    on_selected (self);
  else if (position == G_MAXUINT)
    gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  else if (position == gtk_single_selection_get_selected (self->selection))
    return;
  else if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
    gtk_grid_view_scroll_to (self->list, position, GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
  else
    gtk_single_selection_set_selected (self->selection, position);
}

static DexFuture *
query_fiber (gpointer data, gpointer unused)
{
  RgCustomerListPane *self = data;
  g_autoptr (RgCustomerFilter) filter = make_filter (self);
  g_autoptr (GError) error = NULL;

  show_filter_words (self);
  self->selected_id = 0;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  if (!dex_await (rg_customer_list_set_filter (self->customers, filter), &error))
    return dex_future_new_for_error (g_steal_pointer (&error));
  if (g_list_model_get_n_items (G_LIST_MODEL (self->customers)) > 0)
    gtk_grid_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_NONE, NULL);
  show_result (self);
  return NULL;
}

static void
on_changed (RgCustomerListPane *self)
{
  if (self->customers != NULL && !self->updating)
    rg_future_enter (self, query_fiber, NULL, NULL);
}

/* Shows the choices in the filters, where they were made already. */
static void
show_choices (RgCustomerListPane *self)
{
  GtkPopover *filters = gtk_menu_button_get_popover (self->filter_button);

  if (filters != NULL)
    rg_customer_filters_show (RG_CUSTOMER_FILTERS (filters), self->chosen);
}

static void
on_filters_changed (RgCustomerListPane *self, RgCustomerFilters *filters)
{
  rg_customer_filters_apply (filters, self->chosen);
  show_choices (self);
  on_changed (self);
}

static void
on_clear_filters (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgCustomerListPane *self = RG_CUSTOMER_LIST_PANE (widget);
  g_autoptr (RgCustomerFilter) all = g_object_new (RG_TYPE_CUSTOMER_FILTER, NULL);

  all->any_status = TRUE;
  all->sort = self->chosen->sort;
  rg_record_assign (RG_RECORD (self->chosen), RG_RECORD (all));
  g_clear_pointer (&self->place_title, g_free);
  show_choices (self);
  on_changed (self);
  g_signal_emit (self, cleared_signal, 0);
}

static void
on_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgCustomerListPane *self = RG_CUSTOMER_LIST_PANE (widget);

  rg_customer_list_pane_search (self, g_variant_get_string (parameter, NULL));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
make_filters (GtkMenuButton *button, gpointer data)
{
  RgCustomerListPane *self = data;
  GtkWidget *filters;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  filters = rg_customer_filters_new ();
  g_signal_connect_object (filters, "changed", G_CALLBACK (on_filters_changed), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, filters);
  show_choices (self);
}

static void
rg_customer_list_pane_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, RG_CUSTOMER_LIST_PANE (object)->show_places_button);
}

static void
rg_customer_list_pane_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RG_CUSTOMER_LIST_PANE (object)->show_places_button = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
rg_customer_list_pane_dispose (GObject *object)
{
  RgCustomerListPane *self = RG_CUSTOMER_LIST_PANE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_CUSTOMER_LIST_PANE);
  g_clear_object (&self->selection);
  g_clear_object (&self->customers);
  g_clear_object (&self->desk);
  g_clear_object (&self->chosen);

  G_OBJECT_CLASS (rg_customer_list_pane_parent_class)->dispose (object);
}

static void
rg_customer_list_pane_finalize (GObject *object)
{
  g_free (RG_CUSTOMER_LIST_PANE (object)->place_title);

  G_OBJECT_CLASS (rg_customer_list_pane_parent_class)->finalize (object);
}

static void
rg_customer_list_pane_init (RgCustomerListPane *self)
{
  g_autoptr (GtkListItemFactory) factory = rg_kept_rows_factory_new (RG_TYPE_CUSTOMER_LIST_ROW, "spoken");

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_grid_view_set_factory (self->list, factory);
  gtk_menu_button_set_create_popup_func (self->filter_button, make_filters, self, NULL);
  self->chosen = g_object_new (RG_TYPE_CUSTOMER_FILTER, NULL);
}

static void
rg_customer_list_pane_class_init (RgCustomerListPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rg_customer_list_pane_get_property;
  object_class->set_property = rg_customer_list_pane_set_property;
  object_class->dispose = rg_customer_list_pane_dispose;
  object_class->finalize = rg_customer_list_pane_finalize;

  /* Whether the places are folded away and a button brings them. */
  props[PROP_SHOW_PLACES_BUTTON] = g_param_spec_boolean (
    "show-places-button", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * RgCustomerListPane::cleared:
   * @self: the pane
   *
   * All filters were taken away, also those of the list that it showed.
   */
  cleared_signal
    = g_signal_new ("cleared", RG_TYPE_CUSTOMER_LIST_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (RG_TYPE_NOBODY_FOUND);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/regulars/Regulars/customers/rg-customer-list-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RgCustomerListPane, title);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerListPane, search);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerListPane, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerListPane, filter_label);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerListPane, filter_button);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerListPane, stack);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerListPane, list);
  gtk_widget_class_bind_template_child (widget_class, RgCustomerListPane, empty);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_install_action (widget_class, "customers.clear-filters", NULL, on_clear_filters);
  gtk_widget_class_install_action (widget_class, "customers.search", "s", on_search);
  rg_customer_list_pane_bind_keys (widget_class);
}

/**
 * rg_customer_list_pane_set_desk:
 * @self: the pane
 * @desk: the desk
 */
void
rg_customer_list_pane_set_desk (RgCustomerListPane *self, RgDesk *desk)
{
  g_set_object (&self->desk, desk);
  g_clear_object (&self->customers);
  g_clear_object (&self->selection);
  self->customers = rg_customer_list_new (desk);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->customers)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->customers, "notify::n-items", G_CALLBACK (show_result), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->customers, "rows-loaded", G_CALLBACK (on_rows_loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  gtk_grid_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

/**
 * rg_customer_list_pane_get_list:
 * @self: the pane
 *
 * Returns: (transfer none) (nullable): what it shows
 */
RgCustomerList *
rg_customer_list_pane_get_list (RgCustomerListPane *self)
{
  return self->customers;
}

/**
 * rg_customer_list_pane_show:
 * @self: the pane
 * @title: (nullable): what the list is called; %NULL for all customers
 * @filter: what it shows by itself; more filters and a search may narrow it
 *
 * Returns: (transfer full): a future for its rows being there
 */
DexFuture *
rg_customer_list_pane_show (RgCustomerListPane *self, const char *title, RgCustomerFilter *filter)
{
  g_set_str (&self->place_title, title);
  rg_record_assign (RG_RECORD (self->chosen), RG_RECORD (filter));
  show_choices (self);
  self->updating = TRUE;
  gtk_editable_set_text (self->search, "");
  self->updating = FALSE;
  return rg_future_spawn (self, query_fiber, NULL, NULL);
}

/**
 * rg_customer_list_pane_search:
 * @self: the pane
 * @text: what to search for, as if it had been typed
 */
void
rg_customer_list_pane_search (RgCustomerListPane *self, const char *text)
{
  gtk_editable_set_text (self->search, text);
  gtk_editable_set_position (self->search, -1);
}

/**
 * rg_customer_list_pane_focus_search:
 * @self: the pane
 *
 * Puts the cursor into the search, with what is there selected, to be typed over.
 */
void
rg_customer_list_pane_focus_search (RgCustomerListPane *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (self->search, 0, -1);
}

/**
 * rg_customer_list_pane_step:
 * @self: the pane
 * @by: 1 for the next customer, -1 for the previous one
 *
 * Selects the next customer of the list.
 *
 * Returns: the customer; 0 when there is none, or it is not loaded yet
 */
gint64
rg_customer_list_pane_step (RgCustomerListPane *self, int by)
{
  guint before = gtk_single_selection_get_selected (self->selection);
  RgCustomerRow *row;

  rg_customer_list_pane_move (self, by);
  if (gtk_single_selection_get_selected (self->selection) == before)
    return 0;
  row = gtk_single_selection_get_selected_item (self->selection);
  return row != NULL ? rg_customer_row_get_customer_id (row) : 0;
}

/**
 * rg_customer_list_pane_select:
 * @self: the pane
 * @customer_id: a customer
 *
 * Selects the customer, as soon as it is in the loaded part of the list.
 */
void
rg_customer_list_pane_select (RgCustomerListPane *self, gint64 customer_id)
{
  self->selected_id = customer_id;
  on_rows_loaded (self);
}

/**
 * rg_customer_list_pane_get_filter:
 * @self: the pane
 *
 * Returns: (transfer none): what the list shows by itself, and the filters that were chosen
 */
RgCustomerFilter *
rg_customer_list_pane_get_filter (RgCustomerListPane *self)
{
  return self->chosen;
}

static DexFuture *
restore_fiber (gpointer data, gpointer customer_id)
{
  RgCustomerListPane *self = data;
  g_autoptr (GError) error = NULL;
  guint position;

  if (!dex_await (rg_future_spawn (self, query_fiber, NULL, NULL), &error))
    return dex_future_new_for_error (g_steal_pointer (&error));
  rg_customer_list_pane_select (self, *(gint64 *) customer_id);
  position = gtk_single_selection_get_selected (self->selection);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_grid_view_scroll_to (self->list, position, GTK_LIST_SCROLL_NONE, NULL);
  return NULL;
}

/**
 * rg_customer_list_pane_restore:
 * @self: the pane
 * @filter: (nullable): the filters as they were
 * @customer_id: who was looked at; 0 for nobody
 *
 * Shows the list at the customer who was looked at.
 *
 * Returns: (transfer full): a future for its rows being there
 */
DexFuture *
rg_customer_list_pane_restore (RgCustomerListPane *self, RgCustomerFilter *filter, gint64 customer_id)
{
  if (filter != NULL)
    rg_record_assign (RG_RECORD (self->chosen), RG_RECORD (filter));
  show_choices (self);
  return rg_future_spawn (self, restore_fiber, g_memdup2 (&customer_id, sizeof customer_id), g_free);
}
