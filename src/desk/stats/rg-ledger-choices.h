/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rg-customer-profile.h"
#include "rg-figures-data.h"
#include "rg-order.h"

G_BEGIN_DECLS

/* What can be chosen where money is entered: a currency, an order, a colleague who signs; and what comes of it. */

GStrv rg_ledger_dup_currencies (RgCustomerProfile *profile);
GListModel *rg_ledger_name_currencies (const char *const *currencies);
GPtrArray *rg_ledger_list_approvers (RgDesk *desk);
GPtrArray *rg_ledger_await_figure_orders (
  RgDesk *desk, gint64 customer_id, const char *currency, RgFigureOrders which, GError **error);
GPtrArray *rg_ledger_await_orders (RgDesk *desk, gint64 customer_id, gboolean refund, GError **error);
GListModel *rg_ledger_name_orders (GPtrArray *orders, gboolean refund);
RgFigures *rg_ledger_find_figures (RgCustomerProfile *profile, const char *currency);
void rg_ledger_prepare_button (GtkWidget *button, RgDesk *desk, const RgOperation *operation);
gint64 rg_ledger_balance_after (const RgOperation *operation, gint64 balance, gint64 amount, RgOrder *order);
void rg_ledger_log_note (GtkWidget *widget, RgDesk *desk, RgAct *act);

G_END_DECLS
