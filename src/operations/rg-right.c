/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-right.h"

#include <glib/gi18n-lib.h>

/* Never: no role has it. */
#define NOBODY 255

static const struct
{
  const char *label;
  guint8 least[RG_N_SCOPES]; /* the least role for view, create, edit, delete */
} areas[RG_N_AREAS] = {
#define CS RG_ROLE_CUSTOMER_SERVICE
#define MA RG_ROLE_MANAGER
#define AD RG_ROLE_ADMINISTRATOR
#define SA RG_ROLE_SYSTEM_ADMINISTRATOR
  [RG_AREA_CUSTOMERS] = { N_ ("Customers"), { CS, CS, CS, AD } },
  [RG_AREA_NOTES] = { N_ ("Notes"), { CS, CS, CS, MA } },
  [RG_AREA_ORDERS] = { N_ ("Orders"), { CS, CS, CS, MA } },
  [RG_AREA_CARTS] = { N_ ("Future Cart"), { CS, CS, CS, CS } },
  [RG_AREA_TAGS] = { N_ ("Tags"), { CS, CS, CS, CS } },
  [RG_AREA_PRODUCTS] = { N_ ("Products"), { CS, MA, MA, AD } },
  [RG_AREA_CREDIT] = { N_ ("Credit"), { CS, CS, CS, NOBODY } },
  [RG_AREA_PAYMENTS] = { N_ ("Payments"), { CS, MA, MA, NOBODY } },
  [RG_AREA_HISTORY] = { N_ ("History"), { CS, NOBODY, NOBODY, NOBODY } },
  [RG_AREA_EXCHANGE] = { N_ ("Import and Export"), { MA, AD, AD, AD } },
  [RG_AREA_STAFF] = { N_ ("Staff"), { CS, AD, AD, AD } },
  [RG_AREA_SETTINGS] = { N_ ("Settings"), { CS, MA, MA, MA } },
  [RG_AREA_INTEGRATIONS] = { N_ ("Integrations"), { AD, AD, AD, AD } },
  [RG_AREA_TOOLS] = { N_ ("Technical Tools"), { SA, SA, SA, SA } },
#undef CS
#undef MA
#undef AD
#undef SA
};

static const char *const scope_labels[RG_N_SCOPES] = { N_ ("View"), N_ ("Create"), N_ ("Edit"), N_ ("Delete") };

/**
 * rg_role_has_right:
 * @role: a role
 * @right: a functionality and a scope
 *
 * Returns: whether @role may
 */
gboolean
rg_role_has_right (RgRole role, RgRight right)
{
  return role >= areas[right.area].least[right.scope];
}

/**
 * rg_right_get_role:
 * @right: a functionality and a scope
 *
 * Returns: the least role that has it; beyond the last when nobody does
 */
RgRole
rg_right_get_role (RgRight right)
{
  return areas[right.area].least[right.scope];
}

/**
 * rg_area_get_label:
 * @area: a functionality
 *
 * Returns: what it is called: "Notes"
 */
const char *
rg_area_get_label (RgArea area)
{
  return _ (areas[area].label);
}

/**
 * rg_scope_get_label:
 * @scope: a scope
 *
 * Returns: what it is called: "Delete"
 */
const char *
rg_scope_get_label (RgScope scope)
{
  return _ (scope_labels[scope]);
}

/* What it is called: "Notes/Delete". */
static char *
dup_name (RgRight right)
{
  return g_strdup_printf ("%s/%s", _ (areas[right.area].label), _ (scope_labels[right.scope]));
}

/**
 * rg_right_dup_reason:
 * @right: a right that somebody lacks
 *
 * Returns: (transfer full): a sentence that says which right is missing and who has it
 */
char *
rg_right_dup_reason (RgRight right)
{
  g_autofree char *name = dup_name (right);
  RgRole role = rg_right_get_role (right);

  if (role >= rg_role_words.n_words)
    return g_strdup_printf (_ ("Nobody has the permission %s."), name);
  /* Translators: the first %s is a permission such as "Notes/Delete", the second a role such as "Manager" */
  return g_strdup_printf (_ ("This needs the permission %s. Ask somebody with the role %s or above."), name,
                          rg_words_get_label (&rg_role_words, role));
}
