/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer.h"

#include <glib/gi18n-lib.h>

RG_DEFINE_WORDS (RgCustomerStatus,
                 rg_customer_status,
                 RG_WORD (RG_CUSTOMER_STATUS_ACTIVE, "active", N_ ("Active")),
                 RG_WORD (RG_CUSTOMER_STATUS_INACTIVE, "inactive", N_ ("Inactive")),
                 RG_WORD (RG_CUSTOMER_STATUS_CANCELLED, "cancelled", N_ ("Cancelled")))

RG_DEFINE_WORDS (RgCustomerType,
                 rg_customer_type,
                 RG_WORD (RG_CUSTOMER_TYPE_INDIVIDUAL, "individual", N_ ("Individual")),
                 RG_WORD (RG_CUSTOMER_TYPE_BUSINESS, "business", N_ ("Business")))

RG_DEFINE_WORDS (RgUserType,
                 rg_user_type,
                 RG_WORD (RG_USER_TYPE_CUSTOMER, "customer", N_ ("Customer")),
                 RG_WORD (RG_USER_TYPE_EMPLOYEE, "employee", N_ ("Employee")),
                 RG_WORD (RG_USER_TYPE_DEBTOR, "debtor", N_ ("Debtor")))

RG_DEFINE_WORDS (RgAccountType,
                 rg_account_type,
                 RG_WORD (RG_ACCOUNT_TYPE_CUSTOMER, "customer", N_ ("Customer")),
                 RG_WORD (RG_ACCOUNT_TYPE_GIFT_PURCHASER, "gift-purchaser", N_ ("Gift Purchaser")),
                 RG_WORD (RG_ACCOUNT_TYPE_VENDOR, "vendor", N_ ("Vendor")),
                 RG_WORD (RG_ACCOUNT_TYPE_GIFT_RECIPIENT, "gift-recipient", N_ ("Gift Recipient")),
                 RG_WORD (RG_ACCOUNT_TYPE_WHOLESALE, "wholesale", N_ ("Wholesale")),
                 RG_WORD (RG_ACCOUNT_TYPE_INTERNAL, "internal", N_ ("Internal/Test Account")))

RG_DEFINE_WORDS (RgSegment,
                 rg_segment,
                 RG_WORD (RG_SEGMENT_REGULAR, "regular", N_ ("Regular")),
                 RG_WORD (RG_SEGMENT_VIP, "vip", N_ ("VIP")),
                 RG_WORD (RG_SEGMENT_WHOLESALE, "wholesale", N_ ("Wholesale")),
                 RG_WORD (RG_SEGMENT_CORPORATE, "corporate", N_ ("Corporate")))

RG_DEFINE_WORDS (RgPaymentTerms,
                 rg_payment_terms,
                 RG_WORD (RG_PAYMENT_TERMS_NONE, "none", N_ ("No terms")),
                 RG_WORD (RG_PAYMENT_TERMS_RECEIPT, "receipt", N_ ("Due on receipt")),
                 RG_WORD (RG_PAYMENT_TERMS_NET_15, "net-15", N_ ("Net 15")),
                 RG_WORD (RG_PAYMENT_TERMS_NET_30, "net-30", N_ ("Net 30")),
                 RG_WORD (RG_PAYMENT_TERMS_NET_60, "net-60", N_ ("Net 60")),
                 RG_WORD (RG_PAYMENT_TERMS_NET_90, "net-90", N_ ("Net 90")))

static const RgField rg_customer_fields[] = {
  RG_INT (RgCustomer, number, N_ ("Customer number"), .flags = RG_FIELD_FIXED),
  RG_TEXT (RgCustomer, first_name, N_ ("First name")),
  RG_TEXT (RgCustomer, last_name, N_ ("Last name")),
  RG_TEXT (RgCustomer, business_name, N_ ("Business name")),
  RG_TEXT (RgCustomer, email, N_ ("Email")),
  RG_TEXT (RgCustomer, phone, N_ ("Phone")),
  RG_TEXT (RgCustomer, phone_extension, N_ ("Phone extension")),
  RG_TEXT (RgCustomer, work_phone, N_ ("Work phone")),
  RG_TEXT (RgCustomer, work_phone_extension, N_ ("Work phone extension")),
  RG_TEXT (RgCustomer, fax, N_ ("Fax")),
  RG_TEXT (RgCustomer, fax_extension, N_ ("Fax extension")),
  RG_ENUM (RgCustomer, status, RgCustomerStatus, &rg_customer_status_words, N_ ("Status")),
  RG_ENUM (RgCustomer, type, RgCustomerType, &rg_customer_type_words, N_ ("Type")),
  RG_ENUM (RgCustomer, user_type, RgUserType, &rg_user_type_words, N_ ("User type")),
  RG_ENUM (RgCustomer, account_type, RgAccountType, &rg_account_type_words, N_ ("Account type")),
  RG_ENUM (RgCustomer, segment, RgSegment, &rg_segment_words, N_ ("Segment")),
  RG_PERCENT (RgCustomer, wholesale_discount, N_ ("Wholesale discount")),
  RG_REF (RgCustomer, sales_rep_id, N_ ("Sales representative"), "staff"),
  RG_TEXT (RgCustomer, language, N_ ("Language")),
  RG_TEXT (RgCustomer, currency, N_ ("Currency")),
  RG_BOOL (RgCustomer, contact_by_email, N_ ("Contact by email")),
  RG_BOOL (RgCustomer, contact_by_phone, N_ ("Contact by phone")),
  RG_BOOL (RgCustomer, contact_by_sms, N_ ("Contact by SMS")),
  RG_BOOL (RgCustomer, contact_by_post, N_ ("Contact by post")),
  RG_DAY (RgCustomer, date_of_birth, N_ ("Date of birth")),
  RG_TEXT (RgCustomer, legal_name, N_ ("Company legal name")),
  RG_TEXT (RgCustomer, tax_id, N_ ("Tax ID / VAT number")),
  RG_TEXT (RgCustomer, registration_number, N_ ("Registration number")),
  RG_TEXT (RgCustomer, business_type, N_ ("Business type")),
  RG_TEXT (RgCustomer, industry, N_ ("Industry")),
  RG_ENUM (RgCustomer, payment_terms, RgPaymentTerms, &rg_payment_terms_words, N_ ("Payment terms")),
  RG_BOOL (RgCustomer, cardboard_only, N_ ("Show Cardboard only icon on label")),
  RG_BOOL (RgCustomer, no_plastic, N_ ("No plastic packing icon")),
  RG_BOOL (RgCustomer, force_ground, N_ ("Force Ground or 2-day Air")),
  RG_BOOL (RgCustomer, force_third_party, N_ ("Force 3rd Party Shipping")),
  RG_BOOL (RgCustomer, alert_next_order, N_ ("Generate Alert on Next Order")),
  RG_BOOL (RgCustomer, vip_label, N_ ("Print VIP icon on label")),
  RG_BOOL (RgCustomer, extra_dry_ice, N_ ("Extra Dry Ice")),
  RG_TEXT (RgCustomer, private_instructions, N_ ("Private Delivery Instructions"), .flags = RG_FIELD_STAFF_ONLY),
  RG_TEXT (RgCustomer, special_instructions, N_ ("Special Instructions")),
  RG_BOOL (RgCustomer, incomplete, N_ ("Incomplete")),
  RG_TEXT (RgCustomer, external_id, N_ ("Imported as")),
  RG_TIME (RgCustomer, registered_at, N_ ("Registered"), .flags = RG_FIELD_FIXED),
  RG_TIME (RgCustomer, last_login_at, N_ ("Last login")),
  RG_TEXT (RgCustomer, last_login_from, N_ ("Last login from")),
  RG_TIME (RgCustomer, password_reset_at, N_ ("Password last reset")),
  RG_TIME (RgCustomer, active_at, N_ ("Last activity"), .flags = RG_FIELD_DERIVED),
  RG_INT (RgCustomer, place, N_ ("Place by activity"), .flags = RG_FIELD_DERIVED),
  RG_BYTES (RgCustomer, sort_key, N_ ("Sort key"), .flags = RG_FIELD_DERIVED),
  RG_BOOL (RgCustomer, owes, N_ ("Owes"), .flags = RG_FIELD_DERIVED),
  RG_DAY (RgCustomer, due_day, N_ ("Reminder due"), .flags = RG_FIELD_DERIVED),
};

RG_DEFINE_RECORD (RgCustomer, rg_customer, "customer", "customer", N_ ("Customer"))

static void
rg_customer_init (RgCustomer *self)
{
}

/**
 * rg_customer_dup_display_name: (skip)
 * @self: a customer
 *
 * Returns: (transfer full): the name to show: first and last name, else the business name, else the e-mail
 */
char *
rg_customer_dup_display_name (RgCustomer *self)
{
  if (self->first_name != NULL && self->last_name != NULL)
    return g_strconcat (self->first_name, " ", self->last_name, NULL);
  if (self->first_name != NULL || self->last_name != NULL)
    return g_strdup (self->first_name != NULL ? self->first_name : self->last_name);
  if (self->business_name != NULL)
    return g_strdup (self->business_name);
  return g_strdup (self->email != NULL ? self->email : "");
}

/**
 * rg_customer_price: (skip)
 * @self: a customer
 * @price: a list price in minor units, at most 2^48
 *
 * The price this customer pays: less the wholesale discount, which is hundredths of a percent off, rounded half up.
 *
 * Returns: minor units
 */
gint64
rg_customer_price (RgCustomer *self, gint64 price)
{
  return (price * (10000 - self->wholesale_discount) + 5000) / 10000;
}
