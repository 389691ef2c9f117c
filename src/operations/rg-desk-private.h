/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-desk.h"

G_BEGIN_DECLS

/* For the files of the desk alone. */

void rg_desk_set_staff (RgDesk *self, RgStaff *staff);

G_END_DECLS
