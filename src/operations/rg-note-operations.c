/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-note-operations.h"

#include <glib/gi18n-lib.h>

#include "rg-error.h"
#include "rg-settings.h"
#include "rg-text.h"

/* In characters. */
#define WORDS_LENGTH 60

/**
 * rg_note_dup_words:
 * @note: a note
 *
 * Returns: (transfer full): the beginning of its text, which is what the history says an entry is about
 */
char *
rg_note_dup_words (RgNote *note)
{
  g_autofree char *clean = rg_text_clean (note->text);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (clean, -1) <= WORDS_LENGTH)
    return g_steal_pointer (&clean);
  start = g_utf8_substring (clean, 0, WORDS_LENGTH - 1);
  return g_strconcat (start, "…", NULL);
}

static void
set_words (RgTxn *txn, RgNote *note)
{
  g_autofree char *words = rg_note_dup_words (note);

  rg_txn_set_words (txn, words);
}

static gboolean
check_note (RgNote *note, GError **error)
{
  if (rg_text_is_blank (note->text))
    {
      rg_error_set_invalid (error, "text", _ ("Write what happened before saving the note."));
      return FALSE;
    }
  if (note->recur_weekly && note->reminder_day == 0)
    {
      rg_error_set_invalid (error, "reminder_day", _ ("A reminder that recurs weekly needs a first date."));
      return FALSE;
    }
  if (note->kind == RG_NOTE_KIND_REMINDER && note->reminder_day == 0)
    {
      rg_error_set_invalid (error, "reminder_day", _ ("A Calendar/Reminder note needs a date."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
add_note (RgAct *act, RgTxn *txn, GError **error)
{
  RgNote *note = RG_NOTE (act->record);

  if (!check_note (note, error))
    return FALSE;
  note->created_at = rg_txn_get_time (txn);
  note->staff_id = act->staff_id;
  note->done_at = note->done_by_id = note->deleted_at = note->deleted_by_id = 0;
  set_words (txn, note);
  return rg_txn_insert (txn, act->record, error);
}

/**
 * rg_note_insert_along:
 * @txn: a transaction
 * @note: a note that goes with something else in one form; left out when it is blank
 * @customer_id: whose it is
 * @staff_id: who wrote it
 * @error: where to put what went wrong
 *
 * Returns: whether it is on file, or blank
 */
gboolean
rg_note_insert_along (RgTxn *txn, RgNote *note, gint64 customer_id, gint64 staff_id, GError **error)
{
  note->customer_id = customer_id;
  note->created_at = rg_txn_get_time (txn);
  note->staff_id = staff_id;
  return rg_text_is_blank (note->text) || rg_txn_insert (txn, RG_RECORD (note), error);
}

static gboolean
check_not_deleted (RgNote *note, GError **error)
{
  if (note->deleted_at == 0)
    return TRUE;
  g_set_error (error, RG_ERROR, RG_ERROR_CONFLICT, _ ("This note was deleted. Undelete it first."));
  return FALSE;
}

/* Takes type, text and reminder; whose note it is, who wrote it and whether it is done or deleted are not
 * edited. */
static gboolean
edit_note (RgAct *act, RgTxn *txn, GError **error)
{
  RgNote *typed = RG_NOTE (act->record);
  g_autoptr (RgNote) note = (RgNote *) rg_act_merge (act, rg_txn_get_db (txn), error);

  if (note == NULL || !check_not_deleted (note, error) || !check_note (typed, error))
    return FALSE;
  /* A reminder that was moved is to be done again. */
  if (typed->reminder_day != note->reminder_day && !typed->recur_weekly)
    note->done_at = note->done_by_id = 0;
  note->kind = typed->kind;
  note->reminder_day = typed->reminder_day;
  note->recur_weekly = typed->recur_weekly;
  g_set_str (&note->text, typed->text);
  g_set_object (&act->record, RG_RECORD (note));
  set_words (txn, note);
  return rg_txn_update (txn, act->record, error);
}

/* A weekly reminder goes on: its next occurrence is the first one after today, a whole number of weeks later.
 */
static RgDay
get_next_occurrence (RgDay day, RgDay today)
{
  RgDay weeks = day <= today ? (today - day) / 7 + 1 : 1;

  return day + 7 * weeks;
}

static gboolean
complete_note (RgAct *act, RgTxn *txn, GError **error)
{
  RgDb *db = rg_txn_get_db (txn);
  g_autoptr (RgSettings) settings = rg_settings_read (db, error);
  g_autoptr (RgNote) note = (RgNote *) rg_db_load (db, &rg_note_type, rg_record_get_id (act->record), error);

  if (settings == NULL || note == NULL)
    return FALSE;
  g_set_object (&act->record, RG_RECORD (note));
  set_words (txn, note);
  if (!check_not_deleted (note, error))
    return FALSE;
  if (note->reminder_day == 0)
    {
      rg_error_set_invalid (error, "reminder_day", _ ("This note has no reminder to complete."));
      return FALSE;
    }
  /* What was completed by mistake is to be done in its own week again. */
  if (note->recur_weekly && !act->flag && note->done_at != 0)
    note->reminder_day -= 7;
  note->done_at = act->flag ? rg_txn_get_time (txn) : 0;
  note->done_by_id = act->flag ? act->staff_id : 0;
  if (note->recur_weekly && act->flag)
    note->reminder_day = get_next_occurrence (note->reminder_day,
                                              rg_day_of_time (rg_txn_get_time (txn), rg_settings_get_zone (settings)));
  return rg_txn_update (txn, act->record, error);
}

static gboolean
set_deleted (RgAct *act, RgTxn *txn, gboolean deleted, GError **error)
{
  g_autoptr (RgNote) note
    = (RgNote *) rg_db_load (rg_txn_get_db (txn), &rg_note_type, rg_record_get_id (act->record), error);

  if (note == NULL)
    return FALSE;
  g_set_object (&act->record, RG_RECORD (note));
  if ((note->deleted_at != 0) == deleted)
    return TRUE;
  note->deleted_at = deleted ? rg_txn_get_time (txn) : 0;
  note->deleted_by_id = deleted ? act->staff_id : 0;
  set_words (txn, note);
  return rg_txn_update (txn, act->record, error);
}

static gboolean
delete_note (RgAct *act, RgTxn *txn, GError **error)
{
  return set_deleted (act, txn, TRUE, error);
}

static gboolean
restore_note (RgAct *act, RgTxn *txn, GError **error)
{
  return set_deleted (act, txn, FALSE, error);
}

const RgOperation rg_note_add = {
  .name = "note.add",
  .label = N_ ("Add Note"),
  .past = N_ ("Note added"),
  .right = { RG_AREA_NOTES, RG_SCOPE_CREATE },
  .run = add_note,
};

const RgOperation rg_note_edit = {
  .name = "note.edit",
  .label = N_ ("Edit Note"),
  .past = N_ ("Note changed"),
  .right = { RG_AREA_NOTES, RG_SCOPE_EDIT },
  .run = edit_note,
};

const RgOperation rg_note_complete = {
  .name = "note.complete",
  .label = N_ ("Complete Reminder"),
  .past = N_ ("Reminder completed"),
  .right = { RG_AREA_NOTES, RG_SCOPE_EDIT },
  .run = complete_note,
};

const RgOperation rg_note_delete = {
  .name = "note.delete",
  .label = N_ ("Delete Note"),
  .past = N_ ("Note deleted"),
  .right = { RG_AREA_NOTES, RG_SCOPE_DELETE },
  .run = delete_note,
};

const RgOperation rg_note_restore = {
  .name = "note.restore",
  .label = N_ ("Undelete Note"),
  .past = N_ ("Note restored"),
  .right = { RG_AREA_NOTES, RG_SCOPE_DELETE },
  .run = restore_note,
};
