/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer-tag.h"

#include <glib/gi18n-lib.h>

static const RgField rg_customer_tag_fields[] = {
  RG_REF (RgCustomerTag, customer_id, N_ ("Customer"), "customer", .flags = RG_FIELD_REQUIRED | RG_FIELD_FIXED),
  RG_REF (RgCustomerTag, tag_id, N_ ("Tag"), "tag", .flags = RG_FIELD_REQUIRED | RG_FIELD_FIXED),
  RG_TIME (RgCustomerTag, added_at, N_ ("Date added"), .flags = RG_FIELD_FIXED),
};

RG_DEFINE_RECORD (RgCustomerTag, rg_customer_tag, "customer_tag", "customer_tag", N_ ("Customer tag"))

static void
rg_customer_tag_init (RgCustomerTag *self)
{
}
