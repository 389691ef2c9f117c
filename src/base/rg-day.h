/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RgDay:
 *
 * A day of the (proleptic) Gregorian calendar, without a time or a time zone: the Julian day number that
 * #GDate uses, where 1 is 1 January of the year 1. 0 is "no day". Days add and subtract as numbers. Years 1
 * to 9999 exist.
 *
 * An instant is a #gint64: microseconds since 1 January 1970, 00:00 UTC. 0 is "no time".
 *
 * All functions may be called from any thread. Where a #GTimeZone is asked for, %NULL is the computer's own.
 */
typedef guint32 RgDay;

/** rg_day_from_ymd: Returns: the day, or 0 if there is none such (30 February, year 0) */
RgDay rg_day_from_ymd (int y, int m, int d);

/**
 * rg_day_split:
 * @day: a day
 * @y: (out) (optional): year, 1 to 9999
 * @m: (out) (optional): month, 1 to 12
 * @d: (out) (optional): day of the month, 1 to 31
 *
 * Returns: %FALSE, with nothing set, if @day is 0 or past the year 9999
 */
gboolean rg_day_split (RgDay day, int *y, int *m, int *d);

/** rg_day_from_iso: @s: (nullable): "2026-11-19" (ISO 8601), exactly. Returns: the day, or 0 if it is not a
 * real date */
RgDay rg_day_from_iso (const char *s);

/** rg_day_to_iso: Returns: (transfer full): "2026-11-19" (ISO 8601), or "" for 0 */
char *rg_day_to_iso (RgDay day);

/** rg_time_now: Returns: the instant it is now, or the one set with rg_time_set_now() */
gint64 rg_time_now (void);

/** rg_time_set_now: @now: the instant that rg_time_now() shall always tell; 0: the real clock again. For
 * tests */
void rg_time_set_now (gint64 now);

/**
 * rg_day_set_zone:
 * @zone: (nullable): the time zone of the business; %NULL for that of the computer
 *
 * What %NULL as a time zone means from now on, in all functions of days: where "today" is.
 */
void rg_day_set_zone (GTimeZone *zone);

/** rg_day_dup_zone: Returns: (transfer full): the zone set with rg_day_set_zone() */
GTimeZone *rg_day_dup_zone (void);

/** rg_day_today: @zone: (nullable): the time zone. Returns: the day it is now in @zone */
RgDay rg_day_today (GTimeZone *zone);

/** rg_day_of_time: @zone: (nullable): the time zone. Returns: the day on which @time is in @zone, or 0 for 0
 */
RgDay rg_day_of_time (gint64 time, GTimeZone *zone);

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
gint64 rg_day_start (RgDay day, GTimeZone *zone);

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
RgDay rg_day_add_months (RgDay day, int months);

/** rg_day_weekday: Returns: 1 for Monday to 7 for Sunday (ISO 8601), or 0 for 0 */
int rg_day_weekday (RgDay day);

/**
 * rg_day_week_start:
 * @day: a day
 * @first_weekday: the day weeks begin with, 1 (Monday) to 7 (Sunday)
 *
 * Returns: the last day not after @day that is a @first_weekday, or 0 for 0
 */
RgDay rg_day_week_start (RgDay day, int first_weekday);

/** rg_locale_first_weekday: Returns: the day weeks begin with in the locale (CLDR), 1 (Monday) to 7 (Sunday)
 */
int rg_locale_first_weekday (void);

/** rg_day_format: Returns: (transfer full): the day with its year, in the locale ("19 Nov 2026"), or "" for 0
 */
char *rg_day_format (RgDay day);

/**
 * rg_day_format_short:
 * @day: a day
 * @today: what day it is
 *
 * Returns: (transfer full): "Thu 3 Dec", or with the year ("19 Nov 2027") when that is not the year of
 * @today; "" for 0
 */
char *rg_day_format_short (RgDay day, RgDay today);

/** rg_day_format_relative: Returns: (transfer full): "Today", "Tomorrow", "Yesterday", else as
 * rg_day_format_short() */
char *rg_day_format_relative (RgDay day, RgDay today);

/**
 * rg_time_format:
 * @time: an instant
 * @zone: (nullable): the time zone
 * @today: what day it is in @zone
 *
 * Returns: (transfer full): "Today 09:41", "Yesterday 16:05", "Tomorrow 08:00", "18 Nov, 16:05" in the year of @today,
 * "3 Mar 2023" in another; with the clock (12 or 24 hours) of the locale; "" for 0
 */
char *rg_time_format (gint64 time, GTimeZone *zone, RgDay today);

/** rg_time_to_iso: Returns: (transfer full): "2026-11-19T09:41:07Z" (RFC 3339), whole seconds, or "" for 0 */
char *rg_time_to_iso (gint64 time);

/**
 * rg_time_from_iso:
 * @text: (nullable): "2026-11-19T09:41:07Z", "2026-11-19T10:41:07.250+01:00" (RFC 3339: an offset is
 * required)
 *
 * Returns: the instant, or 0 if @text is not one
 */
gint64 rg_time_from_iso (const char *text);

/**
 * rg_day_parse:
 * @text: what a person typed
 * @error: return location; %RG_ERROR_INVALID with words for the person
 *
 * Always understood is "2026-11-19". Otherwise the numbers are read in the order of the locale's short date:
 * "19/11/2026" or "19.11.2026" where the day comes first, "11/19/2026" where the month does, whatever stands
 * between them; a year of four digits may always come first. With the month's name (or its beginning, three
 * letters at least, in the locale's language) the order of day and month is free: "19 Nov 2026", "Nov 19,
 * 2026". Without a year the current one is meant. A year of two digits is the one that lies at most 79 years
 * back and 20 years ahead of the current year. A weekday may be there if it is the right one. "Today",
 * "Tomorrow" and "Yesterday" are understood in the person's language. What rg_day_format() and
 * rg_day_format_short() write is understood. The calendar is the Gregorian one everywhere.
 *
 * A date that does not exist (31 April, 29 February 2027) is refused, and so is one in another order
 * ("19/11/2026" where the month comes first).
 *
 * Returns: the day, or 0 with @error set
 */
RgDay rg_day_parse (const char *text, GError **error);

/**
 * rg_day_parse_range:
 * @first_text: what a person typed as the first day; blank for no beginning
 * @last_text: what a person typed as the last day; blank for no end
 * @first: (out): the first day, or 0
 * @last: (out): the last day, or 0
 * @error: return location; %RG_ERROR_INVALID with the field "first" or "last" and words for the person
 *
 * Each is read as rg_day_parse() does. One that is refused is 0.
 *
 * Returns: %TRUE if both make sense, %FALSE with @error set
 */
gboolean rg_day_parse_range (const char *first_text, const char *last_text, RgDay *first, RgDay *last, GError **error);

G_END_DECLS
