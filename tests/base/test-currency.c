/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "rg-currency.h"
#include "rg-locale.h"

static void
test_exponents (void)
{
  static const struct
  {
    const char *code;
    int exponent;
  } cases[] = {
    { "EUR", 2 },  { "USD", 2 },  { "GBP", 2 }, { "INR", 2 },   { "JPY", 0 },  { "KRW", 0 },  { "KMF", 0 },
    { "KWD", 3 },  { "JOD", 3 },  { "IQD", 3 }, { "RSD", 2 },   { "ISK", 0 },  { "CLF", 4 },  { "HRK", 2 },
    { "XCG", 2 },  { "XAF", 0 },  { "XCD", 2 }, { "XAU", -1 },  { "XXX", -1 }, { "XTS", -1 }, { "DEM", -1 },
    { "AAA", -1 }, { "eur", -1 }, { "EU", -1 }, { "EURO", -1 }, { "€", -1 },   { "", -1 },    { NULL, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].code != NULL ? cases[i].code : "NULL");
      g_assert_cmpint (rg_currency_exponent (cases[i].code), ==, cases[i].exponent);
      g_assert_cmpint (rg_currency_is_known (cases[i].code), ==, cases[i].exponent >= 0);
    }
}

static void
test_names (void)
{
  g_autofree char *euro = NULL, *yen = NULL, *unknown = NULL;

  rg_locale_set ("en_US");
  euro = rg_currency_dup_name ("EUR");
  g_assert_cmpstr (euro, ==, "Euro");
  unknown = rg_currency_dup_name ("nothing");
  g_assert_cmpstr (unknown, ==, "nothing");
  rg_locale_set ("de_DE");
  yen = rg_currency_dup_name ("JPY");
  g_assert_cmpstr (yen, ==, "Japanischer Yen");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/currency/exponents", test_exponents);
  g_test_add_func ("/currency/names", test_names);

  return g_test_run ();
}
