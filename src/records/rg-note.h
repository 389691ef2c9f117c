/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-record.h"

G_BEGIN_DECLS

/**
 * RgNoteKind:
 * @RG_NOTE_KIND_EMAIL: Email
 * @RG_NOTE_KIND_PHONE: Phone
 * @RG_NOTE_KIND_ACTIVITY: Activity
 * @RG_NOTE_KIND_REMINDER: Calendar/Reminder
 * @RG_NOTE_KIND_STICKY: Sticky Note
 * @RG_NOTE_KIND_FORM: Contact Form
 *
 * The types of note.
 */
typedef enum
{
  RG_NOTE_KIND_EMAIL,
  RG_NOTE_KIND_PHONE,
  RG_NOTE_KIND_ACTIVITY,
  RG_NOTE_KIND_REMINDER,
  RG_NOTE_KIND_STICKY,
  RG_NOTE_KIND_FORM,
} RgNoteKind;

GType rg_note_kind_get_type (void);
#define RG_TYPE_NOTE_KIND (rg_note_kind_get_type ())
extern const RgWords rg_note_kind_words;

#define RG_TYPE_NOTE (rg_note_get_type ())
G_DECLARE_FINAL_TYPE (RgNote, rg_note, RG, NOTE, RgRecord)

/* What was said or done about a customer; may carry a reminder. Never shown to the customer. */
struct _RgNote
{
  RgRecord parent_instance;

  gint64 customer_id;
  RgNoteKind kind;
  char *text;
  gint64 created_at;
  gint64 staff_id;
  RgDay reminder_day; /* the next occurrence where it recurs */
  gboolean recur_weekly;
  gint64 done_at; /* the last occurrence where it recurs */
  gint64 done_by_id;
  gint64 deleted_at; /* in the trash since */
  gint64 deleted_by_id;
};

extern const RgRecordType rg_note_type;

gboolean rg_note_is_open (RgNote *self);
gboolean rg_note_is_due (RgNote *self, RgDay today);

G_END_DECLS
