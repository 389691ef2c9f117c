/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <libdex.h>

G_BEGIN_DECLS

#define RG_TYPE_CONFIRM_DIALOG (rg_confirm_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RgConfirmDialog, rg_confirm_dialog, RG, CONFIRM_DIALOG, AdwAlertDialog)

DexFuture *rg_confirm (
  GtkWidget *parent, const char *heading, const char *body, const char *label, AdwResponseAppearance appearance);

G_END_DECLS
