/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-record.h"

G_BEGIN_DECLS

/* What was typed and is not on file, as text for the scratch of the file. */

char *rg_form_draft_write (RgRecord *draft, RgRecord *base);
void rg_form_draft_read (const char *text, RgRecord *draft, RgRecord *base);

G_END_DECLS
