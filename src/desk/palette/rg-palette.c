/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-palette.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-closures.h"
#include "rg-commands.h"
#include "rg-future.h"
#include "rg-lookup.h"
#include "rg-money.h"
#include "rg-order-data.h"
#include "rg-palette-item.h"
#include "rg-product-data.h"
#include "rg-search.h"
#include "rg-text.h"
#include "rg-report.h"

/* Everything by name: commands, places, lists, tags, every customer and product, and an order by its number, found as
 * one types. Commands and places are there at once; the rest follows from the file. */

#define MAX_CUSTOMERS 12
#define MAX_PRODUCTS 5

struct _RgPalette
{
  AdwDialog parent_instance;

  RgWindow *window; /* weak */
  GListStore *items;
  guint serial; /* of the newest keystroke */
  RgPaletteItem *chosen;

  GtkEditable *entry;
  GtkStack *stack;
  GtkListView *list;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (RgPalette, rg_palette, ADW_TYPE_DIALOG)

static void
show_result (RgPalette *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
}

typedef struct
{
  RgCustomerFilter *filter;
  GPtrArray *customers;
  GPtrArray *products;
  RgOrderRow *order; /* that of the number that was typed */
} Question;

static void
question_clear (gpointer data)
{
  Question *question = data;

  g_object_unref (question->filter);
  g_clear_pointer (&question->customers, g_ptr_array_unref);
  g_clear_pointer (&question->products, g_ptr_array_unref);
  g_clear_object (&question->order);
}

static void
question_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, question_clear);
}

/* "20610" and "#20610" are the number of an order, too. */
static RgOrderRow *
find_order (RgDb *db, const char *text, GError **error)
{
  g_autofree char *number = rg_text_clean (text);
  g_autoptr (RgOrder) order = NULL;
  guint64 value;

  if (!g_ascii_string_to_unsigned (*number == '#' ? number + 1 : number, 10, 1, G_MAXINT64, &value, NULL))
    return NULL;
  order = rg_lookup_order (db, (gint64) value, error);
  return order != NULL ? rg_order_row_read (db, rg_record_get_id (RG_RECORD (order)), error) : NULL;
}

static GObject *
read_found (RgDb *db, gpointer data, GError **error)
{
  Question *question = data;

  question->order = find_order (db, question->filter->text, NULL);
  question->customers = rg_search_page (db, question->filter, 0, 0, MAX_CUSTOMERS, error);
  if (question->customers != NULL)
    question->products = rg_products_search (db, question->filter->text, FALSE, 0, MAX_PRODUCTS, error);
  return NULL;
}

static void
append (
  RgPalette *self, const char *title, const char *subtitle, const char *icon_name, const char *action, gpointer record)
{
  g_autoptr (RgPaletteItem) item = rg_palette_item_new (title, subtitle, icon_name, NULL, NULL, action,
                                                        g_variant_new_int64 (rg_record_get_id (record)));

  g_list_store_append (self->items, item);
}

static void
append_order (RgPalette *self, RgOrderRow *row)
{
  g_autofree char *title = g_strdup_printf (_ ("Order #%" PRId64), row->order->number);
  g_autofree char *name = rg_customer_dup_display_name (row->customer);
  g_autofree char *day = rg_day_format (row->order->delivery_day);
  g_autofree char *subtitle = g_strjoin (" · ", name, rg_words_get_label (&rg_order_status_words, row->order->status),
                                         *day != '\0' ? day : NULL, NULL);

  append (self, title, subtitle, "rg-orders-symbolic", "win.open-order", row->order);
}

static void
append_product (RgPalette *self, RgProduct *product)
{
  g_autofree char *price = rg_money_format (product->price, product->currency);
  g_autofree char *subtitle
    = product->number != NULL ? g_strdup_printf ("%s · %s", product->number, price) : g_strdup (price);

  append (self, product->name, subtitle, "package-x-generic-symbolic", "win.open-product", product);
}

static void
append_customer (RgPalette *self, RgCustomer *customer)
{
  g_autofree char *name = rg_customer_dup_display_name (customer);
  g_autofree char *number = g_strdup_printf ("#%" G_GINT64_FORMAT, customer->number);
  g_autofree char *subtitle
    = g_strjoin (" · ", number, customer->business_name != NULL ? customer->business_name : customer->email, NULL);

  append (self, name, subtitle, "avatar-default-symbolic", "win.open-customer", customer);
}

static void
show_found (RgPalette *self, Question *question)
{
  if (question->order != NULL)
    append_order (self, question->order);
  for (guint i = 0; i < question->customers->len; i++)
    append_customer (self, question->customers->pdata[i]);
  for (guint i = 0; i < question->products->len; i++)
    append_product (self, question->products->pdata[i]);
  show_result (self);
}

static DexFuture *
found_fiber (gpointer data, gpointer unused)
{
  RgPalette *self = data;
  RgDesk *desk = rg_window_get_desk (self->window);
  guint serial = self->serial;
  Question *question = g_atomic_rc_box_new0 (Question);
  g_autoptr (GError) error = NULL;

  question->filter = g_object_new (RG_TYPE_CUSTOMER_FILTER, "text", gtk_editable_get_text (self->entry), NULL);
  question->filter->any_status = TRUE;
  if (dex_await (rg_store_read_newest (rg_desk_get_store (desk), "palette", read_found,
                                       g_atomic_rc_box_acquire (question), question_unref),
                 &error)
      && serial == self->serial)
    show_found (self, question);
  question_unref (question);
  return NULL;
}

static void
on_search_changed (RgPalette *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  g_autoptr (GPtrArray) found = NULL;

  if (self->window == NULL)
    return;
  self->serial++;
  found = rg_commands_find (self->window, text);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), found->pdata, found->len);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0)
    gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_SELECT, NULL);
  if (rg_text_is_blank (text) || rg_window_get_desk (self->window) == NULL)
    show_result (self);
  else
    rg_future_enter (self, found_fiber, NULL, NULL);
}

/* Runs when the palette has gone, so that what it opens gets the focus. */
static void
on_closed (RgPalette *self)
{
  RgCustomerPage *page = self->window != NULL ? rg_window_get_page (self->window) : NULL;
  const char *action;
  GtkWidget *widget;

  if (self->chosen == NULL || self->window == NULL)
    return;
  action = rg_palette_item_get_action (self->chosen);
  widget = g_str_has_prefix (action, "page.") ? GTK_WIDGET (page) : GTK_WIDGET (self->window);
  if (widget != NULL)
    gtk_widget_activate_action_variant (widget, action, rg_palette_item_get_target (self->chosen));
}

static void
choose (RgPalette *self, guint position)
{
  g_autoptr (RgPaletteItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  if (item == NULL)
    return;
  if (rg_palette_item_get_why_not (item) != NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      rg_widget_announce (GTK_WIDGET (self->entry), rg_palette_item_get_why_not (item),
                          GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
      return;
    }
  g_set_object (&self->chosen, item);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_entry_activated (RgPalette *self)
{
  choose (self, gtk_single_selection_get_selected (self->selection));
}

static void
on_stop_search (RgPalette *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static gboolean
on_key_pressed (RgPalette *self, guint keyval, guint keycode, GdkModifierType state)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint now = gtk_single_selection_get_selected (self->selection);
  int by = keyval == GDK_KEY_Down        ? 1
           : keyval == GDK_KEY_Up        ? -1
           : keyval == GDK_KEY_Page_Down ? 8
           : keyval == GDK_KEY_Page_Up   ? -8
                                         : 0;

  if (by == 0 || n == 0)
    return GDK_EVENT_PROPAGATE;
  if (now == GTK_INVALID_LIST_POSITION)
    now = 0;
  gtk_list_view_scroll_to (self->list, (guint) CLAMP ((int) now + by, 0, (int) n - 1), GTK_LIST_SCROLL_SELECT, NULL);
  return GDK_EVENT_STOP;
}

static void
rg_palette_dispose (GObject *object)
{
  RgPalette *self = RG_PALETTE (object);

  self->serial++;
  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_PALETTE);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->items);
  g_clear_object (&self->chosen);

  G_OBJECT_CLASS (rg_palette_parent_class)->dispose (object);
}

static void
rg_palette_init (RgPalette *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (RG_TYPE_PALETTE_ITEM);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->items));
  g_signal_connect (self, "closed", G_CALLBACK (on_closed), NULL);
}

static void
rg_palette_class_init (RgPaletteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_palette_dispose;

  g_type_ensure (RG_TYPE_PALETTE_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/palette/rg-palette.ui");
  gtk_widget_class_bind_template_child (widget_class, RgPalette, entry);
  gtk_widget_class_bind_template_child (widget_class, RgPalette, stack);
  gtk_widget_class_bind_template_child (widget_class, RgPalette, list);
  gtk_widget_class_bind_template_child (widget_class, RgPalette, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, choose);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  rg_closures_bind (widget_class);
}

/**
 * rg_palette_new:
 * @window: a window
 *
 * Returns: (transfer floating): the command palette
 */
AdwDialog *
rg_palette_new (RgWindow *window)
{
  RgPalette *self = g_object_new (RG_TYPE_PALETTE, NULL);

  g_set_weak_pointer (&self->window, window);
  on_search_changed (self);
  return ADW_DIALOG (self);
}
