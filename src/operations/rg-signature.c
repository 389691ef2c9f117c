/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-signature.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>

#include "rg-error.h"
#include "rg-pin.h"

/**
 * rg_signature_add_reasons:
 * @act: what needs a signature
 * @db: a connection
 * @why: why it needs one, a translated sentence
 * @reasons: gets what is still in the way: nobody signs, or somebody who may not
 * @error: where to put what went wrong
 *
 * Returns: whether that could be found out
 */
gboolean
rg_signature_add_reasons (RgAct *act, RgDb *db, const char *why, GPtrArray *reasons, GError **error)
{
  g_autoptr (RgStaff) approver = NULL;
  g_autofree char *text = NULL;

  if (act->approver_id == 0)
    {
      rg_reasons_add (reasons, why, _ ("A Manager or above can sign here with their PIN."), RG_SIGNATURE_ACTION);
      return TRUE;
    }
  approver = (RgStaff *) rg_db_load (db, &rg_staff_type, act->approver_id, error);
  if (approver == NULL)
    return FALSE;
  if (act->approver_id == act->staff_id)
    text = g_strdup (_ ("Nobody signs for what they do themselves."));
  else if (approver->left)
    text = g_strdup_printf (_ ("%s doesn’t work here any more."), approver->name);
  else if (approver->role < RG_ROLE_MANAGER)
    /* Translators: the first %s is a name, the second a role such as "Customer Service" */
    text = g_strdup_printf (_ ("%s can’t sign: their role is %s."), approver->name,
                            rg_words_get_label (&rg_role_words, approver->role));
  else if (approver->pin_hash == NULL)
    text = g_strdup_printf (_ ("%s has no PIN to sign with."), approver->name);
  if (text != NULL)
    rg_reasons_add (reasons, text, _ ("Ask another Manager or above."), RG_SIGNATURE_ACTION);
  return TRUE;
}

/**
 * rg_signature_verify:
 * @act: what was signed
 * @db: a connection
 * @error: where to put why not: %RG_ERROR_INVALID of "pin"
 *
 * Takes a tenth of a second, on purpose. The PIN is wiped.
 *
 * Returns: whether the PIN is that of who signs
 */
gboolean
rg_signature_verify (RgAct *act, RgDb *db, GError **error)
{
  g_autoptr (RgStaff) approver = (RgStaff *) rg_db_load (db, &rg_staff_type, act->approver_id, error);
  gboolean right;

  if (approver == NULL)
    return FALSE;
  right = act->pin != NULL && rg_pin_verify (approver->pin_hash, act->pin);
  if (act->pin != NULL)
    sodium_memzero (act->pin, strlen (act->pin));
  g_clear_pointer (&act->pin, g_free);
  if (!right)
    rg_error_set_invalid (error, "pin", _ ("That is not the PIN of %s."), approver->name);
  return right;
}
