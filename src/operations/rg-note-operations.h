/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-act.h"
#include "rg-note.h"

G_BEGIN_DECLS

extern const RgOperation rg_note_add;      /* record: the note; its time and writer are filled in */
extern const RgOperation rg_note_edit;     /* record: the note with its new type, text and reminder */
extern const RgOperation rg_note_complete; /* record: the note; flag: done, or open again */
extern const RgOperation rg_note_delete;   /* record: the note, which goes to the trash */
extern const RgOperation rg_note_restore;  /* record: a note in the trash */

char *rg_note_dup_words (RgNote *note);
gboolean rg_note_insert_along (RgTxn *txn, RgNote *note, gint64 customer_id, gint64 staff_id, GError **error);

G_END_DECLS
