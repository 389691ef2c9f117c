/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SECTION:rg-text
 *
 * Text as people write it, and the locale it is shown in. Text is UTF-8; where bytes may come from outside
 * and be broken, functions say what they do with them. All functions may be called from any thread.
 */

/**
 * rg_locale_init:
 *
 * Takes the locale from setlocale() (which main must have called with %LC_ALL and ""): amounts follow
 * %LC_MONETARY, dates %LC_TIME, names of countries, currencies and languages %LC_MESSAGES. "C" and "POSIX"
 * become "en_US". Without this call all of them are ICU's default locale, which is of the environment.
 *
 * Also says where the translated texts are: where the program is installed, or in the folder that REGULARS_LOCALEDIR
 * names (the build folder, for a program that is not installed).
 */
void rg_locale_init (void);

/**
 * rg_locale_set:
 * @icu_locale: (nullable): "de_AT", or %NULL for ICU's default
 *
 * Sets one locale for everything. For tests. Texts made before stay as they are.
 */
void rg_locale_set (const char *icu_locale);

/**
 * rg_text_fold:
 * @text: (nullable): text; broken bytes become U+FFFD
 *
 * What search compares: compatibility forms, accents and case are gone, letters of Latin script are ASCII
 * (CLDR's Latin-ASCII), so that "Łukasz Straße Ångström" is "lukasz strasse angstrom". Other scripts stay, in
 * lower case and without accents; vowel signs and points that belong to a script stay. Blanks and most
 * punctuation stay; curly apostrophes and quotes, long dashes and the minus become ASCII. The result does not
 * depend on the locale, and folding it again changes nothing. Text past 64 MiB is cut.
 *
 * The rules are ICU's and belong to rg_text_fold_version(): stored folded text must be made anew when that
 * changes.
 *
 * Returns: (transfer full): the folded text
 */
char *rg_text_fold (const char *text);

/** rg_text_fold_version: Returns: (transfer full): names the rules of rg_text_fold(), "fold-1 unicode-15.1"
 */
char *rg_text_fold_version (void);

/**
 * rg_text_words:
 * @folded: (nullable): text, as a rule from rg_text_fold()
 *
 * Words are the runs of letters, digits and the marks on them; everything else parts them.
 *
 * Returns: (transfer full): the words in their order, %NULL-terminated, may be empty
 */
char **rg_text_words (const char *folded);

/**
 * rg_text_sort_key:
 * @text: (nullable): text
 *
 * A key of the Unicode collation algorithm (CLDR root): comparing keys as bytes (memcmp(), the order of
 * SQLite blobs) sorts the texts for people, the same in every locale. Digits sort by their value ("Box 9"
 * before "Box 10").
 *
 * Keys are comparable only with keys of the same rg_text_sort_version().
 *
 * Returns: (transfer full): the key, without the closing zero byte; empty for "" and %NULL
 */
GBytes *rg_text_sort_key (const char *text);

/** rg_text_sort_version: Returns: (transfer full): names the collation; stored keys must be made anew when it
 * changes */
char *rg_text_sort_version (void);

/**
 * rg_text_distance:
 * @a: text, valid UTF-8
 * @b: text, valid UTF-8
 * @max: the largest distance of interest, not negative
 *
 * The restricted Damerau-Levenshtein distance (optimal string alignment) in characters: how many of them must
 * be put in, left out, replaced or swapped with the next.
 *
 * Returns: the distance, or @max + 1 if it is larger than @max
 */
int rg_text_distance (const char *a, const char *b, int max);

/**
 * rg_text_initials:
 * @name: (nullable): a person's or business's name
 *
 * Returns: (transfer full): the first letters of the first and the last word, in capitals: "JR" for "jordan
 * m. reyes", "M" for "mai"; "" if there are no letters or digits
 */
char *rg_text_initials (const char *name);

/**
 * rg_email_is_valid:
 * @email: an e-mail address, without a name
 * @error: return location; %RG_ERROR_INVALID with words for the person
 *
 * A practical check, not the grammar of RFC 5322: one "@", a local part of 1 to 64 bytes and a domain with a
 * dot of up to 255 (RFC 5321, 4.5.3.1), no blanks, no quotes. International addresses and domains are allowed
 * (RFC 6531, UTS #46).
 *
 * Returns: whether mail could be sent there
 */
gboolean rg_email_is_valid (const char *email, GError **error);

/**
 * rg_text_clean:
 * @text: (nullable): text; broken bytes become U+FFFD
 *
 * For one line of text that comes in: blanks at both ends are cut, runs of blanks (of every kind, line breaks
 * and tabs too) become one space, control and invisible formatting characters go, the rest is in NFC. The
 * joiners of scripts and emoji that need them stay.
 *
 * Returns: (transfer full): clean text, "" for %NULL
 */
char *rg_text_clean (const char *text);

/** rg_text_clean_in_place: @text: (inout) (nullable): becomes as rg_text_clean() makes it, or %NULL when nothing is
 * left
 */
void rg_text_clean_in_place (char **text);

/** rg_text_is_blank: @text: (nullable): Returns: whether there is nothing in @text that rg_text_clean() would
 * keep */
gboolean rg_text_is_blank (const char *text);

/** rg_country_dup_name: Returns: (transfer full): the country's name in the person's language, or a copy of
 * @alpha2 */
char *rg_country_dup_name (const char *alpha2);

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
char *rg_country_from_text (const char *text);

/** rg_country_list: Returns: (transfer none): the alpha-2 codes of all countries (ISO 3166-1, and XK for
 * Kosovo), sorted, %NULL-terminated */
const char *const *rg_country_list (void);

/** rg_language_list: Returns: (transfer none): the codes of all languages of ISO 639-1, sorted,
 * %NULL-terminated */
const char *const *rg_language_list (void);

/** rg_language_dup_name: Returns: (transfer full): the name of @code ("de", "pt_BR") in the person's
 * language, or @code */
char *rg_language_dup_name (const char *code);

G_END_DECLS
