/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer.h"

G_BEGIN_DECLS

#define RG_TYPE_CUSTOMER_ROW (rg_customer_row_get_type ())
G_DECLARE_FINAL_TYPE (RgCustomerRow, rg_customer_row, RG, CUSTOMER_ROW, GObject)

RgCustomerRow *rg_customer_row_new (void);
RgCustomer *rg_customer_row_get_customer (RgCustomerRow *self);
gint64 rg_customer_row_get_customer_id (RgCustomerRow *self);
void rg_customer_row_set_customer (RgCustomerRow *self, RgCustomer *customer, const char *reason);

G_END_DECLS
