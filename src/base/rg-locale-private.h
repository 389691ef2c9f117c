/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <unicode/utypes.h>

#include "rg-locale.h"

G_BEGIN_DECLS

/* What the other files of this floor share: the locale, and the way to and from ICU's UTF-16. */

typedef enum
{
  RG_LOCALE_MESSAGES, /* names of countries, currencies, languages */
  RG_LOCALE_MONETARY, /* amounts */
  RG_LOCALE_TIME,     /* dates, the first day of the week */
  RG_LOCALE_N_CATEGORIES
} RgLocaleCategory;

const char *rg_locale_get (RgLocaleCategory category);
guint rg_locale_get_generation (void);
char *rg_locale_dup_gregorian (void);
char *rg_locale_from_posix (const char *name);
UChar *rg_utf16_from_utf8 (const char *text, int32_t *length);
char *rg_utf16_to_utf8 (const UChar *text, int32_t length);

G_END_DECLS
