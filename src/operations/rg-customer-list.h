/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer-filter.h"
#include "rg-customer-row.h"
#include "rg-desk.h"

G_BEGIN_DECLS

#define RG_TYPE_CUSTOMER_LIST (rg_customer_list_get_type ())
G_DECLARE_FINAL_TYPE (RgCustomerList, rg_customer_list, RG, CUSTOMER_LIST, GObject)

RgCustomerList *rg_customer_list_new (RgDesk *desk);
RgCustomerFilter *rg_customer_list_get_filter (RgCustomerList *self);
DexFuture *rg_customer_list_set_filter (RgCustomerList *self, RgCustomerFilter *filter);
guint rg_customer_list_find (RgCustomerList *self, gint64 customer_id);

G_END_DECLS
