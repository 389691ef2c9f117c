/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-figures-data.h"
#include "rg-customer.h"
#include "rg-desk.h"
#include "rg-product.h"

G_BEGIN_DECLS

#define RG_TYPE_CUSTOMER_PROFILE (rg_customer_profile_get_type ())
G_DECLARE_FINAL_TYPE (RgCustomerProfile, rg_customer_profile, RG, CUSTOMER_PROFILE, GObject)

/* How many orders are shown first, and how many more each time. */
#define RG_ORDERS_PER_LOAD 10

RgCustomerProfile *rg_customer_profile_new (RgDesk *desk);
RgDesk *rg_customer_profile_get_desk (RgCustomerProfile *self);
RgCustomer *rg_customer_profile_get_customer (RgCustomerProfile *self);
RgFigures *rg_customer_profile_get_figures (RgCustomerProfile *self);
DexFuture *rg_customer_profile_load (RgCustomerProfile *self, gint64 customer_id);
DexFuture *rg_customer_profile_refresh (RgCustomerProfile *self);
DexFuture *rg_customer_profile_load_more_orders (RgCustomerProfile *self);
RgProduct *rg_customer_profile_get_product (RgCustomerProfile *self, gint64 product_id);
const char *rg_customer_profile_get_tag_name (RgCustomerProfile *self, gint64 tag_id);
gint64 rg_customer_profile_get_order_number (RgCustomerProfile *self, gint64 order_id);
GListModel *rg_customer_profile_get_list (RgCustomerProfile *self, const char *name);

G_END_DECLS
