/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rg-text.h"

#include <unicode/ucol.h>

#include "rg-locale-private.h"

/* Long enough for the key of a name; longer ones go to the heap at once. */
#define ON_STACK 512

/* One for all threads: asking a collator for keys does not change it. Never closed. */
static UCollator *
get_collator (void)
{
  static UCollator *collator;

  if (g_once_init_enter (&collator))
    {
      UErrorCode status = U_ZERO_ERROR;
      UCollator *made = ucol_open ("", &status);

      if (U_SUCCESS (status))
        ucol_setAttribute (made, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
      if (U_FAILURE (status))
        g_error ("ICU has no root collation: %s", u_errorName (status));
      g_once_init_leave (&collator, made);
    }
  return collator;
}

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
GBytes *
rg_text_sort_key (const char *text)
{
  g_autofree UChar *wide = NULL;
  g_autofree guint8 *key = NULL;
  guint8 stack[ON_STACK];
  int32_t length, size;

  if (text == NULL || *text == '\0')
    return g_bytes_new_static ("", 0);

  wide = rg_utf16_from_utf8 (text, &length);
  size = ucol_getSortKey (get_collator (), wide, length, stack, ON_STACK);
  if (size <= 0)
    return g_bytes_new_static ("", 0);
  if (size <= ON_STACK)
    return g_bytes_new (stack, (gsize) size - 1);
  key = g_malloc ((gsize) size);
  ucol_getSortKey (get_collator (), wide, length, key, size);
  return g_bytes_new_take (g_steal_pointer (&key), (gsize) size - 1);
}

/**
 * rg_text_sort_version:
 *
 * Returns: (transfer full): names the collation; stored keys must be made anew when it changes
 */
char *
rg_text_sort_version (void)
{
  char name[U_MAX_VERSION_STRING_LENGTH];
  UVersionInfo version;

  ucol_getVersion (get_collator (), version);
  u_versionToString (version, name);
  return g_strdup_printf ("root-numeric-%s", name);
}
