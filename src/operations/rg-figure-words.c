/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-figure-words.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-money.h"

/**
 * rg_figure_state_get_class:
 * @state: a state
 *
 * Returns: (nullable): the style class that colours it
 */
const char *
rg_figure_state_get_class (RgFigureState state)
{
  static const char *const classes[] = { NULL, "good", "warn", "bad" };

  return classes[state];
}

/**
 * rg_figure_pending_words:
 * @pending: what is owed
 * @high: from where on that is much
 * @state: (out): what it means
 *
 * Returns: the same in words
 */
const char *
rg_figure_pending_words (gint64 pending, gint64 high, RgFigureState *state)
{
  *state = pending <= 0 ? RG_FIGURE_GOOD : pending < high ? RG_FIGURE_WARN : RG_FIGURE_BAD;
  return pending <= 0 ? _ ("Nothing due") : pending < high ? _ ("Small balance due") : _ ("Large balance due");
}

/**
 * rg_figure_balance_words:
 * @balance: the sum of a ledger
 * @state: (out): what it means
 *
 * Returns: the same in words
 */
const char *
rg_figure_balance_words (gint64 balance, RgFigureState *state)
{
  *state = balance > 0 ? RG_FIGURE_GOOD : balance < 0 ? RG_FIGURE_BAD : RG_FIGURE_NEUTRAL;
  return balance > 0 ? _ ("Has credit") : balance < 0 ? _ ("Owes money") : _ ("Even");
}

/**
 * rg_figure_score_words:
 * @score: a payment score; -1 for none
 * @state: (out): what it means
 *
 * Returns: the same in words
 */
const char *
rg_figure_score_words (gint64 score, RgFigureState *state)
{
  if (score < 0)
    {
      *state = RG_FIGURE_NEUTRAL;
      return _ ("No complete order yet");
    }
  *state = score >= RG_SCORE_EXCELLENT ? RG_FIGURE_GOOD : score >= RG_SCORE_ISSUES ? RG_FIGURE_WARN : RG_FIGURE_BAD;
  return score >= RG_SCORE_EXCELLENT ? _ ("Excellent")
         : score >= RG_SCORE_ISSUES  ? _ ("Some issues")
                                     : _ ("Payment problems");
}

/**
 * rg_figure_dup_formula:
 * @figure: "pending", "balance", "lifetime", "orders", "average", "last-purchase" or "score"
 * @figures: the figures of a customer
 *
 * Returns: (transfer full): how the figure is computed, a sentence or two
 */
char *
rg_figure_dup_formula (const char *figure, RgFigures *figures)
{
  g_autofree char *lifetime = rg_money_format (figures->lifetime, figures->currency);

  if (g_str_equal (figure, "pending"))
    return g_strdup (_ ("The total less what is paid, of every order that is neither cancelled, paid nor refunded."));
  if (g_str_equal (figure, "balance"))
    return g_strdup (
      _ ("The sum of all transactions. Above zero the customer has credit, below zero the customer owes money."));
  if (g_str_equal (figure, "lifetime"))
    return g_strdup (_ ("The totals of all complete orders. Cancelled and refunded orders don’t count."));
  if (g_str_equal (figure, "orders"))
    return g_strdup_printf (
      _ ("All orders, whatever their status: %" PRId64 ". Of these, %" PRId64 " are complete and not refunded."),
      figures->n_orders, figures->n_purchases);
  if (g_str_equal (figure, "average"))
    return figures->n_complete > 0
             ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                             "The lifetime value, %s, divided by %" PRId64 " complete order.",
                                             "The lifetime value, %s, divided by %" PRId64 " complete orders.",
                                             (gulong) figures->n_complete),
                                lifetime, figures->n_complete)
             : g_strdup (_ ("The lifetime value divided by the number of complete orders. There is none yet."));
  if (g_str_equal (figure, "last-purchase"))
    return g_strdup (_ ("The delivery date of the newest complete order."));
  if (g_str_equal (figure, "score"))
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "Of the newest %" PRId64 " complete order, %" PRId64
                   " is paid in full. From %d out of 100 on that is excellent, from %d on there are some issues.",
                   "Of the newest %" PRId64 " complete orders, %" PRId64
                   " are paid in full. From %d out of 100 on that is excellent, from %d on there are some issues.",
                   (gulong) figures->n_scored),
      figures->n_scored, figures->n_scored_paid, RG_SCORE_EXCELLENT, RG_SCORE_ISSUES);
  g_return_val_if_reached (NULL);
}
