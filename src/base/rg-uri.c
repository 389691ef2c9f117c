/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-uri.h"

#include "rg-phone.h"

/* Links out of the desk, for the programs that call and write. What is on file may be anything, so only digits of a
 * number and a single address get through. */

/**
 * rg_uri_for_phone:
 * @phone: (nullable): a number in any notation
 * @extension: (nullable): its extension
 *
 * Returns: (transfer full) (nullable): "tel:+14155550100;ext=12" (RFC 3966); %NULL when there is nothing to dial
 */
char *
rg_uri_for_phone (const char *phone, const char *extension)
{
  gboolean international = FALSE;
  g_autofree char *digits = rg_phone_digits (phone, &international);
  g_autoptr (GString) uri = g_string_new ("tel:");

  if (*digits == '\0')
    return NULL;
  g_string_append_printf (uri, "%s%s", international ? "+" : "", digits);
  if (extension != NULL && *extension != '\0')
    {
      gsize length = uri->len;

      g_string_append (uri, ";ext=");
      for (const char *p = extension; *p != '\0'; p++)
        if (g_ascii_isdigit (*p))
          g_string_append_c (uri, *p);
      if (g_str_has_suffix (uri->str, "="))
        g_string_truncate (uri, length);
    }
  return g_string_free_and_steal (g_steal_pointer (&uri));
}

/**
 * rg_uri_for_email:
 * @email: (nullable): an address
 *
 * Returns: (transfer full) (nullable): "mailto:mai@example.org" (RFC 6068); %NULL when it is no address
 */
char *
rg_uri_for_email (const char *email)
{
  g_autofree char *escaped = NULL;
  const char *at = email != NULL ? strchr (email, '@') : NULL;

  if (at == NULL || at == email || at[1] == '\0' || strchr (at + 1, '@') != NULL)
    return NULL;
  escaped = g_uri_escape_string (email, "@+", TRUE);
  return g_strconcat ("mailto:", escaped, NULL);
}
