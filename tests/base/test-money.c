/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <string.h>

#include "rg-currency.h"
#include "rg-error.h"
#include "rg-locale.h"
#include "rg-money.h"

#define NBSP "\302\240"
#define NNBSP "\342\200\257"
#define MINUS "\342\210\222"

static void
test_exponents (void)
{
  static const struct
  {
    const char *code;
    int exponent;
  } cases[] = {
    { "EUR", 2 },  { "USD", 2 },  { "GBP", 2 }, { "INR", 2 },   { "JPY", 0 },  { "KRW", 0 },  { "KMF", 0 },
    { "KWD", 3 },  { "JOD", 3 },  { "IQD", 3 }, { "RSD", 2 },   { "ISK", 0 },  { "CLF", 4 },  { "HRK", 2 },
    { "XCG", 2 },  { "XAF", 0 },  { "XCD", 2 }, { "XAU", -1 },  { "XXX", -1 }, { "XTS", -1 }, { "DEM", -1 },
    { "AAA", -1 }, { "eur", -1 }, { "EU", -1 }, { "EURO", -1 }, { "€", -1 },   { "", -1 },    { NULL, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].code != NULL ? cases[i].code : "NULL");
      g_assert_cmpint (rg_currency_exponent (cases[i].code), ==, cases[i].exponent);
      g_assert_cmpint (rg_currency_is_known (cases[i].code), ==, cases[i].exponent >= 0);
    }
}

static void
test_names (void)
{
  g_autofree char *euro = NULL, *yen = NULL, *unknown = NULL;

  rg_locale_set ("en_US");
  euro = rg_currency_dup_name ("EUR");
  g_assert_cmpstr (euro, ==, "Euro");
  unknown = rg_currency_dup_name ("nothing");
  g_assert_cmpstr (unknown, ==, "nothing");
  rg_locale_set ("de_DE");
  yen = rg_currency_dup_name ("JPY");
  g_assert_cmpstr (yen, ==, "Japanischer Yen");
}

static void
test_add (void)
{
  static const struct
  {
    gint64 a, b;
    gboolean fits;
  } cases[] = {
    { 1, 2, TRUE },
    { -5, 5, TRUE },
    { G_MAXINT64, 0, TRUE },
    { G_MAXINT64, G_MININT64, TRUE },
    { G_MAXINT64, 1, FALSE },
    { G_MININT64, -1, FALSE },
    { G_MAXINT64, G_MAXINT64, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 sum = 77;

      g_assert_cmpint (rg_money_add (cases[i].a, cases[i].b, &sum, &error), ==, cases[i].fits);
      if (cases[i].fits)
        {
          g_assert_no_error (error);
          g_assert_cmpint (sum, ==, (gint64) ((guint64) cases[i].a + (guint64) cases[i].b));
        }
      else
        {
          g_assert_error (error, RG_ERROR, RG_ERROR_INVALID);
          g_assert_cmpint (sum, ==, 77);
        }
    }
}

static void
test_multiply (void)
{
  static const struct
  {
    gint64 amount, numerator, denominator;
    gboolean fits;
    gint64 result;
  } cases[] = {
    { 1000, 3, 1, TRUE, 3000 },
    { 1999, 75, 1000, TRUE, 150 }, /* 149.925 */
    { 5, 1, 2, TRUE, 3 },
    { -5, 1, 2, TRUE, -3 },
    { 5, -1, 2, TRUE, -3 },
    { 5, 1, -2, TRUE, -3 },
    { -5, -1, -2, TRUE, -3 },
    { 1, 1, 3, TRUE, 0 },
    { 2, 1, 3, TRUE, 1 },
    { -2, 1, 3, TRUE, -1 },
    { 0, 7, 9, TRUE, 0 },
    { 7, 0, 9, TRUE, 0 },
    { G_MAXINT64, 1, 1, TRUE, G_MAXINT64 },
    { G_MININT64, 1, 1, TRUE, G_MININT64 },
    { G_MAXINT64, 1000000, 1000000, TRUE, G_MAXINT64 },
    { G_MININT64, G_MAXINT64, G_MAXINT64, TRUE, G_MININT64 },
    { G_MAXINT64, G_MAXINT64, G_MAXINT64, TRUE, G_MAXINT64 },
    { G_MININT64, G_MININT64, G_MININT64, TRUE, G_MININT64 },
    { G_MAXINT64, 1, 2, TRUE, G_GINT64_CONSTANT (4611686018427387904) },
    { G_MININT64, -1, 1, FALSE, 0 },
    { G_MININT64, 1, -1, FALSE, 0 },
    { G_MAXINT64, 2, 1, FALSE, 0 },
    { G_MAXINT64, G_MAXINT64, 1, FALSE, 0 },
    { G_MININT64, G_MININT64, 1, FALSE, 0 },
    { 100, 1, 0, FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 result = 77;
      gboolean fits;

      g_test_message ("%" G_GINT64_FORMAT " × %" G_GINT64_FORMAT " / %" G_GINT64_FORMAT, cases[i].amount,
                      cases[i].numerator, cases[i].denominator);
      fits = rg_money_multiply (cases[i].amount, cases[i].numerator, cases[i].denominator, &result, &error);
      g_assert_cmpint (fits, ==, cases[i].fits);
      if (!fits)
        g_assert_error (error, RG_ERROR, RG_ERROR_INVALID);
      g_assert_cmpint (result, ==, fits ? cases[i].result : 77);
    }
}

static void
test_plain (void)
{
  static const struct
  {
    gint64 amount;
    const char *currency;
    const char *text;
  } cases[] = {
    { 123450, "EUR", "1234.50" },
    { -5, "EUR", "-0.05" },
    { 5, "EUR", "0.05" },
    { 50, "EUR", "0.50" },
    { 0, "EUR", "0.00" },
    { 500, "JPY", "500" },
    { -500, "JPY", "-500" },
    { 0, "JPY", "0" },
    { 1, "KWD", "0.001" },
    { 12345, "KWD", "12.345" },
    { -1, "CLF", "-0.0001" },
    { G_MAXINT64, "EUR", "92233720368547758.07" },
    { G_MININT64, "EUR", "-92233720368547758.08" },
    { G_MININT64, "JPY", "-9223372036854775808" },
    { G_MAXINT64, "KWD", "9223372036854775.807" },
  };

  /* In every locale the same. */
  rg_locale_set ("de_DE");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = rg_money_format_plain (cases[i].amount, cases[i].currency);
      g_autoptr (GError) error = NULL;
      gint64 amount = 77;

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (rg_money_parse_plain (text, cases[i].currency, &amount, &error));
      g_assert_no_error (error);
      g_assert_cmpint (amount, ==, cases[i].amount);
    }
}

static void
test_plain_refused (void)
{
  static const struct
  {
    const char *text;
    const char *currency;
  } cases[] = {
    { "", "EUR" },
    { "-", "EUR" },
    { "1.", "EUR" },
    { ".5", "EUR" },
    { "1,5", "EUR" },
    { "1.005", "EUR" },
    { "1.0", "JPY" },
    { " 1", "EUR" },
    { "1 ", "EUR" },
    { "1 000", "EUR" },
    { "1.2.3", "EUR" },
    { "--1", "EUR" },
    { "€1", "EUR" },
    { "1EUR", "EUR" },
    { "0x10", "EUR" },
    { "1e3", "EUR" },
    { "1\n", "EUR" },
    { "nan", "EUR" },
    { "1", "eur" },
    { "1", "" },
    { "1", "XXX" },
    { "1'000", "EUR" },
    { "1\302\240000", "EUR" },
    { "٣", "EUR" },
    { "\377", "EUR" },
    { "92233720368547758.08", "EUR" },
    { "-92233720368547758.09", "EUR" },
    { "9223372036854775808", "JPY" },
    { "99999999999999999999999999", "EUR" },
  };

  rg_locale_set ("en_US");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 amount = 77;

      g_assert_false (rg_money_parse_plain (cases[i].text, cases[i].currency, &amount, &error));
      g_assert_error (error, RG_ERROR, RG_ERROR_INVALID);
      g_assert_cmpint (amount, ==, 77);
      g_assert_cmpint (error->message[0], !=, '\0');
    }
}

/* Who writes an amount as in their own country is told how it is written here. */
static void
test_plain_example (void)
{
  static const struct
  {
    const char *currency;
    const char *example;
  } cases[] = { { "EUR", "“20.50”." }, { "JPY", "“2050”." }, { "KWD", "“2.050”." } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 amount;

      g_assert_false (rg_money_parse_plain ("20,50", cases[i].currency, &amount, &error));
      g_assert_nonnull (strstr (error->message, "“20,50”"));
      g_assert_true (g_str_has_suffix (error->message, cases[i].example));
    }
}

static void
test_format (void)
{
  static const struct
  {
    const char *locale;
    gint64 amount;
    const char *currency;
    const char *text;
    const char *with_sign;
  } cases[] = {
    { "en_US", 123450, "EUR", "€1,234.50", "+€1,234.50" },
    { "en_US", -123450, "EUR", MINUS "€1,234.50", MINUS "€1,234.50" },
    { "en_US", 2000, "USD", "$20.00", "+$20.00" },
    { "en_US", 0, "USD", "$0.00", "$0.00" },
    { "en_US", 123456, "JPY", "¥123,456", "+¥123,456" },
    { "en_US", 12345678, "KWD", "KWD" NBSP "12,345.678", "+KWD" NBSP "12,345.678" },
    { "en_US", 123450, "RSD", "RSD" NBSP "1,234.50", "+RSD" NBSP "1,234.50" },
    { "en_US", G_MAXINT64, "USD", "$92,233,720,368,547,758.07", "+$92,233,720,368,547,758.07" },
    { "en_US", G_MININT64, "USD", MINUS "$92,233,720,368,547,758.08", MINUS "$92,233,720,368,547,758.08" },
    { "en_US", 1, "USD", "$0.01", "+$0.01" },
    { "en_GB", 123450, "GBP", "£1,234.50", "+£1,234.50" },
    { "en_IN", 123456700, "INR", "₹12,34,567.00", "+₹12,34,567.00" },
    { "de_DE", 123450, "EUR", "1.234,50" NBSP "€", "+1.234,50" NBSP "€" },
    { "de_DE", -5, "EUR", MINUS "0,05" NBSP "€", MINUS "0,05" NBSP "€" },
    { "sv_SE", -123450, "SEK", MINUS "1" NBSP "234,50" NBSP "kr", MINUS "1" NBSP "234,50" NBSP "kr" },
    { "fr_FR", 123450, "EUR", "1" NNBSP "234,50" NBSP "€", "+1" NNBSP "234,50" NBSP "€" },
    { "en_US", 7, "QQQ", "7 QQQ", "+7 QQQ" },
    { "en_US", -7, "QQQ", "-7 QQQ", "-7 QQQ" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL, *with_sign = NULL;

      rg_locale_set (cases[i].locale);
      text = rg_money_format (cases[i].amount, cases[i].currency);
      with_sign = rg_money_format_signed (cases[i].amount, cases[i].currency);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (with_sign, ==, cases[i].with_sign);
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *locale;
    const char *text;
    const char *currency;
    gint64 amount;
  } cases[] = {
    { "en_US", "1,234.50", "USD", 123450 },
    { "en_US", "1234.5", "USD", 123450 },
    { "en_US", "1,234", "USD", 123400 },
    { "en_US", " $1,234.50 ", "USD", 123450 },
    { "en_US", "-$5", "USD", -500 },
    { "en_US", "$-5", "USD", -500 },
    { "en_US", MINUS "5", "USD", -500 },
    { "en_US", "- 5", "USD", -500 },
    { "en_US", "+5", "USD", 500 },
    { "en_US", "5 USD", "USD", 500 },
    { "en_US", "5usd", "USD", 500 },
    { "en_US", "USD 5", "USD", 500 },
    { "en_US", "5€", "EUR", 500 },
    { "en_US", ".5", "USD", 50 },
    { "en_US", "0.05", "USD", 5 },
    { "en_US", "007", "USD", 700 },
    { "en_US", "-0", "USD", 0 },
    { "en_US", "1,234,567", "JPY", 1234567 },
    { "en_US", "¥500", "JPY", 500 },
    { "en_US", "￥５００", "JPY", 500 },
    { "en_US", "1.234", "KWD", 1234 },
    { "en_US", "1,234.567", "KWD", 1234567 },
    { "en_US", "1" NBSP "234.50", "USD", 123450 },
    { "en_US", "1'234.50", "USD", 123450 },
    { "en_US", "-92,233,720,368,547,758.08", "USD", G_MININT64 },
    { "en_US", "92233720368547758.07", "USD", G_MAXINT64 },
    { "de_DE", "1.234,50", "EUR", 123450 },
    { "de_DE", "1.234", "EUR", 123400 },
    { "de_DE", "12,5", "EUR", 1250 },
    { "de_DE", "1.234,50" NBSP "€", "EUR", 123450 },
    { "de_DE", "-20 €", "EUR", -2000 },
    { "de_DE", "1.234.567,89", "EUR", 123456789 },
    { "de_AT", "1.234,50", "EUR", 123450 },
    { "de_AT", "1 234,50", "EUR", 123450 },
    { "de_AT", "€ 1.234", "EUR", 123400 },
    { "de_CH", "1’234.50", "CHF", 123450 },
    { "de_CH", "CHF 1'234.50", "CHF", 123450 },
    { "de_CH", "12,50", "CHF", 1250 },
    { "fr_CH", "12.50", "CHF", 1250 },
    { "fr_CH", "12,50", "CHF", 1250 },
    { "fr_FR", "1" NNBSP "234,50" NBSP "€", "EUR", 123450 },
    { "fr_FR", "1 234,50", "EUR", 123450 },
    { "fr_FR", "12.50", "EUR", 1250 },
    { "fr_FR", "1 234.5", "EUR", 123450 },
    { "sv_SE", MINUS "1" NBSP "234,50" NBSP "kr", "SEK", -123450 },
    { "sv_SE", "20 KR", "SEK", 2000 },
    { "en_IN", "12,34,567.00", "INR", 123456700 },
    { "en_IN", "1,234,567", "INR", 123456700 },
    { "en_IN", "₹1,23,456", "INR", 12345600 },
    { "es_ES", "1234,50", "EUR", 123450 },
    { "es_ES", "1.234,50", "EUR", 123450 },
    { "pl_PL", "12,50 zł", "PLN", 1250 },
    { "pt_BR", "R$ 1.234,50", "BRL", 123450 },
    { "ar_EG", "١٢٣٤٫٥٠", "EGP", 123450 },
    { "fa_IR", "۱٬۲۳۴", "IRR", 123400 },
    { "hi_IN", "१२३", "INR", 12300 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 amount = 77;

      g_test_message ("%s “%s” %s", cases[i].locale, cases[i].text, cases[i].currency);
      rg_locale_set (cases[i].locale);
      rg_money_parse (cases[i].text, cases[i].currency, &amount, &error);
      g_assert_no_error (error);
      g_assert_cmpint (amount, ==, cases[i].amount);
    }
}

static void
test_parse_refused (void)
{
  static const struct
  {
    const char *locale;
    const char *text;
    const char *currency;
    const char *word; /* of the message */
  } cases[] = {
    { "en_US", "", "USD", "Enter" },
    { "en_US", "   ", "USD", "Enter" },
    { "en_US", "abc", "USD", "“abc”" },
    { "en_US", "-", "USD", "not an amount" },
    { "en_US", "$", "USD", "not an amount" },
    { "en_US", "1,23,4", "USD", "groups" },
    { "en_US", "12,34", "USD", "unclear" },
    { "en_US", "12,5", "USD", "unclear" },
    { "en_US", "0,123", "USD", "unclear" },
    { "en_US", "1,2345", "USD", "unclear" },
    { "en_US", "1234,567", "USD", "unclear" },
    { "en_US", "1234,567.00", "USD", "groups" },
    { "en_US", ",123", "USD", "unclear" },
    { "en_US", "1,234 567", "USD", "not an amount" },
    { "en_US", "1,234" NBSP "567", "USD", "not an amount" },
    { "en_US", "1.234", "USD", "decimals" },
    { "en_US", "1.000", "USD", "decimals" },
    { "en_US", "1.5", "JPY", "no decimals" },
    { "en_US", "1.2.3", "USD", "not an amount" },
    { "en_US", "1.234,50", "USD", "not an amount" },
    { "en_US", "5.", "USD", "not an amount" },
    { "en_US", "12 34", "USD", "not an amount" },
    { "en_US", "5 EUR", "USD", "US Dollar" },
    { "en_US", "€5", "USD", "US Dollar" },
    { "en_US", "5 dollars", "USD", "not an amount" },
    { "en_US", "$5$", "USD", "not an amount" },
    { "en_US", "--5", "USD", "not an amount" },
    { "en_US", "+-5", "USD", "not an amount" },
    { "en_US", "5-", "USD", "not an amount" },
    { "en_US", "(5)", "USD", "not an amount" },
    { "en_US", "5%", "USD", "not an amount" },
    { "en_US", "1e3", "USD", "not an amount" },
    { "en_US", "12²", "USD", "not an amount" },
    { "en_US", "½", "USD", "not an amount" },
    { "en_US", "92233720368547758.08", "USD", "too large" },
    { "en_US", "-92233720368547758.09", "USD", "too large" },
    { "en_US", "9223372036854775808", "JPY", "too large" },
    { "en_US", "1", "BITCOIN", "BITCOIN" },
    { "en_US", "\303(", "USD", "broken" },
    { "de_DE", "12.5", "EUR", "12.5" },
    { "de_DE", "1,234.50", "EUR", "not an amount" },
    { "de_DE", "12.50", "EUR", "unclear" },
    { "de_AT", "12.5", "EUR", "unclear" },
    { "fr_FR", "1.234", "EUR", "not an amount" },
    { "fr_FR", "1.234.50", "EUR", "not an amount" },
    { "de_CH", "1’23", "CHF", "groups" },
    { "en_IN", "1,23,45", "INR", "groups" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 amount = 77;

      rg_locale_set (cases[i].locale);
      g_assert_false (rg_money_parse (cases[i].text, cases[i].currency, &amount, &error));
      g_assert_error (error, RG_ERROR, RG_ERROR_INVALID);
      g_test_message ("%s: %s", cases[i].locale, error->message);
      g_assert_nonnull (strstr (error->message, cases[i].word));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpint (amount, ==, 77);
    }
}

static void
test_parse_long (void)
{
  g_autofree char *digits = g_strnfill (1000000, '1');
  g_autoptr (GError) error = NULL;
  gint64 amount;

  rg_locale_set ("en_US");
  g_assert_false (rg_money_parse (digits, "USD", &amount, &error));
  g_assert_error (error, RG_ERROR, RG_ERROR_INVALID);
  g_assert_cmpuint (strlen (error->message), <, 200);
}

static void
test_notation (void)
{
  static const struct
  {
    const char *text;
    const char *currency;
    char decimal;
    char group;
    gboolean understood;
    gint64 amount;
  } cases[] = {
    { "1234.50", "EUR", '.', 0, TRUE, 123450 },
    { "1,234.50", "EUR", '.', ',', TRUE, 123450 },
    { "1.234,50", "EUR", ',', '.', TRUE, 123450 },
    { "1 234,50", "EUR", ',', ' ', TRUE, 123450 },
    { "1" NNBSP "234,50", "EUR", ',', ' ', TRUE, 123450 },
    { "1’234.50", "CHF", '.', '\'', TRUE, 123450 },
    { "12.5000", "EUR", '.', 0, TRUE, 1250 },
    { "500.00", "JPY", '.', 0, TRUE, 500 },
    { "€ 12.50", "EUR", '.', 0, TRUE, 1250 },
    { "12.50 EUR", "EUR", '.', 0, TRUE, 1250 },
    { "-12.50", "EUR", '.', ',', TRUE, -1250 },
    { "1,234.50", "EUR", '.', 0, FALSE, 0 },
    { "1" NBSP "234.50", "EUR", '.', ',', FALSE, 0 },
    { "12,50", "EUR", '.', 0, FALSE, 0 },
    { "12.501", "EUR", '.', 0, FALSE, 0 },
    { "500.10", "JPY", '.', 0, FALSE, 0 },
    { "12.5", "EUR", ',', '.', FALSE, 0 },
    { "", "EUR", '.', 0, FALSE, 0 },
    { "12", "EUR", '.', '.', FALSE, 0 },
    { "12", "EUR", '1', 0, FALSE, 0 },
  };

  rg_locale_set ("en_US");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 amount = 0;
      gboolean understood;

      g_test_message ("“%s”", cases[i].text);
      understood
        = rg_money_parse_notation (cases[i].text, cases[i].currency, cases[i].decimal, cases[i].group, &amount, &error);
      if (cases[i].understood)
        g_assert_no_error (error);
      else
        g_assert_error (error, RG_ERROR, RG_ERROR_INVALID);
      g_assert_cmpint (understood, ==, cases[i].understood);
      g_assert_cmpint (amount, ==, cases[i].amount);
    }
}

/* What is shown can be typed. */
static void
test_round_trip (void)
{
  static const char *const locales[]
    = { "en_US", "en_GB", "de_DE", "de_AT", "de_CH", "fr_FR", "fr_CH", "sv_SE", "es_ES",
        "pt_PT", "en_IN", "hi_IN", "ar_EG", "fa_IR", "ja_JP", "vi_VN", "pl_PL", "bn_BD",
        "he_IL", "lt_LT", "th_TH", "tr_TR", "en_ZA", "da_DK", "bg_BG" };
  static const char *const currencies[] = { "EUR", "USD", "GBP", "JPY", "KWD", "CHF", "SEK", "INR", "CLF", "EGP" };
  static const gint64 amounts[] = { 0, 1, -1, 99, 1000, -123456, 123456789, -100000, G_MAXINT64, G_MININT64 };

  for (gsize l = 0; l < G_N_ELEMENTS (locales); l++)
    for (gsize c = 0; c < G_N_ELEMENTS (currencies); c++)
      for (gsize a = 0; a < G_N_ELEMENTS (amounts); a++)
        {
          g_autofree char *text = NULL;
          g_autoptr (GError) error = NULL;
          gint64 amount = 77;

          rg_locale_set (locales[l]);
          text = rg_money_format_signed (amounts[a], currencies[c]);
          rg_money_parse (text, currencies[c], &amount, &error);
          if (error != NULL || amount != amounts[a])
            g_error ("%s: “%s” %s: %s", locales[l], text, currencies[c],
                     error != NULL ? error->message : "another amount");
        }
}

static gpointer
format_often (gpointer data)
{
  for (int i = 0; i < 2000; i++)
    {
      g_autofree char *text = rg_money_format (123450, i % 2 == 0 ? "EUR" : "JPY");

      g_assert_cmpstr (text, ==, i % 2 == 0 ? "€1,234.50" : "¥123,450");
    }
  return data;
}

static void
test_threads (void)
{
  GThread *threads[4];

  rg_locale_set ("en_US");
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("format", format_often, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
measure (void)
{
  const int n = 200000;
  gint64 start;
  double ns;

  rg_locale_set ("en_US");
  g_free (rg_money_format (1, "EUR"));
  start = g_get_monotonic_time ();
  for (int i = 0; i < n; i++)
    g_free (rg_money_format (i, "EUR"));
  ns = (double) (g_get_monotonic_time () - start) * 1000 / n;
  g_test_minimized_result (ns, "%.0f ns to format an amount", ns);

  start = g_get_monotonic_time ();
  for (int i = 0; i < n; i++)
    {
      gint64 amount;

      rg_money_parse_notation ("1,234.50", "EUR", '.', ',', &amount, NULL);
    }
  ns = (double) (g_get_monotonic_time () - start) * 1000 / n;
  g_test_minimized_result (ns, "%.0f ns to read an amount in a chosen notation", ns);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/money/exponents", test_exponents);
  g_test_add_func ("/money/names", test_names);
  g_test_add_func ("/money/add", test_add);
  g_test_add_func ("/money/multiply", test_multiply);
  g_test_add_func ("/money/plain", test_plain);
  g_test_add_func ("/money/plain/refused", test_plain_refused);
  g_test_add_func ("/money/plain/example", test_plain_example);
  g_test_add_func ("/money/format", test_format);
  g_test_add_func ("/money/parse", test_parse);
  g_test_add_func ("/money/parse/refused", test_parse_refused);
  g_test_add_func ("/money/parse/long", test_parse_long);
  g_test_add_func ("/money/notation", test_notation);
  g_test_add_func ("/money/round-trip", test_round_trip);
  g_test_add_func ("/money/threads", test_threads);
  if (g_test_perf ())
    g_test_add_func ("/money/measure", measure);

  return g_test_run ();
}
