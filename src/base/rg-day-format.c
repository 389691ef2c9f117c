/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rg-day.h"

#include <glib/gi18n-lib.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>

#include "rg-locale-private.h"

#define DAY_1970 719163
#define MILLISECONDS_A_DAY 86400000.0

/* What is shown, as CLDR skeletons: the locale puts the parts in its own order. */
typedef enum
{
  STYLE_DAY,       /* 19 Nov 2026 */
  STYLE_WEEKDAY,   /* Thu 3 Dec */
  STYLE_CLOCK,     /* 09:41 */
  STYLE_DAY_CLOCK, /* 18 Nov, 16:05 */
  N_STYLES
} Style;

static const UChar *const skeletons[N_STYLES] = { u"yMMMd", u"EMMMd", u"jmm", u"MMMdjmm" };

/* ICU's formatters belong to one thread each, so that there is no lock. */
typedef struct
{
  guint generation;
  UDateFormat *formats[N_STYLES];
  int first_weekday;
} Cache;

static void cache_free (gpointer data);

static GPrivate caches = G_PRIVATE_INIT (cache_free);

static void
cache_clear (Cache *cache)
{
  for (int i = 0; i < N_STYLES; i++)
    g_clear_pointer (&cache->formats[i], udat_close);
  cache->first_weekday = 0;
}

static void
cache_free (gpointer data)
{
  cache_clear (data);
  g_free (data);
}

static Cache *
cache_get (void)
{
  Cache *cache = g_private_get (&caches);
  guint generation = rg_locale_get_generation ();

  if (cache == NULL)
    {
      cache = g_new0 (Cache, 1);
      g_private_set (&caches, cache);
    }
  if (cache->generation != generation)
    cache_clear (cache);
  cache->generation = generation;
  return cache;
}

static UDateFormat *
open_format (Style style)
{
  g_autofree char *locale = rg_locale_dup_gregorian ();
  UErrorCode status = U_ZERO_ERROR;
  UDateTimePatternGenerator *generator = udatpg_open (locale, &status);
  UDateFormat *format = NULL;
  UCalendar *calendar = NULL;
  UChar pattern[128];
  int32_t length;

  length = udatpg_getBestPattern (generator, skeletons[style], -1, pattern, G_N_ELEMENTS (pattern), &status);
  udatpg_close (generator);
  if (U_SUCCESS (status))
    format = udat_open (UDAT_PATTERN, UDAT_PATTERN, locale, u"UTC", -1, pattern, length, &status);
  if (U_SUCCESS (status))
    calendar = ucal_open (u"UTC", -1, locale, UCAL_GREGORIAN, &status);
  if (U_SUCCESS (status))
    ucal_setGregorianChange (calendar, U_DATE_MIN, &status);
  if (U_SUCCESS (status))
    udat_setCalendar (format, calendar);
  ucal_close (calendar);

  if (U_FAILURE (status))
    {
      g_warning ("%s: %s", locale, u_errorName (status));
      udat_close (format);
      return NULL;
    }
  return format;
}

/* @when: milliseconds since 1970, as if the place were in UTC. */
static char *
format (Style style, UDate when)
{
  Cache *cache = cache_get ();
  UErrorCode status = U_ZERO_ERROR;
  UChar text[128];
  int32_t length;

  if (cache->formats[style] == NULL)
    cache->formats[style] = open_format (style);
  if (cache->formats[style] == NULL)
    return NULL;
  length = udat_format (cache->formats[style], when, text, G_N_ELEMENTS (text), NULL, &status);
  return U_SUCCESS (status) ? rg_utf16_to_utf8 (text, length) : NULL;
}

static char *
format_day (Style style, RgDay day)
{
  char *text = format (style, ((double) day - DAY_1970) * MILLISECONDS_A_DAY);

  return text != NULL ? text : rg_day_to_iso (day);
}

static gboolean
same_year (RgDay a, RgDay b)
{
  int year_a, year_b;

  return rg_day_split (a, &year_a, NULL, NULL) && rg_day_split (b, &year_b, NULL, NULL) && year_a == year_b;
}

/**
 * rg_day_format:
 *
 * Returns: (transfer full): the day with its year, in the locale ("19 Nov 2026"), or "" for 0
 */
char *
rg_day_format (RgDay day)
{
  return rg_day_split (day, NULL, NULL, NULL) ? format_day (STYLE_DAY, day) : g_strdup ("");
}

/**
 * rg_day_format_short:
 * @day: a day
 * @today: what day it is
 *
 * Returns: (transfer full): "Thu 3 Dec", or with the year ("19 Nov 2027") when that is not the year of
 * @today; "" for 0
 */
char *
rg_day_format_short (RgDay day, RgDay today)
{
  return same_year (day, today) ? format_day (STYLE_WEEKDAY, day) : rg_day_format (day);
}

/**
 * rg_day_format_relative:
 *
 * Returns: (transfer full): "Today", "Tomorrow", "Yesterday", else as rg_day_format_short()
 */
char *
rg_day_format_relative (RgDay day, RgDay today)
{
  if (day != 0 && today != 0)
    {
      if (day == today)
        return g_strdup (_ ("Today"));
      if (day == today + 1)
        return g_strdup (_ ("Tomorrow"));
      if (day + 1 == today)
        return g_strdup (_ ("Yesterday"));
    }
  return rg_day_format_short (day, today);
}

/**
 * rg_time_format:
 * @time: an instant
 * @zone: (nullable): the time zone
 * @today: what day it is in @zone
 *
 * Returns: (transfer full): "Today 09:41", "Yesterday 16:05", "Tomorrow 08:00", "18 Nov, 16:05" in the year of @today,
 * "3 Mar 2023" in another; with the clock (12 or 24 hours) of the locale; "" for 0
 */
char *
rg_time_format (gint64 time, GTimeZone *zone, RgDay today)
{
  g_autoptr (GTimeZone) local = NULL;
  g_autofree char *text = NULL;
  gint64 seconds;
  int interval;
  UDate when;
  RgDay day;

  if (zone == NULL)
    zone = local = rg_day_dup_zone ();
  day = rg_day_of_time (time, zone);
  if (day == 0)
    return g_strdup ("");
  if (!same_year (day, today) && day + 1 != today && day != today + 1)
    return rg_day_format (day);

  seconds = time / G_USEC_PER_SEC - (time % G_USEC_PER_SEC < 0);
  interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds);
  when = (double) (seconds + g_time_zone_get_offset (zone, interval)) * 1000.0;
  if (day + 1 < today || day > today + 1)
    text = format (STYLE_DAY_CLOCK, when);
  else
    text = format (STYLE_CLOCK, when);
  if (text == NULL)
    return rg_time_to_iso (time);

  if (day == today)
    /* Translators: %s is the time of day, "09:41". */
    return g_strdup_printf (_ ("Today %s"), text);
  if (day + 1 == today)
    /* Translators: %s is the time of day, "09:41". */
    return g_strdup_printf (_ ("Yesterday %s"), text);
  if (day == today + 1)
    /* Translators: %s is the time of day, "09:41". */
    return g_strdup_printf (_ ("Tomorrow %s"), text);
  return g_steal_pointer (&text);
}

/**
 * rg_locale_first_weekday:
 *
 * Returns: the day weeks begin with in the locale (CLDR), 1 (Monday) to 7 (Sunday)
 */
int
rg_locale_first_weekday (void)
{
  Cache *cache = cache_get ();

  if (cache->first_weekday == 0)
    {
      g_autofree char *locale = rg_locale_dup_gregorian ();
      UErrorCode status = U_ZERO_ERROR;
      UCalendar *calendar = ucal_open (u"UTC", -1, locale, UCAL_GREGORIAN, &status);
      int first = UCAL_MONDAY;

      if (U_SUCCESS (status))
        first = ucal_getAttribute (calendar, UCAL_FIRST_DAY_OF_WEEK);
      ucal_close (calendar);
      cache->first_weekday = (first + 5) % 7 + 1; /* ICU begins with Sunday = 1 */
    }
  return cache->first_weekday;
}
