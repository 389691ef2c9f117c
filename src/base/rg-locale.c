/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rg-locale-private.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#define MAX_LENGTH (1 << 30)

/* Interned strings, so that a reader in another thread may keep one while it is being replaced. */
static const char *locales[RG_LOCALE_N_CATEGORIES];
static guint generation;

/* What glibc writes after "@" and what it is for ICU; other modifiers ("euro") change nothing here. */
static const struct
{
  const char *modifier;
  const char *script;
  const char *variant;
} modifiers[] = {
  { "latin", "Latn", NULL },   { "cyrillic", "Cyrl", NULL },     { "devanagari", "Deva", NULL },
  { "iqtelif", "Latn", NULL }, { "valencia", NULL, "VALENCIA" },
};

static const char *
default_locale (void)
{
  const char *name = uloc_getDefault ();

  if (g_str_has_prefix (name, "en_US_POSIX") || *name == '\0')
    return "en_US";
  return name;
}

/**
 * rg_locale_get:
 * @category: for what
 *
 * Returns: (transfer none): the locale as ICU names it ("de_AT"); never freed
 */
const char *
rg_locale_get (RgLocaleCategory category)
{
  const char *name;

  g_return_val_if_fail (category < RG_LOCALE_N_CATEGORIES, "en_US");

  name = g_atomic_pointer_get (&locales[category]);
  if (name == NULL)
    {
      name = g_intern_string (default_locale ());
      g_atomic_pointer_set (&locales[category], name);
    }
  return name;
}

/**
 * rg_locale_get_generation:
 *
 * For caches: what was made in another generation must be made anew.
 *
 * Returns: a number that grows each time the locale is set
 */
guint
rg_locale_get_generation (void)
{
  return (guint) g_atomic_int_get (&generation);
}

/**
 * rg_locale_dup_gregorian:
 *
 * A desk counts in the Gregorian calendar, whatever calendar the locale prefers: what is read must be what can be typed
 * in rg_day_parse(). All years are Gregorian, as in #GDate.
 *
 * Returns: (transfer full): the locale of dates as ICU names it, with that calendar
 */
char *
rg_locale_dup_gregorian (void)
{
  return g_strconcat (rg_locale_get (RG_LOCALE_TIME), "@calendar=gregorian", NULL);
}

/**
 * rg_locale_from_posix:
 * @name: (nullable): a name as setlocale() returns it, "sr_RS.UTF-8@latin"
 *
 * Returns: (transfer full): the locale as ICU names it, "sr_Latn_RS"; "en_US" for "C", "POSIX" and %NULL
 */
char *
rg_locale_from_posix (const char *name)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *base = NULL;
  const char *at, *territory;

  if (name == NULL)
    return g_strdup ("en_US");

  at = strchr (name, '@');
  base = g_strndup (name, strcspn (name, ".@"));
  if (*base == '\0' || g_str_equal (base, "C") || g_str_equal (base, "POSIX"))
    return g_strdup ("en_US");
  if (at == NULL)
    return g_steal_pointer (&base);

  parts = g_strsplit (base, "_", 2);
  territory = parts[1] != NULL ? parts[1] : "";
  for (gsize i = 0; i < G_N_ELEMENTS (modifiers); i++)
    {
      if (!g_str_equal (at + 1, modifiers[i].modifier))
        continue;
      if (modifiers[i].script != NULL)
        return g_strconcat (parts[0], "_", modifiers[i].script, *territory != '\0' ? "_" : "", territory, NULL);
      return g_strconcat (parts[0], "_", territory, "_", modifiers[i].variant, NULL);
    }
  return g_steal_pointer (&base);
}

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
void
rg_locale_init (void)
{
  static const int posix[RG_LOCALE_N_CATEGORIES] = {
    [RG_LOCALE_MESSAGES] = LC_MESSAGES,
    [RG_LOCALE_MONETARY] = LC_MONETARY,
    [RG_LOCALE_TIME] = LC_TIME,
  };
  const char *folder = g_getenv ("REGULARS_LOCALEDIR");

  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : RG_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  for (int i = 0; i < RG_LOCALE_N_CATEGORIES; i++)
    {
      g_autofree char *name = rg_locale_from_posix (setlocale (posix[i], NULL));

      g_atomic_pointer_set (&locales[i], g_intern_string (name));
    }
  g_atomic_int_inc (&generation);
}

/**
 * rg_locale_set:
 * @icu_locale: (nullable): "de_AT", or %NULL for ICU's default
 *
 * Sets one locale for everything. For tests. Texts made before stay as they are.
 */
void
rg_locale_set (const char *icu_locale)
{
  const char *name = g_intern_string (icu_locale != NULL ? icu_locale : default_locale ());

  for (int i = 0; i < RG_LOCALE_N_CATEGORIES; i++)
    g_atomic_pointer_set (&locales[i], name);
  g_atomic_int_inc (&generation);
}

/**
 * rg_utf16_from_utf8:
 * @text: UTF-8; each broken sequence becomes U+FFFD
 * @length: (out): how many code units were made
 *
 * Text of 2^30 bytes and more, for which ICU's lengths would not do, is cut.
 *
 * Returns: (transfer full): UTF-16, closed with a zero
 */
UChar *
rg_utf16_from_utf8 (const char *text, int32_t *length)
{
  UErrorCode status = U_ZERO_ERROR;
  gsize bytes = strnlen (text, MAX_LENGTH - 1);
  UChar *wide = g_new (UChar, bytes + 1);

  /* UTF-16 never has more units than UTF-8 has bytes. */
  u_strFromUTF8WithSub (wide, (int32_t) bytes + 1, length, text, (int32_t) bytes, 0xFFFD, NULL, &status);
  g_assert (U_SUCCESS (status));
  return wide;
}

/**
 * rg_utf16_to_utf8:
 * @text: UTF-16
 * @length: its length in code units, or -1 if it is closed with a zero
 *
 * Returns: (transfer full): UTF-8
 */
char *
rg_utf16_to_utf8 (const UChar *text, int32_t length)
{
  UErrorCode status = U_ZERO_ERROR;
  gsize units = length < 0 ? (gsize) u_strlen (text) : (gsize) length;
  int32_t bytes = 0;
  char stack[512], *utf8;

  u_strToUTF8WithSub (stack, sizeof stack, &bytes, text, (int32_t) units, 0xFFFD, NULL, &status);
  if (U_SUCCESS (status))
    return g_strndup (stack, (gsize) bytes);
  g_assert (status == U_BUFFER_OVERFLOW_ERROR);

  status = U_ZERO_ERROR;
  utf8 = g_malloc ((gsize) bytes + 1);
  u_strToUTF8WithSub (utf8, bytes, &bytes, text, (int32_t) units, 0xFFFD, NULL, &status);
  g_assert (U_SUCCESS (status));
  utf8[bytes] = '\0';
  return utf8;
}
