/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-desk.h"
#include "rg-note.h"

G_BEGIN_DECLS

/* What is kept in the file of a note that is being written, for each customer, and of the changes to one on file; and
 * which note of a customer was being changed last. */

void rg_note_draft_keep (RgDesk *desk, RgNote *editing, gint64 customer_id, const char *draft);
void rg_note_draft_keep_edited (RgDesk *desk, gint64 customer_id, RgNote *editing);
void rg_note_draft_forget (RgDesk *desk, RgNote *editing, gint64 customer_id);
DexFuture *rg_note_draft_recall (RgDesk *desk, RgNote *editing, gint64 customer_id);
DexFuture *rg_note_draft_recall_edited (RgDesk *desk, gint64 customer_id);

G_END_DECLS
