/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-products-place.h"

#include <glib/gi18n-lib.h>

#include "rg-future.h"
#include "rg-product-data.h"
#include "rg-product-dialog.h"
#include "rg-product-operations.h"
#include "rg-product-row.h"
#include "rg-report.h"
#include "rg-text.h"

/* What the business sells: a list to search, to add to and to edit. */

#define N_PER_LOAD 100

struct _RgProductsPlace
{
  RgPlaceView parent_instance;

  guint n_wanted;
  guint serial;

  GtkWidget *add;
  GtkToggleButton *retired;
  GtkEditable *search;
  GtkStack *stack;
  GtkListBox *list;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (RgProductsPlace, rg_products_place, RG_TYPE_PLACE_VIEW)

static RgDesk *
get_desk (RgProductsPlace *self)
{
  return rg_place_view_get_desk (RG_PLACE_VIEW (self));
}

typedef struct
{
  char *text;
  gboolean retired;
  guint limit;
  GPtrArray *products;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_free (search->text);
  g_clear_pointer (&search->products, g_ptr_array_unref);
  g_free (search);
}

static GObject *
read_products (RgDb *db, gpointer data, GError **error)
{
  Search *search = data;

  search->products = rg_products_search (db, search->text, search->retired, 0, search->limit, error);
  return NULL;
}

static void
show_products (RgProductsPlace *self, Search *search)
{
  gboolean more = search->products->len == search->limit;
  guint n = MIN (search->products->len, self->n_wanted);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list, rg_product_row_new (get_desk (self), search->products->pdata[i]));
  gtk_widget_set_visible (self->more, more);
  gtk_stack_set_visible_child_name (self->stack, n > 0                                                ? "products"
                                                 : rg_text_is_blank (search->text) && search->retired ? "none"
                                                                                                      : "hidden");
}

static DexFuture *
load_fiber (gpointer self_pointer, gpointer data)
{
  RgProductsPlace *self = self_pointer;
  Search *search = data;
  guint serial = ++self->serial;
  g_autoptr (GError) error = NULL;

  if (!dex_await (rg_desk_read (get_desk (self), read_products, search, NULL), &error))
    rg_widget_report (GTK_WIDGET (self), error);
  else if (serial == self->serial)
    {
      /* Nothing at all, or only retired ones? */
      if (search->products->len == 0 && rg_text_is_blank (search->text) && !search->retired)
        {
          g_clear_pointer (&search->products, g_ptr_array_unref);
          search->retired = TRUE;
          search->limit = 1;
          if (!dex_await (rg_desk_read (get_desk (self), read_products, search, NULL), &error)
              || serial != self->serial)
            return NULL;
          search->retired = search->products->len == 0;
          g_ptr_array_set_size (search->products, 0);
        }
      show_products (self, search);
    }
  return NULL;
}

static void
load (RgProductsPlace *self)
{
  Search *search = g_new0 (Search, 1);

  search->text = g_strdup (gtk_editable_get_text (self->search));
  search->retired = gtk_toggle_button_get_active (self->retired);
  search->limit = self->n_wanted + 1;
  rg_future_enter (self, load_fiber, search, search_free);
}

static void
on_search_changed (RgProductsPlace *self)
{
  self->n_wanted = N_PER_LOAD;
  load (self);
}

static void
on_more_clicked (RgProductsPlace *self)
{
  self->n_wanted += N_PER_LOAD;
  load (self);
}

static void
on_show_all_clicked (RgProductsPlace *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_toggle_button_set_active (self->retired, TRUE);
  on_search_changed (self);
}

static void
on_row_activated (RgProductsPlace *self, GtkListBoxRow *row)
{
  rg_product_dialog_present (GTK_WIDGET (self), get_desk (self), rg_product_row_get_product (RG_PRODUCT_ROW (row)));
}

static DexFuture *
open_exact_fiber (gpointer self_pointer, gpointer data)
{
  RgProductsPlace *self = self_pointer;
  Search *search = data;

  if (dex_await (rg_desk_read (get_desk (self), read_products, search, NULL), NULL) && search->products->len > 0)
    rg_product_dialog_present (GTK_WIDGET (self), get_desk (self), search->products->pdata[0]);
  return NULL;
}

/* Enter opens the first one: the one that was scanned. */
static void
on_search_activate (RgProductsPlace *self)
{
  Search *search = g_new0 (Search, 1);

  search->text = g_strdup (gtk_editable_get_text (self->search));
  search->retired = TRUE;
  search->limit = 1;
  rg_future_enter (self, open_exact_fiber, search, search_free);
}

static void
on_add_clicked (RgProductsPlace *self)
{
  rg_product_dialog_present (GTK_WIDGET (self), get_desk (self), NULL);
}

static void
rg_products_place_refresh (RgPlaceView *view)
{
  RgProductsPlace *self = RG_PRODUCTS_PLACE (view);
  g_autofree char *why_not = rg_desk_dup_why_not (get_desk (self), &rg_product_add);

  rg_widget_set_why_not (self->add, _ ("Add product"), why_not);
  load (self);
}

static void
rg_products_place_dispose (GObject *object)
{
  RG_PRODUCTS_PLACE (object)->serial++;
  gtk_widget_dispose_template (GTK_WIDGET (object), RG_TYPE_PRODUCTS_PLACE);

  G_OBJECT_CLASS (rg_products_place_parent_class)->dispose (object);
}

static void
rg_products_place_init (RgProductsPlace *self)
{
  self->n_wanted = N_PER_LOAD;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_products_place_class_init (RgProductsPlaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_products_place_dispose;
  RG_PLACE_VIEW_CLASS (klass)->refresh = rg_products_place_refresh;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/products/rg-products-place.ui");
  gtk_widget_class_bind_template_child (widget_class, RgProductsPlace, add);
  gtk_widget_class_bind_template_child (widget_class, RgProductsPlace, retired);
  gtk_widget_class_bind_template_child (widget_class, RgProductsPlace, search);
  gtk_widget_class_bind_template_child (widget_class, RgProductsPlace, stack);
  gtk_widget_class_bind_template_child (widget_class, RgProductsPlace, list);
  gtk_widget_class_bind_template_child (widget_class, RgProductsPlace, more);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
}
