/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What rg_day_parse() knows of the locale's dates. Not for other files. All text is as rg_text_fold() leaves
 * it. */

typedef struct
{
  guint generation;
  char order[4];       /* "dmy", "mdy" or "ymd": the numbers of the locale's short date */
  char separator;      /* what stands between them */
  char **months;       /* names and short names: each month at every index that is its number - 1, modulo 12 */
  char **weekdays;     /* the same modulo 7, from Sunday on */
  GHashTable *fillers; /* words that a date has without meaning: "de" in Spanish, "月" in Japanese */
} RgDayWords;

const RgDayWords *rg_day_words_get (void);
char *rg_day_words_dup_month (int y, int m);
char *rg_day_words_dup_weekday (int weekday);

G_END_DECLS
