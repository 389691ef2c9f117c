/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-file-id.h"

#include "test-desk.h"

/* Two ask at the same moment for the id of a file that has none yet: both get the one that stays. */
static void
test_at_once (void)
{
  g_autoptr (GError) error = NULL;
  RgDesk *desk = test_desk_new ();
  g_autoptr (DexFuture) one = rg_file_id_ensure (rg_desk_get_store (desk));
  g_autoptr (DexFuture) two = rg_file_id_ensure (rg_desk_get_store (desk));
  g_autofree char *first = dex_await_string (g_steal_pointer (&one), &error);
  g_autofree char *second = dex_await_string (g_steal_pointer (&two), &error);
  g_autofree char *later = NULL;

  g_assert_no_error (error);
  g_assert_true (g_uuid_string_is_valid (first));
  g_assert_cmpstr (second, ==, first);

  desk = test_desk_reopen (desk);
  later = dex_await_string (rg_file_id_ensure (rg_desk_get_store (desk)), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (later, ==, first);
  test_desk_free (desk);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);

  TEST_FIBER ("/file-id/at-once", test_at_once);

  return g_test_run ();
}
