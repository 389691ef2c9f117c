/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-act.h"

G_BEGIN_DECLS

extern const RgOperation rg_undo; /* ids: the journal entry to take back; an undo can be taken back itself */

gboolean rg_undo_can_ever (const char *operation);

G_END_DECLS
