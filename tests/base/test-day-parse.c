/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <unicode/uvernum.h>

#include "rg-day.h"
#include "rg-error.h"
#include "rg-locale.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *locale;
    const char *text;
    const char *day;
  } cases[] = {
    { "en_GB", "2026-11-19", "2026-11-19" },
    { "en_US", " 2026-11-19 ", "2026-11-19" },
    { "en_GB", "19/11/2026", "2026-11-19" },
    { "en_GB", "19.11.2026", "2026-11-19" },
    { "en_GB", "19-11-2026", "2026-11-19" },
    { "en_GB", "19 11 2026", "2026-11-19" },
    { "en_GB", "3/4/2026", "2026-04-03" },
    { "en_US", "3/4/2026", "2026-03-04" },
    { "en_US", "11/19/2026", "2026-11-19" },
    { "en_US", "2026/11/19", "2026-11-19" },
    { "en_GB", "2026/3/4", "2026-03-04" },
    { "en_GB", "19/11", "2026-11-19" },
    { "en_US", "11/19", "2026-11-19" },
    { "en_GB", "19/11/26", "2026-11-19" },
    { "en_GB", "1/2/46", "2046-02-01" },
    { "en_GB", "1/2/47", "1947-02-01" },
    { "en_GB", "1/2/99", "1999-02-01" },
    { "en_GB", "1/2/00", "2000-02-01" },
    { "en_GB", "19 Nov 2026", "2026-11-19" },
    { "en_GB", "19 november 2026", "2026-11-19" },
    { "en_GB", "19th November 2026", "2026-11-19" },
    { "en_GB", "Nov 19, 2026", "2026-11-19" },
    { "en_GB", "19-Nov-2026", "2026-11-19" },
    { "en_GB", "19Nov2026", "2026-11-19" },
    { "en_GB", "19 Nov", "2026-11-19" },
    { "en_GB", "19 Nov 26", "2026-11-19" },
    { "en_GB", "Thu 19 Nov 2026", "2026-11-19" },
    { "en_GB", "Thursday, 3 Dec", "2026-12-03" },
    { "en_GB", "19 sept. 2026", "2026-09-19" },
    { "en_GB", "29 Feb 2028", "2028-02-29" },
    { "en_GB", "today", "2026-11-19" },
    { "en_GB", "Tomorrow", "2026-11-20" },
    { "en_GB", "YESTERDAY", "2026-11-18" },
    { "de_DE", "19.11.2026", "2026-11-19" },
    { "de_DE", "19.11.", "2026-11-19" },
    { "de_DE", "19. November 2026", "2026-11-19" },
    { "de_DE", "1. märz 2026", "2026-03-01" },
    { "de_DE", "1. Maerz 2026", NULL },
    { "de_DE", "Do., 3. Dez.", "2026-12-03" },
    { "fr_FR", "1er janvier 2026", "2026-01-01" },
    { "fr_FR", "jeu. 19 novembre 2026", "2026-11-19" },
    { "fr_FR", "mar. 3 mars 2026", "2026-03-03" },
    { "es_ES", "19 de noviembre de 2026", "2026-11-19" },
    { "es_ES", "mar 3 mar 2026", "2026-03-03" },
    { "es_ES", "3 mar 2026", "2026-03-03" },
    { "pt_BR", "quinta-feira, 19 de novembro de 2026", "2026-11-19" },
    { "sv_SE", "19 nov. 2026", "2026-11-19" },
    { "sv_SE", "26-11-19", "2026-11-19" },
    { "ja_JP", "2026年11月19日", "2026-11-19" },
    { "ja_JP", "12月3日(木)", "2026-12-03" },
    { "vi_VN", "19 tháng 11, 2026", "2026-11-19" },
#if U_ICU_VERSION_MAJOR_NUM < 78 /* days are abbreviated otherwise since CLDR 48 */
    { "vi_VN", "Th 5, 3 thg 12", "2026-12-03" },
#else
    { "vi_VN", "Thứ 5, 3 thg 12", "2026-12-03" },
#endif
    { "hu_HU", "2026. november 19.", "2026-11-19" },
    { "ru_RU", "19 ноября 2026 г.", "2026-11-19" },
    { "ar_EG", "١٩/١١/٢٠٢٦", "2026-11-19" },
    /* Refused: */
    { "en_GB", "", NULL },
    { "en_GB", "31/4/2026", NULL },
    { "en_GB", "29 Feb 2027", NULL },
    { "en_GB", "2027-02-29", NULL },
    { "en_GB", "11/19/2026", NULL },
    { "en_US", "19/11/2026", NULL },
    { "en_GB", "0/1/2026", NULL },
    { "en_GB", "1/0/2026", NULL },
    { "en_GB", "1/1/0000", NULL },
    { "en_GB", "1/1/126", NULL },
    { "en_GB", "1/1/6", NULL },
    { "en_GB", "1/1/12026", NULL },
    { "en_GB", "19", NULL },
    { "en_GB", "2026", NULL },
    { "en_GB", "Nov 2026", NULL },
    { "en_GB", "11/2026", NULL },
    { "en_GB", "Nov", NULL },
    { "en_GB", "Ma 3", NULL },
    { "en_GB", "3 Ju 2026", NULL },
    { "en_GB", "3 Foo 2026", NULL },
    { "en_GB", "Fri 19 Nov 2026", NULL },
    { "en_GB", "19/11/2026 10:00", NULL },
    { "en_GB", "19/11/2026/5", NULL },
    { "en_GB", "-19/11/2026", NULL },
    { "en_GB", "19+11+2026", NULL },
    { "en_GB", "19112026", NULL },
    { "en_GB", "Nov Dec 3", NULL },
    { "en_GB", "next week", NULL },
    { "en_GB", "\377", NULL },
    { "sv_SE", "19.11.2026", NULL },
    { "fr_FR", "mar 3", NULL },
  };

  rg_time_set_now (rg_time_from_iso ("2026-11-19T12:00:00Z"));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *iso = NULL;

      rg_locale_set (cases[i].locale);
      iso = rg_day_to_iso (rg_day_parse (cases[i].text, &error));
      if (error != NULL)
        g_test_message ("%s: %s", cases[i].locale, error->message);
      g_assert_cmpstr (iso, ==, cases[i].day != NULL ? cases[i].day : "");
      if (cases[i].day != NULL)
        g_assert_no_error (error);
      else
        g_assert_error (error, RG_ERROR, RG_ERROR_INVALID);
    }
}

static void
test_parse_words (void)
{
  static const struct
  {
    const char *locale;
    const char *text;
    const char *words;
  } cases[] = {
    { "en_GB", "", "Enter a date." },
    { "en_GB", "soon", "“soon” is not a date. Write it like “31/12/2026”." },
    { "en_US", "soon", "“soon” is not a date. Write it like “12/31/2026”." },
    { "de_DE", "bald", "“bald” is not a date. Write it like “31.12.2026”." },
    { "sv_SE", "snart", "“snart” is not a date. Write it like “2026-12-31”." },
    { "en_GB", "11/19/2026", "There is no month 19. Write the date like “31/12/2026”." },
    { "en_GB", "29/2/2027", "February 2027 has no day 29." },
    { "en_GB", "Fri 19 Nov 2026", "19 Nov 2026 is a Thursday; “Fri 19 Nov 2026” says otherwise." },
  };

  rg_time_set_now (rg_time_from_iso ("2026-11-19T12:00:00Z"));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      rg_locale_set (cases[i].locale);
      g_assert_cmpuint (rg_day_parse (cases[i].text, &error), ==, 0);
      g_assert_error (error, RG_ERROR, RG_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, cases[i].words);
    }
}

/* Either end may be open; a range that runs backwards keeps its first day. */
static void
test_parse_range (void)
{
  static const struct
  {
    const char *first, *last, *first_day, *last_day, *field;
  } cases[] = {
    { "", " ", "", "", NULL },
    { "1/11/2026", "", "2026-11-01", "", NULL },
    { "", "1/11/2026", "", "2026-11-01", NULL },
    { "1/11/2026", "1/11/2026", "2026-11-01", "2026-11-01", NULL },
    { "soon", "1/11/2026", "", "2026-11-01", "first" },
    { "1/11/2026", "29/2/2027", "2026-11-01", "", "last" },
    { "2/11/2026", "1/11/2026", "2026-11-02", "", "last" },
  };

  rg_time_set_now (rg_time_from_iso ("2026-11-19T12:00:00Z"));
  rg_locale_set ("en_GB");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *first_day = NULL, *last_day = NULL;
      RgDay first, last;
      gboolean ok = rg_day_parse_range (cases[i].first, cases[i].last, &first, &last, &error);

      g_assert_true (ok == (cases[i].field == NULL));
      g_assert_cmpstr (error != NULL ? rg_error_get_field (error) : NULL, ==, cases[i].field);
      first_day = rg_day_to_iso (first);
      last_day = rg_day_to_iso (last);
      g_assert_cmpstr (first_day, ==, cases[i].first_day);
      g_assert_cmpstr (last_day, ==, cases[i].last_day);
    }
}

/* What is shown can be typed. */
static void
test_round_trip (void)
{
  static const char *const locales[]
    = { "en_US", "en_GB", "de_DE", "de_AT", "fr_FR", "fr_CA", "es_ES", "ca_ES", "pt_BR", "it_IT", "nl_NL", "sv_SE",
        "da_DK", "fi_FI", "pl_PL", "cs_CZ", "hu_HU", "lv_LV", "lt_LT", "bg_BG", "el_GR", "ru_RU", "uk_UA", "tr_TR",
        "ar_EG", "fa_IR", "he_IL", "hi_IN", "bn_BD", "th_TH", "vi_VN", "ja_JP", "ko_KR", "zh_CN", "ga_IE", "eu_ES" };
  RgDay today = rg_day_from_iso ("2026-11-19");

  rg_time_set_now (rg_time_from_iso ("2026-11-19T12:00:00Z"));
  for (gsize l = 0; l < G_N_ELEMENTS (locales); l++)
    {
      rg_locale_set (locales[l]);
      for (RgDay d = today - 400; d < today + 800; d += 7)
        for (int shortly = 0; shortly < 2; shortly++)
          {
            g_autofree char *text = shortly ? rg_day_format_short (d, today) : rg_day_format (d);
            g_autoptr (GError) error = NULL;
            RgDay parsed = rg_day_parse (text, &error);

            if (parsed != d)
              g_error ("%s: “%s”: %s", locales[l], text, error != NULL ? error->message : "another day");
          }
    }
}

/* "Today" is where the business is, not where the computer is: these two are 25 hours apart. */
static void
test_zone_of_the_business (void)
{
  g_autoptr (GTimeZone) east = g_time_zone_new_identifier ("Pacific/Kiritimati");
  g_autoptr (GTimeZone) west = g_time_zone_new_identifier ("Pacific/Pago_Pago");
  RgDay today_east, today_west;

  rg_time_set_now (G_GINT64_CONSTANT (1795780800000000)); /* 27 November 2026, 12:00 UTC */
  rg_day_set_zone (east);
  today_east = rg_day_parse ("today", NULL);
  g_assert_cmpuint (today_east, ==, rg_day_from_ymd (2026, 11, 28));
  g_assert_cmpuint (rg_day_today (NULL), ==, today_east);
  rg_day_set_zone (west);
  today_west = rg_day_parse ("today", NULL);
  g_assert_cmpuint (today_west, ==, rg_day_from_ymd (2026, 11, 27));
  g_assert_cmpuint (rg_day_of_time (rg_day_start (today_east, east), NULL), ==, today_west - 1);
  rg_day_set_zone (NULL);
  rg_time_set_now (0);
}

int
main (int argc, char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/day/parse", test_parse);
  g_test_add_func ("/day/parse/words", test_parse_words);
  g_test_add_func ("/day/parse/range", test_parse_range);
  g_test_add_func ("/day/round-trip", test_round_trip);
  g_test_add_func ("/day/zone-of-the-business", test_zone_of_the_business);

  return g_test_run ();
}
