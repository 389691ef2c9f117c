/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rg-locale.h"
#include "rg-percent.h"

/* What is written can be read again, whatever the sign of the decimals. */
static void
test_locales (void)
{
  static const struct
  {
    const char *locale;
    gint64 hundredths;
    const char *text;
  } cases[] = {
    { "en_US", 1250, "12.5" }, { "de_DE", 1250, "12,5" }, { "fr_FR", 1250, "12,5" }, { "en_US", 10000, "100" },
    { "de_DE", 10000, "100" }, { "de_DE", 5, "0,05" },    { "en_US", 0, "0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *with_sign = NULL;
      gint64 hundredths = -1;

      rg_locale_set (cases[i].locale);
      text = rg_percent_format (cases[i].hundredths);
      g_assert_cmpstr (text, ==, cases[i].text);
      with_sign = g_strdup_printf (" %s %% ", text);
      g_assert_true (rg_percent_parse (text, &hundredths, NULL));
      g_assert_cmpint (hundredths, ==, cases[i].hundredths);
      g_assert_true (rg_percent_parse (with_sign, &hundredths, NULL));
      g_assert_cmpint (hundredths, ==, cases[i].hundredths);
    }
  rg_locale_set ("en_US");
}

static void
test_odd (void)
{
  static const char *const refused[] = { "a half", "5 % off", "1.234", "%%" };
  gint64 hundredths = -1;

  g_assert_true (rg_percent_parse (" ", &hundredths, NULL));
  g_assert_cmpint (hundredths, ==, 0);
  g_assert_true (rg_percent_parse ("%", &hundredths, NULL));
  g_assert_cmpint (hundredths, ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", refused[i]);
      g_assert_false (rg_percent_parse (refused[i], &hundredths, &error));
      g_assert_cmpstr (error->message, ==, "Enter a percentage, such as 12.5.");
    }
}

/* Files are the same in every locale. */
static void
test_plain (void)
{
  static const struct
  {
    gint64 hundredths;
    const char *text;
  } cases[] = { { 1250, "12.5%" }, { 10000, "100%" }, { 5, "0.05%" }, { 0, "0%" } };
  static const char *const refused[] = { "12,5", "%", "1.234%", "ten" };
  gint64 hundredths = -1;

  rg_locale_set ("de_DE");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = rg_percent_format_plain (cases[i].hundredths);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (rg_percent_parse_plain (text, &hundredths, NULL));
      g_assert_cmpint (hundredths, ==, cases[i].hundredths);
    }
  g_assert_true (rg_percent_parse_plain ("12.5", &hundredths, NULL));
  g_assert_cmpint (hundredths, ==, 1250);
  g_assert_true (rg_percent_parse_plain ("", &hundredths, NULL));
  g_assert_cmpint (hundredths, ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_test_message ("%s", refused[i]);
      g_assert_false (rg_percent_parse_plain (refused[i], &hundredths, NULL));
    }
  rg_locale_set ("en_US");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/percent/locales", test_locales);
  g_test_add_func ("/percent/odd", test_odd);
  g_test_add_func ("/percent/plain", test_plain);
  return g_test_run ();
}
