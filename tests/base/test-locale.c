/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <locale.h>
#include <string.h>
#include <unicode/ustring.h>

#include "rg-locale-private.h"
#include "rg-money.h"

static void
test_from_posix (void)
{
  static const struct
  {
    const char *posix;
    const char *icu;
  } cases[] = {
    { NULL, "en_US" },
    { "C", "en_US" },
    { "POSIX", "en_US" },
    { "C.UTF-8", "en_US" },
    { "", "en_US" },
    { "de_DE.UTF-8", "de_DE" },
    { "de_DE@euro", "de_DE" },
    { "de_DE.ISO-8859-15@euro", "de_DE" },
    { "sr_RS.UTF-8@latin", "sr_Latn_RS" },
    { "uz_UZ@cyrillic", "uz_Cyrl_UZ" },
    { "ks_IN@devanagari", "ks_Deva_IN" },
    { "ca_ES.UTF-8@valencia", "ca_ES_VALENCIA" },
    { "eo", "eo" },
    { "sr@latin", "sr_Latn" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *icu = rg_locale_from_posix (cases[i].posix);

      g_assert_cmpstr (icu, ==, cases[i].icu);
    }
}

static void
test_init (void)
{
  guint generation = rg_locale_get_generation ();
  g_autofree char *amount = NULL;

  setlocale (LC_ALL, "C");
  rg_locale_init ();
  g_assert_cmpuint (rg_locale_get_generation (), >, generation);
  g_assert_cmpstr (rg_locale_get (RG_LOCALE_MONETARY), ==, "en_US");
  amount = rg_money_format (123456, "EUR");
  g_assert_cmpstr (amount, ==, "€1,234.56");

  if (setlocale (LC_MONETARY, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("no German locale on this system");
      return;
    }
  rg_locale_init ();
  g_assert_cmpstr (rg_locale_get (RG_LOCALE_MONETARY), ==, "de_DE");
  g_assert_cmpstr (rg_locale_get (RG_LOCALE_TIME), ==, "en_US");
  setlocale (LC_ALL, "C");
}

static void
test_set (void)
{
  rg_locale_set ("sv_SE");
  for (int i = 0; i < RG_LOCALE_N_CATEGORIES; i++)
    g_assert_cmpstr (rg_locale_get ((RgLocaleCategory) i), ==, "sv_SE");
  rg_locale_set (NULL);
  g_assert_cmpstr (rg_locale_get (RG_LOCALE_TIME), !=, "");
}

static void
test_utf16 (void)
{
  static const char *const texts[] = { "", "a", "é", "田", "🙂", "a🙂b" };
  g_autofree char *long_text = g_strnfill (5000, 'x');

  for (gsize i = 0; i <= G_N_ELEMENTS (texts); i++)
    {
      const char *text = i < G_N_ELEMENTS (texts) ? texts[i] : long_text;
      g_autofree UChar *wide = NULL;
      g_autofree char *back = NULL, *back_to_zero = NULL;
      int32_t length;

      wide = rg_utf16_from_utf8 (text, &length);
      g_assert_cmpint (length, ==, u_strlen (wide));
      back = rg_utf16_to_utf8 (wide, length);
      back_to_zero = rg_utf16_to_utf8 (wide, -1);
      g_assert_cmpstr (back, ==, text);
      g_assert_cmpstr (back_to_zero, ==, text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/locale/from-posix", test_from_posix);
  g_test_add_func ("/locale/init", test_init);
  g_test_add_func ("/locale/set", test_set);
  g_test_add_func ("/locale/utf16", test_utf16);

  return g_test_run ();
}
