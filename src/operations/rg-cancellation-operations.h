/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-act.h"
#include "rg-cancellation.h"

G_BEGIN_DECLS

extern const RgOperation rg_cancellation_add;    /* record: the cancellation; its day is today when none is given */
extern const RgOperation rg_cancellation_edit;   /* record: the cancellation with its new day, reason and notes */
extern const RgOperation rg_cancellation_remove; /* record: the cancellation, made by mistake */

gboolean rg_cancellation_check (RgCancellation *cancellation, GError **error);

G_END_DECLS
