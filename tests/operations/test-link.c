/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "rg-error.h"
#include "rg-link.h"

static void
test_links (void)
{
  static const struct
  {
    const char *text;
    RgLinkKind kind;
    gint64 number;
  } links[] = {
    { "regulars:customer/100234", RG_LINK_CUSTOMER, 100234 },
    { "regulars:order/20877", RG_LINK_ORDER, 20877 },
    { "REGULARS:customer/1", RG_LINK_CUSTOMER, 1 },
    { "regulars:order/999999999999999", RG_LINK_ORDER, 999999999999999 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autoptr (GError) error = NULL;
      RgLinkKind kind = RG_LINK_ORDER;
      gint64 number = 0;

      g_assert_true (rg_link_is_link (links[i].text));
      g_assert_true (rg_link_parse (links[i].text, &kind, &number, &error));
      g_assert_no_error (error);
      g_assert_cmpint (kind, ==, links[i].kind);
      g_assert_cmpint (number, ==, links[i].number);
    }
}

/* What could come from a web page that means harm, or from somebody who guesses. */
static void
test_hostile (void)
{
  static const char *const links[] = {
    "",
    "regulars:",
    "regulars:customer",
    "regulars:customer/",
    "regulars:customer/0",
    "regulars:customer/-1",
    "regulars:customer/+1",
    "regulars:customer/ 1",
    "regulars:customer/1 ",
    "regulars:customer/1\n",
    "regulars:customer/0100234",
    "regulars:customer/1/delete",
    "regulars:customer/1?then=order.cancel",
    "regulars:customer/1#top",
    "regulars:customer/1;rm",
    "regulars:customer/%31",
    "regulars:customer/../order/1",
    "regulars:customer/1e3",
    "regulars:customer/0x10",
    "regulars:customer/٣",
    "regulars:customer/9999999999999999999999999999",
    "regulars:Customer/1",
    "regulars://customer/1",
    "regulars:///customer/1",
    "regulars:order/1' OR '1'='1",
    "regulars:file:///etc/passwd",
    "regulars:settings/1",
    "http://customer/1",
    "regular:customer/1",
  };
  g_autofree char *long_one = g_strnfill (1000000, '1');
  g_autofree char *too_long = g_strconcat ("regulars:customer/", long_one, NULL);
  RgLinkKind kind;
  gint64 number;

  for (guint i = 0; i <= G_N_ELEMENTS (links); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (rg_link_parse (i < G_N_ELEMENTS (links) ? links[i] : too_long, &kind, &number, &error));
      g_assert_error (error, RG_ERROR, RG_ERROR_INVALID);
      /* The sentence is ours; what the link said is not in it. */
      g_assert_cmpuint (strlen (error->message), <, 200);
      g_assert_null (strstr (error->message, "rm"));
    }
  g_assert_false (rg_link_is_link ("/home/me/regulars.regulars"));
  g_assert_false (rg_link_is_link ("file:///regulars:customer/1"));
}

static void
test_there_and_back (void)
{
  g_autofree char *customer = rg_link_new (RG_LINK_CUSTOMER, 100234);
  g_autofree char *order = rg_link_new (RG_LINK_ORDER, 20877);

  g_assert_cmpstr (customer, ==, "regulars:customer/100234");
  g_assert_cmpstr (order, ==, "regulars:order/20877");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link/links", test_links);
  g_test_add_func ("/link/hostile", test_hostile);
  g_test_add_func ("/link/there-and-back", test_there_and_back);
  return g_test_run ();
}
