/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rg-desk.h"
#include "rg-note.h"

G_BEGIN_DECLS

#define RG_TYPE_NOTE_ROW (rg_note_row_get_type ())
G_DECLARE_FINAL_TYPE (RgNoteRow, rg_note_row, RG, NOTE_ROW, GtkListBoxRow)

GtkWidget *rg_note_row_new (RgDesk *desk, RgNote *note);

G_END_DECLS
