/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-cancellation.h"
#include "rg-form-dialog.h"

G_BEGIN_DECLS

#define RG_TYPE_CANCELLATION_DIALOG (rg_cancellation_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RgCancellationDialog, rg_cancellation_dialog, RG, CANCELLATION_DIALOG, RgFormDialog)

AdwDialog *rg_cancellation_dialog_new (RgDesk *desk, RgCancellation *cancellation);

G_END_DECLS
