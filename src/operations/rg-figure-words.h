/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-figures-data.h"

G_BEGIN_DECLS

/* Payments are excellent from this score on, and have some issues from that on; below it they are a problem. */
#define RG_SCORE_EXCELLENT 90
#define RG_SCORE_ISSUES 70

/**
 * RgFigureState:
 * @RG_FIGURE_NEUTRAL: nothing to say
 * @RG_FIGURE_GOOD: green
 * @RG_FIGURE_WARN: yellow
 * @RG_FIGURE_BAD: red
 *
 * What a figure means. The words say the same as the colour.
 */
typedef enum
{
  RG_FIGURE_NEUTRAL,
  RG_FIGURE_GOOD,
  RG_FIGURE_WARN,
  RG_FIGURE_BAD,
} RgFigureState;

const char *rg_figure_state_get_class (RgFigureState state);
const char *rg_figure_pending_words (gint64 pending, gint64 high, RgFigureState *state);
const char *rg_figure_balance_words (gint64 balance, RgFigureState *state);
const char *rg_figure_score_words (gint64 score, RgFigureState *state);
char *rg_figure_dup_formula (const char *figure, RgFigures *figures);

G_END_DECLS
