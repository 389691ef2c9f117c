/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rg-currency.h"
#include "rg-money.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/unum.h>
#include <unicode/unumberformatter.h>
#include <unicode/ustring.h>

#include "rg-error.h"
#include "rg-locale-private.h"

/* The digits of a gint64, a sign, a point and a zero, with room. */
#define PLAIN_SIZE 32

/* ICU's formatters belong to one thread each, so that there is no lock. There are a handful: one a currency
 * and kind. */
typedef struct
{
  guint generation;
  GHashTable *formatters; /* "EUR" or "EUR+" → UNumberFormatter */
  UFormattedNumber *result;
  UConstrainedFieldPosition *position;
} Cache;

static void cache_free (gpointer data);

static GPrivate caches = G_PRIVATE_INIT (cache_free);

static void
cache_free (gpointer data)
{
  Cache *cache = data;

  g_hash_table_unref (cache->formatters);
  unumf_closeResult (cache->result);
  ucfpos_close (cache->position);
  g_free (cache);
}

static Cache *
cache_get (void)
{
  Cache *cache = g_private_get (&caches);
  guint generation = rg_locale_get_generation ();

  if (cache == NULL)
    {
      UErrorCode status = U_ZERO_ERROR;

      cache = g_new0 (Cache, 1);
      cache->generation = generation;
      cache->formatters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) unumf_close);
      cache->result = unumf_openResult (&status);
      cache->position = ucfpos_open (&status);
      g_assert (U_SUCCESS (status));
      g_private_set (&caches, cache);
    }
  else if (cache->generation != generation)
    {
      g_hash_table_remove_all (cache->formatters);
      cache->generation = generation;
    }
  return cache;
}

/* The formatter is told the decimals, because CLDR's may be others than those of ISO 4217 that the amount
 * has. */
static UNumberFormatter *
open_formatter (const char *currency, int exponent, gboolean with_plus)
{
  g_autofree char *decimals = NULL;
  g_autofree char *skeleton = NULL;
  g_autofree UChar *wide = NULL;
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormatter *formatter;
  int32_t length;

  decimals = exponent > 0 ? g_strdup_printf (".%.*s", exponent, "0000") : g_strdup ("precision-integer");
  skeleton = g_strdup_printf ("currency/%s %s%s", currency, decimals, with_plus ? " sign-except-zero" : "");
  wide = rg_utf16_from_utf8 (skeleton, &length);
  formatter = unumf_openForSkeletonAndLocale (wide, length, rg_locale_get (RG_LOCALE_MONETARY), &status);
  if (U_FAILURE (status))
    {
      g_warning ("%s: %s", skeleton, u_errorName (status));
      unumf_close (formatter);
      return NULL;
    }
  return formatter;
}

static UNumberFormatter *
find_formatter (Cache *cache, const char *currency, int exponent, gboolean with_plus)
{
  char key[5] = { currency[0], currency[1], currency[2], with_plus ? '+' : '\0', '\0' };
  UNumberFormatter *formatter = g_hash_table_lookup (cache->formatters, key);

  if (formatter == NULL)
    {
      formatter = open_formatter (currency, exponent, with_plus);
      if (formatter != NULL)
        g_hash_table_insert (cache->formatters, g_strdup (key), formatter);
    }
  return formatter;
}

/* Many locales have the hyphen for a minus; beside figures a true minus is as wide as the plus and does not
 * look like a dash. */
static void
set_true_minus (Cache *cache, UChar *text)
{
  UErrorCode status = U_ZERO_ERROR;
  int32_t start, end;

  ucfpos_reset (cache->position, &status);
  ucfpos_constrainField (cache->position, UFIELD_CATEGORY_NUMBER, UNUM_SIGN_FIELD, &status);
  while (ufmtval_nextPosition (unumf_resultAsValue (cache->result, &status), cache->position, &status))
    {
      ucfpos_getIndexes (cache->position, &start, &end, &status);
      for (int32_t i = start; U_SUCCESS (status) && i < end; i++)
        if (text[i] == '-')
          text[i] = 0x2212;
    }
}

/* Writes from the end of @buffer; returns where it begins. */
static char *
write_plain (char buffer[PLAIN_SIZE], gint64 amount, int exponent)
{
  char *p = buffer + PLAIN_SIZE - 1;
  guint64 rest = amount < 0 ? -(guint64) amount : (guint64) amount;
  int digits = 0;

  *p = '\0';
  do
    {
      *--p = (char) ('0' + rest % 10);
      rest /= 10;
      if (++digits == exponent)
        *--p = '.';
    }
  while (rest != 0 || digits <= exponent);
  if (amount < 0)
    *--p = '-';
  return p;
}

static char *
format (gint64 amount, const char *currency, gboolean with_plus)
{
  int exponent = rg_currency_exponent (currency);
  char buffer[PLAIN_SIZE], *plain;
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormatter *formatter;
  UChar text[128];
  int32_t length;
  Cache *cache;

  if (exponent < 0)
    return g_strdup_printf ("%s%" G_GINT64_FORMAT " %s", with_plus && amount > 0 ? "+" : "", amount, currency);

  plain = write_plain (buffer, amount, exponent);
  cache = cache_get ();
  formatter = find_formatter (cache, currency, exponent, with_plus);
  if (formatter == NULL)
    return g_strdup_printf ("%s %s", plain, currency);

  /* As decimal text: exact for every amount. */
  unumf_formatDecimal (formatter, plain, -1, cache->result, &status);
  length = unumf_resultToString (cache->result, text, G_N_ELEMENTS (text), &status);
  if (U_FAILURE (status))
    return g_strdup_printf ("%s %s", plain, currency);
  if (amount < 0)
    set_true_minus (cache, text);
  return rg_utf16_to_utf8 (text, length);
}

/**
 * rg_money_format:
 * @amount: minor units
 * @currency: an ISO 4217 code
 *
 * For reading: "€1,234.50" or "1.234,50 €", as the locale writes this currency (CLDR, through ICU), always
 * with all its decimals. A negative amount has a true minus (U+2212) where the locale would have a hyphen. An
 * unknown currency is written as the bare count and the code, so that nothing is hidden.
 *
 * Returns: (transfer full): the text
 */
char *
rg_money_format (gint64 amount, const char *currency)
{
  g_return_val_if_fail (currency != NULL, NULL);

  return format (amount, currency, FALSE);
}

/**
 * rg_money_format_signed:
 * @amount: minor units
 * @currency: an ISO 4217 code
 *
 * As rg_money_format(), with a plus before amounts above zero. Zero has no sign.
 *
 * Returns: (transfer full): the text
 */
char *
rg_money_format_signed (gint64 amount, const char *currency)
{
  g_return_val_if_fail (currency != NULL, NULL);

  return format (amount, currency, TRUE);
}

/**
 * rg_money_format_plain:
 * @amount: minor units
 * @currency: an ISO 4217 code
 *
 * For files and the command line: "1234.50", "-0.05", "500" for JPY. Always with all decimals of the
 * currency, a point, no grouping, no symbol, in no locale. rg_money_parse_plain() reads it back. An unknown
 * currency is written as if it had no decimals.
 *
 * Returns: (transfer full): the text, ASCII
 */
char *
rg_money_format_plain (gint64 amount, const char *currency)
{
  char buffer[PLAIN_SIZE];

  g_return_val_if_fail (currency != NULL, NULL);

  return g_strdup (write_plain (buffer, amount, MAX (rg_currency_exponent (currency), 0)));
}

/**
 * rg_money_add:
 * @a: minor units
 * @b: minor units, of the same currency
 * @sum: (out): where to put @a + @b; untouched on error
 * @error: return location; %RG_ERROR_INVALID if the sum is too large
 *
 * Returns: whether @sum was set
 */
gboolean
rg_money_add (gint64 a, gint64 b, gint64 *sum, GError **error)
{
  gint64 result;

  g_return_val_if_fail (sum != NULL, FALSE);

  if (__builtin_add_overflow (a, b, &result))
    {
      g_set_error_literal (error, RG_ERROR, RG_ERROR_INVALID, _ ("The sum is too large."));
      return FALSE;
    }
  *sum = result;
  return TRUE;
}

/**
 * rg_money_multiply:
 * @amount: minor units
 * @numerator: multiplied with
 * @denominator: divided by; not 0
 * @result: (out): @amount × @numerator / @denominator in minor units; untouched on error
 * @error: return location; %RG_ERROR_INVALID if the result is too large or @denominator is 0
 *
 * For quantities (3/1), percentages (75/1000 is 7.5 %) and shares. The product is made with 128 bits and
 * rounded once, halves away from zero: 5 × 1/2 is 3, -5 × 1/2 is -3.
 *
 * Returns: whether @result was set
 */
gboolean
rg_money_multiply (gint64 amount, gint64 numerator, gint64 denominator, gint64 *result, GError **error)
{
  __extension__ __int128 product, quotient, remainder, divisor;

  g_return_val_if_fail (result != NULL, FALSE);

  if (denominator == 0)
    {
      g_set_error_literal (error, RG_ERROR, RG_ERROR_INVALID, _ ("An amount cannot be divided by zero."));
      return FALSE;
    }

  product = amount;
  product *= numerator;
  divisor = denominator;
  if (divisor < 0)
    {
      divisor = -divisor;
      product = -product;
    }
  quotient = product / divisor;
  remainder = product % divisor;
  if (remainder * 2 >= divisor)
    quotient++;
  else if (remainder * 2 <= -divisor)
    quotient--;

  if (quotient > G_MAXINT64 || quotient < G_MININT64)
    {
      g_set_error_literal (error, RG_ERROR, RG_ERROR_INVALID, _ ("The amount is too large."));
      return FALSE;
    }
  *result = (gint64) quotient;
  return TRUE;
}
