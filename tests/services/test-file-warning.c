/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-file-warning.h"
#include "rg-id.h"
#include "rg-note-operations.h"
#include "test-desk.h"

static char *
read_warning (RgDesk *desk)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  rg_future_wait_value (rg_file_warning_read (desk), &value, &error);
  g_assert_no_error (error);
  return g_value_dup_string (&value);
}

static void
add_note (RgDesk *desk, gint64 customer_id, const char *text)
{
  g_autoptr (RgNote) note = g_object_new (RG_TYPE_NOTE, "customer-id", customer_id, "text", text, NULL);

  test_perform (desk, rg_act_new_record (&rg_note_add, RG_RECORD (note)));
}

static void
test_fine (void)
{
  RgDesk *desk = test_desk_new ();
  g_autofree char *warning = read_warning (desk);

  g_assert_cmpstr (warning, ==, "");
  test_desk_free (desk);
}

/* Somebody worked while the clock was a month ahead; now it is right again, or somebody set it back. */
static void
test_clock (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 ada = test_customer_new (desk, "Ada", "Lovelace");
  g_autofree char *warning = NULL;

  add_note (desk, ada, "before");
  rg_time_set_now (g_get_real_time () - 30 * G_TIME_SPAN_DAY);
  warning = read_warning (desk);
  g_assert_nonnull (strstr (warning, "The clock of this computer is wrong"));

  /* One can go on working, and what is done comes after what was there. */
  add_note (desk, ada, "after");
  g_assert_cmpint (test_query_int (desk, "SELECT text = 'after' FROM note ORDER BY id DESC LIMIT 1"), ==, 1);
  g_assert_cmpint (
    test_query_int (desk, "SELECT (SELECT at FROM journal_entry ORDER BY id DESC LIMIT 1) < (SELECT max (at) FROM "
                          "journal_entry)"),
    ==, 1);
  test_check_file (desk);
  rg_time_set_now (0);
  test_desk_free (desk);
}

/* Ids go on after those of a file, also when they were made by a clock that was ahead. */
static void
test_ids (void)
{
  gint64 year = (gint64) 366 * 24 * 3600 * 1000;
  gint64 ahead = rg_id_new () + (year << 22);

  rg_id_observe (ahead);
  g_assert_cmpint (rg_id_new (), >, ahead);
  rg_id_observe (1);
  g_assert_cmpint (rg_id_new (), >, ahead);
}

static void
test_share (void)
{
  RgDesk *desk = test_desk_new ();
  g_autofree char *warning = NULL;

  g_setenv ("RG_DEBUG", "share", TRUE);
  warning = read_warning (desk);
  g_unsetenv ("RG_DEBUG");
  g_assert_nonnull (strstr (warning, "another computer"));
  test_desk_free (desk);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);
  g_test_add_func ("/file-warning/fine", test_fine);
  g_test_add_func ("/file-warning/clock", test_clock);
  g_test_add_func ("/file-warning/share", test_share);
  g_test_add_func ("/file-warning/ids", test_ids);
  return g_test_run ();
}
