/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-search-helpers.h"

/* Who is found by what, in which order, and why. */

static void
test_text (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *found;
  } cases[] = {
    /* names, in any order, by their beginnings, in any case and without accents */
    { "jordan reyes", "1" },
    { "reyes jordan", "1" },
    { "rey jor", "1" },
    { "JORDAN", "6 1" },
    { "reyes", "5 1" },
    { "tran", "2" },
    { "Trần", "2" },
    { "linh mai", "2" },
    { "zoe", "3" },
    { "ZOË", "3" },
    { "o'brien", "3" },
    { "o’brien", "3" },
    { "obrien", "" },
    { "strasse", "4" },
    { "STRASSE", "4" },
    { "bjorn", "4" },
    { "maria", "5" },
    { "anna-maria", "5" },
    { "陳", "7" },
    { "大文", "7" },
    /* business */
    { "catering", "1" },
    { "caterin", "1" },
    { "cateringx", "" },
    { "cafe", "3" },
    { "हिन्दी", "7" },
    { "हिन", "7" },
    { "a\360\236\223\220b", "" }, /* a letter of 2022 */
    { "sons smith", "6" },
    /* e-mail: whole, begun, and parts of it */
    { "mai@linh.example", "2" },
    { "mai@li", "2" },
    { "zoe@brien.example", "3" },
    { "@reyes", "5 1" },
    /* telephone numbers in any notation, begun, and by their last digits */
    { "555 012", "6 1" },
    { "(555)0123456", "1" },
    { "555.012.3456", "1" },
    { "3456", "1" },
    { "030 1234567", "2" },
    { "+49 (0)30 1234567", "2" },
    { "0049 30 1234567", "2" },
    { "1234567", "2" },
    { "8888", "3" },
    { "0707654321", "4" },
    { "+46 70 765 43 21", "4" },
    /* numbers and keys from elsewhere */
    { "100004", "4" },
    { "#100004", "4" },
    { "shop-77", "1" },
    { "SHOP", "1" },
    /* tags */
    { "churn", "6 3" },
    { "risk churn jordan", "6" },
    /* nothing */
    { "jordan tran", "" },
    { "xyzzy", "" },
    { "1234567890123", "" },
    { "\"", "7 6 5 4 3 2 1" },
    { "reyes OR tran", "" },
    { "reyes* NOT", "" },
    { "  reyes  ", "5 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RgCustomerFilter) filter = filter_new (cases[i].text);

      g_test_message ("%s", cases[i].text);
      assert_found (self, filter, cases[i].found);
    }
}

static void
test_filters (Fixture *self, gconstpointer data)
{
  g_autoptr (RgCustomerFilter) filter = g_object_new (RG_TYPE_CUSTOMER_FILTER, NULL);

  assert_found (self, filter, "7 6 3 2 1");
  filter->status = RG_CUSTOMER_STATUS_CANCELLED;
  assert_found (self, filter, "5");
  g_set_str (&filter->text, "reyes");
  assert_found (self, filter, "5");
  filter->status = RG_CUSTOMER_STATUS_ACTIVE;
  assert_found (self, filter, "1");
  /* The number and the e-mail of somebody the filter hides do not show them. */
  g_set_str (&filter->text, "100005");
  assert_found (self, filter, "");
  g_set_str (&filter->text, "anna@reyes.example");
  assert_found (self, filter, "");
  g_set_str (&filter->text, NULL);

  filter->has_segment = TRUE;
  filter->segment = RG_SEGMENT_VIP;
  assert_found (self, filter, "6 3");
  filter->tag_id = self->tag_id;
  assert_found (self, filter, "6 3");
  g_set_str (&filter->text, "jordan");
  assert_found (self, filter, "6");
  filter->tag_id = 1;
  assert_found (self, filter, "");
  filter->tag_id = 0;
  filter->owing = TRUE;
  assert_found (self, filter, "");
}

static void
test_birthdays (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *from;
    const char *found;
  } cases[] = { { "2026-11-19", "1 6" }, { "2026-11-20", "6" }, { "2026-12-28", "2 3" },
                { "2026-12-31", "3" },   { "2026-02-22", "4" }, { "2027-02-28", "4" },
                { "2027-03-01", "" },    { "2028-02-22", "" },  { "2028-02-23", "4" } };
  g_autoptr (RgCustomerFilter) filter = filter_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].from);
      filter->birthday_from = rg_day_from_iso (cases[i].from);
      assert_found (self, filter, cases[i].found);
    }
  filter->birthday_from = rg_day_from_iso ("2026-11-19");
  g_set_str (&filter->text, "smith");
  assert_found (self, filter, "6");
}

static void
test_exact_first (Fixture *self, gconstpointer data)
{
  g_autoptr (RgCustomer) decoy = g_object_new (RG_TYPE_CUSTOMER, "number", G_GINT64_CONSTANT (100099), "first-name",
                                               "100002", "business-name", "mai@linh.example", NULL);
  g_autoptr (RgCustomerFilter) number = filter_new ("100002");
  g_autoptr (RgCustomerFilter) email = filter_new ("Mai@Linh.example");

  test_file_insert (self->db, RG_RECORD (decoy));
  assert_found (self, number, "2 99");
  assert_found (self, email, "2 99");
}

/* The first page of @size rows and a count up to a limit are what the whole list says. */
static void
assert_first_page (RgDb *db, RgCustomerFilter *filter, const char *whole, guint size, guint limit)
{
  g_autoptr (GError) error = NULL;
  guint count, n_all;
  g_autoptr (GPtrArray) rows = rg_search_first_page (db, filter, size, limit, &count, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_true (rg_search_count (db, filter, 0, &n_all, &error));
  g_assert_cmpuint (rows->len, ==, MIN (size, n_all));
  g_assert_cmpuint (count, ==, MIN (limit, n_all));
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (found, "%s%d", i > 0 ? " " : "", (int) (RG_CUSTOMER (rows->pdata[i])->number - 100000));
  g_assert_true (g_str_has_prefix (whole, found->str));
}

/* By going on from the last row and by jumping: every row once, in every order, with pages of any size. */
static void
test_pages (Fixture *self, gconstpointer data)
{
  g_autoptr (RgCustomerFilter) filter = filter_new (NULL);
  static const char *const texts[] = { NULL, "reyes", "100", "100077", "page" };

  for (guint i = 0; i < 90; i++)
    {
      g_autoptr (RgCustomer) customer = g_object_new (RG_TYPE_CUSTOMER, "number", (gint64) 100010 + i, "first-name",
                                                      "Page", "last-name", i % 3 == 0 ? "100077" : "Turner", NULL);

      test_file_insert (self->db, RG_RECORD (customer));
    }
  for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
    for (RgCustomerSort sort = RG_CUSTOMER_SORT_ACTIVITY; sort <= RG_CUSTOMER_SORT_NUMBER; sort++)
      for (guint size = 1; size <= 40; size += size < 3 ? 1 : 18)
        {
          g_autofree char *whole = NULL;
          g_autoptr (GString) jumped = g_string_new (NULL);
          g_autoptr (GString) followed = g_string_new (NULL);
          gint64 after = 0;

          g_set_str (&filter->text, texts[t]);
          filter->sort = sort;
          whole = dup_found (self->db, filter);
          assert_first_page (self->db, filter, whole, size, 50);
          assert_first_page (self->db, filter, whole, size, 1000);
          for (guint offset = 0;; offset += size)
            {
              g_autoptr (GPtrArray) rows = rg_search_page (self->db, filter, 0, offset, size, NULL);

              if (rows->len == 0)
                break;
              g_assert_cmpuint (rows->len, <=, size);
              for (guint i = 0; i < rows->len; i++)
                g_string_append_printf (jumped, "%s%d", jumped->len > 0 ? " " : "",
                                        (int) (RG_CUSTOMER (rows->pdata[i])->number - 100000));
            }
          g_assert_true (g_str_has_prefix (jumped->str, whole));
          for (;;)
            {
              g_autoptr (GPtrArray) rows = NULL;

              if (sort != RG_CUSTOMER_SORT_ACTIVITY)
                break;
              rows = rg_search_page (self->db, filter, after, 0, size, NULL);
              if (rows->len == 0)
                break;
              for (guint i = 0; i < rows->len; i++)
                g_string_append_printf (followed, "%s%d", followed->len > 0 ? " " : "",
                                        (int) (RG_CUSTOMER (rows->pdata[i])->number - 100000));
              after = RG_CUSTOMER (rows->pdata[rows->len - 1])->place;
            }
          if (sort == RG_CUSTOMER_SORT_ACTIVITY)
            g_assert_cmpstr (followed->str, ==, jumped->str);
        }
  {
    guint count;

    g_set_str (&filter->text, "page");
    g_assert_true (rg_search_count (self->db, filter, 50, &count, NULL));
    g_assert_cmpuint (count, ==, 50);
    g_assert_true (rg_search_count (self->db, filter, 0, &count, NULL));
    g_assert_cmpuint (count, ==, 90);
  }
}

static void
test_sorts (Fixture *self, gconstpointer data)
{
  g_autoptr (RgCustomerFilter) filter = filter_new ("reyes");

  filter->sort = RG_CUSTOMER_SORT_NAME;
  assert_found (self, filter, "5 1");
  filter->sort = RG_CUSTOMER_SORT_NUMBER;
  assert_found (self, filter, "1 5");
  g_set_str (&filter->text, NULL);
  filter->sort = RG_CUSTOMER_SORT_NAME;
  assert_found (self, filter, "3 5 1 6 4 2 7");
}

static void
test_near (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *near;
  } cases[] = { { "jordn", "Jordan" },  { "jodran", "Jordan" },
                { "reys", "Reyes" },    { "smithe", "Smith" },
                { "tarn", "Trần" },     { "bjoern", "Björn" },
                { "strase", "Straße" }, { "jordn jordn", "Jordan" },
                { "xyzzyxyzzy", NULL }, { "", NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) near = rg_search_near_words (self->db, cases[i].typed, &error);

      g_test_message ("%s", cases[i].typed);
      g_assert_no_error (error);
      g_assert_cmpstr (near[0], ==, cases[i].near);
      g_assert_cmpuint (g_strv_length (near), <=, 6);
      for (guint j = 0; near[j] != NULL; j++)
        g_assert_false (g_strv_contains ((const char *const *) near + j + 1, near[j]));
    }
}

static void
test_explain (Fixture *self, gconstpointer data)
{
  static const struct
  {
    gint64 number;
    const char *text;
    const char *why;
  } cases[] = {
    { 1, "jordan", NULL },
    { 1, "reyes jor", NULL },
    { 1, "100001", "Number: 100001" },
    { 1, "5550123456", "Phone: (555) 012-3456" },
    { 1, "3456", "Phone: (555) 012-3456" },
    { 3, "8888", "Work phone: 555-777-8888" },
    { 1, "catering", "Business: Reyes Catering" },
    { 2, "linh.example", "Email: mai@linh.example" },
    { 1, "shop-77", "Imported as: SHOP-77" },
    { 3, "churn", "Tag: Churn Risk" },
    { 2, "fixer", "Contact: Bob Fixer" },
    { 2, "5550198", "Contact: Bob Fixer" },
    { 3, "zoe churn", "Several fields" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RgCustomer) customer = (RgCustomer *) rg_db_select_one (
        self->db, &rg_customer_type, NULL, "WHERE number = ?", "i", cases[i].number + 100000);
      g_autoptr (GPtrArray) customers = g_ptr_array_new ();
      g_autoptr (GPtrArray) reasons = NULL;

      g_ptr_array_add (customers, customer);
      reasons = rg_search_explain (self->db, customers, cases[i].text);
      g_assert_cmpstr (reasons->pdata[0], ==, cases[i].why);
    }
}

/* A long name is found by however much of it is typed, and by nothing else. */
static void
test_long_words (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "Wolfeschlegelstein", "Παπαδοπουλος" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (RgCustomer) customer
        = (RgCustomer *) rg_db_select_one (self->db, &rg_customer_type, NULL, "WHERE number = 100007", "");
      g_autoptr (RgTxn) txn = rg_txn_begin (self->db, "test.update", 0, NULL);

      g_object_set (customer, "last-name", names[i], NULL);
      g_assert_true (rg_txn_update (txn, RG_RECORD (customer), NULL) && rg_txn_commit (txn, NULL, NULL, NULL));
      for (glong n = 1; n <= g_utf8_strlen (names[i], -1); n++)
        {
          g_autofree char *typed = g_utf8_substring (names[i], 0, n);
          g_autofree char *wrong = g_strconcat (typed, "q", NULL);
          g_autoptr (RgCustomerFilter) right_filter = filter_new (typed);
          g_autoptr (RgCustomerFilter) wrong_filter = filter_new (wrong);

          assert_found (self, right_filter, "7");
          assert_found (self, wrong_filter, "");
        }
    }
}

/* Numbers backwards are words of the index that nobody means who types letters. */
static void
test_letters (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *typed, *found;
  } cases[] = {
    { "r", "6 5 3 1" },        { "jordan r", "6 1" },
    { "r jordan", "6 1" },     { "j s", "6 1" },
    { "js s", "6" },           { "an ma", "5" },
    { "ma an", "5" },          { "mai m", "2" },
    { "reyes rey re", "5 1" }, { "zo br ca", "3" },
    { "jo jo", "6 1" },        { "reyes 5", "1" },
    { "陳 大", "7" },          { "smith sons js j s e", "6" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RgCustomerFilter) filter = filter_new (cases[i].typed);

      g_test_message ("“%s”", cases[i].typed);
      assert_found (self, filter, cases[i].found);
    }
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);

  ADD ("/search/text", test_text);
  ADD ("/search/long-words", test_long_words);
  ADD ("/search/letters", test_letters);
  ADD ("/search/filters", test_filters);
  ADD ("/search/birthdays", test_birthdays);
  ADD ("/search/exact-first", test_exact_first);
  ADD ("/search/pages", test_pages);
  ADD ("/search/sorts", test_sorts);
  ADD ("/search/near", test_near);
  ADD ("/search/explain", test_explain);

  return g_test_run ();
}
