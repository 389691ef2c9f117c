/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rg-text.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "rg-locale-private.h"

#define ZERO_WIDTH_NON_JOINER 0x200C
#define ZERO_WIDTH_JOINER 0x200D
#define BLACK_FLAG 0x1F3F4 /* begins the flags of England, Scotland and Wales, which go on with tags */

/* Longer words than names have are kept on the heap by rg_text_distance(). */
#define ON_STACK 64

static gboolean
is_joiner (gunichar c)
{
  return c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER;
}

static gboolean
is_tag (gunichar c)
{
  return c >= 0xE0020 && c <= 0xE007F;
}

/* Control characters, formatting that cannot be seen (marks of direction, soft hyphens, the zero-width
 * space), blanks that pose as letters, and code points that are no characters. */
static gboolean
is_junk (gunichar c)
{
  if (c < 0x80)
    return c < 0x20 || c == 0x7F;
  switch (u_charType ((UChar32) c))
    {
    case U_CONTROL_CHAR:
      return TRUE;
    case U_FORMAT_CHAR:
      return u_hasBinaryProperty ((UChar32) c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) || (c >= 0xFFF9 && c <= 0xFFFB);
    default:
      return c == 0x3164 || c == 0xFFA0 || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    }
}

static char *
compose (const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance (&status);
  g_autofree UChar *wide = NULL, *composed = NULL;
  int32_t length, room;

  wide = rg_utf16_from_utf8 (text, &length);
  if (unorm2_quickCheck (nfc, wide, length, &status) == UNORM_YES)
    return g_strdup (text);
  room = unorm2_normalize (nfc, wide, length, NULL, 0, &status);
  status = U_ZERO_ERROR;
  composed = g_new (UChar, (gsize) room + 1);
  length = unorm2_normalize (nfc, wide, length, composed, room + 1, &status);
  g_assert (U_SUCCESS (status));
  return rg_utf16_to_utf8 (composed, length);
}

/**
 * rg_text_clean:
 * @text: (nullable): text; broken bytes become U+FFFD
 *
 * For one line of text that comes in: blanks at both ends are cut, runs of blanks (of every kind, line breaks
 * and tabs too) become one space, control and invisible formatting characters go, the rest is in NFC. The
 * joiners of scripts and emoji that need them stay.
 *
 * Returns: (transfer full): clean text, "" for %NULL
 */
char *
rg_text_clean (const char *text)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) clean = NULL;
  gunichar last = 0, joiner = 0;
  gboolean blank = FALSE, is_ascii = TRUE;

  if (text == NULL)
    return g_strdup ("");
  valid = g_utf8_make_valid (text, -1);
  clean = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (u_isUWhiteSpace ((UChar32) c))
        blank = TRUE;
      else if (is_joiner (c))
        joiner = c;
      else if (!is_junk (c) || (is_tag (c) && !blank && (last == BLACK_FLAG || is_tag (last))))
        {
          /* Blanks at the ends go, and joiners that join nothing. */
          if (blank && clean->len > 0)
            g_string_append_c (clean, ' ');
          else if (joiner != 0 && !blank && clean->len > 0)
            g_string_append_unichar (clean, joiner);
          g_string_append_unichar (clean, c);
          is_ascii = is_ascii && c < 0x80;
          last = c;
          blank = FALSE;
          joiner = 0;
        }
    }
  return is_ascii ? g_string_free (g_steal_pointer (&clean), FALSE) : compose (clean->str);
}

/**
 * rg_text_clean_in_place:
 * @text: (inout) (nullable): becomes as rg_text_clean() makes it, or %NULL when nothing is left
 */
void
rg_text_clean_in_place (char **text)
{
  g_autofree char *clean = rg_text_clean (*text);

  g_set_str (text, *clean != '\0' ? clean : NULL);
}

/**
 * rg_text_is_blank:
 * @text: (nullable):
 *
 * Returns: whether there is nothing in @text that rg_text_clean() would keep
 */
gboolean
rg_text_is_blank (const char *text)
{
  if (text == NULL)
    return TRUE;
  while (*text != '\0')
    {
      gunichar c = g_utf8_get_char_validated (text, -1);

      if (c == (gunichar) -1 || c == (gunichar) -2 || !(u_isUWhiteSpace ((UChar32) c) || is_joiner (c) || is_junk (c)))
        return FALSE;
      text = g_utf8_next_char (text);
    }
  return TRUE;
}

static gunichar
initial_of (const char *word)
{
  const char *language = rg_locale_get (RG_LOCALE_MESSAGES);
  gunichar c;

  for (; *word != '\0'; word = g_utf8_next_char (word))
    if (c = g_utf8_get_char (word), g_unichar_isalnum (c))
      {
        if (c == 'i' && (g_str_has_prefix (language, "tr") || g_str_has_prefix (language, "az")))
          return 0x130;
        return (gunichar) u_totitle ((UChar32) c); /* unlike GLib's leaves Georgian as it is */
      }
  return 0;
}

/**
 * rg_text_initials:
 * @name: (nullable): a person's or business's name
 *
 * Returns: (transfer full): the first letters of the first and the last word, in capitals: "JR" for "jordan
 * m. reyes", "M" for "mai"; "" if there are no letters or digits
 */
char *
rg_text_initials (const char *name)
{
  g_autofree char *clean = rg_text_clean (name);
  g_auto (GStrv) words = g_strsplit (clean, " ", -1);
  GString *initials = g_string_new (NULL);
  int n = (int) g_strv_length (words), first = 0, last = n - 1;

  while (first < n && initial_of (words[first]) == 0)
    first++;
  while (last > first && initial_of (words[last]) == 0)
    last--;
  if (first < n)
    g_string_append_unichar (initials, initial_of (words[first]));
  if (last > first)
    g_string_append_unichar (initials, initial_of (words[last]));
  return g_string_free (initials, FALSE);
}

static gunichar *
decode (const char *text, gunichar stack[ON_STACK], int *length)
{
  gunichar *chars = stack;
  int n = 0, capacity = ON_STACK;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      if (n == capacity)
        {
          gunichar *more = g_new (gunichar, (gsize) capacity * 2);

          memcpy (more, chars, (gsize) n * sizeof (gunichar));
          if (chars != stack)
            g_free (chars);
          chars = more;
          capacity *= 2;
        }
      chars[n++] = g_utf8_get_char (text);
    }
  *length = n;
  return chars;
}

/* The matrix of the dynamic programme, three rows of it, and in each only the diagonal band that @max allows.
 */
static int
distance (const gunichar *a, int n, const gunichar *b, int m, int max)
{
  int stack[3 * (ON_STACK + 1)];
  g_autofree int *heap = m > ON_STACK ? g_new (int, 3 * ((gsize) m + 1)) : NULL;
  int *before = heap != NULL ? heap : stack, *last = before + m + 1, *row = last + m + 1;

  for (int j = 0; j <= m; j++)
    last[j] = j;
  for (int i = 1; i <= n; i++)
    {
      int from = MAX (1, i - max), to = (int) MIN ((gint64) m, (gint64) i + max);
      int best = max + 1, *spare;

      row[from - 1] = from == 1 ? i : max + 1;
      for (int j = from; j <= to; j++)
        {
          int cost = last[j - 1] + (a[i - 1] != b[j - 1]);

          cost = MIN (cost, row[j - 1] + 1);
          if (j < i + max)
            cost = MIN (cost, last[j] + 1);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            cost = MIN (cost, before[j - 2] + 1);
          row[j] = cost;
          best = MIN (best, cost);
        }
      if (MIN (best, row[from - 1]) > max)
        return max + 1;
      spare = before;
      before = last;
      last = row;
      row = spare;
    }
  return MIN (last[m], max + 1);
}

/**
 * rg_text_distance:
 * @a: text, valid UTF-8
 * @b: text, valid UTF-8
 * @max: the largest distance of interest, not negative
 *
 * The restricted Damerau-Levenshtein distance (optimal string alignment) in characters: how many of them must
 * be put in, left out, replaced or swapped with the next.
 *
 * Returns: the distance, or @max + 1 if it is larger than @max
 */
int
rg_text_distance (const char *a, const char *b, int max)
{
  gunichar stack_a[ON_STACK], stack_b[ON_STACK], *all_a, *all_b;
  int n, m, start = 0, result;

  g_return_val_if_fail (a != NULL && b != NULL && max >= 0, 0);

  max = MIN (max, G_MAXINT / 2);
  all_a = decode (a, stack_a, &n);
  all_b = decode (b, stack_b, &m);

  /* What both begin and end with costs nothing. */
  while (n > start && m > start && all_a[n - 1] == all_b[m - 1])
    {
      n--;
      m--;
    }
  while (start < n && start < m && all_a[start] == all_b[start])
    start++;

  if (abs (n - m) > max)
    result = max + 1;
  else
    result = distance (all_a + start, n - start, all_b + start, m - start, max);

  if (all_a != stack_a)
    g_free (all_a);
  if (all_b != stack_b)
    g_free (all_b);
  return result;
}
