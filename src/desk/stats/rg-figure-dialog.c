/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-figure-dialog.h"

#include <glib/gi18n-lib.h>

#include "rg-figure-order-row.h"
#include "rg-figure-words.h"
#include "rg-future.h"
#include "rg-ledger-choices.h"
#include "rg-ledger-dialog.h"
#include "rg-ledger-entry.h"
#include "rg-ledger-row.h"
#include "rg-money.h"
#include "rg-payment-history.h"
#include "rg-report.h"

/* Explains a figure: how it is computed, and the rows that make it up. */

/* More rows than anybody reads; the rest is said in a line. */
#define MAX_ROWS 200

static const struct
{
  const char *name;
  const char *title;
  RgFigureOrders orders;
  gboolean any_currency;
} explained[] = {
  { "pending", N_ ("Pending Payments"), RG_FIGURE_ORDERS_UNPAID, FALSE },
  { "balance", N_ ("Balance"), RG_FIGURE_ORDERS_ALL, FALSE },
  { "lifetime", N_ ("Lifetime Value"), RG_FIGURE_ORDERS_COMPLETE, FALSE },
  { "orders", N_ ("Orders"), RG_FIGURE_ORDERS_ALL, TRUE },
  { "average", N_ ("Average Order"), RG_FIGURE_ORDERS_COMPLETE, FALSE },
  { "last-purchase", N_ ("Last Purchase"), RG_FIGURE_ORDERS_COMPLETE, TRUE },
  { "score", N_ ("Payment Score"), RG_FIGURE_ORDERS_SCORED, FALSE },
};

struct _RgFigureDialog
{
  AdwDialog parent_instance;

  RgCustomerProfile *profile;
  RgFigures *figures;
  guint which; /* of explained */

  GtkLabel *value;
  GtkLabel *formula;
  GtkWidget *balance_actions;
  GtkWidget *credit;
  GtkWidget *change;
  GtkStack *stack;
  GtkListBox *list;
  GtkLabel *more;
  GtkLabel *nothing;
  GtkWidget *history;
  GtkListBox *payments;
  GtkLabel *more_payments;
};

G_DEFINE_FINAL_TYPE (RgFigureDialog, rg_figure_dialog, ADW_TYPE_DIALOG)

static gboolean
is (RgFigureDialog *self, const char *name)
{
  return g_str_equal (explained[self->which].name, name);
}

static char *
dup_value (RgFigureDialog *self)
{
  RgFigures *figures = self->figures;

  if (is (self, "pending"))
    return rg_money_format (figures->pending, figures->currency);
  if (is (self, "balance"))
    return rg_money_format_signed (figures->balance, figures->currency);
  if (is (self, "lifetime"))
    return rg_money_format (figures->lifetime, figures->currency);
  if (is (self, "average"))
    return rg_money_format (figures->average, figures->currency);
  if (is (self, "last-purchase"))
    return figures->last_purchase != 0 ? rg_day_format (figures->last_purchase) : g_strdup ("—");
  if (is (self, "score"))
    return figures->score >= 0 ? g_strdup_printf (_ ("%d of 100"), (int) figures->score) : g_strdup ("—");
  return g_strdup_printf ("%" G_GINT64_FORMAT, figures->n_orders);
}

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  RgFigureDialog *self = data;

  if (RG_IS_LEDGER_ENTRY (item))
    return rg_ledger_row_new (self->profile, item);
  return rg_figure_order_row_new (self->profile, item,
                                  is (self, "pending") ? RG_FIGURE_AMOUNT_DUE : RG_FIGURE_AMOUNT_TOTAL);
}

static GtkWidget *
create_payment (gpointer item, gpointer data)
{
  RgFigureDialog *self = data;

  return RG_IS_LEDGER_ENTRY (item) ? rg_ledger_row_new (self->profile, item)
                                   : rg_figure_order_row_new (self->profile, item, RG_FIGURE_AMOUNT_PAID);
}

/* Shows as many of @rows as anybody reads, and how many more there are. Returns: how many it shows. */
static guint
fill_list (
  RgFigureDialog *self, GtkListBox *list, GtkLabel *more, GtkListBoxCreateWidgetFunc create, GPtrArray *rows, guint max)
{
  g_autoptr (GListStore) store = g_list_store_new (RG_TYPE_RECORD);
  guint n = MIN (rows->len, max);

  g_list_store_splice (store, 0, 0, rows->pdata, n);
  gtk_list_box_bind_model (list, G_LIST_MODEL (store), create, self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (more), rows->len > MAX_ROWS && n > 1);
  if (rows->len > MAX_ROWS)
    {
      g_autofree char *text = g_strdup_printf (
        /* Translators: how many older orders there are */
        g_dngettext (GETTEXT_PACKAGE, "and %u older one", "and %u older ones", rows->len - n), rows->len - n);

      gtk_label_set_label (more, text);
    }
  return n;
}

static void
show_rows (RgFigureDialog *self, GPtrArray *rows)
{
  guint n = fill_list (self, self->list, self->more, create_row, rows, is (self, "last-purchase") ? 1 : MAX_ROWS);

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "rows" : "none");
}

/* What the ledger has in the figure's currency, newest first. */
static GPtrArray *
dup_ledger (RgFigureDialog *self)
{
  GListModel *ledger = rg_customer_profile_get_list (self->profile, "ledger");
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (ledger); i++)
    {
      g_autoptr (RgLedgerEntry) entry = g_list_model_get_item (ledger, i);

      if (g_str_equal (entry->currency, self->figures->currency))
        g_ptr_array_add (rows, g_steal_pointer (&entry));
    }
  return rows;
}

static void
show_ledger (RgFigureDialog *self)
{
  g_autoptr (GPtrArray) rows = dup_ledger (self);

  show_rows (self, rows);
}

static void
show_history (RgFigureDialog *self, GPtrArray *orders)
{
  g_autoptr (GPtrArray) rows
    = rg_payment_history_make (rg_customer_profile_get_list (self->profile, "ledger"), orders, self->figures->currency);

  fill_list (self, self->payments, self->more_payments, create_payment, rows, MAX_ROWS);
  gtk_label_set_label (self->nothing, _ ("No order is unpaid."));
  gtk_widget_set_visible (self->history, TRUE);
}

static DexFuture *
history_fiber (gpointer self_pointer, gpointer unused)
{
  RgFigureDialog *self = self_pointer;
  gint64 customer_id = rg_record_get_id (RG_RECORD (rg_customer_profile_get_customer (self->profile)));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) orders = rg_ledger_await_figure_orders (
    rg_customer_profile_get_desk (self->profile), customer_id, self->figures->currency, RG_FIGURE_ORDERS_ALL, &error);

  if (orders == NULL)
    rg_widget_report (GTK_WIDGET (self), error);
  else if (self->payments != NULL)
    show_history (self, orders);
  return NULL;
}

static DexFuture *
load_fiber (gpointer self_pointer, gpointer unused)
{
  RgFigureDialog *self = self_pointer;
  gint64 customer_id = rg_record_get_id (RG_RECORD (rg_customer_profile_get_customer (self->profile)));
  const char *currency = explained[self->which].any_currency ? NULL : self->figures->currency;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) orders = rg_ledger_await_figure_orders (
    rg_customer_profile_get_desk (self->profile), customer_id, currency, explained[self->which].orders, &error);

  if (orders == NULL)
    rg_widget_report (GTK_WIDGET (self), error);
  else if (self->list != NULL)
    show_rows (self, orders);
  return NULL;
}

/* The figure is another one afterwards: its explanation ends here. */
static void
enter (RgFigureDialog *self, const RgOperation *operation)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  rg_ledger_dialog_present (parent != NULL ? parent : GTK_WIDGET (self), self->profile, operation, 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_credit_clicked (RgFigureDialog *self)
{
  enter (self, &rg_ledger_add_credit);
}

static void
on_change_clicked (RgFigureDialog *self)
{
  enter (self, &rg_ledger_change_balance);
}

static void
show_balance_actions (RgFigureDialog *self)
{
  RgDesk *desk = rg_customer_profile_get_desk (self->profile);

  rg_ledger_prepare_button (self->credit, desk, &rg_ledger_add_credit);
  rg_ledger_prepare_button (self->change, desk, &rg_ledger_change_balance);
  gtk_widget_set_visible (self->balance_actions, TRUE);
}

static void
rg_figure_dialog_dispose (GObject *object)
{
  RgFigureDialog *self = RG_FIGURE_DIALOG (object);

  if (self->list != NULL)
    {
      gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
      gtk_list_box_bind_model (self->payments, NULL, NULL, NULL, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_FIGURE_DIALOG);
  g_clear_object (&self->profile);
  g_clear_object (&self->figures);

  G_OBJECT_CLASS (rg_figure_dialog_parent_class)->dispose (object);
}

static void
rg_figure_dialog_init (RgFigureDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_figure_dialog_class_init (RgFigureDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_figure_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/stats/rg-figure-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RgFigureDialog, value);
  gtk_widget_class_bind_template_child (widget_class, RgFigureDialog, formula);
  gtk_widget_class_bind_template_child (widget_class, RgFigureDialog, balance_actions);
  gtk_widget_class_bind_template_child (widget_class, RgFigureDialog, credit);
  gtk_widget_class_bind_template_child (widget_class, RgFigureDialog, change);
  gtk_widget_class_bind_template_child (widget_class, RgFigureDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, RgFigureDialog, list);
  gtk_widget_class_bind_template_child (widget_class, RgFigureDialog, more);
  gtk_widget_class_bind_template_child (widget_class, RgFigureDialog, nothing);
  gtk_widget_class_bind_template_child (widget_class, RgFigureDialog, history);
  gtk_widget_class_bind_template_child (widget_class, RgFigureDialog, payments);
  gtk_widget_class_bind_template_child (widget_class, RgFigureDialog, more_payments);
  gtk_widget_class_bind_template_callback (widget_class, on_credit_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_change_clicked);
}

/**
 * rg_figure_dialog_present:
 * @parent: a widget of the window
 * @profile: whose figures
 * @figures: the figures, in one currency
 * @figure: which: "pending", "balance", "lifetime", "orders", "average", "last-purchase" or "score"
 *
 * Shows how the figure is computed and what it is made of.
 */
void
rg_figure_dialog_present (GtkWidget *parent, RgCustomerProfile *profile, RgFigures *figures, const char *figure)
{
  RgFigureDialog *self = g_object_new (RG_TYPE_FIGURE_DIALOG, NULL);
  g_autofree char *value = NULL;
  g_autofree char *formula = rg_figure_dup_formula (figure, figures);

  self->profile = g_object_ref (profile);
  self->figures = g_object_ref (figures);
  while (!is (self, figure))
    self->which++;
  value = dup_value (self);
  adw_dialog_set_title (ADW_DIALOG (self), _ (explained[self->which].title));
  gtk_label_set_label (self->value, value);
  gtk_label_set_label (self->formula, formula);
  if (is (self, "balance"))
    {
      show_ledger (self);
      show_balance_actions (self);
    }
  else
    rg_future_enter (self, load_fiber, NULL, NULL);
  if (is (self, "pending"))
    rg_future_enter (self, history_fiber, NULL, NULL);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
