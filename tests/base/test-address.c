/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <string.h>

#include "rg-country.h"
#include "rg-email.h"
#include "rg-error.h"
#include "rg-locale.h"

static void
test_email (void)
{
  static const char *const good[] = { "mai@example.org",
                                      "a@b.co",
                                      "first.last+tag@sub.example.co.uk",
                                      "o'brien@example.ie",
                                      "x_y-z@example.museum",
                                      "mai@münchen.de",
                                      "用户@例子.广告",
                                      "müller@example.de",
                                      "1@1.example",
                                      "a@xn--mnchen-3ya.de",
                                      "UPPER@EXAMPLE.ORG",
                                      "{x}=~!#$%&*?^|`/@example.org" };
  static const struct
  {
    const char *email;
    const char *word;
  } bad[] = {
    { "", "Enter" },
    { "  ", "Enter" },
    { "mai", "has an “@”" },
    { "mai@", "after" },
    { "@example.org", "before" },
    { "mai@example@org", "only one" },
    { "mai@localhost", "domain" },
    { "mai@example.", "domain" },
    { "mai@.org", "domain" },
    { "mai@exa..mple.org", "domain" },
    { "mai@-example.org", "domain" },
    { "mai@exam_ple.org", "domain" },
    { "mai@192.168.0.1", "domain" },
    { "mai@exa!mple.org", "domain" },
    { "mai linh@example.org", "blanks" },
    { " mai@example.org", "blanks" },
    { "mai@example.org ", "blanks" },
    { "mai@exam\302\240ple.org", "blanks" },
    { "mai,x@example.org", "character" },
    { "Mai <mai@example.org>", "blanks" },
    { "<mai@example.org>", "character" },
    { "mai@example.org;b@example.org", "character" },
    { "mai\001@example.org", "character" },
    { "mai\342\200\256@example.org", "character" },
    { ".mai@example.org", "dot" },
    { "mai.@example.org", "dot" },
    { "m..ai@example.org", "dot" },
    { "a12345678901234567890123456789012345678901234567890123456789012345@example.org", "too long" },
    { "mai@a12345678901234567890123456789012345678901234567890123456789012345.org", "domain" },
    { "mai@\377.org", "broken" },
  };
  g_autofree char *long_label = g_strnfill (62, 'x'), *long_email = NULL;
  g_autoptr (GError) long_error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", good[i]);
      g_assert_true (rg_email_is_valid (good[i], &error));
      g_assert_no_error (error);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (rg_email_is_valid (bad[i].email, &error));
      g_assert_error (error, RG_ERROR, RG_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, bad[i].word));
    }
  long_email = g_strdup_printf ("x@%s.%s.%s.%s.example", long_label, long_label, long_label, long_label);
  g_assert_false (rg_email_is_valid (long_email, &long_error));
  g_assert_error (long_error, RG_ERROR, RG_ERROR_INVALID);
}

static void
test_countries (void)
{
  static const struct
  {
    const char *locale;
    const char *text;
    const char *code;
  } cases[] = {
    { "en_US", "Germany", "DE" },
    { "en_US", " germany ", "DE" },
    { "en_US", "GERMANY", "DE" },
    { "en_US", "DE", "DE" },
    { "en_US", "de", "DE" },
    { "en_US", "DEU", "DE" },
    { "en_US", "Deutschland", "DE" },
    { "de_DE", "Deutschland", "DE" },
    { "de_DE", "Germany", "DE" },
    { "de_DE", "Österreich", "AT" },
    { "de_DE", "osterreich", "AT" },
    { "de_DE", "Frankreich", "FR" },
    { "en_US", "Frankreich", NULL },
    { "en_US", "UK", "GB" },
    { "en_US", "U.K.", "GB" },
    { "en_US", "Great Britain", "GB" },
    { "en_US", "England", "GB" },
    { "en_US", "USA", "US" },
    { "en_US", "U.S.A.", "US" },
    { "en_US", "United States of America", "US" },
    { "en_US", "the Netherlands", "NL" },
    { "en_US", "Holland", "NL" },
    { "en_US", "Côte d'Ivoire", "CI" },
    { "en_US", "Côte d’Ivoire", "CI" },
    { "en_US", "cote divoire", NULL },
    { "en_US", "Czech Republic", "CZ" },
    { "en_US", "Turkey", "TR" },
    { "en_US", "Hong Kong", "HK" },
    { "en_US", "Viet Nam", "VN" },
    { "en_US", "日本", "JP" },
    { "en_US", "Kosovo", "XK" },
    { "en_US", "Georgia", "GE" },
    { "en_US", "Atlantis", NULL },
    { "en_US", "XX", NULL },
    { "en_US", "EU", NULL },
    { "en_US", "IC", NULL },
    { "en_US", "", NULL },
    { "en_US", "  ", NULL },
    { "en_US", NULL, NULL },
  };
  const char *const *list = rg_country_list ();
  guint n = g_strv_length ((char **) list);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *code = NULL;

      rg_locale_set (cases[i].locale);
      code = rg_country_from_text (cases[i].text);
      g_test_message ("%s: %s", cases[i].locale, cases[i].text != NULL ? cases[i].text : "NULL");
      g_assert_cmpstr (code, ==, cases[i].code);
    }

  g_assert_cmpuint (n, ==, 250); /* 249 of ISO 3166-1, and Kosovo */
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = rg_country_dup_name (list[i]);
      g_autofree char *code = rg_country_from_text (name);

      g_assert_cmpstr (name, !=, list[i]);
      g_assert_cmpstr (code, ==, list[i]);
      if (i > 0)
        g_assert_cmpstr (list[i - 1], <, list[i]);
    }
}

static void
test_names (void)
{
  g_autofree char *germany = NULL, *nowhere = NULL, *german = NULL, *odd = NULL, *brazilian = NULL;

  rg_locale_set ("sv_SE");
  germany = rg_country_dup_name ("DE");
  g_assert_cmpstr (germany, ==, "Tyskland");
  nowhere = rg_country_dup_name ("Atlantis");
  g_assert_cmpstr (nowhere, ==, "Atlantis");
  rg_locale_set ("en_US");
  german = rg_language_dup_name ("de");
  g_assert_cmpstr (german, ==, "German");
  brazilian = rg_language_dup_name ("pt_BR");
  g_assert_cmpstr (brazilian, ==, "Portuguese (Brazil)");
  odd = rg_language_dup_name ("qqq");
  g_assert_cmpstr (odd, ==, "qqq");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/address/email", test_email);
  g_test_add_func ("/address/countries", test_countries);
  g_test_add_func ("/address/names", test_names);

  return g_test_run ();
}
