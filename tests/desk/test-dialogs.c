/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-cancellation-dialog.h"
#include "rg-cart-add-dialog.h"
#include "rg-customer-wizard.h"
#include "rg-ledger-dialog.h"
#include "rg-ledger-operations.h"
#include "rg-payment-dialog.h"
#include "rg-quick-add-dialog.h"
#include "rg-staff-dialog.h"
#include "test-window.h"

/* What is true of every dialog: it may turn into a bottom sheet and back at any time, and the keyboard stays where it
 * was. With REGULARS_ROUNDS in the environment, that is done so many times. */

typedef struct
{
  RgWindow *window;
  RgCustomerProfile *profile;
} Fixture;

static void
setup (Fixture *self, gconstpointer data)
{
  self->window = test_window_new ();
  self->profile = rg_customer_profile_new (rg_window_get_desk (self->window));
  test_await (
    rg_customer_profile_load (self->profile, test_customer_new (rg_window_get_desk (self->window), "Jordan", "Reyes")));
}

static void
teardown (Fixture *self, gconstpointer data)
{
  test_window_free (self->window);
  g_assert_finalize_object (self->profile);
}

static AdwDialog *
get_dialog (RgWindow *window)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

static void
present (Fixture *self, const char *name)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  RgDesk *desk = rg_window_get_desk (self->window);
  gint64 customer_id = rg_record_get_id (RG_RECORD (rg_customer_profile_get_customer (self->profile)));

  if (g_str_equal (name, "credit"))
    rg_ledger_dialog_present (window, self->profile, &rg_ledger_add_credit, 0);
  else if (g_str_equal (name, "balance"))
    rg_ledger_dialog_present (window, self->profile, &rg_ledger_change_balance, 0);
  else if (g_str_equal (name, "payment"))
    rg_ledger_dialog_present (window, self->profile, &rg_ledger_payment, 0);
  else if (g_str_equal (name, "payment-info"))
    rg_payment_dialog_present (window, self->profile);
  else if (g_str_equal (name, "cart"))
    rg_cart_add_dialog_present (window, desk, customer_id);
  else if (g_str_equal (name, "quick-add"))
    adw_dialog_present (rg_quick_add_dialog_new (desk), window);
  else if (g_str_equal (name, "customer"))
    adw_dialog_present (rg_customer_wizard_new (desk), window);
  else if (g_str_equal (name, "staff"))
    adw_dialog_present (rg_staff_dialog_new (desk), window);
  else
    {
      g_autoptr (RgCancellation) cancellation = g_object_new (RG_TYPE_CANCELLATION, "customer-id", customer_id, NULL);

      adw_dialog_present (rg_cancellation_dialog_new (desk, cancellation), window);
    }
}

static gboolean
is_sheet (gpointer window)
{
  return gtk_widget_has_css_class (GTK_WIDGET (get_dialog (window)), "bottom-sheet");
}

static gboolean
is_floating (gpointer window)
{
  return !is_sheet (window);
}

static gboolean
is_focus_in_dialog (gpointer window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (get_dialog (window)));
}

typedef struct
{
  RgWindow *window;
  GtkWidget *focus;
} Focus;

static gboolean
has_focus (gpointer data)
{
  Focus *focus = data;

  return gtk_window_get_focus (GTK_WINDOW (focus->window)) == focus->focus && gtk_widget_get_mapped (focus->focus);
}

/* The title is read to its end, also beside two buttons in a narrow window. */
static void
assert_title_is_whole (AdwDialog *dialog)
{
  GtkLabel *title = test_find (dialog, GTK_TYPE_LABEL, adw_dialog_get_title (dialog));

  g_assert_nonnull (title);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (title)));
}

static void
test_resize (Fixture *self, gconstpointer name)
{
  const char *rounds = g_getenv ("REGULARS_ROUNDS");
  int n_rounds = rounds != NULL ? atoi (rounds) : 2;
  Focus focus = { self->window, NULL };
  int begin, end;

  present (self, name);
  test_wait_dialog (self->window, ADW_TYPE_DIALOG);
  test_wait_until (is_focus_in_dialog, self->window);
  focus.focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_nonnull (focus.focus);
  if (GTK_IS_TEXT (focus.focus))
    {
      gtk_editable_set_text (GTK_EDITABLE (focus.focus), "12");
      gtk_editable_set_position (GTK_EDITABLE (focus.focus), 1);
    }
  for (int i = 0; i < n_rounds; i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (self->window), 360, 640);
      test_wait_until (is_sheet, self->window);
      test_wait_until (has_focus, &focus);
      test_settle (150);
      assert_title_is_whole (get_dialog (self->window));
      gtk_window_set_default_size (GTK_WINDOW (self->window), 1360, 860);
      test_wait_until (is_floating, self->window);
      test_wait_until (has_focus, &focus);
      test_settle (150);
    }
  g_assert_true (has_focus (&focus));
  /* The next key is put where the caret was: nothing is selected. */
  if (GTK_IS_TEXT (focus.focus))
    {
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (focus.focus)), ==, "12");
      g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (focus.focus), &begin, &end));
      g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (focus.focus)), ==, 1);
    }
  adw_dialog_force_close (get_dialog (self->window));
  test_wait_no_dialog (self->window);
}

int
main (int argc, char **argv)
{
  static const char *const names[]
    = { "credit", "balance", "payment", "payment-info", "cart", "quick-add", "customer", "staff", "cancellation" };

  test_display_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf ("/desk/dialogs/resize/%s", names[i]);

      g_test_add (path, Fixture, names[i], setup, test_resize, teardown);
    }
  return g_test_run ();
}
