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
 * All functions may be called from any thread. Where a #GTimeZone is asked for, %NULL is the zone of the business, as
 * set with rg_day_set_zone().
 */
typedef guint32 RgDay;

RgDay rg_day_from_ymd (int y, int m, int d);
gboolean rg_day_split (RgDay day, int *y, int *m, int *d);
RgDay rg_day_from_iso (const char *s);
char *rg_day_to_iso (RgDay day);
gint64 rg_time_now (void);
void rg_time_set_now (gint64 now);
void rg_day_set_zone (GTimeZone *zone);
GTimeZone *rg_day_dup_zone (void);
RgDay rg_day_today (GTimeZone *zone);
RgDay rg_day_of_time (gint64 time, GTimeZone *zone);
gint64 rg_day_start (RgDay day, GTimeZone *zone);
RgDay rg_day_add_months (RgDay day, int months);
int rg_day_weekday (RgDay day);
RgDay rg_day_week_start (RgDay day, int first_weekday);
int rg_locale_first_weekday (void);
char *rg_day_format (RgDay day);
char *rg_day_format_short (RgDay day, RgDay today);
char *rg_day_format_relative (RgDay day, RgDay today);
char *rg_time_format (gint64 time, GTimeZone *zone, RgDay today);
char *rg_time_to_iso (gint64 time);
gint64 rg_time_from_iso (const char *text);
RgDay rg_day_parse (const char *text, GError **error);
gboolean rg_day_parse_range (const char *first_text, const char *last_text, RgDay *first, RgDay *last, GError **error);

G_END_DECLS
