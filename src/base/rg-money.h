/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SECTION:rg-money
 *
 * An amount of money is a signed 64-bit count of minor units (cents, pence, fils) and an ISO 4217 code of
 * three capital letters. How many decimals a currency has is what ISO 4217 says (list one): JPY has 0, EUR 2,
 * KWD 3. There is no floating point anywhere, and an overflow is an error, never a wrong figure.
 *
 * All functions may be called from any thread.
 */

/**
 * RG_MONEY_MAX_EXPONENT:
 *
 * The most decimals any currency has (CLF and UYW have 4).
 */
#define RG_MONEY_MAX_EXPONENT 4

/**
 * rg_currency_exponent:
 * @code: (nullable): an ISO 4217 code
 *
 * Returns: how many decimals @code has, or -1 if it is not a currency that ISO 4217 knows
 */
int rg_currency_exponent (const char *code);

/**
 * rg_currency_is_known:
 * @code: (nullable): an ISO 4217 code
 *
 * Only three capital letters with an ISO 4217 number count: "EUR", not "eur", "€" or "EURO". Codes for no
 * currency at all ("XXX"), for tests ("XTS") and for precious metals and funds without minor units ("XAU")
 * are not known.
 *
 * Returns: whether amounts can be kept in @code
 */
gboolean rg_currency_is_known (const char *code);

/** rg_currency_list: Returns: (transfer none): the codes of the currencies in use today, sorted,
 * %NULL-terminated */
const char *const *rg_currency_list (void);

/**
 * rg_currency_dup_name:
 * @code: an ISO 4217 code
 *
 * Returns: (transfer full): the currency's name in the person's language ("Euro"), or a copy of @code if it
 * is unknown
 */
char *rg_currency_dup_name (const char *code);

/**
 * rg_money_add:
 * @a: minor units
 * @b: minor units, of the same currency
 * @sum: (out): where to put @a + @b; untouched on error
 * @error: return location; %RG_ERROR_INVALID if the sum is too large
 *
 * Returns: whether @sum was set
 */
gboolean rg_money_add (gint64 a, gint64 b, gint64 *sum, GError **error);

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
gboolean rg_money_multiply (gint64 amount, gint64 numerator, gint64 denominator, gint64 *result, GError **error);

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
char *rg_money_format (gint64 amount, const char *currency);

/**
 * rg_money_format_signed:
 * @amount: minor units
 * @currency: an ISO 4217 code
 *
 * As rg_money_format(), with a plus before amounts above zero. Zero has no sign.
 *
 * Returns: (transfer full): the text
 */
char *rg_money_format_signed (gint64 amount, const char *currency);

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
char *rg_money_format_plain (gint64 amount, const char *currency);

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
gboolean rg_money_parse (const char *text, const char *currency, gint64 *amount, GError **error);

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
gboolean rg_money_parse_plain (const char *text, const char *currency, gint64 *amount, GError **error);

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
gboolean rg_money_parse_notation (
  const char *text, const char *currency, char decimal, char group, gint64 *amount, GError **error);

G_END_DECLS
