/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-act.h"

G_BEGIN_DECLS

extern const RgOperation rg_staff_begin;   /* record: the first staff member, who becomes System Administrator */
extern const RgOperation rg_staff_add;     /* record: a staff member; pin: as typed, or NULL */
extern const RgOperation rg_staff_edit;    /* record: a staff member with a new name or role, or who left */
extern const RgOperation rg_staff_set_pin; /* record: a staff member; pin: as typed, or NULL for none */

gboolean rg_staff_check_undo (RgAct *act, RgTxn *txn, RgStaff *before, RgStaff *after, GError **error);

G_END_DECLS
