/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rg-currency.h"
#include "rg-money.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/ustring.h>

#include "rg-error.h"
#include "rg-locale-private.h"
#include "rg-notation.h"

/* Longer than any amount with its symbol; what is longer is not an amount. */
#define MAX_CHARS 80

/* The text without its blanks, symbol and sign: digits and the signs between them. */
typedef struct
{
  const char *text; /* as it was typed, for messages */
  const char *currency;
  int exponent;
  gboolean negative;
  gunichar chars[MAX_CHARS];
  int length;
} Amount;

static gboolean G_GNUC_PRINTF (2, 3) refuse (GError **error, const char *format, ...)
{
  g_autofree char *words = NULL;
  va_list args;

  va_start (args, format);
  words = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, RG_ERROR, RG_ERROR_INVALID, words);
  return FALSE;
}

static gboolean
refuse_text (const Amount *amount, GError **error)
{
  g_autofree char *name = rg_currency_dup_name (amount->currency);

  if (amount->text[0] == '\0')
    return refuse (error, _ ("Enter an amount."));
  /* Translators: the first %s is what was typed, the second the name of a currency. */
  return refuse (error, _ ("“%s” is not an amount in %s."), amount->text, name);
}

static gboolean
refuse_plain (const Amount *amount, GError **error)
{
  g_autofree char *name = rg_currency_dup_name (amount->currency);
  g_autofree char *example = rg_money_format_plain (2050, amount->currency);

  if (amount->text[0] == '\0')
    return refuse_text (amount, error);
  /* Translators: what was typed, the name of a currency, and an example, the same in every language: 20.50 */
  return refuse (error, _ ("“%s” is not an amount in %s. Write it like “%s”."), amount->text, name, example);
}

static gboolean
refuse_decimals (const Amount *amount, GError **error)
{
  g_autofree char *name = rg_currency_dup_name (amount->currency);

  if (amount->exponent == 0)
    /* Translators: %s is the name of a currency. */
    return refuse (error, _ ("Amounts in %s have no decimals."), name);
  return refuse (error,
                 /* Translators: %s is the name of a currency, %d is 2, 3 or 4. */
                 g_dngettext (GETTEXT_PACKAGE, "Amounts in %s have no more than %d decimal.",
                              "Amounts in %s have no more than %d decimals.", (gulong) amount->exponent),
                 name, amount->exponent);
}

static gboolean
currency_known (const char *currency, GError **error)
{
  if (rg_currency_is_known (currency))
    return TRUE;
  return refuse (error, _ ("“%s” is not a known currency."), currency);
}

static gboolean
is_blank (gunichar c)
{
  return c == ' ' || c == RG_NO_BREAK_SPACE;
}

static gboolean
is_digit (gunichar c)
{
  return g_unichar_digit_value (c) >= 0;
}

/* Fills @out with the simplified text; FALSE if it does not fit or is not UTF-8. */
static gboolean
simplify_text (const char *text, gunichar out[MAX_CHARS], int *length)
{
  *length = 0;
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = rg_notation_simplify (g_utf8_get_char (text));

      if (c == RG_NO_SIGN)
        continue;
      if (*length == MAX_CHARS)
        return FALSE;
      out[(*length)++] = c;
    }
  return TRUE;
}

/* Returns how many of @chars are @symbol, in any case, or 0. */
static int
match (const gunichar *chars, int length, const char *symbol)
{
  gunichar wanted[MAX_CHARS];
  int n;

  if (!simplify_text (symbol, wanted, &n) || n == 0 || n > length)
    return 0;
  for (int i = 0; i < n; i++)
    if (g_unichar_tolower (chars[i]) != g_unichar_tolower (wanted[i]))
      return 0;
  return n;
}

static int
match_icu_symbol (const gunichar *chars, int length, const char *currency, UCurrNameStyle style)
{
  g_autofree char *symbol = NULL;
  UErrorCode status = U_ZERO_ERROR;
  const UChar *name;
  int32_t name_length = 0;
  UChar code[4];

  u_charsToUChars (currency, code, 4);
  name = ucurr_getName (code, rg_locale_get (RG_LOCALE_MONETARY), style, NULL, &name_length, &status);
  if (U_FAILURE (status) || name == NULL)
    return 0;
  symbol = rg_utf16_to_utf8 (name, name_length);
  return match (chars, length, symbol);
}

/* Returns how many of @chars are the code or a symbol of @currency, or 0. The longest wins: "US$" over "$".
 */
static int
match_symbol (const gunichar *chars, int length, const char *currency)
{
  int n;

  if (length == 0 || is_digit (chars[0]))
    return 0;
  n = match (chars, length, currency);
  n = MAX (n, match_icu_symbol (chars, length, currency, UCURR_SYMBOL_NAME));
  return MAX (n, match_icu_symbol (chars, length, currency, UCURR_NARROW_SYMBOL_NAME));
}

/* Takes blanks, sign and symbol away; FALSE if anything but figures is left. */
static gboolean
strip (Amount *amount)
{
  gboolean has_symbol = FALSE, has_minus_or_plus = FALSE;
  int start = 0, end = amount->length;

  while (end > start && is_blank (amount->chars[end - 1]))
    end--;
  while (start < end)
    {
      gunichar c = amount->chars[start];
      int n = 0;

      if (is_blank (c))
        n = 1;
      else if (!has_minus_or_plus && (c == '-' || c == '+'))
        {
          has_minus_or_plus = TRUE;
          amount->negative = c == '-';
          n = 1;
        }
      else if (!has_symbol && (n = match_symbol (amount->chars + start, end - start, amount->currency)) > 0)
        has_symbol = TRUE;
      if (n == 0)
        break;
      start += n;
    }

  if (!has_symbol)
    for (int i = end - 1; i >= start; i--)
      if (is_digit (amount->chars[i]))
        {
          int after = i + 1;

          while (after < end && is_blank (amount->chars[after]))
            after++;
          if (after < end && match_symbol (amount->chars + after, end - after, amount->currency) == end - after)
            end = i + 1;
          break;
        }

  amount->length = end - start;
  memmove (amount->chars, amount->chars + start, (gsize) amount->length * sizeof (gunichar));
  return amount->length > 0;
}

/* Is @c, at this place of a text, one that parts groups? Blanks that do not break and apostrophes part
 * nothing else anywhere, so that amounts which were copied are understood. */
static gboolean
is_group_sign (const RgNotation *notation, gunichar c)
{
  return rg_notation_has (notation->groups, c) || (!notation->chosen && (c == RG_NO_BREAK_SPACE || c == '\''));
}

/* Where the groups are parted by blanks or apostrophes, the keypad's point is a decimal sign to the person
 * who uses it; but not before three digits, where it could still part thousands. */
static gboolean
is_keypad_point (const RgNotation *notation, const Amount *amount, int at)
{
  gunichar c = amount->chars[at];
  int digits = amount->length - at - 1;

  return !notation->chosen && (c == '.' || c == ',') && !rg_notation_has (notation->decimals, c)
         && !rg_notation_has (notation->groups, c) && digits > 0 && digits != 3;
}

static gboolean
groups_have_size (const Amount *amount, int whole, int primary, int secondary)
{
  int digits = 0, group = 0;

  for (int i = whole - 1; i >= 0; i--)
    {
      if (is_digit (amount->chars[i]))
        {
          digits++;
          continue;
        }
      if (digits != (group == 0 ? primary : secondary))
        return FALSE;
      digits = 0;
      group++;
    }
  return digits > 0 && (group == 0 || digits <= (group == 1 && primary > secondary ? primary : secondary));
}

/* Checks the @whole characters before the decimal sign. */
static gboolean
check_groups (const RgNotation *notation, const Amount *amount, int whole, GError **error)
{
  gunichar sign = RG_NO_SIGN;
  int n_signs = 0;

  for (int i = 0; i < whole; i++)
    {
      gunichar c = amount->chars[i];

      if (is_digit (c))
        continue;
      if (!is_group_sign (notation, c) || (sign != RG_NO_SIGN && c != sign))
        return refuse_text (amount, error);
      sign = c;
      n_signs++;
    }
  if (n_signs == 0)
    return TRUE;

  if (g_unichar_digit_value (amount->chars[0]) != 0
      && (groups_have_size (amount, whole, 3, 3)
          || groups_have_size (amount, whole, notation->primary, notation->secondary)))
    return TRUE;

  if (n_signs == 1 && whole == amount->length && !is_blank (sign) && sign != '\'')
    {
      char group[8] = { 0 }, decimal[8] = { 0 };

      g_unichar_to_utf8 (sign, group);
      g_unichar_to_utf8 (notation->decimals[0], decimal);
      /* Translators: the first and third are the sign between thousands, the second what was typed, the last the
         decimal sign. */
      return refuse (error, _ ("“%s” parts thousands here, so “%s” is unclear. Leave the “%s” out, or write “%s”."),
                     group, amount->text, group, decimal);
    }
  return refuse (error, _ ("The digits of “%s” are not in groups of three."), amount->text);
}

/* Adds up the digits below zero, where there is room for one more. */
static gboolean
add_up (const Amount *amount, int decimals, gint64 *result, GError **error)
{
  gint64 sum = 0;
  gboolean fits = TRUE;
  int drop = MAX (decimals - amount->exponent, 0);

  for (int i = 0; fits && i < amount->length - drop; i++)
    if (is_digit (amount->chars[i]))
      fits = !__builtin_mul_overflow (sum, 10, &sum)
             && !__builtin_sub_overflow (sum, g_unichar_digit_value (amount->chars[i]), &sum);
  for (int i = decimals; fits && i < amount->exponent; i++)
    fits = !__builtin_mul_overflow (sum, 10, &sum);
  if (fits && !amount->negative)
    fits = !__builtin_sub_overflow (0, sum, &sum);

  if (!fits)
    return refuse (error, _ ("“%s” is too large."), amount->text);
  *result = sum;
  return TRUE;
}

static gboolean
parse (const RgNotation *notation, Amount *amount, gint64 *result, GError **error)
{
  int point = -1, whole, decimals;

  if (!strip (amount))
    return refuse_text (amount, error);

  for (int i = amount->length - 1; point < 0 && i >= 0; i--)
    if (!is_digit (amount->chars[i]))
      {
        if (!rg_notation_has (notation->decimals, amount->chars[i]) && !is_keypad_point (notation, amount, i))
          break;
        point = i;
      }

  whole = point < 0 ? amount->length : point;
  decimals = amount->length - whole - (point < 0 ? 0 : 1);
  if (point >= 0 && decimals == 0)
    return refuse_text (amount, error);
  if (!check_groups (notation, amount, whole, error))
    return FALSE;
  for (int i = amount->exponent; i < decimals; i++)
    if (!notation->chosen || g_unichar_digit_value (amount->chars[whole + 1 + i]) != 0)
      return refuse_decimals (amount, error);
  return add_up (amount, decimals, result, error);
}

static gboolean
read_amount (Amount *amount, const char *text, const char *currency, GError **error)
{
  if (!currency_known (currency, error))
    return FALSE;
  amount->text = text;
  amount->currency = currency;
  amount->exponent = rg_currency_exponent (currency);
  amount->negative = FALSE;
  if (!g_utf8_validate (text, -1, NULL))
    return refuse (error, _ ("The amount has broken characters."));
  if (!simplify_text (text, amount->chars, &amount->length))
    return refuse (error, _ ("This is too long for an amount."));
  return TRUE;
}

/**
 * rg_money_parse:
 * @text: what a person typed
 * @currency: the ISO 4217 code the amount is in
 * @amount: (out): minor units; untouched on error
 * @error: return location; %RG_ERROR_INVALID with words for the person
 *
 * Reads an amount in the notation of the current locale: "1,234.50" in English, "1.234,50" in German. The
 * symbol or the code of @currency may stand before or after it, a sign before it. Digits of every script are
 * understood. Blanks that do not break and apostrophes part thousands anywhere, plain blanks where the locale
 * does so. Where neither the point nor the comma parts thousands, the keypad's point is a decimal sign too
 * ("12.50" in French), except before three digits.
 *
 * Nothing is guessed. Refused are: more decimals than the currency has, groups of a wrong size ("1,23,4"),
 * the grouping sign where a decimal sign may have been meant ("12.5" in German), another currency, any other
 * text, and amounts that are too large. In India both kinds of groups do ("1,23,456" and "123,456").
 *
 * Returns: whether @amount was set
 */
gboolean
rg_money_parse (const char *text, const char *currency, gint64 *amount, GError **error)
{
  g_autofree char *trimmed = NULL;
  RgNotation notation;
  Amount typed;

  g_return_val_if_fail (text != NULL && currency != NULL && amount != NULL, FALSE);

  trimmed = g_strstrip (g_strdup (text));
  if (!read_amount (&typed, trimmed, currency, error))
    return FALSE;
  rg_notation_of_locale (&notation);
  return parse (&notation, &typed, amount, error);
}

/**
 * rg_money_parse_notation:
 * @text: a field of a file
 * @currency: the ISO 4217 code the amount is in
 * @decimal: the decimal sign
 * @group: the grouping sign, or 0 for none. ' ' and '\'' stand for every kind of blank or apostrophe
 * @amount: (out): minor units; untouched on error
 * @error: return location; %RG_ERROR_INVALID with words for the person
 *
 * As rg_money_parse(), with a notation that was chosen (for an import) and groups of three digits. Nothing
 * but the two signs parts digits here, and zeros past the currency's last decimal are allowed ("12.5000"),
 * because there is nothing they could be mistaken for.
 *
 * Returns: whether @amount was set
 */
gboolean
rg_money_parse_notation (
  const char *text, const char *currency, char decimal, char group, gint64 *amount, GError **error)
{
  g_autofree char *trimmed = NULL;
  RgNotation notation = { .primary = 3, .secondary = 3, .chosen = TRUE };
  Amount field;

  g_return_val_if_fail (text != NULL && currency != NULL && amount != NULL, FALSE);

  if (decimal == group || decimal == '\0' || g_ascii_isalnum (decimal) || g_ascii_isalnum (group))
    return refuse (error, _ ("Decimals and thousands must be parted by two different signs."));
  notation.decimals[0] = (guchar) decimal;
  notation.groups[0] = (guchar) group;
  trimmed = g_strstrip (g_strdup (text));
  return read_amount (&field, trimmed, currency, error) && parse (&notation, &field, amount, error);
}

/**
 * rg_money_parse_plain:
 * @text: "1234.50", "-3"
 * @currency: the ISO 4217 code the amount is in
 * @amount: (out): minor units; untouched on error
 * @error: return location; %RG_ERROR_INVALID with words for the person
 *
 * Reads the notation of rg_money_format_plain() and nothing else: an optional "-" or "+", ASCII digits, and
 * at most one point with digits on both sides.
 *
 * Returns: whether @amount was set
 */
gboolean
rg_money_parse_plain (const char *text, const char *currency, gint64 *amount, GError **error)
{
  const RgNotation notation = { .decimals = { '.' }, .primary = 3, .secondary = 3 };
  const char *digits, *end;
  Amount plain;
  gsize whole;

  g_return_val_if_fail (text != NULL && currency != NULL && amount != NULL, FALSE);

  if (!read_amount (&plain, text, currency, error))
    return FALSE;
  digits = text + (*text == '-' || *text == '+');
  whole = strspn (digits, "0123456789");
  end = digits + whole;
  if (*end == '.')
    end += 1 + strspn (end + 1, "0123456789");
  if (whole == 0 || *end != '\0' || end[-1] == '.')
    return refuse_plain (&plain, error);
  return parse (&notation, &plain, amount, error);
}
