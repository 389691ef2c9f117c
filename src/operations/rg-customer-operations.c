/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer-operations.h"

#include <glib/gi18n-lib.h>

#include "rg-address-operations.h"
#include "rg-contact-operations.h"
#include "rg-customer-check.h"
#include "rg-customer-data.h"
#include "rg-error.h"
#include "rg-note-operations.h"
#include "rg-record-merge.h"
#include "rg-settings.h"

/* What is not changed by editing a customer, but by what happens. */
static const char *const not_edited[]
  = { "incomplete", "external_id", "last_login_at", "last_login_from", "password_reset_at", NULL };

static void
set_words (RgTxn *txn, RgCustomer *customer)
{
  g_autofree char *name = rg_customer_dup_display_name (customer);

  rg_txn_set_words (txn, name);
}

/* One on file that was emptied is removed. */
static gboolean
save_address (RgTxn *txn, RgAddress *address, GError **error)
{
  gint64 id = rg_record_get_id (RG_RECORD (address));

  return id != 0 && rg_address_is_blank (address) ? rg_address_take_away (txn, id, error)
                                                  : rg_address_save (txn, address, FALSE, error);
}

static gboolean
save_contact (RgTxn *txn, RgContact *contact, GError **error)
{
  return rg_record_get_id (RG_RECORD (contact)) != 0 && rg_contact_is_blank (contact)
           ? rg_txn_delete (txn, RG_RECORD (contact), error)
           : rg_contact_save (txn, contact, error);
}

/* What goes with a customer in one form: saved in the same transaction, and so taken back with it. */
static gboolean
save_company (RgAct *act, RgTxn *txn, GError **error)
{
  gint64 customer_id = rg_record_get_id (act->record);

  for (guint i = 0; act->records != NULL && i < act->records->len; i++)
    {
      RgRecord *record = act->records->pdata[i];

      if (RG_IS_ADDRESS (record))
        {
          RG_ADDRESS (record)->customer_id = customer_id;
          if (!save_address (txn, RG_ADDRESS (record), error))
            return FALSE;
        }
      else if (RG_IS_CONTACT (record))
        {
          RG_CONTACT (record)->customer_id = customer_id;
          if (!save_contact (txn, RG_CONTACT (record), error))
            return FALSE;
        }
      else if (RG_IS_NOTE (record) && !rg_note_insert_along (txn, RG_NOTE (record), customer_id, act->staff_id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_customer (RgAct *act, RgTxn *txn, gboolean incomplete, GError **error)
{
  RgDb *db = rg_txn_get_db (txn);
  RgCustomer *customer = RG_CUSTOMER (act->record);
  g_autoptr (RgSettings) settings = rg_settings_read (db, error);

  if (settings == NULL)
    return FALSE;
  rg_customer_clean (customer, NULL);
  customer->incomplete = incomplete && !rg_customer_is_complete (customer);
  if (customer->currency == NULL)
    customer->currency = g_strdup (rg_settings_get (settings, RG_SETTING_CURRENCY));
  if (customer->language == NULL)
    customer->language = g_strdup (rg_settings_get (settings, RG_SETTING_LANGUAGE));
  if (customer->status == RG_CUSTOMER_STATUS_CANCELLED)
    {
      rg_error_set_invalid (error, "status", _ ("A new customer can’t be cancelled already."));
      return FALSE;
    }
  if (!rg_customer_check (customer, NULL, rg_day_of_time (rg_txn_get_time (txn), rg_settings_get_zone (settings)),
                          error)
      || !rg_customer_next_number (db, &customer->number, error))
    return FALSE;
  customer->registered_at = rg_txn_get_time (txn);
  set_words (txn, customer);
  if (!rg_txn_insert (txn, act->record, error))
    return FALSE;
  act->customer_id = rg_record_get_id (act->record);
  rg_txn_set_customer (txn, act->customer_id);
  return save_company (act, txn, error);
}

static gboolean
add_customer (RgAct *act, RgTxn *txn, GError **error)
{
  return insert_customer (act, txn, FALSE, error);
}

static gboolean
quick_add_customer (RgAct *act, RgTxn *txn, GError **error)
{
  return insert_customer (act, txn, TRUE, error);
}

static gboolean
check_changes (RgCustomer *customer, RgCustomer *old, RgSettings *settings, RgTxn *txn, GError **error)
{
  if (customer->status == RG_CUSTOMER_STATUS_CANCELLED && old->status != RG_CUSTOMER_STATUS_CANCELLED)
    {
      rg_error_set_invalid (error, "status", _ ("Create a cancellation instead, so that the reason is on file."));
      return FALSE;
    }
  if (g_strcmp0 (customer->email, old->email) != 0 && rg_customer_get_email_lock (old, settings) != NULL)
    {
      rg_error_set_invalid (error, "email", "%s", rg_customer_get_email_lock (old, settings));
      return FALSE;
    }
  return rg_customer_check (customer, old, rg_day_of_time (rg_txn_get_time (txn), rg_settings_get_zone (settings)),
                            error);
}

static gboolean
save_customer (RgAct *act, RgTxn *txn, GError **error)
{
  RgDb *db = rg_txn_get_db (txn);
  RgCustomer *customer = RG_CUSTOMER (act->record);
  g_autoptr (RgSettings) settings = rg_settings_read (db, error);
  g_autoptr (RgCustomer) old = settings != NULL ? (RgCustomer *) rg_act_merge (act, db, error) : NULL;

  if (old == NULL)
    return FALSE;
  for (guint i = 0; not_edited[i] != NULL; i++)
    rg_record_copy_field (act->record, RG_RECORD (old), rg_record_type_find_field (&rg_customer_type, not_edited[i]));
  rg_customer_clean (customer, old);
  if (!check_changes (customer, old, settings, txn, error))
    return FALSE;
  if (customer->incomplete && rg_customer_is_complete (customer))
    customer->incomplete = FALSE;
  act->customer_id = rg_record_get_id (act->record);
  set_words (txn, customer);
  return rg_txn_update (txn, act->record, error);
}

static gboolean
edit_customer (RgAct *act, RgTxn *txn, GError **error)
{
  return save_customer (act, txn, error) && save_company (act, txn, error);
}

static gboolean
set_field (RgAct *act, RgTxn *txn, GError **error)
{
  const RgField *field = act->text != NULL ? rg_record_type_find_field (&rg_customer_type, act->text) : NULL;
  g_autoptr (RgRecord) record = NULL;

  if (field == NULL || (field->flags & (RG_FIELD_FIXED | RG_FIELD_DERIVED)) != 0
      || g_strv_contains (not_edited, field->column))
    {
      g_set_error (error, RG_ERROR, RG_ERROR_NOT_FOUND, _ ("A customer has no field “%s” that can be changed."),
                   act->text != NULL ? act->text : "");
      return FALSE;
    }
  record = rg_db_load (rg_txn_get_db (txn), &rg_customer_type, rg_record_get_id (act->record), error);
  if (record == NULL)
    return FALSE;
  if (act->base != NULL && !rg_record_is_field_equal (act->base, record, field)
      && !rg_record_is_field_equal (act->record, record, field))
    {
      g_set_error (error, RG_ERROR, RG_ERROR_CONFLICT,
                   _ ("Somebody else changed “%s” meanwhile. Look at it and save again."), _ (field->label));
      return FALSE;
    }
  rg_record_copy_field (record, act->record, field);
  g_set_object (&act->record, record);
  g_clear_object (&act->base);
  if (!save_customer (act, txn, error))
    return FALSE;
  rg_txn_set_words (txn, _ (field->label));
  return TRUE;
}

static gboolean
set_status (RgAct *act, RgTxn *txn, RgCustomerStatus status, GError **error)
{
  g_autoptr (RgCustomer) customer
    = (RgCustomer *) rg_db_load (rg_txn_get_db (txn), &rg_customer_type, act->customer_id, error);

  if (customer == NULL)
    return FALSE;
  customer->status = status;
  if (act->text != NULL)
    rg_txn_set_reason (txn, act->text);
  set_words (txn, customer);
  g_set_object (&act->record, RG_RECORD (customer));
  return rg_txn_update (txn, act->record, error);
}

static gboolean
why_not_deactivate (RgAct *act, RgDb *db, GPtrArray *reasons, GError **error)
{
  g_autoptr (RgCustomer) customer = (RgCustomer *) rg_db_load (db, &rg_customer_type, act->customer_id, error);

  if (customer == NULL)
    return FALSE;
  if (customer->status == RG_CUSTOMER_STATUS_INACTIVE)
    rg_reasons_add (reasons, _ ("The customer is inactive already."), NULL, NULL);
  else if (customer->status == RG_CUSTOMER_STATUS_CANCELLED)
    rg_reasons_add (reasons, _ ("The customer is cancelled, which is more than inactive."),
                    _ ("Reactivate the account first."), "customer.reactivate");
  return TRUE;
}

static gboolean
deactivate_customer (RgAct *act, RgTxn *txn, GError **error)
{
  return set_status (act, txn, RG_CUSTOMER_STATUS_INACTIVE, error);
}

static gboolean
why_not_reactivate (RgAct *act, RgDb *db, GPtrArray *reasons, GError **error)
{
  g_autoptr (RgCustomer) customer = (RgCustomer *) rg_db_load (db, &rg_customer_type, act->customer_id, error);

  if (customer == NULL)
    return FALSE;
  if (customer->status == RG_CUSTOMER_STATUS_ACTIVE)
    rg_reasons_add (reasons, _ ("The customer is active already."), NULL, NULL);
  return TRUE;
}

static gboolean
reactivate_customer (RgAct *act, RgTxn *txn, GError **error)
{
  return set_status (act, txn, RG_CUSTOMER_STATUS_ACTIVE, error);
}

const RgOperation rg_customer_add = {
  .name = "customer.add",
  .label = N_ ("Add Customer"),
  .past = N_ ("Customer added"),
  .right = { RG_AREA_CUSTOMERS, RG_SCOPE_CREATE },
  .run = add_customer,
};

const RgOperation rg_customer_quick_add = {
  .name = "customer.quick-add",
  .label = N_ ("Quick Add"),
  .past = N_ ("Customer added"),
  .right = { RG_AREA_CUSTOMERS, RG_SCOPE_CREATE },
  .run = quick_add_customer,
};

const RgOperation rg_customer_edit = {
  .name = "customer.edit",
  .label = N_ ("Update Customer Info"),
  .past = N_ ("Customer info updated"),
  .right = { RG_AREA_CUSTOMERS, RG_SCOPE_EDIT },
  .run = edit_customer,
};

const RgOperation rg_customer_set_field = {
  .name = "customer.set-field",
  .label = N_ ("Change Customer"),
  .past = N_ ("Saved"),
  .right = { RG_AREA_CUSTOMERS, RG_SCOPE_EDIT },
  .run = set_field,
};

const RgOperation rg_customer_deactivate = {
  .name = "customer.deactivate",
  .label = N_ ("Deactivate Customer"),
  .past = N_ ("Customer deactivated"),
  .right = { RG_AREA_CUSTOMERS, RG_SCOPE_EDIT },
  .why_not = why_not_deactivate,
  .run = deactivate_customer,
};

const RgOperation rg_customer_reactivate = {
  .name = "customer.reactivate",
  .label = N_ ("Reactivate Customer"),
  .past = N_ ("Customer reactivated"),
  .right = { RG_AREA_CUSTOMERS, RG_SCOPE_EDIT },
  .why_not = why_not_reactivate,
  .run = reactivate_customer,
};
