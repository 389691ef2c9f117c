/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-desk.h"

#include "rg-note.h"
#include "rg-pin.h"
#include "rg-setting.h"

/* Who works here, who may what, and the settings of the business. */

static gint64
own_id (RgDesk *desk)
{
  return rg_record_get_id (RG_RECORD (rg_desk_get_staff (desk)));
}

static RgAct *
staff_act (RgDesk *desk, const RgOperation *operation, gint64 staff_id, RgRole role, gboolean left)
{
  g_autoptr (RgStaff) staff = (RgStaff *) test_load (desk, &rg_staff_type, staff_id);

  staff->role = role;
  staff->left = left;
  return rg_act_new_record (operation, RG_RECORD (staff));
}

static RgAct *
pin_act (RgDesk *desk, gint64 staff_id, const char *pin)
{
  g_autoptr (RgStaff) staff = (RgStaff *) test_load (desk, &rg_staff_type, staff_id);
  RgAct *act = rg_act_new_record (&rg_staff_set_pin, RG_RECORD (staff));

  act->pin = g_strdup (pin);
  return act;
}

static RgRole
role_on_file (RgDesk *desk, gint64 staff_id)
{
  g_autoptr (RgStaff) staff = (RgStaff *) test_load (desk, &rg_staff_type, staff_id);

  return staff->role;
}

static RgAct *
note_act (gint64 customer_id)
{
  g_autoptr (RgNote) note = g_object_new (RG_TYPE_NOTE, "customer-id", customer_id, "text", "Called", NULL);

  return rg_act_new_record (&rg_note_add, RG_RECORD (note));
}

/* On a new file whoever opens it is the System Administrator, once. */
static void
test_first (void)
{
  RgDesk *desk = test_desk_new ();
  RgStaff *first = rg_desk_get_staff (desk);
  g_autoptr (RgStaff) second = g_object_new (RG_TYPE_STAFF, "name", "Second", NULL);

  g_assert_nonnull (first);
  g_assert_cmpint (first->role, ==, RG_ROLE_SYSTEM_ADMINISTRATOR);
  g_assert_cmpstr (first->name, !=, "");
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM staff"), ==, 1);
  test_perform_fails (desk, rg_act_new_record (&rg_staff_begin, RG_RECORD (second)), RG_ERROR_CONFLICT);
  desk = test_desk_reopen (desk);
  g_assert_nonnull (rg_desk_get_staff (desk));
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM staff"), ==, 1);
  test_check_file (desk);
  test_desk_free (desk);
}

static void
test_sign_in_with_pin (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 boss = own_id (desk);
  gint64 anna = test_staff_new (desk, "Anna", RG_ROLE_CUSTOMER_SERVICE);
  g_autofree char *words = NULL;

  test_perform_fails (desk, pin_act (desk, anna, "1234"), RG_ERROR_INVALID);
  test_perform_fails (desk, pin_act (desk, anna, "abcd"), RG_ERROR_INVALID);
  test_perform (desk, pin_act (desk, anna, "271828"));
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM staff WHERE pin_hash LIKE '$argon2id$%'"), ==, 1);
  g_assert_cmpint (
    test_query_int (desk, "SELECT count (*) FROM journal_change WHERE data LIKE '%argon%' OR data LIKE '%271828%'"), ==,
    0);

  words = test_await_fails (rg_desk_sign_in (desk, anna, "161803"), RG_ERROR_INVALID);
  g_assert_nonnull (strstr (words, "Anna"));
  g_free (test_await_fails (rg_desk_sign_in (desk, anna, NULL), RG_ERROR_INVALID));
  g_free (test_await_fails (rg_desk_sign_in (desk, anna, ""), RG_ERROR_INVALID));
  g_assert_cmpint (own_id (desk), ==, boss);
  test_await (rg_desk_sign_in (desk, anna, "271828"));
  g_assert_cmpint (own_id (desk), ==, anna);
  g_free (test_await_fails (rg_desk_sign_in (desk, 12345, NULL), RG_ERROR_NOT_FOUND));

  /* Her own PIN she changes herself, nobody else's. */
  test_perform (desk, pin_act (desk, anna, "314159"));
  test_perform_fails (desk, pin_act (desk, boss, "314159"), RG_ERROR_DENIED);
  test_await (rg_desk_sign_in (desk, anna, "314159"));
  g_free (test_await_fails (rg_desk_undo_last (desk), RG_ERROR_NOT_FOUND));
  test_check_file (desk);
  test_desk_free (desk);
}

/* With a PIN on everybody a desk begins with nobody signed in, and then nothing can be done. */
static void
test_nobody (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 customer = test_customer_new (desk, "Jordan", "Reyes");
  g_autofree char *words = NULL;
  g_autofree char *why_not = NULL;

  test_perform (desk, pin_act (desk, own_id (desk), "271828"));
  desk = test_desk_reopen (desk);
  g_assert_null (rg_desk_get_staff (desk));
  words = test_perform_fails_with (desk, note_act (customer), RG_ERROR_DENIED);
  g_assert_nonnull (strstr (words, "signed in"));
  why_not = rg_desk_dup_why_not (desk, &rg_note_add);
  g_assert_nonnull (strstr (why_not, "signed in"));
  test_desk_free (desk);
}

/* The role that counts is the one on file, whatever this window remembers. */
static void
test_role_from_file (void)
{
  RgDesk *desk = test_desk_new ();
  RgDesk *other = test_desk_open (test_desk_get_path (desk));
  gint64 customer = test_customer_new (desk, "Jordan", "Reyes");
  gint64 anna = test_staff_new (desk, "Anna", RG_ROLE_MANAGER);
  g_autoptr (RgAct) added = test_perform_ok (desk, note_act (customer));
  g_autoptr (GPtrArray) reasons = NULL;
  g_autoptr (RgAct) asked = NULL;

  test_sign_in (other, anna);
  test_perform (desk, staff_act (desk, &rg_staff_edit, anna, RG_ROLE_CUSTOMER_SERVICE, FALSE));
  test_perform_fails (other, rg_act_new_record (&rg_note_delete, added->record), RG_ERROR_DENIED);
  test_perform (other, note_act (customer));

  test_perform (desk, staff_act (desk, &rg_staff_edit, anna, RG_ROLE_CUSTOMER_SERVICE, TRUE));
  test_perform_fails (other, note_act (customer), RG_ERROR_DENIED);
  asked = note_act (customer);
  reasons = test_why_not (other, asked);
  g_assert_cmpuint (reasons->len, ==, 1);
  g_free (test_await_fails (rg_desk_sign_in (desk, anna, NULL), RG_ERROR_DENIED));
  test_await (rg_desk_close (other));
  g_object_unref (other);
  test_check_file (desk);
  test_desk_free (desk);
}

/* Nobody gives rights they have not got, nor takes the last System Administrator away. */
static void
test_roles (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 boss = own_id (desk);
  gint64 anna = test_staff_new (desk, "Anna", RG_ROLE_CUSTOMER_SERVICE);
  gint64 adam = test_staff_new (desk, "Adam", RG_ROLE_ADMINISTRATOR);
  g_autoptr (RgStaff) new_boss
    = g_object_new (RG_TYPE_STAFF, "name", "Me Too", "role", RG_ROLE_SYSTEM_ADMINISTRATOR, NULL);

  test_perform_fails (desk, staff_act (desk, &rg_staff_edit, boss, RG_ROLE_MANAGER, FALSE), RG_ERROR_INVALID);
  test_perform_fails (desk, staff_act (desk, &rg_staff_edit, boss, RG_ROLE_SYSTEM_ADMINISTRATOR, TRUE),
                      RG_ERROR_INVALID);

  test_sign_in (desk, anna);
  test_perform_fails (desk, staff_act (desk, &rg_staff_edit, anna, RG_ROLE_MANAGER, FALSE), RG_ERROR_DENIED);
  test_perform_fails (desk, rg_act_new_record (&rg_staff_add, RG_RECORD (new_boss)), RG_ERROR_DENIED);

  test_sign_in (desk, adam);
  test_perform_fails (desk, staff_act (desk, &rg_staff_edit, adam, RG_ROLE_SYSTEM_ADMINISTRATOR, FALSE),
                      RG_ERROR_INVALID);
  test_perform_fails (desk, staff_act (desk, &rg_staff_edit, boss, RG_ROLE_CUSTOMER_SERVICE, FALSE), RG_ERROR_INVALID);
  test_perform_fails (desk, rg_act_new_record (&rg_staff_add, RG_RECORD (new_boss)), RG_ERROR_INVALID);
  test_perform_fails (desk, pin_act (desk, boss, "271828"), RG_ERROR_DENIED);
  test_perform (desk, staff_act (desk, &rg_staff_edit, anna, RG_ROLE_ADMINISTRATOR, FALSE));
  g_assert_cmpint (role_on_file (desk, anna), ==, RG_ROLE_ADMINISTRATOR);
  test_check_file (desk);
  test_desk_free (desk);
}

/* Undoing is no way to rights either. */
static void
test_roles_by_undo (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 boss = own_id (desk);
  gint64 adam = test_staff_new (desk, "Adam", RG_ROLE_SYSTEM_ADMINISTRATOR);
  g_autoptr (RgAct) demoted
    = test_perform_ok (desk, staff_act (desk, &rg_staff_edit, adam, RG_ROLE_ADMINISTRATOR, FALSE));
  g_autoptr (RgAct) promoted = NULL;
  g_autoptr (RgStaff) clerk = g_object_new (RG_TYPE_STAFF, "name", "Clerk", NULL);
  RgAct *act = NULL;

  test_sign_in (desk, adam);
  g_free (test_await_fails (rg_desk_undo (desk, demoted->entry_id), RG_ERROR_INVALID));
  g_assert_cmpint (role_on_file (desk, adam), ==, RG_ROLE_ADMINISTRATOR);

  /* The boss steps down after making Adam the boss; undoing the one while the other stands would leave
   * nobody. */
  test_sign_in (desk, boss);
  promoted = test_perform_ok (desk, staff_act (desk, &rg_staff_edit, adam, RG_ROLE_SYSTEM_ADMINISTRATOR, FALSE));
  test_perform (desk, staff_act (desk, &rg_staff_edit, boss, RG_ROLE_MANAGER, FALSE));
  test_sign_in (desk, adam);
  g_free (test_await_fails (rg_desk_undo (desk, promoted->entry_id), RG_ERROR_INVALID));

  /* A new colleague's PIN would not survive being taken back and made again. */
  act = rg_act_new_record (&rg_staff_add, RG_RECORD (clerk));
  act->pin = g_strdup ("271828");
  test_perform (desk, act);
  g_free (test_await_fails (rg_desk_undo_last (desk), RG_ERROR_CONFLICT));
  test_perform (desk, rg_act_new_record (&rg_staff_add, RG_RECORD (clerk)));
  test_await (rg_desk_undo_last (desk));
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM staff WHERE name = 'Clerk'"), ==, 1);
  test_check_file (desk);
  test_desk_free (desk);
}

/* The table of rights, for each role one that it has and one that it lacks. */
static void
test_rights (void)
{
  g_assert_true (rg_role_has_right (RG_ROLE_CUSTOMER_SERVICE, (RgRight) { RG_AREA_NOTES, RG_SCOPE_CREATE }));
  g_assert_false (rg_role_has_right (RG_ROLE_CUSTOMER_SERVICE, (RgRight) { RG_AREA_NOTES, RG_SCOPE_DELETE }));
  g_assert_true (rg_role_has_right (RG_ROLE_MANAGER, (RgRight) { RG_AREA_NOTES, RG_SCOPE_DELETE }));
  g_assert_false (rg_role_has_right (RG_ROLE_MANAGER, (RgRight) { RG_AREA_STAFF, RG_SCOPE_EDIT }));
  g_assert_true (rg_role_has_right (RG_ROLE_ADMINISTRATOR, (RgRight) { RG_AREA_STAFF, RG_SCOPE_EDIT }));
  g_assert_false (rg_role_has_right (RG_ROLE_ADMINISTRATOR, (RgRight) { RG_AREA_TOOLS, RG_SCOPE_VIEW }));
  g_assert_true (rg_role_has_right (RG_ROLE_SYSTEM_ADMINISTRATOR, (RgRight) { RG_AREA_TOOLS, RG_SCOPE_VIEW }));
  for (guint area = 0; area < RG_N_AREAS; area++)
    for (guint scope = 0; scope < RG_N_SCOPES; scope++)
      {
        RgRight right = { area, scope };
        g_autofree char *reason = rg_right_dup_reason (right);

        g_assert_true (g_str_has_suffix (reason, "."));
        g_assert_nonnull (strchr (reason, '/'));
        /* Who may more may also what others may. */
        for (guint role = 1; role < rg_role_words.n_words; role++)
          g_assert_true (!rg_role_has_right (role - 1, right) || rg_role_has_right (role, right));
      }
}

static RgAct *
setting_act (const char *name, const char *value)
{
  g_autoptr (RgSetting) setting = g_object_new (RG_TYPE_SETTING, "name", name, "value", value, NULL);

  return rg_act_new_record (&rg_setting_change, RG_RECORD (setting));
}

/* Of two who change a setting at once, the second is told; who saw what is there may change it. */
static void
check_setting_conflict (RgDesk *desk)
{
  g_autofree char *words = NULL;
  RgAct *act = setting_act ("business-name", "Ours");

  act->base = g_object_new (RG_TYPE_SETTING, "name", "business-name", "value", "", NULL);
  words = test_perform_fails_with (desk, act, RG_ERROR_CONFLICT);
  g_assert_nonnull (strstr (words, "Business name"));
  g_assert_nonnull (strstr (words, "Reyes & Töchter"));
  act = setting_act ("country", "FR");
  act->base = g_object_new (RG_TYPE_SETTING, "name", "country", "value", "DE", NULL);
  test_perform (desk, act);
  act = setting_act ("business-name", "Ours");
  act->base = g_object_new (RG_TYPE_SETTING, "name", "business-name", "value", "Reyes & Töchter", NULL);
  test_perform (desk, act);
}

static void
test_settings (void)
{
  static const struct
  {
    const char *name;
    const char *good;
    const char *bad;
  } cases[] = {
    { "business-name", "Reyes & Töchter", NULL },
    { "currency", "KWD", "XYZ" },
    { "country", "DE", "Germany" },
    { "time-zone", "Europe/Berlin", "Mars/Olympus" },
    { "first-weekday", "7", "0" },
    { "credit-limit", "75.50", "a lot" },
    { "pickup", "no", "maybe" },
  };
  RgDesk *desk = test_desk_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RgSettingId id;

      g_assert_true (rg_setting_find (cases[i].name, &id));
      test_perform (desk, setting_act (cases[i].name, cases[i].good));
      if (cases[i].bad != NULL)
        test_perform_fails (desk, setting_act (cases[i].name, cases[i].bad), RG_ERROR_INVALID);
      desk = test_desk_reopen (desk);
      g_assert_cmpstr (rg_settings_get (rg_desk_get_settings (desk), id), ==, cases[i].good);
    }
  check_setting_conflict (desk);
  test_perform_fails (desk, setting_act ("no-such-setting", "1"), RG_ERROR_NOT_FOUND);
  g_assert_cmpint (rg_settings_get_money (rg_desk_get_settings (desk), RG_SETTING_CREDIT_LIMIT), ==, 75500);
  test_perform (desk, setting_act ("currency", "JPY"));
  desk = test_desk_reopen (desk);
  g_assert_cmpint (rg_settings_get_money (rg_desk_get_settings (desk), RG_SETTING_CREDIT_LIMIT), ==, 75);
  test_await (rg_desk_undo_last (desk));

  test_sign_in_as (desk, RG_ROLE_CUSTOMER_SERVICE);
  test_perform_fails (desk, setting_act ("credit-limit", "9999.00"), RG_ERROR_DENIED);
  test_check_file (desk);
  test_desk_free (desk);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);

  TEST_FIBER ("/staff/first", test_first);
  TEST_FIBER ("/staff/sign-in-with-pin", test_sign_in_with_pin);
  g_test_add_func ("/staff/nobody", test_nobody);
  TEST_FIBER ("/staff/role-from-file", test_role_from_file);
  TEST_FIBER ("/staff/roles", test_roles);
  TEST_FIBER ("/staff/roles-by-undo", test_roles_by_undo);
  g_test_add_func ("/staff/rights", test_rights);
  TEST_FIBER ("/staff/settings", test_settings);

  return g_test_run ();
}
