/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-stats-view.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-address.h"
#include "rg-balance-row.h"
#include "rg-card.h"
#include "rg-figure-dialog.h"
#include "rg-ledger-choices.h"
#include "rg-ledger-dialog.h"
#include "rg-ledger-operations.h"
#include "rg-ledger-row.h"
#include "rg-money.h"
#include "rg-payment-dialog.h"
#include "rg-payment-method.h"
#include "rg-report.h"
#include "rg-stat-tile.h"

/* The figures of a customer, each of which opens into what it is made of, and the ledger. */

/* How many transactions are shown first, and how many more each time. */
#define ENTRIES_PER_LOAD 20

struct _RgStatsView
{
  RgCustomerView parent_instance;

  GtkSliceListModel *newest;

  RgStatTile *pending;
  RgStatTile *balance;
  RgStatTile *lifetime;
  RgStatTile *orders;
  RgStatTile *average;
  RgStatTile *last_purchase;
  RgStatTile *score;
  RgStatTile *method;
  AdwActionRow *address;
  GtkLabel *address_kind;
  GtkWidget *balances_card;
  GtkListBox *balances;
  GtkWidget *transactions;
  GtkWidget *add_credit;
  GtkWidget *change_balance;
  GtkWidget *payment;
  GtkWidget *charge;
  GtkWidget *refund;
  GtkStack *stack;
  GtkListBox *entries;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (RgStatsView, rg_stats_view, RG_TYPE_CUSTOMER_VIEW)

static RgCustomerProfile *
get_profile (RgStatsView *self)
{
  return rg_customer_view_get_profile (RG_CUSTOMER_VIEW (self));
}

static void
on_explain (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgStatsView *self = RG_STATS_VIEW (widget);
  const char *figure = g_variant_get_string (parameter, NULL);

  if (rg_customer_profile_get_figures (get_profile (self)) == NULL)
    return;
  if (g_str_equal (figure, "method"))
    rg_payment_dialog_present (widget, get_profile (self));
  else
    rg_figure_dialog_present (widget, get_profile (self), rg_customer_profile_get_figures (get_profile (self)), figure);
}

static void
on_enter (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const RgOperation *operation = rg_operation_find (g_variant_get_string (parameter, NULL));

  g_return_if_fail (operation != NULL);
  if (rg_customer_profile_get_figures (get_profile (RG_STATS_VIEW (widget))) != NULL)
    rg_ledger_dialog_present (widget, get_profile (RG_STATS_VIEW (widget)), operation, 0);
}

static void
on_balance_activated (RgStatsView *self, GtkListBoxRow *row)
{
  rg_figure_dialog_present (GTK_WIDGET (self), get_profile (self), rg_balance_row_get_figures (RG_BALANCE_ROW (row)),
                            "balance");
}

static void
update_more (RgStatsView *self)
{
  GListModel *ledger = gtk_slice_list_model_get_model (self->newest);

  gtk_widget_set_visible (self->more, g_list_model_get_n_items (ledger) > gtk_slice_list_model_get_size (self->newest));
}

static void
on_more_clicked (RgStatsView *self)
{
  gtk_slice_list_model_set_size (self->newest, gtk_slice_list_model_get_size (self->newest) + ENTRIES_PER_LOAD);
  update_more (self);
}

static void
show_method (RgStatsView *self)
{
  GListModel *methods = rg_customer_profile_get_list (get_profile (self), "payment-methods");
  guint n = g_list_model_get_n_items (methods);
  g_autofree char *others = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RgPaymentMethod) method = g_list_model_get_item (methods, i);
      const char *type = rg_words_get_label (&rg_payment_type_words, method->type);

      if (!method->is_primary)
        continue;
      if (n > 1)
        /* Translators: other payment methods */
        others = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u other", "and %u others", n - 1), n - 1);
      rg_stat_tile_set (self->method, method->label != NULL ? method->label : type,
                        others != NULL          ? others
                        : method->label != NULL ? type
                                                : method->profile_id,
                        RG_FIGURE_NEUTRAL);
      return;
    }
  rg_stat_tile_set (self->method, rg_words_get_label (&rg_payment_type_words, RG_PAYMENT_TYPE_NONE), NULL,
                    RG_FIGURE_NEUTRAL);
}

static void
show_money (RgStatTile *tile, gint64 amount, const char *currency, const char *words, RgFigureState state)
{
  g_autofree char *text = rg_money_format (amount, currency);

  rg_stat_tile_set (tile, text, words, state);
}

static void
show_balance (RgStatsView *self, RgFigures *figures)
{
  RgFigureState state;
  const char *words = rg_figure_balance_words (figures->balance, &state);
  g_autofree char *text = rg_money_format_signed (figures->balance, figures->currency);

  rg_stat_tile_set (self->balance, text, words, state);
}

static void
show_purchases (RgStatsView *self, RgFigures *figures)
{
  g_autofree char *n_orders = g_strdup_printf ("%" G_GINT64_FORMAT, figures->n_orders);
  g_autofree char *complete = g_strdup_printf (_ ("%" PRId64 " complete"), figures->n_purchases);
  g_autofree char *last = figures->last_purchase != 0 ? rg_day_format (figures->last_purchase) : g_strdup ("—");
  g_autofree char *every = figures->days_between > 0
                             ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Every %" PRId64 " day",
                                                             "Every %" PRId64 " days", (gulong) figures->days_between),
                                                figures->days_between)
                             : NULL;

  show_money (self->lifetime, figures->lifetime, figures->currency, _ ("Complete orders"), RG_FIGURE_NEUTRAL);
  rg_stat_tile_set (self->orders, n_orders, complete, RG_FIGURE_NEUTRAL);
  show_money (self->average, figures->average, figures->currency, _ ("Per complete order"), RG_FIGURE_NEUTRAL);
  rg_stat_tile_set (self->last_purchase, last, every, RG_FIGURE_NEUTRAL);
}

static void
show_figures (RgStatsView *self)
{
  RgFigures *figures = rg_customer_profile_get_figures (get_profile (self));
  RgSettings *settings = rg_desk_get_settings (rg_customer_view_get_desk (RG_CUSTOMER_VIEW (self)));
  g_autofree char *score = figures->score >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, figures->score) : g_strdup ("—");
  RgFigureState state;
  const char *words
    = rg_figure_pending_words (figures->pending, rg_settings_get_money (settings, RG_SETTING_PENDING_HIGH), &state);

  show_money (self->pending, figures->pending, figures->currency, words, state);
  show_balance (self, figures);
  show_purchases (self, figures);
  words = rg_figure_score_words (figures->score, &state);
  rg_stat_tile_set (self->score, score, words, state);
  gtk_widget_set_visible (GTK_WIDGET (self->score), rg_settings_get_bool (settings, RG_SETTING_PAYMENT_SCORE));
}

/* As on an envelope; the row leads to the account. */
static void
show_address (RgStatsView *self)
{
  GListModel *addresses = rg_customer_profile_get_list (get_profile (self), "addresses");
  RgSettings *settings = rg_desk_get_settings (rg_customer_view_get_desk (RG_CUSTOMER_VIEW (self)));
  g_autoptr (RgAddress) primary = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (addresses); i++)
    {
      g_autoptr (RgAddress) address = g_list_model_get_item (addresses, i);

      if (address->is_primary)
        g_set_object (&primary, address);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->address_kind), primary != NULL);
  if (primary != NULL)
    {
      g_autofree char *lines = rg_address_dup_lines (primary, rg_settings_get (settings, RG_SETTING_COUNTRY));

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->address), lines);
      adw_action_row_set_subtitle (self->address, primary->label != NULL ? primary->label : "");
      gtk_label_set_label (self->address_kind, rg_words_get_label (&rg_address_kind_words, primary->kind));
    }
  else
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->address), _ ("No address yet. Orders need one."));
      adw_action_row_set_subtitle (self->address, "");
    }
}

static GtkWidget *
create_entry (gpointer item, gpointer data)
{
  return rg_ledger_row_new (rg_customer_view_get_profile (data), item);
}

static GtkWidget *
create_balance (gpointer item, gpointer data)
{
  return rg_balance_row_new (item);
}

static void
rg_stats_view_profile_changed (RgCustomerView *view)
{
  RgStatsView *self = RG_STATS_VIEW (view);
  g_autoptr (GListModel) all = NULL;

  g_object_get (get_profile (self), "all-figures", &all, NULL);
  self->newest = gtk_slice_list_model_new (g_object_ref (rg_customer_profile_get_list (get_profile (self), "ledger")),
                                           0, ENTRIES_PER_LOAD);
  gtk_list_box_bind_model (self->entries, G_LIST_MODEL (self->newest), create_entry, self, NULL);
  gtk_list_box_bind_model (self->balances, all, create_balance, self, NULL);
}

static void
rg_stats_view_loaded (RgCustomerView *view)
{
  RgStatsView *self = RG_STATS_VIEW (view);
  g_autoptr (GListModel) all = NULL;
  guint n = g_list_model_get_n_items (gtk_slice_list_model_get_model (self->newest));
  g_autofree char *count = n > 0 ? g_strdup_printf ("%u", n) : NULL;
  const struct
  {
    GtkWidget *button;
    const RgOperation *operation;
  } buttons[] = {
    { self->add_credit, &rg_ledger_add_credit }, { self->change_balance, &rg_ledger_change_balance },
    { self->payment, &rg_ledger_payment },       { self->charge, &rg_ledger_charge },
    { self->refund, &rg_ledger_refund },
  };

  g_object_get (get_profile (self), "all-figures", &all, NULL);
  show_figures (self);
  show_method (self);
  show_address (self);
  gtk_widget_set_visible (self->balances_card, g_list_model_get_n_items (all) > 1);
  g_object_set (self->transactions, "count", count, NULL);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "entries" : "none");
  update_more (self);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    rg_ledger_prepare_button (buttons[i].button, rg_customer_view_get_desk (view), buttons[i].operation);
}

static void
rg_stats_view_dispose (GObject *object)
{
  RgStatsView *self = RG_STATS_VIEW (object);

  if (self->entries != NULL)
    {
      gtk_list_box_bind_model (self->entries, NULL, NULL, NULL, NULL);
      gtk_list_box_bind_model (self->balances, NULL, NULL, NULL, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_STATS_VIEW);
  g_clear_object (&self->newest);

  G_OBJECT_CLASS (rg_stats_view_parent_class)->dispose (object);
}

static void
rg_stats_view_init (RgStatsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_stats_view_class_init (RgStatsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  RgCustomerViewClass *view_class = RG_CUSTOMER_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_stats_view_dispose;
  view_class->profile_changed = rg_stats_view_profile_changed;
  view_class->loaded = rg_stats_view_loaded;

  g_type_ensure (RG_TYPE_CARD);
  g_type_ensure (RG_TYPE_STAT_TILE);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/stats/rg-stats-view.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, RgStatsView, name)
  CHILD (pending);
  CHILD (balance);
  CHILD (lifetime);
  CHILD (orders);
  CHILD (average);
  CHILD (last_purchase);
  CHILD (score);
  CHILD (method);
  CHILD (address);
  CHILD (address_kind);
  CHILD (balances_card);
  CHILD (balances);
  CHILD (transactions);
  CHILD (add_credit);
  CHILD (change_balance);
  CHILD (payment);
  CHILD (charge);
  CHILD (refund);
  CHILD (stack);
  CHILD (entries);
  CHILD (more);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, on_balance_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked);
  gtk_widget_class_install_action (widget_class, "stats.explain", "s", on_explain);
  gtk_widget_class_install_action (widget_class, "stats.enter", "s", on_enter);
}
