/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-note.h"
#include "rg-order-dialog.h"
#include "rg-order.h"
#include "rg-product-dialog.h"
#include "rg-product.h"
#include "test-window.h"

/* Two desks on one file: what the window does when somebody else changes what it shows, and is being edited there. */

typedef struct
{
  RgWindow *window;
  RgDesk *desk;
  RgDesk *other;
  gint64 customer_id;
} Fixture;

static void
setup (Fixture *self, gconstpointer data)
{
  self->window = test_window_new ();
  self->desk = rg_window_get_desk (self->window);
  self->other = test_desk_open (test_desk_get_path (self->desk));
  test_sign_in (self->other, rg_record_get_id (RG_RECORD (rg_desk_get_staff (self->desk))));
  self->customer_id = test_customer_new (self->desk, "Jordan", "Reyes");
}

static void
teardown (Fixture *self, gconstpointer data)
{
  test_desk_free (self->other);
  test_window_free (self->window);
}

static void
assert_text (gpointer root, const char *name, const char *text)
{
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (test_wait_named (root, name))), ==, text);
}

static void
type (gpointer root, const char *name, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (test_wait_named (root, name)), text);
}

/* The other desk gives a text field of the record another value, whatever it is now. */
static void
change (Fixture *self, const RgOperation *operation, RgRecord *record, const char *property, const char *value)
{
  g_autoptr (RgRecord) base = test_load (self->other, rg_record_get_record_type (record), rg_record_get_id (record));
  g_autoptr (RgRecord) now = rg_record_copy (base);

  g_object_set (now, property, value, NULL);
  test_perform (self->other, rg_act_new_edit (operation, now, base));
}

static RgRecord *
new_order (Fixture *self, gint64 paid)
{
  RgRecord *order
    = g_object_new (RG_TYPE_ORDER, "customer-id", self->customer_id, "number", (gint64) 7, "currency", "USD", "status",
                    RG_ORDER_STATUS_OPEN, "paid", paid, "created-at", (gint64) 1, "route", "1", NULL);

  test_insert (self->desk, order);
  return order;
}

static void
test_order (Fixture *self, gconstpointer data)
{
  g_autoptr (RgRecord) order = new_order (self, 0);
  g_autoptr (RgRecord) now = NULL;
  AdwDialog *dialog;

  rg_order_dialog_present (GTK_WIDGET (self->window), self->desk, rg_record_get_id (order));
  dialog = test_wait_dialog (self->window, RG_TYPE_ORDER_DIALOG);
  test_wait_for (dialog, GTK_TYPE_LABEL, "Order #7");
  type (dialog, "route", "4");

  /* What is being typed stays; the rest follows the file. */
  change (self, &rg_order_edit, order, "route", "5");
  change (self, &rg_order_edit, order, "note", "No onions");
  test_wait_for (dialog, ADW_TYPE_ENTRY_ROW, "No onions");
  assert_text (dialog, "route", "4");

  /* Not over the other's word without being told of it. */
  adw_dialog_close (dialog);
  test_wait_for (dialog, GTK_TYPE_LABEL, "Somebody else changed “Route” to “5” meanwhile. Look at it and save again.");
  now = test_load (self->desk, &rg_order_type, rg_record_get_id (order));
  g_assert_cmpstr (RG_ORDER (now)->route, ==, "5");
  assert_text (dialog, "route", "4");
  adw_dialog_close (dialog);
  test_wait_no_dialog (self->window);
  g_clear_object (&now);
  now = test_load (self->desk, &rg_order_type, rg_record_get_id (order));
  g_assert_cmpstr (RG_ORDER (now)->route, ==, "4");
  g_assert_cmpstr (RG_ORDER (now)->note, ==, "No onions");
}

static void
test_product (Fixture *self, gconstpointer data)
{
  g_autoptr (RgProduct) product = g_object_new (RG_TYPE_PRODUCT, "number", "BOX", "name", "Winter box", "price",
                                                (gint64) 3800, "currency", "USD", NULL);
  g_autoptr (RgProduct) now = NULL;
  AdwDialog *dialog;

  test_insert (self->desk, RG_RECORD (product));
  rg_product_dialog_present (GTK_WIDGET (self->window), self->desk, product);
  dialog = test_wait_dialog (self->window, RG_TYPE_PRODUCT_DIALOG);
  type (dialog, "name", "Spring box");
  change (self, &rg_product_edit, RG_RECORD (product), "name", "Summer box");
  change (self, &rg_product_edit, RG_RECORD (product), "unit", "box");

  test_click (test_wait_named (dialog, "save"));
  test_wait_for (dialog, GTK_TYPE_LABEL,
                 "Somebody else changed “Name” to “Summer box” meanwhile. Look at it and save again.");
  assert_text (dialog, "name", "Spring box");
  assert_text (dialog, "unit", "box");
  test_click (test_wait_named (dialog, "save"));
  test_wait_no_dialog (self->window);
  now = (RgProduct *) test_load (self->desk, &rg_product_type, rg_record_get_id (RG_RECORD (product)));
  g_assert_cmpstr (now->name, ==, "Spring box");
  g_assert_cmpstr (now->unit, ==, "box");
}

static gboolean
is_open (gpointer row)
{
  return adw_combo_row_get_selected (row) == RG_ORDER_STATUS_OPEN;
}

/* There is one way to cancel an order, whichever control is used: it asks, and says what was paid. */
static void
test_cancel (Fixture *self, gconstpointer data)
{
  g_autoptr (RgRecord) order = new_order (self, 3800);
  AdwDialog *dialog, *question;
  AdwComboRow *status;

  rg_order_dialog_present (GTK_WIDGET (self->window), self->desk, rg_record_get_id (order));
  dialog = test_wait_dialog (self->window, RG_TYPE_ORDER_DIALOG);
  test_wait_for (dialog, GTK_TYPE_LABEL, "Order #7");
  status = test_wait_named (dialog, "status");
  adw_combo_row_set_selected (status, RG_ORDER_STATUS_CANCELLED);
  question = test_wait_dialog (self->window, ADW_TYPE_ALERT_DIALOG);
  g_assert_nonnull (
    strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (question)), "$38.00 was paid for this order."));
  adw_dialog_close (question);
  test_wait_until (is_open, status);
  g_assert_cmpint (test_query_int (self->desk, "SELECT count (*) FROM orders WHERE status = 'cancelled'"), ==, 0);

  adw_combo_row_set_selected (status, RG_ORDER_STATUS_CANCELLED);
  question = test_wait_dialog (self->window, ADW_TYPE_ALERT_DIALOG);
  test_click (test_wait_for (question, GTK_TYPE_BUTTON, "_Cancel Order"));
  test_wait_for (dialog, GTK_TYPE_LABEL, "Order cancelled");
  g_assert_cmpint (test_query_int (self->desk, "SELECT count (*) FROM orders WHERE status = 'cancelled'"), ==, 1);
  adw_dialog_close (dialog);
  test_wait_no_dialog (self->window);
}

/* ---- at work at the same time ---- */

#define N_OUTSIDE 60
#define N_OTHER 120
#define N_OWN 120

typedef struct
{
  RgDesk *desk;
  gint64 customer_id;
  const char *who;
  guint n;
  gboolean done;
} Work;

static DexFuture *
add_note (Work *work, guint i)
{
  g_autofree char *text = g_strdup_printf ("%s %u", work->who, i);
  g_autoptr (RgNote) note = g_object_new (RG_TYPE_NOTE, "customer-id", work->customer_id, "text", text, NULL);
  g_autoptr (RgAct) act = rg_act_new_record (&rg_note_add, RG_RECORD (note));

  return rg_desk_perform (work->desk, act);
}

/* Notes one after the other; every tenth time the customer is edited as well, each desk in a field of its own. */
static DexFuture *
work_fiber (gpointer owner, gpointer data)
{
  Work *work = data;

  for (guint i = 1; i <= work->n; i++)
    {
      g_autoptr (GError) error = NULL;

      dex_await (add_note (work, i), &error);
      g_assert_no_error (error);
      if (i % 10 == 0)
        {
          g_autofree char *value = g_strdup_printf ("%s %u", work->who, i);
          g_autoptr (RgRecord) base = g_object_new (RG_TYPE_CUSTOMER, "id", work->customer_id, NULL);
          g_autoptr (RgRecord) customer = rg_record_copy (base);
          g_autoptr (RgAct) act = NULL;

          g_object_set (customer, work->desk == owner ? "industry" : "legal-name", value, NULL);
          act = rg_act_new_record (&rg_customer_set_field, customer);
          act->text = g_strdup (work->desk == owner ? "industry" : "legal-name");
          dex_await (rg_desk_perform (work->desk, act), &error);
          g_assert_no_error (error);
        }
    }
  work->done = TRUE;
  return NULL;
}

static gboolean
is_done (gpointer data)
{
  return ((Work *) data)->done;
}

static GSubprocess *
run_outside (Fixture *self, const char *script)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, "sh", "-c", script,
                                           g_getenv ("REGULARSCTL"), test_desk_get_path (self->desk), NULL);

  g_assert_no_error (error);
  return process;
}

static gboolean
has_ended (gpointer process)
{
  return g_subprocess_get_identifier (process) == NULL;
}

/* However long it takes under load. */
static void
wait_for_work (TestCondition condition, gpointer data)
{
  while (!condition (data))
    test_settle (20);
}

static void
test_load_together (Fixture *self, gconstpointer data)
{
  Work own = { self->desk, self->customer_id, "Own", N_OWN, FALSE };
  Work other = { self->other, self->customer_id, "Other", N_OTHER, FALSE };
  g_autoptr (GSubprocess) outside = NULL;
  g_autoptr (GSubprocess) last = NULL;
  g_autoptr (GSubprocess) check = NULL;
  g_autoptr (RgRecord) customer = test_load (self->desk, &rg_customer_type, self->customer_id);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, RG_CUSTOMER (customer)->number);
  g_autofree char *rounds = g_strdup_printf ("%d", N_OUTSIDE);

  g_object_set (customer, "email", "jordan@example.com", NULL);
  test_update (self->desk, customer);
  test_await (rg_window_open_customer (self->window, self->customer_id, FALSE));
  g_setenv ("NUMBER", number, TRUE);
  g_setenv ("ROUNDS", rounds, TRUE);
  outside = run_outside (self, "i=0; while [ $i -lt $ROUNDS ]; do i=$((i+1)); "
                               "\"$0\" --file \"$1\" note $NUMBER \"Outside $i\" || exit 1; done; "
                               "\"$0\" --file \"$1\" edit $NUMBER segment=vip");
  rg_future_disown (rg_future_spawn (self->desk, work_fiber, &own, NULL), "own work");
  rg_future_disown (rg_future_spawn (self->desk, work_fiber, &other, NULL), "other work");
  wait_for_work (is_done, &own);
  wait_for_work (is_done, &other);
  wait_for_work (has_ended, outside);
  g_assert_true (g_subprocess_get_successful (outside));

  /* All that was acknowledged is there. */
  g_assert_cmpint (test_query_int (self->desk, "SELECT count (*) FROM note WHERE text LIKE 'Outside %'"), ==,
                   N_OUTSIDE);
  g_assert_cmpint (test_query_int (self->desk, "SELECT count (*) FROM note WHERE text LIKE 'Other %'"), ==, N_OTHER);
  g_assert_cmpint (test_query_int (self->desk, "SELECT count (*) FROM note WHERE text LIKE 'Own %'"), ==, N_OWN);
  g_assert_cmpint (test_query_int (self->desk, "SELECT count (*) FROM customer WHERE industry = 'Own 120' "
                                               "AND legal_name = 'Other 120' AND segment = 'vip'"),
                   ==, 1);

  /* The window shows what others did, and the chain of the history holds. */
  last = run_outside (self, "\"$0\" --file \"$1\" note $NUMBER \"The last word\"");
  test_wait_for (self->window, GTK_TYPE_LABEL, "The last word");
  test_wait_until (has_ended, last);
  check = run_outside (self, "\"$0\" --file \"$1\" check");
  test_wait_until (has_ended, check);
  g_assert_true (g_subprocess_get_successful (check));
}

int
main (int argc, char **argv)
{
  test_display_init (&argc, &argv);
  g_test_add ("/desk/two-desks/order", Fixture, NULL, setup, test_order, teardown);
  g_test_add ("/desk/two-desks/product", Fixture, NULL, setup, test_product, teardown);
  g_test_add ("/desk/two-desks/cancel", Fixture, NULL, setup, test_cancel, teardown);
  g_test_add ("/desk/two-desks/load", Fixture, NULL, setup, test_load_together, teardown);
  return g_test_run ();
}
