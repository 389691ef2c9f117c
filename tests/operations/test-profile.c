/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-desk.h"

#include "rg-customer-profile.h"
#include "rg-note-filter.h"
#include "rg-note.h"
#include "rg-order.h"

/* The view-model of one customer: everything the first screen shows, following the file. */

static void
add_note (RgDesk *desk, gint64 customer_id, const char *text)
{
  g_autoptr (RgNote) note = g_object_new (RG_TYPE_NOTE, "customer-id", customer_id, "text", text, NULL);

  test_perform (desk, rg_act_new_record (&rg_note_add, RG_RECORD (note)));
}

static RgNote *
get_note (RgCustomerProfile *profile, guint position)
{
  return g_list_model_get_item (rg_customer_profile_get_list (profile, "notes"), position);
}

static guint
count (RgCustomerProfile *profile, const char *name)
{
  return g_list_model_get_n_items (rg_customer_profile_get_list (profile, name));
}

static void
test_loads (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 jordan = test_customer_new (desk, "Jordan", "Reyes");
  gint64 mai = test_customer_new (desk, "Mai", "Tran");
  g_autoptr (RgCustomerProfile) profile = rg_customer_profile_new (desk);

  add_note (desk, jordan, "One");
  add_note (desk, jordan, "Two");
  add_note (desk, mai, "Hers");
  test_await (rg_customer_profile_load (profile, jordan));
  g_assert_cmpstr (rg_customer_profile_get_customer (profile)->last_name, ==, "Reyes");
  g_assert_cmpuint (count (profile, "notes"), ==, 2);
  test_await (rg_customer_profile_load (profile, mai));
  g_assert_cmpstr (rg_customer_profile_get_customer (profile)->last_name, ==, "Tran");
  g_assert_cmpuint (count (profile, "notes"), ==, 1);
  g_free (test_await_fails (rg_customer_profile_load (profile, 12345), RG_ERROR_NOT_FOUND));
  g_clear_object (&profile);
  test_desk_free (desk);
}

/* Somebody saves something while a customer is being opened: the one who opened it is not told that it is there before
 * it is. */
static void
test_load_overtaken (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 jordan = test_customer_new (desk, "Jordan", "Reyes");
  g_autoptr (RgCustomerProfile) profile = rg_customer_profile_new (desk);
  DexFuture *first = rg_customer_profile_load (profile, jordan);
  DexFuture *second = rg_customer_profile_refresh (profile);

  test_await (first);
  g_assert_nonnull (rg_customer_profile_get_customer (profile));
  test_await (second);
  g_assert_cmpstr (rg_customer_profile_get_customer (profile)->last_name, ==, "Reyes");
  g_clear_object (&profile);
  test_desk_free (desk);
}

/* What stays keeps its object, so that what is bound to it does not blink. */
static void
test_follows_the_file (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 jordan = test_customer_new (desk, "Jordan", "Reyes");
  g_autoptr (RgCustomerProfile) profile = rg_customer_profile_new (desk);
  g_autoptr (RgNote) one = NULL;
  g_autoptr (RgNote) copy = NULL;
  g_autoptr (RgNote) second = NULL;

  add_note (desk, jordan, "One");
  test_await (rg_customer_profile_load (profile, jordan));
  one = get_note (profile, 0);
  add_note (desk, jordan, "Two");
  while (count (profile, "notes") != 2)
    g_main_context_iteration (NULL, TRUE);
  second = get_note (profile, 1);
  g_assert_true (second == one);

  copy = (RgNote *) rg_record_copy (RG_RECORD (one));
  g_set_str (&copy->text, "One, changed");
  test_perform (desk, rg_act_new_record (&rg_note_edit, RG_RECORD (copy)));
  while (!g_str_equal (one->text, "One, changed"))
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&profile);
  test_desk_free (desk);
}

static void
test_orders_by_ten (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 jordan = test_customer_new (desk, "Jordan", "Reyes");
  g_autoptr (RgCustomerProfile) profile = rg_customer_profile_new (desk);
  gboolean more;

  for (guint i = 0; i < 25; i++)
    {
      g_autoptr (RgOrder) order
        = g_object_new (RG_TYPE_ORDER, "customer-id", jordan, "currency", "USD", "number", (gint64) i + 1, "total",
                        (gint64) 1000, "status", RG_ORDER_STATUS_COMPLETE, "payment-status",
                        i < 5 ? RG_PAYMENT_STATUS_UNPAID : RG_PAYMENT_STATUS_PAID, "created-at", (gint64) 1, NULL);

      test_insert (desk, RG_RECORD (order));
    }
  test_await (rg_customer_profile_load (profile, jordan));
  g_assert_cmpuint (count (profile, "orders"), ==, 10);
  g_assert_cmpint (rg_customer_profile_get_figures (profile)->n_orders, ==, 25);
  g_assert_cmpint (rg_customer_profile_get_figures (profile)->pending, ==, 5000);
  g_assert_cmpint (rg_customer_profile_get_figures (profile)->lifetime, ==, 25000);
  g_assert_cmpint (rg_customer_profile_get_figures (profile)->average, ==, 1000);
  test_await (rg_customer_profile_load_more_orders (profile));
  g_assert_cmpuint (count (profile, "orders"), ==, 20);
  test_await (rg_customer_profile_load_more_orders (profile));
  g_assert_cmpuint (count (profile, "orders"), ==, 25);
  g_object_get (profile, "has-more-orders", &more, NULL);
  g_assert_false (more);
  g_clear_object (&profile);
  test_desk_free (desk);
}

static void
test_note_filter (void)
{
  RgDay today = rg_day_from_ymd (2026, 11, 22);
  g_autoptr (RgNote) note
    = g_object_new (RG_TYPE_NOTE, "text", "Prefers Café au lait\nand rye", "kind", RG_NOTE_KIND_PHONE, "created-at",
                    rg_day_start (today - 10, NULL) + G_TIME_SPAN_HOUR, NULL);

  g_assert_true (rg_note_passes (note, NULL, -1, 0, 0, FALSE));
  g_assert_true (rg_note_passes (note, "rye cafe", -1, 0, 0, FALSE));
  g_assert_false (rg_note_passes (note, "wheat", -1, 0, 0, FALSE));
  g_assert_true (
    rg_note_passes (note, "", RG_NOTE_KIND_PHONE, rg_note_dates_get_first (RG_NOTE_DATES_MONTH, today), 0, FALSE));
  g_assert_false (rg_note_passes (note, "", RG_NOTE_KIND_EMAIL, 0, 0, FALSE));
  g_assert_false (rg_note_passes (note, "", -1, rg_note_dates_get_first (RG_NOTE_DATES_WEEK, today), 0, FALSE));
  g_assert_false (rg_note_passes (note, "", -1, rg_note_dates_get_first (RG_NOTE_DATES_TODAY, today), 0, FALSE));
  g_assert_true (rg_note_passes (note, "", -1, rg_note_dates_get_first (RG_NOTE_DATES_YEAR, today), 0, FALSE));
  g_assert_true (rg_note_passes (note, "", -1, today - 10, today - 10, FALSE));
  g_assert_true (rg_note_passes (note, "", -1, 0, today - 10, FALSE));
  g_assert_false (rg_note_passes (note, "", -1, 0, today - 11, FALSE));
  g_assert_false (rg_note_passes (note, "", -1, today - 9, 0, FALSE));
  note->deleted_at = 1;
  g_assert_false (rg_note_passes (note, NULL, -1, 0, 0, FALSE));
  g_assert_true (rg_note_passes (note, NULL, -1, 0, 0, TRUE));
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);
  g_test_add_func ("/profile/load", test_loads);
  g_test_add_func ("/profile/load-overtaken", test_load_overtaken);
  g_test_add_func ("/profile/follows-the-file", test_follows_the_file);
  g_test_add_func ("/profile/orders-by-ten", test_orders_by_ten);
  g_test_add_func ("/profile/note-filter", test_note_filter);
  return g_test_run ();
}
