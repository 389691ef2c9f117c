/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rg-notation.h"

#include <unicode/unum.h>

#include "rg-locale-private.h"

/**
 * rg_notation_simplify:
 * @c: a character of an amount
 *
 * Returns: the one of many signs for the same, or %RG_NO_SIGN for a mark of direction, which means nothing
 */
gunichar
rg_notation_simplify (gunichar c)
{
  switch (c)
    {
    case 0x200E:
    case 0x200F:
    case 0x061C:
    case 0x2066:
    case 0x2067:
    case 0x2068:
    case 0x2069:
      return RG_NO_SIGN;
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
    case 0xFE63:
    case 0xFF0D:
      return '-';
    case 0xFF0B:
      return '+';
    case 0xFF0C:
      return ',';
    case 0xFF0E:
      return '.';
    case 0xFFE5:
      return 0xA5;
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0x2032:
    case 0xFF07:
      return '\'';
    case RG_NO_BREAK_SPACE:
    case 0x2007:
    case 0x2009:
    case 0x202F:
      return RG_NO_BREAK_SPACE;
    default:
      return g_unichar_isspace (c) ? ' ' : c;
    }
}

/**
 * rg_notation_has:
 * @signs: signs of a notation, closed with %RG_NO_SIGN
 * @c: a simplified character
 *
 * Returns: whether @c is one of them
 */
gboolean
rg_notation_has (const gunichar *signs, gunichar c)
{
  for (; *signs != RG_NO_SIGN; signs++)
    if (*signs == c || (*signs == ' ' && c == RG_NO_BREAK_SPACE))
      return TRUE;
  return FALSE;
}

static void
add_sign (gunichar *signs, gsize size, gunichar c)
{
  gsize n = 0;

  if (c == RG_NO_BREAK_SPACE)
    c = ' ';
  while (signs[n] != RG_NO_SIGN && signs[n] != c)
    n++;
  if (n + 1 < size)
    signs[n] = c;
}

static void
add_symbol (UNumberFormat *format, UNumberFormatSymbol symbol, gunichar *signs, gsize size)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[16];
  int32_t length = unum_getSymbol (format, symbol, wide, G_N_ELEMENTS (wide), &status);

  for (int32_t i = 0; U_SUCCESS (status) && i < length; i++)
    if (rg_notation_simplify (wide[i]) != RG_NO_SIGN)
      add_sign (signs, size, rg_notation_simplify (wide[i]));
}

/**
 * rg_notation_of_locale:
 * @notation: (out): how amounts are written in the current locale
 *
 * The monetary signs and those of plain numbers are not everywhere the same (de_AT, fr_CH); both are understood.
 */
void
rg_notation_of_locale (RgNotation *notation)
{
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *format = unum_open (UNUM_CURRENCY, NULL, 0, rg_locale_get (RG_LOCALE_MONETARY), NULL, &status);
  gunichar all[3] = { RG_NO_SIGN };

  *notation = (RgNotation) { .primary = 3, .secondary = 3 };
  if (U_FAILURE (status))
    {
      notation->decimals[0] = '.';
      return;
    }

  add_symbol (format, UNUM_MONETARY_SEPARATOR_SYMBOL, notation->decimals, G_N_ELEMENTS (notation->decimals));
  add_symbol (format, UNUM_MONETARY_GROUPING_SEPARATOR_SYMBOL, notation->groups, G_N_ELEMENTS (notation->groups));
  add_symbol (format, UNUM_GROUPING_SEPARATOR_SYMBOL, notation->groups, G_N_ELEMENTS (notation->groups));
  add_symbol (format, UNUM_DECIMAL_SEPARATOR_SYMBOL, all, G_N_ELEMENTS (all));
  if (all[0] != RG_NO_SIGN && !rg_notation_has (notation->groups, all[0]))
    add_sign (notation->decimals, G_N_ELEMENTS (notation->decimals), all[0]);
  if (unum_getAttribute (format, UNUM_GROUPING_SIZE) > 0)
    notation->primary = unum_getAttribute (format, UNUM_GROUPING_SIZE);
  notation->secondary = notation->primary;
  if (unum_getAttribute (format, UNUM_SECONDARY_GROUPING_SIZE) > 0)
    notation->secondary = unum_getAttribute (format, UNUM_SECONDARY_GROUPING_SIZE);
  unum_close (format);
}
