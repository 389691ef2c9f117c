/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-record.h"

G_BEGIN_DECLS

#define RG_TYPE_CUSTOMER_TAG (rg_customer_tag_get_type ())
G_DECLARE_FINAL_TYPE (RgCustomerTag, rg_customer_tag, RG, CUSTOMER_TAG, RgRecord)

/* A tag on a customer. */
struct _RgCustomerTag
{
  RgRecord parent_instance;

  gint64 customer_id;
  gint64 tag_id;
  gint64 added_at;
};

extern const RgRecordType rg_customer_tag_type;

G_END_DECLS
