/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-desk.h"

#include <glib/gstdio.h>

/* Programs that die at any moment, and programs that write at the same time: what was said to be saved is
 * there, nothing is there by half, and the file is in order. */

#define ROUNDS 220

/* After so many rounds a new file is begun, so that many deaths are in the middle of making one. */
#define ROUNDS_A_FILE 11

#define MOST "1000000"

static GSubprocess *
start_writer (const char *path, const char *name, gint64 first, const char *count)
{
  g_autofree char *writer = g_test_build_filename (G_TEST_BUILT, "faults", "writer", NULL);
  g_autofree char *from = g_strdup_printf ("%" G_GINT64_FORMAT, first);
  g_autoptr (GError) error = NULL;
  GSubprocess *process
    = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, writer, path, name, from, count, NULL);

  g_assert_no_error (error);
  return process;
}

/* The last number the writer said, 0 when it said none; a line cut short was not said. */
static gint64
read_last (GSubprocess *process)
{
  GInputStream *stream = g_subprocess_get_stdout_pipe (process);
  g_autoptr (GString) all = g_string_new (NULL);
  char buffer[4096];
  gssize n;
  char *end, *start;

  while ((n = g_input_stream_read (stream, buffer, sizeof buffer, NULL, NULL)) > 0)
    g_string_append_len (all, buffer, n);
  end = strrchr (all->str, '\n');
  if (end == NULL)
    return 0;
  *end = '\0';
  start = strrchr (all->str, '\n');
  return g_ascii_strtoll (start != NULL ? start + 1 : all->str, NULL, 10);
}

/* Every number from 1 on has its note and its entry, once; returns the last. */
static gint64
check_whole (const char *path, const char *name)
{
  RgDesk *desk = test_desk_open (path);
  g_autofree char *count = g_strdup_printf ("SELECT count (DISTINCT text) FROM note WHERE text GLOB '%s *'", name);
  g_autofree char *most
    = g_strdup_printf ("SELECT max (CAST (substr (text, %u) AS INTEGER)) FROM note WHERE text GLOB '%s *'",
                       (guint) strlen (name) + 2, name);
  gint64 last = test_query_int (desk, count);

  g_assert_cmpint (test_query_int (desk, most), ==, last);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM note n WHERE 1 <> (SELECT count (*) FROM ledger_entry "
                                         "WHERE reason = n.text AND customer_id = n.customer_id)"),
                   ==, 0);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM note"), ==,
                   test_query_int (desk, "SELECT count (*) FROM ledger_entry"));
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM staff"), ==, 1);
  test_check_file (desk);
  test_await (rg_desk_close (desk));
  g_object_unref (desk);
  return last;
}

static void
test_killed (void)
{
  g_autofree char *dir = test_dir_new ();
  gint64 last = 0;
  guint n_mid = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autofree char *name = g_strdup_printf ("file-%u.regulars", round / ROUNDS_A_FILE);
      g_autofree char *path = g_build_filename (dir, name, NULL);
      g_autoptr (GSubprocess) process = NULL;
      gint64 said;

      if (round % ROUNDS_A_FILE == 0)
        last = 0;
      process = start_writer (path, "note", last + 1, MOST);
      g_usleep (g_random_int_range (1000, 90000));
      g_subprocess_force_exit (process);
      said = read_last (process);
      g_assert_true (g_subprocess_wait (process, NULL, NULL));
      g_assert_true (g_subprocess_get_if_signaled (process));
      n_mid += said > 0;
      said = MAX (said, last);
      last = check_whole (path, "note");
      /* One may have come to the disk without there being time to say so. */
      g_assert_cmpint (last, >=, said);
      g_assert_cmpint (last, <=, said + 1);
    }
  g_test_message ("%u of %u writers were killed while writing, the rest while opening", n_mid, ROUNDS);
  g_assert_cmpuint (n_mid, >, ROUNDS / 8);
  test_dir_remove (dir);
}

static void
on_changed (RgDesk *desk, GArray *changes, gpointer data)
{
  (*(guint *) data)++;
}

static void
wait_for (GSubprocess *process, gint64 last)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (read_last (process), ==, last);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

/* Two programs write 200 notes each while a window is open: all are there, and the window hears of it. */
static void
test_at_once (void)
{
  RgDesk *desk = test_desk_new ();
  g_autofree char *path = g_strdup (test_desk_get_path (desk));
  g_autoptr (GSubprocess) one = NULL;
  g_autoptr (GSubprocess) other = NULL;
  guint n_changed = 0;
  gint64 until;

  test_customer_new (desk, "Mai", "Tran");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_connect (desk, "changed", G_CALLBACK (on_changed), &n_changed);
  one = start_writer (path, "one", 1, "200");
  other = start_writer (path, "other", 1, "200");
  wait_for (one, 200);
  wait_for (other, 200);
  until = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;
  while (n_changed == 0 && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_changed, >, 0);
  g_assert_cmpint (check_whole (path, "one"), ==, 200);
  g_assert_cmpint (check_whole (path, "other"), ==, 200);
  test_desk_free (desk);
}

/* Three programs make the same new file at the same moment: one file, one first staff member, all go on. */
static void
test_made_at_once (void)
{
  g_autofree char *dir = test_dir_new ();

  for (guint round = 0; round < 10; round++)
    {
      g_autofree char *name = g_strdup_printf ("file-%u.regulars", round);
      g_autofree char *path = g_build_filename (dir, name, NULL);
      g_autoptr (GSubprocess) a = start_writer (path, "a", 1, "3");
      g_autoptr (GSubprocess) b = start_writer (path, "b", 1, "3");
      g_autoptr (GSubprocess) c = start_writer (path, "c", 1, "3");

      wait_for (a, 3);
      wait_for (b, 3);
      wait_for (c, 3);
      g_assert_cmpint (check_whole (path, "a"), ==, 3);
      g_assert_cmpint (check_whole (path, "b"), ==, 3);
      g_assert_cmpint (check_whole (path, "c"), ==, 3);
    }
  test_dir_remove (dir);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);

  g_test_add_func ("/faults/killed", test_killed);
  g_test_add_func ("/faults/at-once", test_at_once);
  g_test_add_func ("/faults/made-at-once", test_made_at_once);

  return g_test_run ();
}
