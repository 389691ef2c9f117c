/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-export.h"

G_BEGIN_DECLS

#define RG_TYPE_EXPORT_DIALOG (rg_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RgExportDialog, rg_export_dialog, RG, EXPORT_DIALOG, AdwDialog)

AdwDialog *rg_export_dialog_new (RgDesk *desk);
void rg_export_dialog_write (RgExportDialog *self, GFile *file);

G_END_DECLS
