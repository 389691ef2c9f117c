/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-balance-row.h"

#include <glib/gi18n-lib.h>

#include "rg-currency.h"
#include "rg-figure-words.h"
#include "rg-money.h"

/* The balance in one currency, with what else there is in it. */

struct _RgBalanceRow
{
  AdwActionRow parent_instance;

  RgFigures *figures;
  GtkLabel *amount;
};

G_DEFINE_FINAL_TYPE (RgBalanceRow, rg_balance_row, ADW_TYPE_ACTION_ROW)

static void
rg_balance_row_dispose (GObject *object)
{
  RgBalanceRow *self = RG_BALANCE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_BALANCE_ROW);
  g_clear_object (&self->figures);

  G_OBJECT_CLASS (rg_balance_row_parent_class)->dispose (object);
}

static void
rg_balance_row_init (RgBalanceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_balance_row_class_init (RgBalanceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_balance_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/stats/rg-balance-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RgBalanceRow, amount);
}

/**
 * rg_balance_row_new:
 * @figures: the figures in one currency
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
rg_balance_row_new (RgFigures *figures)
{
  RgBalanceRow *self = g_object_new (RG_TYPE_BALANCE_ROW, NULL);
  g_autofree char *name = rg_currency_dup_name (figures->currency);
  g_autofree char *title = g_strdup_printf ("%s · %s", figures->currency, name);
  g_autofree char *amount = rg_money_format_signed (figures->balance, figures->currency);
  g_autofree char *lifetime = rg_money_format (figures->lifetime, figures->currency);
  g_autofree char *pending = rg_money_format (figures->pending, figures->currency);
  g_autofree char *subtitle = NULL;
  RgFigureState state;
  const char *words = rg_figure_balance_words (figures->balance, &state);

  /* Translators: what the balance means, then two amounts */
  subtitle = g_strdup_printf (_ ("%s · pending %s · lifetime %s"), words, pending, lifetime);
  self->figures = g_object_ref (figures);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_label_set_label (self->amount, amount);
  if (rg_figure_state_get_class (state) != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->amount), rg_figure_state_get_class (state));
  return GTK_WIDGET (self);
}

/**
 * rg_balance_row_get_figures:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
RgFigures *
rg_balance_row_get_figures (RgBalanceRow *self)
{
  return self->figures;
}
