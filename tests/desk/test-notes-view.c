/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-note-operations.h"
#include "rg-notes-view.h"
#include "test-view.h"

/* The Notes view, as somebody uses it. */

static void
add (RgDesk *desk, gint64 customer_id, RgNoteKind kind, const char *text)
{
  g_autoptr (RgNote) note = g_object_new (RG_TYPE_NOTE, "customer-id", customer_id, "kind", kind, "text", text, NULL);

  test_perform (desk, rg_act_new_record (&rg_note_add, RG_RECORD (note)));
}

/* While a filter hides notes, one press shows them all again; also when it hides all of them. */
static void
test_show_all (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 jordan = test_customer_new (desk, "Jordan", "Reyes");
  TestView *view;
  GtkWidget *search;

  add (desk, jordan, RG_NOTE_KIND_PHONE, "Wants rye instead of wheat");
  add (desk, jordan, RG_NOTE_KIND_EMAIL, "Asked for an invoice");
  view = test_view_new (desk, jordan, RG_TYPE_NOTES_VIEW);
  search = test_find (view->window, GTK_TYPE_SEARCH_ENTRY, NULL);
  g_assert_false (test_sees (view->window, "Show All Notes"));

  gtk_editable_set_text (GTK_EDITABLE (search), "rye");
  test_view_settle (view);
  g_assert_true (test_sees (view->window, "Wants rye instead of wheat"));
  g_assert_false (test_sees (view->window, "Asked for an invoice"));
  g_assert_true (test_sees (view->window, "1 of 2"));
  test_view_shoot (view, "notes-filtered");
  test_click (view->window, "Show All Notes");
  test_view_settle (view);
  g_assert_true (test_sees (view->window, "Asked for an invoice"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
  g_assert_false (test_sees (view->window, "Show All Notes"));

  gtk_editable_set_text (GTK_EDITABLE (search), "barley");
  test_view_settle (view);
  g_assert_true (test_sees (view->window, "The filters hide 2 notes."));
  test_click (view->window, "Show All Notes");
  test_view_settle (view);
  g_assert_true (test_sees (view->window, "Asked for an invoice"));

  test_view_free (view);
  test_desk_free (desk);
}

int
main (int argc, char *argv[])
{
  test_view_init (&argc, &argv);

  g_test_add_func ("/notes-view/show-all", test_show_all);

  return g_test_run ();
}
