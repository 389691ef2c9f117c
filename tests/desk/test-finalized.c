/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-address-dialog.h"
#include "rg-cancellation-dialog.h"
#include "rg-cart-add-dialog.h"
#include "rg-confirm-dialog.h"
#include "rg-contact-dialog.h"
#include "rg-customer-wizard.h"
#include "rg-figure-dialog.h"
#include "rg-history-dialog.h"
#include "rg-ledger-dialog.h"
#include "rg-ledger-operations.h"
#include "rg-note-dialog.h"
#include "rg-note-operations.h"
#include "rg-order-dialog.h"
#include "rg-order.h"
#include "rg-payment-dialog.h"
#include "rg-product-dialog.h"
#include "rg-product.h"
#include "rg-quick-add-dialog.h"
#include "rg-recurring-dialog.h"
#include "rg-setup-dialog.h"
#include "rg-tag-operations.h"
#include "rg-tag-rename-dialog.h"
#include "test-window.h"

/* Whatever was opened is gone once it is closed: the window, its views and places, and each dialog. */

typedef struct
{
  RgWindow *window;
  RgDesk *desk;
  RgCustomerProfile *profile;
  gint64 jordan;
  gint64 order_id;
  RgProduct *product;
} Fixture;

static void
setup (Fixture *self, gconstpointer data)
{
  g_autoptr (RgOrder) order = NULL;
  g_autoptr (RgNote) note = NULL;
  RgAct *act;

  self->window = test_window_new ();
  self->desk = rg_window_get_desk (self->window);
  self->jordan = test_customer_new (self->desk, "Jordan", "Reyes");
  order = g_object_new (RG_TYPE_ORDER, "customer-id", self->jordan, "number", (gint64) 20610, "currency", "USD",
                        "created-at", (gint64) 1, "total", (gint64) 1200, NULL);
  test_insert (self->desk, RG_RECORD (order));
  self->order_id = rg_record_get_id (RG_RECORD (order));
  self->product
    = g_object_new (RG_TYPE_PRODUCT, "number", "EGG", "name", "Eggs", "price", (gint64) 750, "currency", "USD", NULL);
  test_insert (self->desk, RG_RECORD (self->product));
  note = g_object_new (RG_TYPE_NOTE, "customer-id", self->jordan, "text", "Call back", "reminder-day",
                       rg_desk_get_today (self->desk) + 30, NULL);
  test_perform (self->desk, rg_act_new_record (&rg_note_add, RG_RECORD (note)));
  act = rg_act_new (&rg_tag_add, self->jordan);
  act->text = g_strdup ("VIP Customer");
  test_perform (self->desk, act);
  self->profile = rg_customer_profile_new (self->desk);
  test_await (rg_customer_profile_load (self->profile, self->jordan));
}

static void
teardown (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->profile);
  g_clear_object (&self->product);
  if (self->window != NULL)
    test_window_free (self->window);
}

static gboolean
is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

static AdwDialog *
get_dialog (Fixture *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
}

static gboolean
is_open (gpointer data)
{
  return get_dialog (data) != NULL;
}

/* Looks at the dialog that is open, closes it, and waits until nothing is left of it. */
static void
close_dialog (Fixture *self)
{
  AdwDialog *dialog;

  test_wait_until (is_open, self);
  test_settle (300);
  dialog = get_dialog (self);
  g_test_message ("closing %s", G_OBJECT_TYPE_NAME (dialog));
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  adw_dialog_force_close (dialog);
  test_wait_until (is_gone, &dialog);
  test_wait_no_dialog (self->window);
}

/* Those that are opened by an action of the window. */
static void
test_dialogs_of_window (Fixture *self, gconstpointer data)
{
  static const char *const actions[]
    = { "win.preferences", "win.switch-user", "win.manage-staff", "win.palette",   "win.show-help-overlay", "win.help",
        "win.about",       "win.import",      "win.export",       "win.quick-add", "win.add-customer" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      test_act (self->window, actions[i]);
      close_dialog (self);
    }
}

/* Those of a customer, an order or a product. */
static void
test_dialogs_of_records (Fixture *self, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  gint64 tag = test_query_int (self->desk, "SELECT id FROM tag");
  g_autoptr (RgAddress) address = g_object_new (RG_TYPE_ADDRESS, "customer-id", self->jordan, NULL);
  g_autoptr (RgContact) contact = g_object_new (RG_TYPE_CONTACT, "customer-id", self->jordan, NULL);
  g_autoptr (RgCancellation) cancellation = g_object_new (RG_TYPE_CANCELLATION, "customer-id", self->jordan, NULL);
  g_autoptr (RgRecurringItem) item = g_object_new (RG_TYPE_RECURRING_ITEM, "customer-id", self->jordan, "product-id",
                                                   rg_record_get_id (RG_RECORD (self->product)), NULL);
  DexFuture *answer;

  adw_dialog_present (rg_address_dialog_new (self->desk, address), window);
  close_dialog (self);
  adw_dialog_present (rg_contact_dialog_new (self->desk, contact), window);
  close_dialog (self);
  adw_dialog_present (rg_cancellation_dialog_new (self->desk, cancellation), window);
  close_dialog (self);
  adw_dialog_present (rg_note_dialog_new (self->desk, self->jordan), window);
  close_dialog (self);
  adw_dialog_present (rg_history_dialog_new (self->desk, self->jordan, "Jordan Reyes"), window);
  close_dialog (self);
  adw_dialog_present (rg_setup_dialog_new (self->desk), window);
  close_dialog (self);
  rg_customer_wizard_edit (window, self->desk, self->jordan);
  close_dialog (self);
  rg_cart_add_dialog_present (window, self->desk, self->jordan);
  close_dialog (self);
  rg_recurring_dialog_present (window, self->desk, item, self->product);
  close_dialog (self);
  rg_order_dialog_present (window, self->desk, self->order_id);
  close_dialog (self);
  rg_product_dialog_present (window, self->desk, NULL);
  close_dialog (self);
  rg_product_dialog_present (window, self->desk, self->product);
  close_dialog (self);
  rg_tag_rename_dialog_present (window, self->desk, tag, "VIP Customer");
  close_dialog (self);
  rg_payment_dialog_present (window, self->profile);
  close_dialog (self);
  rg_ledger_dialog_present (window, self->profile, &rg_ledger_add_credit, 0);
  close_dialog (self);
  rg_ledger_dialog_present (window, self->profile, &rg_ledger_payment, self->order_id);
  close_dialog (self);
  rg_figure_dialog_present (window, self->profile, rg_customer_profile_get_figures (self->profile), "pending");
  close_dialog (self);
  rg_figure_dialog_present (window, self->profile, rg_customer_profile_get_figures (self->profile), "balance");
  close_dialog (self);
  answer = rg_confirm (window, "Sure?", "It will be gone.", "Go On", ADW_RESPONSE_DEFAULT);
  close_dialog (self);
  dex_unref (answer);
}

/* What is below @widget and made by this program. */
static void
watch (GtkWidget *widget, GPtrArray *watched)
{
  if (g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Rg"))
    {
      gpointer *weak = g_new (gpointer, 1);

      *weak = widget;
      g_object_add_weak_pointer (G_OBJECT (widget), weak);
      g_ptr_array_add (watched, weak);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    watch (child, watched);
}

static gboolean
are_gone (gpointer data)
{
  GPtrArray *watched = data;

  for (guint i = 0; i < watched->len; i++)
    if (*(gpointer *) watched->pdata[i] != NULL)
      return FALSE;
  return TRUE;
}

static void
wait_gone (GPtrArray *watched)
{
  for (guint i = 0; i < 200 && !are_gone (watched); i++)
    test_settle (50);
  for (guint i = 0; i < watched->len; i++)
    if (*(gpointer *) watched->pdata[i] != NULL)
      g_test_message ("%s is still there", G_OBJECT_TYPE_NAME (*(gpointer *) watched->pdata[i]));
  g_assert_true (are_gone (watched));
}

static void
show_all_views (Fixture *self)
{
  test_await (rg_window_open_customer (self->window, self->jordan, FALSE));
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.show-view(%u)", i);

      test_act (self->window, action);
      test_settle (200);
    }
}

/* A tab that is closed takes the page and all its views along. */
static void
test_tab (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) watched = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *page;

  show_all_views (self);
  page = GTK_WIDGET (rg_window_get_page (self->window));
  watch (page, watched);
  g_assert_cmpuint (watched->len, >, 20);
  test_act (self->window, "win.close-tab");
  wait_gone (watched);
}

/* A window that is closed takes along all that was shown in it. */
static void
test_window (Fixture *self, gconstpointer data)
{
  static const char *const places[] = { "reminders", "orders", "products", "customers" };
  g_autoptr (GPtrArray) watched = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RgDesk) desk = g_object_ref (self->desk);
  RgWindow *window = self->window;
  g_autofree char *dir = g_path_get_dirname (test_desk_get_path (desk));

  show_all_views (self);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *action = g_strdup_printf ("win.show-place::%s", places[i]);

      test_act (window, action);
      test_settle (200);
    }
  watch (GTK_WIDGET (window), watched);
  g_assert_cmpuint (watched->len, >, 40);
  self->window = NULL;
  gtk_window_destroy (GTK_WINDOW (window));
  wait_gone (watched);
  g_clear_object (&self->profile);
  test_await (rg_desk_close (desk));
  test_dir_remove (dir);
}

int
main (int argc, char **argv)
{
  test_display_init (&argc, &argv);
#define ADD(path, func) g_test_add ("/desk/finalized/" path, Fixture, NULL, setup, func, teardown)
  ADD ("dialogs-of-window", test_dialogs_of_window);
  ADD ("dialogs-of-records", test_dialogs_of_records);
  ADD ("tab", test_tab);
  ADD ("window", test_window);
  return g_test_run ();
}
