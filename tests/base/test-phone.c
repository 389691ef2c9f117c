/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <string.h>

#include "rg-error.h"
#include "rg-phone.h"

static void
test_digits (void)
{
  static const struct
  {
    const char *phone;
    const char *digits;
    gboolean international;
  } cases[] = {
    { NULL, "", FALSE },
    { "", "", FALSE },
    { "no number", "", FALSE },
    { "070-174 06 05", "0701740605", FALSE },
    { "+46 70 174 06 05", "46701740605", TRUE },
    { "0046 70 174 06 05", "46701740605", TRUE },
    { "00 46 70", "4670", TRUE },
    { "(+46) 70", "4670", TRUE },
    { "+46 (0)70 174", "46070174", TRUE },
    { "＋４６ ７０", "4670", TRUE },
    { "٠٧٠", "070", FALSE },
    { "Tel. 555-4729", "5554729", FALSE },
    { "555-4729 ext. 12", "5554729", FALSE },
    { "555-4729x12", "5554729", FALSE },
    { "555-4729#12", "5554729", FALSE },
    { "+1-555-4729;ext=12", "15554729", TRUE },
    { "555\3774729", "5554729", FALSE },
    { "0", "0", FALSE },
    { "00", "", TRUE },
    { "+", "", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean international = !cases[i].international;
      g_autofree char *digits = rg_phone_digits (cases[i].phone, &international);

      g_assert_cmpstr (digits, ==, cases[i].digits);
      g_assert_cmpint (international, ==, cases[i].international);
    }
  g_free (rg_phone_digits ("1", NULL));
}

/* What begins digits in reverse is shown as an r. */
static char *
dup_joined (char **tokens)
{
  g_autofree char *joined = g_strjoinv (" ", tokens);
  g_auto (GStrv) parts = g_strsplit (joined, "\uf8f0", -1);

  return g_strjoinv ("r", parts);
}

static void
test_index_tokens (void)
{
  static const struct
  {
    const char *phone;
    const char *tokens; /* joined with blanks */
  } cases[] = {
    { NULL, "" },
    { "none", "" },
    { "000", "" },
    { "(5) 555-4729", "55554729 r92745555" },
    { "0701740605", "701740605 r506047107" },
    { "+46 70 174 06 05", "46701740605 701740605 r50604710764" },
    { "+46 (0)70 174 06 05", "46701740605 701740605 r50604710764" },
    { "0046701740605", "46701740605 701740605 r50604710764" },
    { "+39 06 1234", "39061234 61234 r43216093" },
    { "+1 1", "11 1 r11" },
    { "+1 415 555 2671", "14155552671 4155552671 r17625555141" },
    { "+7 495 123 45 67", "74951234567 4951234567 r76543215947" },
    { "+353 1 234 5678", "35312345678 12345678 r87654321353" },
    { "+998 71 123 45 67", "998711234567 711234567 r765432117899" },
    { "+49", "49 r94" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) tokens = rg_phone_index_tokens (cases[i].phone);
      g_autofree char *joined = dup_joined (tokens);

      g_assert_cmpstr (joined, ==, cases[i].tokens);
    }
}

static void
test_query_tokens (void)
{
  static const struct
  {
    const char *typed;
    const char *tokens; /* NULL: not a number */
  } cases[] = {
    { NULL, NULL },
    { "", NULL },
    { " ", NULL },
    { "7", NULL },
    { "0", NULL },
    { "00", NULL },
    { "007", NULL },
    { "+4", NULL },
    { "mai", NULL },
    { "12a", NULL },
    { "12:30", NULL },
    { "#12", NULL },
    { "70", "70" },
    { "070", "70" },
    { "070-1", "701 r107" },
    { "0605", "605 r506" },
    { "+46", "46" },
    { "+46 70 174", "4670174 r4710764 670174 r471076" },
    { "+46 70 174 06 05", "46701740605 r50604710764 6701740605 r5060471076 701740605 r506047107 1740605 r5060471" },
    { "555–4729", "5554729 r9274555" },
    { "12\377", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) tokens = rg_phone_query_tokens (cases[i].typed);
      g_autofree char *joined = tokens != NULL ? dup_joined (tokens) : NULL;

      g_assert_cmpstr (joined, ==, cases[i].tokens);
    }
}

/* As the full-text index does it: any term is the beginning of any word. */
static gboolean
finds (const char *stored, const char *typed)
{
  g_auto (GStrv) words = rg_phone_index_tokens (stored);
  g_auto (GStrv) terms = rg_phone_query_tokens (typed);

  for (char **term = terms; term != NULL && *term != NULL; term++)
    for (char **word = words; *word != NULL; word++)
      if (g_str_has_prefix (*word, *term))
        return TRUE;
  return FALSE;
}

static void
test_find (void)
{
  static const struct
  {
    const char *stored;
    const char *typed;
    gboolean found;
  } cases[] = {
    { "+46 70 174 06 05", "070-174", TRUE },
    { "+46 70 174 06 05", "0701740605", TRUE },
    { "+46 70 174 06 05", "+46701740605", TRUE },
    { "+46 70 174 06 05", "0605", TRUE },
    { "+46 70 174 06 05", "0046 70 174", TRUE },
    { "+46 70 174 06 05", "4670174", TRUE },
    { "+46 70 174 06 05", "+46 (0)70 174", TRUE },
    { "+46 70 174 06 05", "70 174 06 05", TRUE },
    { "+46 70 174 06 05", "174 06 05", TRUE },
    { "+46 70 174 06 05", "(070) 174 06 05", TRUE },
    { "+46 70 174 06 05", "070-175", FALSE },
    { "+46 70 174 06 05", "0606", FALSE },
    { "+46 70 174 06 05", "+47 70 174 06 05", TRUE }, /* the same in another country: found, for people to judge */
    { "070-174 06 05", "+46 70 174 06 05", TRUE },
    { "070-174 06 05", "0046701740605", TRUE },
    { "070-174 06 05", "0701740605", TRUE },
    { "070-174 06 05", "70174", TRUE },
    { "070-174 06 05", "0605", TRUE },
    { "070-174 06 05", "+46 70 175 06 05", FALSE },
    { "0046 70 174 06 05", "+46 70", TRUE },
    { "(5) 555-4729", "5554729", TRUE },
    { "(5) 555-4729", "4729", TRUE },
    { "(5) 555-4729", "5 555", TRUE },
    { "(5) 555-4729", "4728", FALSE },
    { "+1 (415) 555-2671", "415-555-2671", TRUE },
    { "+1 (415) 555-2671", "555-2671", TRUE },
    { "+1 (415) 555-2671", "1-415-555", TRUE },
    { "(415) 555-2671", "+1 415 555 2671", TRUE },
    { "+353 1 234 5678", "01 234 5678", TRUE },
    { "+353 1 234 5678", "01 234", TRUE },
    { "+39 06 1234567", "06 1234567", TRUE },
    { "+39 06 1234567", "+39 (0)6 1234567", TRUE },
    { "(02) 555 1234 ext. 77", "1234", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s by %s", cases[i].stored, cases[i].typed);
      g_assert_cmpint (finds (cases[i].stored, cases[i].typed), ==, cases[i].found);
    }
}

static void
test_valid (void)
{
  static const char *const good[] = { "112",
                                      "+46 70 174 06 05",
                                      "(5) 555-4729",
                                      "0046701740605",
                                      "+1.415.555.2671",
                                      "030/1234567",
                                      "+123456789012345",
                                      "555-4729 ext. 12",
                                      "555-4729x12",
                                      "555-4729 #1",
                                      "+1-555-4729;ext=12",
                                      "  555 47 29 ",
                                      "(+46) 70 174",
                                      "555–4729",
                                      "+46 (0)70 174" };
  static const struct
  {
    const char *phone;
    const char *word;
  } bad[] = {
    { "", "Enter" },
    { "  ", "Enter" },
    { "12", "at least" },
    { "+", "at least" },
    { "1234567890123456", "no more than" },
    { "call me", "only" },
    { "555-HELP", "only" },
    { "555,4729", "only" },
    { "+46+70", "“+”" },
    { "46+70123", "“+”" },
    { "555-4729 ext.", "extension" },
    { "555-4729 x12345678", "extension" },
    { "555-4729 ext. one", "extension" },
    { "555-4729;phone-context=x", "extension" },
    { "555\3774729", "broken" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", good[i]);
      g_assert_true (rg_phone_is_valid (good[i], &error));
      g_assert_no_error (error);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (rg_phone_is_valid (bad[i].phone, &error));
      g_assert_error (error, RG_ERROR, RG_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, bad[i].word));
    }
}

/* Each number that is typed from its start or its end, three digits or more, finds itself, in any notation of
 * it. */
static void
test_every_prefix (void)
{
  static const struct
  {
    const char *stored;
    const char *notations[4];
  } cases[] = {
    { "+46 70 174 06 05", { "46701740605", "0701740605", "701740605" } },
    { "+44 20 7946 0958", { "442079460958", "02079460958" } },
    { "+353 1 234 5678", { "35312345678", "012345678" } },
    { "030 1234567", { "0301234567", "301234567" } },
    { "(415) 555-2671", { "4155552671" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int j = 0; cases[i].notations[j] != NULL; j++)
      for (gsize n = 4; n <= strlen (cases[i].notations[j]); n++)
        {
          g_autofree char *start = g_strndup (cases[i].notations[j], n);
          const char *end = cases[i].notations[j] + strlen (cases[i].notations[j]) - n;

          if (!finds (cases[i].stored, start) || (strncmp (end, "00", 2) != 0 && !finds (cases[i].stored, end)))
            g_error ("%s is not found by %s or %s", cases[i].stored, start, end);
        }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/phone/digits", test_digits);
  g_test_add_func ("/phone/index", test_index_tokens);
  g_test_add_func ("/phone/query", test_query_tokens);
  g_test_add_func ("/phone/find", test_find);
  g_test_add_func ("/phone/find/every", test_every_prefix);
  g_test_add_func ("/phone/valid", test_valid);

  return g_test_run ();
}
