/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rg-text.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

#include "rg-fold-table.h"
#include "rg-locale-private.h"

/* Enough for a name or a line; longer text goes to the heap. */
#define ON_STACK 256

/* To be raised when the steps below change, so that stored folded text is made anew. */
#define RULES 1

/* Compatibility forms can be six times as long as what they stand for; more than this would not fit ICU's
 * lengths. */
#define MAX_BYTES (1 << 26)

#define KANA_VOICING 8 /* the combining class of what tells が from か */

typedef struct
{
  UChar *chars;
  int32_t length;
  int32_t capacity;
  UChar stack[ON_STACK];
} Buffer;

static void
buffer_init (Buffer *buffer)
{
  buffer->chars = buffer->stack;
  buffer->length = 0;
  buffer->capacity = ON_STACK;
}

static void
buffer_clear (Buffer *buffer)
{
  if (buffer->chars != buffer->stack)
    g_free (buffer->chars);
}

/* What was in @buffer is lost. */
static void
buffer_reserve (Buffer *buffer, int32_t capacity)
{
  if (capacity <= buffer->capacity)
    return;
  buffer_clear (buffer);
  buffer->chars = g_new (UChar, capacity);
  buffer->capacity = capacity;
}

static void
normalize (const UNormalizer2 *normalizer, const Buffer *from, Buffer *to)
{
  UErrorCode status = U_ZERO_ERROR;

  to->length = unorm2_normalize (normalizer, from->chars, from->length, to->chars, to->capacity, &status);
  if (status == U_BUFFER_OVERFLOW_ERROR)
    {
      status = U_ZERO_ERROR;
      buffer_reserve (to, to->length);
      to->length = unorm2_normalize (normalizer, from->chars, from->length, to->chars, to->capacity, &status);
    }
  g_assert (U_SUCCESS (status));
}

static const FoldEntry *
find_entry (UChar32 c)
{
  gsize low = 0, high = G_N_ELEMENTS (fold_table);

  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if (fold_table[middle].letter < c)
        low = middle + 1;
      else
        high = middle;
    }
  return low < G_N_ELEMENTS (fold_table) && fold_table[low].letter == c ? &fold_table[low] : NULL;
}

/* Marks that belong to no script sit on letters of any as accents. Marks of a script (vowels in Thai or
 * Hindi) are part of the word. */
static gboolean
is_accent (UChar32 c)
{
  UErrorCode status = U_ZERO_ERROR;

  if (c < 0x300)
    return FALSE;
  if (c < 0x370)
    return TRUE;
  return (U_GET_GC_MASK (c) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0 && uscript_getScript (c, &status) == USCRIPT_INHERITED
         && u_getCombiningClass (c) != KANA_VOICING;
}

/* From decomposed text takes the accents away and writes the other Latin letters in ASCII. */
static void
strip (const Buffer *from, Buffer *to)
{
  /* A unit becomes two letters at most. */
  buffer_reserve (to, from->length * 2);
  to->length = 0;
  for (int32_t i = 0; i < from->length;)
    {
      const FoldEntry *entry;
      UChar32 c;

      U16_NEXT (from->chars, i, from->length, c);
      if (c < 0x80)
        to->chars[to->length++] = (UChar) c;
      else if ((entry = find_entry (c)) != NULL)
        for (const char *ascii = entry->ascii; *ascii != '\0'; ascii++)
          to->chars[to->length++] = (UChar) *ascii;
      else if (!is_accent (c))
        U16_APPEND_UNSAFE (to->chars, to->length, c);
    }
}

static char *
fold_unicode (const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  gsize bytes = strnlen (text, MAX_BYTES);
  Buffer a, b;
  char *folded;

  buffer_init (&a);
  buffer_init (&b);
  buffer_reserve (&a, (int32_t) bytes);
  u_strFromUTF8WithSub (a.chars, a.capacity, &a.length, text, (int32_t) bytes, 0xFFFD, NULL, &status);

  /* Case, compatibility forms and what cannot be seen; accents off; together again what is not Latin. */
  normalize (unorm2_getNFKCCasefoldInstance (&status), &a, &b);
  normalize (unorm2_getNFDInstance (&status), &b, &a);
  strip (&a, &b);
  normalize (unorm2_getNFCInstance (&status), &b, &a);
  g_assert (U_SUCCESS (status) || status == U_STRING_NOT_TERMINATED_WARNING);

  folded = rg_utf16_to_utf8 (a.chars, a.length);
  buffer_clear (&a);
  buffer_clear (&b);
  return folded;
}

/**
 * rg_text_fold:
 * @text: (nullable): text; broken bytes become U+FFFD
 *
 * What search compares: compatibility forms, accents and case are gone, letters of Latin script are ASCII
 * (CLDR's Latin-ASCII), so that "Łukasz Straße Ångström" is "lukasz strasse angstrom". Other scripts stay, in
 * lower case and without accents; vowel signs and points that belong to a script stay. Blanks and most
 * punctuation stay; curly apostrophes and quotes, long dashes and the minus become ASCII. The result does not
 * depend on the locale, and folding it again changes nothing. Text past 64 MiB is cut.
 *
 * The rules are ICU's and belong to rg_text_fold_version(): stored folded text must be made anew when that
 * changes.
 *
 * Returns: (transfer full): the folded text
 */
char *
rg_text_fold (const char *text)
{
  gsize n = 0;
  char *folded;

  if (text == NULL)
    return g_strdup ("");
  for (; text[n] != '\0'; n++)
    if ((text[n] & 0x80) != 0)
      return fold_unicode (text);

  folded = g_malloc (n + 1);
  for (gsize i = 0; i <= n; i++)
    folded[i] = (char) (text[i] | (text[i] >= 'A' && text[i] <= 'Z' ? 0x20 : 0));
  return folded;
}

/**
 * rg_text_fold_version:
 *
 * Returns: (transfer full): names the rules of rg_text_fold(), "fold-1 unicode-15.1"
 */
char *
rg_text_fold_version (void)
{
  char unicode[U_MAX_VERSION_STRING_LENGTH];
  UVersionInfo version;

  u_getUnicodeVersion (version);
  u_versionToString (version, unicode);
  return g_strdup_printf ("fold-%d unicode-%s", RULES, unicode);
}

/**
 * rg_text_words:
 * @folded: (nullable): text, as a rule from rg_text_fold()
 *
 * Words are the runs of letters, digits and the marks on them; everything else parts them.
 *
 * Returns: (transfer full): the words in their order, %NULL-terminated, may be empty
 */
char **
rg_text_words (const char *folded)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  const char *start = NULL, *p = folded != NULL ? folded : "";

  for (;;)
    {
      gunichar c = g_utf8_get_char_validated (p, -1);
      gboolean broken = c == (gunichar) -1 || c == (gunichar) -2;

      if (!broken && c != 0 && (g_unichar_isalnum (c) || (start != NULL && g_unichar_ismark (c))))
        {
          if (start == NULL)
            start = p;
        }
      else if (start != NULL)
        {
          g_autofree char *word = g_strndup (start, (gsize) (p - start));

          g_strv_builder_add (words, word);
          start = NULL;
        }
      if (c == 0)
        return g_strv_builder_end (words);
      p = broken ? p + 1 : g_utf8_next_char (p);
    }
}
