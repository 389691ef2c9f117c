/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rg-day-words.h"

#include <string.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>

#include "rg-day.h"
#include "rg-locale-private.h"
#include "rg-text.h"

static void words_free (gpointer data);

static GPrivate caches = G_PRIVATE_INIT (words_free);

static void
words_clear (RgDayWords *words)
{
  g_clear_pointer (&words->months, g_strfreev);
  g_clear_pointer (&words->weekdays, g_strfreev);
  g_clear_pointer (&words->fillers, g_hash_table_unref);
}

static void
words_free (gpointer data)
{
  words_clear (data);
  g_free (data);
}

static UDateFormat *
open_style (UDateFormatStyle style)
{
  g_autofree char *locale = rg_locale_dup_gregorian ();
  UErrorCode status = U_ZERO_ERROR;

  return udat_open (UDAT_NONE, style, locale, u"UTC", -1, NULL, 0, &status);
}

static void
add_fillers (RgDayWords *words, const char *text)
{
  g_autofree char *folded = rg_text_fold (text);
  g_auto (GStrv) found = rg_text_words (folded);

  for (char **word = found; *word != NULL; word++)
    g_hash_table_add (words->fillers, g_strdup (*word));
}

/* Letters outside of quotes are fields; the rest of a pattern is text (UTS #35, Date Format Patterns). */
static void
add_fillers_of_pattern (RgDayWords *words, const char *pattern)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (const char *p = pattern; *p != '\0'; p++)
    if (*p == '\'')
      quoted = !quoted;
    else
      g_string_append_c (text, quoted || !g_ascii_isalpha (*p) ? *p : ' ');
  add_fillers (words, text->str);
}

static char *
dup_pattern (const UDateFormat *format)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar pattern[128];
  int32_t length = udat_toPattern (format, FALSE, pattern, G_N_ELEMENTS (pattern), &status);

  return U_SUCCESS (status) ? rg_utf16_to_utf8 (pattern, length) : g_strdup ("");
}

/* "dd/MM/yy" is "dmy" with "/". */
static void
set_order (RgDayWords *words, const char *pattern)
{
  gsize n = 0;

  strcpy (words->order, "ymd");
  words->separator = '-';
  for (const char *p = pattern; *p != '\0'; p++)
    {
      char field = *p == 'L' ? 'm' : g_ascii_tolower (*p);

      if (n == 1 && strchr ("./-", *p) != NULL && words->separator == '\0')
        words->separator = *p;
      if (strchr ("dmy", field) == NULL || memchr (words->order, field, n) != NULL)
        continue;
      if (n == 0)
        words->separator = '\0';
      words->order[n++] = field;
    }
  if (n != 3)
    strcpy (words->order, "ymd");
  if (words->separator == '\0')
    words->separator = g_str_equal (words->order, "ymd") ? '-' : '/';
}

/* Some languages write a month with a word before it: "d’octubre", "dhen Dàmhair". */
static char *
dup_last_word (RgDayWords *words, const char *name)
{
  g_auto (GStrv) parts = g_strsplit_set (name, " '", -1);
  guint n = g_strv_length (parts);

  if (n == 0)
    return g_strdup ("");
  for (guint i = 0; i + 1 < n; i++)
    add_fillers (words, parts[i]);
  return g_strdup (parts[n - 1]);
}

/* Names with digits ("tháng 11") are no names: their number counts, and their words fill it up. */
static char *
dup_month_name (RgDayWords *words, const char *name)
{
  g_autofree char *letters = NULL;

  if (strcspn (name, "0123456789") == strlen (name))
    return dup_last_word (words, name);
  letters = g_strdelimit (g_strdup (name), "0123456789", ' ');
  add_fillers (words, letters);
  return g_strdup ("");
}

/* People leave it out: the dot, "॰" in Hindi, "׳" in Hebrew. */
static void
cut_abbreviation_sign (char *name)
{
  static const char *const signs[] = { ".", "॰", "׳" };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_suffix (name, signs[i]))
      name[strlen (name) - strlen (signs[i])] = '\0';
}

/* Appends @n names from @first on. */
static void
add_names (
  RgDayWords *words, GStrvBuilder *builder, const UDateFormat *format, UDateFormatSymbolType type, int first, int n)
{
  for (int i = first; i < first + n; i++)
    {
      g_autofree char *name = NULL, *folded = NULL, *known = NULL;
      UErrorCode status = U_ZERO_ERROR;
      UChar wide[64];
      int32_t length = udat_getSymbols (format, type, i, wide, G_N_ELEMENTS (wide), &status);

      name = rg_utf16_to_utf8 (wide, U_SUCCESS (status) ? length : 0);
      folded = rg_text_fold (name);
      cut_abbreviation_sign (folded);
      known = n == 12 ? dup_month_name (words, folded) : g_strdup (folded);
      g_strv_builder_add (builder, known);
    }
}

/* The dates that rg_day_format () and its like write have words of their own. */
static void
add_fillers_of_skeletons (RgDayWords *words)
{
  static const UChar *const skeletons[] = { u"yMMMd", u"yMMMMd", u"EMMMd" };
  g_autofree char *locale = rg_locale_dup_gregorian ();
  UErrorCode status = U_ZERO_ERROR;
  UDateTimePatternGenerator *generator = udatpg_open (locale, &status);

  for (gsize i = 0; U_SUCCESS (status) && i < G_N_ELEMENTS (skeletons); i++)
    {
      g_autofree char *pattern = NULL;
      UChar wide[128];
      int32_t length = udatpg_getBestPattern (generator, skeletons[i], -1, wide, G_N_ELEMENTS (wide), &status);

      pattern = rg_utf16_to_utf8 (wide, U_SUCCESS (status) ? length : 0);
      add_fillers_of_pattern (words, pattern);
    }
  udatpg_close (generator);
}

static void
words_fill (RgDayWords *words)
{
  static const UDateFormatStyle styles[] = { UDAT_SHORT, UDAT_MEDIUM, UDAT_LONG, UDAT_FULL };
  static const UDateFormatSymbolType months[]
    = { UDAT_MONTHS, UDAT_STANDALONE_MONTHS, UDAT_SHORT_MONTHS, UDAT_STANDALONE_SHORT_MONTHS };
  static const UDateFormatSymbolType weekdays[]
    = { UDAT_WEEKDAYS, UDAT_STANDALONE_WEEKDAYS, UDAT_SHORT_WEEKDAYS, UDAT_STANDALONE_SHORT_WEEKDAYS };
  g_autoptr (GStrvBuilder) month_names = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) weekday_names = g_strv_builder_new ();

  words->fillers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_fillers_of_skeletons (words);
  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      UDateFormat *format = open_style (styles[i]);
      g_autofree char *pattern = NULL;

      if (format == NULL)
        continue;
      pattern = dup_pattern (format);
      add_fillers_of_pattern (words, pattern);
      if (styles[i] == UDAT_SHORT)
        {
          set_order (words, pattern);
          for (gsize j = 0; j < G_N_ELEMENTS (months); j++)
            add_names (words, month_names, format, months[j], 0, 12);
          for (gsize j = 0; j < G_N_ELEMENTS (weekdays); j++)
            add_names (words, weekday_names, format, weekdays[j], UCAL_SUNDAY, 7);
        }
      udat_close (format);
    }
  words->months = g_strv_builder_end (month_names);
  words->weekdays = g_strv_builder_end (weekday_names);
}

/**
 * rg_day_words_get:
 *
 * Returns: (transfer none): the words of the locale, until it is set again; for this thread alone
 */
const RgDayWords *
rg_day_words_get (void)
{
  RgDayWords *words = g_private_get (&caches);
  guint generation = rg_locale_get_generation ();

  if (words == NULL)
    {
      words = g_new0 (RgDayWords, 1);
      g_private_set (&caches, words);
    }
  if (words->fillers == NULL || words->generation != generation)
    {
      words_clear (words);
      words_fill (words);
      words->generation = generation;
    }
  return words;
}

/**
 * rg_day_words_dup_month:
 * @y: year
 * @m: month, 1 to 12
 *
 * Returns: (transfer full): "February 2027"
 */
char *
rg_day_words_dup_month (int y, int m)
{
  g_autofree char *locale = rg_locale_dup_gregorian ();
  UErrorCode status = U_ZERO_ERROR;
  UDateTimePatternGenerator *generator = udatpg_open (locale, &status);
  UDateFormat *format = NULL;
  UChar pattern[128], text[128];
  int32_t length;

  length = udatpg_getBestPattern (generator, u"yMMMM", -1, pattern, G_N_ELEMENTS (pattern), &status);
  if (U_SUCCESS (status))
    format = udat_open (UDAT_PATTERN, UDAT_PATTERN, locale, u"UTC", -1, pattern, length, &status);
  if (U_SUCCESS (status))
    length = udat_format (format, ((double) rg_day_from_ymd (y, m, 1) - rg_day_from_ymd (1970, 1, 1)) * 86400000.0,
                          text, G_N_ELEMENTS (text), NULL, &status);
  udat_close (format);
  udatpg_close (generator);
  return U_SUCCESS (status) ? rg_utf16_to_utf8 (text, length) : g_strdup_printf ("%04d-%02d", y, m);
}

/**
 * rg_day_words_dup_weekday:
 * @weekday: 1 for Monday to 7 for Sunday
 *
 * Returns: (transfer full): "Thursday"
 */
char *
rg_day_words_dup_weekday (int weekday)
{
  UDateFormat *format = open_style (UDAT_SHORT);
  UErrorCode status = U_ZERO_ERROR;
  UChar text[64];
  int32_t length = 0;

  if (format != NULL)
    length = udat_getSymbols (format, UDAT_STANDALONE_WEEKDAYS, weekday % 7 + 1, text, G_N_ELEMENTS (text), &status);
  udat_close (format);
  return rg_utf16_to_utf8 (text, U_SUCCESS (status) ? length : 0);
}
