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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/money/add", test_add);
  g_test_add_func ("/money/multiply", test_multiply);
  g_test_add_func ("/money/plain", test_plain);
  g_test_add_func ("/money/plain/refused", test_plain_refused);
  g_test_add_func ("/money/plain/example", test_plain_example);
  g_test_add_func ("/money/format", test_format);
  g_test_add_func ("/money/threads", test_threads);

  return g_test_run ();
}
