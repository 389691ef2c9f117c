/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-account-helpers.h"

#include "rg-customer-wizard.h"
#include "rg-problem-row.h"
#include "rg-quick-add-dialog.h"

/* Quick Add and the five steps, for somebody new and for somebody who is on file. */

static void
test_quick_add (void)
{
  Fixture self;
  AdwDialog *dialog;
  RgForm *form;

  set_up (&self);
  test_act (self.window, "win.quick-add");
  dialog = test_wait_dialog (self.window, RG_TYPE_QUICK_ADD_DIALOG);
  form = rg_form_dialog_get_form (RG_FORM_DIALOG (dialog));
  test_wait_until (has_keyboard, rg_form_get_widget (form, "first_name"));
  test_type (rg_form_get_widget (form, "first_name"), "Mai");
  test_click (test_wait_named (dialog, "save"));
  test_wait_for (dialog, RG_TYPE_PROBLEM_ROW, NULL);
  test_type (rg_form_get_widget (form, "phone"), "+1 415 555 0134");
  test_wait_for (dialog, ADW_TYPE_ACTION_ROW, "Jordan Reyes");
  test_picture (self.window, "quick-add");
  test_settle (500);
  test_type (rg_form_get_widget (form, "phone"), "+1 415 555 0177");
  test_wait_gone (dialog, ADW_TYPE_ACTION_ROW, "Jordan Reyes");
  test_click (test_wait_named (dialog, "save"));
  test_wait_no_dialog (self.window);
  test_wait_for (self.window, GTK_TYPE_LABEL, "Mai");
  g_assert_cmpint (test_query_int (self.desk, "SELECT count (*) FROM customer WHERE incomplete = 1"), ==, 1);
  tear_down (&self);
}

/* Types into the newest address or contact. */
static void
type_last (AdwDialog *dialog, const char *list, const char *field, const char *text)
{
  test_type (test_wait_named (gtk_widget_get_last_child (test_wait_named (dialog, list)), field), text);
}

static void
test_wizard (void)
{
  Fixture self;
  AdwDialog *dialog;
  RgForm *form;
  gint64 id;

  set_up (&self);
  test_act (self.window, "win.add-customer");
  dialog = test_wait_dialog (self.window, RG_TYPE_CUSTOMER_WIZARD);
  form = rg_form_dialog_get_form (RG_FORM_DIALOG (dialog));
  test_wait_until (has_keyboard, rg_form_get_widget (form, "first_name"));
  /* A step that lacks something is not left. */
  test_click (test_wait_named (dialog, "next"));
  test_wait_for (dialog, RG_TYPE_PROBLEM_ROW, NULL);
  test_type (rg_form_get_widget (form, "first_name"), "Mai");
  test_type (rg_form_get_widget (form, "last_name"), "Tran");
  test_type (rg_form_get_widget (form, "email"), "mai@tran.example");
  test_picture (self.window, "wizard-1");
  /* Enter goes to the next step, and the keyboard goes along. */
  g_assert_true (gtk_widget_activate_action (rg_form_get_widget (form, "email"), "default.activate", NULL));
  test_wait_until (has_keyboard, rg_form_get_widget (form, "type"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (rg_form_get_widget (form, "type")), RG_CUSTOMER_TYPE_BUSINESS);
  test_settle (300);
  test_picture (self.window, "wizard-2");
  test_click (test_wait_named (dialog, "next"));
  test_wait_for (dialog, RG_TYPE_PROBLEM_ROW, NULL);
  test_type (rg_form_get_widget (form, "legal_name"), "Tran Foods LLC");
  test_click (test_wait_named (dialog, "next"));
  test_settle (300);
  test_type (test_wait_named (dialog, "street"), "9 Pier Rd");
  test_click (test_wait_named (dialog, "next"));
  test_wait_for (dialog, RG_TYPE_PROBLEM_ROW, NULL);
  test_type (test_wait_named (dialog, "city"), "San Francisco");
  test_type (test_wait_named (dialog, "state"), "CA");
  test_type (test_wait_named (dialog, "postcode"), "94111");
  test_picture (self.window, "wizard-3");
  /* A second address has to be complete, too. */
  test_click (test_wait_for (dialog, GTK_TYPE_BUTTON, "Add Another Address"));
  test_settle (100);
  type_last (dialog, "addresses", "street", "1 Billing Way");
  test_click (test_wait_named (dialog, "next"));
  test_wait_for (dialog, RG_TYPE_PROBLEM_ROW, NULL);
  type_last (dialog, "addresses", "city", "Oakland");
  type_last (dialog, "addresses", "state", "CA");
  type_last (dialog, "addresses", "postcode", "94601");
  type_last (dialog, "contacts", "name", "Linh Tran");
  test_click (test_wait_for (dialog, GTK_TYPE_BUTTON, "Add Another Contact"));
  test_settle (100);
  type_last (dialog, "contacts", "name", "Duc Tran");
  test_pictures (self.window, "wizard-3-more");
  test_click (test_wait_named (dialog, "next"));
  test_settle (300);
  test_click (test_wait_named (dialog, "next"));
  test_settle (300);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (test_find_named (dialog, "note"))),
                            "Met at the market", -1);
  test_picture (self.window, "wizard-5");
  test_click (test_wait_named (dialog, "save"));
  test_wait_no_dialog (self.window);
  id = test_query_int (self.desk, "SELECT id FROM customer WHERE legal_name = 'Tran Foods LLC' AND incomplete = 0");
  g_assert_cmpint (id, !=, 0);
  g_assert_cmpint (
    test_query_int (self.desk, "SELECT count (*) FROM address WHERE street = '9 Pier Rd' AND is_primary = 1"), ==, 1);
  g_assert_cmpint (
    test_query_int (self.desk, "SELECT count (*) FROM address WHERE street = '1 Billing Way' AND is_primary = 0"), ==,
    1);
  g_assert_cmpint (test_query_int (self.desk, "SELECT count (*) FROM contact WHERE name LIKE '% Tran'"), ==, 2);
  g_assert_cmpint (test_query_int (self.desk, "SELECT count (*) FROM note WHERE kind = 'sticky'"), ==, 1);
  test_wait_for (self.window, GTK_TYPE_LABEL, "Mai Tran");
  tear_down (&self);
}

static gboolean
is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

/* What was typed into a further address is there again after the wizard was closed. */
static void
test_wizard_keeps (void)
{
  Fixture self;
  AdwDialog *dialog;

  set_up (&self);
  for (guint round = 0; round < 2; round++)
    {
      test_act (self.window, "win.add-customer");
      dialog = test_wait_dialog (self.window, RG_TYPE_CUSTOMER_WIZARD);
      adw_view_stack_set_visible_child_name (test_wait_for (dialog, ADW_TYPE_VIEW_STACK, NULL), "addresses");
      if (round == 0)
        {
          test_click (test_wait_for (dialog, GTK_TYPE_BUTTON, "Add Another Address"));
          test_settle (100);
          type_last (dialog, "addresses", "street", "1 Billing Way");
        }
      else
        test_wait_for (dialog, GTK_TYPE_EDITABLE, "1 Billing Way");
      g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
      adw_dialog_force_close (dialog);
      test_wait_until (is_gone, &dialog);
    }
  tear_down (&self);
}

/* Whatever can be changed in the Account view can be changed there, too. */
static void
check_every_field (Fixture *self, RgForm *wizard)
{
  for (guint i = 0; i < rg_customer_type.n_fields; i++)
    {
      const char *column = rg_customer_type.fields[i].column;

      g_test_message ("%s", column);
      g_assert_true ((rg_form_get_widget (wizard, column) != NULL)
                     == (rg_form_get_widget (self->form, column) != NULL));
    }
}

static void
test_wizard_edits (void)
{
  Fixture self;
  AdwDialog *dialog;
  RgForm *form;
  g_autofree char *action = NULL;
  g_autoptr (RgCustomer) customer = NULL;

  set_up (&self);
  action = g_strdup_printf ("win.edit-customer(int64 %" G_GINT64_FORMAT ")", self.id);
  test_act (self.window, action);
  dialog = test_wait_dialog (self.window, RG_TYPE_CUSTOMER_WIZARD);
  form = rg_form_dialog_get_form (RG_FORM_DIALOG (dialog));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (rg_form_get_widget (form, "phone"))), ==, "(415) 555-0134");
  check_every_field (&self, form);
  test_type (rg_form_get_widget (form, "last_name"), "Ortiz");
  adw_view_stack_set_visible_child_name (test_wait_for (dialog, ADW_TYPE_VIEW_STACK, NULL), "addresses");
  test_settle (100);
  type_last (dialog, "addresses", "city", "Sausalito");
  test_pictures (self.window, "wizard-edit-3");
  adw_view_stack_set_visible_child_name (test_wait_for (dialog, ADW_TYPE_VIEW_STACK, NULL), "basic");
  test_settle (100);
  test_picture (self.window, "wizard-edit-1");
  adw_combo_row_set_selected (ADW_COMBO_ROW (rg_form_get_widget (form, "status")), RG_CUSTOMER_STATUS_CANCELLED);
  test_click (test_wait_named (dialog, "save"));
  test_wait_for (dialog, RG_TYPE_PROBLEM_ROW, NULL);
  adw_combo_row_set_selected (ADW_COMBO_ROW (rg_form_get_widget (form, "status")), RG_CUSTOMER_STATUS_INACTIVE);
  g_object_set (rg_form_get_draft (form), "work-phone", "+1 415 555 0190", "extra-dry-ice", TRUE, NULL);
  test_click (test_wait_named (dialog, "save"));
  test_wait_no_dialog (self.window);
  customer = load (&self);
  g_assert_cmpstr (customer->last_name, ==, "Ortiz");
  g_assert_cmpint (customer->status, ==, RG_CUSTOMER_STATUS_INACTIVE);
  g_assert_cmpstr (customer->work_phone, ==, "+1 415 555 0190");
  g_assert_true (customer->extra_dry_ice);
  g_assert_cmpstr (customer->private_instructions, ==, "Gate code 4471, dog in the yard");
  g_assert_cmpstr (customer->tax_id, ==, "94-1234567");
  g_assert_cmpint (test_query_int (self.desk, "SELECT count (*) FROM address"), ==, 2);
  g_assert_cmpint (
    test_query_int (self.desk, "SELECT count (*) FROM address WHERE city = 'Sausalito' AND is_primary = 0"), ==, 1);
  tear_down (&self);
}

/* An address on file that is emptied is removed, which is said before; undo brings it back. */
static void
test_wizard_empties (void)
{
  static const char *const fields[] = { "street", "street2", "city", "postcode" };
  Fixture self;
  AdwDialog *dialog;
  g_autofree char *action = NULL;
  gint64 n;

  set_up (&self);
  n = test_query_int (self.desk, "SELECT count (*) FROM address");
  action = g_strdup_printf ("win.edit-customer(int64 %" G_GINT64_FORMAT ")", self.id);
  test_act (self.window, action);
  dialog = test_wait_dialog (self.window, RG_TYPE_CUSTOMER_WIZARD);
  adw_view_stack_set_visible_child_name (test_wait_for (dialog, ADW_TYPE_VIEW_STACK, NULL), "addresses");
  test_settle (100);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    type_last (dialog, "addresses", fields[i], "");
  test_wait_for (dialog, GTK_TYPE_LABEL, "It is empty: saving removes it from the customer.");
  test_click (test_wait_named (dialog, "save"));
  test_wait_no_dialog (self.window);
  g_assert_cmpint (test_query_int (self.desk, "SELECT count (*) FROM address"), ==, n - 1);
  g_assert_cmpint (test_query_int (self.desk, "SELECT count (*) FROM address WHERE is_primary = 1"), ==, 1);
  test_await (rg_desk_undo_last (self.desk));
  g_assert_cmpint (test_query_int (self.desk, "SELECT count (*) FROM address"), ==, n);
  tear_down (&self);
}

int
main (int argc, char **argv)
{
  test_display_init (&argc, &argv);

  g_test_add_func ("/new-customer/quick-add", test_quick_add);
  g_test_add_func ("/new-customer/wizard", test_wizard);
  g_test_add_func ("/new-customer/wizard-keeps", test_wizard_keeps);
  g_test_add_func ("/new-customer/wizard-edits", test_wizard_edits);
  g_test_add_func ("/new-customer/wizard-empties", test_wizard_empties);

  return g_test_run ();
}
