/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Compares src/base/rg-fold-table.h with the transform it is from. With --print it writes the rows of a new
 * table. */

#include <glib.h>
#include <stdio.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "rg-fold-table.h"

/* Of the characters that are no letters the table has only these. */
static gboolean
is_wanted_sign (UChar32 c)
{
  return (c >= 0x02B9 && c <= 0x02BD && c != 0x02BA) || (c >= 0x2010 && c <= 0x2015 && c != 0x2011)
         || (c >= 0x2018 && c <= 0x201F && c != 0x201A && c != 0x201E) || c == 0x2032 || c == 0x2212;
}

static gboolean
is_latin (UChar32 c)
{
  UErrorCode status = U_ZERO_ERROR;

  return uscript_getScript (c, &status) == USCRIPT_LATIN;
}

/* Is @c as it is after case and compatibility forms and accents are gone? Others never get to the table. */
static gboolean
is_bare (UChar32 c)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[2];
  int32_t length = 0;

  U16_APPEND_UNSAFE (text, length, c);
  return unorm2_isNormalized (unorm2_getNFKCCasefoldInstance (&status), text, length, &status)
         && unorm2_isNormalized (unorm2_getNFDInstance (&status), text, length, &status);
}

/* What ICU makes of @c, in lower case; NULL if that is not ASCII. */
static char *
dup_ascii (const UTransliterator *transform, UChar32 c)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[32];
  int32_t length = 0, limit;
  char ascii[32];

  U16_APPEND_UNSAFE (text, length, c);
  limit = length;
  utrans_transUChars (transform, text, &length, G_N_ELEMENTS (text), 0, &limit, &status);
  g_assert_true (U_SUCCESS (status));
  for (int32_t i = 0; i < length; i++)
    if (text[i] >= 0x80)
      return NULL;
  u_UCharsToChars (text, ascii, length);
  return g_ascii_strdown (ascii, length);
}

static UTransliterator *
open_transform (void)
{
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator *transform = utrans_openU (u"Latin-ASCII", -1, UTRANS_FORWARD, NULL, 0, NULL, &status);

  g_assert_true (U_SUCCESS (status));
  return transform;
}

static void
print_rows (void)
{
  UTransliterator *transform = open_transform ();
  gsize width = 0;

  for (UChar32 c = 0x80; c <= UCHAR_MAX_VALUE; c++)
    {
      g_autofree char *ascii = NULL, *escaped = NULL, *row = NULL;

      if (!u_isdefined (c) || !is_bare (c) || !(is_latin (c) || is_wanted_sign (c))
          || (ascii = dup_ascii (transform, c)) == NULL)
        continue;
      escaped = g_strescape (ascii, NULL);
      row = g_strdup_printf ("{ 0x%04X, \"%s\" },", (guint) c, escaped);
      printf ("%s%s", width == 0 ? "  " : width + strlen (row) > 106 ? "\n  " : " ", row);
      width = width + strlen (row) > 106 ? strlen (row) : width + strlen (row) + 1;
    }
  printf ("\n");
  utrans_close (transform);
}

static void
test_same (void)
{
  UTransliterator *transform = open_transform ();

  for (gsize i = 0; i < G_N_ELEMENTS (fold_table); i++)
    {
      g_autofree char *ascii = dup_ascii (transform, fold_table[i].letter);

      g_assert_cmpstr (fold_table[i].ascii, ==, ascii);
      g_assert_cmpuint (strlen (fold_table[i].ascii), <=, 2);
      g_assert_true (is_bare (fold_table[i].letter));
      if (i > 0)
        g_assert_cmpint (fold_table[i - 1].letter, <, fold_table[i].letter);
    }
  utrans_close (transform);
}

/* A later ICU may know more letters than the table: that is told, but no failure. */
static void
test_complete (void)
{
  UTransliterator *transform = open_transform ();
  gsize next = 0;

  for (UChar32 c = 0x80; c <= UCHAR_MAX_VALUE; c++)
    {
      g_autofree char *ascii = NULL;

      if (!u_isdefined (c) || !is_bare (c) || !(is_latin (c) || is_wanted_sign (c))
          || (ascii = dup_ascii (transform, c)) == NULL)
        continue;
      while (next < G_N_ELEMENTS (fold_table) && fold_table[next].letter < c)
        next++;
      if (next == G_N_ELEMENTS (fold_table) || fold_table[next].letter != c)
        g_test_message ("U+%04X is “%s” in this ICU", (guint) c, ascii);
    }
  utrans_close (transform);
}

int
main (int argc, char *argv[])
{
  if (argc == 2 && g_str_equal (argv[1], "--print"))
    {
      print_rows ();
      return 0;
    }

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fold-table/same", test_same);
  g_test_add_func ("/fold-table/complete", test_complete);

  return g_test_run ();
}
