/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer-view.h"
#include "rg-note.h"

G_BEGIN_DECLS

#define RG_TYPE_NOTE_COMPOSER (rg_note_composer_get_type ())
G_DECLARE_FINAL_TYPE (RgNoteComposer, rg_note_composer, RG, NOTE_COMPOSER, RgCustomerView)

void rg_note_composer_start (RgNoteComposer *self);
void rg_note_composer_edit (RgNoteComposer *self, RgNote *note);

G_END_DECLS
