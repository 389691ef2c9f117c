/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-order.h"

G_BEGIN_DECLS

#define RG_TYPE_PAYMENT_METHOD (rg_payment_method_get_type ())
G_DECLARE_FINAL_TYPE (RgPaymentMethod, rg_payment_method, RG, PAYMENT_METHOD, RgRecord)

/* A way to pay that a customer has on file. */
struct _RgPaymentMethod
{
  RgRecord parent_instance;

  gint64 customer_id;
  RgPaymentType type;
  char *label;      /* "Visa •4242" */
  char *profile_id; /* at the gateway */
  gboolean is_primary;
};

extern const RgRecordType rg_payment_method_type;

G_END_DECLS
