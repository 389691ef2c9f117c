/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-operations.h"

#include "rg-sample.h"

/* The list of all operations: the palette, the history and the command line find them here. */

static const RgOperation *const operations[] = {
  &rg_customer_add,
  &rg_customer_quick_add,
  &rg_customer_edit,
  &rg_customer_set_field,
  &rg_customer_deactivate,
  &rg_customer_reactivate,
  &rg_customer_delete,
  &rg_address_add,
  &rg_address_edit,
  &rg_address_remove,
  &rg_address_set_primary,
  &rg_address_verify,
  &rg_contact_add,
  &rg_contact_edit,
  &rg_contact_remove,
  &rg_cancellation_add,
  &rg_cancellation_edit,
  &rg_cancellation_remove,
  &rg_note_add,
  &rg_note_edit,
  &rg_note_complete,
  &rg_note_delete,
  &rg_note_restore,
  &rg_ledger_add_credit,
  &rg_ledger_change_balance,
  &rg_ledger_charge,
  &rg_ledger_payment,
  &rg_ledger_refund,
  &rg_payment_method_set,
  &rg_payment_method_remove,
  &rg_tag_add,
  &rg_tag_remove,
  &rg_tag_rename,
  &rg_cart_add,
  &rg_cart_edit,
  &rg_cart_set_pending,
  &rg_cart_delete,
  &rg_cart_set_frequency,
  &rg_cart_to_order,
  &rg_order_create,
  &rg_order_edit,
  &rg_order_confirm_delivery,
  &rg_order_cancel,
  &rg_order_add_line,
  &rg_order_edit_line,
  &rg_order_remove_line,
  &rg_recurring_add,
  &rg_recurring_edit,
  &rg_recurring_remove,
  &rg_product_add,
  &rg_product_edit,
  &rg_product_retire,
  &rg_import_run,
  &rg_mapping_save,
  &rg_staff_begin,
  &rg_staff_add,
  &rg_staff_edit,
  &rg_staff_set_pin,
  &rg_setting_change,
  &rg_business_set_up,
  &rg_picture_set,
  &rg_picture_remove,
  &rg_sample_made,
  &rg_undo,
};

/**
 * rg_operations:
 * @n_operations: (out): how many there are
 *
 * Returns: (transfer none): all operations
 */
const RgOperation *const *
rg_operations (guint *n_operations)
{
  *n_operations = G_N_ELEMENTS (operations);
  return operations;
}

/**
 * rg_operation_find:
 * @name: the name of an operation, such as "note.add"
 *
 * Returns: (nullable): the operation of that name
 */
const RgOperation *
rg_operation_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
    if (g_str_equal (operations[i]->name, name))
      return operations[i];
  return NULL;
}
