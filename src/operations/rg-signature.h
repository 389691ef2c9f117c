/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-act.h"

G_BEGIN_DECLS

/* A colleague's signature at the same desk: RgAct.approver_id tells who signs, RgAct.pin proves it. */

/* RgReason.action of the reason that says that somebody has to sign. */
#define RG_SIGNATURE_ACTION "sign"

gboolean rg_signature_add_reasons (RgAct *act, RgDb *db, const char *why, GPtrArray *reasons, GError **error);
gboolean rg_signature_verify (RgAct *act, RgDb *db, GError **error);

G_END_DECLS
