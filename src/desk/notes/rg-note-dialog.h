/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-form-dialog.h"

G_BEGIN_DECLS

#define RG_TYPE_NOTE_DIALOG (rg_note_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RgNoteDialog, rg_note_dialog, RG, NOTE_DIALOG, RgFormDialog)

AdwDialog *rg_note_dialog_new (RgDesk *desk, gint64 customer_id);

G_END_DECLS
