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

gunichar rg_notation_simplify (gunichar c);
gboolean rg_notation_has (const gunichar *signs, gunichar c);
void rg_notation_of_locale (RgNotation *notation);

G_END_DECLS
