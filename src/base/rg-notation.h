/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How amounts are written in a place: what the parsers of rg-money.h go by. Not for other floors. */

#define RG_NO_SIGN 0
#define RG_NO_BREAK_SPACE 0xA0

/* Signs are as rg_notation_simplify () makes them; ' ' stands for every kind of blank. */
typedef struct
{
  gunichar decimals[3]; /* closed with RG_NO_SIGN */
  gunichar groups[3];   /* closed with RG_NO_SIGN */
  int primary;          /* digits in the last group */
  int secondary;        /* digits in those before it */
  gboolean chosen;      /* for a file, not the locale: nothing but these signs, and zeros past the last decimal */
} RgNotation;

/**
 * rg_notation_simplify:
 * @c: a character of an amount
 *
 * Returns: the one of many signs for the same, or %RG_NO_SIGN for a mark of direction, which means nothing
 */
gunichar rg_notation_simplify (gunichar c);

/**
 * rg_notation_has:
 * @signs: signs of a notation, closed with %RG_NO_SIGN
 * @c: a simplified character
 *
 * Returns: whether @c is one of them
 */
gboolean rg_notation_has (const gunichar *signs, gunichar c);

/** rg_notation_of_locale: @notation: (out): how amounts are written in the current locale */
void rg_notation_of_locale (RgNotation *notation);

G_END_DECLS
