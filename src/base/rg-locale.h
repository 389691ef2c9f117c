/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <unicode/utypes.h>

G_BEGIN_DECLS

/* What the other files of base share: the locale, and the way to and from ICU's UTF-16. Not for other floors,
 * which set the locale with rg_locale_init() or rg_locale_set() of rg-text.h. */

typedef enum
{
  RG_LOCALE_MESSAGES, /* names of countries, currencies, languages */
  RG_LOCALE_MONETARY, /* amounts */
  RG_LOCALE_TIME,     /* dates, the first day of the week */
  RG_LOCALE_N_CATEGORIES
} RgLocaleCategory;

/**
 * rg_locale_get:
 * @category: for what
 *
 * Returns: (transfer none): the locale as ICU names it ("de_AT"); never freed
 */
const char *rg_locale_get (RgLocaleCategory category);

/**
 * rg_locale_get_generation:
 *
 * For caches: what was made in another generation must be made anew.
 *
 * Returns: a number that grows each time the locale is set
 */
guint rg_locale_get_generation (void);

/**
 * rg_locale_from_posix:
 * @name: (nullable): a name as setlocale() returns it, "sr_RS.UTF-8@latin"
 *
 * Returns: (transfer full): the locale as ICU names it, "sr_Latn_RS"; "en_US" for "C", "POSIX" and %NULL
 */
char *rg_locale_from_posix (const char *name);

/**
 * rg_utf16_from_utf8:
 * @text: UTF-8; each broken sequence becomes U+FFFD
 * @length: (out): how many code units were made
 *
 * Text of 2^30 bytes and more, for which ICU's lengths would not do, is cut.
 *
 * Returns: (transfer full): UTF-16, closed with a zero
 */
UChar *rg_utf16_from_utf8 (const char *text, int32_t *length);

/**
 * rg_utf16_to_utf8:
 * @text: UTF-16
 * @length: its length in code units, or -1 if it is closed with a zero
 *
 * Returns: (transfer full): UTF-8
 */
char *rg_utf16_to_utf8 (const UChar *text, int32_t length);

G_END_DECLS
