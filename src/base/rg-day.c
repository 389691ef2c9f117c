/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rg-day.h"

#include <stdatomic.h>
#include <string.h>

#define DAY_1970 719163  /* 1 January 1970 */
#define LAST_DAY 3652059 /* 31 December 9999 */
#define SECONDS_A_DAY G_GINT64_CONSTANT (86400)

/* What rg_time_now() tells instead of the clock, or 0. */
static _Atomic gint64 set_now;

/* Rounds down, also below zero. */
static gint64
floor_divide (gint64 a, gint64 b)
{
  return a / b - (a % b < 0);
}

static gboolean
is_day (RgDay day)
{
  return day >= 1 && day <= LAST_DAY;
}

/**
 * rg_day_from_ymd:
 *
 * Returns: the day, or 0 if there is none such (30 February, year 0)
 */
RgDay
rg_day_from_ymd (int y, int m, int d)
{
  GDate date;

  if (y < 1 || y > 9999 || m < 1 || m > 12 || d < 1 || d > 31
      || !g_date_valid_dmy ((GDateDay) d, (GDateMonth) m, (GDateYear) y))
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) d, (GDateMonth) m, (GDateYear) y);
  return g_date_get_julian (&date);
}

/**
 * rg_day_split:
 * @day: a day
 * @y: (out) (optional): year, 1 to 9999
 * @m: (out) (optional): month, 1 to 12
 * @d: (out) (optional): day of the month, 1 to 31
 *
 * Returns: %FALSE, with nothing set, if @day is 0 or past the year 9999
 */
gboolean
rg_day_split (RgDay day, int *y, int *m, int *d)
{
  GDate date;

  if (!is_day (day))
    return FALSE;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  if (y != NULL)
    *y = g_date_get_year (&date);
  if (m != NULL)
    *m = (int) g_date_get_month (&date);
  if (d != NULL)
    *d = g_date_get_day (&date);
  return TRUE;
}

/* Reads exactly @n ASCII digits; -1 if they are not there. */
static int
read_digits (const char *s, int n)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (s[i]))
        return -1;
      value = value * 10 + (s[i] - '0');
    }
  return value;
}

/* Reads "2026-11-19" from the beginning of @s. */
static RgDay
read_day (const char *s)
{
  int y, m, d;

  if ((y = read_digits (s, 4)) < 0 || s[4] != '-' || (m = read_digits (s + 5, 2)) < 0 || s[7] != '-'
      || (d = read_digits (s + 8, 2)) < 0)
    return 0;
  return rg_day_from_ymd (y, m, d);
}

/**
 * rg_day_from_iso:
 * @s: (nullable): "2026-11-19" (ISO 8601), exactly
 *
 * Returns: the day, or 0 if it is not a real date
 */
RgDay
rg_day_from_iso (const char *s)
{
  return s != NULL && strlen (s) == 10 ? read_day (s) : 0;
}

/**
 * rg_day_to_iso:
 *
 * Returns: (transfer full): "2026-11-19" (ISO 8601), or "" for 0
 */
char *
rg_day_to_iso (RgDay day)
{
  int y, m, d;

  if (!rg_day_split (day, &y, &m, &d))
    return g_strdup ("");
  return g_strdup_printf ("%04d-%02d-%02d", y, m, d);
}

/**
 * rg_time_now:
 *
 * Returns: the instant it is now, or the one set with rg_time_set_now()
 */
gint64
rg_time_now (void)
{
  gint64 now = atomic_load_explicit (&set_now, memory_order_relaxed);

  return now != 0 ? now : g_get_real_time ();
}

/**
 * rg_time_set_now:
 * @now: the instant that rg_time_now() shall always tell; 0: the real clock again. For tests
 */
void
rg_time_set_now (gint64 now)
{
  atomic_store_explicit (&set_now, now, memory_order_relaxed);
}

static GMutex zone_lock;
static GTimeZone *set_zone;

/**
 * rg_day_set_zone:
 * @zone: (nullable): the time zone of the business; %NULL for that of the computer
 *
 * What %NULL as a time zone means from now on, in all functions of days: where "today" is.
 */
void
rg_day_set_zone (GTimeZone *zone)
{
  g_mutex_lock (&zone_lock);
  if (zone != NULL)
    g_time_zone_ref (zone);
  g_clear_pointer (&set_zone, g_time_zone_unref);
  set_zone = zone;
  g_mutex_unlock (&zone_lock);
}

/**
 * rg_day_dup_zone:
 *
 * Returns: (transfer full): the zone set with rg_day_set_zone()
 */
GTimeZone *
rg_day_dup_zone (void)
{
  GTimeZone *zone;

  g_mutex_lock (&zone_lock);
  zone = set_zone != NULL ? g_time_zone_ref (set_zone) : g_time_zone_new_local ();
  g_mutex_unlock (&zone_lock);
  return zone;
}

/* Seconds that @zone is ahead of UTC at @seconds. */
static gint64
offset_at (GTimeZone *zone, gint64 seconds)
{
  return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds));
}

static gint64
day_at (GTimeZone *zone, gint64 seconds)
{
  return floor_divide (seconds + offset_at (zone, seconds), SECONDS_A_DAY) + DAY_1970;
}

/**
 * rg_day_today:
 * @zone: (nullable): the time zone
 *
 * Returns: the day it is now in @zone
 */
RgDay
rg_day_today (GTimeZone *zone)
{
  return rg_day_of_time (rg_time_now (), zone);
}

/**
 * rg_day_of_time:
 * @zone: (nullable): the time zone
 *
 * Returns: the day on which @time is in @zone, or 0 for 0
 */
RgDay
rg_day_of_time (gint64 time, GTimeZone *zone)
{
  g_autoptr (GTimeZone) local = NULL;
  gint64 day;

  if (time == 0)
    return 0;
  if (zone == NULL)
    zone = local = rg_day_dup_zone ();
  day = day_at (zone, floor_divide (time, G_USEC_PER_SEC));
  return day >= 1 && day <= LAST_DAY ? (RgDay) day : 0;
}

/**
 * rg_day_start:
 * @day: a day
 * @zone: (nullable): the time zone
 *
 * A day starts at 00:00, or where the clock skips that (in zones that change to summer time at midnight) at
 * the first instant there is. A day runs from its start to the start of the next: that may be 23 or 25 hours.
 *
 * Returns: the first instant of @day in @zone, or 0 for 0
 */
gint64
rg_day_start (RgDay day, GTimeZone *zone)
{
  g_autoptr (GTimeZone) local = NULL;
  gint64 midnight, before, after;

  if (!is_day (day))
    return 0;
  if (zone == NULL)
    zone = local = rg_day_dup_zone ();

  /* Zones lie within 26 hours of UTC; if the clock is not changed around this midnight, that is all. */
  midnight = ((gint64) day - DAY_1970) * SECONDS_A_DAY;
  before = midnight - 2 * SECONDS_A_DAY;
  after = midnight + 2 * SECONDS_A_DAY;
  if (offset_at (zone, before) == offset_at (zone, after))
    return (midnight - offset_at (zone, before)) * G_USEC_PER_SEC;

  /* Otherwise look for the first second that is not of the day before. */
  while (before + 1 < after)
    {
      gint64 middle = before + (after - before) / 2;

      if (day_at (zone, middle) < (gint64) day)
        before = middle;
      else
        after = middle;
    }
  return after * G_USEC_PER_SEC;
}

/**
 * rg_day_add_months:
 * @day: a day
 * @months: how many, may be negative
 *
 * The day of the month stays, or becomes the last one: 31 January and one month is 28 or 29 February. To
 * repeat something monthly, add 1, 2, 3 … months to the first day rather than one month to the last result.
 *
 * Returns: the day, or 0 if @day is 0 or the result is not within the years 1 to 9999
 */
RgDay
rg_day_add_months (RgDay day, int months)
{
  gint64 y, m, total;
  int year, month, d;

  if (!rg_day_split (day, &year, &month, &d))
    return 0;
  total = (gint64) year * 12 + (month - 1) + months;
  y = floor_divide (total, 12);
  m = total - y * 12 + 1;
  if (y < 1 || y > 9999)
    return 0;
  return rg_day_from_ymd ((int) y, (int) m, MIN (d, g_date_get_days_in_month ((GDateMonth) m, (GDateYear) y)));
}

/**
 * rg_day_weekday:
 *
 * Returns: 1 for Monday to 7 for Sunday (ISO 8601), or 0 for 0
 */
int
rg_day_weekday (RgDay day)
{
  return is_day (day) ? (int) ((day - 1) % 7) + 1 : 0;
}

/**
 * rg_day_week_start:
 * @day: a day
 * @first_weekday: the day weeks begin with, 1 (Monday) to 7 (Sunday)
 *
 * Returns: the last day not after @day that is a @first_weekday, or 0 for 0
 */
RgDay
rg_day_week_start (RgDay day, int first_weekday)
{
  RgDay back;

  g_return_val_if_fail (first_weekday >= 1 && first_weekday <= 7, 0);

  if (!is_day (day))
    return 0;
  back = (RgDay) (rg_day_weekday (day) - first_weekday + 7) % 7;
  return day > back ? day - back : 0;
}

/**
 * rg_time_to_iso:
 *
 * Returns: (transfer full): "2026-11-19T09:41:07Z" (RFC 3339), whole seconds, or "" for 0
 */
char *
rg_time_to_iso (gint64 time)
{
  g_autofree char *date = NULL;
  gint64 seconds, days;
  int second;

  if (time == 0)
    return g_strdup ("");
  seconds = floor_divide (time, G_USEC_PER_SEC);
  days = floor_divide (seconds, SECONDS_A_DAY);
  second = (int) (seconds - days * SECONDS_A_DAY);
  if (days < 1 - DAY_1970 || days > LAST_DAY - DAY_1970)
    return g_strdup ("");
  date = rg_day_to_iso ((RgDay) (days + DAY_1970));
  return g_strdup_printf ("%sT%02d:%02d:%02dZ", date, second / 3600, second / 60 % 60, second % 60);
}

/* Reads "+01:00", "-05:30" or "Z", and nothing after it, as seconds. */
static gboolean
read_offset (const char *s, gint64 *offset)
{
  int hours, minutes;

  *offset = 0;
  if ((*s == 'Z' || *s == 'z') && s[1] == '\0')
    return TRUE;
  if ((*s != '+' && *s != '-') || (hours = read_digits (s + 1, 2)) < 0 || hours > 23 || s[3] != ':'
      || (minutes = read_digits (s + 4, 2)) < 0 || minutes > 59 || s[6] != '\0')
    return FALSE;
  *offset = (hours * 60 + minutes) * 60;
  if (*s == '-')
    *offset = -*offset;
  return TRUE;
}

/**
 * rg_time_from_iso:
 * @text: (nullable): "2026-11-19T09:41:07Z", "2026-11-19T10:41:07.250+01:00" (RFC 3339: an offset is
 * required)
 *
 * Returns: the instant, or 0 if @text is not one
 */
gint64
rg_time_from_iso (const char *text)
{
  gint64 seconds, offset, fraction = 0;
  int hour, minute, second;
  const char *s;
  RgDay day;

  if (text == NULL || strnlen (text, 20) < 20 || (day = read_day (text)) == 0
      || (text[10] != 'T' && text[10] != 't' && text[10] != ' '))
    return 0;
  if ((hour = read_digits (text + 11, 2)) < 0 || hour > 23 || text[13] != ':'
      || (minute = read_digits (text + 14, 2)) < 0 || minute > 59 || text[16] != ':'
      || (second = read_digits (text + 17, 2)) < 0 || second > 60)
    return 0;

  s = text + 19;
  if (*s == '.')
    {
      gint64 unit = G_USEC_PER_SEC / 10;

      if (!g_ascii_isdigit (*++s))
        return 0;
      for (; g_ascii_isdigit (*s); s++, unit /= 10)
        fraction += (*s - '0') * unit;
    }
  if (!read_offset (s, &offset))
    return 0;
  seconds = ((gint64) day - DAY_1970) * SECONDS_A_DAY + (hour * 60 + minute) * 60 + second - offset;
  return seconds * G_USEC_PER_SEC + fraction;
}
