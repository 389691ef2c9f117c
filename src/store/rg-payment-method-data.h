/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-db-records.h"
#include "rg-payment-method.h"

G_BEGIN_DECLS

/* What is asked of the ways to pay that are on file. */

RgPaymentMethod *rg_payment_method_primary (RgDb *db, gint64 customer_id, gint64 except, GError **error);
RgPaymentMethod *rg_payment_method_newest (RgDb *db, gint64 customer_id, GError **error);

G_END_DECLS
