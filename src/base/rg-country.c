/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rg-country.h"

#include <string.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>

#include "rg-locale-private.h"
#include "rg-text.h"

/* Codes that ICU lists for places which are no countries of ISO 3166-1: Ascension, Clipperton, Sark, Diego
 * Garcia, Ceuta and Melilla, the Canary Islands, Tristan da Cunha. Kosovo (XK), which is not in it either, is
 * one to people who live there, and stays. */
static const char *const no_countries[] = { "AC", "CP", "CQ", "DG", "EA", "IC", "TA", NULL };

/* What people write and CLDR does not have, as make_key() leaves it. */
static const struct
{
  const char *key;
  const char *alpha2;
} more_names[] = {
  { "america", "US" },
  { "bosnia", "BA" },
  { "britain", "GB" },
  { "brunei darussalam", "BN" },
  { "burma", "MM" },
  { "cape verde", "CV" },
  { "czech republic", "CZ" },
  { "emirates", "AE" },
  { "england", "GB" },
  { "great britain", "GB" },
  { "holland", "NL" },
  { "hong kong", "HK" },
  { "ivory coast", "CI" },
  { "macao", "MO" },
  { "macau", "MO" },
  { "macedonia", "MK" },
  { "myanmar", "MM" },
  { "northern ireland", "GB" },
  { "palestine", "PS" },
  { "republic of ireland", "IE" },
  { "republic of korea", "KR" },
  { "russian federation", "RU" },
  { "scotland", "GB" },
  { "swaziland", "SZ" },
  { "turkey", "TR" },
  { "turkiye", "TR" },
  { "u k", "GB" },
  { "u s", "US" },
  { "u s a", "US" },
  { "uae", "AE" },
  { "uk", "GB" },
  { "united states of america", "US" },
  { "usa", "US" },
  { "vatican", "VA" },
  { "viet nam", "VN" },
  { "wales", "GB" },
};

/* Names to codes, for the locale of one generation; under the lock. */
static GMutex lock;
static GHashTable *names;
static guint names_generation;
static gboolean names_have_endonyms;

/**
 * rg_country_list:
 *
 * Returns: (transfer none): the alpha-2 codes of all countries (ISO 3166-1, and XK for Kosovo), sorted, %NULL-
 * terminated
 */
const char *const *
rg_country_list (void)
{
  static const char *const *list;

  if (g_once_init_enter (&list))
    {
      GPtrArray *codes = g_ptr_array_new ();

      for (const char *const *code = uloc_getISOCountries (); *code != NULL; code++)
        if (!g_strv_contains (no_countries, *code))
          g_ptr_array_add (codes, (gpointer) *code);
      g_ptr_array_sort_values (codes, (GCompareFunc) strcmp);
      g_ptr_array_add (codes, NULL);
      g_once_init_leave (&list, (const char *const *) g_ptr_array_free (codes, FALSE));
    }
  return list;
}

/* Returns the name of @alpha2 in @locale, or NULL if it has none there. */
static char *
dup_name_in (const char *alpha2, const char *locale)
{
  g_autofree char *place = g_strconcat ("und_", alpha2, NULL);
  UErrorCode status = U_ZERO_ERROR;
  UChar name[128];
  int32_t length = uloc_getDisplayCountry (place, locale, name, G_N_ELEMENTS (name), &status);

  /* A warning tells that the name is the code itself. */
  if (U_FAILURE (status) || status == U_USING_DEFAULT_WARNING || length == 0)
    return NULL;
  return rg_utf16_to_utf8 (name, length);
}

/**
 * rg_country_dup_name:
 *
 * Returns: (transfer full): the country's name in the person's language, or a copy of @alpha2
 */
char *
rg_country_dup_name (const char *alpha2)
{
  char *name;

  g_return_val_if_fail (alpha2 != NULL, NULL);

  name = strlen (alpha2) == 2 ? dup_name_in (alpha2, rg_locale_get (RG_LOCALE_MESSAGES)) : NULL;
  return name != NULL ? name : g_strdup (alpha2);
}

/* Case, accents, punctuation and the article do not matter. */
static char *
make_key (const char *text)
{
  g_autofree char *folded = rg_text_fold (text);
  g_auto (GStrv) words = rg_text_words (folded);
  gboolean article = words[0] != NULL && words[1] != NULL && g_str_equal (words[0], "the");

  return g_strjoinv (" ", words + (article ? 1 : 0));
}

/* The first to claim a name has it. */
static void
add_name (const char *name, const char *alpha2)
{
  g_autofree char *key = name != NULL ? make_key (name) : NULL;

  if (key != NULL && *key != '\0' && !g_hash_table_contains (names, key))
    g_hash_table_insert (names, g_steal_pointer (&key), (gpointer) alpha2);
}

static const char *
find_code (const char *alpha2)
{
  for (const char *const *code = rg_country_list (); *code != NULL; code++)
    if (g_str_equal (*code, alpha2))
      return *code;
  return NULL;
}

static void
add_names_in (const char *locale)
{
  for (const char *const *code = rg_country_list (); *code != NULL; code++)
    {
      g_autofree char *name = dup_name_in (*code, locale);

      add_name (name, *code);
    }
}

static void
add_codes (void)
{
  for (const char *const *code = rg_country_list (); *code != NULL; code++)
    {
      g_autofree char *place = g_strconcat ("und_", *code, NULL);

      add_name (*code, *code);
      add_name (uloc_getISO3Country (place), *code);
    }
}

/* The name of each country in the language most people speak there: "Deutschland" is understood everywhere.
 */
static void
add_endonyms (void)
{
  for (const char *const *code = rg_country_list (); *code != NULL; code++)
    {
      g_autofree char *place = g_strconcat ("und_", *code, NULL);
      g_autofree char *name = NULL;
      UErrorCode status = U_ZERO_ERROR;
      char likely[ULOC_FULLNAME_CAPACITY];

      uloc_addLikelySubtags (place, likely, sizeof likely, &status);
      if (U_FAILURE (status))
        continue;
      name = dup_name_in (*code, likely);
      add_name (name, *code);
    }
}

static const char *
look_up (const char *key)
{
  const char *found;

  if (names == NULL || names_generation != rg_locale_get_generation ())
    {
      g_clear_pointer (&names, g_hash_table_unref);
      names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      names_generation = rg_locale_get_generation ();
      names_have_endonyms = FALSE;
      add_codes ();
      add_names_in (rg_locale_get (RG_LOCALE_MESSAGES));
      add_names_in ("en");
      for (gsize i = 0; i < G_N_ELEMENTS (more_names); i++)
        add_name (more_names[i].key, find_code (more_names[i].alpha2));
    }
  found = g_hash_table_lookup (names, key);
  if (found == NULL && !names_have_endonyms)
    {
      names_have_endonyms = TRUE;
      add_endonyms ();
      found = g_hash_table_lookup (names, key);
    }
  return found;
}

/**
 * rg_country_from_text:
 * @text: (nullable): a country as people write it
 *
 * Understands ISO 3166-1 codes of two and three letters ("DE", "DEU"), names in the person's language, in
 * English and in the language of the country itself ("Deutschland"), and some that everybody uses ("UK",
 * "USA", "Holland"); case, accents and dots do not matter.
 *
 * Returns: (nullable) (transfer full): the alpha-2 code, or %NULL if @text is no country
 */
char *
rg_country_from_text (const char *text)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autofree char *key = NULL;

  if (text == NULL)
    return NULL;
  key = make_key (text);
  if (*key == '\0')
    return NULL;
  locker = g_mutex_locker_new (&lock);
  return g_strdup (look_up (key));
}

/**
 * rg_language_list:
 *
 * Returns: (transfer none): the codes of all languages of ISO 639-1, sorted, %NULL-terminated
 */
const char *const *
rg_language_list (void)
{
  static const char *const *list;

  if (g_once_init_enter (&list))
    {
      GPtrArray *codes = g_ptr_array_new ();

      for (const char *const *code = uloc_getISOLanguages (); *code != NULL; code++)
        if (strlen (*code) == 2)
          g_ptr_array_add (codes, (gpointer) *code);
      g_ptr_array_sort_values (codes, (GCompareFunc) strcmp);
      g_ptr_array_add (codes, NULL);
      g_once_init_leave (&list, (const char *const *) g_ptr_array_free (codes, FALSE));
    }
  return list;
}

/**
 * rg_language_dup_name:
 *
 * Returns: (transfer full): the name of @code ("de", "pt_BR") in the person's language, or @code
 */
char *
rg_language_dup_name (const char *code)
{
  UErrorCode status = U_ZERO_ERROR;
  ULocaleDisplayNames *display;
  UChar name[128];
  int32_t length;

  g_return_val_if_fail (code != NULL, NULL);

  display = uldn_open (rg_locale_get (RG_LOCALE_MESSAGES), ULDN_STANDARD_NAMES, &status);
  length = uldn_localeDisplayName (display, code, name, G_N_ELEMENTS (name), &status);
  uldn_close (display);
  return U_SUCCESS (status) && length > 0 ? rg_utf16_to_utf8 (name, length) : g_strdup (code);
}
