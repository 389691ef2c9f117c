/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-desk.h"

#include "rg-note.h"

/* Notes: what staff see of them after each operation, and what is refused. */

static RgNote *
note_new (gint64 customer_id,
          const char *text)
{
  return g_object_new (RG_TYPE_NOTE, "customer-id", customer_id, "text", text, NULL);
}

/* Adds a note; returns it as it is on file. */
static RgNote *
add (RgDesk *desk,
     RgNote *note)
{
  g_autoptr (RgAct) done = test_perform_ok (desk, rg_act_new_record (&rg_note_add, RG_RECORD (note)));

  return (RgNote *) test_load (desk, &rg_note_type, rg_record_get_id (done->record));
}

static RgNote *
reload (RgDesk *desk,
        RgNote *note)
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

int
main (int argc,
      char **argv)
{
  test_init (&argc, &argv);

  TEST_FIBER ("/notes/add", test_add);
  g_test_add_func ("/notes/add-outside-a-fiber", test_add);

  return g_test_run ();
}
