/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rg-desk.h"

G_BEGIN_DECLS

/* What looking at, and taking out, all of the data takes. */
#define RG_BACKUP_RIGHT ((RgRight) { RG_AREA_EXCHANGE, RG_SCOPE_VIEW })

DexFuture *rg_backup_write (RgDesk *desk, const char *path, GCancellable *cancellable);
DexFuture *rg_backup_restore (const char *backup, const char *path);

G_END_DECLS
