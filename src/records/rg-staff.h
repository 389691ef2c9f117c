/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-record.h"

G_BEGIN_DECLS

/**
 * RgRole:
 * @RG_ROLE_CUSTOMER_SERVICE: Customer Service
 * @RG_ROLE_MANAGER: Manager
 * @RG_ROLE_ADMINISTRATOR: Administrator
 * @RG_ROLE_SYSTEM_ADMINISTRATOR: System Administrator
 *
 * The roles, each with all the rights of those before it.
 */
typedef enum
{
  RG_ROLE_CUSTOMER_SERVICE,
  RG_ROLE_MANAGER,
  RG_ROLE_ADMINISTRATOR,
  RG_ROLE_SYSTEM_ADMINISTRATOR,
} RgRole;

GType rg_role_get_type (void);
#define RG_TYPE_ROLE (rg_role_get_type ())
extern const RgWords rg_role_words;

#define RG_TYPE_STAFF (rg_staff_get_type ())
G_DECLARE_FINAL_TYPE (RgStaff, rg_staff, RG, STAFF, RgRecord)

/* A person who works at the desk. */
struct _RgStaff
{
  RgRecord parent_instance;

  char *name;
  RgRole role;
  char *pin_hash; /* argon2id, empty = no PIN */
  gboolean left;  /* no longer works here */
};

extern const RgRecordType rg_staff_type;

G_END_DECLS
