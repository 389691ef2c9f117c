/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <string.h>

#include <unicode/uvernum.h>

#include "rg-day.h"
#include "rg-error.h"
#include "rg-locale.h"
#include "rg-text.h"

#define HOUR G_TIME_SPAN_HOUR

static RgDay
day (const char *iso)
{
  RgDay result = rg_day_from_iso (iso);

  if (result == 0)
    g_error ("%s is no day", iso);
  return result;
}

/* Without commas and with plain blanks: which ones CLDR has changes from version to version. */
static void
assert_text (char *text, const char *expected)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  g_autofree char *joined = g_strjoinv ("", parts), *plain = rg_text_clean (joined);

  g_assert_cmpstr (plain, ==, expected);
  g_free (text);
}

static void
test_split (void)
{
  GDate date;
  int y, m, d;

  for (RgDay i = 1; i <= 3652059; i += 13)
    {
      g_assert_true (rg_day_split (i, &y, &m, &d));
      g_assert_cmpuint (rg_day_from_ymd (y, m, d), ==, i);
    }
  g_assert_cmpuint (rg_day_from_ymd (1, 1, 1), ==, 1);
  g_assert_cmpuint (rg_day_from_ymd (1970, 1, 1), ==, 719163);
  g_assert_cmpuint (rg_day_from_ymd (9999, 12, 31), ==, 3652059);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 19, G_DATE_NOVEMBER, 2026);
  g_assert_cmpuint (rg_day_from_ymd (2026, 11, 19), ==, g_date_get_julian (&date));
  g_assert_true (rg_day_split (1, NULL, NULL, NULL));
  g_assert_false (rg_day_split (0, &y, &m, &d));
  g_assert_false (rg_day_split (3652060, &y, &m, &d));
  g_assert_false (rg_day_split (G_MAXUINT32, &y, &m, &d));
}

static void
test_iso (void)
{
  static const char *const good[] = { "2026-11-19", "2028-02-29", "2000-02-29", "0001-01-01", "9999-12-31" };
  static const char *const bad[]
    = { "",           "2026-11-1",  "2026-11-19 ", "2027-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-01-00",
        "2026-04-31", "0000-01-01", "26-11-19",    "2026/11/19", "+026-11-19", "2026-1 -19", " 026-11-19" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *iso = rg_day_to_iso (rg_day_from_iso (good[i]));

      g_assert_cmpstr (iso, ==, good[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpuint (rg_day_from_iso (bad[i]), ==, 0);
  g_assert_cmpuint (rg_day_from_iso (NULL), ==, 0);
  assert_text (rg_day_to_iso (0), "");
}

static void
test_months (void)
{
  static const struct
  {
    const char *from;
    int months;
    const char *to;
  } cases[] = {
    { "2026-01-31", 1, "2026-02-28" },  { "2028-01-31", 1, "2028-02-29" },   { "2026-01-31", 2, "2026-03-31" },
    { "2026-01-31", 3, "2026-04-30" },  { "2026-12-15", 1, "2027-01-15" },   { "2026-01-15", -1, "2025-12-15" },
    { "2026-03-31", -1, "2026-02-28" }, { "2026-05-05", 0, "2026-05-05" },   { "2024-02-29", 12, "2025-02-28" },
    { "2024-02-29", 48, "2028-02-29" }, { "2026-06-30", -18, "2024-12-30" }, { "0001-02-01", -1, "0001-01-01" },
    { "9999-11-30", 1, "9999-12-30" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_text (rg_day_to_iso (rg_day_add_months (day (cases[i].from), cases[i].months)), cases[i].to);
  g_assert_cmpuint (rg_day_add_months (0, 1), ==, 0);
  g_assert_cmpuint (rg_day_add_months (1, -1), ==, 0);
  g_assert_cmpuint (rg_day_add_months (day ("9999-12-01"), 1), ==, 0);
  g_assert_cmpuint (rg_day_add_months (day ("2026-01-01"), G_MAXINT), ==, 0);
  g_assert_cmpuint (rg_day_add_months (day ("2026-01-01"), G_MININT), ==, 0);
}

static void
test_weeks (void)
{
  /* 19 November 2026 is a Thursday. */
  g_assert_cmpint (rg_day_weekday (day ("2026-11-19")), ==, 4);
  g_assert_cmpint (rg_day_weekday (day ("2026-11-22")), ==, 7);
  g_assert_cmpint (rg_day_weekday (day ("2026-11-23")), ==, 1);
  g_assert_cmpint (rg_day_weekday (1), ==, 1);
  g_assert_cmpint (rg_day_weekday (0), ==, 0);

  assert_text (rg_day_to_iso (rg_day_week_start (day ("2026-11-19"), 1)), "2026-11-16");
  assert_text (rg_day_to_iso (rg_day_week_start (day ("2026-11-19"), 7)), "2026-11-15");
  assert_text (rg_day_to_iso (rg_day_week_start (day ("2026-11-19"), 6)), "2026-11-14");
  assert_text (rg_day_to_iso (rg_day_week_start (day ("2026-11-19"), 4)), "2026-11-19");
  assert_text (rg_day_to_iso (rg_day_week_start (day ("2026-11-15"), 7)), "2026-11-15");
  assert_text (rg_day_to_iso (rg_day_week_start (day ("2027-01-01"), 1)), "2026-12-28");
  g_assert_cmpuint (rg_day_week_start (0, 1), ==, 0);
  g_assert_cmpuint (rg_day_week_start (3, 7), ==, 0);

  for (RgDay d = day ("2026-01-01"); d < day ("2026-03-01"); d++)
    for (int first = 1; first <= 7; first++)
      {
        RgDay start = rg_day_week_start (d, first);

        g_assert_cmpint (rg_day_weekday (start), ==, first);
        g_assert_true (start <= d && d < start + 7);
      }
}

static void
test_first_weekday (void)
{
  static const struct
  {
    const char *locale;
    int first;
  } cases[] = { { "en_US", 7 }, { "en_GB", 1 }, { "de_DE", 1 }, { "sv_SE", 1 },
                { "ar_EG", 6 }, { "ja_JP", 7 }, { "fr_FR", 1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      rg_locale_set (cases[i].locale);
      g_assert_cmpint (rg_locale_first_weekday (), ==, cases[i].first);
    }
}

static void
test_time_iso (void)
{
  static const struct
  {
    const char *text;
    const char *plain; /* NULL: refused */
  } cases[] = {
    { "2026-11-19T09:41:07Z", "2026-11-19T09:41:07Z" },
    { "2026-11-19t09:41:07z", "2026-11-19T09:41:07Z" },
    { "2026-11-19 09:41:07Z", "2026-11-19T09:41:07Z" },
    { "2026-11-19T10:41:07+01:00", "2026-11-19T09:41:07Z" },
    { "2026-11-18T23:41:07-10:00", "2026-11-19T09:41:07Z" },
    { "2026-11-19T00:11:07.999999+05:30", "2026-11-18T18:41:07Z" },
    { "2026-11-19T09:41:07.1234567890123Z", "2026-11-19T09:41:07Z" },
    { "2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z" },
    { "1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59Z" },
    { "0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z" },
    { "9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z" },
    { "2026-11-19T09:41:07", NULL },
    { "2026-11-19T09:41Z", NULL },
    { "2026-11-19", NULL },
    { "2026-11-19T24:00:00Z", NULL },
    { "2026-11-19T09:60:00Z", NULL },
    { "2026-11-19T09:41:61Z", NULL },
    { "2026-11-31T09:41:07Z", NULL },
    { "2026-11-19T09:41:07.Z", NULL },
    { "2026-11-19T09:41:07+0100", NULL },
    { "2026-11-19T09:41:07+24:00", NULL },
    { "2026-11-19T09:41:07Zulu", NULL },
    { "2026-11-19T-9:41:07Z", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 time = rg_time_from_iso (cases[i].text);

      g_test_message ("%s", cases[i].text);
      if (cases[i].plain == NULL)
        g_assert_cmpint (time, ==, 0);
      else
        assert_text (rg_time_to_iso (time), cases[i].plain);
    }
  g_assert_cmpint (rg_time_from_iso (NULL), ==, 0);
  g_assert_cmpint (rg_time_from_iso ("1970-01-01T00:00:01.25Z"), ==, 1250000);
  g_assert_cmpint (rg_time_from_iso ("1969-12-31T23:59:59.75Z"), ==, -250000);
  assert_text (rg_time_to_iso (0), "");
  assert_text (rg_time_to_iso (G_MAXINT64), "");
  assert_text (rg_time_to_iso (G_MININT64), "");
}

/* Days with 23 and 25 hours, and days that do not begin at 00:00 or not at all. */
static void
test_zones (void)
{
  static const struct
  {
    const char *zone;
    const char *day;
    const char *start;
    int hours;
  } cases[] = {
    { "Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00Z", 23 },
    { "Europe/Berlin", "2026-10-25", "2026-10-24T22:00:00Z", 25 },
    { "Europe/Berlin", "2026-11-19", "2026-11-18T23:00:00Z", 24 },
    { "America/New_York", "2026-03-08", "2026-03-08T05:00:00Z", 23 },
    { "America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z", 23 }, /* 00:00 became 01:00 */
    { "America/Havana", "2022-11-06", "2022-11-06T04:00:00Z", 25 },    /* 01:00 became 00:00 */
    { "America/Santiago", "2022-09-11", "2022-09-11T04:00:00Z", 23 },  /* 00:00 became 01:00 */
    { "Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z", 0 },       /* there was none */
    { "Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z", 24 },
    { "Asia/Kolkata", "2026-11-19", "2026-11-18T18:30:00Z", 24 },
    { "UTC", "2026-11-19", "2026-11-19T00:00:00Z", 24 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (cases[i].zone);
      RgDay d = day (cases[i].day);
      gint64 start, next;

      if (zone == NULL)
        {
          g_test_incomplete ("no time zones on this system");
          return;
        }
      g_test_message ("%s %s", cases[i].zone, cases[i].day);
      start = rg_day_start (d, zone);
      next = rg_day_start (d + 1, zone);
      assert_text (rg_time_to_iso (start), cases[i].start);
      g_assert_cmpint ((next - start) / HOUR, ==, cases[i].hours);
      if (cases[i].hours > 0)
        {
          g_assert_cmpuint (rg_day_of_time (start, zone), ==, d);
          g_assert_cmpuint (rg_day_of_time (start - 1, zone), <, d);
          g_assert_cmpuint (rg_day_of_time (next - 1, zone), ==, d);
        }
    }
}

/* Each hour of some years belongs to the day between whose start and end it lies. */
static void
test_zones_all_hours (void)
{
  static const char *const zones[]
    = { "Europe/London", "America/Havana", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Gaza" };

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[i]);

      if (zone == NULL)
        continue;
      for (RgDay d = day ("2021-01-01"); d < day ("2023-01-01"); d++)
        {
          gint64 start = rg_day_start (d, zone), end = rg_day_start (d + 1, zone);

          g_assert_cmpint (start, <, end);
          for (gint64 time = start; time < end; time += HOUR / 2)
            g_assert_cmpuint (rg_day_of_time (time, zone), ==, d);
        }
    }
}

static void
test_now (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GTimeZone) kiritimati = g_time_zone_new_identifier ("Pacific/Kiritimati");
  gint64 before = g_get_real_time ();

  rg_time_set_now (0);
  g_assert_cmpint (rg_time_now (), >=, before);
  rg_time_set_now (rg_time_from_iso ("2026-11-19T12:00:00Z"));
  assert_text (rg_time_to_iso (rg_time_now ()), "2026-11-19T12:00:00Z");
  assert_text (rg_day_to_iso (rg_day_today (utc)), "2026-11-19");
  if (kiritimati != NULL)
    assert_text (rg_day_to_iso (rg_day_today (kiritimati)), "2026-11-20");
  g_assert_cmpuint (rg_day_today (NULL), !=, 0);
  g_assert_cmpuint (rg_day_of_time (0, utc), ==, 0);
  g_assert_cmpuint (rg_day_of_time (-1, utc), ==, day ("1969-12-31"));
  g_assert_cmpint (rg_day_start (0, utc), ==, 0);
}

static void
test_format (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  RgDay today = day ("2026-11-19");

  rg_locale_set ("en_GB");
  assert_text (rg_day_format (today), "19 Nov 2026");
  assert_text (rg_day_format (0), "");
  assert_text (rg_day_format (day ("1500-02-28")), "28 Feb 1500"); /* Gregorian, although the world was not */
  assert_text (rg_day_format_short (day ("2026-12-03"), today), "Thu 3 Dec");
  assert_text (rg_day_format_short (day ("2027-12-03"), today), "3 Dec 2027");
  assert_text (rg_day_format_short (0, today), "");
  assert_text (rg_day_format_relative (today, today), "Today");
  assert_text (rg_day_format_relative (today + 1, today), "Tomorrow");
  assert_text (rg_day_format_relative (today - 1, today), "Yesterday");
  assert_text (rg_day_format_relative (today - 2, today), "Tue 17 Nov");
  assert_text (rg_day_format_relative (0, today), "");

  assert_text (rg_time_format (rg_time_from_iso ("2026-11-19T09:41:07Z"), utc, today), "Today 09:41");
  assert_text (rg_time_format (rg_time_from_iso ("2026-11-18T16:05:00Z"), utc, today), "Yesterday 16:05");
  assert_text (rg_time_format (rg_time_from_iso ("2026-11-20T16:05:00Z"), utc, today), "Tomorrow 16:05");
  assert_text (rg_time_format (rg_time_from_iso ("2026-11-16T16:05:00Z"), utc, today), "16 Nov 16:05");
  assert_text (rg_time_format (rg_time_from_iso ("2023-03-03T16:05:00Z"), utc, today), "3 Mar 2023");
  assert_text (rg_time_format (rg_time_from_iso ("2025-12-31T16:05:00Z"), utc, day ("2026-01-01")), "Yesterday 16:05");
  assert_text (rg_time_format (0, utc, today), "");

  rg_locale_set ("en_US");
  assert_text (rg_day_format (today), "Nov 19 2026");
  assert_text (rg_day_format_short (day ("2026-12-03"), today), "Thu Dec 3");
  assert_text (rg_time_format (rg_time_from_iso ("2026-11-19T21:41:07Z"), utc, today), "Today 9:41 PM");

  rg_locale_set ("de_DE");
  assert_text (rg_day_format (today), "19. Nov. 2026");

  /* Thailand counts years from the Buddha, a desk does not. */
  rg_locale_set ("th_TH");
  {
    g_autofree char *text = rg_day_format (today);

    g_assert_nonnull (strstr (text, "2026"));
  }
}

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
  RgDay today = day ("2026-11-19");

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

static void
measure (void)
{
  const int n = 100000;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  RgDay today = day ("2026-11-19");
  gint64 start, now = rg_time_from_iso ("2026-11-10T12:00:00Z");
  double ns;

  rg_locale_set ("en_GB");
  g_free (rg_day_format_short (today, today));
  start = g_get_monotonic_time ();
  for (int i = 0; i < n; i++)
    g_free (rg_day_format_short (today + (RgDay) (i % 30), today));
  ns = (double) (g_get_monotonic_time () - start) * 1000 / n;
  g_test_minimized_result (ns, "%.0f ns to format a day", ns);

  g_free (rg_time_format (now, zone, today));
  start = g_get_monotonic_time ();
  for (int i = 0; i < n; i++)
    g_free (rg_time_format (now + i, zone, today));
  ns = (double) (g_get_monotonic_time () - start) * 1000 / n;
  g_test_minimized_result (ns, "%.0f ns to format an instant", ns);
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

  g_test_add_func ("/day/split", test_split);
  g_test_add_func ("/day/iso", test_iso);
  g_test_add_func ("/day/months", test_months);
  g_test_add_func ("/day/weeks", test_weeks);
  g_test_add_func ("/day/first-weekday", test_first_weekday);
  g_test_add_func ("/day/zones", test_zones);
  g_test_add_func ("/day/zones/all-hours", test_zones_all_hours);
  g_test_add_func ("/day/now", test_now);
  g_test_add_func ("/day/format", test_format);
  g_test_add_func ("/day/parse", test_parse);
  g_test_add_func ("/day/parse/words", test_parse_words);
  g_test_add_func ("/day/parse/range", test_parse_range);
  g_test_add_func ("/day/round-trip", test_round_trip);
  g_test_add_func ("/time/iso", test_time_iso);
  if (g_test_perf ())
    g_test_add_func ("/day/measure", measure);

  g_test_add_func ("/day/zone-of-the-business", test_zone_of_the_business);
  return g_test_run ();
}
