/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-uri.h"

static void
check_phone (const char *phone, const char *extension, const char *uri)
{
  g_autofree char *made = rg_uri_for_phone (phone, extension);

  g_assert_cmpstr (made, ==, uri);
}

static void
test_phone (void)
{
  check_phone ("+1 (415) 555-0100", NULL, "tel:+14155550100");
  check_phone ("0049 30 1234", "", "tel:+49301234");
  check_phone ("030 / 12 34", "12", "tel:0301234;ext=12");
  check_phone ("555-0100", "x 7", "tel:5550100;ext=7");
  check_phone ("555-0100", "front desk", "tel:5550100");
  check_phone ("", NULL, NULL);
  check_phone (NULL, "12", NULL);
  check_phone ("call her", NULL, NULL);
}

static void
check_email (const char *email, const char *uri)
{
  g_autofree char *made = rg_uri_for_email (email);

  g_assert_cmpstr (made, ==, uri);
}

/* Nothing that is on file adds a header, a second address or another scheme. */
static void
test_email (void)
{
  check_email ("mai@example.org", "mailto:mai@example.org");
  check_email ("mai+box@example.org", "mailto:mai+box@example.org");
  check_email ("mai@example.org?bcc=evil", "mailto:mai@example.org%3Fbcc%3Devil");
  check_email ("mai@example.org&body=x", "mailto:mai@example.org%26body%3Dx");
  check_email ("mai@example.org,eve", "mailto:mai@example.org%2Ceve");
  check_email ("mai@example.org\r\nBcc: eve", "mailto:mai@example.org%0D%0ABcc%3A%20eve");
  check_email ("mai@example.org,eve@example.org", NULL);
  check_email ("mai", NULL);
  check_email ("@example.org", NULL);
  check_email ("mai@", NULL);
  check_email (NULL, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/uri/phone", test_phone);
  g_test_add_func ("/uri/email", test_email);
  return g_test_run ();
}
