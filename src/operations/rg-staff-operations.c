/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-staff-operations.h"

#include <glib/gi18n-lib.h>

#include "rg-error.h"
#include "rg-pin.h"
#include "rg-staff-data.h"
#include "rg-text.h"

/* Nobody gives rights they have not got. */
static gboolean
check_role (RgAct *act, RgRole role, GError **error)
{
  if (role <= act->role)
    return TRUE;
  rg_error_set_invalid (error, "role", _ ("You can’t give somebody the role %s: it is above your own."),
                        rg_words_get_label (&rg_role_words, role));
  return FALSE;
}

/* Somebody must be able to set things up: whoever is not @staff_id, or they themselves. */
static gboolean
check_last_administrator (RgTxn *txn, gint64 staff_id, RgStaff *after, GError **error)
{
  gint64 others;

  if (after != NULL && after->role == RG_ROLE_SYSTEM_ADMINISTRATOR && !after->left)
    return TRUE;
  if (!rg_staff_count_other_administrators (rg_txn_get_db (txn), staff_id, &others, error))
    return FALSE;
  if (others > 0)
    return TRUE;
  rg_error_set_invalid (error, "role",
                        _ ("There has to be a System Administrator. Give somebody else that role first."));
  return FALSE;
}

/* What somebody is to become must be within the rights of who does it, and so must be what they are. */
static gboolean
check_change (RgAct *act, RgTxn *txn, RgStaff *before, RgStaff *after, GError **error)
{
  if ((before != NULL && !check_role (act, before->role, error))
      || (after != NULL && !check_role (act, after->role, error)))
    return FALSE;
  return before == NULL || before->role != RG_ROLE_SYSTEM_ADMINISTRATOR
         || check_last_administrator (txn, rg_record_get_id (RG_RECORD (before)), after, error);
}

/**
 * rg_staff_check_undo: (skip)
 * @act: an undo
 * @txn: its transaction
 * @before: (nullable): a staff member as on file; %NULL when they are to be added again
 * @after: (nullable): as the undo would make them; %NULL when they are to be removed
 * @error: where to put why it may not
 *
 * Undoing is no way around the rules for staff: nobody gives rights they have not got, and a PIN is never lost.
 *
 * Returns: whether it may
 */
gboolean
rg_staff_check_undo (RgAct *act, RgTxn *txn, RgStaff *before, RgStaff *after, GError **error)
{
  if (after == NULL && before->pin_hash != NULL)
    {
      g_set_error (error, RG_ERROR, RG_ERROR_CONFLICT,
                   _ ("%s has a PIN by now, so this can’t be undone. Mark them as having left instead."), before->name);
      return FALSE;
    }
  return check_change (act, txn, before, after, error);
}

static gboolean
begin_staff (RgAct *act, RgTxn *txn, GError **error)
{
  gint64 n;

  if (!rg_staff_count (rg_txn_get_db (txn), &n, error))
    return FALSE;
  if (n > 0)
    {
      g_set_error (error, RG_ERROR, RG_ERROR_CONFLICT, _ ("Somebody works at this desk already."));
      return FALSE;
    }
  RG_STAFF (act->record)->role = RG_ROLE_SYSTEM_ADMINISTRATOR;
  rg_txn_set_words (txn, RG_STAFF (act->record)->name);
  return rg_txn_insert (txn, act->record, error);
}

/* The PIN as it was typed becomes a hash; without one there is none. */
static gboolean
take_pin (RgAct *act, RgStaff *staff, GError **error)
{
  g_clear_pointer (&staff->pin_hash, g_free);
  if (act->pin == NULL || *act->pin == '\0')
    return TRUE;
  staff->pin_hash = rg_pin_hash (act->pin, error);
  return staff->pin_hash != NULL;
}

/* Reads record; pin, which may be none. */
static gboolean
add_staff (RgAct *act, RgTxn *txn, GError **error)
{
  RgStaff *staff = RG_STAFF (act->record);

  rg_text_clean_in_place (&staff->name);
  if (!check_role (act, staff->role, error) || !take_pin (act, staff, error))
    return FALSE;
  rg_txn_set_words (txn, staff->name);
  return rg_txn_insert (txn, act->record, error);
}

static gboolean
edit_staff (RgAct *act, RgTxn *txn, GError **error)
{
  RgStaff *staff = RG_STAFF (act->record);
  g_autoptr (RgStaff) old = (RgStaff *) rg_act_merge (act, rg_txn_get_db (txn), error);

  rg_text_clean_in_place (&staff->name);
  if (old == NULL || !check_change (act, txn, old, staff, error))
    return FALSE;
  g_set_str (&staff->pin_hash, old->pin_hash);
  rg_txn_set_words (txn, staff->name);
  return rg_txn_update (txn, act->record, error);
}

/* One's own PIN, or that of somebody whose role one may give. Reads record; pin, none for working without. */
static gboolean
set_pin (RgAct *act, RgTxn *txn, GError **error)
{
  g_autoptr (RgStaff) staff
    = (RgStaff *) rg_db_load (rg_txn_get_db (txn), &rg_staff_type, rg_record_get_id (act->record), error);

  if (staff == NULL)
    return FALSE;
  if (rg_record_get_id (RG_RECORD (staff)) != act->staff_id
      && (!rg_role_has_right (act->role, (RgRight) { RG_AREA_STAFF, RG_SCOPE_EDIT })
          || !check_role (act, staff->role, NULL)))
    {
      g_autofree char *reason = rg_right_dup_reason ((RgRight) { RG_AREA_STAFF, RG_SCOPE_EDIT });

      g_set_error_literal (error, RG_ERROR, RG_ERROR_DENIED, reason);
      return FALSE;
    }
  if (!take_pin (act, staff, error))
    return FALSE;
  g_set_object (&act->record, RG_RECORD (staff));
  rg_txn_set_words (txn, staff->name);
  return rg_txn_update (txn, act->record, error);
}

const RgOperation rg_staff_begin = {
  .name = "staff.begin",
  .label = N_ ("Begin Work"),
  .past = N_ ("Work begun"),
  .right = { RG_AREA_STAFF, RG_SCOPE_VIEW },
  .undo = RG_UNDO_NEVER,
  .run = begin_staff,
};

const RgOperation rg_staff_add = {
  .name = "staff.add",
  .label = N_ ("Add Staff Member"),
  .past = N_ ("Staff member added"),
  .right = { RG_AREA_STAFF, RG_SCOPE_CREATE },
  .run = add_staff,
};

const RgOperation rg_staff_edit = {
  .name = "staff.edit",
  .label = N_ ("Edit Staff Member"),
  .past = N_ ("Staff member changed"),
  .right = { RG_AREA_STAFF, RG_SCOPE_EDIT },
  .run = edit_staff,
};

const RgOperation rg_staff_set_pin = {
  .name = "staff.set-pin",
  .label = N_ ("Set PIN"),
  .past = N_ ("PIN set"),
  .right = { RG_AREA_STAFF, RG_SCOPE_VIEW },
  .undo = RG_UNDO_NEVER,
  .run = set_pin,
};
