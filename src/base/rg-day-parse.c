/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rg-day.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rg-day-words.h"
#include "rg-error.h"
#include "rg-text.h"

/* Longer than any date with its weekday; what is longer is not a date. */
#define MAX_BYTES 120

/* A year of two digits lies within the hundred years that end so far ahead. */
#define YEARS_AHEAD 20

typedef struct
{
  int value;
  int digits;
} Number;

/* What a text says, before it is known whether that is a day. */
typedef struct
{
  Number numbers[3];
  int n_numbers;
  int month;   /* 1 to 12, if named */
  int weekday; /* 1 to 7, if named */
} Parts;

static RgDay G_GNUC_PRINTF (2, 3) refuse (GError **error, const char *format, ...)
{
  g_autofree char *words = NULL;
  va_list args;

  va_start (args, format);
  words = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, RG_ERROR, RG_ERROR_INVALID, words);
  return 0;
}

static int
current_year (void)
{
  int year = 1970;

  rg_day_split (rg_day_today (NULL), &year, NULL, NULL);
  return year;
}

/* "31/12/2026", in the locale's order. */
static char *
dup_example (void)
{
  const RgDayWords *words = rg_day_words_get ();
  GString *example = g_string_new (NULL);

  for (const char *field = words->order; *field != '\0'; field++)
    {
      if (example->len > 0)
        g_string_append_c (example, words->separator);
      g_string_append_printf (example, "%d", *field == 'y' ? current_year () : *field == 'm' ? 12 : 31);
    }
  return g_string_free (example, FALSE);
}

static RgDay
refuse_text (const char *text, GError **error)
{
  g_autofree char *example = dup_example ();

  /* Translators: the first %s is what was typed, the second is an example. */
  return refuse (error, _ ("“%s” is not a date. Write it like “%s”."), text, example);
}

static RgDay
parse_word (const char *folded)
{
  const struct
  {
    const char *word;
    int days;
  } words[] = { { _ ("Today"), 0 }, { _ ("Tomorrow"), 1 }, { _ ("Yesterday"), -1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *word = rg_text_fold (words[i].word);

      if (g_str_equal (folded, word))
        return rg_day_today (NULL) + (RgDay) words[i].days;
    }
  return 0;
}

/* A whole name, or the beginning of one alone, of three letters at least: but "mar" is mardi in French, not
 * mars. */
static int
find_month (const RgDayWords *words, const char *word)
{
  int found = 0;

  if (*word == '\0')
    return 0;
  for (int i = 0; words->months[i] != NULL; i++)
    if (g_str_equal (words->months[i], word))
      return i % 12 + 1;
  if (g_utf8_strlen (word, -1) < 3 || g_strv_contains ((const char *const *) words->weekdays, word))
    return 0;
  for (int i = 0; words->months[i] != NULL; i++)
    if (g_str_has_prefix (words->months[i], word))
      {
        if (found != 0 && found != i % 12 + 1)
          return 0;
        found = i % 12 + 1;
      }
  return found;
}

/* Hebrew writes "ב" and the month in one. */
static int
find_month_after_filler (const RgDayWords *words, const char *word)
{
  GHashTableIter iter;
  gpointer filler;

  g_hash_table_iter_init (&iter, words->fillers);
  while (g_hash_table_iter_next (&iter, &filler, NULL))
    if (g_str_has_prefix (word, filler) && find_month (words, word + strlen (filler)) != 0)
      return find_month (words, word + strlen (filler));
  return 0;
}

static gboolean
is_ordinal (const char *word)
{
  static const char *const ordinals[] = { "st", "nd", "rd", "th", "er", NULL };

  return g_strv_contains (ordinals, word);
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static gboolean
is_separator (gunichar c)
{
  static const gunichar others[] = { 0x05F3, 0x060C, 0x0970, 0x3001 }; /* of Hebrew, Arabic, Hindi, Japanese */

  if (c < 0x80)
    return g_unichar_isspace (c) || strchr (",./-()'", (int) c) != NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (c == others[i])
      return TRUE;
  return g_unichar_isspace (c);
}

/* At the end they part nothing: "19.11.", "12月3日(木)". */
static void
cut_separators (char *text)
{
  char *end = text + strlen (text);

  while (end > text && is_separator (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  *end = '\0';
}

/* Reads numbers and words; FALSE if there is anything that a date does not have. */
static gboolean
read_parts (const RgDayWords *words, const char *text, Parts *parts)
{
  const char *p = text;

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_digit_value (c) >= 0)
        {
          Number number = { 0 };

          for (; (c = g_utf8_get_char (p), g_unichar_digit_value (c)) >= 0; p = g_utf8_next_char (p))
            if (++number.digits <= 4)
              number.value = number.value * 10 + g_unichar_digit_value (c);
          if (number.digits > 4 || parts->n_numbers == 3)
            return FALSE;
          parts->numbers[parts->n_numbers++] = number;
        }
      else if (is_letter (c))
        {
          gboolean after_digit = p > text && g_unichar_isdigit (g_utf8_get_char (g_utf8_prev_char (p)));
          const char *start = p;
          g_autofree char *word = NULL;
          int month;

          for (; is_letter (c) || (c == '.' && is_letter (g_utf8_get_char (p + 1))); c = g_utf8_get_char (p))
            p = g_utf8_next_char (p);
          word = g_strndup (start, (gsize) (p - start));
          month = find_month (words, word);
          if (month == 0 && !g_ascii_isalpha (*word))
            month = find_month_after_filler (words, word);
          if (month != 0 && parts->month == 0)
            parts->month = month;
          else if (!g_hash_table_contains (words->fillers, word) && !(after_digit && is_ordinal (word)))
            return FALSE;
        }
      else if (is_separator (c))
        p = g_utf8_next_char (p);
      else
        return FALSE;
    }
  return TRUE;
}

static gboolean
begins_with (const char *text, const char *name)
{
  return g_str_has_prefix (text, name) && !g_unichar_isalnum (g_utf8_get_char (text + strlen (name)));
}

/* Where letters have no case, words are not parted by blanks. */
static gboolean
ends_with (const char *text, const char *name)
{
  gunichar before;

  if (strlen (text) <= strlen (name) || !g_str_has_suffix (text, name))
    return FALSE;
  before = g_utf8_get_char (g_utf8_prev_char (text + strlen (text) - strlen (name)));
  return !g_unichar_isalpha (before) || g_unichar_tolower (before) == g_unichar_toupper (before);
}

/* Returns the longest weekday that @text begins or ends with, or NULL. */
static const char *
find_weekday (const RgDayWords *words, const char *text, gboolean (*has) (const char *, const char *), int *weekday)
{
  const char *best = NULL;

  for (int i = 0; words->weekdays[i] != NULL; i++)
    {
      const char *name = words->weekdays[i];

      if (*name == '\0' || (best != NULL && strlen (name) <= strlen (best)) || !has (text, name))
        continue;
      best = name;
      *weekday = (i + 6) % 7 + 1; /* the names begin with Sunday */
    }
  return best;
}

/* Takes a weekday off the beginning of @text or else its end; returns the rest, or NULL if there is none. */
static char *
take_weekday (const RgDayWords *words, const char *text, int *weekday)
{
  const char *name;

  if ((name = find_weekday (words, text, begins_with, weekday)) != NULL)
    return g_strdup (text + strlen (name));
  if ((name = find_weekday (words, text, ends_with, weekday)) != NULL)
    return g_strndup (text, strlen (text) - strlen (name));
  return NULL;
}

/* Returns the year that @number means, or 0. */
static int
year_of (Number number)
{
  int last, year;

  if (number.digits == 4)
    return number.value;
  if (number.digits != 2)
    return 0;
  last = current_year () + YEARS_AHEAD;
  year = last - last % 100 + number.value;
  return year > last ? year - 100 : year;
}

/* Puts the numbers in their places; FALSE if it is unclear which is which. Without a year it is the current
 * one. */
static gboolean
order_parts (const RgDayWords *words, const Parts *parts, int *y, int *m, int *d)
{
  const Number *n = parts->numbers;
  const char *order = words->order;
  Number fields[3] = { { 0 } }; /* year, month, day */
  int next = 0;

  if (parts->month != 0)
    {
      if (parts->n_numbers == 1)
        fields[2] = n[0];
      else if (parts->n_numbers == 2 && (n[0].digits == 4 || (n[1].digits != 4 && order[0] == 'y')))
        {
          fields[0] = n[0];
          fields[2] = n[1];
        }
      else if (parts->n_numbers == 2)
        {
          fields[0] = n[1];
          fields[2] = n[0];
        }
    }
  else if (parts->n_numbers == 3 || parts->n_numbers == 2)
    {
      if (parts->n_numbers == 3 && n[0].digits == 4)
        order = "ymd";
      for (const char *field = order; *field != '\0'; field++)
        if (*field != 'y' || parts->n_numbers == 3)
          fields[*field == 'y' ? 0 : *field == 'm' ? 1 : 2] = n[next++];
    }

  if (fields[2].digits < 1 || fields[2].digits > 2
      || (parts->month == 0 && (fields[1].digits < 1 || fields[1].digits > 2)))
    return FALSE;
  *d = fields[2].value;
  *m = parts->month != 0 ? parts->month : fields[1].value;
  *y = fields[0].digits == 0 ? current_year () : year_of (fields[0]);
  return *y > 0;
}

static RgDay
make_day (const RgDayWords *words, const Parts *parts, const char *text, GError **error)
{
  g_autofree char *example = NULL;
  int y, m, d;
  RgDay day;

  if (!order_parts (words, parts, &y, &m, &d))
    return refuse_text (text, error);
  if (m < 1 || m > 12)
    {
      example = dup_example ();
      /* Translators: %d is what was typed, %s is an example of a date. */
      return refuse (error, _ ("There is no month %d. Write the date like “%s”."), m, example);
    }
  day = rg_day_from_ymd (y, m, d);
  if (day == 0)
    {
      g_autofree char *month = rg_day_words_dup_month (y, m);

      /* Translators: %s is a month with its year, %d the number of a day. */
      return refuse (error, _ ("%s has no day %d."), month, d);
    }
  if (parts->weekday != 0 && parts->weekday != rg_day_weekday (day))
    {
      g_autofree char *date = rg_day_format (day);
      g_autofree char *weekday = rg_day_words_dup_weekday (rg_day_weekday (day));

      /* Translators: the first %s is a date, the second the name of a weekday, the third what was typed. */
      return refuse (error, _ ("%s is a %s; “%s” says otherwise."), date, weekday, text);
    }
  return day;
}

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
RgDay
rg_day_parse (const char *text, GError **error)
{
  g_autofree char *clean = NULL, *folded = NULL, *rest = NULL;
  const RgDayWords *words;
  Parts parts = { 0 };
  RgDay day;

  g_return_val_if_fail (text != NULL, 0);

  if (strnlen (text, MAX_BYTES) == MAX_BYTES)
    return refuse (error, _ ("This is too long for a date."));
  clean = rg_text_clean (text);
  if (*clean == '\0')
    return refuse (error, _ ("Enter a date."));
  if ((day = rg_day_from_iso (clean)) != 0)
    return day;

  folded = rg_text_fold (clean);
  cut_separators (folded);
  if ((day = parse_word (folded)) != 0)
    return day;

  words = rg_day_words_get ();
  if (!g_unichar_isalnum (g_utf8_get_char (folded)))
    return refuse_text (clean, error);
  if (!read_parts (words, folded, &parts))
    {
      parts = (Parts) { 0 };
      rest = take_weekday (words, folded, &parts.weekday);
      if (rest == NULL || !read_parts (words, rest, &parts))
        return refuse_text (clean, error);
    }
  return make_day (words, &parts, clean, error);
}

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
gboolean
rg_day_parse_range (const char *first_text, const char *last_text, RgDay *first, RgDay *last, GError **error)
{
  g_autoptr (GError) wrong_first = NULL;
  g_autoptr (GError) wrong_last = NULL;

  *first = rg_text_is_blank (first_text) ? 0 : rg_day_parse (first_text, &wrong_first);
  *last = rg_text_is_blank (last_text) ? 0 : rg_day_parse (last_text, &wrong_last);
  if (wrong_first != NULL)
    rg_error_set_invalid (error, "first", "%s", wrong_first->message);
  else if (wrong_last != NULL)
    rg_error_set_invalid (error, "last", "%s", wrong_last->message);
  else if (*first != 0 && *last != 0 && *first > *last)
    {
      *last = 0;
      rg_error_set_invalid (error, "last", _ ("The last day is before the first one."));
    }
  else
    return TRUE;
  return FALSE;
}
