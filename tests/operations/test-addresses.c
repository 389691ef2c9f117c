/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-desk.h"

#include <string.h>

#include "rg-address.h"
#include "rg-cancellation.h"
#include "rg-contact.h"
#include "rg-customer-list.h"
#include "rg-customer.h"
#include "rg-order.h"
#include "rg-postcode.h"

/* Addresses, contacts and cancellations of a customer. */

static RgAddress *
typed_new (gint64 customer_id)
{
  return g_object_new (RG_TYPE_ADDRESS, "customer-id", customer_id, "street", "1 Market St", "city", "San Francisco",
                       "state", "CA", "postcode", "94105", NULL);
}

static RgAddress *
add (RgDesk *desk, RgAddress *typed)
{
  g_autoptr (RgAct) done = test_perform_ok (desk, rg_act_new_record (&rg_address_add, RG_RECORD (typed)));

  return (RgAddress *) test_load (desk, &rg_address_type, rg_record_get_id (done->record));
}

static RgAddress *
reload (RgDesk *desk, RgAddress *address)
{
  return (RgAddress *) test_load (desk, &rg_address_type, rg_record_get_id (RG_RECORD (address)));
}

static void
test_postcodes (void)
{
  static const struct
  {
    const char *country;
    const char *typed;
    const char *normal;
  } codes[] = {
    { "US", "94105", "94105" },       { "US", "94105 1234", "94105-1234" },
    { "US", "9410", NULL },           { "US", "941055", NULL },
    { "CA", "k1a0b1", "K1A 0B1" },    { "CA", "K1A 0B", NULL },
    { "GB", "sw1a1aa", "SW1A 1AA" },  { "GB", "M1 1AE", "M1 1AE" },
    { "GB", "12345", NULL },          { "DE", "01067", "01067" },
    { "DE", "D-01067", NULL },        { "SE", "11455", "114 55" },
    { "NL", "1012ab", "1012 AB" },    { "LV", "lv1010", "LV-1010" },
    { "PT", "1000 001", "1000-001" }, { "KE", "anything", "anything" },
  };
  static const struct
  {
    const char *zip;
    const char *state;
  } zips[] = { { "94105", "CA" }, { "10001", "NY" }, { "02134", "MA" }, { "20500", "DC" }, { "99501", "AK" },
               { "00501", "NY" }, { "73301", "TX" }, { "00000", NULL }, { "9410", NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *normal = rg_postcode_normalize (codes[i].country, codes[i].typed);

      g_assert_cmpstr (normal, ==, codes[i].normal);
    }
  for (guint i = 0; i < G_N_ELEMENTS (zips); i++)
    g_assert_cmpstr (rg_postcode_get_us_state (zips[i].zip), ==, zips[i].state);
  g_assert_cmpstr (rg_us_state_from_text ("new york"), ==, "NY");
  g_assert_null (rg_us_state_from_text ("Bavaria"));
}

static void
test_lines (void)
{
  static const struct
  {
    const char *country;
    const char *postcode;
    const char *city;
    const char *state;
    const char *lines;
  } places[] = {
    { "US", "94105", "San Francisco", "CA", "1 Market St\nSan Francisco, CA 94105" },
    { "DE", "10115", "Berlin", NULL, "1 Market St\n10115 Berlin\nGermany" },
    { "GB", "M1 1AE", "Manchester", NULL, "1 Market St\nManchester\nM1 1AE\nUnited Kingdom" },
    { "US", NULL, NULL, NULL, "1 Market St" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (RgAddress) address
        = g_object_new (RG_TYPE_ADDRESS, "street", "1 Market St", "city", places[i].city, "state", places[i].state,
                        "postcode", places[i].postcode, "country", places[i].country, NULL);
      g_autofree char *lines = rg_address_dup_lines (address, "US");

      g_assert_cmpstr (lines, ==, places[i].lines);
    }
}

static void
test_primary (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 customer = test_customer_new (desk, "Jordan", "Reyes");
  g_autoptr (RgAddress) typed = typed_new (customer);
  g_autoptr (RgAddress) home = add (desk, typed);
  g_autoptr (RgAddress) chalet = NULL;
  g_autoptr (RgAddress) now = NULL;

  g_assert_true (home->is_primary);
  g_assert_cmpstr (home->country, ==, "US");
  g_object_set (typed, "label", "Chalet", "is-primary", FALSE, NULL);
  chalet = add (desk, typed);
  g_assert_false (chalet->is_primary);

  test_perform (desk, rg_act_new_record (&rg_address_set_primary, RG_RECORD (chalet)));
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM address WHERE is_primary = 1"), ==, 1);
  now = reload (desk, chalet);
  g_assert_true (now->is_primary);
  test_await (rg_desk_undo_last (desk));
  g_clear_object (&now);
  now = reload (desk, home);
  g_assert_true (now->is_primary);

  /* When the primary address goes, another one takes its place. */
  test_perform (desk, rg_act_new_record (&rg_address_remove, RG_RECORD (home)));
  g_clear_object (&now);
  now = reload (desk, chalet);
  g_assert_true (now->is_primary);
  test_await (rg_desk_undo_last (desk));
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM address"), ==, 2);
  g_clear_object (&now);
  now = reload (desk, home);
  g_assert_true (now->is_primary);
  test_check_file (desk);
  test_desk_free (desk);
}

static void
test_refused (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 customer = test_customer_new (desk, "Jordan", "Reyes");
  static const char *const columns[] = { "street", "city", "state", "postcode", "country" };
  static const char *const bad[] = { "", " ", "", "9410", "Mars" };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (RgAddress) typed = typed_new (customer);
      g_autoptr (RgAct) act = NULL;
      g_autoptr (GError) error = NULL;

      g_object_set (typed, "country", "US", columns[i], bad[i], NULL);
      act = rg_act_new_record (&rg_address_add, RG_RECORD (typed));
      g_assert_false (rg_future_wait (rg_desk_perform (desk, act), &error));
      g_assert_error (error, RG_ERROR, RG_ERROR_INVALID);
      g_assert_cmpstr (rg_error_get_field (error), ==, columns[i]);
    }
  test_desk_free (desk);
}

static void
test_verify (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 customer = test_customer_new (desk, "Jordan", "Reyes");
  g_autoptr (RgAddress) typed = typed_new (customer);
  g_autoptr (RgAddress) home = add (desk, typed);
  g_autoptr (RgAddress) now = NULL;
  g_autoptr (RgAct) ask = NULL;
  g_autoptr (GPtrArray) reasons = NULL;

  g_assert_cmpint (home->verified_at, ==, 0);
  test_perform (desk, rg_act_new_record (&rg_address_verify, RG_RECORD (home)));
  now = reload (desk, home);
  g_assert_cmpint (now->verified_at, >, 0);

  /* Moved: not verified any more. A ZIP code of another state is refused, another city only doubted. */
  g_object_set (now, "street", "2 Mission St", NULL);
  test_perform (desk, rg_act_new_record (&rg_address_edit, RG_RECORD (now)));
  g_clear_object (&now);
  now = reload (desk, home);
  g_assert_cmpint (now->verified_at, ==, 0);

  g_object_set (typed, "country", "US", "state", "NY", NULL);
  ask = rg_act_new_record (&rg_address_verify, RG_RECORD (typed));
  reasons = test_why_not (desk, ask);
  g_assert_cmpint (reasons->len, ==, 1);
  g_assert_nonnull (strstr (((RgReason *) reasons->pdata[0])->text, "CA"));
  g_assert_true (rg_reasons_prevent (reasons, TRUE));

  g_clear_object (&ask);
  g_clear_pointer (&reasons, g_ptr_array_unref);
  g_object_set (typed, "state", "California", "city", "Oakland", NULL);
  ask = rg_act_new_record (&rg_address_verify, RG_RECORD (typed));
  reasons = test_why_not (desk, ask);
  g_assert_cmpint (reasons->len, ==, 1);
  g_assert_false (rg_reasons_prevent (reasons, TRUE));

  /* Saved and verified in one. */
  {
    RgAct *act = rg_act_new_record (&rg_address_add, RG_RECORD (typed));
    g_autoptr (RgAct) done = NULL;

    act->flag = TRUE;
    done = test_perform_ok (desk, act);
    g_assert_cmpint (RG_ADDRESS (done->record)->verified_at, >, 0);
  }
  test_desk_free (desk);
}

static void
test_remove_with_orders (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 customer = test_customer_new (desk, "Jordan", "Reyes");
  g_autoptr (RgAddress) typed = typed_new (customer);
  g_autoptr (RgAddress) home = add (desk, typed);
  g_autoptr (RgOrder) order = g_object_new (RG_TYPE_ORDER, "number", (gint64) 20001, "customer-id", customer,
                                            "currency", "USD", "created-at", (gint64) 1, "address-id",
                                            rg_record_get_id (RG_RECORD (home)), "status", RG_ORDER_STATUS_OPEN, NULL);
  g_autoptr (RgOrder) past = (RgOrder *) rg_record_copy (RG_RECORD (order));
  g_autoptr (RgOrder) now = NULL;
  g_autofree char *words = NULL;

  test_insert (desk, RG_RECORD (order));
  words = test_perform_fails_with (desk, rg_act_new_record (&rg_address_remove, RG_RECORD (home)), RG_ERROR_DENIED);
  g_assert_nonnull (strstr (words, "20001"));

  g_object_set (past, "number", (gint64) 20002, "status", RG_ORDER_STATUS_COMPLETE, NULL);
  test_insert (desk, RG_RECORD (past));
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM orders WHERE address_id IS NOT NULL"), ==, 2);
  {
    g_autoptr (RgAddress) other = typed_new (customer);
    g_autoptr (RgAddress) second = add (desk, other);

    g_object_set (past, "address-id", rg_record_get_id (RG_RECORD (second)), "number", (gint64) 20003, "id", (gint64) 0,
                  NULL);
    test_insert (desk, RG_RECORD (past));
    test_perform (desk, rg_act_new_record (&rg_address_remove, RG_RECORD (second)));
  }
  now = (RgOrder *) test_load (desk, &rg_order_type, rg_record_get_id (RG_RECORD (past)));
  g_assert_cmpint (now->address_id, ==, 0);
  g_assert_true (g_str_has_prefix (now->ship_to, "1 Market St\nSan Francisco, CA 94105"));
  test_check_file (desk);
  test_desk_free (desk);
}

static guint
count_found (RgDesk *desk, const char *text)
{
  g_autoptr (RgCustomerFilter) filter = g_object_new (RG_TYPE_CUSTOMER_FILTER, "text", text, NULL);
  g_autoptr (RgCustomerList) list = rg_customer_list_new (desk);

  test_await (rg_customer_list_set_filter (list, filter));
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

/* A contact who calls leads to the customer. */
static void
test_contact_found (void)
{
  RgDesk *desk = test_desk_new ();
  g_autoptr (RgContact) typed
    = g_object_new (RG_TYPE_CONTACT, "customer-id", test_customer_new (desk, "Jordan", "Reyes"), "name", "Ana Ferreira",
                    "phone", "(415) 555-0135", "email", "accounts@reyes.example", NULL);
  g_autoptr (RgAct) done = test_perform_ok (desk, rg_act_new_record (&rg_contact_add, RG_RECORD (typed)));

  g_assert_cmpuint (count_found (desk, "0135"), ==, 1);
  g_assert_cmpuint (count_found (desk, "+1 415 555 0135"), ==, 1);
  g_assert_cmpuint (count_found (desk, "ferr reyes"), ==, 1);
  g_assert_cmpuint (count_found (desk, "accounts@reyes"), ==, 1);
  g_object_set (done->record, "phone", "+1 415 555 0199", NULL);
  test_perform (desk, rg_act_new_record (&rg_contact_edit, done->record));
  g_assert_cmpuint (count_found (desk, "0135"), ==, 0);
  g_assert_cmpuint (count_found (desk, "0199"), ==, 1);
  test_check_file (desk);
  test_perform (desk, rg_act_new_record (&rg_contact_remove, done->record));
  g_assert_cmpuint (count_found (desk, "ferreira"), ==, 0);
  test_check_file (desk);
  test_desk_free (desk);
}

static void
test_contacts (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 customer = test_customer_new (desk, "Jordan", "Reyes");
  g_autoptr (RgContact) typed = g_object_new (RG_TYPE_CONTACT, "customer-id", customer, NULL);
  g_autoptr (RgAct) done = NULL;

  test_perform_fails (desk, rg_act_new_record (&rg_contact_add, RG_RECORD (typed)), RG_ERROR_INVALID);
  g_object_set (typed, "name", "Ana", "email", "ana@", NULL);
  test_perform_fails (desk, rg_act_new_record (&rg_contact_add, RG_RECORD (typed)), RG_ERROR_INVALID);
  g_object_set (typed, "email", "ana@example.com", NULL);
  done = test_perform_ok (desk, rg_act_new_record (&rg_contact_add, RG_RECORD (typed)));
  g_object_set (done->record, "role", "Accounts", NULL);
  test_perform (desk, rg_act_new_record (&rg_contact_edit, done->record));
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM contact WHERE role = 'Accounts'"), ==, 1);
  test_perform (desk, rg_act_new_record (&rg_contact_remove, done->record));
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM contact"), ==, 0);
  test_await (rg_desk_undo_last (desk));
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM contact WHERE role = 'Accounts'"), ==, 1);
  test_desk_free (desk);
}

static int
get_status (RgDesk *desk, gint64 customer)
{
  g_autoptr (RgCustomer) now = (RgCustomer *) test_load (desk, &rg_customer_type, customer);

  return now->status;
}

static void
test_cancellations (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 customer = test_customer_new (desk, "Jordan", "Reyes");
  g_autoptr (RgCancellation) typed
    = g_object_new (RG_TYPE_CANCELLATION, "customer-id", customer, "reason", RG_CANCELLATION_REASON_OTHER, NULL);
  g_autoptr (RgAct) done = NULL;
  g_autoptr (RgCancellation) now = NULL;

  test_perform_fails (desk, rg_act_new_record (&rg_cancellation_add, RG_RECORD (typed)), RG_ERROR_INVALID);
  g_assert_cmpint (get_status (desk, customer), ==, RG_CUSTOMER_STATUS_ACTIVE);
  g_object_set (typed, "other-reason", "Allergic", NULL);
  done = test_perform_ok (desk, rg_act_new_record (&rg_cancellation_add, RG_RECORD (typed)));
  g_assert_cmpint (get_status (desk, customer), ==, RG_CUSTOMER_STATUS_CANCELLED);
  now = (RgCancellation *) test_load (desk, &rg_cancellation_type, rg_record_get_id (done->record));
  g_assert_cmpint (now->day, ==, rg_desk_get_today (desk));
  g_assert_cmpint (now->staff_id, ==, rg_record_get_id (RG_RECORD (rg_desk_get_staff (desk))));

  /* A mistake is put right; who processed it stays. */
  g_object_set (now, "reason", RG_CANCELLATION_REASON_MOVING, "staff-id", (gint64) 0, "notes", "To Denver", "day",
                rg_desk_get_today (desk) - 3, NULL);
  test_perform (desk, rg_act_new_record (&rg_cancellation_edit, RG_RECORD (now)));
  g_clear_object (&now);
  now = (RgCancellation *) test_load (desk, &rg_cancellation_type, rg_record_get_id (done->record));
  g_assert_cmpint (now->staff_id, !=, 0);
  g_assert_null (now->other_reason);
  g_assert_cmpstr (now->notes, ==, "To Denver");
  g_assert_cmpint (now->day, ==, rg_desk_get_today (desk) - 3);

  /* Back, and gone again: both are kept, and the status follows. */
  test_perform (desk, rg_act_new (&rg_customer_reactivate, customer));
  g_assert_cmpint (get_status (desk, customer), ==, RG_CUSTOMER_STATUS_ACTIVE);
  g_object_set (typed, "reason", RG_CANCELLATION_REASON_TOO_EXPENSIVE, NULL);
  test_perform (desk, rg_act_new_record (&rg_cancellation_add, RG_RECORD (typed)));
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM cancellation"), ==, 2);
  test_await (rg_desk_undo_last (desk));
  g_assert_cmpint (get_status (desk, customer), ==, RG_CUSTOMER_STATUS_ACTIVE);
  test_await (rg_desk_redo_last (desk));
  g_assert_cmpint (get_status (desk, customer), ==, RG_CUSTOMER_STATUS_CANCELLED);
  test_check_file (desk);
  test_desk_free (desk);
}

static void
test_remove_cancellation (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 customer = test_customer_new (desk, "Jordan", "Reyes");
  g_autoptr (RgCancellation) typed = g_object_new (RG_TYPE_CANCELLATION, "customer-id", customer, NULL);
  g_autoptr (RgAct) done = test_perform_ok (desk, rg_act_new_record (&rg_cancellation_add, RG_RECORD (typed)));

  test_perform (desk, rg_act_new_record (&rg_cancellation_remove, done->record));
  g_assert_cmpint (get_status (desk, customer), ==, RG_CUSTOMER_STATUS_ACTIVE);
  test_await (rg_desk_undo_last (desk));
  g_assert_cmpint (get_status (desk, customer), ==, RG_CUSTOMER_STATUS_CANCELLED);
  test_desk_free (desk);
}

static void
assert_status (RgDesk *desk, gint64 customer, RgCustomerStatus status)
{
  g_assert_cmpint (get_status (desk, customer), ==, status);
}

/* Cancelled, back, and cancelled again: when the second cancellation goes, the customer is back. */
static void
test_cancelled_again (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 customer = test_customer_new (desk, "Jordan", "Reyes");
  g_autoptr (RgCancellation) typed = g_object_new (RG_TYPE_CANCELLATION, "customer-id", customer, NULL);
  g_autoptr (RgAct) first = test_perform_ok (desk, rg_act_new_record (&rg_cancellation_add, RG_RECORD (typed)));
  g_autoptr (RgAct) second = NULL;
  g_autoptr (RgAct) third = NULL;

  test_perform (desk, rg_act_new (&rg_customer_reactivate, customer));
  test_perform (desk, rg_act_new (&rg_customer_deactivate, customer));
  second = test_perform_ok (desk, rg_act_new_record (&rg_cancellation_add, RG_RECORD (typed)));
  test_perform (desk, rg_act_new_record (&rg_cancellation_remove, second->record));
  assert_status (desk, customer, RG_CUSTOMER_STATUS_INACTIVE);
  test_await (rg_desk_undo_last (desk));
  assert_status (desk, customer, RG_CUSTOMER_STATUS_CANCELLED);

  /* The old one is none of this. */
  test_await (rg_desk_undo (desk, first->entry_id));
  assert_status (desk, customer, RG_CUSTOMER_STATUS_CANCELLED);
  test_await (rg_desk_redo_last (desk));
  assert_status (desk, customer, RG_CUSTOMER_STATUS_CANCELLED);

  /* A further one, of the same time, keeps them cancelled, whichever of the two goes first. */
  third = test_perform_ok (desk, rg_act_new_record (&rg_cancellation_add, RG_RECORD (typed)));
  test_await (rg_desk_undo (desk, second->entry_id));
  assert_status (desk, customer, RG_CUSTOMER_STATUS_CANCELLED);
  test_await (rg_desk_undo (desk, third->entry_id));
  assert_status (desk, customer, RG_CUSTOMER_STATUS_INACTIVE);
  test_check_file (desk);
  test_desk_free (desk);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);

  g_test_add_func ("/addresses/postcodes", test_postcodes);
  g_test_add_func ("/addresses/lines", test_lines);
  g_test_add_func ("/addresses/primary", test_primary);
  g_test_add_func ("/addresses/refused", test_refused);
  g_test_add_func ("/addresses/verify", test_verify);
  g_test_add_func ("/addresses/remove-with-orders", test_remove_with_orders);
  g_test_add_func ("/contacts/all", test_contacts);
  g_test_add_func ("/contacts/found", test_contact_found);
  g_test_add_func ("/cancellations/all", test_cancellations);
  g_test_add_func ("/cancellations/remove", test_remove_cancellation);
  g_test_add_func ("/cancellations/cancelled-again", test_cancelled_again);

  return g_test_run ();
}
