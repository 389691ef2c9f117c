/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rg-percent.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rg-error.h"
#include "rg-money.h"
#include "rg-notation.h"

/* A currency with two decimals: hundredths of a percent are written and read as its cents. */
#define TWO_DECIMALS "EUR"

/* "12.5" */
static char *
dup_number (gint64 hundredths)
{
  char *number = rg_money_format_plain (hundredths, TWO_DECIMALS);
  char *end = number + strlen (number);

  while (end > number && end[-1] == '0')
    *--end = '\0';
  if (end > number && end[-1] == '.')
    *--end = '\0';
  return number;
}

/**
 * rg_percent_format_plain:
 * @hundredths: hundredths of a percent
 *
 * Returns: (transfer full): the percentage as files have it, in no locale: "12.5%"
 */
char *
rg_percent_format_plain (gint64 hundredths)
{
  g_autofree char *number = dup_number (hundredths);

  return g_strconcat (number, "%", NULL);
}

/**
 * rg_percent_parse_plain:
 * @text: "12.5%" or "12.5"; "" is 0
 * @hundredths: (out): hundredths of a percent; untouched on error
 * @error: where to put that it is none: %RG_ERROR_INVALID
 *
 * Reads the notation of rg_percent_format_plain().
 *
 * Returns: whether @text is a percentage
 */
gboolean
rg_percent_parse_plain (const char *text, gint64 *hundredths, GError **error)
{
  gboolean has_sign = g_str_has_suffix (text, "%");
  g_autofree char *number = g_strndup (text, strlen (text) - has_sign);

  if (*text == '\0')
    *hundredths = 0;
  else if (!rg_money_parse_plain (number, TWO_DECIMALS, hundredths, NULL))
    {
      g_set_error (error, RG_ERROR, RG_ERROR_INVALID, _ ("“%s” is not a percentage such as 12.5%%."), text);
      return FALSE;
    }
  return TRUE;
}

/**
 * rg_percent_format:
 * @hundredths: hundredths of a percent
 *
 * Returns: (transfer full): the percentage as it is written in the current locale, without the sign: "12.5" or "12,5"
 */
char *
rg_percent_format (gint64 hundredths)
{
  g_autofree char *plain = dup_number (hundredths);
  g_auto (GStrv) parts = NULL;
  RgNotation notation;
  char point[8] = { 0 };

  parts = g_strsplit (plain, ".", 2);
  rg_notation_of_locale (&notation);
  g_unichar_to_utf8 (notation.decimals[0], point);
  return g_strjoinv (point, parts);
}

/**
 * rg_percent_parse:
 * @text: what was typed, with the sign or without; nothing is 0
 * @hundredths: (out): hundredths of a percent
 * @error: where to put that it is none: %RG_ERROR_INVALID
 *
 * Returns: whether @text is a percentage
 */
gboolean
rg_percent_parse (const char *text, gint64 *hundredths, GError **error)
{
  g_autofree char *number = g_strstrip (g_strdup (text));

  if (g_str_has_suffix (number, "%"))
    number[strlen (number) - 1] = '\0';
  *hundredths = 0;
  if (*g_strchomp (number) == '\0' || rg_money_parse (number, TWO_DECIMALS, hundredths, NULL))
    return TRUE;
  g_set_error_literal (error, RG_ERROR, RG_ERROR_INVALID, _ ("Enter a percentage, such as 12.5."));
  return FALSE;
}
