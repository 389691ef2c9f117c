/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-account-helpers.h"

#include "rg-address-dialog.h"
#include "rg-address-operations.h"
#include "rg-cancellation-dialog.h"
#include "rg-cancellation-operations.h"
#include "rg-card.h"
#include "rg-detail-row.h"
#include "rg-problem-row.h"

/* The Account view as a person uses it: typing, leaving, saving, being refused, coming back. */

/* Leaves the field that has the focus. */
static void
leave (Fixture *self)
{
  gtk_widget_grab_focus (rg_form_get_widget (self->form, "industry"));
  test_settle (250);
}

static void
type (Fixture *self, const char *column, const char *text)
{
  test_type (rg_form_get_widget (self->form, column), text);
}

static void
test_pictures_of_it (void)
{
  Fixture self;

  set_up (&self);
  test_pictures (self.window, "account");
  gtk_widget_grab_focus (rg_form_get_widget (self.form, "legal_name"));
  test_picture (self.window, "account-business");
  gtk_widget_grab_focus (rg_form_get_widget (self.form, "alert_next_order"));
  test_picture (self.window, "account-delivery");
  gtk_widget_grab_focus (rg_form_get_widget (self.form, "contact_by_post"));
  test_picture (self.window, "account-preferences");
  tear_down (&self);
}

static void
test_every_field (void)
{
  static const char *const columns[] = { "first_name",
                                         "last_name",
                                         "business_name",
                                         "email",
                                         "phone",
                                         "phone_extension",
                                         "work_phone",
                                         "work_phone_extension",
                                         "fax",
                                         "fax_extension",
                                         "status",
                                         "type",
                                         "user_type",
                                         "account_type",
                                         "segment",
                                         "wholesale_discount",
                                         "sales_rep_id",
                                         "language",
                                         "currency",
                                         "contact_by_email",
                                         "contact_by_phone",
                                         "contact_by_sms",
                                         "contact_by_post",
                                         "date_of_birth",
                                         "legal_name",
                                         "tax_id",
                                         "registration_number",
                                         "business_type",
                                         "industry",
                                         "payment_terms",
                                         "cardboard_only",
                                         "no_plastic",
                                         "force_ground",
                                         "force_third_party",
                                         "alert_next_order",
                                         "vip_label",
                                         "extra_dry_ice",
                                         "private_instructions",
                                         "special_instructions" };
  Fixture self;

  set_up (&self);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_test_message ("%s", columns[i]);
      g_assert_nonnull (rg_form_get_widget (self.form, columns[i]));
    }
  g_assert_false (rg_form_is_changed (self.form));
  tear_down (&self);
}

static void
test_save (void)
{
  Fixture self;
  g_autoptr (RgCustomer) customer = NULL;

  set_up (&self);
  g_assert_false (gtk_widget_is_sensitive (test_find_named (self.view, "save")));
  type (&self, "last_name", "Reyes-Ortiz");
  type (&self, "date_of_birth", "1985-03-17");
  type (&self, "wholesale_discount", "12.5");
  test_settle (50);
  g_assert_nonnull (
    test_find (self.view, GTK_TYPE_LABEL, "Not saved yet: Last name, Date of birth, Wholesale discount"));
  test_click (test_wait_named (self.view, "save"));
  test_wait_for (self.window, GTK_TYPE_LABEL, "Customer info updated");
  test_wait_gone (self.view, GTK_TYPE_LABEL, "Not saved yet: Last name, Date of birth, Wholesale discount");
  customer = load (&self);
  g_assert_cmpstr (customer->last_name, ==, "Reyes-Ortiz");
  g_assert_cmpint (customer->date_of_birth, ==, rg_day_from_ymd (1985, 3, 17));
  g_assert_cmpint (customer->wholesale_discount, ==, 1250);

  /* Undo brings the old name back into the form. */
  test_click (test_find_named (self.window, "undo_button"));
  test_wait_for (rg_form_get_widget (self.form, "last_name"), ADW_TYPE_ENTRY_ROW, "Reyes");
  tear_down (&self);
}

static void
test_refused (void)
{
  Fixture self;
  g_autoptr (RgCustomer) customer = NULL;
  GtkWidget *email;

  set_up (&self);
  email = rg_form_get_widget (self.form, "email");
  type (&self, "email", "jordan at reyes");
  leave (&self);
  g_assert_true (gtk_widget_has_css_class (email, "error"));
  g_assert_nonnull (test_find (self.view, RG_TYPE_PROBLEM_ROW, NULL));
  test_click (test_wait_named (self.view, "save"));
  test_settle (200);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (email)), ==, "jordan at reyes");
  customer = load (&self);
  g_assert_cmpstr (customer->email, ==, "jordan@reyes.example");

  /* It goes as soon as it is right. */
  type (&self, "email", "jordan@new.example");
  test_settle (50);
  g_assert_false (gtk_widget_has_css_class (email, "error"));
  g_assert_null (test_find (self.view, RG_TYPE_PROBLEM_ROW, NULL));
  tear_down (&self);
}

static void
test_saves_itself (void)
{
  Fixture self;
  g_autoptr (RgCustomer) customer = NULL;
  GtkTextView *instructions;

  set_up (&self);
  adw_switch_row_set_active (ADW_SWITCH_ROW (rg_form_get_widget (self.form, "extra_dry_ice")), TRUE);
  type (&self, "industry", "Cater");
  instructions = GTK_TEXT_VIEW (rg_form_get_widget (self.form, "private_instructions"));
  gtk_widget_grab_focus (GTK_WIDGET (instructions));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (instructions), "Gate code 9\nRing twice", -1);
  leave (&self);
  test_settle (300);
  customer = load (&self);
  g_assert_true (customer->extra_dry_ice);
  g_assert_cmpstr (customer->private_instructions, ==, "Gate code 9\nRing twice");
  /* What is half typed stays half typed. */
  g_assert_null (customer->industry);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (rg_form_get_widget (self.form, "industry"))), ==, "Cater");
  tear_down (&self);
}

static void
test_conflict (void)
{
  Fixture self;
  g_autoptr (RgCustomer) theirs = NULL;
  g_autoptr (RgCustomer) customer = NULL;

  set_up (&self);
  type (&self, "phone", "415 555 1111");
  theirs = load (&self);
  g_object_set (theirs, "phone", "415 555 2222", "industry", "Catering", NULL);
  test_perform (self.desk, rg_act_new_record (&rg_customer_edit, RG_RECORD (theirs)));
  /* What was not touched follows the file; what was typed stays. */
  test_wait_for (rg_form_get_widget (self.form, "industry"), ADW_TYPE_ENTRY_ROW, "Catering");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (rg_form_get_widget (self.form, "phone"))), ==, "415 555 1111");
  test_click (test_wait_named (self.view, "save"));
  test_wait_for (self.view, GTK_TYPE_LABEL,
                 "Somebody else changed “Phone” to “415 555 2222” meanwhile. Look at it and save again.");
  test_click (test_wait_named (self.view, "save"));
  test_settle (400);
  customer = load (&self);
  g_assert_cmpstr (customer->phone, ==, "415 555 1111");
  tear_down (&self);
}

static void
test_type_shows_business (void)
{
  Fixture self;
  AdwComboRow *row;

  set_up (&self);
  g_assert_true (gtk_widget_get_mapped (rg_form_get_widget (self.form, "tax_id")));
  row = ADW_COMBO_ROW (rg_form_get_widget (self.form, "type"));
  adw_combo_row_set_selected (row, RG_CUSTOMER_TYPE_INDIVIDUAL);
  test_settle (50);
  g_assert_false (gtk_widget_get_mapped (rg_form_get_widget (self.form, "tax_id")));
  adw_combo_row_set_selected (row, RG_CUSTOMER_TYPE_BUSINESS);
  test_settle (50);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (rg_form_get_widget (self.form, "tax_id"))), ==, "94-1234567");
  tear_down (&self);
}

static void
test_draft_survives (void)
{
  Fixture self;
  g_autofree char *path = NULL;
  g_autoptr (RgDesk) first = NULL;

  set_up (&self);
  first = g_object_ref (self.desk);
  path = g_strdup (test_desk_get_path (self.desk));
  type (&self, "first_name", "Jordana");
  test_settle (700);
  /* The window goes without anybody asking; the file stays. */
  gtk_window_destroy (GTK_WINDOW (self.window));
  test_settle (100);
  test_await (rg_desk_close (first));

  self.window = test_window_open (path);
  self.desk = rg_window_get_desk (self.window);
  test_await (rg_window_open_customer (self.window, self.id, FALSE));
  test_act (self.window, "win.show-view(1)");
  self.view = test_wait_for (self.window, RG_TYPE_ACCOUNT_VIEW, NULL);
  self.form = rg_account_view_get_form (self.view);
  for (guint i = 0;
       i < 100
       && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (rg_form_get_widget (self.form, "first_name"))), "Jordana");
       i++)
    test_settle (100);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (rg_form_get_widget (self.form, "first_name"))), ==, "Jordana");
  test_act (self.window, "win.show-view(1)");
  gtk_widget_activate_action (GTK_WIDGET (self.view), "account.discard", NULL);
  test_settle (100);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (rg_form_get_widget (self.form, "first_name"))), ==, "Jordan");
  tear_down (&self);
}

static void
test_moving_house (void)
{
  Fixture self;
  AdwDialog *dialog;
  RgForm *form;
  gint64 address;

  set_up (&self);
  address = test_query_int (self.desk, "SELECT id FROM address WHERE is_primary = 1");
  gtk_widget_activate_action (GTK_WIDGET (self.view), "account.edit", "x", address);
  dialog = test_wait_dialog (self.window, RG_TYPE_ADDRESS_DIALOG);
  form = rg_form_dialog_get_form (RG_FORM_DIALOG (dialog));
  test_wait_until (has_keyboard, rg_form_get_widget (form, "street"));
  test_pictures (self.window, "address");
  test_settle (500);
  test_type (rg_form_get_widget (form, "street"), "500 Castro St");
  test_type (rg_form_get_widget (form, "postcode"), "10001");
  test_click (test_wait_named (dialog, "verify"));
  test_wait_for (dialog, GTK_TYPE_LABEL, "The ZIP code 10001 lies in NY, not in CA.");
  test_type (rg_form_get_widget (form, "postcode"), "94114");
  test_click (test_wait_named (dialog, "verify"));
  test_wait_for (dialog, GTK_TYPE_LABEL, "Complete, and the ZIP code fits.");
  test_type (rg_form_get_widget (form, "route"), "5");
  g_assert_nonnull (test_find (dialog, GTK_TYPE_LABEL, "Complete, and the ZIP code fits."));
  g_assert_true (adw_switch_row_get_active (test_find_named (dialog, "moved")));
  test_click (test_wait_named (dialog, "save"));
  test_wait_no_dialog (self.window);
  g_assert_cmpint (
    test_query_int (self.desk, "SELECT count (*) FROM address WHERE street = '500 Castro St' AND verified_at > 0"), ==,
    1);
  g_assert_cmpint (
    test_query_int (self.desk, "SELECT count (*) FROM note WHERE text = 'Customer moved to new address'"), ==, 1);
  test_await (rg_desk_undo_last (self.desk));
  g_assert_cmpint (test_query_int (self.desk, "SELECT count (*) FROM note"), ==, 0);
  tear_down (&self);
}

static gboolean
is_cancelled (gpointer status)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (status)) == RG_CUSTOMER_STATUS_CANCELLED;
}

static void
test_cancelling (void)
{
  Fixture self;
  AdwDialog *dialog;
  RgForm *form;
  g_autoptr (RgCustomer) customer = NULL;

  set_up (&self);
  /* Choosing the status asks for the reason. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (rg_form_get_widget (self.form, "status")), RG_CUSTOMER_STATUS_CANCELLED);
  dialog = test_wait_dialog (self.window, RG_TYPE_CANCELLATION_DIALOG);
  form = rg_form_dialog_get_form (RG_FORM_DIALOG (dialog));
  g_assert_cmpint (adw_combo_row_get_selected (ADW_COMBO_ROW (rg_form_get_widget (self.form, "status"))), ==,
                   RG_CUSTOMER_STATUS_ACTIVE);
  adw_combo_row_set_selected (ADW_COMBO_ROW (rg_form_get_widget (form, "reason")), RG_CANCELLATION_REASON_OTHER);
  test_click (test_wait_named (dialog, "save"));
  test_wait_for (dialog, RG_TYPE_PROBLEM_ROW, NULL);
  test_picture (self.window, "cancellation");
  test_type (rg_form_get_widget (form, "other_reason"), "Allergic to tomatoes");
  test_click (test_wait_named (dialog, "save"));
  test_wait_no_dialog (self.window);
  test_wait_until (is_cancelled, rg_form_get_widget (self.form, "status"));
  customer = load (&self);
  g_assert_cmpint (customer->status, ==, RG_CUSTOMER_STATUS_CANCELLED);
  tear_down (&self);
}

static void
add_cancellation (Fixture *self, int days_ago, RgCancellationReason reason)
{
  g_autoptr (RgCancellation) cancellation
    = g_object_new (RG_TYPE_CANCELLATION, "customer-id", self->id, "reason", reason, NULL);

  cancellation->day = rg_desk_get_today (self->desk) - (RgDay) days_ago;
  test_perform (self->desk, rg_act_new_record (&rg_cancellation_add, RG_RECORD (cancellation)));
}

static gboolean
is_first (gpointer view, const char *reason)
{
  gpointer list = test_find_named (view, "cancellations");
  gpointer row = list != NULL ? test_find (list, RG_TYPE_DETAIL_ROW, NULL) : NULL;

  return row != NULL && g_str_equal (adw_preferences_row_get_title (row), reason);
}

static gboolean
is_moving_first (gpointer view)
{
  return is_first (view, "Moving");
}

static gboolean
is_quality_first (gpointer view)
{
  return is_first (view, "Quality Issues");
}

/* The last cancellation is the first one, whenever it was written down and also when its date is put right. */
static void
test_cancellations_by_day (void)
{
  Fixture self;
  g_autoptr (RgCancellation) late = NULL;

  set_up (&self);
  add_cancellation (&self, 3, RG_CANCELLATION_REASON_MOVING);
  add_cancellation (&self, 400, RG_CANCELLATION_REASON_QUALITY);
  test_wait_until (is_moving_first, self.view);
  late = (RgCancellation *) test_load (self.desk, &rg_cancellation_type,
                                       test_query_int (self.desk, "SELECT max (id) FROM cancellation"));
  late->day = rg_desk_get_today (self.desk);
  test_perform (self.desk, rg_act_new_record (&rg_cancellation_edit, RG_RECORD (late)));
  test_wait_until (is_quality_first, self.view);
  tear_down (&self);
}

/* Who it is can be read in the header; all cards fold at once, also those of views that were not looked at yet. */
static void
test_page (void)
{
  Fixture self;
  gpointer page;

  set_up (&self);
  page = rg_window_get_page (self.window);
  g_assert_cmpstr (gtk_label_get_label (test_find_named (page, "user_type")), ==, "Customer");
  gtk_widget_activate_action (page, "page.fold-all", NULL);
  g_assert_true (rg_card_is_folded (test_find (page, RG_TYPE_CARD, NULL)));
  test_act (self.window, "win.show-view(5)");
  g_assert_true (rg_card_is_folded (test_wait_for (page, RG_TYPE_CARD, "Primary Address")));
  gtk_widget_activate_action (page, "page.unfold-all", NULL);
  test_wait_for (page, ADW_TYPE_ACTION_ROW, "1 Market St\nSan Francisco, CA 94105");
  test_picture (self.window, "stats-address");
  tear_down (&self);
}

int
main (int argc, char **argv)
{
  test_display_init (&argc, &argv);

  g_test_add_func ("/account/pictures", test_pictures_of_it);
  g_test_add_func ("/account/every-field", test_every_field);
  g_test_add_func ("/account/save", test_save);
  g_test_add_func ("/account/refused", test_refused);
  g_test_add_func ("/account/saves-itself", test_saves_itself);
  g_test_add_func ("/account/conflict", test_conflict);
  g_test_add_func ("/account/type-shows-business", test_type_shows_business);
  g_test_add_func ("/account/draft-survives", test_draft_survives);
  g_test_add_func ("/account/moving-house", test_moving_house);
  g_test_add_func ("/account/cancelling", test_cancelling);
  g_test_add_func ("/account/cancellations-by-day", test_cancellations_by_day);
  g_test_add_func ("/account/page", test_page);

  return g_test_run ();
}
