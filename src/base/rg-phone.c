/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rg-phone.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rg-error.h"

/* E.164: at most 15 digits. Three are the shortest numbers there are. */
#define MIN_DIGITS 3
#define MAX_DIGITS 15
#define MAX_EXTENSION 7

/* Country codes have one to three digits (E.164): one in zones 1 and 7, two where a zone lists them, else three. */
#define MAX_COUNTRY_CODE 3

static const char *const two_digits[] = {
  NULL, NULL, "07", "0123469", "013456789", "12345678", "0123456", NULL, "1246", "0123458",
};

/* What can be asked for: fewer digits would find too much. */
#define MIN_QUERY 2
#define MIN_QUERY_REVERSED 3
#define MIN_QUERY_WITHOUT_COUNTRY 6

static gboolean
is_separator (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION || c == 0x2212
         || (c < 0x80 && strchr ("()./", (int) c) != NULL);
}

static gunichar
next_char (const char **text)
{
  gunichar c = g_utf8_get_char_validated (*text, -1);

  if (c == (gunichar) -1 || c == (gunichar) -2)
    {
      (*text)++;
      return 0xFFFD;
    }
  *text = g_utf8_next_char (*text);
  return c;
}

/* Where the number ends and "ext. 12", "x12", "#12" or ";ext=12" begins; the end of @phone if there is no
 * extension. */
static const char *
find_extension (const char *phone)
{
  gboolean after_digit = FALSE;

  while (*phone != '\0')
    {
      const char *here = phone;
      gunichar c = next_char (&phone);

      if (g_unichar_digit_value (c) >= 0)
        after_digit = TRUE;
      else if (after_digit
               && (strchr ("xX#;", c < 0x80 ? (int) c : 'a') != NULL || g_ascii_strncasecmp (here, "ext", 3) == 0))
        return here;
    }
  return phone;
}

/* Appends the digits between @from and @to. Mind that a zero in parentheses, "+46 (0)70", is one that is not
 * dialled from abroad: with @drop_trunk it is left out. */
static void
append_digits (GString *digits, const char *from, const char *to, gboolean drop_trunk)
{
  while (from < to)
    {
      gunichar c;
      int value;

      if (drop_trunk && g_str_has_prefix (from, "(0)"))
        {
          from += 3;
          continue;
        }
      c = next_char (&from);
      value = g_unichar_digit_value (c);
      if (value >= 0)
        g_string_append_c (digits, (char) ('0' + value));
    }
}

static gboolean
begins_with_plus (const char *phone)
{
  while (*phone != '\0')
    {
      gunichar c = next_char (&phone);

      if (c == '+' || c == 0xFF0B)
        return TRUE;
      if (g_unichar_digit_value (c) >= 0)
        return FALSE;
    }
  return FALSE;
}

static char *
get_digits (const char *phone, gboolean for_search, gboolean *international)
{
  GString *digits = g_string_new (NULL);
  const char *end = find_extension (phone);

  *international = begins_with_plus (phone);
  append_digits (digits, phone, end, FALSE);
  if (!*international && g_str_has_prefix (digits->str, "00"))
    *international = TRUE;
  if (for_search && *international)
    {
      g_string_truncate (digits, 0);
      append_digits (digits, phone, end, TRUE);
    }
  if (*international && g_str_has_prefix (digits->str, "00"))
    g_string_erase (digits, 0, 2);
  return g_string_free (digits, FALSE);
}

/**
 * rg_phone_digits:
 * @phone: (nullable): a number in any notation
 * @international: (out) (optional): whether it begins with "+" or "00"
 *
 * Returns: (transfer full): the ASCII digits alone, without the "00" of an international number and without
 * an extension
 */
char *
rg_phone_digits (const char *phone, gboolean *international)
{
  gboolean is_international;
  char *digits = get_digits (phone != NULL ? phone : "", FALSE, &is_international);

  if (international != NULL)
    *international = is_international;
  return digits;
}

/* How long the country code is that @digits begin with. */
static gsize
measure_country_code (const char *digits)
{
  if (digits[0] == '1' || digits[0] == '7')
    return 1;
  return digits[1] != '\0' && strchr (two_digits[digits[0] - '0'], digits[1]) != NULL ? 2 : MAX_COUNTRY_CODE;
}

static const char *
skip_zeros (const char *digits)
{
  return digits + strspn (digits, "0");
}

static void
add_token (GPtrArray *tokens, char *token)
{
  if (*token == '\0' || g_ptr_array_find_with_equal_func (tokens, token, g_str_equal, NULL))
    g_free (token);
  else
    g_ptr_array_add (tokens, token);
}

/* Digits in reverse begin with U+F8F0, which nobody types. */
#define REVERSED "\xef\xa3\xb0"

static char *
dup_reversed (const char *digits)
{
  char *token = g_strconcat (REVERSED, digits, NULL);

  g_strreverse (token + strlen (REVERSED));
  return token;
}

static char **
end_tokens (GPtrArray *tokens)
{
  g_ptr_array_add (tokens, NULL);
  return (char **) g_ptr_array_free (tokens, FALSE);
}

/**
 * rg_phone_index_tokens:
 * @phone: (nullable): a number in any notation
 *
 * With D the digits without international prefix and leading zeros: D; for an international number also D
 * without its country code (zeros that then lead are dropped, and so is a "(0)" that is not dialled from abroad); and
 * U+F8F0, which nobody types, with D backwards. An extension is not indexed.
 *
 * Returns: (transfer full): words for a prefix index, %NULL-terminated, each once; empty if there are no
 * digits
 */
char **
rg_phone_index_tokens (const char *phone)
{
  GPtrArray *tokens = g_ptr_array_new ();
  g_autofree char *digits = NULL;
  gboolean international;
  const char *d;

  digits = get_digits (phone != NULL ? phone : "", TRUE, &international);
  d = skip_zeros (digits);
  if (*d != '\0')
    {
      add_token (tokens, g_strdup (d));
      if (international && strlen (d) > measure_country_code (d))
        add_token (tokens, g_strdup (skip_zeros (d + measure_country_code (d))));
      add_token (tokens, dup_reversed (d));
    }
  return end_tokens (tokens);
}

static gboolean
looks_like_phone (const char *typed)
{
  while (*typed != '\0')
    {
      gunichar c = next_char (&typed);

      if (g_unichar_digit_value (c) < 0 && c != '+' && c != 0xFF0B && !is_separator (c))
        return FALSE;
    }
  return TRUE;
}

/**
 * rg_phone_query_tokens:
 * @typed: (nullable): what was typed into the search
 *
 * With Q the digits without international prefix and leading zeros, at least two: Q; U+F8F0 with Q backwards if
 * there are three; and for an international number both also without the first 1, 2 and 3 digits, as long as
 * six are left, so that numbers which were kept without a country code are found.
 *
 * Returns: (nullable) (transfer full): beginnings of words of rg_phone_index_tokens(), any of which makes a
 * hit, %NULL-terminated; %NULL if @typed is not part of a telephone number (other characters than digits,
 * blanks and
 *   + - ( ) . /, or fewer than two digits)
 */
char **
rg_phone_query_tokens (const char *typed)
{
  g_autofree char *digits = NULL;
  gboolean international;
  GPtrArray *tokens;
  const char *q;

  if (typed == NULL || !looks_like_phone (typed))
    return NULL;
  digits = get_digits (typed, TRUE, &international);
  q = skip_zeros (digits);
  if (strlen (q) < MIN_QUERY)
    return NULL;

  tokens = g_ptr_array_new ();
  add_token (tokens, g_strdup (q));
  if (strlen (q) >= MIN_QUERY_REVERSED)
    add_token (tokens, dup_reversed (q));
  for (gsize n = 1; international && n <= MAX_COUNTRY_CODE && n < strlen (q); n++)
    {
      const char *rest = skip_zeros (q + n);

      if (strlen (rest) < MIN_QUERY_WITHOUT_COUNTRY)
        break;
      add_token (tokens, g_strdup (rest));
      add_token (tokens, dup_reversed (rest));
    }
  return end_tokens (tokens);
}

static gboolean
refuse (GError **error, const char *words)
{
  g_set_error_literal (error, RG_ERROR, RG_ERROR_INVALID, words);
  return FALSE;
}

/* @extension: from its "x", "#", ";" or "ext" on. */
static gboolean
check_extension (const char *extension, GError **error)
{
  gsize n;

  if (*extension == ';')
    extension++;
  if (g_ascii_strncasecmp (extension, "extension", 9) == 0)
    extension += 9;
  else if (g_ascii_strncasecmp (extension, "ext", 3) == 0)
    extension += 3;
  else
    extension++;
  extension += strspn (extension, ".:= ");
  n = strspn (extension, "0123456789");
  if (n < 1 || n > MAX_EXTENSION || extension[n] != '\0')
    return refuse (error, _ ("The extension of a phone number is up to 7 digits, as in “ext. 12”."));
  return TRUE;
}

/**
 * rg_phone_is_valid:
 * @phone: a number in any notation, maybe with an extension ("ext. 12", "x12", "#12", ";ext=12")
 * @error: return location; %RG_ERROR_INVALID with words for the person
 *
 * 3 to 15 digits (E.164), written with digits, blanks and + - ( ) . / alone; "+" only at the start. An
 * extension has up to 7 digits of its own.
 *
 * Returns: whether @phone could be called
 */
gboolean
rg_phone_is_valid (const char *phone, GError **error)
{
  g_autofree char *clean = NULL, *digits = NULL;
  gboolean has_digit = FALSE, has_plus = FALSE;
  const char *end;

  g_return_val_if_fail (phone != NULL, FALSE);

  if (!g_utf8_validate (phone, -1, NULL))
    return refuse (error, _ ("The phone number has broken characters."));
  clean = g_strstrip (g_strdup (phone));
  if (*clean == '\0')
    return refuse (error, _ ("Enter a phone number."));

  end = find_extension (clean);
  for (const char *p = clean; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '+' || c == 0xFF0B)
        {
          if (has_digit || has_plus)
            return refuse (error, _ ("A “+” stands only at the start of a phone number."));
          has_plus = TRUE;
        }
      else if (g_unichar_digit_value (c) >= 0)
        has_digit = TRUE;
      else if (!is_separator (c))
        return refuse (error, _ ("A phone number has digits, blanks and + - ( ) . / only."));
    }

  digits = rg_phone_digits (clean, NULL);
  if (strlen (digits) < MIN_DIGITS)
    return refuse (error, _ ("A phone number has at least 3 digits."));
  if (strlen (digits) > MAX_DIGITS)
    return refuse (error, _ ("A phone number has no more than 15 digits."));
  return *end == '\0' || check_extension (end, error);
}
