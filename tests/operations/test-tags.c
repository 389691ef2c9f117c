/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-tag-data.h"
#include "test-desk.h"

/* Tags on customers: added by name or id, removed from one only, renamed for all. */

typedef struct
{
  RgDesk *desk;
  gint64 jordan;
  gint64 mai;
} Fixture;

static void
setup (Fixture *self, gconstpointer data)
{
  self->desk = test_desk_new ();
  self->jordan = test_customer_new (self->desk, "Jordan", "Reyes");
  self->mai = test_customer_new (self->desk, "Mai", "Tran");
}

static void
teardown (Fixture *self, gconstpointer data)
{
  test_check_file (self->desk);
  test_desk_free (self->desk);
}

static RgAct *
new_act (const RgOperation *operation, gint64 customer_id, const char *name)
{
  RgAct *act = rg_act_new (operation, customer_id);

  act->text = g_strdup (name);
  return act;
}

static gint64
get_tag_id (Fixture *self, const char *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM tag WHERE name = '%s'", name);

  return test_query_int (self->desk, sql);
}

static gint64
count_joints (Fixture *self)
{
  return test_query_int (self->desk, "SELECT count (*) FROM customer_tag");
}

static void
test_add (Fixture *self, gconstpointer data)
{
  test_perform (self->desk, new_act (&rg_tag_add, self->jordan, "Promo: Summer2026"));
  test_perform (self->desk, new_act (&rg_tag_add, self->jordan, "  Churn   Risk "));
  g_assert_cmpint (get_tag_id (self, "Churn Risk"), !=, 0);

  /* The full name of a tag that is there adds that one, however it is written. */
  test_perform (self->desk, new_act (&rg_tag_add, self->mai, "pròmo: SUMMER2026"));
  g_assert_cmpint (test_query_int (self->desk, "SELECT count (*) FROM tag"), ==, 2);
  g_assert_cmpint (count_joints (self), ==, 3);
  g_assert_cmpint (test_query_int (self->desk, "SELECT min (added_at) > 0 FROM customer_tag"), ==, 1);

  test_perform_fails (self->desk, new_act (&rg_tag_add, self->mai, "promo: summer2026"), RG_ERROR_INVALID);
}

static void
test_add_by_id (Fixture *self, gconstpointer data)
{
  RgAct *act = rg_act_new (&rg_tag_add, self->mai);

  test_perform (self->desk, new_act (&rg_tag_add, self->jordan, "High Value"));
  rg_act_add_id (act, get_tag_id (self, "High Value"));
  test_perform (self->desk, act);
  g_assert_cmpint (count_joints (self), ==, 2);
}

static void
test_names (Fixture *self, gconstpointer data)
{
  const char *const fine[] = { "50% off & more",
                               "#1_fan",
                               "日本",
                               "émigré/café",
                               "“Quoted”",
                               "👩‍🌾 farmers",
                               "\tcopied from\na spreadsheet\r\n",
                               "123456789012345678901234567890123456789012345678901234567890" };
  const char *const bad[] = { "",
                              "   ",
                              NULL,
                              "copied from a spreadsheet",
                              "bell\a",
                              "\xff\xfe",
                              "1234567890123456789012345678901234567890123456789012345678901" };

  for (guint i = 0; i < G_N_ELEMENTS (fine); i++)
    test_perform (self->desk, new_act (&rg_tag_add, self->jordan, fine[i]));
  g_assert_cmpint (count_joints (self), ==, G_N_ELEMENTS (fine));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    test_perform_fails (self->desk, new_act (&rg_tag_add, self->jordan, bad[i]), RG_ERROR_INVALID);
  g_assert_cmpint (count_joints (self), ==, G_N_ELEMENTS (fine));
}

static void
test_remove (Fixture *self, gconstpointer data)
{
  RgAct *act = rg_act_new (&rg_tag_remove, self->jordan);

  test_perform (self->desk, new_act (&rg_tag_add, self->jordan, "VIP Customer"));
  test_perform (self->desk, new_act (&rg_tag_add, self->mai, "VIP Customer"));
  rg_act_add_id (act, get_tag_id (self, "VIP Customer"));
  test_perform (self->desk, act);
  g_assert_cmpint (count_joints (self), ==, 1);
  g_assert_cmpint (get_tag_id (self, "VIP Customer"), !=, 0);
  test_await (rg_desk_undo_last (self->desk));
  g_assert_cmpint (count_joints (self), ==, 2);
}

static void
test_undo_new (Fixture *self, gconstpointer data)
{
  test_perform (self->desk, new_act (&rg_tag_add, self->jordan, "Typo"));
  test_await (rg_desk_undo_last (self->desk));
  g_assert_cmpint (test_query_int (self->desk, "SELECT count (*) FROM tag"), ==, 0);
  test_await (rg_desk_redo_last (self->desk));
  g_assert_cmpint (count_joints (self), ==, 1);
  test_perform_fails (self->desk, new_act (&rg_tag_add, self->jordan, "typo"), RG_ERROR_INVALID);
}

static void
test_rename (Fixture *self, gconstpointer data)
{
  RgAct *act = new_act (&rg_tag_rename, 0, "Winter");
  gint64 id;

  test_perform (self->desk, new_act (&rg_tag_add, self->jordan, "Sumer"));
  test_perform (self->desk, new_act (&rg_tag_add, self->mai, "Winter"));
  id = get_tag_id (self, "Sumer");
  rg_act_add_id (act, id);
  test_perform_fails (self->desk, act, RG_ERROR_INVALID);
  act = new_act (&rg_tag_rename, 0, "Summer");
  rg_act_add_id (act, id);
  test_perform (self->desk, act);
  g_assert_cmpint (get_tag_id (self, "Summer"), ==, id);
  g_assert_cmpint (
    test_query_int (self->desk, "SELECT count (*) FROM customer_search WHERE customer_search MATCH 'summer'"), ==, 1);
  test_await (rg_desk_undo_last (self->desk));
  g_assert_cmpint (
    test_query_int (self->desk, "SELECT count (*) FROM customer_search WHERE customer_search MATCH 'summer'"), ==, 0);
  g_assert_cmpint (
    test_query_int (self->desk, "SELECT count (*) FROM customer_search WHERE customer_search MATCH 'sumer'"), ==, 1);
}

typedef struct
{
  const char *typed;
  gint64 customer_id;
  char *names;
} Suggest;

static GObject *
read_suggestions (RgDb *db, gpointer data, GError **error)
{
  Suggest *suggest = data;
  g_autoptr (GPtrArray) uses = rg_tag_suggest (db, suggest->typed, suggest->customer_id, error);
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_nonnull (uses);
  for (guint i = 0; i < uses->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "|" : "", RG_TAG_USE (uses->pdata[i])->name);
  suggest->names = g_string_free_and_steal (g_steal_pointer (&names));
  return NULL;
}

static void
check_suggestions (Fixture *self, const char *typed, gint64 customer_id, const char *names)
{
  Suggest suggest = { typed, customer_id, NULL };

  test_await (rg_desk_read (self->desk, read_suggestions, &suggest, NULL));
  g_assert_cmpstr (suggest.names, ==, names);
  g_free (suggest.names);
}

static void
test_suggest (Fixture *self, gconstpointer data)
{
  const char *const names[] = { "Promo: Summer2026", "Summer camp", "VIP Customer", "50% off" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    test_perform (self->desk, new_act (&rg_tag_add, self->jordan, names[i]));
  check_suggestions (self, "SUM", 0, "Summer camp|Promo: Summer2026");
  check_suggestions (self, "50%", 0, "50% off");
  check_suggestions (self, "_", 0, "");
  check_suggestions (self, "sum", self->jordan, "");
  test_perform (self->desk, new_act (&rg_tag_add, self->mai, "VIP Customer"));
  check_suggestions (self, "", 0, "VIP Customer|50% off|Promo: Summer2026|Summer camp");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, setup, func, teardown)

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);

  ADD ("/tags/add", test_add);
  ADD ("/tags/add-by-id", test_add_by_id);
  ADD ("/tags/names", test_names);
  ADD ("/tags/remove", test_remove);
  ADD ("/tags/undo-new", test_undo_new);
  ADD ("/tags/rename", test_rename);
  ADD ("/tags/suggest", test_suggest);

  return g_test_run ();
}
