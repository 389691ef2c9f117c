/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer.h"
#include "rg-settings.h"

G_BEGIN_DECLS

/* The rules for what is in a customer's record: for forms, as a field is left, and for the operations. */

gboolean rg_customer_check_field (RgCustomer *customer, const char *column, RgDay today, GError **error);
gboolean rg_customer_check (RgCustomer *customer, RgCustomer *old, RgDay today, GError **error);
gboolean rg_customer_is_required (RgCustomer *customer, const char *column);
gboolean rg_customer_is_complete (RgCustomer *customer);
const char *rg_customer_get_email_lock (RgCustomer *old, RgSettings *settings);
void rg_customer_clean (RgCustomer *customer, RgCustomer *old);

G_END_DECLS
