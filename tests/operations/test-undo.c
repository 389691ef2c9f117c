/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-desk.h"

#include "rg-history.h"

#include "rg-customer.h"
#include "rg-ledger-entry.h"
#include "rg-note.h"

/* Taking back and doing again: chains of it, across restarts, and never around the rights. */

typedef struct
{
  RgDesk *desk;
  gint64 customer;
  gint64 note;
} Fixture;

static gint64
add_note (RgDesk *desk, gint64 customer_id, const char *text, gint64 *entry_id)
{
  g_autoptr (RgNote) note = g_object_new (RG_TYPE_NOTE, "customer-id", customer_id, "text", text, NULL);
  g_autoptr (RgAct) done = test_perform_ok (desk, rg_act_new_record (&rg_note_add, RG_RECORD (note)));

  if (entry_id != NULL)
    *entry_id = done->entry_id;
  return rg_record_get_id (done->record);
}

static RgAct *
note_act (RgDesk *desk, const RgOperation *operation, gint64 note_id, const char *text)
{
  g_autoptr (RgNote) note = (RgNote *) test_load (desk, &rg_note_type, note_id);

  if (text != NULL)
    g_set_str (&note->text, text);
  return rg_act_new_record (operation, RG_RECORD (note));
}

static void
edit (RgDesk *desk, gint64 note_id, const char *text)
{
  test_perform (desk, note_act (desk, &rg_note_edit, note_id, text));
}

/* What the note says; "" when it is not there. */
static char *
dup_text (RgDesk *desk, gint64 note_id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM note WHERE id = %" G_GINT64_FORMAT, note_id);
  g_autoptr (RgNote) note = NULL;

  if (test_query_int (desk, sql) == 0)
    return g_strdup ("");
  note = (RgNote *) test_load (desk, &rg_note_type, note_id);
  return g_strdup (note->text);
}

#define assert_text(desk, note_id, text)                                                                               \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *now_ = dup_text (desk, note_id);                                                                  \
    g_assert_cmpstr (now_, ==, text);                                                                                  \
  }                                                                                                                    \
  G_STMT_END

static void
undo (RgDesk *desk)
{
  test_await (rg_desk_undo_last (desk));
}

static void
redo (RgDesk *desk)
{
  test_await (rg_desk_redo_last (desk));
}

static void
assert_nothing_to_redo (RgDesk *desk)
{
  g_free (test_await_fails (rg_desk_redo_last (desk), RG_ERROR_NOT_FOUND));
}

/* Three steps, all back, all again, over and over, with a restart after each. */
static void
test_chain (gconstpointer data)
{
  gboolean reopen = GPOINTER_TO_INT (data);
  RgDesk *desk = test_desk_new ();
  gint64 customer = test_customer_new (desk, "Jordan", "Reyes");
  gint64 note = add_note (desk, customer, "one", NULL);
  static const char *const states[] = { "", "one", "two", "three" };

  edit (desk, note, "two");
  edit (desk, note, "three");
  assert_nothing_to_redo (desk);
  for (guint round = 0; round < 3; round++)
    {
      for (int i = 2; i >= 0; i--)
        {
          if (reopen)
            desk = test_desk_reopen (desk);
          undo (desk);
          assert_text (desk, note, states[i]);
        }
      for (int i = 1; i <= 3; i++)
        {
          if (reopen)
            desk = test_desk_reopen (desk);
          redo (desk);
          assert_text (desk, note, states[i]);
        }
      assert_nothing_to_redo (desk);
    }
  test_check_file (desk);
  test_desk_free (desk);
}

/* Doing something else forgets what could be done again. */
static void
test_branch (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 customer = test_customer_new (desk, "Jordan", "Reyes");
  gint64 note = add_note (desk, customer, "one", NULL);

  edit (desk, note, "two");
  undo (desk);
  edit (desk, note, "other");
  assert_nothing_to_redo (desk);
  undo (desk);
  assert_text (desk, note, "one");
  redo (desk);
  assert_text (desk, note, "other");
  assert_nothing_to_redo (desk);
  undo (desk);
  undo (desk);
  assert_text (desk, note, "");
  test_check_file (desk);
  test_desk_free (desk);
}

/* By name, from the history: once, and again after it was done again. */
static void
test_by_entry (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 customer = test_customer_new (desk, "Jordan", "Reyes");
  gint64 entry, other_entry;
  gint64 note = add_note (desk, customer, "one", &entry);
  gint64 other = add_note (desk, customer, "another", &other_entry);

  test_await (rg_desk_undo (desk, entry));
  assert_text (desk, note, "");
  assert_text (desk, other, "another");
  g_free (test_await_fails (rg_desk_undo (desk, entry), RG_ERROR_DENIED));
  redo (desk);
  assert_text (desk, note, "one");
  test_await (rg_desk_undo (desk, entry));
  assert_text (desk, note, "");
  g_free (test_await_fails (rg_desk_undo (desk, 99999), RG_ERROR_NOT_FOUND));
  test_perform_fails (desk, rg_act_new (&rg_undo, 0), RG_ERROR_INVALID);
  test_check_file (desk);
  test_desk_free (desk);
}

/* What was changed since is not overwritten, and what others depend on is not taken away. */
static void
test_conflict (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 customer = test_customer_new (desk, "Jordan", "Reyes");
  gint64 added;
  gint64 note = add_note (desk, customer, "one", &added);
  g_autoptr (RgAct) first = test_perform_ok (desk, note_act (desk, &rg_note_edit, note, "two"));
  g_autofree char *words = NULL;

  edit (desk, note, "three");
  words = test_await_fails (rg_desk_undo (desk, first->entry_id), RG_ERROR_CONFLICT);
  g_assert_nonnull (strstr (words, "Note"));
  g_free (test_await_fails (rg_desk_undo (desk, added), RG_ERROR_CONFLICT));
  assert_text (desk, note, "three");

  /* The other field of the same record may have changed. */
  {
    g_autoptr (RgNote) kind = (RgNote *) test_load (desk, &rg_note_type, note);
    g_autoptr (RgAct) last = test_perform_ok (desk, note_act (desk, &rg_note_edit, note, "four"));

    g_clear_object (&kind);
    kind = (RgNote *) test_load (desk, &rg_note_type, note);
    kind->kind = RG_NOTE_KIND_STICKY;
    test_perform (desk, rg_act_new_record (&rg_note_edit, RG_RECORD (kind)));
    test_await (rg_desk_undo (desk, last->entry_id));
    assert_text (desk, note, "three");
    g_clear_object (&kind);
    kind = (RgNote *) test_load (desk, &rg_note_type, note);
    g_assert_cmpint (kind->kind, ==, RG_NOTE_KIND_STICKY);
  }
  test_check_file (desk);
  test_desk_free (desk);
}

/* Everybody undoes their own; a Manager also what others did. */
static void
test_others (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 customer = test_customer_new (desk, "Jordan", "Reyes");
  gint64 boss = rg_record_get_id (RG_RECORD (rg_desk_get_staff (desk)));
  gint64 anna = test_sign_in_as (desk, RG_ROLE_CUSTOMER_SERVICE);
  gint64 entry;
  gint64 note = add_note (desk, customer, "from Anna", &entry);
  g_autofree char *words = NULL;

  test_sign_in_as (desk, RG_ROLE_CUSTOMER_SERVICE);
  g_free (test_await_fails (rg_desk_undo_last (desk), RG_ERROR_NOT_FOUND));
  words = test_await_fails (rg_desk_undo (desk, entry), RG_ERROR_DENIED);
  g_assert_nonnull (strstr (words, "Manager"));
  assert_text (desk, note, "from Anna");

  test_sign_in_as (desk, RG_ROLE_MANAGER);
  test_await (rg_desk_undo (desk, entry));
  assert_text (desk, note, "");

  /* What the Manager took back, Anna does not bring back. */
  test_sign_in (desk, anna);
  assert_nothing_to_redo (desk);
  g_free (test_await_fails (rg_desk_undo (desk, test_query_int (desk, "SELECT max (id) FROM journal_entry")),
                            RG_ERROR_DENIED));
  assert_text (desk, note, "");
  test_sign_in (desk, boss);
  test_await (rg_desk_undo (desk, test_query_int (desk, "SELECT max (id) FROM journal_entry")));
  assert_text (desk, note, "from Anna");
  test_check_file (desk);
  test_desk_free (desk);
}

/* Customer Service may not delete notes: not outright, not by editing, not by undoing this or that. */
static void
test_no_way_around (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 customer = test_customer_new (desk, "Jordan", "Reyes");
  gint64 boss = rg_record_get_id (RG_RECORD (rg_desk_get_staff (desk)));
  gint64 anna = test_staff_new (desk, "Anna", RG_ROLE_CUSTOMER_SERVICE);
  gint64 note, entry, deletion, restoring;
  g_autofree char *words = NULL;

  test_sign_in (desk, anna);
  note = add_note (desk, customer, "stays", &entry);
  words = test_perform_fails_with (desk, note_act (desk, &rg_note_delete, note, NULL), RG_ERROR_DENIED);
  g_assert_nonnull (strstr (words, "Notes/Delete"));
  g_assert_nonnull (strstr (words, "Manager"));
  test_perform_fails (desk, note_act (desk, &rg_note_restore, note, NULL), RG_ERROR_DENIED);

  /* Deleted and restored by the boss: Anna undoes neither. */
  test_sign_in (desk, boss);
  test_perform (desk, note_act (desk, &rg_note_delete, note, NULL));
  deletion = test_query_int (desk, "SELECT max (id) FROM journal_entry");
  test_perform (desk, note_act (desk, &rg_note_restore, note, NULL));
  restoring = test_query_int (desk, "SELECT max (id) FROM journal_entry");
  test_sign_in (desk, anna);
  g_free (test_await_fails (rg_desk_undo (desk, restoring), RG_ERROR_DENIED));
  g_free (test_await_fails (rg_desk_undo (desk, deletion), RG_ERROR_DENIED));

  /* Her own new note she takes back at once; an old one she does not. */
  rg_time_set_now (rg_time_now () + 11 * 60 * G_USEC_PER_SEC);
  g_free (test_await_fails (rg_desk_undo (desk, entry), RG_ERROR_DENIED));
  g_free (test_await_fails (rg_desk_undo_last (desk), RG_ERROR_DENIED));
  assert_text (desk, note, "stays");
  {
    gint64 mistake = add_note (desk, customer, "slip of the pen", NULL);

    undo (desk);
    assert_text (desk, mistake, "");
    rg_time_set_now (rg_time_now () + 11 * 60 * G_USEC_PER_SEC);
    redo (desk);
    assert_text (desk, mistake, "slip of the pen");
  }
  test_sign_in (desk, boss);
  test_await (rg_desk_undo (desk, entry));
  assert_text (desk, note, "");
  rg_time_set_now (0);
  test_check_file (desk);
  test_desk_free (desk);
}

/* What has no way back says so. */
static void
set_own_pin (RgDesk *desk)
{
  RgAct *act = rg_act_new_record (&rg_staff_set_pin, RG_RECORD (rg_desk_get_staff (desk)));

  act->pin = g_strdup ("2580");
  test_perform (desk, act);
}

static void
test_never (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 customer = test_customer_new (desk, "Jordan", "Reyes");
  g_autofree char *nothing = NULL;
  g_autofree char *blocked = NULL;
  gint64 note = add_note (desk, customer, "one", NULL);

  g_free (test_await_fails (rg_desk_undo (desk, 1), RG_ERROR_DENIED));

  /* What can never be undone is passed over, and in the end that is said. */
  set_own_pin (desk);
  undo (desk);
  assert_text (desk, note, "");
  redo (desk);
  assert_text (desk, note, "one");
  set_own_pin (desk);
  undo (desk);
  assert_text (desk, note, "");
  nothing = test_await_fails (rg_desk_undo_last (desk), RG_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (nothing, "can’t be undone"));

  /* What only later changes stand in the way of is not passed over: why is said. */
  note = add_note (desk, customer, "two", NULL);
  {
    g_autoptr (RgNote) changed = (RgNote *) test_load (desk, &rg_note_type, note);

    g_set_str (&changed->text, "by another program");
    test_update (desk, RG_RECORD (changed));
  }
  blocked = test_await_fails (rg_desk_undo_last (desk), RG_ERROR_CONFLICT);
  g_assert_nonnull (strstr (blocked, "changed since"));
  test_desk_free (desk);
}

/* The history names what was done and what was taken back, and its chain holds. */
static void
test_history (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 customer = test_customer_new (desk, "Jordan", "Reyes");

  add_note (desk, customer, "About the box", NULL);
  undo (desk);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM journal_entry WHERE operation = 'note.add' "
                                         "AND words = 'About the box' AND customer_id IS NOT NULL"),
                   ==, 1);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM journal_entry WHERE operation = 'undo' "
                                         "AND words LIKE '%Note%About the box%' AND customer_id IS NOT NULL"),
                   ==, 1);
  test_check_file (desk);
  test_desk_free (desk);
}

static GObject *
run_script (RgDb *db, gpointer data, GError **error)
{
  rg_db_run_script (db, data, error);
  return NULL;
}

/* Whatever stands in a journal that was damaged: nothing is undone by halves, and it is said why not. */
static void
test_damaged (gconstpointer data)
{
  g_autofree char *script = g_strdup_printf ("DROP TRIGGER journal_change_update; DROP TRIGGER journal_entry_update; "
                                             "PRAGMA foreign_keys = OFF; UPDATE %s;",
                                             (const char *) data);
  RgDesk *desk = test_desk_new ();
  gint64 customer = test_customer_new (desk, "Jordan", "Reyes");
  gint64 note = add_note (desk, customer, "one", NULL);
  g_autoptr (GError) error = NULL;

  edit (desk, note, "two");
  test_await (rg_store_run_on_writer (rg_desk_get_store (desk), run_script, script, NULL));
  if (!rg_future_wait (rg_desk_undo_last (desk), &error))
    {
      g_assert_cmpint (error->domain, ==, RG_ERROR);
      assert_text (desk, note, "two");
    }
  else
    assert_text (desk, note, "one");
  g_object_unref (test_await_object (rg_history_of_customer (desk, customer, 0, 50)));
  test_desk_free (desk);
}

#define DAMAGED(name, update) g_test_add_data_func ("/undo/damaged/" name, update, test_damaged)

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);

  g_test_add_data_func ("/undo/chain", GINT_TO_POINTER (FALSE), test_chain);
  g_test_add_data_func ("/undo/chain-across-restarts", GINT_TO_POINTER (TRUE), test_chain);
  TEST_FIBER ("/undo/branch", test_branch);
  TEST_FIBER ("/undo/by-entry", test_by_entry);
  TEST_FIBER ("/undo/conflict", test_conflict);
  TEST_FIBER ("/undo/others", test_others);
  TEST_FIBER ("/undo/no-way-around", test_no_way_around);
  TEST_FIBER ("/undo/never", test_never);
  TEST_FIBER ("/undo/history", test_history);
  DAMAGED ("nothing", "journal_change SET data = NULL WHERE action = 'update'");
  DAMAGED ("empty", "journal_change SET data = '' WHERE action = 'update'");
  DAMAGED ("no-object", "journal_change SET data = '[1]' WHERE action = 'update'");
  DAMAGED ("no-pair", "journal_change SET data = '{\"text\":1}' WHERE action = 'update'");
  DAMAGED ("half-a-pair", "journal_change SET data = '{\"text\":[\"one\"]}' WHERE action = 'update'");

  return g_test_run ();
}
