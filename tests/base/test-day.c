/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <string.h>

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
  g_test_add_func ("/time/iso", test_time_iso);

  return g_test_run ();
}
