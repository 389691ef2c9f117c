/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-desk.h"

#include <glib/gi18n-lib.h>

#include "rg-future.h"
#include "rg-journal.h"
#include "rg-staff-operations.h"
#include "rg-undo.h"

/* What is done at a desk: operations with their rights and rules, why one cannot be done, and taking back. */

/* The one function that tells why not: everything that is unmet, at once. Runs on either thread of the store. */
static gboolean
collect_reasons (RgAct *act, RgDb *db, GPtrArray *reasons, GError **error)
{
  if (act->operation != &rg_staff_begin && act->staff_id == 0)
    {
      act->role = RG_ROLE_CUSTOMER_SERVICE;
      rg_reasons_add (reasons, _ ("Nobody is signed in."), _ ("Sign in first."), NULL);
    }
  else if (act->operation != &rg_staff_begin)
    {
      g_autoptr (RgStaff) staff = (RgStaff *) rg_db_load (db, &rg_staff_type, act->staff_id, error);

      if (staff == NULL)
        return FALSE;
      act->role = staff->role;
      if (staff->left)
        rg_reasons_add (reasons, _ ("You don’t work here any more."), NULL, NULL);
      if (!rg_role_has_right (staff->role, act->operation->right))
        {
          g_autofree char *reason = rg_right_dup_reason (act->operation->right);

          rg_reasons_add (reasons, reason, NULL, NULL);
        }
    }
  return act->operation->why_not == NULL || act->operation->why_not (act, db, reasons, error);
}

static gboolean
run_act (RgTxn *txn, gpointer data, GError **error)
{
  RgAct *act = data;
  g_autoptr (GPtrArray) reasons = rg_reasons_new ();

  if (!collect_reasons (act, rg_txn_get_db (txn), reasons, error))
    return FALSE;
  if (rg_reasons_prevent (reasons, act->flag))
    {
      g_autofree char *text = rg_reasons_dup_text (reasons);

      g_set_error_literal (error, RG_ERROR, RG_ERROR_DENIED, text);
      return FALSE;
    }
  if (act->customer_id != 0)
    rg_txn_set_customer (txn, act->customer_id);
  return act->operation->run (act, txn, error);
}

static DexFuture *
perform_fiber (gpointer self_pointer, gpointer data)
{
  RgDesk *self = self_pointer;
  RgAct *act = data;
  g_autoptr (GError) error = NULL;

  act->entry_id = dex_await_int64 (rg_store_write (rg_desk_get_store (self), act->operation->name, act->staff_id,
                                                   run_act, g_object_ref (act), g_object_unref),
                                   &error);
  if (error != NULL)
    return dex_future_new_for_error (g_steal_pointer (&error));
  g_signal_emit_by_name (self, "performed", act);
  return dex_future_new_take_object (g_object_ref (act));
}

/**
 * rg_desk_perform:
 * @self: a desk
 * @act: (transfer none): an operation with what it is to be done with
 *
 * Does it: right, rules, rows, search index and journal in one transaction. The only way to change anything.
 *
 * Returns: (transfer full): a future for @act, with what was filled in
 */
DexFuture *
rg_desk_perform (RgDesk *self, RgAct *act)
{
  act->staff_id = rg_desk_get_staff_id (self);
  return rg_future_spawn (self, perform_fiber, g_object_ref (act), g_object_unref);
}

static GObject *
read_reasons (RgDb *db, gpointer data, GError **error)
{
  RgAct *act = data;
  g_autoptr (GPtrArray) reasons = rg_reasons_new ();

  if (collect_reasons (act, db, reasons, error))
    act->reasons = g_steal_pointer (&reasons);
  return NULL;
}

static DexFuture *
why_not_fiber (gpointer self_pointer, gpointer data)
{
  RgDesk *self = self_pointer;
  RgAct *act = data;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&act->reasons, g_ptr_array_unref);
  if (!dex_await (rg_store_read (rg_desk_get_store (self), read_reasons, g_object_ref (act), g_object_unref), &error))
    return dex_future_new_for_error (g_steal_pointer (&error));
  return dex_future_new_take_object (g_object_ref (act));
}

/**
 * rg_desk_why_not:
 * @self: a desk
 * @act: an operation with what it is to be done with
 *
 * Returns: (transfer full): a future for @act, whose @reasons tell everything that is in the way
 */
DexFuture *
rg_desk_why_not (RgDesk *self, RgAct *act)
{
  act->staff_id = rg_desk_get_staff_id (self);
  return rg_future_spawn (self, why_not_fiber, g_object_ref (act), g_object_unref);
}

/**
 * rg_desk_undo:
 * @self: a desk
 * @entry_id: a journal entry
 *
 * Returns: (transfer full): a future for the #RgAct that took it back
 */
DexFuture *
rg_desk_undo (RgDesk *self, gint64 entry_id)
{
  g_autoptr (RgAct) act = rg_act_new (&rg_undo, 0);

  rg_act_add_id (act, entry_id);
  return rg_desk_perform (self, act);
}

typedef struct
{
  gint64 staff_id;
  gboolean redo;
  gint64 entry_id;
  gboolean passed_over; /* something stands, but can't ever be undone */
} Last;

static GObject *
find_last (RgDb *db, gpointer data, GError **error)
{
  Last *last = data;
  gint64 any = 0;

  if (!rg_journal_last_undoable (db, last->staff_id, last->redo, rg_undo_can_ever, &last->entry_id, error)
      || (last->entry_id == 0 && !rg_journal_last_undoable (db, last->staff_id, last->redo, NULL, &any, error)))
    return NULL;
  last->passed_over = any != 0;
  return NULL;
}

static DexFuture *
undo_last_fiber (gpointer self_pointer, gpointer data)
{
  RgDesk *self = self_pointer;
  Last last = { rg_desk_get_staff_id (self), GPOINTER_TO_INT (data), 0, FALSE };
  g_autoptr (GError) error = NULL;

  if (!dex_await (rg_store_read (rg_desk_get_store (self), find_last, &last, NULL), &error))
    return dex_future_new_for_error (g_steal_pointer (&error));
  if (last.entry_id == 0)
    return dex_future_new_for_error (g_error_new (RG_ERROR, RG_ERROR_NOT_FOUND, "%s",
                                                  last.redo ? _ ("There is nothing to redo.")
                                                  : last.passed_over
                                                    ? _ ("Nothing is left to undo: what you did last can’t be undone.")
                                                    : _ ("There is nothing to undo.")));
  return rg_desk_undo (self, last.entry_id);
}

/**
 * rg_desk_undo_last:
 * @self: a desk
 *
 * Takes back what whoever is signed in did last, also before the last restart.
 *
 * Returns: (transfer full): a future for the #RgAct that took it back; %RG_ERROR_NOT_FOUND when there is nothing
 */
DexFuture *
rg_desk_undo_last (RgDesk *self)
{
  return rg_future_spawn (self, undo_last_fiber, GINT_TO_POINTER (FALSE), NULL);
}

/**
 * rg_desk_redo_last:
 * @self: a desk
 *
 * Takes back the last undo, when nothing else was done since.
 *
 * Returns: (transfer full): a future for the #RgAct that took it back; %RG_ERROR_NOT_FOUND when there is nothing
 */
DexFuture *
rg_desk_redo_last (RgDesk *self)
{
  return rg_future_spawn (self, undo_last_fiber, GINT_TO_POINTER (TRUE), NULL);
}
