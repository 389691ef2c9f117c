/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-desk.h"

G_BEGIN_DECLS

#define RG_TYPE_TAG_RENAME_DIALOG (rg_tag_rename_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RgTagRenameDialog, rg_tag_rename_dialog, RG, TAG_RENAME_DIALOG, AdwAlertDialog)

void rg_tag_rename_dialog_present (GtkWidget *parent, RgDesk *desk, gint64 tag_id, const char *name);

G_END_DECLS
