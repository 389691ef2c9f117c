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

gboolean rg_money_add (gint64 a, gint64 b, gint64 *sum, GError **error);
gboolean rg_money_multiply (gint64 amount, gint64 numerator, gint64 denominator, gint64 *result, GError **error);
char *rg_money_format (gint64 amount, const char *currency);
char *rg_money_format_signed (gint64 amount, const char *currency);
char *rg_money_format_plain (gint64 amount, const char *currency);
gboolean rg_money_parse (const char *text, const char *currency, gint64 *amount, GError **error);
gboolean rg_money_parse_plain (const char *text, const char *currency, gint64 *amount, GError **error);
gboolean rg_money_parse_notation (
  const char *text, const char *currency, char decimal, char group, gint64 *amount, GError **error);

G_END_DECLS
