/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-order-line-row.h"

#include <glib/gi18n-lib.h>

#include "rg-future.h"
#include "rg-money.h"
#include "rg-order-operations.h"
#include "rg-percent.h"
#include "rg-product-dialog.h"
#include "rg-report.h"
#include "rg-style.h"

/* A product of an order: its quantity, price and discount are saved as they are changed. */

struct _RgOrderLineRow
{
  GtkListBoxRow parent_instance;

  RgDesk *desk;
  RgOrderLine *line; /* as on file */
  RgOrderLine *base; /* as shown, or as it was sent to be saved */
  gboolean updating;
  guint saving;

  GtkSpinButton *quantity;
  GtkEditable *price;
  GtkEditable *discount;
  GtkLabel *total;
  GtkWidget *open;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (RgOrderLineRow, rg_order_line_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROP_0,
  PROP_LINE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
mark (GtkEditable *entry, const GError *error, const char *tooltip)
{
  rg_widget_set_wrong (entry, error != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (entry), error != NULL ? error->message : tooltip);
}

/* What was typed; NULL when some of it can't be read. */
static RgOrderLine *
make_line (RgOrderLineRow *self)
{
  g_autoptr (RgOrderLine) line = (RgOrderLine *) rg_record_copy (RG_RECORD (self->base));
  g_autoptr (GError) price = NULL;
  g_autoptr (GError) discount = NULL;

  line->quantity = gtk_spin_button_get_value_as_int (self->quantity);
  rg_money_parse (gtk_editable_get_text (self->price), line->currency, &line->unit_price, &price);
  if (rg_percent_parse (gtk_editable_get_text (self->discount), &line->discount, &discount)
      && (line->discount < 0 || line->discount > 10000))
    rg_error_set_invalid (&discount, "discount", _ ("The discount has to be between 0 %% and 100 %%."));
  mark (self->price, price, _ ("Price of one"));
  mark (self->discount, discount, _ ("Discount in percent"));
  return price == NULL && discount == NULL ? g_steal_pointer (&line) : NULL;
}

static void
show_total (RgOrderLineRow *self, RgOrderLine *line)
{
  g_autofree char *total = rg_money_format (rg_order_line_get_total (line), line->currency);

  gtk_label_set_label (self->total, total);
}

static DexFuture *
save_fiber (gpointer self_pointer, gpointer act_pointer)
{
  RgOrderLineRow *self = self_pointer;
  RgAct *act = act_pointer;
  g_autoptr (GError) error = NULL;
  gboolean saved;

  self->saving++;
  saved = dex_await (rg_desk_perform (self->desk, act), &error);
  self->saving--;
  if (saved || self->line == NULL)
    return NULL;
  if (g_error_matches (error, RG_ERROR, RG_ERROR_CONFLICT) && act->base != NULL)
    rg_record_assign (RG_RECORD (self->base), act->base);
  else
    rg_record_assign (RG_RECORD (self->base), RG_RECORD (self->line));
  if (g_strcmp0 (rg_error_get_field (error), "unit_price") == 0)
    mark (self->price, error, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "order.tell", "s", error->message);
  return NULL;
}

static void
save (RgOrderLineRow *self)
{
  RgAct *act = NULL;

  if (!rg_order_line_row_take_act (self, &act) || act == NULL)
    return;
  /* The next change, which may come before this one is on file, is one to this. */
  rg_record_assign (RG_RECORD (self->base), act->record);
  rg_future_enter (self, save_fiber, act, g_object_unref);
}

static void
on_open_clicked (RgOrderLineRow *self)
{
  rg_product_dialog_open (GTK_WIDGET (self), self->desk, self->line->product_id);
}

static void
on_remove_clicked (RgOrderLineRow *self)
{
  rg_future_enter (self, save_fiber, rg_act_new_record (&rg_order_remove_line, RG_RECORD (self->line)), g_object_unref);
}

static void
rg_order_line_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, RG_ORDER_LINE_ROW (object)->line);
}

static void
rg_order_line_row_dispose (GObject *object)
{
  RgOrderLineRow *self = RG_ORDER_LINE_ROW (object);

  self->updating = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_ORDER_LINE_ROW);
  g_clear_object (&self->line);
  g_clear_object (&self->base);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (rg_order_line_row_parent_class)->dispose (object);
}

static void
rg_order_line_row_init (RgOrderLineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_order_line_row_class_init (RgOrderLineRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rg_order_line_row_get_property;
  object_class->dispose = rg_order_line_row_dispose;

  props[PROP_LINE] = g_param_spec_object ("line", NULL, NULL, RG_TYPE_ORDER_LINE,
                                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/orders/rg-order-line-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RgOrderLineRow, quantity);
  gtk_widget_class_bind_template_child (widget_class, RgOrderLineRow, price);
  gtk_widget_class_bind_template_child (widget_class, RgOrderLineRow, discount);
  gtk_widget_class_bind_template_child (widget_class, RgOrderLineRow, total);
  gtk_widget_class_bind_template_child (widget_class, RgOrderLineRow, open);
  gtk_widget_class_bind_template_child (widget_class, RgOrderLineRow, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
  gtk_widget_class_bind_template_callback (widget_class, save);
}

/* What was typed and is not saved stays. Returns: whether the text is shown */
static gboolean
show_text (GtkEditable *entry, const char *text, const char *tooltip, const char *why_not)
{
  const char *shown = g_object_get_data (G_OBJECT (entry), "shown");
  const char *typed = gtk_editable_get_text (entry);

  if (why_not == NULL && !g_str_equal (typed, text) && shown != NULL && !g_str_equal (typed, shown))
    return FALSE;
  g_object_set_data_full (G_OBJECT (entry), "shown", g_strdup (text), g_free);
  gtk_editable_set_text (entry, text);
  mark (entry, NULL, tooltip);
  rg_widget_set_why_not (GTK_WIDGET (entry), tooltip, why_not);
  return TRUE;
}

/**
 * rg_order_line_row_take_act:
 * @self: a row
 * @act: (out) (transfer full) (nullable): what saves what was changed in the row; %NULL when nothing was
 *
 * Marks what can't be read.
 *
 * Returns: whether all that was typed can be read
 */
gboolean
rg_order_line_row_take_act (RgOrderLineRow *self, RgAct **act)
{
  g_autoptr (RgOrderLine) line = NULL;

  *act = NULL;
  if (self->updating || self->line == NULL || !gtk_widget_is_sensitive (GTK_WIDGET (self->quantity)))
    return TRUE;
  line = make_line (self);
  if (line == NULL)
    return FALSE;
  show_total (self, line);
  if (line->quantity != self->base->quantity || line->unit_price != self->base->unit_price
      || line->discount != self->base->discount)
    *act = rg_act_new_edit (&rg_order_edit_line, RG_RECORD (line), RG_RECORD (self->base));
  return TRUE;
}

/**
 * rg_order_line_row_update:
 * @self: a row
 * @why_not: (nullable): why the line can't be changed
 *
 * Shows the line as it is on file. What was typed and can't be saved stays.
 */
void
rg_order_line_row_update (RgOrderLineRow *self, const char *why_not)
{
  g_autofree char *price = rg_money_format (self->line->unit_price, self->line->currency);
  g_autofree char *percent = rg_percent_format (self->line->discount);
  g_autofree char *discount = g_strdup_printf ("%s %%", percent);
  g_autofree char *label = g_strdup_printf (_ ("Remove %s"), self->line->name);
  /* Translators: a product, whose details are opened */
  g_autofree char *open = g_strdup_printf (_ ("Open the product %s"), self->line->name);

  self->updating = TRUE;
  if (self->saving == 0)
    {
      self->base->quantity = self->line->quantity;
      gtk_spin_button_set_value (self->quantity, (double) self->line->quantity);
    }
  rg_widget_set_why_not (GTK_WIDGET (self->quantity), _ ("Quantity"), why_not);
  if (show_text (self->price, price, _ ("Price of one"), why_not))
    self->base->unit_price = self->line->unit_price;
  if (show_text (self->discount, discount, _ ("Discount in percent"), why_not))
    self->base->discount = self->line->discount;
  rg_widget_set_why_not (self->open, open, NULL);
  gtk_widget_set_visible (self->open, self->line->product_id != 0);
  rg_widget_set_why_not (self->remove, label, why_not);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->line->name, -1);
  show_total (self, self->line);
  self->updating = FALSE;
}

/**
 * rg_order_line_row_new:
 * @desk: a desk
 * @line: a line of an order, which follows the file
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
rg_order_line_row_new (RgDesk *desk, RgOrderLine *line)
{
  RgOrderLineRow *self = g_object_new (RG_TYPE_ORDER_LINE_ROW, NULL);

  self->desk = g_object_ref (desk);
  self->line = g_object_ref (line);
  self->base = (RgOrderLine *) rg_record_copy (RG_RECORD (line));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LINE]);
  rg_order_line_row_update (self, NULL);
  return GTK_WIDGET (self);
}
