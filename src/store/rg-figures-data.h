/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-db-records.h"

G_BEGIN_DECLS

/* The figures of one customer, and the orders they are made of. */

/* How many orders the payment score looks at. */
#define RG_SCORED_ORDERS 20

#define RG_TYPE_FIGURES (rg_figures_get_type ())
G_DECLARE_FINAL_TYPE (RgFigures, rg_figures, RG, FIGURES, GObject)

/* The figures of one customer, computed and never typed in. What is money is in one currency, in minor units; what
 * counts orders counts those in every currency, but for @n_complete and the score. */
struct _RgFigures
{
  GObject parent_instance;

  char *currency;       /* ISO 4217 */
  gint64 pending;       /* total less paid of orders that are neither cancelled, paid nor refunded */
  gint64 balance;       /* sum of the ledger: positive is credit, negative is owed */
  gint64 lifetime;      /* sum of the totals of complete orders that are not refunded */
  gint64 n_orders;      /* all, whatever their status */
  gint64 n_purchases;   /* complete and not refunded */
  gint64 n_complete;    /* of these, in the currency */
  gint64 average;       /* lifetime / n_complete, half rounded up; 0 without any */
  RgDay last_purchase;  /* delivery day of the newest complete order */
  RgDay next_delivery;  /* delivery day of the next open order */
  char *next_route;     /* its route */
  gint64 n_scored;      /* the newest complete orders that are not refunded, at most RG_SCORED_ORDERS */
  gint64 n_scored_paid; /* of these, paid in full */
  gint64 score;         /* n_scored_paid in percent of n_scored, rounded down; -1 without any */
  gint64 days_between;  /* mean days between the delivery days of complete orders; 0 with fewer than two */
};

RgFigures *rg_figures_read (RgDb *db, gint64 customer_id, const char *currency, GError **error);
GPtrArray *rg_figures_read_balances (RgDb *db, gint64 customer_id, GError **error);

/**
 * RgFigureOrders:
 * @RG_FIGURE_ORDERS_UNPAID: what Pending Payments are made of
 * @RG_FIGURE_ORDERS_COMPLETE: what the lifetime value and the average are made of
 * @RG_FIGURE_ORDERS_SCORED: what the payment score is made of
 * @RG_FIGURE_ORDERS_ALL: all
 *
 * Which orders a figure is made of.
 */
typedef enum
{
  RG_FIGURE_ORDERS_UNPAID,
  RG_FIGURE_ORDERS_COMPLETE,
  RG_FIGURE_ORDERS_SCORED,
  RG_FIGURE_ORDERS_ALL,
} RgFigureOrders;

GPtrArray *rg_figure_orders (RgDb *db, gint64 customer_id, const char *currency, RgFigureOrders which, GError **error);

G_END_DECLS
