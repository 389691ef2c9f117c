/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-contact.h"

#include <glib/gi18n-lib.h>

static const RgField rg_contact_fields[] = {
  RG_REF (RgContact, customer_id, N_ ("Customer"), "customer", .flags = RG_FIELD_REQUIRED | RG_FIELD_FIXED),
  RG_TEXT (RgContact, name, N_ ("Name"), .flags = RG_FIELD_REQUIRED),
  RG_TEXT (RgContact, role, N_ ("Role")),
  RG_TEXT (RgContact, phone, N_ ("Phone")),
  RG_TEXT (RgContact, email, N_ ("Email")),
};

RG_DEFINE_RECORD (RgContact, rg_contact, "contact", "contact", N_ ("Contact"))

static void
rg_contact_init (RgContact *self)
{
}
