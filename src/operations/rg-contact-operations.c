/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-contact-operations.h"

#include <glib/gi18n-lib.h>

#include "rg-email.h"
#include "rg-error.h"
#include "rg-phone.h"
#include "rg-text.h"

/**
 * rg_contact_check_field:
 * @contact: a further person to speak to
 * @column: the name of a column
 * @error: where to put what is wrong, with the field it is about
 *
 * Returns: whether that field may be as it is
 */
gboolean
rg_contact_check_field (RgContact *contact, const char *column, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (g_str_equal (column, "name") && rg_text_is_blank (contact->name))
    rg_error_set_invalid (&local, column, _ ("A contact needs a name."));
  else if (g_str_equal (column, "phone") && !rg_text_is_blank (contact->phone))
    rg_phone_is_valid (contact->phone, &local);
  else if (g_str_equal (column, "email") && !rg_text_is_blank (contact->email))
    rg_email_is_valid (contact->email, &local);
  if (local == NULL)
    return TRUE;
  rg_error_set_invalid (error, column, "%s", local->message);
  return FALSE;
}

/**
 * rg_contact_is_blank:
 * @contact: a contact
 *
 * Returns: whether it names nobody and no way to reach them
 */
gboolean
rg_contact_is_blank (RgContact *contact)
{
  return rg_text_is_blank (contact->name) && rg_text_is_blank (contact->phone) && rg_text_is_blank (contact->email);
}

/**
 * rg_contact_save:
 * @txn: a transaction
 * @contact: a contact, new or with its new values
 * @error: where to put what went wrong
 *
 * Returns: whether it is on file
 */
gboolean
rg_contact_save (RgTxn *txn, RgContact *contact, GError **error)
{
  static const char *const columns[] = { "name", "phone", "email" };

  rg_text_clean_in_place (&contact->name);
  rg_text_clean_in_place (&contact->role);
  rg_text_clean_in_place (&contact->phone);
  rg_text_clean_in_place (&contact->email);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (!rg_contact_check_field (contact, columns[i], error))
      return FALSE;
  return rg_record_get_id (RG_RECORD (contact)) == 0 ? rg_txn_insert (txn, RG_RECORD (contact), error)
                                                     : rg_txn_update (txn, RG_RECORD (contact), error);
}

static gboolean
save_contact (RgAct *act, RgTxn *txn, GError **error)
{
  if (!rg_contact_save (txn, RG_CONTACT (act->record), error))
    return FALSE;
  rg_txn_set_words (txn, RG_CONTACT (act->record)->name);
  return TRUE;
}

static gboolean
edit_contact (RgAct *act, RgTxn *txn, GError **error)
{
  g_autoptr (RgRecord) file = rg_act_merge (act, rg_txn_get_db (txn), error);

  return file != NULL && save_contact (act, txn, error);
}

static gboolean
remove_contact (RgAct *act, RgTxn *txn, GError **error)
{
  rg_txn_set_words (txn, RG_CONTACT (act->record)->name);
  return rg_txn_delete (txn, act->record, error);
}

const RgOperation rg_contact_add = {
  .name = "contact.add",
  .label = N_ ("Add Contact"),
  .past = N_ ("Contact added"),
  .right = { RG_AREA_CUSTOMERS, RG_SCOPE_EDIT },
  .run = save_contact,
};

const RgOperation rg_contact_edit = {
  .name = "contact.edit",
  .label = N_ ("Edit Contact"),
  .past = N_ ("Contact changed"),
  .right = { RG_AREA_CUSTOMERS, RG_SCOPE_EDIT },
  .run = edit_contact,
};

const RgOperation rg_contact_remove = {
  .name = "contact.remove",
  .label = N_ ("Remove Contact"),
  .past = N_ ("Contact removed"),
  .right = { RG_AREA_CUSTOMERS, RG_SCOPE_EDIT },
  .run = remove_contact,
};
