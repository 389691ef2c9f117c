/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-record.h"

G_BEGIN_DECLS

#define RG_TYPE_CONTACT (rg_contact_get_type ())
G_DECLARE_FINAL_TYPE (RgContact, rg_contact, RG, CONTACT, RgRecord)

/* A further person to speak to about a customer. */
struct _RgContact
{
  RgRecord parent_instance;

  gint64 customer_id;
  char *name;
  char *role;
  char *phone;
  char *email;
};

extern const RgRecordType rg_contact_type;

G_END_DECLS
