/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rg-email.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/uidna.h>

#include "rg-error.h"
#include "rg-text.h"

/* RFC 5321, 4.5.3.1; the whole is the path of 256 without its angle brackets. */
#define MAX_LOCAL 64
#define MAX_DOMAIN 255
#define MAX_EMAIL 254

static gboolean
refuse (GError **error, const char *words)
{
  g_set_error_literal (error, RG_ERROR, RG_ERROR_INVALID, words);
  return FALSE;
}

/* Some scripts need them in a domain; there IDNA knows where. */
static gboolean
is_joiner (gunichar c)
{
  return c == 0x200C || c == 0x200D;
}

/* One for all threads: ICU says it does not change. Never closed. */
static const UIDNA *
get_idna (void)
{
  static UIDNA *idna;

  if (g_once_init_enter (&idna))
    {
      UErrorCode status = U_ZERO_ERROR;
      UIDNA *made = uidna_openUTS46 (
        UIDNA_USE_STD3_RULES | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII, &status);

      if (U_FAILURE (status))
        g_error ("ICU has no domain names: %s", u_errorName (status));
      g_once_init_leave (&idna, made);
    }
  return idna;
}

/* A name of at least two labels that the domain name system could know; the last one is no number, or it
 * would be an address of a machine. */
static gboolean
is_domain (const char *domain)
{
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  UErrorCode status = U_ZERO_ERROR;
  char ascii[MAX_DOMAIN + 1];
  const char *dot;
  int32_t length;

  length = uidna_nameToASCII_UTF8 (get_idna (), domain, -1, ascii, MAX_DOMAIN, &info, &status);
  if (U_FAILURE (status) || info.errors != 0 || length < 1 || length >= MAX_DOMAIN)
    return FALSE;
  ascii[length] = '\0';
  dot = strrchr (ascii, '.');
  return dot != NULL && dot > ascii && dot[1] != '\0' && strspn (dot + 1, "0123456789") != strlen (dot + 1);
}

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
gboolean
rg_email_is_valid (const char *email, GError **error)
{
  const char *at, *local_end;

  g_return_val_if_fail (email != NULL, FALSE);

  if (rg_text_is_blank (email))
    return refuse (error, _ ("Enter an email address."));
  if (strnlen (email, MAX_EMAIL + 1) > MAX_EMAIL)
    return refuse (error, _ ("An email address has no more than 254 characters."));
  if (!g_utf8_validate (email, -1, NULL))
    return refuse (error, _ ("The email address has broken characters."));

  for (const char *p = email; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        return refuse (error, _ ("An email address has no blanks."));
      if (g_unichar_iscntrl (c) || (g_unichar_type (c) == G_UNICODE_FORMAT && !is_joiner (c))
          || (c < 0x80 && strchr ("\"(),:;<>[\\]", (int) c) != NULL))
        return refuse (error, _ ("The email address has a character that email addresses do not have."));
    }

  at = strchr (email, '@');
  if (at == NULL)
    return refuse (error, _ ("An email address has an “@”."));
  if (strchr (at + 1, '@') != NULL)
    return refuse (error, _ ("An email address has only one “@”."));
  local_end = at - 1;
  if (at == email)
    return refuse (error, _ ("Something is missing before the “@”."));
  if (at - email > MAX_LOCAL)
    return refuse (error, _ ("What stands before the “@” is too long."));
  if (*email == '.' || *local_end == '.' || g_strstr_len (email, at - email, "..") != NULL)
    return refuse (error, _ ("A dot is in the wrong place before the “@”."));
  if (at[1] == '\0')
    return refuse (error, _ ("Something is missing after the “@”."));
  if (!is_domain (at + 1))
    return refuse (error, _ ("What stands after the “@” is not the name of a mail domain."));
  return TRUE;
}
