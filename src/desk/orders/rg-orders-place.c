/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-orders-place.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-closures.h"
#include "rg-future.h"
#include "rg-order-actions.h"
#include "rg-order-chip.h"
#include "rg-order-closures.h"
#include "rg-order-data.h"
#include "rg-order-list-row.h"
#include "rg-order-menu.h"
#include "rg-report.h"
#include "rg-text.h"
#include "rg-word-list.h"

/* The orders of everybody, newest first, read in pages as one scrolls. */

#define N_PER_PAGE 50
#define MOST_COUNTED 10000
#define MOST_CUSTOMERS 200 /* whose orders a search shows */

enum
{
  DAY_ANY,
  DAY_TODAY,
  DAY_TOMORROW,
  DAY_THIS_WEEK,
  DAY_NEXT_WEEK,
  DAY_BEFORE
};

/* The first choices of the status filter; the statuses themselves follow. */
enum
{
  STATUS_ALL,
  STATUS_OPEN,
  N_STATUS_CHOICES
};

struct _RgOrdersPlace
{
  RgPlaceView parent_instance;

  GListStore *orders; /* of RgOrderRow */
  gint64 customer_id; /* 0 for everybody */
  guint n_wanted;
  guint serial;
  gboolean at_end;

  AdwWindowTitle *title;
  GtkEditable *search;
  GtkDropDown *status;
  GtkDropDown *day;
  GtkWidget *customer;
  GtkLabel *customer_label;
  GtkStack *stack;
  GtkNoSelection *table_selection;
  GtkNoSelection *rows_selection;
};

G_DEFINE_FINAL_TYPE (RgOrdersPlace, rg_orders_place, RG_TYPE_PLACE_VIEW)

typedef struct
{
  RgOrderFilter filter;
  char *text;      /* what was searched for; NULL for nothing */
  char *customers; /* whom it found */
  gboolean more;   /* and more besides */
  GPtrArray *rows;
  gint64 count;
  RgCustomer *customer; /* when it is the orders of one */
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  g_clear_pointer (&load->rows, g_ptr_array_unref);
  g_clear_object (&load->customer);
  g_free (load->text);
  g_free (load->customers);
  g_free (load);
}

/* The number of an order if there is such an order, else whatever finds customers. */
static gboolean
search (RgDb *db, Load *load, GError **error)
{
  const char *number = *load->text == '#' ? load->text + 1 : load->text;
  gint64 n = 0;

  if (g_ascii_string_to_signed (number, 10, 1, G_MAXINT64, &load->filter.number, NULL)
      && !rg_orders_count (db, &load->filter, 1, &n, error))
    return FALSE;
  if (n > 0)
    return TRUE;
  load->filter.number = 0;
  load->customers = rg_orders_find_customers (db, load->text, MOST_CUSTOMERS, &load->more, error);
  load->filter.customers = load->customers;
  return load->customers != NULL;
}

static GObject *
read_orders (RgDb *db, gpointer data, GError **error)
{
  Load *load = data;

  if (load->filter.customer_id != 0)
    {
      load->customer = (RgCustomer *) rg_db_load (db, &rg_customer_type, load->filter.customer_id, error);
      if (load->customer == NULL)
        return NULL;
    }
  if (load->text != NULL && !search (db, load, error))
    return NULL;
  load->rows = rg_orders_read (db, &load->filter, error);
  if (load->rows != NULL)
    rg_orders_count (db, &load->filter, MOST_COUNTED, &load->count, error);
  return NULL;
}

static char *
customer_name (gpointer self, RgCustomer *customer)
{
  return customer != NULL ? rg_customer_dup_display_name (customer) : g_strdup ("");
}

static gboolean
is_filtered (RgOrdersPlace *self)
{
  return self->customer_id != 0 || !rg_text_is_blank (gtk_editable_get_text (self->search))
         || gtk_drop_down_get_selected (self->status) != STATUS_ALL
         || gtk_drop_down_get_selected (self->day) != DAY_ANY;
}

static void
set_days (RgOrdersPlace *self, RgOrderFilter *filter)
{
  RgDesk *desk = rg_place_view_get_desk (RG_PLACE_VIEW (self));
  RgDay today = rg_desk_get_today (desk);
  RgDay week = rg_day_week_start (today, rg_settings_get_first_weekday (rg_desk_get_settings (desk)));

  switch (gtk_drop_down_get_selected (self->day))
    {
    case DAY_TODAY:
      filter->from = filter->to = today;
      break;
    case DAY_TOMORROW:
      filter->from = filter->to = today + 1;
      break;
    case DAY_THIS_WEEK:
      filter->from = week;
      filter->to = week + 6;
      break;
    case DAY_NEXT_WEEK:
      filter->from = week + 7;
      filter->to = week + 13;
      break;
    case DAY_BEFORE:
      filter->to = today - 1;
      break;
    default:
      break;
    }
}

static void
set_filter (RgOrdersPlace *self, RgOrderFilter *filter)
{
  guint status = gtk_drop_down_get_selected (self->status);

  filter->customer_id = self->customer_id;
  if (status == STATUS_OPEN)
    filter->statuses = 1u << RG_ORDER_STATUS_NEW | 1u << RG_ORDER_STATUS_OPEN | 1u << RG_ORDER_STATUS_PENDING;
  else if (status >= N_STATUS_CHOICES)
    filter->statuses = 1u << (status - N_STATUS_CHOICES);
  set_days (self, filter);
}

/* The rows that are there already keep their object, so that nothing blinks or scrolls. */
static void
take_rows (RgOrdersPlace *self, GPtrArray *rows)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->orders));
  guint same = 0;

  while (same < MIN (n, rows->len))
    {
      g_autoptr (RgOrderRow) old = g_list_model_get_item (G_LIST_MODEL (self->orders), same);
      RgOrderRow *new = rows->pdata[same];

      if (rg_record_get_id (RG_RECORD (old->order)) != rg_record_get_id (RG_RECORD (new->order)))
        break;
      rg_record_assign (RG_RECORD (old->order), RG_RECORD (new->order));
      rg_record_assign (RG_RECORD (old->customer), RG_RECORD (new->customer));
      same++;
    }
  if (same < n || same < rows->len)
    g_list_store_splice (self->orders, same, n - same, rows->pdata + same, rows->len - same);
}

static void
show_load (RgOrdersPlace *self, Load *load)
{
  g_autofree char *count = NULL;
  g_autofree char *name = customer_name (NULL, load->customer);

  self->at_end = load->rows->len < load->filter.limit;
  take_rows (self, load->rows);
  if (load->count >= MOST_COUNTED || load->more)
    count = g_strdup_printf (_ ("%'d+ orders"), (int) load->count);
  else
    count = g_strdup_printf (g_dngettext (NULL, "%'" PRId64 " order", "%'" PRId64 " orders", load->count), load->count);
  adw_window_title_set_subtitle (self->title, count);
  gtk_label_set_label (self->customer_label, name);
  gtk_widget_set_visible (self->customer, load->customer != NULL);
  gtk_stack_set_visible_child_name (self->stack, load->rows->len > 0  ? "orders"
                                                 : is_filtered (self) ? "hidden"
                                                                      : "none");
}

static DexFuture *
load_fiber (gpointer self_pointer, gpointer data)
{
  RgOrdersPlace *self = self_pointer;
  Load *load = data;
  guint serial = ++self->serial;
  g_autoptr (GError) error = NULL;

  if (!dex_await (rg_desk_read (rg_place_view_get_desk (RG_PLACE_VIEW (self)), read_orders, load, NULL), &error))
    rg_widget_report (GTK_WIDGET (self), error);
  else if (serial == self->serial)
    show_load (self, load);
  return NULL;
}

static void
rg_orders_place_refresh (RgPlaceView *view)
{
  RgOrdersPlace *self = RG_ORDERS_PLACE (view);
  const char *text = gtk_editable_get_text (self->search);
  Load *load = g_new0 (Load, 1);

  set_filter (self, &load->filter);
  if (!rg_text_is_blank (text))
    load->text = g_strstrip (g_strdup (text));
  load->filter.limit = self->n_wanted;
  rg_future_enter (self, load_fiber, load, load_free);
}

static void
on_filter_changed (RgOrdersPlace *self)
{
  self->n_wanted = N_PER_PAGE;
  if (rg_place_view_get_desk (RG_PLACE_VIEW (self)) != NULL)
    rg_orders_place_refresh (RG_PLACE_VIEW (self));
}

static void
on_edge_reached (RgOrdersPlace *self, GtkPositionType edge)
{
  if (edge != GTK_POS_BOTTOM || self->at_end)
    return;
  self->n_wanted += N_PER_PAGE;
  rg_orders_place_refresh (RG_PLACE_VIEW (self));
}

static void
on_activate (RgOrdersPlace *self, guint position)
{
  g_autoptr (RgOrderRow) row = g_list_model_get_item (G_LIST_MODEL (self->orders), position);

  if (row != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "order.open", "x", rg_record_get_id (RG_RECORD (row->order)));
}

static void
on_customer_clicked (RgOrdersPlace *self)
{
  rg_orders_place_show_customer (self, 0);
}

static void
on_show_all_clicked (RgOrdersPlace *self)
{
  self->customer_id = 0;
  gtk_editable_set_text (self->search, "");
  gtk_drop_down_set_selected (self->status, STATUS_ALL);
  gtk_drop_down_set_selected (self->day, DAY_ANY);
  on_filter_changed (self);
}

static void
rg_orders_place_dispose (GObject *object)
{
  RgOrdersPlace *self = RG_ORDERS_PLACE (object);

  self->serial++;
  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_ORDERS_PLACE);
  g_clear_object (&self->orders);

  G_OBJECT_CLASS (rg_orders_place_parent_class)->dispose (object);
}

static void
rg_orders_place_init (RgOrdersPlace *self)
{
  g_autoptr (GListModel) statuses
    = rg_word_list_new (&rg_order_status_words, 0, _ ("All statuses"), _ ("To be packed"), NULL);

  self->orders = g_list_store_new (RG_TYPE_ORDER_ROW);
  self->n_wanted = N_PER_PAGE;
  gtk_widget_init_template (GTK_WIDGET (self));
  rg_order_menu_serve (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->status, statuses);
  gtk_no_selection_set_model (self->table_selection, G_LIST_MODEL (self->orders));
  gtk_no_selection_set_model (self->rows_selection, G_LIST_MODEL (self->orders));
}

static void
rg_orders_place_class_init (RgOrdersPlaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_orders_place_dispose;
  RG_PLACE_VIEW_CLASS (klass)->refresh = rg_orders_place_refresh;

  g_type_ensure (RG_TYPE_ORDER_CHIP);
  g_type_ensure (RG_TYPE_ORDER_MENU);
  g_type_ensure (RG_TYPE_ORDER_LIST_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/orders/rg-orders-place.ui");
  gtk_widget_class_bind_template_child (widget_class, RgOrdersPlace, title);
  gtk_widget_class_bind_template_child (widget_class, RgOrdersPlace, search);
  gtk_widget_class_bind_template_child (widget_class, RgOrdersPlace, status);
  gtk_widget_class_bind_template_child (widget_class, RgOrdersPlace, day);
  gtk_widget_class_bind_template_child (widget_class, RgOrdersPlace, customer);
  gtk_widget_class_bind_template_child (widget_class, RgOrdersPlace, customer_label);
  gtk_widget_class_bind_template_child (widget_class, RgOrdersPlace, stack);
  gtk_widget_class_bind_template_child (widget_class, RgOrdersPlace, table_selection);
  gtk_widget_class_bind_template_child (widget_class, RgOrdersPlace, rows_selection);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_edge_reached);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_customer_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all_clicked);
  gtk_widget_class_bind_template_callback (widget_class, customer_name);
  rg_closures_bind (widget_class);
  rg_order_closures_bind (widget_class);
  rg_order_actions_install (widget_class);
}

/**
 * rg_orders_place_show_customer:
 * @self: the page
 * @customer_id: whose orders to show; 0 for everybody's
 */
void
rg_orders_place_show_customer (RgOrdersPlace *self, gint64 customer_id)
{
  self->customer_id = customer_id;
  on_filter_changed (self);
}
