/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-cancellation.h"
#include "rg-customer.h"

G_BEGIN_DECLS

/**
 * RgCustomerSort:
 * @RG_CUSTOMER_SORT_ACTIVITY: Newest activity first
 * @RG_CUSTOMER_SORT_NAME: Name
 * @RG_CUSTOMER_SORT_NUMBER: Customer number
 *
 * The order of a list of customers.
 */
typedef enum
{
  RG_CUSTOMER_SORT_ACTIVITY,
  RG_CUSTOMER_SORT_NAME,
  RG_CUSTOMER_SORT_NUMBER,
} RgCustomerSort;

GType rg_customer_sort_get_type (void);
#define RG_TYPE_CUSTOMER_SORT (rg_customer_sort_get_type ())
extern const RgWords rg_customer_sort_words;

#define RG_TYPE_CUSTOMER_FILTER (rg_customer_filter_get_type ())
G_DECLARE_FINAL_TYPE (RgCustomerFilter, rg_customer_filter, RG, CUSTOMER_FILTER, RgRecord)

/* Which customers a list shows: what was typed, and filters that combine. Not stored. */
struct _RgCustomerFilter
{
  RgRecord parent_instance;

  char *text;
  gboolean any_status; /* else only those of @status */
  RgCustomerStatus status;
  gboolean has_type;
  RgCustomerType type;
  gboolean has_user_type;
  RgUserType user_type;
  gboolean has_account_type;
  RgAccountType account_type;
  gboolean has_segment;
  RgSegment segment;
  gboolean has_reason;
  RgCancellationReason reason;
  gint64 tag_id;
  gboolean owing;      /* only those who owe */
  gboolean incomplete; /* only those made by Quick Add */
  RgDay due_by;
  RgDay birthday_from; /* that day and the six after it */
  RgCustomerSort sort;
};

extern const RgRecordType rg_customer_filter_type;

gboolean rg_customer_filter_is_plain (RgCustomerFilter *self);
void rg_customer_filter_set_list (RgCustomerFilter *self, RgCustomerFilter *list);

G_END_DECLS
