/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-tag-operations.h"
#include "rg-tags-view.h"
#include "test-view.h"

/* The Tags view, as somebody uses it. */

static void
add (RgDesk *desk, gint64 customer_id, const char *name)
{
  RgAct *act = rg_act_new (&rg_tag_add, customer_id);

  act->text = g_strdup (name);
  test_perform (desk, act);
}

static void
test_tags (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 jordan = test_customer_new (desk, "Jordan", "Reyes");
  gint64 mai = test_customer_new (desk, "Mai", "Tran");
  TestView *view = NULL;
  GtkWidget *entry;

  add (desk, mai, "VIP Customer");
  add (desk, mai, "Promo: Summer2026");
  view = test_view_new (desk, jordan, RG_TYPE_TAGS_VIEW);
  g_assert_true (test_sees (view->window, "No Tags Yet"));
  test_view_shoot (view, "tags-none");

  /* While a name is typed, what is there is offered; a new tag comes last. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (test_find (view->window, GTK_TYPE_TOGGLE_BUTTON, "Add Tag")), TRUE);
  test_view_settle (view);
  entry = test_find (view->window, GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "sum");
  test_view_settle (view);
  g_assert_true (test_sees (view->window, "Promo: Summer2026"));
  g_assert_false (test_sees (view->window, "VIP Customer"));
  g_assert_true (test_sees (view->window, "Create New Tag"));
  test_view_shoot (view, "tags-adding");

  /* Enter on a part of a name says how to choose, adds nothing and leaves the cursor where it is. */
  g_signal_emit_by_name (entry, "activate");
  test_view_settle (view);
  g_assert_true (test_sees (view->window, "go on typing"));
  g_assert_true (gtk_widget_get_state_flags (entry) & GTK_STATE_FLAG_FOCUS_WITHIN);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM customer_tag"), ==, 2);

  gtk_editable_set_text (GTK_EDITABLE (entry), "vip customer");
  test_view_settle (view);
  g_assert_false (test_sees (view->window, "Create New Tag"));
  g_assert_false (test_sees (view->window, "go on typing"));
  g_signal_emit_by_name (entry, "activate");
  test_view_settle (view);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM customer_tag"), ==, 3);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM tag"), ==, 2);

  /* What is refused stays to be mended, with the reason beside it. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "VIP CUSTOMER");
  test_view_settle (view);
  g_signal_emit_by_name (entry, "activate");
  test_view_settle (view);
  g_assert_true (test_sees (view->window, "already"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "VIP CUSTOMER");

  add (desk, jordan, "Churn Risk");
  test_view_settle (view);
  test_view_shoot (view, "tags");
  test_click (view->window, "Rename tag Churn Risk");
  test_view_settle (view);
  gtk_editable_set_text (GTK_EDITABLE (test_find (view->window, ADW_TYPE_ENTRY_ROW, NULL)), "promo: SUMMER2026");
  test_click (view->window, "Rename");
  test_view_settle (view);
  test_view_settle (view);
  g_assert_true (test_sees (view->window, "There is a tag “Promo: Summer2026” already."));
  gtk_editable_set_text (GTK_EDITABLE (test_find (view->window, ADW_TYPE_ENTRY_ROW, NULL)), "At Risk");
  test_click (view->window, "Rename");
  test_view_settle (view);
  test_view_settle (view);
  test_click (view->window, "Remove tag VIP Customer from this customer");
  test_view_settle (view);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM customer_tag"), ==, 3);
  g_assert_true (test_sees (view->window, "At Risk"));

  test_view_free (view);
  test_desk_free (desk);
}

int
main (int argc, char *argv[])
{
  test_view_init (&argc, &argv);

  g_test_add_func ("/tags-view/tags", test_tags);

  return g_test_run ();
}
