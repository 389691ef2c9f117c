/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-search-words.h"

#include <string.h>

#include "rg-cancellation.h"
#include "rg-error.h"
#include "rg-phone.h"
#include "rg-search-pairs.h"
#include "rg-text.h"

/* The words of a customer in the search index: the folded words of names, business, e-mail and tags, the
 * telephone numbers in the forms of rg-phone.h, those of the contacts, the customer number, and facets: what lists
 * filter by, as words nobody types because they are of private-use characters. A filter, a tag and what was typed are
 * thus one and the same kind of question. What two words of a customer begin with is a word, too (rg-search-pairs.c).
 *
 * Nearly everybody is active, and most questions are for those alone. So the words of the others are marked: taking
 * them away from what is found would look for each of those found among the others.
 *
 * Every word costs as many entries as it has characters, one for each prefix. So facets are one character, tags six,
 * and no whole word is there twice. First letters are words of their own, because all words of one character would have
 * an entry more if the index had prefixes of one. */

/* To be raised when the words of a customer change, so that the index is made anew. */
#define RULES 4

/* U+E000 to U+E7FF: facets, 64 values each. */
#define FIRST_FACET 0xE000
#define FACET_VALUES 64

/* U+E800 to U+F7FF: the digits of ids of tags, 12 bits each. */
#define FIRST_DIGIT 0xE800
#define DIGIT_BITS 12

/* As many words of names are remembered while very many customers come in. */
#define MAX_KNOWN 50000

/**
 * rg_search_add_facet:
 * @words: words of the index, or a question for it
 * @facet: by what lists filter
 * @value: its value
 *
 * Adds the word for it and a blank.
 */
void
rg_search_add_facet (GString *words, RgFacet facet, guint value)
{
  g_string_append_unichar (words, FIRST_FACET + facet * FACET_VALUES + value % FACET_VALUES);
  g_string_append_c (words, ' ');
}

/**
 * rg_search_add_tag:
 * @words: words of the index, or a question for it
 * @tag_id: a tag
 *
 * Adds the word for those who have the tag and a blank.
 */
void
rg_search_add_tag (GString *words, gint64 tag_id)
{
  guint64 rest = (guint64) tag_id;

  do
    {
      g_string_append_unichar (words, FIRST_DIGIT + (rest & ((1 << DIGIT_BITS) - 1)));
      rest >>= DIGIT_BITS;
    }
  while (rest != 0);
  g_string_append_c (words, ' ');
}

static gboolean
has_word (GString *words, const char *word, gsize length)
{
  for (const char *p = words->str; (p = strstr (p, word)) != NULL; p++)
    if ((p == words->str || p[-1] == ' ') && p[length] == ' ')
      return TRUE;
  return FALSE;
}

static void
add_word (GString *words, const char *word)
{
  gsize length = strlen (word);

  if (has_word (words, word, length))
    return;
  g_string_append_len (words, word, (gssize) length);
  g_string_append_c (words, ' ');
}

static void
add_text (GString *words, const char *text)
{
  g_autofree char *folded = text != NULL ? rg_text_fold (text) : NULL;
  char *word = folded;

  if (folded == NULL)
    return;
  if (!g_str_is_ascii (folded))
    {
      g_auto (GStrv) parts = rg_text_words (folded);

      for (guint i = 0; parts[i] != NULL; i++)
        add_word (words, parts[i]);
      return;
    }
  while (*word != '\0')
    {
      char *end;

      while (*word != '\0' && !g_ascii_isalnum (*word))
        word++;
      for (end = word; g_ascii_isalnum (*end);)
        end++;
      if (*end != '\0')
        *end++ = '\0';
      if (*word != '\0')
        add_word (words, word);
      word = end;
    }
}

static void
add_phone (GString *words, const char *phone)
{
  g_auto (GStrv) tokens = phone != NULL ? rg_phone_index_tokens (phone) : NULL;

  for (guint i = 0; tokens != NULL && tokens[i] != NULL; i++)
    add_word (words, tokens[i]);
}

/* What is in the customer's own record. */
static void
add_customer (GString *words, RgCustomer *customer)
{
  char number[24];

  add_text (words, customer->first_name);
  add_text (words, customer->last_name);
  add_text (words, customer->business_name);
  add_text (words, customer->legal_name);
  add_text (words, customer->email);
  add_phone (words, customer->phone);
  add_phone (words, customer->work_phone);
  add_phone (words, customer->fax);
  g_snprintf (number, sizeof number, "%" G_GINT64_FORMAT, customer->number);
  add_word (words, number);
  add_text (words, customer->external_id);
}

/* The status has no facet when it is the usual one: the question is for none of the others then. */
static void
add_facets (GString *facets, RgCustomer *customer)
{
  if (customer->status != RG_CUSTOMER_STATUS_ACTIVE)
    rg_search_add_facet (facets, RG_FACET_STATUS, customer->status);
  rg_search_add_facet (facets, RG_FACET_TYPE, customer->type);
  rg_search_add_facet (facets, RG_FACET_USER_TYPE, customer->user_type);
  rg_search_add_facet (facets, RG_FACET_ACCOUNT_TYPE, customer->account_type);
  rg_search_add_facet (facets, RG_FACET_SEGMENT, customer->segment);
  if (customer->owes)
    rg_search_add_facet (facets, RG_FACET_OWES, 0);
  if (customer->incomplete)
    rg_search_add_facet (facets, RG_FACET_INCOMPLETE, 0);
}

static gboolean
add_tags (RgDb *db, GString *words, GString *facets, gint64 customer_id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (RgQuery) tags = rg_db_query (
    db, error, "SELECT t.id, t.name FROM customer_tag c JOIN tag t ON t.id = c.tag_id WHERE c.customer_id = ?", "i",
    customer_id);

  if (tags == NULL)
    return FALSE;
  while (rg_query_next (tags, &local))
    {
      rg_search_add_tag (facets, rg_query_int (tags, 0));
      add_text (words, rg_query_text (tags, 1));
    }
  return !rg_error_propagate (error, &local);
}

/* The people to speak to: whoever calls is found by their number, too. */
static gboolean
add_contacts (RgDb *db, GString *words, gint64 customer_id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (RgQuery) contacts
    = rg_db_query (db, error, "SELECT name, email, phone FROM contact WHERE customer_id = ?", "i", customer_id);

  if (contacts == NULL)
    return FALSE;
  while (rg_query_next (contacts, &local))
    {
      add_text (words, rg_query_text (contacts, 0));
      add_text (words, rg_query_text (contacts, 1));
      add_phone (words, rg_query_text (contacts, 2));
    }
  return !rg_error_propagate (error, &local);
}

static gboolean
add_reason (RgDb *db, GString *facets, gint64 customer_id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (RgQuery) reason = rg_db_query (
    db, error, "SELECT reason FROM cancellation WHERE customer_id = ? ORDER BY day DESC, id DESC LIMIT 1", "i",
    customer_id);
  guint value;

  if (reason == NULL)
    return FALSE;
  if (rg_query_next (reason, &local)
      && rg_words_find (&rg_cancellation_reason_words, rg_query_text (reason, 0), &value))
    rg_search_add_facet (facets, RG_FACET_REASON, value);
  return !rg_error_propagate (error, &local);
}

/**
 * rg_search_has_long_beginnings:
 * @word: a folded word
 *
 * Returns: whether beginnings of it up to %RG_SEARCH_LONG_PREFIX are words of the index: not of numbers, which are
 * asked for with all that begins so
 */
gboolean
rg_search_has_long_beginnings (const char *word)
{
  return g_unichar_isalnum (g_utf8_get_char (word)) && word[strspn (word, "0123456789")] != '\0';
}

/* Takes a word as it is found by: marked when it is of somebody who is not active, and with those of its beginnings
 * that are words. That two words have the same beginning costs less than looking for it. */
static void
take_word (GString *all, const char *word, gboolean active)
{
  g_autofree char *marked = active ? NULL : g_strconcat (RG_SEARCH_INACTIVE, word, NULL);
  const char *whole = active ? word : marked;
  gboolean has_long = rg_search_has_long_beginnings (word);
  glong n = 1;

  for (const char *end = g_utf8_next_char (whole); *end != '\0'; end = g_utf8_next_char (end), n++)
    if (n == 1 ? active : has_long && n > RG_SEARCH_PREFIX && n <= RG_SEARCH_LONG_PREFIX)
      {
        g_string_append_len (all, whole, end - whole);
        g_string_append_c (all, ' ');
      }
  g_string_append (all, whole);
  g_string_append_c (all, ' ');
}

/* All entries of the index that @words make. */
static char *
expand (const char *words, const char *facets, gboolean active)
{
  g_autoptr (GString) all = g_string_sized_new (1024);
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      take_word (all, parts[i], active);
  g_string_append (all, facets);
  rg_search_add_pairs (all, parts, active);
  return g_string_free_and_steal (g_steal_pointer (&all));
}

/**
 * rg_search_dup_words:
 * @db: (nullable): a connection; %NULL when the customer has no tags and no contacts and was not cancelled
 * @customer: a customer as on file
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): all words that lead to @customer, with a blank after each
 */
char *
rg_search_dup_words (RgDb *db, RgCustomer *customer, GError **error)
{
  g_autoptr (GString) words = g_string_sized_new (256);
  g_autoptr (GString) facets = g_string_new (NULL);
  gint64 id = rg_record_get_id (RG_RECORD (customer));

  add_customer (words, customer);
  add_facets (facets, customer);
  if (db != NULL
      && (!add_tags (db, words, facets, id, error) || !add_contacts (db, words, id, error)
          || (customer->status == RG_CUSTOMER_STATUS_CANCELLED && !add_reason (db, facets, id, error))))
    return NULL;
  return expand (words->str, facets->str, customer->status == RG_CUSTOMER_STATUS_ACTIVE);
}

static gboolean
keep_name (RgDb *db, const char *text, GHashTable *known, GError **error)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;

  if (text == NULL)
    return TRUE;
  folded = rg_text_fold (text);
  words = rg_text_words (folded);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (known != NULL && g_hash_table_contains (known, words[i]))
        continue;
      if (!rg_db_run (db, error, "INSERT OR IGNORE INTO name_word (word) VALUES (?)", "t", words[i]))
        return FALSE;
      if (known != NULL && g_hash_table_size (known) < MAX_KNOWN)
        g_hash_table_add (known, g_strdup (words[i]));
    }
  return TRUE;
}

/**
 * rg_search_keep_names:
 * @db: a connection in a transaction
 * @customer: a customer
 * @known: (nullable): words of names that are kept already; more are added, but not without limit
 * @error: where to put what went wrong
 *
 * Keeps the words of the names, to offer near matches.
 *
 * Returns: whether they were written
 */
gboolean
rg_search_keep_names (RgDb *db, RgCustomer *customer, GHashTable *known, GError **error)
{
  return keep_name (db, customer->first_name, known, error) && keep_name (db, customer->last_name, known, error)
         && keep_name (db, customer->business_name, known, error);
}

/**
 * rg_search_make_sort_key:
 * @customer: a customer
 *
 * Returns: (transfer full): what lists sort by name with
 */
GBytes *
rg_search_make_sort_key (RgCustomer *customer)
{
  g_autofree char *name = g_strjoin (" ", customer->last_name != NULL ? customer->last_name : "",
                                     customer->first_name != NULL ? customer->first_name : "",
                                     customer->business_name != NULL ? customer->business_name : "", NULL);

  return rg_text_sort_key (g_strstrip (name));
}

/**
 * rg_search_dup_version:
 *
 * Returns: (transfer full): names the rules by which words and sort keys are made: an index by other rules has to be
 * made anew
 */
char *
rg_search_dup_version (void)
{
  g_autofree char *fold = rg_text_fold_version ();
  g_autofree char *sort = rg_text_sort_version ();

  return g_strdup_printf ("words-%d %s %s", RULES, fold, sort);
}
