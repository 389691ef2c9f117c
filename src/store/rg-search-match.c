/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-search-match.h"

#include <string.h>

#include "rg-cancellation.h"
#include "rg-phone.h"
#include "rg-search-pairs.h"
#include "rg-search-words.h"
#include "rg-text.h"

/* The question for the full-text index that a filter is: a number of terms that all have to hold, each of them a word
 * of the index, the beginning of one, or several of these.
 *
 * FTS5 goes up the lists of all terms together, so that a question takes as long as its lists are, even when few are
 * found by it. Two things keep it from going up the longest ones: one or two letters are asked for as a pair with
 * another word (rg-search-pairs.c), and of three terms and more the rarest come first and the others are looked up for
 * those alone whom they have found. */

/* Which row of a term's list tells how rare it is. */
#define PROBED_ROW 30

/* So many terms are looked up for those alone whom the others have found; after that hardly anybody is left. */
#define MAX_NESTED 8

/* A word that nobody has. */
#define NOBODY "\"\xef\xa3\xbf\"" /* U+F8FF */

typedef struct
{
  char *expression;
  gint64 rarity; /* the place of PROBED_ROW: the higher, the rarer */
} Term;

static void
term_clear (gpointer data)
{
  g_free (((Term *) data)->expression);
}

/* Takes @expression unless it is among @terms already. */
static void
take_term (GArray *terms, char *expression)
{
  Term term = { expression, 0 };

  for (guint i = 0; i < terms->len; i++)
    if (g_str_equal (g_array_index (terms, Term, i).expression, expression))
      {
        g_free (expression);
        return;
      }
  g_array_append_val (terms, term);
}

/* Takes a word of the index that has a blank after it. */
static void
take_word (GArray *terms, GString *word)
{
  take_term (terms, g_strdup_printf ("\"%.*s\"", (int) word->len - 1, word->str));
}

/* Adds the words of the index for a beginning to @any. */
static void
add_beginning (GString *any, const char *word, gboolean active)
{
  glong length = g_utf8_strlen (word, -1) + !active;
  gboolean is_word
    = length == 1
      || (length > RG_SEARCH_PREFIX && length <= RG_SEARCH_LONG_PREFIX && rg_search_has_long_beginnings (word));

  g_string_append_printf (any, "%s\"%s%s\"%s", any->len > 0 ? " OR " : "", active ? "" : RG_SEARCH_INACTIVE, word,
                          is_word ? "" : "*");
}

/* Any of the beginnings, of those whom @filter is for. */
static void
add_any (GArray *terms, RgCustomerFilter *filter, char **beginnings)
{
  g_autoptr (GString) any = g_string_new (NULL);

  for (guint i = 0; beginnings[i] != NULL; i++)
    {
      if (filter->any_status || filter->status == RG_CUSTOMER_STATUS_ACTIVE)
        add_beginning (any, beginnings[i], TRUE);
      if (filter->any_status || filter->status != RG_CUSTOMER_STATUS_ACTIVE)
        add_beginning (any, beginnings[i], FALSE);
    }
  take_term (terms, g_strdup_printf ("(%s)", any->str));
}

static void
add_word (GArray *terms, RgCustomerFilter *filter, char *word)
{
  char *beginnings[] = { word, NULL };

  add_any (terms, filter, beginnings);
}

/* The pair of @word and @other, of those whom @filter is for; whether there is one. */
static gboolean
add_pair (GArray *terms, RgCustomerFilter *filter, const char *word, const char *other)
{
  g_autoptr (GString) active = g_string_new (NULL);
  g_autoptr (GString) inactive = g_string_new (NULL);

  if (!rg_search_add_pair (active, word, other, TRUE) || !rg_search_add_pair (inactive, word, other, FALSE))
    return FALSE;
  g_string_truncate (active, active->len - 1);
  g_string_truncate (inactive, inactive->len - 1);
  if (filter->any_status)
    take_term (terms, g_strdup_printf ("(\"%s\" OR \"%s\")", active->str, inactive->str));
  else
    take_term (terms,
               g_strdup_printf ("\"%s\"", filter->status == RG_CUSTOMER_STATUS_ACTIVE ? active->str : inactive->str));
  return TRUE;
}

/* The longest word besides @word. */
static const char *
find_partner (GPtrArray *words, const char *word)
{
  const char *partner = NULL;

  for (guint i = 0; i < words->len; i++)
    if (words->pdata[i] != word && (partner == NULL || strlen (words->pdata[i]) > strlen (partner)))
      partner = words->pdata[i];
  return partner;
}

/* A pair says all of a word of one letter, or of two of a to z, so that it stands for the word; whether there is one.
 */
static gboolean
add_as_pair (GArray *terms, RgCustomerFilter *filter, GPtrArray *words, const char *word)
{
  const char *partner = find_partner (words, word);

  if (partner == NULL)
    return FALSE;
  if (strlen (word) == 1)
    return add_pair (terms, filter, partner, word);
  return strlen (word) == 2 && rg_search_is_pairable (word + 1) && add_pair (terms, filter, word, partner);
}

/* Words that can be paired, none of which begins with another. */
static void
add_words (GArray *terms, RgCustomerFilter *filter, GPtrArray *words)
{
  for (guint i = 0; i < words->len; i++)
    if (!add_as_pair (terms, filter, words, words->pdata[i]))
      add_word (terms, filter, words->pdata[i]);
}

/* Whether another word begins with @word: then it need not be asked for. */
static gboolean
is_begun (char **words, guint index)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (i != index && g_str_has_prefix (words[i], words[index])
        && (strlen (words[i]) > strlen (words[index]) || i < index))
      return TRUE;
  return FALSE;
}

static void
add_typed (GArray *terms, RgCustomerFilter *filter)
{
  g_auto (GStrv) phone = rg_phone_query_tokens (filter->text);
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GPtrArray) pairable = g_ptr_array_new ();

  if (phone != NULL)
    {
      add_any (terms, filter, phone);
      return;
    }
  folded = rg_text_fold (filter->text);
  words = rg_text_words (folded);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) digits = rg_phone_query_tokens (words[i]);

      if (digits != NULL)
        add_any (terms, filter, digits);
      else if (!rg_search_is_pairable (words[i]))
        add_word (terms, filter, words[i]);
      else if (!is_begun (words, i))
        g_ptr_array_add (pairable, words[i]);
    }
  add_words (terms, filter, pairable);
}

static void
add_facet (GArray *terms, RgFacet facet, guint value)
{
  g_autoptr (GString) word = g_string_new (NULL);

  rg_search_add_facet (word, facet, value);
  take_word (terms, word);
}

static void
add_tag (GArray *terms, gint64 tag_id)
{
  g_autoptr (GString) word = g_string_new (NULL);

  rg_search_add_tag (word, tag_id);
  take_word (terms, word);
}

/* How rare a term is, as the place of one of the newest rows that it has; the highest when it has fewer. */
static gint64
probe (RgDb *db, const char *expression)
{
  gint64 place;

  /* What can't be read now is told by the question itself. */
  if (!rg_db_get_int (db, &place, NULL,
                      "SELECT rowid FROM customer_search WHERE customer_search MATCH ? ORDER BY rowid "
                      "LIMIT 1 OFFSET ?",
                      "ti", expression, (gint64) PROBED_ROW)
      || place == 0)
    return G_MAXINT64;
  return place;
}

static int
compare_rarity (gconstpointer a, gconstpointer b)
{
  const Term *one = a, *other = b;

  return one->rarity > other->rarity ? -1 : one->rarity < other->rarity;
}

/* The order decides on the time it takes alone, not on what is found. Two terms take the same time either way. */
static void
sort_terms (RgDb *db, GArray *terms)
{
  if (terms->len < 3)
    return;
  for (guint i = 0; i < terms->len; i++)
    g_array_index (terms, Term, i).rarity = probe (db, g_array_index (terms, Term, i).expression);
  g_array_sort (terms, compare_rarity);
}

/* FTS5 would make one AND of all terms and go up all lists in step. Excluding nobody keeps the inner ones by
 * themselves, so that each term is looked up for those alone who are left. */
static char *
join_terms (GArray *terms)
{
  g_autoptr (GString) match = g_string_new (NULL);

  for (guint i = 0; i < terms->len; i++)
    {
      if (i > 1 && i < MAX_NESTED)
        {
          g_string_prepend (match, "((");
          g_string_append (match, ") NOT " NOBODY ")");
        }
      g_string_append_printf (match, "%s%s", i > 0 ? " AND " : "", g_array_index (terms, Term, i).expression);
    }
  return g_string_free_and_steal (g_steal_pointer (&match));
}

/* Nearly everybody is active, and going up a list of nearly everybody takes ten times what going up the short lists of
 * the others does; so there is no word for being active. */
static char *
exclude_inactive (const char *match)
{
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (Term));

  g_array_set_clear_func (others, term_clear);
  add_facet (others, RG_FACET_STATUS, RG_CUSTOMER_STATUS_INACTIVE);
  add_facet (others, RG_FACET_STATUS, RG_CUSTOMER_STATUS_CANCELLED);
  return g_strdup_printf ("(%s) NOT (%s OR %s)", match, g_array_index (others, Term, 0).expression,
                          g_array_index (others, Term, 1).expression);
}

/**
 * rg_search_make_match: (skip)
 * @db: a connection
 * @filter: which customers
 *
 * Returns: (transfer full) (nullable): the full-text question for @filter; %NULL when the status alone decides
 */
char *
rg_search_make_match (RgDb *db, RgCustomerFilter *filter)
{
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (Term));
  g_autofree char *match = NULL;
  gboolean is_active = !filter->any_status && filter->status == RG_CUSTOMER_STATUS_ACTIVE;
  gboolean typed; /* words tell by themselves who is active */

  g_array_set_clear_func (terms, term_clear);
  if (filter->text != NULL)
    add_typed (terms, filter);
  typed = terms->len > 0;
  if (filter->has_type)
    add_facet (terms, RG_FACET_TYPE, filter->type);
  if (filter->has_user_type)
    add_facet (terms, RG_FACET_USER_TYPE, filter->user_type);
  if (filter->has_account_type)
    add_facet (terms, RG_FACET_ACCOUNT_TYPE, filter->account_type);
  if (filter->has_segment)
    add_facet (terms, RG_FACET_SEGMENT, filter->segment);
  if (filter->has_reason)
    add_facet (terms, RG_FACET_REASON, filter->reason);
  if (filter->owing)
    add_facet (terms, RG_FACET_OWES, 0);
  if (filter->incomplete)
    add_facet (terms, RG_FACET_INCOMPLETE, 0);
  if (filter->tag_id != 0)
    add_tag (terms, filter->tag_id);
  if (terms->len == 0)
    return NULL;
  if (!filter->any_status && !is_active)
    add_facet (terms, RG_FACET_STATUS, filter->status);
  sort_terms (db, terms);
  match = join_terms (terms);
  return is_active && !typed ? exclude_inactive (match) : g_steal_pointer (&match);
}
