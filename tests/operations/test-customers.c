/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-desk.h"

#include <string.h>

#include "rg-contact.h"
#include "rg-customer-check.h"
#include "rg-customer-data.h"
#include "rg-customer.h"
#include "rg-note.h"
#include "rg-setting.h"

/* Customers: what a full account needs, what Quick Add leaves for later, two people editing the same customer, and the
 * status. */

static RgCustomer *
typed_new (void)
{
  return g_object_new (RG_TYPE_CUSTOMER, "first-name", " Jordan ", "last-name", "Reyes", "email", "jordan@example.com",
                       NULL);
}

static RgCustomer *
reload (RgDesk *desk, gint64 id)
{
  return (RgCustomer *) test_load (desk, &rg_customer_type, id);
}

static gint64
add (RgDesk *desk, const RgOperation *operation, RgCustomer *typed)
{
  g_autoptr (RgAct) done = test_perform_ok (desk, rg_act_new_record (operation, RG_RECORD (typed)));

  g_assert_cmpint (done->customer_id, ==, rg_record_get_id (done->record));
  return done->customer_id;
}

static RgAct *
edit_new (RgCustomer *customer, RgCustomer *base)
{
  return base != NULL ? rg_act_new_edit (&rg_customer_edit, RG_RECORD (customer), RG_RECORD (base))
                      : rg_act_new_record (&rg_customer_edit, RG_RECORD (customer));
}

/* The operation is refused, and says so at that field. */
static void
assert_refused (RgDesk *desk, const RgOperation *operation, RgCustomer *typed, const char *field)
{
  g_autoptr (RgAct) act = rg_act_new_record (operation, RG_RECORD (typed));
  g_autoptr (GError) error = NULL;
  DexFuture *future = rg_desk_perform (desk, act);

  g_assert_false (rg_future_wait (future, &error));
  g_assert_error (error, RG_ERROR, RG_ERROR_INVALID);
  g_assert_cmpstr (rg_error_get_field (error), ==, field);
  g_assert_true (g_str_has_suffix (error->message, ".") || g_str_has_suffix (error->message, "?"));
}

static void
test_add (void)
{
  RgDesk *desk = test_desk_new ();
  g_autoptr (RgCustomer) typed = typed_new ();
  gint64 id = add (desk, &rg_customer_add, typed);
  g_autoptr (RgCustomer) customer = reload (desk, id);
  gint64 second;

  g_assert_cmpstr (customer->first_name, ==, "Jordan");
  g_assert_cmpint (customer->number, ==, 100001);
  g_assert_cmpint (customer->registered_at, >, 0);
  g_assert_cmpint (customer->status, ==, RG_CUSTOMER_STATUS_ACTIVE);
  g_assert_cmpstr (customer->currency, ==, "USD");
  g_assert_cmpstr (customer->language, ==, "en");
  g_assert_false (customer->incomplete);

  second = add (desk, &rg_customer_add, typed);
  g_clear_object (&customer);
  customer = reload (desk, second);
  g_assert_cmpint (customer->number, ==, 100002);

  test_await (rg_desk_undo_last (desk));
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM customer"), ==, 1);
  test_check_file (desk);
  test_desk_free (desk);
}

static void
test_required (void)
{
  RgDesk *desk = test_desk_new ();
  static const char *const required[] = { "first-name", "last-name", "email" };
  static const char *const columns[] = { "first_name", "last_name", "email" };
  g_autoptr (RgCustomer) business = typed_new ();

  for (guint i = 0; i < G_N_ELEMENTS (required); i++)
    {
      g_autoptr (RgCustomer) typed = typed_new ();

      g_object_set (typed, required[i], "  ", NULL);
      assert_refused (desk, &rg_customer_add, typed, columns[i]);
    }
  business->type = RG_CUSTOMER_TYPE_BUSINESS;
  assert_refused (desk, &rg_customer_add, business, "business_name");
  g_object_set (business, "legal-name", "Reyes Catering LLC", NULL);
  add (desk, &rg_customer_add, business);
  test_desk_free (desk);
}

static void
test_fields (void)
{
  RgDesk *desk = test_desk_new ();
  RgDay today = rg_desk_get_today (desk);
  static const struct
  {
    const char *property;
    const char *column;
    const char *bad;
    const char *good;
  } texts[] = {
    { "email", "email", "jordan@example", "jordan@example.org" },
    { "phone", "phone", "call me", "(415) 555-0134" },
    { "work-phone", "work_phone", "12", "+1 415 555 0134 x12" },
    { "fax", "fax", "5+5", "4155550199" },
    { "fax-extension", "fax_extension", "upstairs", "12" },
    { "currency", "currency", "Euro", "EUR" },
    { "language", "language", "German", "de" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (RgCustomer) typed = typed_new ();

      g_object_set (typed, texts[i].property, texts[i].bad, NULL);
      assert_refused (desk, &rg_customer_add, typed, texts[i].column);
      g_object_set (typed, texts[i].property, texts[i].good, NULL);
      add (desk, &rg_customer_add, typed);
    }
  {
    g_autoptr (RgCustomer) typed = typed_new ();

    typed->date_of_birth = today + 1;
    assert_refused (desk, &rg_customer_add, typed, "date_of_birth");
    typed->date_of_birth = rg_day_from_ymd (1850, 1, 1);
    assert_refused (desk, &rg_customer_add, typed, "date_of_birth");
    typed->date_of_birth = today;
    typed->wholesale_discount = 10001;
    assert_refused (desk, &rg_customer_add, typed, "wholesale_discount");
    typed->wholesale_discount = 10000;
    add (desk, &rg_customer_add, typed);
  }
  test_desk_free (desk);
}

static void
test_quick_add (void)
{
  RgDesk *desk = test_desk_new ();
  g_autoptr (RgCustomer) nameless = g_object_new (RG_TYPE_CUSTOMER, "phone", "415 555 0134", NULL);
  g_autoptr (RgCustomer) unreachable = g_object_new (RG_TYPE_CUSTOMER, "first-name", "Mai", NULL);
  g_autoptr (RgCustomer) typed = g_object_new (RG_TYPE_CUSTOMER, "first-name", "Mai", "phone", "415 555 0134", NULL);
  g_autoptr (RgCustomer) customer = NULL;
  gint64 id;

  assert_refused (desk, &rg_customer_quick_add, nameless, "first_name");
  assert_refused (desk, &rg_customer_quick_add, unreachable, "phone");
  id = add (desk, &rg_customer_quick_add, typed);
  customer = reload (desk, id);
  g_assert_true (customer->incomplete);

  /* One thing at a time: it stays incomplete until the last of them is there. */
  g_object_set (customer, "last-name", "Tran", NULL);
  test_perform (desk, edit_new (customer, NULL));
  g_clear_object (&customer);
  customer = reload (desk, id);
  g_assert_true (customer->incomplete);
  g_object_set (customer, "email", "mai@example.com", NULL);
  test_perform (desk, edit_new (customer, NULL));
  g_clear_object (&customer);
  customer = reload (desk, id);
  g_assert_false (customer->incomplete);
  g_object_set (customer, "email", NULL, NULL);
  assert_refused (desk, &rg_customer_edit, customer, "email");
  test_desk_free (desk);
}

static void
test_two_desks (void)
{
  RgDesk *desk = test_desk_new ();
  g_autoptr (RgCustomer) typed = typed_new ();
  gint64 id = add (desk, &rg_customer_add, typed);
  g_autoptr (RgCustomer) base = reload (desk, id);
  g_autoptr (RgCustomer) mine = reload (desk, id);
  g_autoptr (RgCustomer) theirs = reload (desk, id);
  g_autoptr (RgCustomer) now = NULL;
  g_autofree char *words = NULL;

  g_object_set (mine, "phone", "415 555 0134", "first-name", "Jordana", NULL);
  g_object_set (theirs, "industry", "Catering", NULL);
  test_perform (desk, edit_new (theirs, base));
  test_perform (desk, edit_new (mine, base));
  now = reload (desk, id);
  g_assert_cmpstr (now->phone, ==, "415 555 0134");
  g_assert_cmpstr (now->first_name, ==, "Jordana");
  g_assert_cmpstr (now->industry, ==, "Catering");

  g_object_set (theirs, "phone", "415 555 9999", NULL);
  words = test_perform_fails_with (desk, edit_new (theirs, base), RG_ERROR_CONFLICT);
  g_assert_nonnull (strstr (words, "Phone"));
  g_assert_nonnull (strstr (words, "415 555 0134"));
  test_check_file (desk);
  test_desk_free (desk);
}

/* A form left as it was writes nothing; what is fixed stays. */
static void
test_only_what_differs (void)
{
  RgDesk *desk = test_desk_new ();
  g_autoptr (RgCustomer) typed = typed_new ();
  gint64 id = add (desk, &rg_customer_add, typed);
  g_autoptr (RgCustomer) customer = reload (desk, id);
  g_autoptr (RgAct) same = test_perform_ok (desk, edit_new (customer, NULL));
  g_autoptr (RgCustomer) now = NULL;

  g_assert_cmpint (same->entry_id, ==, 0);
  customer->number = 7;
  customer->registered_at = 1;
  customer->incomplete = TRUE;
  g_object_set (customer, "industry", "Catering", NULL);
  test_perform (desk, edit_new (customer, NULL));
  now = reload (desk, id);
  g_assert_cmpint (now->number, ==, 100001);
  g_assert_cmpint (now->registered_at, >, 1);
  g_assert_false (now->incomplete);
  g_assert_cmpint (test_query_int (desk, "SELECT length (data) FROM journal_change ORDER BY entry_id DESC LIMIT 1"), ==,
                   strlen ("{\"industry\":[null,\"Catering\"]}"));
  test_desk_free (desk);
}

static void
test_imported_gap (void)
{
  RgDesk *desk = test_desk_new ();
  gint64 id = test_customer_new (desk, "Jordan", "Reyes");
  g_autoptr (RgCustomer) customer = reload (desk, id);

  /* No e-mail address on file: that does not stand in the way of a telephone number. */
  g_object_set (customer, "email", NULL, "phone", "415 555 0134", NULL);
  test_perform (desk, edit_new (customer, NULL));
  g_object_set (customer, "last-name", NULL, NULL);
  assert_refused (desk, &rg_customer_edit, customer, "last_name");
  test_desk_free (desk);
}

static void
test_set_field (void)
{
  RgDesk *desk = test_desk_new ();
  g_autoptr (RgCustomer) typed = typed_new ();
  gint64 id = add (desk, &rg_customer_add, typed);
  g_autoptr (RgCustomer) customer = reload (desk, id);
  g_autoptr (RgCustomer) now = NULL;
  RgAct *act;

  customer->extra_dry_ice = TRUE;
  g_object_set (customer, "phone", "half a numb", NULL);
  act = rg_act_new_record (&rg_customer_set_field, RG_RECORD (customer));
  act->text = g_strdup ("extra-dry-ice");
  test_perform (desk, act);
  now = reload (desk, id);
  g_assert_true (now->extra_dry_ice);
  g_assert_null (now->phone);

  act = rg_act_new_record (&rg_customer_set_field, RG_RECORD (customer));
  act->text = g_strdup ("phone");
  test_perform_fails (desk, act, RG_ERROR_INVALID);
  act = rg_act_new_record (&rg_customer_set_field, RG_RECORD (customer));
  act->text = g_strdup ("number");
  test_perform_fails (desk, act, RG_ERROR_NOT_FOUND);

  test_await (rg_desk_undo_last (desk));
  g_clear_object (&now);
  now = reload (desk, id);
  g_assert_false (now->extra_dry_ice);
  test_desk_free (desk);
}

static void
test_type_keeps_data (void)
{
  RgDesk *desk = test_desk_new ();
  g_autoptr (RgCustomer) typed = typed_new ();
  g_autoptr (RgCustomer) customer = NULL;
  gint64 id;

  typed->type = RG_CUSTOMER_TYPE_BUSINESS;
  g_object_set (typed, "business-name", "Reyes Catering", "tax-id", "94-1234567", "payment-terms",
                RG_PAYMENT_TERMS_NET_30, NULL);
  id = add (desk, &rg_customer_add, typed);
  for (int i = 0; i < 2; i++)
    {
      g_clear_object (&customer);
      customer = reload (desk, id);
      customer->type = i == 0 ? RG_CUSTOMER_TYPE_INDIVIDUAL : RG_CUSTOMER_TYPE_BUSINESS;
      test_perform (desk, edit_new (customer, NULL));
    }
  g_clear_object (&customer);
  customer = reload (desk, id);
  g_assert_cmpint (customer->type, ==, RG_CUSTOMER_TYPE_BUSINESS);
  g_assert_cmpstr (customer->tax_id, ==, "94-1234567");
  g_assert_cmpint (customer->payment_terms, ==, RG_PAYMENT_TERMS_NET_30);
  test_desk_free (desk);
}

static void
test_status (void)
{
  RgDesk *desk = test_desk_new ();
  g_autoptr (RgCustomer) typed = typed_new ();
  gint64 id = add (desk, &rg_customer_add, typed);
  g_autoptr (RgAct) again = rg_act_new (&rg_customer_deactivate, id);
  g_autoptr (GPtrArray) reasons = NULL;
  g_autoptr (RgCustomer) customer = NULL;

  test_perform (desk, rg_act_new (&rg_customer_deactivate, id));
  reasons = test_why_not (desk, again);
  g_assert_cmpint (reasons->len, ==, 1);
  test_perform_fails (desk, g_object_ref (again), RG_ERROR_DENIED);
  customer = reload (desk, id);
  g_assert_cmpint (customer->status, ==, RG_CUSTOMER_STATUS_INACTIVE);
  g_assert_cmpstr (customer->email, ==, "jordan@example.com");

  test_perform (desk, rg_act_new (&rg_customer_reactivate, id));
  test_perform_fails (desk, rg_act_new (&rg_customer_reactivate, id), RG_ERROR_DENIED);
  g_clear_object (&customer);
  customer = reload (desk, id);
  g_assert_cmpint (customer->status, ==, RG_CUSTOMER_STATUS_ACTIVE);

  /* By editing as well; but cancelling needs a reason. */
  customer->status = RG_CUSTOMER_STATUS_INACTIVE;
  test_perform (desk, edit_new (customer, NULL));
  customer->status = RG_CUSTOMER_STATUS_CANCELLED;
  assert_refused (desk, &rg_customer_edit, customer, "status");
  test_desk_free (desk);
}

static void
test_locked_email (void)
{
  RgDesk *desk = test_desk_new ();
  g_autoptr (RgCustomer) typed = typed_new ();
  gint64 id = add (desk, &rg_customer_add, typed);
  g_autoptr (RgCustomer) customer = reload (desk, id);
  g_autoptr (RgSetting) lock = g_object_new (RG_TYPE_SETTING, "name", "email-locked", "value", "yes", NULL);

  g_object_set (customer, "email", "new@example.com", NULL);
  test_perform (desk, rg_act_new_record (&rg_setting_change, RG_RECORD (lock)));
  assert_refused (desk, &rg_customer_edit, customer, "email");
  g_object_set (lock, "value", "no", NULL);
  test_perform (desk, rg_act_new_record (&rg_setting_change, RG_RECORD (lock)));
  test_perform (desk, edit_new (customer, NULL));
  test_desk_free (desk);
}

static void
test_company (void)
{
  RgDesk *desk = test_desk_new ();
  g_autoptr (RgCustomer) typed = typed_new ();
  g_autoptr (RgAct) act = rg_act_new_record (&rg_customer_add, RG_RECORD (typed));
  g_autoptr (RgAct) done = NULL;

  act->records = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (act->records, g_object_new (RG_TYPE_ADDRESS, "street", "1 Market St", "city", "San Francisco",
                                               "state", "CA", "postcode", "94105", NULL));
  g_ptr_array_add (act->records, g_object_new (RG_TYPE_CONTACT, "name", "Ana", "role", "Accounts", NULL));
  g_ptr_array_add (act->records,
                   g_object_new (RG_TYPE_NOTE, "kind", RG_NOTE_KIND_STICKY, "text", "Prefers mornings", NULL));
  done = test_perform_ok (desk, g_object_ref (act));
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM address WHERE is_primary = 1 AND country = 'US'"), ==,
                   1);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM contact"), ==, 1);
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM note WHERE kind = 'sticky'"), ==, 1);

  /* One form, one undo. */
  test_await (rg_desk_undo_last (desk));
  g_assert_cmpint (test_query_int (desk, "SELECT (SELECT count (*) FROM customer) + (SELECT count (*) FROM address) "
                                         "+ (SELECT count (*) FROM note) + (SELECT count (*) FROM contact)"),
                   ==, 0);
  test_check_file (desk);
  test_desk_free (desk);
}

typedef struct
{
  const char *email;
  const char *phone;
  gint64 except;
  guint n_found;
} Same;

static GObject *
read_same (RgDb *db, gpointer data, GError **error)
{
  Same *same = data;
  g_autoptr (GPtrArray) found = rg_customer_find_same (db, same->email, same->phone, same->except, error);

  same->n_found = found != NULL ? found->len : 99;
  return NULL;
}

static void
assert_same (RgDesk *desk, const char *email, const char *phone, gint64 except, guint n_found)
{
  Same same = { email, phone, except, 0 };

  test_await (rg_desk_read (desk, read_same, &same, NULL));
  g_assert_cmpint (same.n_found, ==, n_found);
}

static void
test_same (void)
{
  RgDesk *desk = test_desk_new ();
  g_autoptr (RgCustomer) typed = typed_new ();
  gint64 id;

  g_object_set (typed, "phone", "(415) 555-0134", NULL);
  id = add (desk, &rg_customer_add, typed);
  assert_same (desk, "JORDAN@example.com", NULL, 0, 1);
  assert_same (desk, NULL, "+1 415 555 0134", 0, 1);
  assert_same (desk, "jordan@example.com", "415.555.0134", 0, 1);
  assert_same (desk, "jordan@example.com", "415.555.0134", id, 0);
  assert_same (desk, "other@example.com", "415 555 01", 0, 0);
  assert_same (desk, "", "", 0, 0);
  assert_same (desk, NULL, NULL, 0, 0);
  test_desk_free (desk);
}

static void
test_rights (void)
{
  RgDesk *desk = test_desk_new ();
  g_autoptr (RgCustomer) typed = typed_new ();

  test_sign_in_as (desk, RG_ROLE_CUSTOMER_SERVICE);
  add (desk, &rg_customer_add, typed);
  test_await (rg_desk_undo_last (desk));
  g_assert_cmpint (test_query_int (desk, "SELECT count (*) FROM customer"), ==, 0);
  test_desk_free (desk);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);

  g_test_add_func ("/customers/add", test_add);
  g_test_add_func ("/customers/required", test_required);
  g_test_add_func ("/customers/fields", test_fields);
  g_test_add_func ("/customers/quick-add", test_quick_add);
  g_test_add_func ("/customers/two-desks", test_two_desks);
  g_test_add_func ("/customers/only-what-differs", test_only_what_differs);
  g_test_add_func ("/customers/imported-gap", test_imported_gap);
  g_test_add_func ("/customers/set-field", test_set_field);
  g_test_add_func ("/customers/type-keeps-data", test_type_keeps_data);
  g_test_add_func ("/customers/status", test_status);
  g_test_add_func ("/customers/locked-email", test_locked_email);
  g_test_add_func ("/customers/company", test_company);
  g_test_add_func ("/customers/same", test_same);
  g_test_add_func ("/customers/rights", test_rights);

  return g_test_run ();
}
