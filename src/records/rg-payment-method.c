/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-payment-method.h"

#include <glib/gi18n-lib.h>

static const RgField rg_payment_method_fields[] = {
  RG_REF (RgPaymentMethod, customer_id, N_ ("Customer"), "customer", .flags = RG_FIELD_REQUIRED | RG_FIELD_FIXED),
  RG_ENUM (RgPaymentMethod, type, RgPaymentType, &rg_payment_type_words, N_ ("Payment type")),
  RG_TEXT (RgPaymentMethod, label, N_ ("Label")),
  RG_TEXT (RgPaymentMethod, profile_id, N_ ("Payment Profile ID")),
  RG_BOOL (RgPaymentMethod, is_primary, N_ ("Primary")),
};

RG_DEFINE_RECORD (RgPaymentMethod, rg_payment_method, "payment_method", "payment_method", N_ ("Payment method"))

static void
rg_payment_method_init (RgPaymentMethod *self)
{
}
