/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "rg-address.h"
#include "rg-contact.h"
#include "rg-ctl-print.h"
#include "rg-payment-method.h"

/* Addresses, contacts and payment methods of a customer. */

static gboolean
run_add_address (RgCtl *ctl, GError **error)
{
  return rg_ctl_add_record (ctl, &rg_address_type, &rg_address_add, error);
}

static gboolean
run_edit_address (RgCtl *ctl, GError **error)
{
  return rg_ctl_edit_record (ctl, &rg_address_type, &rg_address_edit, error);
}

static gboolean
run_remove_address (RgCtl *ctl, GError **error)
{
  return rg_ctl_do_to_record (ctl, &rg_address_type, &rg_address_remove, FALSE, error);
}

static gboolean
run_add_contact (RgCtl *ctl, GError **error)
{
  return rg_ctl_add_record (ctl, &rg_contact_type, &rg_contact_add, error);
}

static gboolean
run_edit_contact (RgCtl *ctl, GError **error)
{
  return rg_ctl_edit_record (ctl, &rg_contact_type, &rg_contact_edit, error);
}

static gboolean
run_remove_contact (RgCtl *ctl, GError **error)
{
  return rg_ctl_do_to_record (ctl, &rg_contact_type, &rg_contact_remove, FALSE, error);
}

static gboolean
run_add_payment_method (RgCtl *ctl, GError **error)
{
  return rg_ctl_add_record (ctl, &rg_payment_method_type, &rg_payment_method_set, error);
}

static gboolean
run_edit_payment_method (RgCtl *ctl, GError **error)
{
  return rg_ctl_edit_record (ctl, &rg_payment_method_type, &rg_payment_method_set, error);
}

static gboolean
run_remove_payment_method (RgCtl *ctl, GError **error)
{
  return rg_ctl_do_to_record (ctl, &rg_payment_method_type, &rg_payment_method_remove, FALSE, error);
}

static gboolean
list_rows (RgCtl *ctl, const RgRecordType *type, GError **error)
{
  g_autoptr (RgCustomer) customer = rg_ctl_find_customer (ctl, ctl->args[0], error);
  g_autoptr (GPtrArray) rows
    = customer != NULL ? rg_ctl_read_rows (ctl, type, rg_record_get_id (RG_RECORD (customer)), 0, error) : NULL;

  if (rows == NULL)
    return FALSE;
  if (ctl->json)
    rg_ctl_print_json (rg_ctl_records_to_json (rows));
  for (guint i = 0; !ctl->json && i < rows->len; i++)
    {
      rg_ctl_print ("%s%s %" G_GINT64_FORMAT, i > 0 ? "\n" : "", _ (type->label), rg_record_get_id (rows->pdata[i]));
      rg_ctl_print_record (rows->pdata[i]);
    }
  return TRUE;
}

static gboolean
run_addresses (RgCtl *ctl, GError **error)
{
  return list_rows (ctl, &rg_address_type, error);
}

static gboolean
run_contacts (RgCtl *ctl, GError **error)
{
  return list_rows (ctl, &rg_contact_type, error);
}

static gboolean
run_payment_methods (RgCtl *ctl, GError **error)
{
  return list_rows (ctl, &rg_payment_method_type, error);
}

static const RgCtlCommand commands[] = {
  { "add-address",
    "NUMBER FIELD=VALUE…",
    N_ ("Give a customer an address"),
    2,
    G_MAXUINT,
    RG_CTL_WRITES,
    { RG_AREA_CUSTOMERS, RG_SCOPE_VIEW },
    NULL,
    run_add_address },
  { "edit-address",
    "ID FIELD=VALUE…",
    N_ ("Change an address"),
    2,
    G_MAXUINT,
    RG_CTL_WRITES,
    { RG_AREA_CUSTOMERS, RG_SCOPE_VIEW },
    NULL,
    run_edit_address },
  { "remove-address",
    "ID",
    N_ ("Remove an address"),
    1,
    1,
    RG_CTL_WRITES,
    { RG_AREA_CUSTOMERS, RG_SCOPE_VIEW },
    NULL,
    run_remove_address },
  { "add-contact",
    "NUMBER FIELD=VALUE…",
    N_ ("Give a customer a contact"),
    2,
    G_MAXUINT,
    RG_CTL_WRITES,
    { RG_AREA_CUSTOMERS, RG_SCOPE_VIEW },
    NULL,
    run_add_contact },
  { "edit-contact",
    "ID FIELD=VALUE…",
    N_ ("Change a contact"),
    2,
    G_MAXUINT,
    RG_CTL_WRITES,
    { RG_AREA_CUSTOMERS, RG_SCOPE_VIEW },
    NULL,
    run_edit_contact },
  { "remove-contact",
    "ID",
    N_ ("Remove a contact"),
    1,
    1,
    RG_CTL_WRITES,
    { RG_AREA_CUSTOMERS, RG_SCOPE_VIEW },
    NULL,
    run_remove_contact },
  { "add-payment-method",
    "NUMBER FIELD=VALUE…",
    N_ ("Give a customer a payment method"),
    2,
    G_MAXUINT,
    RG_CTL_WRITES,
    { RG_AREA_CUSTOMERS, RG_SCOPE_VIEW },
    NULL,
    run_add_payment_method },
  { "edit-payment-method",
    "ID FIELD=VALUE…",
    N_ ("Change a payment method"),
    2,
    G_MAXUINT,
    RG_CTL_WRITES,
    { RG_AREA_CUSTOMERS, RG_SCOPE_VIEW },
    NULL,
    run_edit_payment_method },
  { "remove-payment-method",
    "ID",
    N_ ("Remove a payment method"),
    1,
    1,
    RG_CTL_WRITES,
    { RG_AREA_CUSTOMERS, RG_SCOPE_VIEW },
    NULL,
    run_remove_payment_method },
  { "addresses",
    "NUMBER",
    N_ ("List the addresses of a customer with their IDs"),
    1,
    1,
    RG_CTL_READS,
    { RG_AREA_CUSTOMERS, RG_SCOPE_VIEW },
    NULL,
    run_addresses },
  { "contacts",
    "NUMBER",
    N_ ("List the contacts of a customer with their IDs"),
    1,
    1,
    RG_CTL_READS,
    { RG_AREA_CUSTOMERS, RG_SCOPE_VIEW },
    NULL,
    run_contacts },
  { "payment-methods",
    "NUMBER",
    N_ ("List the payment methods of a customer with their IDs"),
    1,
    1,
    RG_CTL_READS,
    { RG_AREA_CUSTOMERS, RG_SCOPE_VIEW },
    NULL,
    run_payment_methods },
};

const RgCtlGroup rg_ctl_details_group
  = { N_ ("Addresses, contacts and payment methods:"), commands, G_N_ELEMENTS (commands) };
