/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Throws noise at everything that reads what people, files and services write: it is understood or refused in
 * words, and what is understood means something. Run under the sanitizers this is where carelessness shows.
 */

#include <glib.h>
#include <string.h>

#include "rg-country.h"
#include "rg-day.h"
#include "rg-email.h"
#include "rg-error.h"
#include "rg-locale.h"
#include "rg-money.h"
#include "rg-phone.h"
#include "rg-text.h"

#define ROUNDS 20000

static const char *const locales[]
  = { "en_US", "en_GB", "de_DE", "de_CH", "fr_FR", "en_IN", "ar_EG", "ja_JP", "vi_VN", "hu_HU" };

static const char *const pieces[] = { "0",
                                      "1",
                                      "12",
                                      "19",
                                      "2026",
                                      "999999",
                                      ".",
                                      ",",
                                      "'",
                                      "’",
                                      " ",
                                      "\302\240",
                                      "-",
                                      "+",
                                      "−",
                                      "/",
                                      "(",
                                      ")",
                                      ":",
                                      "T",
                                      "Z",
                                      "@",
                                      "€",
                                      "$",
                                      "¥",
                                      "EUR",
                                      "kr",
                                      "nov",
                                      "Nov",
                                      "mar",
                                      "Thu",
                                      "th",
                                      "月",
                                      "日",
                                      "(木)",
                                      "thg",
                                      "g.",
                                      "er",
                                      "xn--",
                                      "example.org",
                                      "ext",
                                      "x",
                                      "ß",
                                      "Å",
                                      "İ",
                                      "ﷺ",
                                      "\314\201",
                                      "\342\200\215",
                                      "🏴",
                                      "\363\240\201\247",
                                      "\377",
                                      "\303",
                                      "\355\240\200",
                                      "\n",
                                      "\001",
                                      "%s%n",
                                      "٣",
                                      "५",
                                      "９",
                                      "00",
                                      ";ext=",
                                      "\342\200\256",
                                      "the ",
                                      "U.K.",
                                      "Deutschland" };

static char *
dup_noise (void)
{
  GString *noise = g_string_new (NULL);
  int n = g_test_rand_int_range (0, 9);

  for (int i = 0; i < n; i++)
    g_string_append (noise, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (noise, FALSE);
}

static void
check (gboolean understood, GError **place)
{
  const GError *error = *place;

  g_assert_cmpint (understood, ==, error == NULL);
  if (error == NULL)
    return;
  g_assert_error (error, RG_ERROR, RG_ERROR_INVALID);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpstr (error->message, !=, "");
}

static void
test_money (void)
{
  static const char *const currencies[] = { "EUR", "USD", "JPY", "KWD", "CLF", "SEK" };

  for (int i = 0; i < ROUNDS; i++)
    {
      const char *currency = currencies[g_test_rand_int_range (0, G_N_ELEMENTS (currencies))];
      g_autofree char *noise = dup_noise ();
      g_autoptr (GError) error = NULL, plain_error = NULL, notation_error = NULL;
      gint64 amount, again, other;

      if (i % 100 == 0)
        rg_locale_set (locales[g_test_rand_int_range (0, G_N_ELEMENTS (locales))]);
      if (rg_money_parse (noise, currency, &amount, &error))
        {
          g_autofree char *text = rg_money_format (amount, currency);

          g_assert_true (rg_money_parse (text, currency, &again, NULL));
          g_assert_cmpint (amount, ==, again);
        }
      check (error == NULL, &error);
      check (rg_money_parse_plain (noise, currency, &other, &plain_error), &plain_error);
      check (rg_money_parse_notation (noise, currency, ',', '.', &other, &notation_error), &notation_error);
    }
}

static void
test_days (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      g_autofree char *noise = dup_noise ();
      g_autofree char *iso = NULL;
      g_autoptr (GError) error = NULL;
      RgDay day;
      gint64 time;

      if (i % 100 == 0)
        rg_locale_set (locales[g_test_rand_int_range (0, G_N_ELEMENTS (locales))]);
      day = rg_day_parse (noise, &error);
      check (day != 0, &error);
      if (day != 0)
        {
          iso = rg_day_to_iso (day);
          g_assert_cmpuint (rg_day_from_iso (iso), ==, day);
        }
      rg_day_from_iso (noise);
      time = rg_time_from_iso (noise);
      g_assert_true (time == 0 || rg_day_of_time (time, NULL) != 0);
    }
}

static void
test_text (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      g_autofree char *noise = dup_noise (), *other = dup_noise ();
      g_autofree char *folded = rg_text_fold (noise), *folded_other = rg_text_fold (other);
      g_autofree char *clean = rg_text_clean (noise), *clean_again = rg_text_clean (clean);
      g_autofree char *initials = rg_text_initials (noise), *country = rg_country_from_text (noise);
      g_auto (GStrv) words = rg_text_words (folded), wild_words = rg_text_words (noise);
      g_autoptr (GBytes) key = rg_text_sort_key (noise);
      g_autoptr (GError) error = NULL;

      g_assert_true (g_utf8_validate (folded, -1, NULL));
      g_assert_true (g_utf8_validate (clean, -1, NULL));
      g_assert_true (g_utf8_validate (initials, -1, NULL));
      g_assert_cmpstr (clean, ==, clean_again);
      g_assert_cmpint (*clean == '\0', ==, rg_text_is_blank (noise));
      g_assert_cmpint (g_utf8_strlen (initials, -1), <=, 2);
      g_assert_true (country == NULL || g_strv_contains (rg_country_list (), country));
      for (char **word = words; *word != NULL; word++)
        g_assert_cmpstr (*word, !=, "");
      g_assert_cmpint (rg_text_distance (folded, folded_other, 3), ==, rg_text_distance (folded_other, folded, 3));
      check (rg_email_is_valid (noise, &error), &error);
    }
}

static void
test_phones (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      g_autofree char *noise = dup_noise (), *digits = rg_phone_digits (noise, NULL);
      g_auto (GStrv) words = rg_phone_index_tokens (noise), terms = rg_phone_query_tokens (noise);
      g_autoptr (GError) error = NULL;
      gboolean found = terms == NULL;

      g_assert_cmpuint (strspn (digits, "0123456789"), ==, strlen (digits));
      for (char **term = terms; term != NULL && *term != NULL; term++)
        for (char **word = words; *word != NULL; word++)
          found = found || g_str_has_prefix (*word, *term);
      g_assert_true (found); /* everything finds itself */
      check (rg_phone_is_valid (noise, &error), &error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/noise/money", test_money);
  g_test_add_func ("/noise/days", test_days);
  g_test_add_func ("/noise/text", test_text);
  g_test_add_func ("/noise/phones", test_phones);

  return g_test_run ();
}
