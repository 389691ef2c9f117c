/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <string.h>

#include "rg-error.h"
#include "rg-locale.h"
#include "rg-money.h"

#define NBSP "\302\240"
#define NNBSP "\342\200\257"
#define MINUS "\342\210\222"

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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/money/parse", test_parse);
  g_test_add_func ("/money/parse/refused", test_parse_refused);
  g_test_add_func ("/money/parse/long", test_parse_long);
  g_test_add_func ("/money/notation", test_notation);
  g_test_add_func ("/money/round-trip", test_round_trip);

  return g_test_run ();
}
