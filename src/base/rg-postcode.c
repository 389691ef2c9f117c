/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-postcode.h"

#include <string.h>

/* 9 is a digit, A a letter, N either; the rest stands for itself. Alternatives are parted by a bar. From the formats
 * that the Universal Postal Union publishes; a country that is not here is not checked. */
static const struct
{
  const char country[3];
  const char *formats;
} countries[] = {
  { "AR", "9999|A9999AAA" },
  { "AT", "9999" },
  { "AU", "9999" },
  { "BE", "9999" },
  { "BG", "9999" },
  { "BR", "99999-999" },
  { "CA", "A9A 9A9" },
  { "CH", "9999" },
  { "CL", "999-9999" },
  { "CN", "999999" },
  { "CO", "999999" },
  { "CY", "9999" },
  { "CZ", "999 99" },
  { "DE", "99999" },
  { "DK", "9999" },
  { "EE", "99999" },
  { "ES", "99999" },
  { "FI", "99999" },
  { "FR", "99999" },
  { "GB", "A9 9AA|A99 9AA|AA9 9AA|AA99 9AA|A9A 9AA|AA9A 9AA" },
  { "GR", "999 99" },
  { "HR", "99999" },
  { "HU", "9999" },
  { "ID", "99999" },
  { "IE", "A99 NNNN|A9A NNNN" },
  { "IL", "9999999|99999" },
  { "IN", "999999" },
  { "IS", "999" },
  { "IT", "99999" },
  { "JP", "999-9999" },
  { "KR", "99999" },
  { "LI", "9999" },
  { "LT", "LT-99999" },
  { "LU", "9999" },
  { "LV", "LV-9999" },
  { "MT", "AAA 9999" },
  { "MX", "99999" },
  { "MY", "99999" },
  { "NL", "9999 AA" },
  { "NO", "9999" },
  { "NZ", "9999" },
  { "PE", "99999" },
  { "PH", "9999" },
  { "PL", "99-999" },
  { "PR", "99999|99999-9999" },
  { "PT", "9999-999" },
  { "RO", "999999" },
  { "RU", "999999" },
  { "SE", "999 99" },
  { "SG", "999999" },
  { "SI", "9999" },
  { "SK", "999 99" },
  { "TH", "99999" },
  { "TR", "99999" },
  { "TW", "999|99999|999999" },
  { "UA", "99999" },
  { "US", "99999|99999-9999" },
  { "VN", "99999|999999" },
  { "ZA", "9999" },
};

/* The first three digits of the ZIP codes of each state (Publication 65 of the United States Postal Service). */
static const struct
{
  const char code[3];
  const char *name;
  const char *ranges;
} states[] = {
  { "AA", "Armed Forces Americas", "340" },
  { "AE", "Armed Forces Europe", "090-098" },
  { "AK", "Alaska", "995-999" },
  { "AL", "Alabama", "350-352 354-369" },
  { "AP", "Armed Forces Pacific", "962-966" },
  { "AR", "Arkansas", "716-729" },
  { "AZ", "Arizona", "850-865" },
  { "CA", "California", "900-961" },
  { "CO", "Colorado", "800-816" },
  { "CT", "Connecticut", "060-069" },
  { "DC", "District of Columbia", "200 202-205 569" },
  { "DE", "Delaware", "197-199" },
  { "FL", "Florida", "320-339 341-349" },
  { "GA", "Georgia", "300-319 398-399" },
  { "GU", "Guam", "969" },
  { "HI", "Hawaii", "967-968" },
  { "IA", "Iowa", "500-528" },
  { "ID", "Idaho", "832-838" },
  { "IL", "Illinois", "600-629" },
  { "IN", "Indiana", "460-479" },
  { "KS", "Kansas", "660-679" },
  { "KY", "Kentucky", "400-427" },
  { "LA", "Louisiana", "700-714" },
  { "MA", "Massachusetts", "010-027 055" },
  { "MD", "Maryland", "206-219" },
  { "ME", "Maine", "039-049" },
  { "MI", "Michigan", "480-499" },
  { "MN", "Minnesota", "550-567" },
  { "MO", "Missouri", "630-658" },
  { "MS", "Mississippi", "386-397" },
  { "MT", "Montana", "590-599" },
  { "NC", "North Carolina", "270-289" },
  { "ND", "North Dakota", "580-588" },
  { "NE", "Nebraska", "680-693" },
  { "NH", "New Hampshire", "030-038" },
  { "NJ", "New Jersey", "070-089" },
  { "NM", "New Mexico", "870-884" },
  { "NV", "Nevada", "889-898" },
  { "NY", "New York", "005 100-149" },
  { "OH", "Ohio", "430-459" },
  { "OK", "Oklahoma", "730-732 734-749" },
  { "OR", "Oregon", "970-979" },
  { "PA", "Pennsylvania", "150-196" },
  { "PR", "Puerto Rico", "006-007 009" },
  { "RI", "Rhode Island", "028-029" },
  { "SC", "South Carolina", "290-299" },
  { "SD", "South Dakota", "570-577" },
  { "TN", "Tennessee", "370-385" },
  { "TX", "Texas", "733 750-799 885" },
  { "UT", "Utah", "840-847" },
  { "VA", "Virginia", "201 220-246" },
  { "VI", "Virgin Islands", "008" },
  { "VT", "Vermont", "050-054 056-059" },
  { "WA", "Washington", "980-994" },
  { "WI", "Wisconsin", "530-549" },
  { "WV", "West Virginia", "247-268" },
  { "WY", "Wyoming", "820-831" },
};

static const char *
get_formats (const char *country)
{
  for (guint i = 0; country != NULL && i < G_N_ELEMENTS (countries); i++)
    if (g_str_equal (countries[i].country, country))
      return countries[i].formats;
  return NULL;
}

/* Writes @typed as @format has it, whatever blanks and dashes were typed; NULL when it does not fit. */
static char *
fit (const char *typed, const char *format, gsize length)
{
  g_autoptr (GString) result = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      gboolean ok;

      if (format[i] == ' ' || format[i] == '-')
        {
          g_string_append_c (result, format[i]);
          continue;
        }
      while (*typed == ' ' || *typed == '-')
        typed++;
      switch (format[i])
        {
        case '9':
          ok = g_ascii_isdigit (*typed);
          break;
        case 'A':
          ok = g_ascii_isalpha (*typed);
          break;
        case 'N':
          ok = g_ascii_isalnum (*typed);
          break;
        default:
          ok = g_ascii_toupper (*typed) == format[i];
        }
      if (!ok)
        return NULL;
      g_string_append_c (result, g_ascii_toupper (*typed++));
    }
  while (*typed == ' ')
    typed++;
  return *typed == '\0' ? g_string_free_and_steal (g_steal_pointer (&result)) : NULL;
}

/**
 * rg_postcode_is_used:
 * @country: (nullable): ISO 3166 alpha-2
 *
 * Returns: whether an address in @country is known to need a postcode
 */
gboolean
rg_postcode_is_used (const char *country)
{
  return get_formats (country) != NULL;
}

/**
 * rg_postcode_normalize:
 * @country: (nullable): ISO 3166 alpha-2
 * @postcode: (nullable): as typed
 *
 * Returns: (transfer full) (nullable): the postcode as it is written there: "SW1A 1AA" for "sw1a1aa"; %NULL when there
 * is none like that; a copy where the form is not known
 */
char *
rg_postcode_normalize (const char *country, const char *postcode)
{
  const char *formats = get_formats (country);

  if (postcode == NULL)
    return NULL;
  if (formats == NULL)
    return g_strdup (postcode);
  while (*formats != '\0')
    {
      gsize length = strcspn (formats, "|");
      char *result = fit (postcode, formats, length);

      if (result != NULL)
        return result;
      formats += length + (formats[length] == '|');
    }
  return NULL;
}

/**
 * rg_postcode_dup_example:
 * @country: ISO 3166 alpha-2
 *
 * Returns: (transfer full) (nullable): what a postcode looks like there: "12345", "A1A 1A1"
 */
char *
rg_postcode_dup_example (const char *country)
{
  const char *formats = get_formats (country);
  char *example;
  int digit = 1;

  if (formats == NULL)
    return NULL;
  example = g_strndup (formats, strcspn (formats, "|"));
  for (char *c = example; *c != '\0'; c++)
    if (*c == '9')
      *c = '0' + digit++ % 10;
    else if (*c == 'N')
      *c = 'X';
  return example;
}

static gboolean
is_in_ranges (int prefix, const char *ranges)
{
  for (const char *p = ranges; *p != '\0';)
    {
      int first = (p[0] - '0') * 100 + (p[1] - '0') * 10 + (p[2] - '0');
      int last = first;

      p += 3;
      if (*p == '-')
        {
          last = (p[1] - '0') * 100 + (p[2] - '0') * 10 + (p[3] - '0');
          p += 4;
        }
      while (*p == ' ')
        p++;
      if (prefix >= first && prefix <= last)
        return TRUE;
    }
  return FALSE;
}

/**
 * rg_postcode_get_us_state:
 * @postcode: (nullable): a ZIP code of the United States
 *
 * Returns: (nullable): the two letters of the state it lies in; %NULL when no ZIP code begins like that
 */
const char *
rg_postcode_get_us_state (const char *postcode)
{
  int prefix;

  if (postcode == NULL || strspn (postcode, "0123456789") < 5)
    return NULL;
  prefix = (postcode[0] - '0') * 100 + (postcode[1] - '0') * 10 + (postcode[2] - '0');
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (is_in_ranges (prefix, states[i].ranges))
      return states[i].code;
  return NULL;
}

/**
 * rg_us_state_from_text:
 * @text: (nullable): a state of the United States as people write it: "ca", "California"
 *
 * Returns: (nullable): its two letters
 */
const char *
rg_us_state_from_text (const char *text)
{
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (states); i++)
    if (g_ascii_strcasecmp (states[i].code, text) == 0 || g_ascii_strcasecmp (states[i].name, text) == 0)
      return states[i].code;
  return NULL;
}
