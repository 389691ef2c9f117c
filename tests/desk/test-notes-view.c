/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-day-range.h"
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

/* Of a very long note the beginning is shown until all of it is asked for. */
static void
test_long (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 jordan = test_customer_new (desk, "Jordan", "Reyes");
  g_autoptr (GString) text = g_string_new ("It begins so. ");
  TestView *view;

  while (text->len < 90000)
    g_string_append (text, "Eggs on top, please, and no wheat. ");
  g_string_append (text, "It ends so.");
  add (desk, jordan, RG_NOTE_KIND_EMAIL, text->str);
  view = test_view_new (desk, jordan, RG_TYPE_NOTES_VIEW);
  g_assert_true (test_sees (view->window, "It begins so."));
  g_assert_false (test_sees (view->window, "It ends so."));
  test_view_shoot (view, "notes-long");
  test_click (view->window, "Show Whole Note");
  test_view_settle (view);
  g_assert_true (test_sees (view->window, "It ends so."));
  test_click (view->window, "Show Less");
  test_view_settle (view);
  g_assert_false (test_sees (view->window, "It ends so."));

  test_view_free (view);
  test_desk_free (desk);
}

/* Finds what can be typed into within the range, by what it says while it is empty. */
static GtkEditable *
find_day (GtkWidget *within, const char *placeholder)
{
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkEditable *found;

      if (GTK_IS_ENTRY (child) && g_strcmp0 (gtk_entry_get_placeholder_text (GTK_ENTRY (child)), placeholder) == 0)
        return GTK_EDITABLE (child);
      found = find_day (child, placeholder);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
type_day (TestView *view, GtkEditable *entry, RgDay day)
{
  g_autofree char *text = rg_day_to_iso (day);

  gtk_editable_set_text (entry, text);
  test_view_settle (view);
}

/* A range of one's own narrows the notes as it is typed; a mistake in it is said. */
static void
test_range (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 jordan = test_customer_new (desk, "Jordan", "Reyes");
  RgDay today = rg_desk_get_today (desk);
  TestView *view;
  GtkWidget *filters, *range;
  GtkDropDown *dates;
  GtkEditable *from, *to;

  add (desk, jordan, RG_NOTE_KIND_PHONE, "Wants rye instead of wheat");
  view = test_view_new (desk, jordan, RG_TYPE_NOTES_VIEW);
  filters = test_find (view->window, GTK_TYPE_MENU_BUTTON, "Filter by type and date");
  gtk_menu_button_popup (GTK_MENU_BUTTON (filters));
  test_view_settle (view);
  dates = GTK_DROP_DOWN (test_find (filters, GTK_TYPE_DROP_DOWN, "Filter by date"));
  g_assert_null (test_find (filters, RG_TYPE_DAY_RANGE, NULL));
  /* GTK leaves the keyboard with the button when a word was picked; the days are typed next. */
  gtk_widget_grab_focus (gtk_widget_get_first_child (filters));
  gtk_drop_down_set_selected (dates, gtk_drop_down_get_selected (dates) + 5);
  test_view_settle (view);
  range = test_find (filters, RG_TYPE_DAY_RANGE, NULL);
  g_assert_nonnull (range);
  from = find_day (range, "From");
  to = find_day (range, "To");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (view->view)), GTK_WIDGET (from)));
  g_assert_true (test_sees (view->window, "Wants rye instead of wheat"));

  type_day (view, to, today - 1);
  g_assert_false (test_sees (view->view, "Wants rye instead of wheat"));
  g_assert_true (test_sees (view->view, "The filters hide 1 note."));
  type_day (view, to, today);
  g_assert_true (test_sees (view->view, "Wants rye instead of wheat"));
  type_day (view, from, today);
  g_assert_true (test_sees (view->view, "Wants rye instead of wheat"));
  test_view_shoot (view, "notes-range");

  type_day (view, from, today + 1);
  g_assert_false (test_sees (range, "The last day is before the first one."));
  g_signal_emit_by_name (to, "activate");
  g_assert_true (test_sees (range, "The last day is before the first one."));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (to), "error"));

  test_click (view->view, "Show All Notes");
  test_view_settle (view);
  g_assert_true (test_sees (view->view, "Wants rye instead of wheat"));
  g_assert_cmpstr (gtk_editable_get_text (from), ==, "");

  test_view_free (view);
  test_desk_free (desk);
}

/* A date that is none keeps the popover open, with the reason below it; Tab goes from left to right. */
static void
test_reminder (void)
{
  RgDesk *desk = test_desk_new ();
  TestView *view = test_view_new (desk, test_customer_new (desk, "Jordan", "Reyes"), RG_TYPE_NOTES_VIEW);
  GtkWidget *reminder = test_find (view->window, GTK_TYPE_MENU_BUTTON, "Set a reminder");
  GtkWidget *text = test_find (view->window, GTK_TYPE_TEXT_VIEW, NULL);
  GtkEditable *day;

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "One\nTwo\nThree", -1);
  test_view_settle (view);
  gtk_widget_grab_focus (text);
  gtk_widget_child_focus (view->window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (view->view)), reminder));

  gtk_menu_button_popup (GTK_MENU_BUTTON (reminder));
  test_view_settle (view);
  day = GTK_EDITABLE (test_find (reminder, GTK_TYPE_ENTRY, NULL));
  gtk_editable_set_text (day, "some day");
  g_signal_emit_by_name (day, "activate");
  test_view_settle (view);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (reminder)))));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (day), "error"));
  g_assert_true (test_sees (reminder, gtk_widget_get_tooltip_text (GTK_WIDGET (day))));
  gtk_editable_set_text (day, "tomorrow");
  g_signal_emit_by_name (day, "activate");
  test_view_settle (view);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (reminder)))));
  g_assert_true (test_sees (view->window, "Reminder: Tomorrow"));

  test_view_free (view);
  test_desk_free (desk);
}

int
main (int argc, char *argv[])
{
  test_view_init (&argc, &argv);

  g_test_add_func ("/notes-view/show-all", test_show_all);
  g_test_add_func ("/notes-view/long", test_long);
  g_test_add_func ("/notes-view/range", test_range);
  g_test_add_func ("/notes-view/reminder", test_reminder);

  return g_test_run ();
}
