/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-note.h"

#include <glib/gi18n-lib.h>

RG_DEFINE_WORDS (RgNoteKind,
                 rg_note_kind,
                 RG_WORD (RG_NOTE_KIND_EMAIL, "email", N_ ("Email")),
                 RG_WORD (RG_NOTE_KIND_PHONE, "phone", N_ ("Phone")),
                 RG_WORD (RG_NOTE_KIND_ACTIVITY, "activity", N_ ("Activity")),
                 RG_WORD (RG_NOTE_KIND_REMINDER, "reminder", N_ ("Calendar/Reminder")),
                 RG_WORD (RG_NOTE_KIND_STICKY, "sticky", N_ ("Sticky Note")),
                 RG_WORD (RG_NOTE_KIND_FORM, "form", N_ ("Contact Form")))

static const RgField rg_note_fields[] = {
  RG_REF (RgNote, customer_id, N_ ("Customer"), "customer", .flags = RG_FIELD_REQUIRED | RG_FIELD_FIXED),
  RG_ENUM (RgNote, kind, RgNoteKind, &rg_note_kind_words, N_ ("Type")),
  RG_TEXT (RgNote, text, N_ ("Text"), .flags = RG_FIELD_REQUIRED | RG_FIELD_STAFF_ONLY),
  RG_TIME (RgNote, created_at, N_ ("Created"), .flags = RG_FIELD_FIXED),
  RG_REF (RgNote, staff_id, N_ ("Written by"), "staff", .flags = RG_FIELD_FIXED),
  RG_DAY (RgNote, reminder_day, N_ ("Reminder")),
  RG_BOOL (RgNote, recur_weekly, N_ ("Recur weekly")),
  RG_TIME (RgNote, done_at, N_ ("Completed")),
  RG_REF (RgNote, done_by_id, N_ ("Completed by"), "staff"),
  RG_TIME (RgNote, deleted_at, N_ ("Deleted")),
  RG_REF (RgNote, deleted_by_id, N_ ("Deleted by"), "staff"),
};

RG_DEFINE_RECORD (RgNote, rg_note, "note", "note", N_ ("Note"))

static void
rg_note_init (RgNote *self)
{
}

/**
 * rg_note_is_open: (skip)
 * @self: a note
 *
 * Returns: whether it has a reminder that is still to be done; one that recurs weekly always has
 */
gboolean
rg_note_is_open (RgNote *self)
{
  return self->reminder_day != 0 && self->deleted_at == 0 && (self->recur_weekly || self->done_at == 0);
}

/**
 * rg_note_is_due: (skip)
 * @self: a note
 * @today: the business's day
 *
 * Returns: whether its reminder is open and due today or was due before
 */
gboolean
rg_note_is_due (RgNote *self, RgDay today)
{
  return rg_note_is_open (self) && self->reminder_day <= today;
}
