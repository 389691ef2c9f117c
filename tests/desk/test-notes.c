/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-window.h"

/* Where notes are written, when somebody is quick. */

typedef struct
{
  RgWindow *window;
  const char *text;
} Typed;

static GtkTextBuffer *
get_buffer (RgWindow *window)
{
  return gtk_text_view_get_buffer (test_wait_for (window, GTK_TYPE_TEXT_VIEW, NULL));
}

static gboolean
has_text (gpointer data)
{
  Typed *typed = data;
  g_autofree char *text = NULL;

  g_object_get (get_buffer (typed->window), "text", &text, NULL);
  return g_str_equal (text, typed->text);
}

static void
wait_text (RgWindow *window, const char *text)
{
  Typed typed = { window, text };

  g_test_message ("waiting for “%s”", text);
  test_wait_until (has_text, &typed);
}

static void
open_and_type (RgWindow *window, gint64 customer_id, const char *text)
{
  test_await (rg_window_open_customer (window, customer_id, FALSE));
  test_settle (200);
  gtk_text_buffer_set_text (get_buffer (window), text, -1);
  test_settle (200);
}

/* A note that is saved while somebody else is opened takes nothing of theirs along. */
static void
test_quick (void)
{
  RgWindow *window = test_window_new ();
  RgDesk *desk = rg_window_get_desk (window);
  gint64 jordan = test_customer_new (desk, "Jordan", "Reyes");
  gint64 mai = test_customer_new (desk, "Mai", "Tran");

  open_and_type (window, mai, "Half a note");
  open_and_type (window, jordan, "Called about the box");
  test_click (test_wait_for (window, GTK_TYPE_BUTTON, "Add Note"));
  test_await (rg_window_open_customer (window, mai, FALSE));
  wait_text (window, "Half a note");
  test_wait_for (window, GTK_TYPE_LABEL, "Note added");
  test_settle (300);
  wait_text (window, "Half a note");
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM note"), ==, 1);

  /* It is saved, and not there to be saved again. */
  test_await (rg_window_open_customer (window, jordan, FALSE));
  wait_text (window, "");
  test_wait_for (window, GTK_TYPE_LABEL, "Called about the box");
  test_window_free (window);
}

/* Pressed twice, Add Note adds one note and complains of nothing; an empty note is refused, until something is typed.
 */
static void
test_twice (void)
{
  RgWindow *window = test_window_new ();
  RgDesk *desk = rg_window_get_desk (window);
  GtkWidget *add;

  open_and_type (window, test_customer_new (desk, "Jordan", "Reyes"), "  ");
  add = test_wait_for (window, GTK_TYPE_BUTTON, "Add Note");
  test_click (add);
  test_wait_for (window, GTK_TYPE_LABEL, "Write what happened before saving the note.");
  gtk_text_buffer_set_text (get_buffer (window), "Called about the box", -1);
  g_assert_null (test_find (window, GTK_TYPE_LABEL, "Write what happened before saving the note."));

  test_click (add);
  wait_text (window, "");
  test_wait_for (window, GTK_TYPE_LABEL, "Called about the box");
  test_click (add);
  test_settle (200);
  g_assert_null (test_find (window, GTK_TYPE_LABEL, "Write what happened before saving the note."));
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM note"), ==, 1);
  test_window_free (window);
}

/* What was changed in a note and given up can be brought back. */
static void
test_bring_back (void)
{
  RgWindow *window = test_window_new ();
  RgDesk *desk = rg_window_get_desk (window);

  open_and_type (window, test_customer_new (desk, "Jordan", "Reyes"), "Called");
  test_click (test_wait_for (window, GTK_TYPE_BUTTON, "Add Note"));
  wait_text (window, "");
  test_click (test_wait_for (window, GTK_TYPE_BUTTON, "Edit note"));
  wait_text (window, "Called");
  gtk_text_buffer_set_text (get_buffer (window), "Called about the box", -1);
  test_click (test_wait_for (window, GTK_TYPE_BUTTON, "Cancel"));
  wait_text (window, "");
  test_wait_for (window, GTK_TYPE_LABEL, "Changes to the note not saved");
  test_click (test_wait_for (window, GTK_TYPE_BUTTON, "_Bring Back"));
  wait_text (window, "Called about the box");
  test_click (test_wait_for (window, GTK_TYPE_BUTTON, "Save Note"));
  test_wait_for (window, GTK_TYPE_LABEL, "Called about the box");
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM note"), ==, 1);
  test_window_free (window);
}

int
main (int argc, char **argv)
{
  test_display_init (&argc, &argv);
  g_test_add_func ("/desk/notes/quick", test_quick);
  g_test_add_func ("/desk/notes/twice", test_twice);
  g_test_add_func ("/desk/notes/bring-back", test_bring_back);
  return g_test_run ();
}
