/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-input.h"

#include <string.h>

#include "rg-country.h"
#include "rg-csv-notation.h"
#include "rg-day.h"
#include "rg-email.h"
#include "rg-link.h"
#include "rg-locale.h"
#include "rg-money.h"
#include "rg-percent.h"
#include "rg-phone.h"
#include "rg-postcode.h"
#include "rg-text.h"
#include "rg-uri.h"

/* Whatever people type or a file says: it is understood or refused in words, and what is understood is understood the
 * same way when it is written and read again. The first byte chooses the
 * locale and what is read, the second the currency. */

static const char *const locales[]
  = { "en_US", "de_DE", "fr_FR", "en_GB", "de_CH", "en_IN", "ar_EG", "ja_JP", "vi_VN", "hu_HU", "fa_IR", "sv_SE" };
static const char *const currencies[] = { "EUR", "USD", "JPY", "KWD", "CLF", "SEK", "INR" };

static void
check_money (const char *text, const char *currency)
{
  static const char signs[][2] = { { '.', ',' }, { ',', '.' }, { '.', 0 }, { ',', ' ' }, { '.', '\'' } };
  gint64 amount, again;

  {
    g_autoptr (GError) error = NULL;
    gboolean understood = rg_money_parse (text, currency, &amount, &error);

    fuzz_check_error (understood, error);
    if (understood)
      {
        g_autofree char *written = rg_money_format (amount, currency);

        g_assert (rg_money_parse (written, currency, &again, NULL) && again == amount);
      }
  }
  {
    g_autoptr (GError) error = NULL;
    gboolean understood = rg_money_parse_plain (text, currency, &amount, &error);

    fuzz_check_error (understood, error);
    if (understood)
      {
        g_autofree char *written = rg_money_format_plain (amount, currency);

        g_assert (rg_money_parse_plain (written, currency, &again, NULL) && again == amount);
      }
  }
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean understood = rg_money_parse_notation (text, currency, signs[i][0], signs[i][1], &amount, &error);

      fuzz_check_error (understood, error);
    }
}

static void
check_percent (const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 hundredths, again;
  gboolean understood = rg_percent_parse (text, &hundredths, &error);

  fuzz_check_error (understood, error);
  if (understood)
    {
      g_autofree char *written = rg_percent_format (hundredths);

      g_assert (rg_percent_parse (written, &again, NULL) && again == hundredths);
    }
}

static void
check_day (const char *text)
{
  g_autoptr (GError) error = NULL;
  RgDay day = rg_day_parse (text, &error);
  gint64 time = rg_time_from_iso (text);

  fuzz_check_error (day != 0, error);
  if (day != 0)
    {
      g_autofree char *iso = rg_day_to_iso (day);
      g_autofree char *written = rg_day_format (day);

      g_assert (rg_day_from_iso (iso) == day);
      g_assert (rg_day_parse (written, NULL) == day);
    }
  g_assert (time == 0 || rg_day_of_time (time, NULL) != 0);
  rg_day_from_iso (text);
}

static void
check_phone (const char *text)
{
  g_autofree char *digits = rg_phone_digits (text, NULL);
  g_auto (GStrv) words = rg_phone_index_tokens (text);
  g_auto (GStrv) terms = rg_phone_query_tokens (text);
  g_autoptr (GError) error = NULL;
  gboolean valid = rg_phone_is_valid (text, &error);
  gboolean found = terms == NULL;

  fuzz_check_error (valid, error);
  g_assert (strspn (digits, "0123456789") == strlen (digits));
  for (char **term = terms; term != NULL && *term != NULL; term++)
    for (char **word = words; *word != NULL; word++)
      found = found || g_str_has_prefix (*word, *term);
  g_assert (found);
  if (valid)
    {
      g_autofree char *uri = rg_uri_for_phone (text, "12");

      g_assert (uri == NULL || g_uri_is_valid (uri, G_URI_FLAGS_NONE, NULL));
    }
}

static void
check_text (const char *text)
{
  g_autofree char *folded = rg_text_fold (text);
  g_autofree char *folded_again = rg_text_fold (folded);
  g_autofree char *clean = rg_text_clean (text);
  g_autofree char *clean_again = rg_text_clean (clean);
  g_autofree char *initials = rg_text_initials (text);
  g_autofree char *country = rg_country_from_text (text);
  g_autofree char *postcode = rg_postcode_normalize (country != NULL ? country : "US", clean);
  g_auto (GStrv) words = rg_text_words (folded);
  g_autoptr (GBytes) key = rg_text_sort_key (text);
  g_autoptr (GError) error = NULL;
  gboolean valid = rg_email_is_valid (text, &error);

  g_assert (g_utf8_validate (folded, -1, NULL) && g_utf8_validate (clean, -1, NULL));
  g_assert (g_utf8_validate (initials, -1, NULL) && g_utf8_strlen (initials, -1) <= 4);
  g_assert_cmpstr (folded, ==, folded_again);
  g_assert_cmpstr (clean, ==, clean_again);
  g_assert ((*clean == '\0') == rg_text_is_blank (text));
  g_assert (country == NULL || g_strv_contains (rg_country_list (), country));
  g_assert (rg_text_distance (clean, folded, 3) == rg_text_distance (folded, clean, 3));
  rg_us_state_from_text (clean);
  rg_postcode_get_us_state (clean);
  fuzz_check_error (valid, error);
  if (valid)
    {
      g_autofree char *uri = rg_uri_for_email (text);

      g_assert (uri == NULL || g_uri_is_valid (uri, G_URI_FLAGS_NONE, NULL));
    }
}

static void
check_link (const char *text)
{
  g_autoptr (GError) error = NULL;
  RgLinkKind kind, same_kind;
  gint64 number, same_number;
  gboolean understood = rg_link_parse (text, &kind, &number, &error);

  fuzz_check_error (understood, error);
  if (understood)
    {
      g_autofree char *written = rg_link_new (kind, number);

      g_assert (rg_link_is_link (written));
      g_assert (rg_link_parse (written, &same_kind, &same_number, NULL));
      g_assert (kind == same_kind && number == same_number);
    }
}

static void
check_notation (const char *text)
{
  RgCsvNumberEvidence numbers = { 0 };
  RgCsvDateEvidence dates = { 0 };

  rg_csv_number_evidence_add (&numbers, text);
  rg_csv_number_evidence_get (&numbers);
  rg_csv_date_evidence_add (&dates, text);
  rg_csv_date_evidence_get (&dates);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *locale;
  FuzzInput input = { data, size };
  guint choice = fuzz_take_below (&input, G_N_ELEMENTS (locales) * 8);
  const char *currency = currencies[fuzz_take_below (&input, G_N_ELEMENTS (currencies))];
  g_autofree char *text = fuzz_take_rest (&input);

  if (locale != locales[choice / 8])
    rg_locale_set (locale = locales[choice / 8]);
  switch (choice % 8)
    {
    case 0:
      check_money (text, currency);
      break;
    case 1:
      check_percent (text);
      break;
    case 2:
      check_day (text);
      break;
    case 3:
      check_phone (text);
      break;
    case 4:
      check_link (text);
      break;
    case 5:
      check_notation (text);
      break;
    default:
      check_text (text);
      break;
    }
  return 0;
}
