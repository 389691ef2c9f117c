/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-desk.h"

#include "rg-note.h"
#include "rg-reminder-data.h"

/* Notes: what staff see of them after each operation, and what is refused. */

static RgNote *
note_new (gint64 customer_id, const char *text)
{
  return g_object_new (RG_TYPE_NOTE, "customer-id", customer_id, "text", text, NULL);
}

/* Adds a note; returns it as it is on file. */
static RgNote *
add (RgDesk *desk, RgNote *note)
{
  g_autoptr (RgAct) done = test_perform_ok (desk, rg_act_new_record (&rg_note_add, RG_RECORD (note)));

  return (RgNote *) test_load (desk, &rg_note_type, rg_record_get_id (done->record));
}

static RgNote *
reload (RgDesk *desk, RgNote *note)
{
  return (RgNote *) test_load (desk, &rg_note_type, rg_record_get_id (RG_RECORD (note)));
}

static void
test_add (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 customer = test_customer_new (desk, "Jordan", "Reyes");
  g_autoptr (RgNote) typed = note_new (customer, "Called about the “late” box\nwill call back 🍅");
  g_autoptr (RgNote) note = add (desk, typed);

  g_assert_cmpstr (note->text, ==, typed->text);
  g_assert_cmpint (note->customer_id, ==, customer);
  g_assert_cmpint (note->staff_id, ==, rg_record_get_id (RG_RECORD (rg_desk_get_staff (desk))));
  g_assert_cmpint (note->created_at, >, 0);
  g_assert_cmpint (note->deleted_at, ==, 0);
  test_check_file (desk);
  test_desk_free (desk);
}

static RgAct *
act_for (const RgOperation *operation, RgNote *note, gboolean flag)
{
  RgAct *act = rg_act_new_record (operation, RG_RECORD (note));

  act->flag = flag;
  return act;
}

static void
assert_refused_field (RgDesk *desk, RgNote *note, const char *field)
{
  g_autoptr (RgAct) act = rg_act_new_record (&rg_note_add, RG_RECORD (note));
  g_autoptr (GError) error = NULL;

  g_assert_false (rg_future_wait (rg_desk_perform (desk, act), &error));
  g_assert_error (error, RG_ERROR, RG_ERROR_INVALID);
  g_assert_cmpstr (rg_error_get_field (error), ==, field);
}

static void
test_refused (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 customer = test_customer_new (desk, "Jordan", "Reyes");
  g_autoptr (RgNote) blank = note_new (customer, "  \n\t ");
  g_autoptr (RgNote) empty = note_new (customer, "");
  g_autoptr (RgNote) undated = note_new (customer, "Call back");
  g_autoptr (RgNote) weekly = note_new (customer, "Call back");
  g_autoptr (RgNote) nobody = note_new (0, "For nobody");
  g_autoptr (RgNote) stranger = note_new (12345, "For somebody who is not on file");

  undated->kind = RG_NOTE_KIND_REMINDER;
  weekly->recur_weekly = TRUE;
  assert_refused_field (desk, blank, "text");
  assert_refused_field (desk, empty, "text");
  assert_refused_field (desk, undated, "reminder_day");
  assert_refused_field (desk, weekly, "reminder_day");
  assert_refused_field (desk, nobody, "customer_id");
  test_perform_fails (desk, rg_act_new_record (&rg_note_add, RG_RECORD (stranger)), RG_ERROR_CONFLICT);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM note"), ==, 0);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM journal_entry WHERE operation = 'note.add'"), ==, 0);
  test_desk_free (desk);
}

/* A note that is added or edited is neither done nor deleted by that, and stays where and whose it was. */
static void
test_edit (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 customer = test_customer_new (desk, "Jordan", "Reyes");
  gint64 other = test_customer_new (desk, "Mai", "Tran");
  g_autoptr (RgNote) typed = note_new (customer, "First");
  g_autoptr (RgNote) note = NULL;
  g_autoptr (RgNote) edited = NULL;

  typed->deleted_at = typed->done_at = 5;
  note = add (desk, typed);
  g_assert_cmpint (note->deleted_at, ==, 0);
  g_assert_cmpint (note->done_at, ==, 0);

  g_set_str (&note->text, "Second");
  note->kind = RG_NOTE_KIND_PHONE;
  note->customer_id = other;
  note->deleted_at = 7;
  note->created_at = 7;
  note->staff_id = 0;
  test_perform (desk, act_for (&rg_note_edit, note, FALSE));
  edited = reload (desk, note);
  g_assert_cmpstr (edited->text, ==, "Second");
  g_assert_cmpint (edited->kind, ==, RG_NOTE_KIND_PHONE);
  g_assert_cmpint (edited->customer_id, ==, customer);
  g_assert_cmpint (edited->deleted_at, ==, 0);
  g_assert_cmpint (edited->created_at, >, 7);
  g_assert_cmpint (edited->staff_id, !=, 0);

  g_set_str (&edited->text, " ");
  test_perform_fails (desk, act_for (&rg_note_edit, edited, FALSE), RG_ERROR_INVALID);
  test_check_file (desk);
  test_desk_free (desk);
}

static gint64
due_day (RgDesk *desk)
{
  return test_query_int (desk, "SELECT CAST (julianday (due_day) AS INTEGER) FROM customer");
}

static void
test_complete (void)
{
  RgDesk *desk = test_desk_new ();
  RgDay today = rg_desk_get_today (desk);
  g_autoptr (RgNote) typed = note_new (test_customer_new (desk, "Jordan", "Reyes"), "Call back");
  g_autoptr (RgNote) note = NULL;
  g_autoptr (RgNote) done = NULL;
  g_autoptr (RgNote) plain = NULL;

  typed->reminder_day = today - 1;
  note = add (desk, typed);
  g_assert_true (rg_note_is_due (note, today));
  g_assert_cmpint (due_day (desk), !=, 0);
  test_perform (desk, act_for (&rg_note_complete, note, TRUE));
  done = reload (desk, note);
  g_assert_false (rg_note_is_open (done));
  g_assert_cmpint (done->done_by_id, ==, note->staff_id);
  g_assert_cmpint (due_day (desk), ==, 0);

  /* Moved to another day it is to be done again. */
  done->reminder_day = today + 3;
  test_perform (desk, act_for (&rg_note_edit, done, FALSE));
  g_clear_object (&done);
  done = reload (desk, note);
  g_assert_true (rg_note_is_open (done));
  g_assert_false (rg_note_is_due (done, today));

  typed->reminder_day = 0;
  plain = add (desk, typed);
  test_perform_fails (desk, act_for (&rg_note_complete, plain, TRUE), RG_ERROR_INVALID);
  test_check_file (desk);
  test_desk_free (desk);
}

typedef struct
{
  RgDay until;
  RgDay today;
  guint n;
} Listed;

static GObject *
read_listed (RgDb *db, gpointer data, GError **error)
{
  Listed *listed = data;
  g_autoptr (GPtrArray) reminders = rg_reminders_read (db, listed->until, listed->today, FALSE, 0, 100, error);

  listed->n = reminders != NULL ? reminders->len : 0;
  return NULL;
}

static guint
count_listed (RgDesk *desk, RgDay until, RgDay today)
{
  Listed listed = { until, today, 0 };

  test_await (rg_desk_read (desk, read_listed, &listed, NULL));
  return listed.n;
}

/* What was completed today stays in the list of its day until tomorrow, a weekly one too; what tells of reminders does
 * not want it. */
static void
test_listed (void)
{
  RgDesk *desk = test_desk_new ();
  RgDay today = rg_desk_get_today (desk);
  gint64 customer = test_customer_new (desk, "Jordan", "Reyes");

  for (guint weekly = 0; weekly < 2; weekly++)
    {
      g_autoptr (RgNote) typed = note_new (customer, "Call back");
      g_autoptr (RgNote) note = NULL;

      typed->recur_weekly = weekly;
      typed->reminder_day = today;
      note = add (desk, typed);
      g_assert_cmpuint (count_listed (desk, today, 0), ==, 1);
      test_perform (desk, act_for (&rg_note_complete, note, TRUE));
      g_assert_cmpuint (count_listed (desk, today, 0), ==, 0);
      g_assert_cmpuint (count_listed (desk, today, today), ==, weekly + 1);
      g_assert_cmpuint (count_listed (desk, today + 1, today + 1), ==, 0);
    }
  test_desk_free (desk);
}

/* A weekly reminder that is done comes again: on the first of its weekdays after today. */
static void
test_weekly (void)
{
  static const struct
  {
    int due; /* days from today */
    int next;
  } cases[] = { { 0, 7 }, { -1, 6 }, { -6, 1 }, { -7, 7 }, { -20, 1 }, { -21, 7 }, { 1, 8 }, { 10, 17 } };
  RgDesk *desk = test_desk_new ();
  RgDay today = rg_desk_get_today (desk);
  gint64 customer = test_customer_new (desk, "Jordan", "Reyes");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RgNote) typed = note_new (customer, "Call every week");
      g_autoptr (RgNote) note = NULL;
      g_autoptr (RgNote) done = NULL;
      g_autoptr (RgNote) undone = NULL;
      g_autoptr (RgNote) unticked = NULL;

      typed->recur_weekly = TRUE;
      typed->reminder_day = (RgDay) ((int) today + cases[i].due);
      note = add (desk, typed);
      test_perform (desk, act_for (&rg_note_complete, note, TRUE));
      done = reload (desk, note);
      g_assert_cmpint ((int) done->reminder_day - (int) today, ==, cases[i].next);
      g_assert_true (rg_note_is_open (done));
      g_assert_cmpint (done->done_at, >, 0);

      test_await (rg_desk_undo_last (desk));
      undone = reload (desk, note);
      g_assert_cmpuint (undone->reminder_day, ==, typed->reminder_day);
      g_assert_cmpint (undone->done_at, ==, 0);

      /* Completed by mistake: it is to be done in its own week again. */
      test_perform (desk, act_for (&rg_note_complete, undone, TRUE));
      test_perform (desk, act_for (&rg_note_complete, undone, FALSE));
      unticked = reload (desk, note);
      g_assert_cmpint ((int) unticked->reminder_day - (int) today, ==, cases[i].next - 7);
      g_assert_cmpint (unticked->done_at, ==, 0);
    }
  test_check_file (desk);
  test_desk_free (desk);
}

static void
test_trash (void)
{
  RgDesk *desk = test_desk_new ();
  g_autoptr (RgNote) typed = note_new (test_customer_new (desk, "Jordan", "Reyes"), "Call back");
  g_autoptr (RgNote) note = NULL;
  g_autoptr (RgNote) deleted = NULL;
  g_autoptr (RgNote) back = NULL;

  typed->reminder_day = rg_desk_get_today (desk);
  note = add (desk, typed);
  test_perform (desk, act_for (&rg_note_delete, note, FALSE));
  deleted = reload (desk, note);
  g_assert_cmpint (deleted->deleted_at, >, 0);
  g_assert_cmpint (deleted->deleted_by_id, ==, note->staff_id);
  g_assert_cmpint (due_day (desk), ==, 0);
  test_perform_fails (desk, act_for (&rg_note_edit, deleted, FALSE), RG_ERROR_CONFLICT);
  test_perform_fails (desk, act_for (&rg_note_complete, deleted, TRUE), RG_ERROR_CONFLICT);
  /* Deleting it again changes nothing, not even when it was deleted. */
  test_perform (desk, act_for (&rg_note_delete, deleted, FALSE));

  test_perform (desk, act_for (&rg_note_restore, deleted, FALSE));
  back = reload (desk, note);
  g_assert_true (
    rg_record_is_field_equal (RG_RECORD (back), RG_RECORD (note), rg_record_type_find_field (&rg_note_type, "text")));
  g_assert_cmpint (back->deleted_at, ==, 0);
  g_assert_cmpint (back->deleted_by_id, ==, 0);
  g_assert_cmpuint (back->reminder_day, ==, note->reminder_day);
  g_assert_cmpint (due_day (desk), !=, 0);
  test_check_file (desk);
  test_desk_free (desk);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);

  TEST_FIBER ("/notes/add", test_add);
  g_test_add_func ("/notes/add-outside-a-fiber", test_add);
  g_test_add_func ("/notes/refused", test_refused);
  TEST_FIBER ("/notes/edit", test_edit);
  TEST_FIBER ("/notes/complete", test_complete);
  TEST_FIBER ("/notes/listed", test_listed);
  TEST_FIBER ("/notes/weekly", test_weekly);
  TEST_FIBER ("/notes/trash", test_trash);

  return g_test_run ();
}
