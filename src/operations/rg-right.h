/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-staff.h"

G_BEGIN_DECLS

/* What a role may do: functionality × scope. One table decides (rg-right.c); everything asks rg_role_has_right(). */

typedef enum
{
  RG_AREA_CUSTOMERS,
  RG_AREA_NOTES,
  RG_AREA_ORDERS,
  RG_AREA_CARTS,
  RG_AREA_TAGS,
  RG_AREA_PRODUCTS,
  RG_AREA_CREDIT,   /* give credit up to the limit */
  RG_AREA_PAYMENTS, /* charges, payments, refunds, any balance */
  RG_AREA_HISTORY,
  RG_AREA_EXCHANGE, /* import, export, backup */
  RG_AREA_STAFF,
  RG_AREA_SETTINGS,
  RG_AREA_INTEGRATIONS,
  RG_AREA_TOOLS, /* technical tools */
  RG_N_AREAS
} RgArea;

typedef enum
{
  RG_SCOPE_VIEW,
  RG_SCOPE_CREATE,
  RG_SCOPE_EDIT,
  RG_SCOPE_DELETE,
  RG_N_SCOPES
} RgScope;

typedef struct
{
  RgArea area;
  RgScope scope;
} RgRight;

gboolean rg_role_has_right (RgRole role, RgRight right);
RgRole rg_right_get_role (RgRight right);
const char *rg_area_get_label (RgArea area);
const char *rg_scope_get_label (RgScope scope);
char *rg_right_dup_reason (RgRight right);

G_END_DECLS
