/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-record.h"

G_BEGIN_DECLS

/**
 * RgCustomerStatus:
 * @RG_CUSTOMER_STATUS_ACTIVE: Active
 * @RG_CUSTOMER_STATUS_INACTIVE: Inactive
 * @RG_CUSTOMER_STATUS_CANCELLED: Cancelled
 *
 * The state of an account (derived from cancellations where it says cancelled).
 */
typedef enum
{
  RG_CUSTOMER_STATUS_ACTIVE,
  RG_CUSTOMER_STATUS_INACTIVE,
  RG_CUSTOMER_STATUS_CANCELLED,
} RgCustomerStatus;

GType rg_customer_status_get_type (void);
#define RG_TYPE_CUSTOMER_STATUS (rg_customer_status_get_type ())
extern const RgWords rg_customer_status_words;

/**
 * RgCustomerType:
 * @RG_CUSTOMER_TYPE_INDIVIDUAL: Individual
 * @RG_CUSTOMER_TYPE_BUSINESS: Business
 *
 * Whether the customer is a person or a business.
 */
typedef enum
{
  RG_CUSTOMER_TYPE_INDIVIDUAL,
  RG_CUSTOMER_TYPE_BUSINESS,
} RgCustomerType;

GType rg_customer_type_get_type (void);
#define RG_TYPE_CUSTOMER_TYPE (rg_customer_type_get_type ())
extern const RgWords rg_customer_type_words;

/**
 * RgUserType:
 * @RG_USER_TYPE_CUSTOMER: Customer
 * @RG_USER_TYPE_EMPLOYEE: Employee
 * @RG_USER_TYPE_DEBTOR: Debtor
 *
 * What the customer is to the business.
 */
typedef enum
{
  RG_USER_TYPE_CUSTOMER,
  RG_USER_TYPE_EMPLOYEE,
  RG_USER_TYPE_DEBTOR,
} RgUserType;

GType rg_user_type_get_type (void);
#define RG_TYPE_USER_TYPE (rg_user_type_get_type ())
extern const RgWords rg_user_type_words;

/**
 * RgAccountType:
 * @RG_ACCOUNT_TYPE_CUSTOMER: Customer
 * @RG_ACCOUNT_TYPE_GIFT_PURCHASER: Gift Purchaser
 * @RG_ACCOUNT_TYPE_VENDOR: Vendor
 * @RG_ACCOUNT_TYPE_GIFT_RECIPIENT: Gift Recipient
 * @RG_ACCOUNT_TYPE_WHOLESALE: Wholesale
 * @RG_ACCOUNT_TYPE_INTERNAL: Internal/Test Account
 *
 * What the account is for.
 */
typedef enum
{
  RG_ACCOUNT_TYPE_CUSTOMER,
  RG_ACCOUNT_TYPE_GIFT_PURCHASER,
  RG_ACCOUNT_TYPE_VENDOR,
  RG_ACCOUNT_TYPE_GIFT_RECIPIENT,
  RG_ACCOUNT_TYPE_WHOLESALE,
  RG_ACCOUNT_TYPE_INTERNAL,
} RgAccountType;

GType rg_account_type_get_type (void);
#define RG_TYPE_ACCOUNT_TYPE (rg_account_type_get_type ())
extern const RgWords rg_account_type_words;

/**
 * RgSegment:
 * @RG_SEGMENT_REGULAR: Regular
 * @RG_SEGMENT_VIP: VIP
 * @RG_SEGMENT_WHOLESALE: Wholesale
 * @RG_SEGMENT_CORPORATE: Corporate
 *
 * The group a customer is in, for prices and campaigns.
 */
typedef enum
{
  RG_SEGMENT_REGULAR,
  RG_SEGMENT_VIP,
  RG_SEGMENT_WHOLESALE,
  RG_SEGMENT_CORPORATE,
} RgSegment;

GType rg_segment_get_type (void);
#define RG_TYPE_SEGMENT (rg_segment_get_type ())
extern const RgWords rg_segment_words;

/**
 * RgPaymentTerms:
 * @RG_PAYMENT_TERMS_NONE: No terms
 * @RG_PAYMENT_TERMS_RECEIPT: Due on receipt
 * @RG_PAYMENT_TERMS_NET_15: Net 15
 * @RG_PAYMENT_TERMS_NET_30: Net 30
 * @RG_PAYMENT_TERMS_NET_60: Net 60
 * @RG_PAYMENT_TERMS_NET_90: Net 90
 *
 * When a business pays.
 */
typedef enum
{
  RG_PAYMENT_TERMS_NONE,
  RG_PAYMENT_TERMS_RECEIPT,
  RG_PAYMENT_TERMS_NET_15,
  RG_PAYMENT_TERMS_NET_30,
  RG_PAYMENT_TERMS_NET_60,
  RG_PAYMENT_TERMS_NET_90,
} RgPaymentTerms;

GType rg_payment_terms_get_type (void);
#define RG_TYPE_PAYMENT_TERMS (rg_payment_terms_get_type ())
extern const RgWords rg_payment_terms_words;

#define RG_TYPE_CUSTOMER (rg_customer_get_type ())
G_DECLARE_FINAL_TYPE (RgCustomer, rg_customer, RG, CUSTOMER, RgRecord)

/* A customer: a person, or a business with a person to speak to. */
struct _RgCustomer
{
  RgRecord parent_instance;

  gint64 number; /* what people see and say; unique */
  char *first_name;
  char *last_name;
  char *business_name;
  char *email;
  char *phone; /* as typed */
  char *phone_extension;
  char *work_phone;
  char *work_phone_extension;
  char *fax;
  char *fax_extension;
  RgCustomerStatus status;
  RgCustomerType type;
  RgUserType user_type;
  RgAccountType account_type;
  RgSegment segment;
  gint64 wholesale_discount; /* hundredths of a percent off */
  gint64 sales_rep_id;
  char *language; /* ISO 639 */
  char *currency; /* ISO 4217 */
  gboolean contact_by_email;
  gboolean contact_by_phone;
  gboolean contact_by_sms;
  gboolean contact_by_post;
  RgDay date_of_birth;
  char *legal_name;
  char *tax_id;
  char *registration_number;
  char *business_type; /* LLC, Corporation, Partnership … */
  char *industry;
  RgPaymentTerms payment_terms;
  gboolean cardboard_only;
  gboolean no_plastic;
  gboolean force_ground;
  gboolean force_third_party;
  gboolean alert_next_order; /* cleared by that order */
  gboolean vip_label;
  gboolean extra_dry_ice;
  char *private_instructions; /* staff and drivers */
  char *special_instructions; /* the customer sees them */
  gboolean incomplete;        /* made by Quick Add, to be completed */
  char *external_id;          /* the key it had in the file it came from */
  gint64 registered_at;
  gint64 last_login_at; /* of the customer, in the shop */
  char *last_login_from;
  gint64 password_reset_at;
  gint64 active_at;
  gint64
    place; /* in the list by activity: the lower, the newer; also the row of the search index; 0 before it has one */
  GBytes *sort_key; /* collation key of the name */
  gboolean owes;    /* has unpaid orders or a negative balance */
  RgDay due_day;    /* earliest open reminder */
};

extern const RgRecordType rg_customer_type;

char *rg_customer_dup_display_name (RgCustomer *self);
gint64 rg_customer_price (RgCustomer *self, gint64 price);

G_END_DECLS
