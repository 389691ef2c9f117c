/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rg-currency.h"

#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/uenum.h>
#include <unicode/ustring.h>

#include "rg-locale-private.h"

#define N_CODES (26 * 26 * 26)

/* Decimals other than 2, from ISO 4217 list one. ICU's own ucurr_getDefaultFractionDigits () would not do:
 * CLDR follows the coins in use (0 for RSD) and changes from version to version, while the amounts in a file
 * must mean the same for ever. For the same reason currencies that have gone since 2010 (list three) or came
 * lately are here, so that every ICU knows them. */
static const char exponents[][5] = {
  "BHD3",
  "BIF0",
  "CLF4",
  "CLP0",
  "DJF0",
  "GNF0",
  "IQD3",
  "ISK0",
  "JOD3",
  "JPY0",
  "KMF0",
  "KRW0",
  "KWD3",
  "LYD3",
  "OMR3",
  "PYG0",
  "RWF0",
  "TND3",
  "UGX0",
  "UYI0",
  "UYW4",
  "VND0",
  "VUV0",
  "XAF0",
  "XOF0",
  "XPF0",
  /* gone */
  "ANG2",
  "BGN2",
  "BYR0",
  "CUC2",
  "EEK2",
  "HRK2",
  "LTL2",
  "LVL2",
  "MRO2",
  "SLL2",
  "STD2",
  "VEF2",
  "ZMK2",
  "ZWL2",
  /* new */
  "SLE2",
  "VED2",
  "XCG2",
  "ZWG2",
};

/* Codes that are not money to be paid with: metals, baskets of currencies, tests, none. */
static const char no_money[][4] = {
  "XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XDR", "XPD", "XPT", "XSU", "XTS", "XUA", "XXX",
};

/* By index_of_code(): the decimals, or -1. */
static signed char *table;

static int
index_of_code (const char *code)
{
  int index = 0;

  if (code == NULL)
    return -1;
  for (int i = 0; i < 3; i++)
    {
      if (code[i] < 'A' || code[i] > 'Z')
        return -1;
      index = index * 26 + (code[i] - 'A');
    }
  return code[3] == '\0' ? index : -1;
}

/* Does ISO 4217 have a number for it? */
static gboolean
has_number (const char *code)
{
  UChar wide[4];

  u_charsToUChars (code, wide, 4);
  return ucurr_getNumericCode (wide) > 0;
}

static signed char *
make_table (void)
{
  signed char *made = g_malloc (N_CODES);
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *codes = ucurr_openISOCurrencies (UCURR_NON_DEPRECATED, &status);
  const char *code;

  memset (made, -1, N_CODES);
  while ((code = uenum_next (codes, NULL, &status)) != NULL)
    if (index_of_code (code) >= 0 && has_number (code))
      made[index_of_code (code)] = 2;
  uenum_close (codes);

  for (gsize i = 0; i < G_N_ELEMENTS (exponents); i++)
    {
      char plain[4] = { exponents[i][0], exponents[i][1], exponents[i][2], '\0' };

      made[index_of_code (plain)] = (signed char) (exponents[i][3] - '0');
    }
  for (gsize i = 0; i < G_N_ELEMENTS (no_money); i++)
    made[index_of_code (no_money[i])] = -1;
  return made;
}

/**
 * rg_currency_exponent:
 * @code: (nullable): an ISO 4217 code
 *
 * Returns: how many decimals @code has, or -1 if it is not a currency that ISO 4217 knows
 */
int
rg_currency_exponent (const char *code)
{
  int index = index_of_code (code);

  if (index < 0)
    return -1;
  if (g_once_init_enter (&table))
    g_once_init_leave (&table, make_table ());
  return table[index];
}

/**
 * rg_currency_is_known:
 * @code: (nullable): an ISO 4217 code
 *
 * Only three capital letters with an ISO 4217 number count: "EUR", not "eur", "€" or "EURO". Codes for no
 * currency at all ("XXX"), for tests ("XTS") and for precious metals and funds without minor units ("XAU")
 * are not known.
 *
 * Returns: whether amounts can be kept in @code
 */
gboolean
rg_currency_is_known (const char *code)
{
  return rg_currency_exponent (code) >= 0;
}

/**
 * rg_currency_dup_name:
 * @code: an ISO 4217 code
 *
 * Returns: (transfer full): the currency's name in the person's language ("Euro"), or a copy of @code if it
 * is unknown
 */
char *
rg_currency_dup_name (const char *code)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[4];
  const UChar *name;
  int32_t length = 0;

  g_return_val_if_fail (code != NULL, NULL);

  if (index_of_code (code) < 0)
    return g_strdup (code);
  u_charsToUChars (code, wide, 4);
  name = ucurr_getName (wide, rg_locale_get (RG_LOCALE_MESSAGES), UCURR_LONG_NAME, NULL, &length, &status);
  if (U_FAILURE (status) || name == NULL)
    return g_strdup (code);
  return rg_utf16_to_utf8 (name, length);
}

/**
 * rg_currency_list:
 *
 * Returns: (transfer none): the codes of the currencies in use today, sorted, %NULL-terminated
 */
const char *const *
rg_currency_list (void)
{
  static const char *const *list;

  if (g_once_init_enter (&list))
    {
      GPtrArray *codes = g_ptr_array_new ();
      UErrorCode status = U_ZERO_ERROR;
      UEnumeration *all = ucurr_openISOCurrencies (UCURR_COMMON | UCURR_NON_DEPRECATED, &status);
      const char *code;

      while ((code = uenum_next (all, NULL, &status)) != NULL && U_SUCCESS (status))
        if (rg_currency_is_known (code))
          g_ptr_array_add (codes, (gpointer) g_intern_string (code));
      uenum_close (all);
      g_ptr_array_sort_values (codes, (GCompareFunc) strcmp);
      g_ptr_array_add (codes, NULL);
      g_once_init_leave (&list, (const char *const *) g_ptr_array_free (codes, FALSE));
    }
  return list;
}
