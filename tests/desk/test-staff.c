/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-colleague-row.h"
#include "rg-pin.h"
#include "rg-staff-dialog.h"
#include "rg-switch-user-dialog.h"
#include "test-window.h"

/* The first staff member bears the name of whoever is logged in to the computer. */
static const char *
get_first_name (RgWindow *window)
{
  return rg_desk_get_staff (rg_window_get_desk (window))->name;
}

static guint
count_staff (RgWindow *window)
{
  return g_list_model_get_n_items (rg_desk_get_staff_list (rg_window_get_desk (window)));
}

static gboolean
has_two_staff (gpointer window)
{
  return count_staff (window) == 2;
}

static RgStaff *
find_staff (RgWindow *window, const char *name)
{
  GListModel *list = rg_desk_get_staff_list (rg_window_get_desk (window));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RgStaff) staff = g_list_model_get_item (list, i);

      if (g_strcmp0 (staff->name, name) == 0)
        return staff;
    }
  return NULL;
}

static gboolean
has_ben_pin (gpointer window)
{
  RgStaff *staff = find_staff (window, "Ben");

  return staff != NULL && staff->pin_hash != NULL;
}

static gboolean
is_ben_signed_in (gpointer window)
{
  RgStaff *staff = rg_desk_get_staff (rg_window_get_desk (window));

  return staff != NULL && g_strcmp0 (staff->name, "Ben") == 0;
}

static void
add_ben (RgWindow *window, const char *pin)
{
  AdwDialog *dialog;

  test_act (window, "win.manage-staff");
  dialog = test_wait_dialog (window, RG_TYPE_STAFF_DIALOG);
  test_click (test_wait_for (dialog, GTK_TYPE_BUTTON, "Add colleague"));
  test_type (test_wait_named (dialog, "name"), "Ben");
  test_type (test_wait_named (dialog, "pin"), pin);
  test_click (test_wait_named (dialog, "save"));
  test_wait_until (has_two_staff, window);
  test_wait_for (dialog, RG_TYPE_COLLEAGUE_ROW, "Ben");
  adw_dialog_close (dialog);
  test_wait_no_dialog (window);
}

static void
test_add (void)
{
  RgWindow *window = test_window_new ();
  AdwDialog *dialog;

  test_act (window, "win.manage-staff");
  dialog = test_wait_dialog (window, RG_TYPE_STAFF_DIALOG);
  test_wait_for (dialog, RG_TYPE_COLLEAGUE_ROW, get_first_name (window));
  test_pictures (window, "staff");
  test_click (test_wait_for (dialog, GTK_TYPE_BUTTON, "Add colleague"));

  /* without a name it says so at the field, and what was typed stays */
  test_type (test_wait_named (dialog, "pin"), "2580");
  test_click (test_wait_named (dialog, "save"));
  test_wait_for (dialog, GTK_TYPE_LABEL, "Name is required.");
  g_assert_true (gtk_widget_has_css_class (test_find_named (dialog, "name"), "error"));
  g_assert_cmpstr (gtk_editable_get_text (test_find_named (dialog, "pin")), ==, "2580");
  test_pictures (window, "staff-person");

  /* a PIN that anybody would guess is refused */
  test_type (test_wait_named (dialog, "name"), "Ben");
  test_wait_gone (dialog, GTK_TYPE_LABEL, "Name is required.");
  test_type (test_wait_named (dialog, "pin"), "1234");
  test_click (test_wait_named (dialog, "save"));
  test_settle (100);
  g_assert_true (gtk_widget_has_css_class (test_find_named (dialog, "pin"), "error"));
  g_assert_cmpuint (count_staff (window), ==, 1);

  test_type (test_wait_named (dialog, "pin"), "2580");
  test_click (test_wait_named (dialog, "save"));
  test_wait_until (has_ben_pin, window);
  test_wait_for (dialog, RG_TYPE_COLLEAGUE_ROW, "Ben");
  g_assert_true (rg_pin_verify (find_staff (window, "Ben")->pin_hash, "2580"));

  test_click (test_wait_for (dialog, ADW_TYPE_ACTION_ROW, "What Each Role May Do"));
  test_wait_for (dialog, ADW_TYPE_ACTION_ROW, "Integrations");
  test_pictures (window, "staff-rights");
  test_window_free (window);
}

static void
test_last_administrator (void)
{
  RgWindow *window = test_window_new ();
  AdwDialog *dialog;

  test_act (window, "win.manage-staff");
  dialog = test_wait_dialog (window, RG_TYPE_STAFF_DIALOG);
  test_click (test_wait_for (dialog, RG_TYPE_COLLEAGUE_ROW, get_first_name (window)));
  adw_combo_row_set_selected (test_wait_named (dialog, "role"), RG_ROLE_MANAGER);
  test_click (test_wait_named (dialog, "save"));
  test_wait_for (dialog, GTK_TYPE_LABEL, "There has to be a System Administrator. Give somebody else that role first.");
  g_assert_cmpint (rg_desk_get_staff (rg_window_get_desk (window))->role, ==, RG_ROLE_SYSTEM_ADMINISTRATOR);
  test_window_free (window);
}

static void
test_switch (void)
{
  RgWindow *window = test_window_new ();
  AdwDialog *dialog;

  add_ben (window, "2580");
  test_act (window, "win.switch-user");
  dialog = test_wait_dialog (window, RG_TYPE_SWITCH_USER_DIALOG);
  test_pictures (window, "switch-user");
  test_click (test_wait_for (dialog, RG_TYPE_COLLEAGUE_ROW, "Ben"));

  test_type (test_wait_named (dialog, "pin"), "9999");
  test_click (test_wait_named (dialog, "sign_in"));
  test_wait_for (dialog, GTK_TYPE_LABEL, "That is not the PIN of Ben.");
  g_assert_false (is_ben_signed_in (window));
  test_pictures (window, "switch-user-pin");

  test_type (test_wait_named (dialog, "pin"), "2580");
  test_wait_gone (dialog, GTK_TYPE_LABEL, "That is not the PIN of Ben.");
  test_click (test_wait_named (dialog, "sign_in"));
  test_wait_no_dialog (window);
  test_wait_until (is_ben_signed_in, window);

  /* Ben is Customer Service: he may not manage staff, and the dialog says who may; his own PIN he may set. */
  test_act (window, "win.manage-staff");
  dialog = test_wait_dialog (window, RG_TYPE_STAFF_DIALOG);
  g_assert_false (gtk_widget_is_sensitive (test_wait_named (dialog, "add")));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (test_find_named (dialog, "add")), "Administrator or above"));
  test_click (test_wait_for (dialog, RG_TYPE_COLLEAGUE_ROW, "Ben"));
  g_assert_false (gtk_widget_is_sensitive (test_wait_named (dialog, "name")));
  g_assert_true (gtk_widget_is_sensitive (test_find_named (dialog, "pin")));
  test_window_free (window);
}

int
main (int argc, char **argv)
{
  test_display_init (&argc, &argv);
  g_test_add_func ("/desk/staff/add", test_add);
  g_test_add_func ("/desk/staff/last-administrator", test_last_administrator);
  g_test_add_func ("/desk/staff/switch", test_switch);
  return g_test_run ();
}
