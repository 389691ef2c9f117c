/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-staff.h"

#include <glib/gi18n-lib.h>

RG_DEFINE_WORDS (RgRole,
                 rg_role,
                 RG_WORD (RG_ROLE_CUSTOMER_SERVICE, "customer-service", N_ ("Customer Service")),
                 RG_WORD (RG_ROLE_MANAGER, "manager", N_ ("Manager")),
                 RG_WORD (RG_ROLE_ADMINISTRATOR, "administrator", N_ ("Administrator")),
                 RG_WORD (RG_ROLE_SYSTEM_ADMINISTRATOR, "system-administrator", N_ ("System Administrator")))

static const RgField rg_staff_fields[] = {
  RG_TEXT (RgStaff, name, N_ ("Name"), .flags = RG_FIELD_REQUIRED),
  RG_ENUM (RgStaff, role, RgRole, &rg_role_words, N_ ("Role")),
  RG_TEXT (RgStaff, pin_hash, N_ ("PIN"), .flags = RG_FIELD_SECRET),
  RG_BOOL (RgStaff, left, N_ ("Left")),
};

RG_DEFINE_RECORD (RgStaff, rg_staff, "staff", "staff", N_ ("Staff member"))

static void
rg_staff_init (RgStaff *self)
{
}
