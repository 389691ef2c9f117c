/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-staff.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (RgRole,
                    rg_role,
                    G_DEFINE_ENUM_VALUE (RG_ROLE_CUSTOMER_SERVICE, "customer-service"),
                    G_DEFINE_ENUM_VALUE (RG_ROLE_MANAGER, "manager"),
                    G_DEFINE_ENUM_VALUE (RG_ROLE_ADMINISTRATOR, "administrator"),
                    G_DEFINE_ENUM_VALUE (RG_ROLE_SYSTEM_ADMINISTRATOR, "system-administrator"))

static const char *const role_words[] = { "customer-service", "manager", "administrator", "system-administrator" };
static const char *const role_labels[]
  = { N_ ("Customer Service"), N_ ("Manager"), N_ ("Administrator"), N_ ("System Administrator") };

const RgWords rg_role_words = { rg_role_get_type, role_words, role_labels, G_N_ELEMENTS (role_words) };

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
