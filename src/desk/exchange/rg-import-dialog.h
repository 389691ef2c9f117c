/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-import.h"

G_BEGIN_DECLS

#define RG_TYPE_IMPORT_DIALOG (rg_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RgImportDialog, rg_import_dialog, RG, IMPORT_DIALOG, AdwDialog)

AdwDialog *rg_import_dialog_new (RgDesk *desk);
void rg_import_dialog_open_file (RgImportDialog *self, const char *path, RgImportKind kind);

G_END_DECLS
