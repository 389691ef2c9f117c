/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-link.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rg-error.h"

/* Links into the desk: regulars:customer/100234, regulars:order/20877. They come from e-mails, web pages and other
 * programs, so nothing but exactly this is a link: no host, no query, nothing escaped. */

#define SCHEME "regulars:"

/* More digits than any number on file has. */
#define MOST_DIGITS 15

static const char *const kinds[] = { [RG_LINK_CUSTOMER] = "customer/", [RG_LINK_ORDER] = "order/" };

/**
 * rg_link_is_link:
 * @text: what somebody gave the program to open
 *
 * Returns: whether it is meant as a link of ours, right or wrong
 */
gboolean
rg_link_is_link (const char *text)
{
  return g_ascii_strncasecmp (text, SCHEME, strlen (SCHEME)) == 0;
}

/**
 * rg_link_parse:
 * @text: a link
 * @kind: (out): what it leads to
 * @number: (out): its number
 * @error: where to put why it is none; %RG_ERROR_INVALID
 *
 * Returns: whether it is one
 */
gboolean
rg_link_parse (const char *text, RgLinkKind *kind, gint64 *number, GError **error)
{
  const char *rest = rg_link_is_link (text) ? text + strlen (SCHEME) : "";

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *digits = rest + strlen (kinds[i]);

      if (!g_str_has_prefix (rest, kinds[i]) || strspn (digits, "0123456789") != strlen (digits)
          || strlen (digits) > MOST_DIGITS || *digits == '0' || *digits == '\0')
        continue;
      *kind = i;
      *number = g_ascii_strtoll (digits, NULL, 10);
      return TRUE;
    }
  /* The link is not repeated: it may say anything. */
  rg_error_set_invalid (error, "link",
                        /* Translators: two examples of links */
                        _ ("That link does not lead to a customer or an order. A link looks like %s or %s."),
                        "regulars:customer/100234", "regulars:order/20877");
  return FALSE;
}

/**
 * rg_link_new:
 * @kind: what it leads to
 * @number: its number
 *
 * Returns: (transfer full): the link
 */
char *
rg_link_new (RgLinkKind kind, gint64 number)
{
  return g_strdup_printf (SCHEME "%s%" G_GINT64_FORMAT, kinds[kind], number);
}
