/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-record.h"

G_BEGIN_DECLS

/* Two people edit the same record: what each of them changed is kept, unless both changed the same field. */

void rg_record_copy_field (RgRecord *self, RgRecord *from, const RgField *field);
gboolean rg_record_merge (RgRecord *self, RgRecord *base, RgRecord *file, GError **error);

G_END_DECLS
