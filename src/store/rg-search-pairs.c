/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-search-pairs.h"

#include <string.h>

/* Words of the index for two words of one customer: the first two letters of the one and the first of the other. Who
 * has typed "reyes j" is looked for among the few who have a word in "re" and another one in "j", not among the very
 * many who have one in "j": the index goes up each list that it is asked for.
 *
 * A pair is one private-use character, 5 bits a letter, so that it is one entry of the index, without prefixes. There
 * is one for those who are active and one for the others, so that nobody has to be excluded afterwards. Only what
 * begins with a to z is paired; numbers are not. */

/* Of plane 15, the private-use area that is a word to SQLite. */
#define FIRST_PAIR 0xF0000

#define BITS 5
#define N_LETTERS 26
#define N_PAIRS (N_LETTERS << (2 * BITS))

/* Letters that are none of a to z share what is left of 5 bits. */
static guint
get_letter (const char *text)
{
  gunichar c = g_utf8_get_char (text);

  return g_ascii_islower (*text) ? (guint) (*text - 'a') : N_LETTERS + c % ((1 << BITS) - N_LETTERS);
}

/**
 * rg_search_is_pairable:
 * @word: a folded word
 *
 * Returns: whether it is paired with others
 */
gboolean
rg_search_is_pairable (const char *word)
{
  return g_ascii_islower (*word);
}

static gboolean
get_pair (const char *word, const char *other, guint *pair)
{
  const char *second = word + 1;

  if (!rg_search_is_pairable (word) || !rg_search_is_pairable (other) || *second == '\0')
    return FALSE;
  *pair = (get_letter (word) << (2 * BITS)) | (get_letter (second) << BITS) | get_letter (other);
  return TRUE;
}

static void
append_pair (GString *words, guint pair, gboolean active)
{
  g_string_append_unichar (words, FIRST_PAIR + pair + (active ? 0 : N_PAIRS));
  g_string_append_c (words, ' ');
}

/**
 * rg_search_add_pair:
 * @words: words of the index, or a question for it
 * @word: a folded word, or the beginning of one
 * @other: another one, neither of which begins with the other
 * @active: whether it is for active customers or for the others
 *
 * Adds the word for those who have words that begin as these do, and a blank.
 *
 * Returns: whether there is one: not for a @word of a single letter
 */
gboolean
rg_search_add_pair (GString *words, const char *word, const char *other, gboolean active)
{
  guint pair;

  if (!get_pair (word, other, &pair))
    return FALSE;
  append_pair (words, pair, active);
  return TRUE;
}

/* Whether one of two words begins with the other: no two words that were typed mean those. */
static gboolean
is_beginning (const char *a, const char *b)
{
  return g_str_has_prefix (a, b) || g_str_has_prefix (b, a);
}

/**
 * rg_search_add_pairs:
 * @all: (inout): words of the index
 * @words: the words of a customer
 * @active: whether the customer is active
 *
 * Adds the pairs of @words, each once.
 */
void
rg_search_add_pairs (GString *all, char **words, gboolean active)
{
  guint8 there[N_PAIRS / 8] = { 0 };

  for (guint i = 0; words[i] != NULL; i++)
    for (guint j = 0; rg_search_is_pairable (words[i]) && words[j] != NULL; j++)
      {
        guint pair;

        if (!get_pair (words[i], words[j], &pair) || (there[pair / 8] & (1 << (pair % 8))) != 0
            || is_beginning (words[i], words[j]))
          continue;
        there[pair / 8] |= 1 << (pair % 8);
        append_pair (all, pair, active);
      }
}
