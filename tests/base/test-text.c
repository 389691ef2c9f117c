/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <string.h>

#include "rg-country.h"
#include "rg-locale.h"
#include "rg-text.h"

#define REPLACEMENT "\357\277\275" /* U+FFFD */

static void
test_fold (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } cases[] = {
    { NULL, "" },
    { "", "" },
    { "Jordan REYES 42", "jordan reyes 42" },
    { "@[`{", "@[`{" },
    { "Łukasz Straße Ångström", "lukasz strasse angstrom" },
    { "A\314\212ngstro\314\210m", "angstrom" }, /* decomposed */
    { "STRASSE STRAẞE", "strasse strasse" },
    { "Nguyễn Thị Ánh", "nguyen thi anh" },
    { "Đặng", "dang" },
    { "IŞIK ışık İstanbul istanbul", "isik isik istanbul istanbul" },
    { "Æsir Øre Þór Ðorđe œuvre", "aesir ore thor dorde oeuvre" },
    { "Ħal Għargħur ŋ", "hal gharghur n" },
    { "Čeština Říčany Žluťoučký", "cestina ricany zlutoucky" },
    { "O’Brien ‘n’ O'Brien", "o'brien 'n' o'brien" },
    { "Jean–Luc — Jean‑Luc", "jean-luc - jean-luc" },
    { "ＦＵＬＬ　ｗｉｄｔｈ", "full width" },
    { "ﬁsh № ² ™", "fish no 2 tm" },
    { "Ǆ ǆ", "dz dz" },
    { "Αθήνα ΑΘΗΝΑ Σίσυφος", "αθηνα αθηνα σισυφοσ" },
    { "Ёлка Йод", "елка иод" },
    { "さくら が", "さくら が" }, /* not か */
    { "田中 太郎", "田中 太郎" },
    { "김민수", "김민수" },
    { "นที ก็", "นที ก็" },
    { "हिन्दी", "हिन्दी" },
    { "مُحَمَّد أحمد", "محمد احمد" },
    { "soft\302\255hyphen zero\342\200\213width", "softhyphen zerowidth" },
    { "a\314\201\314\202\314\203", "a" },
    { "bad\377byte", "bad" REPLACEMENT "byte" },
    { "\303", REPLACEMENT },
    { "é\355\240\200", "e" REPLACEMENT REPLACEMENT REPLACEMENT }, /* a surrogate in UTF-8 */
    { "tab\tline\n", "tab\tline\n" },
    { "👩‍👩‍👧 ❤️", "👩👩👧 ❤" },
  };

  for (int l = 0; l < 2; l++)
    {
      rg_locale_set (l == 0 ? "en_US" : "tr_TR");
      for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          g_autofree char *folded = rg_text_fold (cases[i].text);
          g_autofree char *again = rg_text_fold (folded);

          g_assert_cmpstr (folded, ==, cases[i].folded);
          g_assert_cmpstr (again, ==, folded);
        }
    }
}

/* Folding twice is folding once, for every character there is; the result is always UTF-8. */
static void
test_fold_all (void)
{
  for (gunichar c = 1; c <= 0x10FFFF; c++)
    {
      g_autofree char *folded = NULL, *again = NULL;
      char text[16] = "x";
      int n = 1;

      if (c >= 0xD800 && c <= 0xDFFF)
        continue;
      n += g_unichar_to_utf8 (c, text + n);
      text[n++] = 'Y';
      text[n] = '\0';
      folded = rg_text_fold (text);
      if (!g_utf8_validate (folded, -1, NULL) || folded[0] != 'x' || folded[strlen (folded) - 1] != 'y')
        g_error ("U+%04X becomes %s", c, folded);
      again = rg_text_fold (folded);
      if (!g_str_equal (folded, again))
        g_error ("U+%04X becomes %s, then %s", c, folded, again);
    }
}

static void
test_fold_random (void)
{
  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *folded = NULL, *again = NULL;
      int n = g_test_rand_int_range (0, 12);

      for (int j = 0; j < n; j++)
        {
          static const gunichar blocks[]
            = { 0x20, 0xC0, 0x100, 0x300, 0x370, 0x600, 0x900, 0x1100, 0x1E00, 0x3040, 0xAC00 };
          gunichar c
            = blocks[g_test_rand_int_range (0, G_N_ELEMENTS (blocks))] + (gunichar) g_test_rand_int_range (0, 0x60);

          g_string_append_unichar (text, c);
        }
      if (n > 6) /* and broken bytes */
        text->str[g_test_rand_int_range (0, (int) text->len)] = (char) g_test_rand_int_range (1, 256);
      folded = rg_text_fold (text->str);
      again = rg_text_fold (folded);
      g_assert_true (g_utf8_validate (folded, -1, NULL));
      g_assert_cmpstr (folded, ==, again);
    }
}

static void
test_fold_long (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *folded = NULL, *clean = NULL, *ascii = NULL;
  g_autoptr (GBytes) key = NULL;

  while (text->len < 1 << 20)
    g_string_append (text, "Ångström ");
  folded = rg_text_fold (text->str);
  g_assert_cmpuint (strlen (folded), ==, text->len / 11 * 9);
  g_assert_true (g_str_has_suffix (folded, "angstrom "));
  clean = rg_text_clean (text->str);
  g_assert_cmpuint (strlen (clean), ==, text->len - 1);
  key = rg_text_sort_key (text->str);
  g_assert_cmpuint (g_bytes_get_size (key), >, 1 << 19);

  /* The longest compatibility form, a million times. */
  g_string_truncate (text, 0);
  while (text->len < 1 << 20)
    g_string_append (text, "ﷺ");
  g_free (folded);
  folded = rg_text_fold (text->str);
  g_assert_cmpuint (strlen (folded), >, text->len);

  ascii = g_strnfill (1 << 20, 'A');
  g_free (folded);
  folded = rg_text_fold (ascii);
  g_assert_cmpuint (strlen (folded), ==, 1 << 20);
  g_assert_true (folded[(1 << 20) - 1] == 'a');
}

static gpointer
fold_often (gpointer data)
{
  for (int i = 0; i < 2000; i++)
    {
      g_autofree char *folded = rg_text_fold ("Łukasz Ångström");
      g_autofree char *country = rg_country_from_text ("Deutschland");

      g_assert_cmpstr (folded, ==, "lukasz angstrom");
      g_assert_cmpstr (country, ==, "DE");
    }
  return data;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("fold", fold_often, NULL);
  for (int i = 0; i < 50; i++)
    rg_locale_set (i % 2 == 0 ? "de_DE" : "en_US");
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    const char *words; /* joined with | */
  } cases[] = {
    { NULL, "" },
    { "", "" },
    { " ,;- ", "" },
    { "jordan m. reyes", "jordan|m|reyes" },
    { "o'brien & sons, 42nd", "o|brien|sons|42nd" },
    { "strasse", "strasse" },
    { "a-b/c_d", "a|b|c|d" },
    { "हिन्दी नाम", "हिन्दी|नाम" },
    { "นที", "นที" },
    { "田中 太郎", "田中|太郎" },
    { "x\377y", "x|y" },
    { "x\303", "x" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) words = rg_text_words (cases[i].text);
      g_autofree char *joined = g_strjoinv ("|", words);

      g_assert_cmpstr (joined, ==, cases[i].words);
    }
}

static int
compare_keys (const char *a, const char *b)
{
  g_autoptr (GBytes) key_a = rg_text_sort_key (a);
  g_autoptr (GBytes) key_b = rg_text_sort_key (b);

  return g_bytes_compare (key_a, key_b);
}

static void
test_sort (void)
{
  static const char *const sorted[] = { "",         " ",     "Box 9", "box 10",     "Box 10", "Müller", "Müllers",
                                        "Mulligan", "naïve", "Naïve", "Österreich", "Zürich", "Ωμέγα",  "田中" };
  g_autofree char *version = rg_text_sort_version ();
  g_autofree char *again = NULL;
  g_autoptr (GBytes) empty = rg_text_sort_key (NULL);
  g_autoptr (GBytes) key = rg_text_sort_key ("Müller");

  for (gsize i = 0; i + 1 < G_N_ELEMENTS (sorted); i++)
    {
      g_test_message ("%s < %s", sorted[i], sorted[i + 1]);
      g_assert_cmpint (compare_keys (sorted[i], sorted[i + 1]), <, 0);
    }
  g_assert_cmpint (compare_keys ("Mu\314\210ller", "Müller"), ==, 0);
  g_assert_cmpuint (g_bytes_get_size (empty), ==, 0);
  g_assert_null (memchr (g_bytes_get_data (key, NULL), 0, g_bytes_get_size (key)));

  rg_locale_set ("sv_SE"); /* where Ö comes after Z: not in the keys */
  g_assert_cmpint (compare_keys ("Österreich", "Zürich"), <, 0);
  again = rg_text_sort_version ();
  g_assert_cmpstr (version, ==, again);
  g_assert_true (g_str_has_prefix (version, "root-numeric-"));
}

/* The whole matrix, to compare with. */
static int
slow_distance (const char *a, const char *b)
{
  int n = (int) strlen (a), m = (int) strlen (b), d[16][16];

  for (int i = 0; i <= n; i++)
    for (int j = 0; j <= m; j++)
      {
        if (i == 0 || j == 0)
          {
            d[i][j] = i + j;
            continue;
          }
        d[i][j] = MIN (MIN (d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
          d[i][j] = MIN (d[i][j], d[i - 2][j - 2] + 1);
      }
  return d[n][m];
}

static void
test_distance (void)
{
  static const struct
  {
    const char *a, *b;
    int max, distance;
  } cases[] = {
    { "", "", 3, 0 },
    { "abc", "abc", 0, 0 },
    { "abc", "abd", 0, 1 },
    { "abc", "", 5, 3 },
    { "abc", "", 2, 3 },
    { "jordan", "jodran", 3, 1 },
    { "ca", "abc", 3, 3 }, /* restricted: 2 if it were not */
    { "meyer", "maier", 3, 2 },
    { "müller", "muller", 3, 1 },
    { "kitten", "sitting", 3, 3 },
    { "kitten", "sitting", 2, 3 },
    { "田中太郎", "田中次郎", 2, 1 },
    { "abcdefgh", "ijklmnop", 3, 4 },
    { "abc", "xyz", G_MAXINT, 3 },
  };
  g_autofree char *long_a = g_strnfill (100000, 'a'), *long_b = g_strnfill (100001, 'a');

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (rg_text_distance (cases[i].a, cases[i].b, cases[i].max), ==, cases[i].distance);
      g_assert_cmpint (rg_text_distance (cases[i].b, cases[i].a, cases[i].max), ==, cases[i].distance);
    }
  g_assert_cmpint (rg_text_distance (long_a, long_b, 3), ==, 1);
  long_b[50000] = 'b';
  g_assert_cmpint (rg_text_distance (long_a, long_b, 3), ==, 1);
  long_b[0] = long_b[100000] = 'c';
  g_assert_cmpint (rg_text_distance (long_a, long_b, 3), ==, 3);
  g_assert_cmpint (rg_text_distance (long_a, long_b, 2), ==, 3);

  for (int i = 0; i < 100000; i++)
    {
      char a[12] = { 0 }, b[12] = { 0 };
      int n = g_test_rand_int_range (0, 11), m = g_test_rand_int_range (0, 11), max = g_test_rand_int_range (0, 8),
          slow;

      for (int j = 0; j < n; j++)
        a[j] = (char) ('a' + g_test_rand_int_range (0, 3));
      for (int j = 0; j < m; j++)
        b[j] = (char) ('a' + g_test_rand_int_range (0, 3));
      slow = slow_distance (a, b);
      if (rg_text_distance (a, b, max) != MIN (slow, max + 1))
        g_error ("%s %s %d: %d, not %d", a, b, max, rg_text_distance (a, b, max), slow);
    }
}

static void
test_initials (void)
{
  static const struct
  {
    const char *locale;
    const char *name;
    const char *initials;
  } cases[] = {
    { "en_US", NULL, "" },
    { "en_US", "", "" },
    { "en_US", "jordan m. reyes", "JR" },
    { "en_US", "Mai", "M" },
    { "en_US", "  Anne-Marie   Smith  ", "AS" },
    { "en_US", "Shaun O'Neil", "SO" },
    { "en_US", "(Jordan) \"Reyes\"", "JR" },
    { "en_US", "3 Brothers & Co.", "3C" },
    { "en_US", "Reyes &", "R" },
    { "en_US", "e\314\201mile zola", "ÉZ" },
    { "en_US", "ångström", "Å" },
    { "en_US", "ǆuro", "ǅ" },
    { "en_US", "田中 太郎", "田太" },
    { "en_US", "🙂", "" },
    { "en_US", "იოსებ", "ი" },
    { "en_US", "ibrahim", "I" },
    { "tr_TR", "ibrahim ılgaz", "İI" },
    { "en_US", "\377 x", "X" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *initials = NULL;

      rg_locale_set (cases[i].locale);
      initials = rg_text_initials (cases[i].name);
      g_assert_cmpstr (initials, ==, cases[i].initials);
    }
}

static void
test_clean (void)
{
  static const struct
  {
    const char *text;
    const char *clean;
  } cases[] = {
    { NULL, "" },
    { "", "" },
    { "   ", "" },
    { "\t\r\n", "" },
    { "Jordan Reyes", "Jordan Reyes" },
    { "  Jordan \t\n  Reyes ", "Jordan Reyes" },
    { "a\302\240b\342\200\257c\343\200\200d\302\205e", "a b c d e" },
    { "a\001\033\177b", "ab" },
    { "\357\273\277bom", "bom" },
    { "soft\302\255hyphen", "softhyphen" },
    { "\342\200\256evil\342\200\254", "evil" }, /* right to left override */
    { "zero\342\200\213width", "zerowidth" },
    { "\343\205\244", "" }, /* a blank that says it is a letter */
    { "e\314\201", "é" },
    { "A\314\212 B", "Å B" },
    { "می\342\200\214خواهم", "می\342\200\214خواهم" },
    { "end\342\200\215", "end" },
    { "\342\200\214start", "start" },
    { "a \342\200\214 b", "a b" },
    { "👩‍👩‍👧", "👩‍👩‍👧" },
    { "🏴\363\240\201\247\363\240\201\242\363\240\201\245\363\240\201\256\363\240\201\247\363\240\201\277",
      "🏴\363\240\201\247\363\240\201\242\363\240\201\245\363\240\201\256\363\240\201\247\363\240\201\277" },
    { "a\363\240\201\247b", "ab" },
    { "bad\377byte", "bad" REPLACEMENT "byte" },
    { "\357\277\277", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = rg_text_clean (cases[i].text);
      g_autofree char *again = rg_text_clean (clean);

      g_assert_cmpstr (clean, ==, cases[i].clean);
      g_assert_cmpstr (again, ==, clean);
      g_assert_cmpint (rg_text_is_blank (cases[i].text), ==, *cases[i].clean == '\0');
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/fold/all", test_fold_all);
  g_test_add_func ("/text/fold/random", test_fold_random);
  g_test_add_func ("/text/fold/long", test_fold_long);
  g_test_add_func ("/text/threads", test_threads);
  g_test_add_func ("/text/words", test_words);
  g_test_add_func ("/text/sort", test_sort);
  g_test_add_func ("/text/distance", test_distance);
  g_test_add_func ("/text/initials", test_initials);
  g_test_add_func ("/text/clean", test_clean);

  return g_test_run ();
}
