/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-customer-data.h"
#include "rg-customer-operations.h"
#include "rg-order-data.h"
#include "rg-picture-data.h"
#include "rg-records.h"

/* Deleting a customer who should not be on file. Who merely leaves is deactivated. */

/* What belongs to a customer, in an order in which nothing points at what is gone. */
static const RgRecordType *const company[] = {
  &rg_cart_item_type,      &rg_order_type,        &rg_recurring_item_type, &rg_note_type,    &rg_customer_tag_type,
  &rg_payment_method_type, &rg_cancellation_type, &rg_contact_type,        &rg_address_type,
};

static gboolean
add_company_reason (RgAct *act, RgDb *db, GPtrArray *reasons, GError **error)
{
  g_autofree char *orders = NULL;
  g_autofree char *notes = NULL;
  g_autofree char *text = NULL;
  gint64 n_orders, n_notes;

  if (!rg_customer_count (db, &rg_order_type, act->customer_id, &n_orders, error)
      || !rg_customer_count (db, &rg_note_type, act->customer_id, &n_notes, error))
    return FALSE;
  orders = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%" PRId64 " order", "%" PRId64 " orders", (gulong) n_orders),
                            n_orders);
  notes = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%" PRId64 " note", "%" PRId64 " notes", (gulong) n_notes),
                           n_notes);
  /* Translators: "2 orders" and "3 notes" */
  text = g_strdup_printf (_ ("All that belongs to the customer goes too: %s, %s, addresses, contacts, tags, the Future "
                             "Cart and what recurs."),
                          orders, notes);
  rg_reasons_warn (reasons, text, _ ("Deactivate the customer instead to keep it."), "customer.deactivate");
  return TRUE;
}

static gboolean
why_not_delete (RgAct *act, RgDb *db, GPtrArray *reasons, GError **error)
{
  gint64 n_entries;

  if (!rg_customer_count (db, &rg_ledger_entry_type, act->customer_id, &n_entries, error))
    return FALSE;
  if (n_entries > 0)
    rg_reasons_add (reasons, _ ("Money was booked for this customer, and the ledger is never changed."),
                    _ ("Deactivate the customer instead."), "customer.deactivate");
  return add_company_reason (act, db, reasons, error);
}

static gboolean
delete_all (RgTxn *txn, GPtrArray *records, GError **error)
{
  for (guint i = 0; records != NULL && i < records->len; i++)
    if (!rg_txn_delete (txn, records->pdata[i], error))
      return FALSE;
  return records != NULL;
}

static gboolean
delete_lines (RgTxn *txn, GPtrArray *orders, GError **error)
{
  for (guint i = 0; i < orders->len; i++)
    {
      g_autoptr (GPtrArray) lines
        = rg_order_read_lines (rg_txn_get_db (txn), rg_record_get_id (orders->pdata[i]), error);

      if (!delete_all (txn, lines, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
delete_company (RgAct *act, RgTxn *txn, GError **error)
{
  RgDb *db = rg_txn_get_db (txn);

  for (guint i = 0; i < G_N_ELEMENTS (company); i++)
    {
      g_autoptr (GPtrArray) records = rg_customer_rows (db, company[i], act->customer_id, 0, error);

      if (records == NULL || (company[i] == &rg_order_type && !delete_lines (txn, records, error))
          || !delete_all (txn, records, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
delete_customer (RgAct *act, RgTxn *txn, GError **error)
{
  RgDb *db = rg_txn_get_db (txn);
  g_autoptr (RgCustomer) customer = (RgCustomer *) rg_db_load (db, &rg_customer_type, act->customer_id, error);
  g_autoptr (GError) local = NULL;
  g_autoptr (RgPicture) picture = customer != NULL ? rg_picture_of (db, act->customer_id, &local) : NULL;
  g_autofree char *name = NULL;

  if (rg_error_propagate (error, &local))
    return FALSE;
  if (customer == NULL)
    return FALSE;
  name = rg_customer_dup_display_name (customer);
  rg_txn_set_words (txn, name);
  if (act->text != NULL)
    rg_txn_set_reason (txn, act->text);
  return (picture == NULL || rg_txn_delete (txn, RG_RECORD (picture), error)) && delete_company (act, txn, error)
         && rg_txn_delete (txn, RG_RECORD (customer), error);
}

const RgOperation rg_customer_delete = {
  .name = "customer.delete",
  .label = N_ ("Delete Customer"),
  .past = N_ ("Customer deleted"),
  .right = { RG_AREA_CUSTOMERS, RG_SCOPE_DELETE },
  .why_not = why_not_delete,
  .run = delete_customer,
};
