/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-file.h"

#include "rg-customer.h"
#include "rg-search.h"
#include "rg-text.h"

/* Whatever way a question takes through the index: those are found who have a word for each that was typed, newest
 * first. The names are made of few syllables, so that words are alike and begin with each other. */

#define PEOPLE 300
#define QUESTIONS 3000

static char *
make_word (GRand *rand)
{
  static const char *const parts[]
    = { "a", "an", "na", "anna", "jo", "john", "b", "bo", "mc", "é", "ö", "7", "12", "λ", "son", "smith" };
  GString *word = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
    g_string_append (word, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);
  return g_string_free_and_steal (word);
}

static void
insert_people (RgDb *db, GRand *rand)
{
  for (guint i = 0; i < PEOPLE; i++)
    {
      g_autofree char *first = make_word (rand);
      g_autofree char *last = make_word (rand);
      g_autofree char *business = make_word (rand);
      g_autofree char *email = g_strdup_printf ("%s.%s%u@mail.example", first, last, i);
      g_autoptr (RgCustomer) customer = g_object_new (
        RG_TYPE_CUSTOMER, "number", (gint64) 900001 + i, "first-name", first, "last-name", last, "business-name",
        g_rand_boolean (rand) ? business : NULL, "email", g_rand_boolean (rand) ? email : NULL, "status",
        g_rand_int_range (rand, 0, RG_CUSTOMER_STATUS_CANCELLED + 1), "segment",
        g_rand_boolean (rand) ? RG_SEGMENT_VIP : RG_SEGMENT_REGULAR, "phone", "+1 503 555 0199", NULL);

      test_file_insert (db, RG_RECORD (customer));
    }
}

/* Beginnings of words of somebody, or words that nobody may have. */
static char *
make_question (GRand *rand, GPtrArray *people)
{
  RgCustomer *customer = people->pdata[g_rand_int_range (rand, 0, people->len)];
  const char *texts[] = { customer->first_name, customer->last_name, customer->business_name, customer->email };
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 1, 6); n > 0; n--)
    {
      const char *from = texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))];
      g_autofree char *word = from != NULL && g_rand_int_range (rand, 0, 10) > 0 ? g_strdup (from) : make_word (rand);
      glong length = g_utf8_strlen (word, -1);
      g_autofree char *typed = g_utf8_substring (word, 0, g_rand_int_range (rand, 1, (gint32) length + 1));

      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", typed);
    }
  return g_string_free_and_steal (text);
}

/* Whether @customer has a word that begins as @typed does. */
static gboolean
has_word (RgCustomer *customer, const char *typed)
{
  g_autofree char *text = g_strjoin (" ", customer->first_name, customer->last_name,
                                     customer->business_name != NULL ? customer->business_name : "",
                                     customer->email != NULL ? customer->email : "", NULL);
  g_autofree char *folded = rg_text_fold (text);
  g_auto (GStrv) words = rg_text_words (folded);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], typed))
      return TRUE;
  return FALSE;
}

static gboolean
is_meant (RgCustomer *customer, RgCustomerFilter *filter)
{
  g_autofree char *folded = rg_text_fold (filter->text);
  g_auto (GStrv) typed = rg_text_words (folded);

  for (guint i = 0; typed[i] != NULL; i++)
    if (!has_word (customer, typed[i]))
      return FALSE;
  return (filter->any_status || customer->status == filter->status)
         && (!filter->has_segment || customer->segment == filter->segment);
}

/* Digits are of telephones and numbers, too; they have tests of their own. */
static gboolean
has_number (const char *text)
{
  g_auto (GStrv) words = rg_text_words (text);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_isdigit (words[i][0]))
      return TRUE;
  return FALSE;
}

static void
ask (RgDb *db, GPtrArray *people, RgCustomerFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = rg_search_page (db, filter, 0, 0, PEOPLE, &error);
  guint count, n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < people->len; i++)
    if (is_meant (people->pdata[i], filter))
      {
        g_test_message ("“%s” finds %s %s", filter->text, RG_CUSTOMER (people->pdata[i])->first_name,
                        RG_CUSTOMER (people->pdata[i])->last_name);
        g_assert_cmpuint (n, <, rows->len);
        g_assert_cmpint (RG_CUSTOMER (rows->pdata[n++])->number, ==, RG_CUSTOMER (people->pdata[i])->number);
      }
  g_assert_cmpuint (n, ==, rows->len);
  g_assert_true (rg_search_count (db, filter, 0, &count, &error));
  g_assert_cmpuint (count, ==, n);

  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = rg_search_first_page (db, filter, 3, 7, &count, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, MIN (n, 3));
  g_assert_cmpuint (count, ==, MIN (n, 7));
}

static void
test_words (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (GPtrArray) people = NULL;
  RgDb *db = test_file_new ();
  guint n_found = 0;

  insert_people (db, rand);
  people = rg_db_select (db, &rg_customer_type, NULL, "ORDER BY place", "");
  for (guint i = 0; i < QUESTIONS; i++)
    {
      g_autofree char *text = make_question (rand, people);
      g_autofree char *folded = rg_text_fold (text);
      g_autoptr (RgCustomerFilter) filter
        = g_object_new (RG_TYPE_CUSTOMER_FILTER, "text", text, "any-status", g_rand_boolean (rand), "status",
                        g_rand_int_range (rand, 0, RG_CUSTOMER_STATUS_CANCELLED + 1), "has-segment",
                        g_rand_int_range (rand, 0, 4) == 0, "segment", RG_SEGMENT_VIP, NULL);

      if (has_number (folded))
        continue;
      ask (db, people, filter);
      n_found++;
    }
  g_assert_cmpuint (n_found, >, QUESTIONS / 10);
  test_file_free (db);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);

  g_test_add_func ("/search-random/words", test_words);

  return g_test_run ();
}
