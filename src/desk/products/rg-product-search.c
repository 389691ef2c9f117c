/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-product-search.h"

#include <glib/gi18n-lib.h>

#include "rg-error.h"
#include "rg-future.h"
#include "rg-product-data.h"
#include "rg-product-row.h"
#include "rg-report.h"
#include "rg-text.h"

/* Finds a product by words of its name, by its ID or by its barcode, which a scanner types and ends with Enter. */

#define N_RESULTS 8
#define N_BROWSED 50

struct _RgProductSearch
{
  AdwBin parent_instance;

  RgDesk *desk;
  char *placeholder;
  gboolean browse;
  guint serial;

  GtkSearchEntry *entry;
  GtkWidget *nothing;
  GtkScrolledWindow *scroller;
  GtkWidget *viewport;
  GtkListBox *results;
};

G_DEFINE_FINAL_TYPE (RgProductSearch, rg_product_search, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_PLACEHOLDER,
  PROP_BROWSE,
  N_PROPS
};

enum
{
  SIGNAL_PICKED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

typedef struct
{
  char *text;
  gboolean exact; /* a product with just this ID or barcode, if there is one, and nothing else */
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
  g_autoptr (GError) local = NULL;
  RgProduct *exact = search->exact ? rg_product_find_exact (db, search->text, &local) : NULL;

  if (exact != NULL && !exact->retired)
    {
      search->products = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (search->products, exact);
      return NULL;
    }
  g_clear_object (&exact);
  if (!rg_error_propagate (error, &local))
    search->products = rg_products_search (db, search->text, FALSE, 0, search->limit, error);
  return NULL;
}

static void
clear_results (RgProductSearch *self)
{
  gtk_list_box_remove_all (self->results);
  gtk_widget_set_visible (GTK_WIDGET (self->results), FALSE);
  gtk_widget_set_visible (self->nothing, FALSE);
}

static void start (RgProductSearch *self, gboolean exact);

static void
pick (RgProductSearch *self, RgProduct *product)
{
  g_autoptr (RgProduct) keep = g_object_ref (product);

  self->serial++;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  start (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, keep);
}

static void
show_results (RgProductSearch *self, GPtrArray *products)
{
  clear_results (self);
  for (guint i = 0; i < products->len; i++)
    gtk_list_box_append (self->results, rg_product_row_new (self->desk, products->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->results), products->len > 0);
  gtk_widget_set_visible (self->nothing, products->len == 0);
}

static void
focus_first (RgProductSearch *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->results, 0);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static DexFuture *
search_fiber (gpointer self_pointer, gpointer data)
{
  RgProductSearch *self = self_pointer;
  Search *search = data;
  guint serial = ++self->serial;
  g_autoptr (GError) error = NULL;

  if (!dex_await (rg_desk_read (self->desk, read_products, search, NULL), &error))
    {
      rg_widget_report (GTK_WIDGET (self), error);
      return NULL;
    }
  if (serial != self->serial)
    return NULL;
  if (search->exact && search->products->len == 1)
    {
      pick (self, search->products->pdata[0]);
      return NULL;
    }
  show_results (self, search->products);
  if (search->exact)
    focus_first (self);
  return NULL;
}

static void
start (RgProductSearch *self, gboolean exact)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  Search *search;

  if (self->desk == NULL || (rg_text_is_blank (text) && !self->browse))
    {
      self->serial++;
      clear_results (self);
      return;
    }
  search = g_new0 (Search, 1);
  search->text = g_strdup (text);
  search->exact = exact;
  search->limit = self->browse ? N_BROWSED : N_RESULTS;
  rg_future_enter (self, search_fiber, search, search_free);
}

static void
on_search_changed (RgProductSearch *self)
{
  start (self, FALSE);
}

static void
on_activate (RgProductSearch *self)
{
  if (rg_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (self->entry))))
    focus_first (self);
  else
    start (self, TRUE);
}

static void
on_stop_search (RgProductSearch *self)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG);

  /* The entry takes Escape for itself; with nothing to clear it is meant for the dialog around it. */
  if (dialog != NULL && *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    {
      adw_dialog_close (ADW_DIALOG (dialog));
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  start (self, FALSE);
}

static gboolean
on_key_pressed (RgProductSearch *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_Down || gtk_list_box_get_row_at_index (self->results, 0) == NULL)
    return GDK_EVENT_PROPAGATE;
  focus_first (self);
  return GDK_EVENT_STOP;
}

static void
on_row_activated (RgProductSearch *self, GtkListBoxRow *row)
{
  pick (self, rg_product_row_get_product (RG_PRODUCT_ROW (row)));
}

static void
rg_product_search_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RgProductSearch *self = RG_PRODUCT_SEARCH (object);

  switch (prop_id)
    {
    case PROP_PLACEHOLDER:
      g_value_set_string (value, self->placeholder);
      break;
    case PROP_BROWSE:
      g_value_set_boolean (value, self->browse);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_browse (RgProductSearch *self, gboolean browse)
{
  self->browse = browse;
  gtk_widget_set_vexpand (GTK_WIDGET (self->scroller), browse);
  gtk_widget_set_overflow (self->viewport, browse ? GTK_OVERFLOW_HIDDEN : GTK_OVERFLOW_VISIBLE);
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, browse ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
  if (browse)
    gtk_widget_add_css_class (GTK_WIDGET (self), "browse");
}

static void
rg_product_search_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RgProductSearch *self = RG_PRODUCT_SEARCH (object);

  switch (prop_id)
    {
    case PROP_PLACEHOLDER:
      g_set_str (&self->placeholder, g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, self->placeholder,
                                      -1);
      break;
    case PROP_BROWSE:
      set_browse (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  g_object_notify_by_pspec (object, pspec);
}

static void
rg_product_search_dispose (GObject *object)
{
  RgProductSearch *self = RG_PRODUCT_SEARCH (object);

  self->serial++;
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_PRODUCT_SEARCH);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->placeholder, g_free);

  G_OBJECT_CLASS (rg_product_search_parent_class)->dispose (object);
}

static void
rg_product_search_init (RgProductSearch *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_product_search_class_init (RgProductSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rg_product_search_get_property;
  object_class->set_property = rg_product_search_set_property;
  object_class->dispose = rg_product_search_dispose;

  props[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * RgProductSearch:browse:
   *
   * Whether products are listed before anything is typed, in a list that scrolls.
   */
  props[PROP_BROWSE] = g_param_spec_boolean ("browse", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * RgProductSearch::picked:
   * @self: the search
   * @product: what was chosen, or scanned
   *
   * The entry is empty again, for the next one.
   */
  signals[SIGNAL_PICKED] = g_signal_new ("picked", RG_TYPE_PRODUCT_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, RG_TYPE_PRODUCT);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/products/rg-product-search.ui");
  gtk_widget_class_bind_template_child (widget_class, RgProductSearch, entry);
  gtk_widget_class_bind_template_child (widget_class, RgProductSearch, nothing);
  gtk_widget_class_bind_template_child (widget_class, RgProductSearch, scroller);
  gtk_widget_class_bind_template_child (widget_class, RgProductSearch, viewport);
  gtk_widget_class_bind_template_child (widget_class, RgProductSearch, results);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

/**
 * rg_product_search_set_desk:
 * @self: a search
 * @desk: where to search
 */
void
rg_product_search_set_desk (RgProductSearch *self, RgDesk *desk)
{
  g_set_object (&self->desk, desk);
  start (self, FALSE);
}

/**
 * rg_product_search_get_entry:
 * @self: a search
 *
 * Returns: (transfer none): what is typed into
 */
GtkWidget *
rg_product_search_get_entry (RgProductSearch *self)
{
  return GTK_WIDGET (self->entry);
}
