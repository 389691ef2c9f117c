/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-figure-order-row.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-ledger-dialog.h"
#include "rg-ledger-operations.h"
#include "rg-money.h"

/* An order as part of a figure: what it adds to it. One that is unpaid can be paid from here. */

struct _RgFigureOrderRow
{
  AdwActionRow parent_instance;

  RgCustomerProfile *profile;
  gint64 order_id;
  GtkLabel *amount;
  GtkWidget *pay;
};

G_DEFINE_FINAL_TYPE (RgFigureOrderRow, rg_figure_order_row, ADW_TYPE_ACTION_ROW)

static void
on_pay_clicked (RgFigureOrderRow *self)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG);
  GtkWidget *parent = gtk_widget_get_parent (dialog);

  rg_ledger_dialog_present (parent != NULL ? parent : dialog, self->profile, &rg_ledger_payment, self->order_id);
  adw_dialog_close (ADW_DIALOG (dialog));
}

static void
rg_figure_order_row_dispose (GObject *object)
{
  RgFigureOrderRow *self = RG_FIGURE_ORDER_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_FIGURE_ORDER_ROW);
  g_clear_object (&self->profile);

  G_OBJECT_CLASS (rg_figure_order_row_parent_class)->dispose (object);
}

static void
rg_figure_order_row_init (RgFigureOrderRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_figure_order_row_class_init (RgFigureOrderRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_figure_order_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/stats/rg-figure-order-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RgFigureOrderRow, amount);
  gtk_widget_class_bind_template_child (widget_class, RgFigureOrderRow, pay);
  gtk_widget_class_bind_template_callback (widget_class, on_pay_clicked);
}

/**
 * rg_figure_order_row_new:
 * @profile: whose order
 * @order: an order
 * @which: which of its amounts counts; for %RG_FIGURE_AMOUNT_PAID the order says how much came paid with it
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
rg_figure_order_row_new (RgCustomerProfile *profile, RgOrder *order, RgFigureAmount which)
{
  RgFigureOrderRow *self = g_object_new (RG_TYPE_FIGURE_ORDER_ROW, NULL);
  g_autofree char *title = g_strdup_printf (_ ("Order %" PRId64), order->number);
  g_autofree char *day = order->delivery_day != 0 ? rg_day_format (order->delivery_day) : g_strdup (_ ("no date"));
  g_autofree char *amount = rg_money_format (which == RG_FIGURE_AMOUNT_DUE    ? rg_order_get_due (order)
                                             : which == RG_FIGURE_AMOUNT_PAID ? order->paid
                                                                              : order->total,
                                             order->currency);
  g_autofree char *total = rg_money_format (order->total, order->currency);
  g_autofree char *paid = rg_money_format (order->paid, order->currency);
  /* Translators: two amounts: the total of an order, and what is paid of it */
  g_autofree char *parts = which == RG_FIGURE_AMOUNT_DUE    ? g_strdup_printf (_ ("%s less %s paid"), total, paid)
                           : which == RG_FIGURE_AMOUNT_PAID ? g_strdup (_ ("paid when it was imported"))
                                                            : NULL;
  g_autofree char *subtitle
    = g_strjoin (" · ", day, rg_words_get_label (&rg_order_status_words, order->status),
                 rg_words_get_label (&rg_payment_status_words, order->payment_status), parts, NULL);

  self->profile = g_object_ref (profile);
  self->order_id = rg_record_get_id (RG_RECORD (order));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_label_set_label (self->amount, amount);
  gtk_widget_set_visible (self->pay, which == RG_FIGURE_AMOUNT_DUE);
  return GTK_WIDGET (self);
}
