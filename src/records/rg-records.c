/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-records.h"

/* The list of all record types: the generic test, the journal and JSON find them here. */

static const RgRecordType *const types[] = {
  &rg_customer_type,     &rg_address_type,      &rg_contact_type,        &rg_note_type,           &rg_product_type,
  &rg_order_type,        &rg_order_line_type,   &rg_cart_item_type,      &rg_recurring_item_type, &rg_tag_type,
  &rg_customer_tag_type, &rg_ledger_entry_type, &rg_payment_method_type, &rg_cancellation_type,   &rg_picture_type,
  &rg_staff_type,        &rg_setting_type,      &rg_import_mapping_type,
};

/**
 * rg_record_types: (skip)
 * @n_types: (out): how many there are
 *
 * Returns: (transfer none): all record types; a type comes after those it refers to, but for staff
 */
const RgRecordType *const *
rg_record_types (guint *n_types)
{
  *n_types = G_N_ELEMENTS (types);
  return types;
}

/**
 * rg_record_type_find: (skip)
 * @name: the name of a record type, such as "note"
 *
 * Returns: (nullable): the type of that name
 */
const RgRecordType *
rg_record_type_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i]->name, name))
      return types[i];
  return NULL;
}
