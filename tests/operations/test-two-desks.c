/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-address.h"
#include "rg-cancellation.h"
#include "rg-contact.h"
#include "rg-future.h"
#include "rg-note.h"
#include "rg-order-line.h"
#include "rg-order.h"
#include "rg-payment-method.h"
#include "rg-tag.h"
#include "test-orders-helpers.h"

/* Two desks on one file: what each of them changes in the same record is kept; when both changed the same, the second
 * is told what is there now, and may insist. */

typedef struct
{
  Fixture first;
  RgDesk *second;
} Desks;

static void
desks_setup (Desks *self, gconstpointer data)
{
  setup (&self->first, data);
  self->second = test_desk_open (test_desk_get_path (self->first.desk));
  test_sign_in (self->second, rg_record_get_id (RG_RECORD (rg_desk_get_staff (self->first.desk))));
}

static void
desks_teardown (Desks *self, gconstpointer data)
{
  test_desk_free (self->second);
  teardown (&self->first, data);
  /* A desk may still have been looking at what the other one wrote. */
  rg_future_end (20000);
}

/* One row a kind of record: both desks see it, one changes @theirs and the other @mine; then both change @mine. */
typedef struct
{
  const RgOperation *operation;
  const char *mine, *my_value, *other_value;
  const char *theirs, *their_value;
} Case;

static const Case cases[] = {
  { &rg_customer_edit, "phone", "415 555 0134", "415 555 9999", "industry", "Catering" },
  { &rg_address_edit, "recipient", "Front desk", "Kitchen", "label", "Office" },
  { &rg_contact_edit, "role", "Accounts", "Kitchen", "name", "Mai Linh" },
  { &rg_cancellation_edit, "notes", "To Denver", "To Boston", "reason", "too-expensive" },
  { &rg_payment_method_set, "label", "Visa 4242", "Visa 1881", "profile-id", "cus_1234" },
  { &rg_product_edit, "name", "Spring box", "Summer box", "price", "4100" },
  { &rg_note_edit, "text", "Called back", "Wrote back", "kind", "email" },
  { &rg_order_edit, "route", "Route 4", "Route 5", "note", "No onions" },
  { &rg_order_edit_line, "discount", "1000", "500", "quantity", "3" },
  { &rg_recurring_edit, "quantity", "2", "4", "frequency", "monthly" },
  { &rg_staff_edit, "name", "Mai Linh", "Kim", "role", "manager" },
};

/* A record of the kind that the operation edits, on file. */
static RgRecord *
make (Desks *self, const RgOperation *operation)
{
  gint64 customer_id = self->first.customer_id;
  RgRecord *record;

  if (operation == &rg_customer_edit)
    return test_load (self->first.desk, &rg_customer_type, customer_id);
  if (operation == &rg_product_edit)
    return RG_RECORD (g_object_ref (self->first.box));
  if (operation == &rg_address_edit)
    record = g_object_new (RG_TYPE_ADDRESS, "customer-id", customer_id, "street", "1 Main St", "city", "Springfield",
                           "postcode", "12345", "state", "NY", "country", "US", "is-primary", TRUE, NULL);
  else if (operation == &rg_contact_edit)
    record = g_object_new (RG_TYPE_CONTACT, "customer-id", customer_id, "name", "Kim", NULL);
  else if (operation == &rg_cancellation_edit)
    record
      = g_object_new (RG_TYPE_CANCELLATION, "customer-id", customer_id, "day", TODAY, "created-at", (gint64) 1, NULL);
  else if (operation == &rg_payment_method_set)
    record = g_object_new (RG_TYPE_PAYMENT_METHOD, "customer-id", customer_id, "is-primary", TRUE, NULL);
  else if (operation == &rg_note_edit)
    record = g_object_new (RG_TYPE_NOTE, "customer-id", customer_id, "text", "Called", "created-at", (gint64) 1, NULL);
  else if (operation == &rg_order_edit)
    record = g_object_new (RG_TYPE_ORDER, "customer-id", customer_id, "number", (gint64) 7, "currency", "USD",
                           "created-at", (gint64) 1, NULL);
  else if (operation == &rg_order_edit_line)
    {
      g_autoptr (RgRecord) order = make (self, &rg_order_edit);

      record = g_object_new (RG_TYPE_ORDER_LINE, "order-id", get_id (order), "name", "Box", "quantity", (gint64) 1,
                             "currency", "USD", NULL);
    }
  else if (operation == &rg_recurring_edit)
    record = g_object_new (RG_TYPE_RECURRING_ITEM, "customer-id", customer_id, "product-id", get_id (self->first.eggs),
                           "quantity", (gint64) 1, "frequency", RG_FREQUENCY_WEEKLY, "created-at", (gint64) 1, NULL);
  else
    record = g_object_new (RG_TYPE_STAFF, "name", "Jo", NULL);
  test_insert (self->first.desk, record);
  return record;
}

static const RgField *
find_field (RgRecord *record, const char *name)
{
  g_autofree char *column = g_strdelimit (g_strdup (name), "-", '_');

  return rg_record_type_find_field (rg_record_get_record_type (record), column);
}

static void
set (RgRecord *record, const char *name, const char *value)
{
  const RgField *field = find_field (record, name);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_VALUE);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (field);
  if (field->kind == RG_KIND_INT || field->kind == RG_KIND_MONEY || field->kind == RG_KIND_PERCENT)
    json_node_set_int (node, g_ascii_strtoll (value, NULL, 10));
  else
    json_node_set_string (node, value);
  rg_record_field_from_json (record, field, node, &error);
  g_assert_no_error (error);
}

/* The record on file has that value. */
static void
assert_value (Desks *self, RgRecord *record, const char *name, const char *value)
{
  g_autoptr (RgRecord) now
    = test_load (self->first.desk, rg_record_get_record_type (record), rg_record_get_id (record));
  g_autoptr (RgRecord) wanted = rg_record_copy (now);

  set (wanted, name, value);
  g_assert_true (rg_record_is_field_equal (now, wanted, find_field (now, name)));
}

static void
test_case (Desks *self, gconstpointer data)
{
  const Case *wanted = data;
  g_autoptr (RgRecord) record = make (self, wanted->operation);
  g_autoptr (RgRecord) base = test_load (self->second, rg_record_get_record_type (record), rg_record_get_id (record));
  g_autoptr (RgRecord) theirs = rg_record_copy (base);
  g_autoptr (RgRecord) mine = rg_record_copy (base);
  g_autoptr (RgAct) act = NULL;
  g_autofree char *words = NULL;

  set (theirs, wanted->theirs, wanted->their_value);
  set (mine, wanted->mine, wanted->my_value);
  test_perform (self->second, rg_act_new_edit (wanted->operation, theirs, base));
  test_perform (self->first.desk, rg_act_new_edit (wanted->operation, mine, base));
  assert_value (self, base, wanted->theirs, wanted->their_value);
  assert_value (self, base, wanted->mine, wanted->my_value);

  /* The other desk has not seen it, and changes the same. */
  set (theirs, wanted->mine, wanted->other_value);
  act = rg_act_new_edit (wanted->operation, theirs, base);
  words = test_perform_fails_with (self->second, g_object_ref (act), RG_ERROR_CONFLICT);
  g_assert_nonnull (strstr (words, "meanwhile"));
  assert_value (self, base, wanted->mine, wanted->my_value);

  /* Told so, they insist; nothing else is lost. */
  test_perform (self->second, g_object_ref (act));
  assert_value (self, base, wanted->mine, wanted->other_value);
  assert_value (self, base, wanted->theirs, wanted->their_value);
}

static void
test_rename (Desks *self, gconstpointer data)
{
  g_autoptr (RgTag) tag = g_object_new (RG_TYPE_TAG, "name", "VIP", NULL);
  g_autoptr (RgAct) mine = rg_act_new (&rg_tag_rename, 0);
  g_autoptr (RgAct) theirs = rg_act_new (&rg_tag_rename, 0);

  test_insert (self->first.desk, RG_RECORD (tag));
  rg_act_add_id (mine, get_id (tag));
  rg_act_add_id (theirs, get_id (tag));
  mine->base = rg_record_copy (RG_RECORD (tag));
  theirs->base = rg_record_copy (RG_RECORD (tag));
  mine->text = g_strdup ("Regular");
  theirs->text = g_strdup ("Friend");
  test_perform (self->first.desk, g_object_ref (mine));
  test_perform_fails (self->second, g_object_ref (theirs), RG_ERROR_CONFLICT);
  assert_value (self, RG_RECORD (tag), "name", "Regular");
  test_perform (self->second, g_object_ref (theirs));
  assert_value (self, RG_RECORD (tag), "name", "Friend");
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/two-desks/%s", cases[i].operation->name);

      g_test_add (path, Desks, &cases[i], desks_setup, test_case, desks_teardown);
    }
  g_test_add ("/two-desks/tag.rename", Desks, NULL, desks_setup, test_rename, desks_teardown);

  return g_test_run ();
}
