/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-payment-method-operations.h"

#include <glib/gi18n-lib.h>

#include "rg-error.h"
#include "rg-payment-method-data.h"
#include "rg-payment-method.h"
#include "rg-text.h"

#define MIN_LENGTH 4
#define MAX_LENGTH 64

/* The check digit that card numbers end with (ISO/IEC 7812-1, annex B). */
static gboolean
is_card_number (const char *text)
{
  gsize length = strlen (text);
  guint sum = 0;

  if (length < 13 || length > 19)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      guint digit = (guint) g_ascii_digit_value (text[length - 1 - i]);

      if (!g_ascii_isdigit (text[length - 1 - i]))
        return FALSE;
      if (i % 2 == 1)
        digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
      sum += digit;
    }
  return sum % 10 == 0;
}

/* What a gateway calls the customer, or a way to pay of theirs. Gateways use letters, digits, "-", "_" and "."
 * ("cus_NffrFeUfNV2Hib", "1512345678"). A card number is refused. */
static gboolean
check_profile_id (const char *profile_id, GError **error)
{
  gsize length = strlen (profile_id);
  gsize fine = strspn (profile_id, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_.");
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = profile_id; *p != '\0'; p++)
    if (*p != ' ' && *p != '-')
      g_string_append_c (digits, *p);
  if (is_card_number (digits->str))
    rg_error_set_invalid (
      error, "profile_id",
      _ ("This looks like a card number, and card numbers are not kept here. Use the ID that the gateway gave."));
  else if (fine < length)
    rg_error_set_invalid (
      error, "profile_id",
      _ ("A Payment Profile ID has only letters, digits, “-”, “_” and “.”, such as “cus_NffrFeUfNV2Hib”."));
  else if (length < MIN_LENGTH || length > MAX_LENGTH)
    rg_error_set_invalid (error, "profile_id", _ ("A Payment Profile ID has %d to %d characters."), MIN_LENGTH,
                          MAX_LENGTH);
  else
    return TRUE;
  return FALSE;
}

/* One is primary: a new primary takes it from the old one, and the first one is it in any case. */
static gboolean
settle_primary (RgAct *act, RgTxn *txn, GError **error)
{
  RgPaymentMethod *method = RG_PAYMENT_METHOD (act->record);
  g_autoptr (GError) local = NULL;
  g_autoptr (RgPaymentMethod) primary
    = rg_payment_method_primary (rg_txn_get_db (txn), method->customer_id, rg_record_get_id (act->record), &local);

  if (rg_error_propagate (error, &local))
    return FALSE;
  if (primary == NULL)
    method->is_primary = TRUE;
  if (primary == NULL || !method->is_primary)
    return TRUE;
  primary->is_primary = FALSE;
  return rg_txn_update (txn, RG_RECORD (primary), error);
}

static gboolean
set_method (RgAct *act, RgTxn *txn, GError **error)
{
  RgPaymentMethod *method = RG_PAYMENT_METHOD (act->record);
  gboolean is_new = rg_record_get_id (act->record) == 0;
  g_autoptr (RgRecord) file = is_new ? NULL : rg_act_merge (act, rg_txn_get_db (txn), error);

  if (!is_new && file == NULL)
    return FALSE;
  rg_text_clean_in_place (&method->label);
  rg_text_clean_in_place (&method->profile_id);
  if ((method->profile_id != NULL && !check_profile_id (method->profile_id, error))
      || !settle_primary (act, txn, error))
    return FALSE;
  rg_txn_set_words (txn,
                    method->label != NULL ? method->label : rg_words_get_label (&rg_payment_type_words, method->type));
  if (is_new)
    return rg_txn_insert (txn, act->record, error);
  return rg_txn_update (txn, act->record, error);
}

static gboolean
remove_method (RgAct *act, RgTxn *txn, GError **error)
{
  RgDb *db = rg_txn_get_db (txn);
  g_autoptr (RgPaymentMethod) method
    = (RgPaymentMethod *) rg_db_load (db, &rg_payment_method_type, rg_record_get_id (act->record), error);
  g_autoptr (RgPaymentMethod) next = NULL;
  g_autoptr (GError) local = NULL;

  if (method == NULL || !rg_txn_delete (txn, RG_RECORD (method), error))
    return FALSE;
  rg_txn_set_words (txn,
                    method->label != NULL ? method->label : rg_words_get_label (&rg_payment_type_words, method->type));
  if (!method->is_primary)
    return TRUE;
  next = rg_payment_method_newest (db, method->customer_id, &local);
  if (rg_error_propagate (error, &local))
    return FALSE;
  if (next == NULL)
    return TRUE;
  next->is_primary = TRUE;
  return rg_txn_update (txn, RG_RECORD (next), error);
}

const RgOperation rg_payment_method_set = {
  .name = "payment-method.set",
  .label = N_ ("Save Payment Method"),
  .past = N_ ("Payment method saved"),
  .right = { RG_AREA_CUSTOMERS, RG_SCOPE_EDIT },
  .run = set_method,
};

const RgOperation rg_payment_method_remove = {
  .name = "payment-method.remove",
  .label = N_ ("Remove Payment Method"),
  .past = N_ ("Payment method removed"),
  .right = { RG_AREA_CUSTOMERS, RG_SCOPE_EDIT },
  .run = remove_method,
};
