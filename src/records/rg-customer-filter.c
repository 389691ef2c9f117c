/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer-filter.h"

#include <glib/gi18n-lib.h>

RG_DEFINE_WORDS (RgCustomerSort,
                 rg_customer_sort,
                 RG_WORD (RG_CUSTOMER_SORT_ACTIVITY, "activity", N_ ("Newest activity first")),
                 RG_WORD (RG_CUSTOMER_SORT_NAME, "name", N_ ("Name")),
                 RG_WORD (RG_CUSTOMER_SORT_NUMBER, "number", N_ ("Customer number")))

static const RgField rg_customer_filter_fields[] = {
  RG_TEXT (RgCustomerFilter, text, N_ ("Search")),
  RG_BOOL (RgCustomerFilter, any_status, N_ ("Any status")),
  RG_ENUM (RgCustomerFilter, status, RgCustomerStatus, &rg_customer_status_words, N_ ("Status")),
  RG_BOOL (RgCustomerFilter, has_type, N_ ("Filter by type")),
  RG_ENUM (RgCustomerFilter, type, RgCustomerType, &rg_customer_type_words, N_ ("Type")),
  RG_BOOL (RgCustomerFilter, has_user_type, N_ ("Filter by user type")),
  RG_ENUM (RgCustomerFilter, user_type, RgUserType, &rg_user_type_words, N_ ("User type")),
  RG_BOOL (RgCustomerFilter, has_account_type, N_ ("Filter by account type")),
  RG_ENUM (RgCustomerFilter, account_type, RgAccountType, &rg_account_type_words, N_ ("Account type")),
  RG_BOOL (RgCustomerFilter, has_segment, N_ ("Filter by segment")),
  RG_ENUM (RgCustomerFilter, segment, RgSegment, &rg_segment_words, N_ ("Segment")),
  RG_BOOL (RgCustomerFilter, has_reason, N_ ("Filter by cancellation reason")),
  RG_ENUM (RgCustomerFilter, reason, RgCancellationReason, &rg_cancellation_reason_words, N_ ("Cancellation reason")),
  RG_REF (RgCustomerFilter, tag_id, N_ ("Tag"), "tag"),
  RG_BOOL (RgCustomerFilter, owing, N_ ("Owing")),
  RG_BOOL (RgCustomerFilter, incomplete, N_ ("Incomplete")),
  RG_DAY (RgCustomerFilter, due_by, N_ ("Reminder due by")),
  RG_DAY (RgCustomerFilter, birthday_from, N_ ("Birthdays from")),
  RG_ENUM (RgCustomerFilter, sort, RgCustomerSort, &rg_customer_sort_words, N_ ("Sort")),
};

RG_DEFINE_RECORD (RgCustomerFilter, rg_customer_filter, "customer_filter", "", N_ ("Customer filter"))

static void
rg_customer_filter_init (RgCustomerFilter *self)
{
}

/**
 * rg_customer_filter_is_plain:
 * @self: a filter
 *
 * Returns: whether nothing but what was typed and the status decides who is shown
 */
gboolean
rg_customer_filter_is_plain (RgCustomerFilter *self)
{
  return !self->has_type && !self->has_user_type && !self->has_account_type && !self->has_segment && !self->has_reason
         && self->tag_id == 0 && !self->owing && !self->incomplete && self->due_by == 0 && self->birthday_from == 0;
}

/**
 * rg_customer_filter_set_list:
 * @self: a filter
 * @list: (nullable): what a list of customers shows by itself; %NULL for all of them
 *
 * Makes it a filter of that list. What is chosen besides, and the order, stay.
 */
void
rg_customer_filter_set_list (RgCustomerFilter *self, RgCustomerFilter *list)
{
  self->tag_id = list != NULL ? list->tag_id : 0;
  self->owing = list != NULL && list->owing;
  self->incomplete = list != NULL && list->incomplete;
  self->due_by = list != NULL ? list->due_by : 0;
  self->birthday_from = list != NULL ? list->birthday_from : 0;
}
